import type { DenialKind, LookAlikeTopic } from './denial.ts'

/** A text that looks like a refusal and is another thing. */
export interface LookAlike {
  readonly kind: Extract<DenialKind, 'credential-problem' | 'not-authorization'>
  readonly topic: LookAlikeTopic
  readonly pattern: RegExp
  /** Where this stands too, it is not meant. */
  readonly unless?: RegExp
  /** What it is instead, and what to do. */
  readonly sentence: string
}

/**
 * Stores that speak S3's language: AWS's own tools print their refusals, in AWS's words. A host of AWS in the same text is stronger.
 * Hosts as their documentation names them: Cloudflare R2, DigitalOcean Spaces, Wasabi, Backblaze B2, Storj, Scaleway, Linode, OVH, Yandex,
 * IBM and Oracle; MinIO by its clients.
 */
export const s3Compatible: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /\.r2\.cloudflarestorage\.com|\bdigitaloceanspaces\.com|\bwasabisys\.com|\bbackblazeb2\.com|\bstorjshare\.io|\.scw\.cloud\b|\blinodeobjects\.com|\.cloud\.ovh\.(?:net|us)\b|\bstorage\.yandexcloud\.net|\.cloud-object-storage\.appdomain\.cloud|\.oraclecloud\.com|node_modules\/minio\/|PostPolicyInvalidKeyName|Policy Condition failed(?!\s?:)|\bMinio\.(?:Exceptions|MinioClient)\b|\bminio-go\b|MinIO API responded|\bmyqcloud\.com|<Message>Access Denied\.<\/Message>|AccessDenied(?:<\/Code>)?\s{0,9}<Message>(?:Access Denied)?<\/Message>\s{0,9}(?:<Resource>|<BucketName>|<\/Error>)|<RequestId>tx[0-9a-g][0-9a-f…]|<httpStatusCode>|<TraceId>|\brequest id: ?, host id:|\bnot entitled\b|SeaweedFS|Access denied to the specified KMS key|\bhuaweicloud\.com|\boutscale\.com|AWS Access Key Id you provided does not exist in our records\.\s{0,9}<\/Message>\s{0,9}<(?:BucketName|Resource)>|(?<!AWS )Access Key Id you provided does not exist/,
    unless: /\.amazonaws\.com|x-amz-id-2/,
    sentence:
      'This comes from a store that speaks S3’s language but is not AWS. Look at the keys and the rules of that store.',
  },
]

/**
 * Emulators of AWS say AWS's sentences. Their name or port stands next to them; the account 000000000000 alone may be a redaction.
 * https://docs.localstack.cloud/, https://docs.getmoto.org/
 */
export const emulators: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /localstack|:4566\b/i,
    sentence:
      'This comes from LocalStack, an emulator of AWS. Look at its IAM enforcement setting, and at the policies that you created in it.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /(?:site|dist)-packages[\\/]moto[\\/]|\bmoto\.(?:core|iam|server)\b|\bmoto_server\b/,
    sentence:
      'This comes from moto, which stands in for AWS in tests. Create the user and its policies in the test, or turn off the check of permissions (set_initial_no_auth_action_count).',
  },
]

/** Clouds that say AWS's whole sentence about names that aren't AWS's. */
export const otherPartitions: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /^(?:iam|sts)::[\w-]| trn:/,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
]

