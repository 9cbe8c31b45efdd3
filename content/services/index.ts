import { dynamodb } from './dynamodb.ts'
import { ec2 } from './ec2.ts'
import { ecr } from './ecr.ts'
import { iam } from './iam.ts'
import { kms } from './kms.ts'
import { lambda } from './lambda.ts'
import { s3 } from './s3.ts'
import { secretsmanager } from './secretsmanager.ts'
import type { ServiceDenial } from './service-denial.ts'
import { sns } from './sns.ts'
import { sqs } from './sqs.ts'
import { ssm } from './ssm.ts'
import { sts } from './sts.ts'

export type { ServiceDenial, Statement } from './service-denial.ts'

/** The usual denials of the services that people use most, by prefix. Shown on each service's page. */
export const serviceDenials: ReadonlyMap<string, readonly ServiceDenial[]> = new Map([
  ['dynamodb', dynamodb],
  ['ec2', ec2],
  ['ecr', ecr],
  ['iam', iam],
  ['kms', kms],
  ['lambda', lambda],
  ['s3', s3],
  ['secretsmanager', secretsmanager],
  ['sns', sns],
  ['sqs', sqs],
  ['ssm', ssm],
  ['sts', sts],
])
