import type { DenialKind, LookAlikeTopic } from './denial.ts'
import { storeHost } from './s3-stores.ts'

/** A text that looks like an access denial but is something else. */
export interface LookAlike {
  readonly kind: Extract<DenialKind, 'credential-problem' | 'not-authorization'>
  readonly topic: LookAlikeTopic
  readonly pattern: RegExp
  /** Where this stands too, it is not meant. */
  readonly unless?: RegExp
  /** No tool of AWS writes this, so it counts next to AWS’s own names, too. */
  readonly sure?: true
  /** What it is instead, and what to do. */
  readonly sentence: string
}

/** What only such stores and their clients write: MinIO’s classes and paths, elements that AWS’s XML doesn’t have, another form of the request’s ID. */
const storeMarks =
  /node_modules\/minio\/|PostPolicyInvalidKeyName|Policy Condition failed(?!\s?:)|\bMinio\.(?:Exceptions|MinioClient)\b|\bminio-go\b|MinIO API responded|<Message>Access Denied\.<\/Message>|AccessDenied(?:<\/Code>)?\s{0,9}<Message>(?:Access Denied)?<\/Message>\s{0,9}(?:<Resource>|<BucketName>|<\/Error>)|<RequestId>tx[0-9a-g][0-9a-f…]|<httpStatusCode>|<TraceId>|\brequest id: ?, host id:|\bnot entitled\b|SeaweedFS|\bDell(?: ?\/ ?| )(?:EMC )?(?:ECS|ObjectScale)\b|Access denied to the specified KMS key|\(MinIO: |\bminio\.|AWS Access Key Id you provided does not exist in our records\.\s{0,9}<\/Message>\s{0,9}<(?:BucketName|Resource)>|(?<!AWS )Access Key Id you provided does not exist/

/**
 * Object stores with an S3-compatible API: AWS’s own tools print their denials in AWS’s words. An AWS host in the same text takes precedence.
 */
export const s3Compatible: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: new RegExp(`${storeHost.source}|${storeMarks.source}`),
    unless: /\.amazonaws\.com|x-amz-id-2/,
    sentence:
      'This comes from an object store that has an S3-compatible API but is not AWS. Check the keys and rules of that store.',
  },
]

/**
 * AWS emulators use AWS’s sentences. Their name or port appears in the same text; the account 000000000000 alone might be a redaction.
 * https://docs.localstack.cloud/, https://docs.getmoto.org/
 */
export const emulators: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /localstack|:4566\b/i,
    sentence:
      'This comes from LocalStack, an AWS emulator. Check its IAM enforcement setting, and the policies that you created in it.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /(?:site|dist)-packages[\\/]moto[\\/]|\bmoto\.(?:core|iam|server)\b|\bmoto_server\b/,
    sentence:
      'This comes from moto, which mocks AWS in tests. Create the user and its policies in the test, or turn off the permission check (set_initial_no_auth_action_count).',
  },
]

/** Clouds that use AWS’s whole sentence with names that aren’t AWS’s. */
export const otherPartitions: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /^(?:iam|sts)::[\w-]| trn:/,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
]