/** Clouds that use AWS's words. A host, a code or a word that AWS never writes tells them. */
export const otherClouds: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /aliyuncs\.com|"Code":\s?"NoPermission"|Forbidden\.RAM|\btrn:|\(HTTP 403\)|perform the requested action: \w|"id":\s?"(?:F|f)orbidden"|api\.digitalocean\.com|OAuth token is not authorized|BXNIM\d{4}|outscale\.com|opc-request-id|This request is not authorized|AuthorizationFailure|RequestDisallowedByPolicy|TF\d{6}:|sharepoint\.com|do not have permission to perform this action or access this resource|claim\(s\) are required|vpcServiceControlsUniqueIdentifier/,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /Current role does not have permissions|SQL (?:access control|compilation) error|Access Denied: Cannot |or any of its parents|Not enough privileges|ACCESS_REFUSED|row-level security|is unauthorized for user \[/,
    sentence: 'This is a database refusing by its own users and grants, not AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /java\.nio\.file\.AccessDeniedException|org\.springframework[\w.]{1,80}AccessDenied|Symfony\\|AccessDeniedHttpException|authorized to access this page|\{"detail":\s?"You do not have permission|You do not have permission to perform this action\.|docker\.io\/|insufficient_scope|is not permitted to deploy|is missing permission |denied: permission_denied:|pull access denied for (?!\d{12}\.dkr|public\.ecr)/,
    // Hadoop's S3 client throws Java's exception for what S3 says.
    unless: /s3a|amazonaws/,
    sentence: 'This comes from a framework, a registry or another program on your side, not from AWS.',
  },
]

/** Not AWS, although words such as "denied" stand in it. Asked before everything but a full AWS message. */
export const otherSystems: readonly LookAlike[] = [
  ...otherClouds,
  {
    kind: 'not-authorization',
    topic: 'kubernetes',
    pattern: /You must be logged in to the server|the server has asked for the client to provide credentials/i,
    sentence:
      'The Kubernetes cluster does not know who you are. For EKS, the caller’s IAM role or user needs an access entry of the cluster, or a line in its aws-auth map; IAM policies are not what is missing.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern: /PAM authentication failed for user/i,
    sentence:
      'The database refused the sign-in with IAM. The token must be younger than 15 minutes, and the caller needs rds-db:connect for this database user.',
  },
  {
    kind: 'not-authorization',
    topic: 'kubernetes',
    pattern:
      /cannot\s+[a-z]{1,20}\s+resource\s+"|\bis\s+forbidden:\s+(?:User\s+"|violates PodSecurity|exceeded quota)|system:serviceaccount:[\w-]{1,80}:[\w-]{1,80}"\s+cannot|Error from server \(Forbidden\)|RBAC: access denied/i,
    sentence:
      'This is Kubernetes refusing by its own roles (RBAC), not AWS. Look at the Role and RoleBinding of the user or service account it names.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /AuthorizationFailed|AuthorizationPermissionMismatch|does not have authorization to perform action 'Microsoft\.|AADSTS\d|'Microsoft\.[A-Za-z]{1,60}\/|\.(?:windows|azure)\.(?:net|com)\b/,
    sentence: 'This is Microsoft Azure refusing, not AWS. Look at the role assignments of the client it names.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /\.googleapis\.com\b|PERMISSION_DENIED|gserviceaccount\.com|does not have (?:storage|compute|iam)\.[\w.]{1,80} access|Permission '[\w.]{1,80}' denied|googleapi: Error 40[13]|Required '[\w.]{1,80}' permission for 'projects\/|\(gcloud\.[\w.]{1,60}\)|Access Denied: (?:Project|Dataset|Table|BigQuery) /,
    sentence: 'This is Google Cloud refusing, not AWS. Look at the IAM bindings of the project or bucket.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /aliyuncs\.com|myhuaweicloud\.com|\.tencentcloudapi\.com|TencentCloudSDK|resource \(?qcs::|should be authorized by RAM|The bucket you access does not belong to you|Policy doesn['’]t allow \S{1,100} to be performed|NotAuthorizedOrNotFound/i,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /permission denied for (?:table|schema|database|relation|function|sequence|view)|ORA-\d{5}|ERROR 1(?:045|142|044) |Access denied for user '|must be owner of/i,
    sentence: 'This is a database refusing by its own grants, not AWS. Look at the GRANTs of the database user.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /(?:Topic|Group|Cluster|TransactionalId)AuthorizationException/,
    sentence:
      'This is Kafka refusing by its own access control lists. For Amazon MSK with IAM, look for a message that names a kafka-cluster action.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /MongoServerError|command \w{1,40} requires authentication|not authorized on \w{1,60} to execute command|NOPERM this user|SQL access control error|has no \w{1,20} permission on <|permission was denied on the object|password authentication failed for user|Access denied; you need \(at least one of\)/i,
    sentence: 'This is a database refusing by its own users and grants, not AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /fatal: unable to access 'https?:\/\/(?!git-codecommit)|remote: (?:Permission to|HTTP Basic|Write access|You are not allowed)|npm ERR! |npm error code E?40[13]|Permission denied \(publickey|Resource not accessible by integration|403 Forbidden - Insufficient permission|requested access to the resource is denied|"documentation_url": ?"https:\/\/docs\.github/,
    sentence: 'This is a code host or a package registry refusing, not AWS. Check the token or key for that host.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // CodeArtifact speaks the same languages, from a host of AWS.
    pattern: /Could not transfer artifact|\bupload\.pypi\.org\b|HTTP error 403 while getting|E: Failed to fetch /,
    unless: /\.amazonaws\.com/,
    sentence: 'This is a package registry refusing, not AWS. Check the token or password for that registry.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /<center>(?:nginx|openresty|cloudflare|Microsoft-Azure)|<center>\s{0,9}<h1>403|<!-- awselb|HTTP Error 40[13]\.\d|Apache\/\d[^\n]{0,80} Server at |Forbidden\s{1,9}You don['’]t have permission to access |Cloudflare Ray ID|permission to access \S{1,200} on this server|error code: 10[0-2]\d|Error 10[012]\d:? Access denied|www\.akamai|Generated by cloudfront|The request could not be satisfied/i,
    sentence: 'This is a web server or a web application firewall refusing, not IAM.',
  },
]

