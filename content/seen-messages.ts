// Where the messages in the articles were really seen. A message in AWS's standard form ("User: … is not authorized to perform: …") needs no row.
import { type SeenMessage, seenServiceMessages } from './services/seen-messages.ts'

const iamErrors = 'AWS’s API, https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html'
const signing = 'AWS’s API, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html'
const s3Errors = 'Amazon S3, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'
const ec2Errors = 'Amazon EC2, https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html'
const quoted = (by: string): string => `${by}, quoted in public repositories on 2026-11-28`

export const seenMessages: readonly SeenMessage[] = [
  // Billing
  {
    says: 'is not authorized to perform: billing:GetWidget',
    seen: 'AWS’s guide, with an invented action, https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/security_iam_troubleshoot.html',
  },
  {
    says: 'permission to access billing information for this account',
    seen: 'the Billing console, https://docs.aws.amazon.com/accounts/latest/reference/security_iam_troubleshoot.html',
  },
  {
    says: 'Cost allocation tags are managed at the payer account level',
    seen: 'the page Cost allocation tags, https://github.com/numfocus/infrastructure/issues/1',
  },
  {
    says: "Linked account doesn't have access to cost allocation tags",
    seen: 'the Cost Explorer API, https://github.com/2i2c-org/infrastructure/pull/4932',
  },
  { says: 'User not enabled for cost explorer access', seen: quoted('the Cost Explorer API') },
  {
    says: 'your Payer account needs to enable Cost Explorer',
    seen: 'the page Cost Explorer, https://github.com/numfocus/infrastructure/issues/1',
  },
  {
    says: 'Premium Support Subscription is required',
    seen: 'the Support API, https://github.com/JohannesEbke/aws_list_all',
  },
  { says: "You don't have access to the model with the specified model ID", seen: quoted('Amazon Bedrock') },
  {
    says: 'Model access is denied due to IAM user or service role',
    seen: 'Amazon Bedrock, https://repost.aws/knowledge-center/bedrock-resolve-marketplace-permission',
  },
  { says: 'currently blocked and not recognized as a valid account', seen: quoted('Amazon EC2') },
  {
    says: 'because the resource does not exist in this Region, no resource-based policies allow access',
    seen: quoted('AWS KMS'),
  },
  // Roles
  { says: 'ECS was unable to assume the role', seen: quoted('Amazon ECS') },
  {
    says: 'Could not assume role with OIDC',
    seen: 'the GitHub action configure-aws-credentials, https://github.com/aws-actions/configure-aws-credentials',
  },
  {
    says: 'sign in from a different network',
    seen: 'the sign-in page, https://docs.aws.amazon.com/signin/latest/userguide/troubleshooting-sign-in-issues.html',
  },
  {
    says: 'The bucket does not allow ACLs',
    seen: 'Amazon S3, https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html',
  },
  { says: 'Not authorized to perform sts:AssumeRoleWithWebIdentity', seen: quoted('AWS STS') },
  {
    says: 'Not authorized to perform sts:AssumeRoleWithSAML',
    seen: 'AWS sign-in, https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
  },
  { says: 'Cannot perform the operation on the protected role', seen: quoted('AWS IAM') },
  { says: 'exceeds the 1 hour session limit for roles assumed by role chaining', seen: quoted('AWS STS') },
  { says: 'to create the service-linked role for EC2 Spot', seen: quoted('Amazon EC2') },
  {
    says: 'The role defined for the function cannot be assumed by Lambda',
    seen: 'AWS Lambda, https://github.com/getmoto/moto',
  },
  { says: 'does not have permissions to call ReceiveMessage', seen: quoted('AWS Lambda') },
  // Between services, S3, and Lake Formation
  { says: 'Access to the resource https://sqs', seen: 'Amazon SQS, in delivery logs of Amazon SNS' },
  {
    says: 'Unable to validate the following destination configurations',
    seen: 'Amazon S3, https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  },
  { says: 'Insufficient Lake Formation permission(s)', seen: quoted('AWS Lake Formation') },
  {
    says: 'calling the HeadObject operation: Forbidden',
    seen: 'the AWS CLI, https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
  },
  {
    says: 'operation: Access Denied',
    seen: 'the AWS CLI, https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
  },
  { says: '<Message>Access Denied</Message>', seen: s3Errors },
  // Credentials
  { says: 'The provided token has expired', seen: s3Errors },
  {
    says: 'The security token included in the request is expired',
    seen: 'AWS’s API, https://repost.aws/knowledge-center/sts-iam-token-expired',
  },
  {
    says: 'Token has expired and refresh failed',
    seen: 'the AWS CLI, https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
  },
  {
    says: 'The SSO session associated with this profile has expired',
    seen: 'the AWS SDK for Python, https://github.com/boto/botocore',
  },
  { says: 'Error loading SSO Token', seen: 'the AWS CLI, https://github.com/boto/botocore' },
  { says: 'The security token included in the request is invalid', seen: iamErrors },
  { says: 'The AWS Access Key Id you provided does not exist in our records', seen: s3Errors },
  { says: 'The request signature we calculated does not match', seen: signing },
  { says: 'The difference between the request time and the current time is too large', seen: s3Errors },
  { says: 'Signature expired', seen: signing },
  { says: 'Signature not yet current', seen: signing },
  { says: 'Credential should be scoped to a valid region', seen: signing },
  { says: "Authorization header requires 'Credential' parameter", seen: signing },
  { says: 'Unable to locate credentials', seen: quoted('the AWS CLI') },
  { says: 'MultiFactorAuthentication failed', seen: quoted('AWS STS') },
  // Quotas and states of the account
  { says: 'Cannot exceed quota for', seen: quoted('AWS IAM') },
  { says: 'You have requested more vCPU capacity', seen: quoted('Amazon EC2') },
  { says: 'You are not subscribed to this service', seen: ec2Errors },
  { says: 'needs a subscription for the service', seen: iamErrors },
  { says: 'Rate exceeded', seen: iamErrors },
  { says: 'Request limit exceeded', seen: ec2Errors },
  { says: 'Please reduce your request rate', seen: s3Errors },
  { says: 'Request would have succeeded, but DryRun flag is set', seen: ec2Errors },
  {
    says: 'The conditional request failed',
    seen: 'Amazon DynamoDB, https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html',
  },
  {
    says: 'Encoded authorization failure message',
    seen: 'Amazon EC2, https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  },
  {
    says: '"matchedStatements"',
    seen: 'AWS STS, https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  },
  // Other systems
  {
    says: 'cannot list resource',
    seen: 'Kubernetes, https://repost.aws/knowledge-center/eks-troubleshoot-rbac-errors',
  },
  { says: 'Access denied for user', seen: 'MySQL, its error 1045' },
  { says: 'permission denied for table', seen: 'PostgreSQL' },
  {
    says: 'PAM authentication failed',
    seen: 'PostgreSQL, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting.html',
  },
  { says: 'access to the Google Cloud Storage object', seen: 'Google Cloud Storage' },
  { says: 'does not have authorization to perform action', seen: 'Azure Resource Manager' },
]

/** AWS's sentence and nothing more: who, action, resource, and the kind of policy, perhaps with its ARN or an authorization ID. */
const standardForm =
  /User: \S+ is not authorized to perform: [\w-]+:\w+(?: on resource: (?:user )?\S+)?(?: because no [\w -]+ allows the \S+ action| with an explicit deny in (?:an?|the) [\w -]+(?:: arn:\S+)?)?(?=\s*$|["},.]|\. Go to |\. Encoded )/

/** The record of a message that isn't only in AWS's usual form; undefined without one. */
export const recordOf = (message: string): string | undefined =>
  seenMessages.find(({ says }) => message.includes(says))?.seen ??
  seenServiceMessages.find(({ says }) => message.includes(says))?.seen

/** Where a message was seen, in words; undefined if it isn’t recorded. */
export const whereSeen = (message: string): string | undefined =>
  recordOf(message) ?? (standardForm.test(message) ? 'AWS’s usual form, with an action that AWS documents' : undefined)
