import type { PolicyType } from '../../iam/index.ts'

/** A request that conditions are tried on, and the type of the policy that holds them. */
export interface Scene {
  readonly policyType: PolicyType
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** The Principal of the policy, for types that have one. */
  readonly names?: Readonly<Record<string, string>>
  /** "mateo reads an object": for people. */
  readonly title: string
}

export type SceneName = 'user' | 'session' | 'service' | 'tagging' | 'root'

const object = 'arn:aws:s3:::amzn-s3-demo-bucket/report.csv'

export const scenes: Readonly<Record<SceneName, Scene>> = {
  user: {
    policyType: 'identity',
    principal: 'arn:aws:iam::111122223333:user/mateo',
    action: 's3:GetObject',
    resource: object,
    title: 'The user mateo reads an object. The policy is attached to mateo.',
  },
  session: {
    policyType: 'identity',
    principal: 'arn:aws:sts::111122223333:assumed-role/Reporting/mateo',
    action: 's3:GetObject',
    resource: object,
    title: 'A session of the role Reporting reads an object. The policy is attached to the role.',
  },
  service: {
    policyType: 'resource',
    principal: 's3.amazonaws.com',
    action: 'sns:Publish',
    resource: 'arn:aws:sns:us-east-1:111122223333:uploads',
    names: { Service: 's3.amazonaws.com' },
    title: 'Amazon S3 sends a notification to an SNS topic. The policy is the topic’s.',
  },
  tagging: {
    policyType: 'identity',
    principal: 'arn:aws:iam::111122223333:user/mateo',
    action: 'ec2:CreateTags',
    resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0',
    title: 'The user mateo tags an instance. The policy is attached to mateo.',
  },
  root: {
    policyType: 'scp',
    principal: 'arn:aws:iam::111122223333:root',
    action: 's3:DeleteBucketPolicy',
    resource: 'arn:aws:s3:::amzn-s3-demo-bucket',
    title: 'The root user of a member account deletes a bucket policy. The policy is an SCP.',
  },
}

export const isSceneName = (name: string | undefined): name is SceneName =>
  name !== undefined && Object.hasOwn(scenes, name)