/** Messages from AWS that aren’t about permissions, or from a program on the reader’s side. An explicit denial in the same text takes precedence. */
export const otherErrors: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /: Permission denied(?:$|\s(?!on S3))|mount\.nfs4?: access denied by server while mounting (?!fs-|127\.0\.0\.1)|System\.UnauthorizedAccessException|Access to the path '|java\.security\.AccessControlException|STATUS_ACCESS_DENIED|\bEACCES\b|\[Errno 13\]|\bAccess is denied\.|not in the sudoers file|Unexpected response code: 403 \(Permission denied\)|token with AccessorID|permission denied while trying to connect to the Docker daemon|Error making API request\.[\s\S]{0,300}Code: 403/m,
    sentence: 'The operating system or another program on your side denied this, not AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // The code of OAuth 2.0: https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1
    pattern: /\baccess_denied\b/,
    sentence:
      'An OAuth sign-in was denied, by the provider or by the person who signed in. AWS policies play no part in it.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-denial',
    pattern: /DryRunOperation|Request would have succeeded, but/i,
    sentence: 'This was a dry run. It says that the request would have been allowed.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-denial',
    pattern: /ConditionalCheckFailed/,
    sentence: 'DynamoDB found that the condition of the write isn’t met. This is about data, not permissions.',
  },
  {
    kind: 'not-authorization',
    topic: 'throttling',
    pattern: /\bThrottl|Rate exceeded|TooManyRequests|RequestLimitExceeded|SlowDown/,
    sentence: 'AWS is throttling these requests. Permissions are not the problem: wait and retry.',
  },
  {
    kind: 'not-authorization',
    topic: 'opt-in',
    // https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html
    pattern:
      /\bPendingVerification\b|currently blocked and not recognized|account is currently blocked|\bAccountDisabled\b|administratively disabled for this account/i,
    sentence:
      'AWS has not finished verifying the account, or has blocked it or a part of its functions. AWS Support can tell you why; you don’t need to change a policy.',
  },
  {
    kind: 'not-authorization',
    topic: 'opt-in',
    // The China Regions' own code. https://github.com/kubernetes/kubernetes/issues/17868, https://github.com/hashicorp/terraform-provider-aws/issues/15420
    pattern:
      /\bUnauthorizedAccess(?:Error)?\b(?![:/])|\boperation error S3: \w{1,40}, https response error StatusCode: 401\b|\bS3 Bucket\b[^\n]{0,120}: Unauthorized: Unauthorized\b/,
    sentence:
      'The China Regions usually answer this if the account has no ICP recordal. Until AWS China turns on public access for the account, requests without credentials fail there, whatever policies allow, and so do some lookups of Terraform and Pulumi: update them. If you need public access, ask AWS China’s support. Otherwise, send the request with credentials of an account in China.',
  },
  {
    kind: 'not-authorization',
    topic: 'two-keys',
    pattern: /AccessKeysPerUser/,
    sentence:
      'A user can have at most two access keys, and this limit can’t be raised. Delete a key that is no longer used, and then create the new one.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-denial',
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    pattern: /Invalid principal in policy[\s\S]{0,1000}?AWSReservedSSO_/i,
    sentence:
      'AWS didn’t save the policy, because no principal has this ARN. The path of a role of IAM Identity Center usually holds its Region: role/aws-reserved/sso.amazonaws.com/<REGION>/AWSReservedSSO_…, and the ARN of its session leaves the path out. Take the ARN that aws iam get-role prints, or name the account as the Principal and compare aws:PrincipalArn under ArnLike with a * for the Region and the ending.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-denial',
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    pattern: /Invalid principal in policy/i,
    sentence:
      'AWS didn’t save the policy, because one of its principals doesn’t exist or can’t be a principal. A user or role must exist with exactly this ARN, its path included, and a group can’t be one. A wildcard in an ARN doesn’t work either: compare aws:PrincipalArn in a condition.',
  },
  {
    kind: 'not-authorization',
    topic: 'role-of-aws',
    pattern: /UnmodifiableEntity|only modifiable by AWS/,
    sentence:
      'This role or policy belongs to an AWS service, and only that service can change it. No permission is missing: change it where the service is set up.',
  },
  {
    kind: 'not-authorization',
    topic: 'quota',
    // S3's own code: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    pattern: /LimitExceeded|ServiceQuota|quota(?:s)? exceeded|vCPU limit|\bTooManyBuckets\b/i,
    sentence: 'The account has reached a quota. Request an increase in Service Quotas.',
  },
  {
    kind: 'not-authorization',
    topic: 'missing',
    pattern: /NoSuchBucket|NoSuchKey|ResourceNotFoundException|NoSuchEntity/,
    sentence: 'AWS says that the resource does not exist. Check its name, Region, and account.',
  },
]

