/**
 * A context value as JSON writes it: a string, or several strings for a multivalued key. Numbers and booleans are read as strings; null means
 * that the request doesn't carry the key.
 */
export type ContextInput = string | number | boolean | null | readonly (string | number | boolean)[]

/** A request to AWS, with the field names of the command line's contract. */
export interface Request {
  /** An ARN, a service ("lambda.amazonaws.com") or "anonymous": what AWS saw. */
  readonly principal: string
  /** "service:Action", any case. */
  readonly action: string
  /** An ARN, or "*" for an action without resource types. */
  readonly resource: string
  /** 12 digits. Otherwise from the resource's ARN, else the principal's account. */
  readonly resourceAccount?: string | undefined
  readonly context?: Readonly<Record<string, ContextInput>> | undefined
  /**
   * What else the same call must be allowed to do: RunInstances also needs an image, a subnet, and more; reading an encrypted object also
   * needs kms:Decrypt on the key. The call is allowed if all parts are.
   */
  readonly also?: readonly RequestPart[] | undefined
  /** "partial": a key not given is unknown; "complete" (the default): it is absent. */
  readonly contextIs?: 'partial' | 'complete' | undefined
}

/** One more permission that a call needs; fields that are left out are the same as in the request. */
export interface RequestPart {
  readonly action?: string | undefined
  readonly resource: string
  readonly resourceAccount?: string | undefined
}

/** Facts outside policies that AWS also checks. A fact that is left out isn't known to deny the request. */
export interface Facts {
  readonly managementAccount?: boolean | undefined
  readonly billingIamAccess?: boolean | undefined
  readonly s3BlockPublicAccess?: boolean | undefined
  /** A grant on the KMS key allows the request to this caller. */
  readonly kmsGrant?: boolean | undefined
  /**
   * IAM Identity Center makes the call with the caller's permissions, as it does in the management account.
   * https://docs.aws.amazon.com/singlesignon/latest/userguide/slrconcept.html
   */
  readonly identityCenterCalls?: boolean | undefined
  /** AWS RAM (or the service's own sharing) shares the resource with the caller's account. */
  readonly sharedByRam?: boolean | undefined
  /** The caller's account is the organization's delegated administrator for the service. */
  readonly delegatedAdministrator?: boolean | undefined
  /** A data access policy of OpenSearch Serverless allows it. */
  readonly dataAccessPolicy?: boolean | undefined
  /** The session belongs to a guest of an Amazon Cognito identity pool. */
  readonly cognitoGuest?: boolean | undefined
  /** A canonical user ID in the bucket's access control list belongs to the caller's account. */
  readonly aclGrantee?: boolean | undefined
}
