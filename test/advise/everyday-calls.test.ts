// Everyday operations that no list of ours named: what AWS's pages say they also need, labeled before they were asked, is in the answer. "!" before an action:
// part of the change; without, a checkbox.
import { describe, expect, it } from 'vitest'
import { diagnose, furtherServices } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { matches } from '../../src/iam/index.ts'
import { requiredServices } from '../../src/reference/index.ts'

const docs = 'https://docs.aws.amazon.com'
const passing = `${docs}/IAM/latest/UserGuide/id_roles_use_passrole.html`
const anyRole = 'iam:PassRole arn:aws:iam::*:role/*'

type Row = readonly [operation: string, source: string, ...needs: readonly string[]]

const rows: readonly Row[] = [
  ['states:UpdateStateMachine', passing, anyRole],
  ['eks:CreatePodIdentityAssociation', `${docs}/eks/latest/userguide/pod-id-association.html`, `!${anyRole}`],
  ['eks:CreateAddon', passing, anyRole],
  ['eks:CreateNodegroup', passing, anyRole, 'eks:TagResource arn:aws:eks:*:*:nodegroup/*'],
  ['athena:CreateWorkGroup', passing, anyRole],
  [
    'sagemaker:CreateProcessingJob',
    `${docs}/sagemaker/latest/dg/api-permissions-reference.html`,
    anyRole,
    'kms:CreateGrant arn:aws:kms:*:*:key/*',
    'ec2:CreateNetworkInterface arn:aws:ec2:*:*:network-interface/*',
  ],
  [
    'sagemaker:CreateHyperParameterTuningJob',
    `${docs}/sagemaker/latest/dg/api-permissions-reference.html`,
    anyRole,
    'kms:CreateGrant arn:aws:kms:*:*:key/*',
  ],
  ['transfer:CreateServer', passing, anyRole],
  ['transfer:CreateUser', passing, anyRole],
  ['datasync:CreateLocationS3', passing, anyRole],
  ['backup:CreateBackupSelection', passing, anyRole],
  ['redshift:ModifyClusterIamRoles', passing, anyRole],
  ['redshift-serverless:CreateNamespace', passing, anyRole],
  ['cognito-idp:CreateUserPool', passing, anyRole],
  ['cognito-identity:SetIdentityPoolRoles', passing, anyRole],
  ['appsync:CreateDataSource', passing, anyRole],
  ['iot:CreateTopicRule', `${docs}/iot/latest/developerguide/pass-role.html`, anyRole],
  ['ssm:CreateActivation', passing, anyRole],
  ['ssm:StartAutomationExecution', passing, anyRole],
  ['synthetics:CreateCanary', passing, anyRole],
  ['mediaconvert:CreateJob', passing, anyRole],
  ['kafkaconnect:CreateConnector', passing, anyRole],
  ['ecs:CreateCapacityProvider', passing, anyRole],
  ['bedrock:CreateModelInvocationJob', passing, anyRole],
  ['transcribe:StartTranscriptionJob', passing, anyRole],
  ['ses:CreateReceiptRule', passing, anyRole],
  ['dlm:CreateLifecyclePolicy', passing, anyRole],
  ['fis:CreateExperimentTemplate', passing, anyRole],
  ['airflow:CreateEnvironment', passing, anyRole],
  ['rds:AddRoleToDBCluster', passing, anyRole],
  ['rds:CreateDBCluster', passing, anyRole, 'rds:AddTagsToResource arn:aws:rds:*:*:cluster:*'],
  ['rds:CreateDBProxy', passing, anyRole, 'rds:AddTagsToResource arn:aws:rds:*:*:db-proxy:*'],
  [
    'elasticloadbalancing:CreateListener',
    `${docs}/elasticloadbalancing/latest/APIReference/API_AddTags.html`,
    'elasticloadbalancing:AddTags arn:aws:elasticloadbalancing:*:*:listener/app/*',
  ],
  [
    'wafv2:PutLoggingConfiguration',
    `${docs}/waf/latest/developerguide/logging-s3.html`,
    '!logs:CreateLogDelivery *',
    'logs:PutResourcePolicy *',
    's3:PutBucketPolicy arn:aws:s3:::*',
  ],
  [
    'dynamodb:ExportTableToPointInTime',
    `${docs}/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html`,
    '!s3:PutObject arn:aws:s3:::*/*',
    '!s3:PutObjectAcl arn:aws:s3:::*/*',
  ],
  [
    'dynamodb:ImportTable',
    `${docs}/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html`,
    '!s3:GetObject arn:aws:s3:::*/*',
    '!logs:PutLogEvents arn:aws:logs:*:*:log-group:/aws-dynamodb/*',
    'kms:Decrypt arn:aws:kms:*:*:key/*',
  ],
  [
    'codedeploy:CreateDeployment',
    `${docs}/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html`,
    '!codedeploy:GetDeploymentConfig arn:aws:codedeploy:*:*:deploymentconfig:*',
    '!codedeploy:GetApplicationRevision arn:aws:codedeploy:*:*:application:*',
  ],
  [
    'es:CreateDomain',
    `${docs}/opensearch-service/latest/developerguide/encryption-at-rest.html`,
    'kms:CreateGrant arn:aws:kms:*:*:key/*',
    anyRole,
  ],
  [
    'lakeformation:RegisterResource',
    `${docs}/lake-formation/latest/dg/service-linked-roles.html`,
    anyRole,
    'iam:PutRolePolicy arn:aws:iam::*:role/aws-service-role/lakeformation.amazonaws.com/*',
  ],
  [
    'application-autoscaling:RegisterScalableTarget',
    `${docs}/autoscaling/application/userguide/security_iam_id-based-policy-examples.html`,
    'ecs:UpdateService arn:aws:ecs:*:*:service/*',
    'cloudwatch:PutMetricAlarm arn:aws:cloudwatch:*:*:alarm:*',
  ],
  [
    'cloudformation:CreateStack',
    `${docs}/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html`,
    's3:GetObject arn:aws:s3:::*/*',
    'ssm:GetParameters arn:aws:ssm:*:*:parameter/*',
  ],
]

/** Operations that take a role without passing it to a service: nothing is offered. */
const passNothing = ['emr-containers:StartJobRun', 'sts:AssumeRole', 'eks:CreateAccessEntry', 'iam:AttachRolePolicy']

async function fixFor(action: string) {
  const paste = `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
  const given = { paste, policies: [] }
  const named = requiredServices([paste])
  const own = await loadReference(named)
  const reference = await loadReference([...named, ...furtherServices(given, diagnose(given, own), own)])
  const [fix] = diagnose(given, reference).fixes
  return { included: fix?.included ?? [], options: fix?.options ?? [] }
}

describe('everyday operations outside the facts', () => {
  it.each(rows)('%s', async (operation, source, ...needs) => {
    const { included, options } = await fixFor(operation)
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    const missing = needs.filter((need) => {
      const [action = '', pattern = ''] = need.replace(/^!/, '').split(' ')
      const among = need.startsWith('!') ? included : options
      return !among.some((each) => each.action === action && matches(pattern, each.resource))
    })
    expect(missing).toEqual([])
  })

  it.each(passNothing)('%s passes no role', async (operation) => {
    const { included, options } = await fixFor(operation)
    expect([...included, ...options].filter(({ action }) => action === 'iam:PassRole')).toEqual([])
  })
})