/** AWS speaks, but not about permissions, or a program on the reader's side. A refusal in so many words that stands in the same text is stronger. */
export const otherErrors: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /: Permission denied(?:$|\s(?!on S3))|mount\.nfs4?: access denied by server while mounting (?!fs-|127\.0\.0\.1)|System\.UnauthorizedAccessException|Access to the path '|java\.security\.AccessControlException|STATUS_ACCESS_DENIED|token with AccessorID|permission denied while trying to connect to the Docker daemon|Error making API request\.[\s\S]{0,300}Code: 403/m,
    sentence: 'This is the operating system or another program on your side refusing, not AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // The code of OAuth 2.0: https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1
    pattern: /\baccess_denied\b/,
    sentence:
      'This is a sign-in with OAuth that was refused, by the provider or by the person who signed in; not AWS’s policies.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-refusal',
    pattern: /DryRunOperation|Request would have succeeded, but/i,
    sentence: 'This was a dry run, and it says that the request would have been allowed.',
  },
  {
    kind: 'not-authorization',
    topic: 'no-refusal',
    pattern: /ConditionalCheckFailed/,
    sentence:
      'DynamoDB found that the condition of the write does not hold. That is about data, not about permissions.',
  },
  {
    kind: 'not-authorization',
    topic: 'throttling',
    pattern: /\bThrottl|Rate exceeded|TooManyRequests|RequestLimitExceeded|SlowDown/,
    sentence: 'AWS asks to slow down (throttling). The permissions are not in question: wait and try again.',
  },
  {
    kind: 'not-authorization',
    topic: 'opt-in',
    pattern: /\bPendingVerification\b|currently blocked and not recognized|account is currently blocked/i,
    sentence:
      'AWS has not finished checking the account, or has blocked it. AWS Support can tell why; no policy has to change.',
  },
  {
    kind: 'not-authorization',
    topic: 'two-keys',
    pattern: /AccessKeysPerUser/,
    sentence:
      'A user can have two access keys and no more; this limit cannot be raised. Delete one that is no longer used, then create the new one.',
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
    pattern: /LimitExceeded|ServiceQuota|quota(?:s)? exceeded|vCPU limit/i,
    sentence: 'A quota of the account is used up. Ask for a higher one in Service Quotas.',
  },
  {
    kind: 'not-authorization',
    topic: 'missing',
    pattern: /NoSuchBucket|NoSuchKey|ResourceNotFoundException|NoSuchEntity/,
    sentence: 'AWS says that the thing does not exist. Check its name, Region and account.',
  },
]

