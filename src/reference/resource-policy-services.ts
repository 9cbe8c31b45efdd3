/**
 * Services whose resources can carry a policy of their own that AWS evaluates when somebody uses them: those with an action
 * that sets one. Left out: services that keep one only for sharing through RAM (ec2, servicecatalog, …).
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html (column "Resource-based policies")
 */
const services: ReadonlySet<string> = new Set(
  (
    'acm-pca aoss apigateway aps backup bedrock bedrock-agentcore billing cloud9 cloudhsm cloudtrail codeartifact codebuild ' +
    'codeguru-profiler dsql dynamodb ecr ecr-public elasticfilesystem es events execute-api glacier glue kafka kinesis kms ' +
    'lambda lex logs mediapackagev2 mediastore network-firewall oam organizations osis payment-cryptography redshift ' +
    'redshift-serverless rekognition resource-explorer-2 rum s3 s3-object-lambda s3-outposts s3express s3files s3tables ' +
    's3vectors schemas secretsmanager serverlessrepo ses signer sns sqs ssm ssm-contacts ssm-incidents vpc-lattice ' +
    'vpc-lattice-svcs xray'
  ).split(' '),
)

/** Can a resource of this service have a policy of its own? Takes the prefix in lower case. */
export const hasResourcePolicies = (prefix: string): boolean => services.has(prefix)
