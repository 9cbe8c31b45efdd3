/**
 * A context value as JSON writes it: text, or several texts for a multivalued key. Numbers and booleans are taken as their text; null says that
 * the request does not carry the key.
 */
export type ContextInput = string | number | boolean | null | readonly (string | number | boolean)[]

/** What was asked of AWS, in the words of the command line's contract. */
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
   * What else the same call must be allowed to do: RunInstances asks for an image, a subnet and more; reading an encrypted object asks for
   * kms:Decrypt on the key too. The call is allowed if all of it is.
   */
  readonly also?: readonly RequestPart[] | undefined
  /** "partial": a key not given is unknown; "complete" (the default): it is absent. */
  readonly contextIs?: 'partial' | 'complete' | undefined
}

/** One more thing that a call asks for; what is left out is as in the request. */
export interface RequestPart {
  readonly action?: string | undefined
  readonly resource: string
  readonly resourceAccount?: string | undefined
}

/** What no policy says but AWS asks all the same. Left out: not known to stand in the way. */
export interface Facts {
  readonly managementAccount?: boolean | undefined
  readonly billingIamAccess?: boolean | undefined
  readonly s3BlockPublicAccess?: boolean | undefined
  /** A grant on the KMS key allows this caller what is asked. */
  readonly kmsGrant?: boolean | undefined
  /** AWS RAM (or the service's own sharing) shares the resource with the caller's account. */
  readonly sharedByRam?: boolean | undefined
  /** The caller's account is the organization's delegated administrator for the service. */
  readonly delegatedAdministrator?: boolean | undefined
  /** A data access policy of OpenSearch Serverless allows it. */
  readonly dataAccessPolicy?: boolean | undefined
  /** The session is one of a guest of an Amazon Cognito identity pool. */
  readonly cognitoGuest?: boolean | undefined
  /** A canonical user ID in the bucket's access control list is that of the caller's account. */
  readonly aclGrantee?: boolean | undefined
}
