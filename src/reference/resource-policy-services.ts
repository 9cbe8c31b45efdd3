/**
 * Services whose resources can carry a policy of their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html ("Resource-based policies": yes or partial)
 */
const services: ReadonlySet<string> = new Set(
  (
    'acm-pca aoss apigateway backup bedrock cloud9 cloudtrail codeartifact codebuild dynamodb ecr ecr-public efs elasticfilesystem es events execute-api ' +
    'glacier glue iot kinesis kms lambda lex logs mediastore network-firewall organizations ram redshift-serverless rds-data rolesanywhere s3 s3-object-lambda ' +
    's3-outposts s3express s3tables schemas secretsmanager serverlessrepo ses signer sns sqs ssm-contacts ssm-incidents vpc-lattice xray'
  ).split(' '),
)

/** Can a resource of this service have a policy of its own? Takes the prefix in lower case. */
export const hasResourcePolicies = (prefix: string): boolean => services.has(prefix)
