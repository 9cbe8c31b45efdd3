import { apigateway } from './apigateway.ts'
import { athena } from './athena.ts'
import { bedrock } from './bedrock.ts'
import { budgets } from './budgets.ts'
import { ce } from './ce.ts'
import { cloudformation } from './cloudformation.ts'
import { cloudfront } from './cloudfront.ts'
import { codebuild } from './codebuild.ts'
import { codepipeline } from './codepipeline.ts'
import { dynamodb } from './dynamodb.ts'
import { ec2 } from './ec2.ts'
import { ecr } from './ecr.ts'
import { ecs } from './ecs.ts'
import { eks } from './eks.ts'
import { glue } from './glue.ts'
import { iam } from './iam.ts'
import { kms } from './kms.ts'
import { lambda } from './lambda.ts'
import { organizations } from './organizations.ts'
import { quicksight } from './quicksight.ts'
import { rds } from './rds.ts'
import { redshift } from './redshift.ts'
import { route53 } from './route53.ts'
import { s3 } from './s3.ts'
import { sagemaker } from './sagemaker.ts'
import { secretsmanager } from './secretsmanager.ts'
import type { ServiceDenial } from './service-denial.ts'
import { sns } from './sns.ts'
import { sqs } from './sqs.ts'
import { ssm } from './ssm.ts'
import { sso } from './sso.ts'
import { sts } from './sts.ts'

export type { ServiceDenial, Statement } from './service-denial.ts'

/** The usual denials of the services that people use most, by prefix. Shown on each service's page. */
export const serviceDenials: ReadonlyMap<string, readonly ServiceDenial[]> = new Map([
  ['apigateway', apigateway],
  ['athena', athena],
  ['bedrock', bedrock],
  ['budgets', budgets],
  ['ce', ce],
  ['cloudformation', cloudformation],
  ['cloudfront', cloudfront],
  ['codebuild', codebuild],
  ['codepipeline', codepipeline],
  ['dynamodb', dynamodb],
  ['ec2', ec2],
  ['ecr', ecr],
  ['ecs', ecs],
  ['eks', eks],
  ['glue', glue],
  ['iam', iam],
  ['kms', kms],
  ['lambda', lambda],
  ['organizations', organizations],
  ['quicksight', quicksight],
  ['rds', rds],
  ['redshift', redshift],
  ['route53', route53],
  ['s3', s3],
  ['sagemaker', sagemaker],
  ['secretsmanager', secretsmanager],
  ['sns', sns],
  ['sqs', sqs],
  ['ssm', ssm],
  ['sso', sso],
  ['sts', sts],
])
