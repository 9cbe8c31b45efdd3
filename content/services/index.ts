import { apigateway } from './apigateway.ts'
import { appsync } from './appsync.ts'
import { athena } from './athena.ts'
import { bedrock } from './bedrock.ts'
import { budgets } from './budgets.ts'
import { ce } from './ce.ts'
import { cloudformation } from './cloudformation.ts'
import { cloudfront } from './cloudfront.ts'
import { codebuild } from './codebuild.ts'
import { codepipeline } from './codepipeline.ts'
import { cognitoIdentity } from './cognito-identity.ts'
import { dynamodb } from './dynamodb.ts'
import { ec2 } from './ec2.ts'
import { ecr } from './ecr.ts'
import { ecs } from './ecs.ts'
import { eks } from './eks.ts'
import { es } from './es.ts'
import { events } from './events.ts'
import { glue } from './glue.ts'
import { iam } from './iam.ts'
import { kms } from './kms.ts'
import { lambda } from './lambda.ts'
import { logs } from './logs.ts'
import { organizations } from './organizations.ts'
import { quicksight } from './quicksight.ts'
import { rds } from './rds.ts'
import { redshift } from './redshift.ts'
import { route53 } from './route53.ts'
import { s3 } from './s3.ts'
import { sagemaker } from './sagemaker.ts'
import { secretsmanager } from './secretsmanager.ts'
import type { ServiceDenial } from './service-denial.ts'
import { ses } from './ses.ts'
import { sns } from './sns.ts'
import { sqs } from './sqs.ts'
import { ssm } from './ssm.ts'
import { sso } from './sso.ts'
import { states } from './states.ts'
import { sts } from './sts.ts'

export { otherCauses } from './other-causes.ts'
export { readOn } from './reread.ts'
export type { ServiceDenial, Statement } from './service-denial.ts'

/** The common denials of the services that people use most, by prefix. Shown on each service's page. */
export const serviceDenials: ReadonlyMap<string, readonly ServiceDenial[]> = new Map([
  ['apigateway', apigateway],
  ['appsync', appsync],
  ['athena', athena],
  ['bedrock', bedrock],
  ['budgets', budgets],
  ['ce', ce],
  ['cloudformation', cloudformation],
  ['cloudfront', cloudfront],
  ['codebuild', codebuild],
  ['codepipeline', codepipeline],
  ['cognito-identity', cognitoIdentity],
  ['dynamodb', dynamodb],
  ['ec2', ec2],
  ['ecr', ecr],
  ['ecs', ecs],
  ['eks', eks],
  ['es', es],
  ['events', events],
  ['glue', glue],
  ['iam', iam],
  ['kms', kms],
  ['lambda', lambda],
  ['logs', logs],
  ['organizations', organizations],
  ['quicksight', quicksight],
  ['rds', rds],
  ['redshift', redshift],
  ['route53', route53],
  ['s3', s3],
  ['sagemaker', sagemaker],
  ['secretsmanager', secretsmanager],
  ['ses', ses],
  ['sns', sns],
  ['sqs', sqs],
  ['ssm', ssm],
  ['sso', sso],
  ['states', states],
  ['sts', sts],
])