/** AWS rejected the credentials before it evaluated any permission. */
export const credentialProblems: readonly LookAlike[] = [
  {
    kind: 'credential-problem',
    topic: 'sign-in',
    pattern:
      /Error loading SSO Token|Error when retrieving token from sso|\bSSO session (?:associated with this profile )?(?:has expired|is expired|has been invalidated)|re-?authenticate using aws sso|CreateOAuth2Token operation: The refresh token has expired/i,
    sentence:
      'Your IAM Identity Center session has expired, or you never signed in on this computer. Sign in again with aws sso login; you don’t need to change a policy.',
  },
  {
    kind: 'credential-problem',
    topic: 'expired',
    // EC2 says it for all of these: https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html
    pattern: /\bRequestExpired\b|Request has expired/i,
    sentence:
      'The request was too old, its date is wrong, or its temporary credentials or its presigned link expired. Check the clock, then get new credentials or a new link; you don’t need to change a policy.',
  },
  {
    kind: 'credential-problem',
    topic: 'expired',
    pattern:
      /ExpiredToken|TokenRefreshRequired|security token included in the request is expired|token has expired|session (?:associated with this profile )?(?:has expired|is invalid)|Reauthenticate and try again|re-?authenticate using aws sso/i,
    sentence:
      'The credentials have expired. Sign in again, or get new temporary credentials; you don’t need to change a policy.',
  },
  {
    kind: 'credential-problem',
    topic: 'invalid-key',
    pattern:
      /InvalidClientTokenId|UnrecognizedClient|security token included in the request is invalid|InvalidAccessKeyId|AWS Access Key Id you provided does not exist/i,
    sentence:
      'AWS does not know this access key. It was deleted or mistyped, belongs to another partition, or its session token is missing.',
  },
  {
    kind: 'credential-problem',
    topic: 'clock',
    pattern: /RequestTimeTooSkewed|Signature (?:not yet current|expired)/i,
    sentence: 'The computer’s clock is wrong. Set it, and AWS will accept the signature.',
  },
  {
    kind: 'credential-problem',
    topic: 'signature',
    pattern:
      /SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|signature we calculated does not match|Authorization header requires '|missing equal-sign\) in Authorization header/i,
    sentence:
      'The signature is wrong. The usual cause is a mistyped secret access key, or something that changed the request in transit.',
  },
  {
    kind: 'credential-problem',
    topic: 'credentials',
    pattern: /\bAuthFailure(?!\.ServiceLinked)|not able to validate the provided access credentials/,
    sentence:
      'AWS could not verify the credentials: the key is wrong or deleted, or the account has not enabled the Region.',
  },
  {
    kind: 'credential-problem',
    topic: 'identity-token',
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html; tools drop the code.
    pattern:
      /InvalidIdentityToken|Couldn['’]t retrieve verification key|No OpenIDConnect provider found in your account|Incorrect token audience|Missing a required claim: (?:aud|sub|iss|exp)\b|Issuer not present in specified provider|Specified provider doesn['’]t exist|RoleSessionName (?:is required )?in AuthnResponse/i,
    sentence:
      'AWS could not verify the token of the identity provider: the provider is not registered in this account, cannot be reached, or did not issue this token. Check the identity provider in IAM.',
  },
  {
    kind: 'credential-problem',
    topic: 'invalid-key',
    pattern: /\bInvalidToken\b|token is malformed|Invalid login token/i,
    sentence: 'The session token is malformed or cut off. Get new temporary credentials and copy all three values.',
  },
  {
    kind: 'credential-problem',
    topic: 'credentials',
    pattern: /MultiFactorAuthentication failed/i,
    sentence:
      'The code of the MFA device was missing or wrong. Give the serial number of the device and a new code; you don’t need to change a policy.',
  },
  {
    kind: 'credential-problem',
    topic: 'unsigned',
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
    pattern: /\bMissing Authentication Token\b/,
    sentence:
      'The request was not signed. API Gateway returns the same message for a path or method that it does not have, so check the URL first.',
  },
  {
    kind: 'credential-problem',
    topic: 'no-credentials',
    pattern:
      /Unable to locate credentials|MissingAuthenticationToken|Could not load credentials|NoCredentialProviders|no valid credential sources|no EC2 IMDS role found|Unable to (?:load|get|find)(?: \w{1,12}){0,2} credentials|Partial credentials found|config profile \([^)\n]{1,100}\) could not be found|Error retrieving credentials|Error loading SSO Token|no providers in chain provided credentials|no basic auth credentials|Credentials could not be loaded|NoCredentialsError|no credentials have been configured|No credentials specified or obtained|Missing credentials in config|MissingCredentialsError|without credentials set|No AWS Credentials provided|failed to refresh cached credentials|Unable to get ACTIONS_ID_TOKEN_REQUEST_URL/i,
    sentence: 'The request had no credentials. Sign in, or set the profile that the tool should use.',
  },
  {
    kind: 'credential-problem',
    topic: 'opt-in',
    pattern:
      /OptInRequired|not subscribed to this service|SubscriptionRequiredException|needs a subscription for the service|RegionDisabledException|STS is not activated in this region|accept terms and subscribe/,
    sentence:
      'The account is not signed up for this service or Region yet. Activate it in the account; you don’t need to change a policy.',
  },
]

export const lookAlikeHints: readonly RegExp[] = [s3Compatible, emulators, otherErrors, credentialProblems]
  .flat()
  .map(({ pattern }) => pattern)
