import type { Holder } from '../holder.ts'

/** A CloudFormation template in JSON with the resource that holds the document; undefined where the document is no JSON or has no resource type. */
export function toCloudFormation(document: string, holder: Holder): string | undefined {
  const shape = shapeOf(holder)
  const policy = shape && parsed(document)
  if (!shape || policy === undefined) return undefined
  const { type, properties, field } = shape
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { This: { Type: type, Properties: { ...properties, [field]: policy } } },
  }
  return JSON.stringify(template, null, 2)
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch {
    return undefined
  }
}

interface Shape {
  readonly type: string
  readonly field: string
  readonly properties: Readonly<Record<string, unknown>>
}

const shape = (type: string, field: string, properties: Readonly<Record<string, unknown>>): Shape => ({
  type,
  field,
  properties,
})

function shapeOf(holder: Holder): Shape | undefined {
  switch (holder.is) {
    case 'user':
      return shape('AWS::IAM::UserPolicy', 'PolicyDocument', { PolicyName: 'POLICY-NAME', UserName: holder.name })
    case 'role':
      return shape('AWS::IAM::RolePolicy', 'PolicyDocument', { PolicyName: 'POLICY-NAME', RoleName: holder.name })
    case 'permission-set':
      return shape('AWS::SSO::PermissionSet', 'InlinePolicy', { Name: holder.name, InstanceArn: 'INSTANCE-ARN' })
    case 'boundary':
      return shape('AWS::IAM::ManagedPolicy', 'PolicyDocument', {})
    case 'trust':
      return shape('AWS::IAM::Role', 'AssumeRolePolicyDocument', { RoleName: holder.name })
    case 'scp':
      return shape('AWS::Organizations::Policy', 'Content', { Name: 'POLICY-NAME', Type: 'SERVICE_CONTROL_POLICY' })
    case 'rcp':
      return shape('AWS::Organizations::Policy', 'Content', { Name: 'POLICY-NAME', Type: 'RESOURCE_CONTROL_POLICY' })
    case 'bucket':
      return shape('AWS::S3::BucketPolicy', 'PolicyDocument', { Bucket: holder.name })
    case 'key':
      return shape('AWS::KMS::Key', 'KeyPolicy', {})
    case 'queue':
      return shape('AWS::SQS::QueuePolicy', 'PolicyDocument', { Queues: ['QUEUE-URL'] })
    case 'topic':
      return shape('AWS::SNS::TopicPolicy', 'PolicyDocument', { Topics: [holder.name] })
    case 'secret':
      return shape('AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', { SecretId: holder.name })
    case 'endpoint':
      return undefined // part of AWS::EC2::VPCEndpoint, with the VPC and the service beside it
  }
}
