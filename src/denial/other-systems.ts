import type { LookAlike } from './look-alikes.ts'

/** Clouds that use AWS’s words. A host, code, or word that AWS never writes identifies them. */
export const otherClouds: readonly LookAlike[] = [
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /aliyuncs\.com|"Code":\s?"NoPermission"|Forbidden\.RAM|\btrn:|(?<!amazonaws\.com\/[^\s']{0,400}'\s)\(HTTP 403\)|perform the requested action: \w|"id":\s?"(?:F|f)orbidden"|api\.digitalocean\.com|OAuth token is not authorized|BXNIM\d{4}|outscale\.com|opc-request-id|This request is not authorized|AuthorizationFailure|RequestDisallowedByPolicy|sharepoint\.com|do not have permission to perform this action or access this resource|claim\(s\) are required|vpcServiceControlsUniqueIdentifier/,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // Azure DevOps. By itself, because two letters are in every text.
    pattern: /TF\d{6}:/,
    sentence: 'This comes from another cloud provider whose messages look like those of AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /Current role does not have permissions|SQL (?:access control|compilation) error|Access Denied: Cannot |or any of its parents|Not enough privileges|ACCESS_REFUSED|row-level security|is unauthorized for user \[/,
    sentence: 'A database denied this, based on its own users and grants. It isn’t AWS.',
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

/** Not AWS, although the text has words such as "denied". Only a full AWS message takes precedence. */
export const otherSystems: readonly LookAlike[] = [
  ...otherClouds,
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // https://developer-docs.amazon.com/sp-api/docs/authorization-errors
    pattern: /\bsellingpartnerapi-[a-z]{2}\.amazon\.com|Access to requested resource is denied\./,
    sentence:
      'Amazon’s Selling Partner API denied this, based on the roles and the authorization of the application in Seller Central. It isn’t IAM: check there, and that the access token belongs to this application and marketplace.',
  },
  {
    kind: 'not-authorization',
    topic: 'kubernetes',
    pattern: /You must be logged in to the server|the server has asked for the client to provide credentials/i,
    sentence:
      'The Kubernetes cluster does not know who you are. For EKS, the caller’s IAM role or user needs an access entry in the cluster, or a line in its aws-auth ConfigMap. No IAM policy is missing.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern: /PAM authentication failed for user|\bpam_authenticate failed\b/i,
    sentence:
      'The database rejected the IAM sign-in. The token must be less than 15 minutes old, and the caller needs rds-db:connect for this database user.',
  },
  {
    kind: 'not-authorization',
    topic: 'kubernetes',
    // In EKS, the user is an ARN.
    pattern: /\bUser\s+\\?"[^"\n]{1,400}"\s+cannot\s+[a-z]{1,20}\s+resource\s+\\?"/,
    sure: true,
    sentence:
      'Kubernetes denied this, based on its own roles (RBAC). It isn’t AWS. Check the Role and RoleBinding of the user or service account that the message names.',
  },
  {
    kind: 'not-authorization',
    topic: 'kubernetes',
    pattern:
      /cannot\s+[a-z]{1,20}\s+resource\s+"|\bis\s+forbidden:\s+(?:User\s+"|violates PodSecurity|exceeded quota)|system:serviceaccount:[\w-]{1,80}:[\w-]{1,80}"\s+cannot|Error from server \(Forbidden\)|RBAC: access denied/i,
    sentence:
      'Kubernetes denied this, based on its own roles (RBAC). It isn’t AWS. Check the Role and RoleBinding of the user or service account that the message names.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /AuthorizationFailed|AuthorizationPermissionMismatch|does not have authorization to perform action 'Microsoft\.|AADSTS\d|'Microsoft\.[A-Za-z]{1,60}\/|\.(?:windows|azure)\.(?:net|com)\b/,
    sentence: 'Microsoft Azure denied this, not AWS. Check the role assignments of the client that the message names.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /\.googleapis\.com\b|PERMISSION_DENIED|gserviceaccount\.com|does not have (?:storage|compute|iam)\.[\w.]{1,80} access|Permission '[\w.]{1,80}' denied|googleapi: Error 40[13]|Required '[\w.]{1,80}' permission for 'projects\/|\(gcloud\.[\w.]{1,60}\)|Access Denied: (?:Project|Dataset|Table|BigQuery) /,
    sentence: 'Google Cloud denied this, not AWS. Check the IAM bindings of the project or bucket.',
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
    sentence: 'A database denied this, based on its own grants. It isn’t AWS. Check the GRANTs of the database user.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern: /(?:Topic|Group|Cluster|TransactionalId)AuthorizationException/,
    sentence:
      'Kafka denied this, based on its own access control lists. For Amazon MSK with IAM, look for a message that names a kafka-cluster action.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /MongoServerError|command \w{1,40} requires authentication|not authorized on \w{1,60} to execute command|NOPERM this user|SQL access control error|has no \w{1,20} permission on <|permission was denied on the object|password authentication failed for user|Access denied; you need \(at least one of\)/i,
    sentence: 'A database denied this, based on its own users and grants. It isn’t AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /fatal: unable to access 'https?:\/\/(?!git-codecommit)|remote: (?:Permission to|HTTP Basic|Write access|You are not allowed)|npm ERR! |npm error code E?40[13]|Permission denied \(publickey|Resource not accessible by integration|403 Forbidden - Insufficient permission|requested access to the resource is denied|"documentation_url": ?"https:\/\/docs\.github/,
    sentence: 'A code host or a package registry denied this, not AWS. Check the token or key for that host.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    // CodeArtifact uses the same protocols, from an AWS host.
    pattern: /Could not transfer artifact|\bupload\.pypi\.org\b|HTTP error 403 while getting|E: Failed to fetch /,
    unless: /\.amazonaws\.com/,
    sentence: 'A package registry denied this, not AWS. Check the token or password for that registry.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /<center>(?:nginx|openresty|cloudflare|Microsoft-Azure)|<center>\s{0,9}<h1>403|<!-- awselb|HTTP Error 40[13]\.\d|Apache\/\d[^\n]{0,80} Server at |Forbidden\s{1,9}You don['’]t have permission to access |Cloudflare Ray ID|permission to access \S{1,200} on this server|error code: 10[0-2]\d|Error 10[012]\d:? Access denied|www\.akamai|Generated by cloudfront|The request could not be satisfied/i,
    sentence: 'A web server or a web application firewall denied this, not IAM.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /hudson\.security|is missing the \w{1,40}\/\w{1,40} permission|\bPundit::|\bCanCan::|This action is unauthorized|Sorry, you are not allowed to|permission to access the requested resource\. It is either read-protected|accessErrorId|authorized to (?:run analysis|analyze this project)|\(ERR_ACCESS_DENIED\)|java\.lang\.SecurityException|code = PermissionDenied desc|x-hasura-/,
    sentence: 'This comes from a framework or another program on your side, not from AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /\bE00000(?:06|38|47)\b|INSUFFICIENT_ACCESS|insufficient access rights on|Authorization_RequestDenied|PowerBINotAuthorized|discord(?:app)?\.(?:errors|com)|\bDiscordAPIError|telegram\.error|bot was blocked by|insufficient authentication scopes|Missing or insufficient permissions|not allowed to sample from this model|You do not have (?:the )?permission to see the specified issue|\bBad credentials\b|invalid_scope|"insufficient_scope"|api\.(?:openai|stripe|slack)\.com/i,
    sentence: 'This comes from the API of another provider, not from AWS. Check the token and its scopes there.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /ERR_ACCESS_DENIED|\(policy_denied\)|system policy has denied access|Request forbidden by administrative rules|\b55\d[ -]5\.7\.\d|Relay access denied|tls: access denied|alert access denied|blocked by (?:your|the) (?:administrator|network|proxy|firewall)/i,
    unless: /x-amzn-|<HostId>/,
    sentence:
      'A proxy, a mail server, or a firewall on the way denied this before AWS saw the request. Ask the people who run the network.',
  },
  {
    kind: 'not-authorization',
    topic: 'database',
    pattern:
      /NOAUTH Authentication required|Login failed for user '|HiveAccessControlException|hadoop\.security\.AccessControlException|user is not allowed to do action \[|does not have USE (?:CATALOG|SCHEMA)|\[INSUFFICIENT_PERMISSIONS\]|authorized to access this db|etcdserver: permission denied|Insufficient access \(50\)|LDAP: error code 50|KeeperErrorCode = NoAuth/i,
    unless: /s3a|amazonaws/,
    sentence: 'A database or a directory denied this, based on its own users and grants. It isn’t AWS.',
  },
  {
    kind: 'not-authorization',
    topic: 'other-system',
    pattern:
      /\bghcr\.io\b|aka\.ms\/acr|unauthorized: access to the requested resource is not authorized|artifactregistry\.|\b(?:[\w-]{1,40}\.)?gcr\.io\/|Must have admin rights to Repository|may not have access to this repository|registry-1\.docker\.io|Not authorized, ReasonPhrase/,
    sentence: 'A code host or a package registry denied this, not AWS. Check the token or key for that host.',
  },
]

export const otherSystemHints: readonly RegExp[] = otherSystems.map(({ pattern }) => pattern)
