// Thirty errors as people paste them into the search. Written on 2026-11-28, before the ranking was tuned.
import type { Wanted } from './phrases.ts'

const who = 'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform:'

export const pastes: readonly Wanted[] = [
  [`${who} billing:GetWidget on resource: my-example-widget`, 'billing/not-authorized'],
  [
    "You Need Permissions\nYou don't have permission to access billing information for this account. Contact your AWS administrator if you need help. If you are an AWS administrator, you can provide permissions for your users or groups by making sure that (1) this account allows IAM and federated users to access billing information and (2) you have the required IAM permissions.",
    'billing/activate-iam-access',
  ],
  [`${who} iam:PassRole`, 'roles/pass-role', 'billing/pass-role'],
  [
    'DataUnavailableException: Data is not available. Please try to adjust the time period. If just enabled Cost Explorer, data might not be ingested yet',
    'billing/cost-explorer',
  ],
  ['User not enabled for cost explorer access', 'billing/cost-explorer'],
  [
    'An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User: arn:aws:sts::123456789012:assumed-role/Dev/anna is not authorized to perform: ce:GetCostAndUsage on resource: arn:aws:ce:us-east-1:123456789012:/GetCostAndUsage with an explicit deny in a service control policy',
    'messages/scp-explicit',
    'billing/cost-explorer',
    'billing/region-lock',
  ],
  [
    "Access denied\nYou don't have permission to budgets:ViewBudget. To request access, copy the following text and send it to your AWS administrator.\nUser: arn:aws:iam::123456789012:user/anna\nAction: budgets:ViewBudget\nContext: no identity-based policy allows the action",
    'billing/budgets',
    'messages/identity-implicit',
  ],
  [
    'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: arn:aws:iam::123456789012:user/anna is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::b" because public policies are blocked by the BlockPublicPolicy block public access setting.',
    'policies/s3-bucket',
  ],
  [
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'messages/not-found-403',
    'policies/s3-bucket',
  ],
  [
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
    'messages/invalid-key',
  ],
  [
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    'messages/expired-token',
  ],
  ['Error loading SSO Token: Token for default does not exist', 'messages/sso-expired'],
  [
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    'credentials/which-key-is-used',
    'credentials/rejected-credentials',
  ],
  [
    'An error occurred (LimitExceeded) when calling the CreateAccessKey operation: Cannot exceed quota for AccessKeysPerUser: 2',
    'credentials/two-keys',
  ],
  [
    "KMSAccessDeniedException: Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings.",
    'policies/kms-key',
  ],
  [
    'CannotPullContainerError: pull access denied: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/abc is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-east-1:123456789012:repository/app because no identity-based policy allows the ecr:BatchGetImage action',
    'roles/ecs-tasks',
    'messages/identity-implicit',
  ],
  [
    'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: kO8x2b3Zq7mAbCdEfGhIjKlMnOpQrStUvWxYz0123456789',
    'messages/encoded-message',
  ],
  [
    "AccessDeniedException: You don't have permissions to access this resource. organizations:DescribeOrganization because no service control policy allows the organizations:DescribeOrganization action",
    'messages/scp-implicit',
  ],
  [
    'User: arn:aws:iam::123456789012:user/anna is not authorized to perform: iam:CreateUser with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
    'credentials/leaked-key',
    'messages/identity-explicit',
  ],
  ["AccessDeniedException: You don't have access to the model with the specified model ID.", 'billing/marketplace'],
  [
    '│ Error: creating IAM Role (app): operation error IAM: CreateRole, https response error StatusCode: 403, api error AccessDenied: User: arn:aws:iam::123456789012:user/ci is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/app because no permissions boundary allows the iam:CreateRole action',
    'messages/boundary-implicit',
  ],
  ["Linked account doesn't have access to cost allocation tags.", 'billing/cost-allocation-tags'],
  [
    'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    'policies/s3-bucket',
    'messages/no-detail',
    'messages/not-found-403',
  ],
  ['Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity', 'roles/github-oidc'],
  [
    'Your account is currently blocked and not recognized as a valid account. Please contact AWS Support if you have questions.',
    'billing/suspended-account',
    'messages/opt-in-and-quota',
  ],
  [
    'Invalid information in one or more fields. Check your information or contact your administrator.',
    'roles/cross-account',
    'roles/switch-role',
  ],
  [
    'An error occurred (AccessDenied) when calling the GetSessionToken operation: MultiFactorAuthentication failed with invalid MFA one time pass code.',
    'policies/mfa',
  ],
  [
    "You don't have permissions to list buckets. After you or your AWS administrator has updated your permissions to allow the s3:ListAllMyBuckets action, refresh the page.",
    'policies/s3-bucket',
    'reference/s3',
  ],
  ['Access Denied. Unable to verify/create output bucket my-athena-results', 'reference/athena', 'policies/s3-bucket'],
  [
    'Error: error pulling image configuration: denied by EC2: You are not authorized to perform this operation.',
    'reference/ec2',
    'messages/no-detail',
    'messages/encoded-message',
    'messages/which-gate',
  ],
]
