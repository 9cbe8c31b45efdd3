import type { DenialKind } from './denial.ts'

/** A text that looks like a refusal and is another thing. */
export interface LookAlike {
  readonly kind: Extract<DenialKind, 'credential-problem' | 'not-authorization'>
  readonly pattern: RegExp
  /** What it is instead, and what to do. */
  readonly sentence: string
}

/** Not AWS, or not about permissions, although words such as "denied" stand in it. Asked before everything but a full AWS message. */
export const otherSystems: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    pattern: /cannot \w+ resource "|is forbidden: User "|system:serviceaccount:[\w-]+:[\w-]+" cannot/i,
    sentence:
      'This is Kubernetes refusing by its own roles (RBAC), not AWS. Look at the Role and RoleBinding of the user or service account it names.',
  },
  {
    kind: 'not-authorization',
    pattern: /AuthorizationFailed|does not have authorization to perform action 'Microsoft\.|AADSTS\d/,
    sentence: 'This is Microsoft Azure refusing, not AWS. Look at the role assignments of the client it names.',
  },
  {
    kind: 'not-authorization',
    pattern:
      /\b[\w.-]{1,80}\.googleapis\.com\b|PERMISSION_DENIED|gserviceaccount\.com|does not have (?:storage|compute|iam)\.[\w.]{1,80} access|Permission '[\w.]{1,80}' denied/,
    sentence: 'This is Google Cloud refusing, not AWS. Look at the IAM bindings of the project or bucket.',
  },
  {
    kind: 'not-authorization',
    pattern: /aliyuncs\.com|myhuaweicloud\.com|\.tencentcloudapi\.com/i,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
  {
    kind: 'not-authorization',
    pattern:
      /permission denied for (?:table|schema|database|relation|function|sequence|view)|ORA-\d{5}|ERROR 1(?:045|142|044) |Access denied for user '|must be owner of/i,
    sentence: 'This is a database refusing by its own grants, not AWS. Look at the GRANTs of the database user.',
  },
  {
    kind: 'not-authorization',
    pattern: /(?:Topic|Group|Cluster|TransactionalId)AuthorizationException/,
    sentence:
      'This is Kafka refusing by its own access control lists. For Amazon MSK with IAM, look for a message that names a kafka-cluster action.',
  },
  {
    kind: 'not-authorization',
    pattern: /DryRunOperation|Request would have succeeded, but/i,
    sentence: 'This was a dry run, and it says that the request would have been allowed.',
  },
  {
    kind: 'not-authorization',
    pattern: /ConditionalCheckFailed/,
    sentence:
      'DynamoDB found that the condition of the write does not hold. That is about data, not about permissions.',
  },
  {
    kind: 'not-authorization',
    pattern: /\bThrottl|Rate exceeded|TooManyRequests|RequestLimitExceeded|SlowDown/,
    sentence: 'AWS asks to slow down (throttling). The permissions are not in question: wait and try again.',
  },
  {
    kind: 'not-authorization',
    pattern: /LimitExceeded|ServiceQuota|quota(?:s)? exceeded|vCPU limit/i,
    sentence: 'A quota of the account is used up. Ask for a higher one in Service Quotas.',
  },
  {
    kind: 'not-authorization',
    pattern: /NoSuchBucket|NoSuchKey|ResourceNotFoundException|NoSuchEntity/,
    sentence: 'AWS says that the thing does not exist. Check its name, Region and account.',
  },
]

/** The call was not even looked at, because AWS did not accept who it came from. */
export const credentialProblems: readonly LookAlike[] = [
  {
    kind: 'credential-problem',
    pattern:
      /ExpiredToken|TokenRefreshRequired|RequestExpired|security token included in the request is expired|token has expired|session has expired/i,
    sentence:
      'The credentials have expired. Sign in again, or fetch new temporary credentials; no policy has to change.',
  },
  {
    kind: 'credential-problem',
    pattern:
      /InvalidClientTokenId|UnrecognizedClient|security token included in the request is invalid|InvalidAccessKeyId|Access Key Id you provided does not exist/i,
    sentence:
      'AWS does not know this access key. It was deleted or mistyped, belongs to another partition, or its session token is missing.',
  },
  {
    kind: 'credential-problem',
    pattern:
      /SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|signature we calculated does not match/i,
    sentence:
      'The signature is wrong: mostly a mistyped secret access key, or something that changed the request on its way.',
  },
  {
    kind: 'credential-problem',
    pattern: /RequestTimeTooSkewed|Signature (?:not yet current|expired)/i,
    sentence: "The computer's clock is wrong. Set it, and the signature will be accepted.",
  },
  {
    kind: 'credential-problem',
    pattern: /\bAuthFailure(?!\.ServiceLinked)|not able to validate the provided access credentials/,
    sentence:
      'AWS could not check the credentials: wrong or deleted key, or a Region that the account has not enabled.',
  },
  {
    kind: 'credential-problem',
    pattern: /\bInvalidToken\b|token is malformed/i,
    sentence: 'The session token is broken or cut short. Fetch new temporary credentials and copy all three values.',
  },
  {
    kind: 'credential-problem',
    pattern:
      /Unable to locate credentials|MissingAuthenticationToken|Could not load credentials|NoCredentialProviders|no valid credential sources/i,
    sentence: 'The call carried no credentials. Sign in, or set the profile that the tool is to use.',
  },
  {
    kind: 'credential-problem',
    pattern: /OptInRequired|not subscribed to this service|SubscriptionRequiredException/,
    sentence:
      'The account is not signed up for this service or Region yet. Activate it in the account; no policy has to change.',
  },
]
