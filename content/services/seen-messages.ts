// Where the messages of the services' usual denials were really seen. A message in AWS's standard form needs no row.

export interface SeenMessage {
  /** Words of the message that no other message has. */
  readonly says: string
  /** Who printed it, and where it's quoted. */
  readonly seen: string
}

const docs = 'https://docs.aws.amazon.com'
const quoted = (by: string): string => `${by}, quoted in public repositories on 2026-11-29`
const codebuild = `AWS CodeBuild, ${docs}/codebuild/latest/userguide/troubleshooting.html`
const codepipeline = `AWS CodePipeline, ${docs}/codepipeline/latest/userguide/troubleshooting.html`

export const seenServiceMessages: readonly SeenMessage[] = [
  { says: '"message":"Missing Authentication Token"', seen: quoted('Amazon API Gateway') },
  { says: '{"message":"Forbidden"}', seen: quoted('Amazon API Gateway') },
  { says: 'access this resource with an explicit deny', seen: quoted('Amazon API Gateway') },
  { says: 'CloudWatch Logs role ARN must be set in account settings', seen: quoted('Amazon API Gateway') },
  { says: 'User: anonymous is not authorized to perform: execute-api:Invoke', seen: quoted('Amazon API Gateway') },
  { says: 'You are not authorized to make this call', seen: quoted('AWS AppSync') },
  { says: 'Not Authorized to access listOrders on type Query', seen: quoted('AWS AppSync') },
  { says: 'Unable to verify/create output bucket', seen: quoted('Amazon Athena') },
  {
    says: 'Access Denied (Service: Amazon S3; Status Code: 403',
    seen: quoted('the AWS SDK for Java'),
  },
  { says: 'Insufficient permissions to execute the query', seen: quoted('Amazon Athena') },
  {
    says: 'Unable to verify existence of default database',
    seen: `Amazon Athena, ${docs}/athena/latest/ug/notebooks-spark-troubleshooting-tables.html`,
  },
  { says: 'Requires capabilities : [', seen: quoted('AWS CloudFormation') },
  { says: 'is invalid or cannot be assumed', seen: quoted('AWS CloudFormation') },
  { says: 'must be verified before you can add new CloudFront resources', seen: quoted('Amazon CloudFront') },
  { says: "isn't in us-east-1 region, isn't valid", seen: quoted('Amazon CloudFront') },
  { says: 'associated with the CloudFront distribution is invalid or', seen: quoted('Amazon CloudFront') },
  { says: 'CodeBuild is not authorized to perform: sts:AssumeRole', seen: codebuild },
  { says: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE', seen: codebuild },
  { says: 'Error calling GetBucketAcl: Either the bucket owner has changed', seen: codebuild },
  { says: 'Unable to use Connection: arn:aws:codeconnections', seen: quoted('AWS CodePipeline') },
  { says: 'is getting S3 access denied for the S3 bucket', seen: codepipeline },
  { says: 'Could not access the CodeCommit repository', seen: codepipeline },
  { says: 'does not have sufficient permissions to access ECS', seen: quoted('AWS CodePipeline') },
  {
    says: 'Client.InternalError: Client error on launch',
    seen: quoted('Amazon EC2'),
  },
  {
    says: 'This action is denied due to an organizational policy in effect',
    seen: `AWS Organizations, ${docs}/organizations/latest/userguide/orgs_manage_policies_declarative.html`,
  },
  {
    says: 'no basic auth credentials',
    seen: `Docker, ${docs}/AmazonECR/latest/userguide/common-errors-docker.html`,
  },
  { says: 'no permissions for [indices:data/read/search] and User', seen: quoted('Amazon OpenSearch Service') },
  {
    says: "cannot be assumed by principal 'events.amazonaws.com'",
    seen: 'Amazon EventBridge, https://github.com/Miserlou/Zappa/issues/381',
  },
  { says: 'Unauthenticated access is not supported for this identity pool', seen: quoted('Amazon Cognito') },
  { says: 'Invalid identity pool configuration. Check assigned IAM roles', seen: quoted('Amazon Cognito') },
  { says: 'Could not deliver test message to specified Kinesis stream', seen: quoted('Amazon CloudWatch Logs') },
  { says: 'The following identities failed the check in region', seen: quoted('Amazon SES') },
  { says: '554 Access denied: User `arn', seen: quoted('Amazon SES') },
  { says: 'is not authorized to access the Log Destination', seen: quoted('AWS Step Functions') },
  { says: 'is not authorized to create managed-rule', seen: quoted('AWS Step Functions') },
  { says: 'Neither the global service principal states.amazonaws.com', seen: quoted('AWS Step Functions') },
  { says: 'Lambda does not have permission to access the ECR image', seen: quoted('AWS Lambda') },
  { says: 'unable to retrieve secrets from ssm: service call has been retried', seen: quoted('Amazon ECS') },
  { says: 'unable to retrieve secret from asm: service call has been retried', seen: quoted('Amazon ECS') },
  { says: 'The execute command failed due to an internal error', seen: quoted('Amazon ECS') },
  { says: 'the server has asked for the client to provide credentials', seen: quoted('kubectl') },
  { says: "Your current IAM principal doesn't have access to Kubernetes objects", seen: quoted('the EKS console') },
  {
    says: 'Service is unable to assume provided role',
    seen: 'AWS Glue, https://github.com/hashicorp/terraform-provider-aws/issues/30371',
  },
  { says: 'The ciphertext refers to a customer master key that does not exist', seen: quoted('AWS KMS') },
  {
    says: 'Forbidden. For troubleshooting Function URL authorization issues',
    seen: 'AWS Lambda, https://github.com/aws-ia/terraform-aws-runtask-tf-plan-analyzer/issues/37',
  },
  { says: 'permissions to call CreateNetworkInterface on EC2', seen: quoted('AWS Lambda') },
  { says: "You don't have permissions to access this resource", seen: quoted('AWS Organizations') },
  { says: 'Your account is not a member of an organization', seen: quoted('AWS Organizations') },
  {
    says: 'This action can only be made by accounts in an AWS Organization',
    seen: 'AWS Config, https://github.com/aws-samples/aws2tf/issues/86',
  },
  {
    says: "You don't have access to this item. The provided credentials",
    seen: `Amazon QuickSight, ${docs}/quicksight/latest/APIReference/API_DescribeDashboard.html`,
  },
  {
    says: "isn't authorized to call s3:PutObject on the S3 bucket",
    seen: `Amazon RDS, ${docs}/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.failure-msg.html`,
  },
  {
    says: 'Verify that you have permission to create service linked role',
    seen: `Amazon RDS, ${docs}/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html`,
  },
  { says: 'does not include the required permissions for: ENHANCED_MONITORING', seen: quoted('Amazon RDS') },
  { says: 'is not authorized to assume IAM Role', seen: quoted('Amazon Redshift') },
  { says: 'S3ServiceException:Access Denied', seen: quoted('Amazon Redshift') },
  { says: 'permission denied for relation', seen: 'Amazon Redshift, in the words of PostgreSQL' },
  {
    says: 'is not authorized to access this resource',
    seen: 'Amazon Route 53, https://github.com/aws/aws-sdk-php/issues/2141',
  },
  {
    says: 'has not authorized to associate with your hosted zone',
    seen: 'Amazon Route 53, https://github.com/hashicorp/terraform/issues/12804',
  },
  { says: 'Could not access model data at s3', seen: quoted('Amazon SageMaker AI') },
  {
    says: 'SageMaker is unable to perform: sts:AssumeRole on the role',
    seen: 'Amazon SageMaker AI, https://github.com/astronomer/docs/pull/1695',
  },
  { says: 'Access to KMS is not allowed', seen: quoted('AWS Secrets Manager') },
  {
    says: 'This secret is managed by an AWS service, and you must use that service to update it',
    seen: `AWS Secrets Manager, ${docs}/secretsmanager/latest/userguide/troubleshoot.html`,
  },
  {
    says: 'The specified queue does not exist or you do not have access to it',
    seen: `Amazon SQS, ${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors.html`,
  },
  {
    says: 'createDataChannel request failed',
    seen: 'the SSM Agent, https://github.com/awslabs/landing-zone-accelerator-on-aws/pull/330',
  },
  { says: 'calling the GetRoleCredentials operation: No access', seen: quoted('IAM Identity Center') },
  {
    says: 'iam:ListRolePolicies on resource: role AWSReservedSSO',
    seen: 'IAM Identity Center, https://github.com/org-formation/aws-resource-providers/issues/66',
  },
  { says: 'Roles may not be assumed by root accounts', seen: quoted('AWS STS') },
  { says: 'is being called from endpoint', seen: quoted('Amazon QuickSight') },
]
