import type { Subject } from './check.ts'

/** The service whose resources a policy of this CloudFormation type is attached to. */
const services: ReadonlyMap<string, string> = new Map([
  ['AWS::S3::Bucket', 's3'],
  ['AWS::S3::AccessPoint', 's3'],
  ['AWS::SQS::Queue', 'sqs'],
  ['AWS::SNS::Topic', 'sns'],
  ['AWS::KMS::Key', 'kms'],
  ['AWS::SecretsManager::Secret', 'secretsmanager'],
  ['AWS::Lambda::Function', 'lambda'],
  ['AWS::ECR::Repository', 'ecr'],
  ['AWS::DynamoDB::Table', 'dynamodb'],
  ['AWS::DynamoDB::Stream', 'dynamodb'],
  ['AWS::EFS::FileSystem', 'elasticfilesystem'],
  ['AWS::OpenSearchService::Domain', 'es'],
  ['AWS::Kinesis::Stream', 'kinesis'],
  ['AWS::CodeArtifact::Domain', 'codeartifact'],
  ['AWS::Backup::BackupVault', 'backup'],
  ['AWS::S3Express::DirectoryBucket', 's3express'],
  ['AWS::S3Tables::TableBucket', 's3tables'],
  ['AWS::ApiGateway::RestApi', 'execute-api'],
])

/** The one service that a policy is about; undefined where it can be about any. */
export function serviceOf({
  policyType,
  resourceType,
}: Pick<Subject, 'policyType' | 'resourceType'>): string | undefined {
  if (policyType === 'trust' || resourceType === 'AWS::IAM::AssumeRolePolicyDocument') return 'sts'
  return policyType === 'resource' ? services.get(resourceType ?? '') : undefined
}

/** The CloudFormation type that a service's resource-based policies are usually attached to; undefined for services without one in the table. */
export const typeOfService = (service: string): string | undefined =>
  [...services].find(([, each]) => each === service)?.[0]