/** The call was not even looked at, because AWS did not accept who it came from. */
export const credentialProblems: readonly LookAlike[] = [
  {
    kind: 'credential-problem',
    topic: 'sign-in',
    pattern:
      /Error loading SSO Token|Error when retrieving token from sso|\bSSO session (?:associated with this profile )?(?:has expired|is expired|has been invalidated)|re-?authenticate using aws sso|CreateOAuth2Token operation: The refresh token has expired/i,
    sentence:
      'The sign-in through IAM Identity Center is over, or was never made on this computer. Sign in again with aws sso login; no policy has to change.',
  },
  {
    kind: 'credential-problem',
    topic: 'expired',
    pattern:
      /ExpiredToken|TokenRefreshRequired|RequestExpired|security token included in the request is expired|token has expired|session (?:associated with this profile )?(?:has expired|is invalid)|Request has expired|Reauthenticate and try again|re-?authenticate using aws sso/i,
    sentence:
      'The credentials have expired. Sign in again, or fetch new temporary credentials; no policy has to change.',
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
    sentence: "The computer's clock is wrong. Set it, and the signature will be accepted.",
  },
  {
    kind: 'credential-problem',
    topic: 'signature',
    pattern:
      /SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|signature we calculated does not match|Authorization header requires '|missing equal-sign\) in Authorization header/i,
    sentence:
      'The signature is wrong: mostly a mistyped secret access key, or something that changed the request on its way.',
  },
  {
    kind: 'credential-problem',
    topic: 'credentials',
    pattern: /\bAuthFailure(?!\.ServiceLinked)|not able to validate the provided access credentials/,
    sentence:
      'AWS could not check the credentials: wrong or deleted key, or a Region that the account has not enabled.',
  },
  {
    kind: 'credential-problem',
    topic: 'identity-token',
    pattern: /InvalidIdentityToken|Couldn't retrieve verification key/i,
    sentence:
      'AWS could not check the token of the sign-in provider: it is not registered in this account, cannot be reached, or did not issue this token. Look at the identity provider in IAM.',
  },
  {
    kind: 'credential-problem',
    topic: 'invalid-key',
    pattern: /\bInvalidToken\b|token is malformed|Invalid login token/i,
    sentence: 'The session token is broken or cut short. Fetch new temporary credentials and copy all three values.',
  },
  {
    kind: 'credential-problem',
    topic: 'credentials',
    pattern: /MultiFactorAuthentication failed/i,
    sentence:
      'The code of the MFA device was missing or wrong. Give the serial number of the device and a fresh code; no policy has to change.',
  },
  {
    kind: 'credential-problem',
    topic: 'credentials',
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
    pattern: /\bMissing Authentication Token\b/,
    sentence:
      'The request was not signed. API Gateway says the same of a path or method that it does not have: check the address first.',
  },
  {
    kind: 'credential-problem',
    topic: 'no-credentials',
    pattern:
      /Unable to locate credentials|MissingAuthenticationToken|Could not load credentials|NoCredentialProviders|no valid credential sources|no EC2 IMDS role found|Unable to (?:load|get|find)(?: \w{1,12}){0,2} credentials|Partial credentials found|config profile \([^)\n]{1,100}\) could not be found|Error retrieving credentials|Error loading SSO Token|no providers in chain provided credentials|no basic auth credentials|Credentials could not be loaded|NoCredentialsError|no credentials have been configured|No credentials specified or obtained|Missing credentials in config|MissingCredentialsError|without credentials set|No AWS Credentials provided|failed to refresh cached credentials/i,
    sentence: 'The call carried no credentials. Sign in, or set the profile that the tool is to use.',
  },
  {
    kind: 'credential-problem',
    topic: 'opt-in',
    pattern:
      /OptInRequired|not subscribed to this service|SubscriptionRequiredException|needs a subscription for the service|RegionDisabledException|STS is not activated in this region|accept terms and subscribe/,
    sentence:
      'The account is not signed up for this service or Region yet. Activate it in the account; no policy has to change.',
  },
]
