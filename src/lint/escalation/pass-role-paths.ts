import { type EscalationPath, paths } from './path.ts'

const catalogue = 'https://pathfinding.cloud/paths'
const aws = 'https://docs.aws.amazon.com'
const research = 'https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/'
const tricks = (name: string): string =>
  `https://github.com/HackTricks-wiki/hacktricks-cloud/blob/master/src/pentesting-cloud/aws-security/aws-privilege-escalation/${name}/README.md`

/** The actions next to `iam:PassRole`: what starts something with the role. */
const passing = (
  how: string,
  passedTo: string,
  source: string,
  actions: readonly string[],
): readonly EscalationPath[] =>
  paths(
    how,
    actions.map((each) => `iam:PassRole ${each}`),
    { source, passedTo },
  )

/** Paths that hand a role to a service, and work with it there. */
export const passRolePaths: readonly EscalationPath[] = [
  ...passing('run an instance with any role that trusts EC2', 'ec2.amazonaws.com', `${catalogue}/ec2-001`, [
    'ec2:RunInstances',
    'ec2:RequestSpotInstances',
    'ec2:AssociateIamInstanceProfile',
    'ec2:ReplaceIamInstanceProfileAssociation',
    'iam:AddRoleToInstanceProfile',
  ]),
  ...passing('have a group of instances started with any role that trusts EC2', 'ec2.amazonaws.com', research, [
    'autoscaling:CreateLaunchConfiguration autoscaling:CreateAutoScalingGroup',
    'ec2:CreateLaunchTemplate autoscaling:CreateAutoScalingGroup',
    'ec2:CreateLaunchTemplate autoscaling:UpdateAutoScalingGroup',
  ]),
  ...passing(
    'run their own code in a Lambda function with any role that trusts Lambda',
    'lambda.amazonaws.com',
    `${catalogue}/lambda-006`,
    [
      'lambda:CreateFunction lambda:AddPermission',
      'lambda:CreateFunction lambda:CreateFunctionUrlConfig lambda:InvokeFunctionUrl',
      'lambda:CreateFunction lambda:PublishVersion lambda:EnableReplication* cloudfront:UpdateDistribution',
    ],
  ),
  ...passing(
    'run their own code in a Lambda function with any role that trusts Lambda',
    'lambda.amazonaws.com',
    'https://docs.aws.amazon.com/lambda/latest/api/API_PutResourcePolicy.html',
    ['lambda:CreateFunction lambda:PutResourcePolicy'],
  ),
  ...passing(
    'run their own container with any role that trusts ECS tasks',
    'ecs-tasks.amazonaws.com',
    `${catalogue}/ecs-003`,
    [
      'ecs:RegisterTaskDefinition ecs:CreateService',
      'ecs:RegisterTaskDefinition ecs:UpdateService',
      'ecs:RegisterTaskDefinition ecs:StartTask',
      'ecs:RegisterTaskDefinition ecs:CreateTaskSet ecs:UpdateServicePrimaryTaskSet',
      'ecs:RegisterContainerInstance ecs:StartTask',
      'ecs:RunTask',
    ],
  ),
  ...passing(
    'run a batch job with any role that trusts ECS tasks',
    'ecs-tasks.amazonaws.com',
    `${aws}/batch/latest/userguide/execution-IAM-role.html`,
    ['batch:RegisterJobDefinition batch:SubmitJob'],
  ),
  ...passing(
    'give a pod any role that trusts EKS Pod Identity',
    'pods.eks.amazonaws.com',
    `${aws}/eks/latest/userguide/pod-id-association.html`,
    ['eks:CreatePodIdentityAssociation'],
  ),
  ...passing(
    'run their own container with any role that trusts App Runner',
    'tasks.apprunner.amazonaws.com',
    `${catalogue}/apprunner-001`,
    ['apprunner:CreateService'],
  ),
  ...passing(
    'create anything with any role that trusts CloudFormation',
    'cloudformation.amazonaws.com',
    `${catalogue}/cloudformation-001`,
    [
      'cloudformation:CreateStack',
      'cloudformation:CreateStackSet cloudformation:CreateStackInstances',
      'cloudformation:UpdateStackSet',
    ],
  ),
  ...passing(
    'run their own steps with any role that trusts CodePipeline',
    'codepipeline.amazonaws.com',
    tricks('aws-codepipeline-privesc'),
    ['codepipeline:CreatePipeline codepipeline:StartPipelineExecution', 'codepipeline:UpdatePipeline'],
  ),
  ...passing(
    'run their own build with any role that trusts CodeBuild',
    'codebuild.amazonaws.com',
    `${catalogue}/codebuild-001`,
    ['codebuild:CreateProject codebuild:StartBuildBatch', 'codebuild:UpdateProject codebuild:StartBuild'],
  ),
  ...passing(
    'run an environment with any role that trusts EC2',
    'ec2.amazonaws.com',
    tricks('aws-elastic-beanstalk-privesc'),
    ['elasticbeanstalk:CreateApplication elasticbeanstalk:CreateEnvironment'],
  ),
  ...passing('run their own code with any role that trusts Glue', 'glue.amazonaws.com', `${catalogue}/glue-003`, [
    'glue:CreateJob glue:StartJobRun',
    'glue:CreateJob glue:CreateTrigger',
    'glue:UpdateJob glue:StartJobRun',
    'glue:UpdateJob glue:CreateTrigger',
    'glue:CreateSession glue:RunStatement',
  ]),
  ...passing(
    'run their own code with any role that trusts SageMaker',
    'sagemaker.amazonaws.com',
    `${catalogue}/sagemaker-002`,
    [
      'sagemaker:CreateTrainingJob',
      'sagemaker:CreateHyperParameterTuningJob',
      'sagemaker:CreateProcessingJob',
      'sagemaker:UpdateUserProfile sagemaker:CreateApp sagemaker:CreatePresignedDomainUrl',
      'sagemaker:UpdateDomain sagemaker:CreateUserProfile sagemaker:CreateApp sagemaker:CreatePresignedDomainUrl',
    ],
  ),
  ...passing(
    'run their own code with any role that trusts Bedrock AgentCore',
    'bedrock-agentcore.amazonaws.com',
    `${catalogue}/bedrock-001`,
    [
      'bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
    ],
  ),
  ...passing(
    'run a cluster with any role that trusts EMR',
    'elasticmapreduce.amazonaws.com',
    tricks('aws-emr-privesc'),
    ['elasticmapreduce:RunJobFlow', 'elasticmapreduce:CreateEditor elasticmapreduce:OpenEditorInConsole'],
  ),
  ...passing(
    'have a database read and write with any role that trusts RDS',
    'rds.amazonaws.com',
    tricks('aws-rds-privesc'),
    ['rds:AddRoleToDBCluster', 'rds:AddRoleToDBInstance'],
  ),
  ...passing(
    'copy data with any role that trusts DMS',
    'dms.amazonaws.com',
    `${aws}/dms/latest/userguide/security-iam.html`,
    ['dms:CreateEndpoint dms:CreateReplicationTask dms:StartReplicationTask'],
  ),
  ...passing(
    'call any API with any role that trusts Step Functions',
    'states.amazonaws.com',
    tricks('aws-stepfunctions-privesc'),
    [
      'states:CreateStateMachine states:StartExecution',
      'states:CreateStateMachine states:StartSyncExecution',
      'states:TestState',
    ],
  ),
  ...passing(
    'call any API with any role that trusts EventBridge Scheduler',
    'scheduler.amazonaws.com',
    tricks('eventbridgescheduler-privesc'),
    ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
  ),
  ...passing(
    'start something with any role that trusts EventBridge',
    'events.amazonaws.com',
    `${aws}/eventbridge/latest/userguide/eb-use-identity-based.html`,
    ['events:PutRule events:PutTargets'],
  ),
  ...passing(
    'read and write with any role that trusts EventBridge Pipes',
    'pipes.amazonaws.com',
    `${aws}/eventbridge/latest/userguide/eb-pipes-permissions.html`,
    ['pipes:CreatePipe'],
  ),
  ...passing(
    'call any API with any role that trusts API Gateway',
    'apigateway.amazonaws.com',
    tricks('aws-apigateway-privesc'),
    ['apigateway:POST apigateway:PUT', 'apigateway:PATCH'],
  ),
  ...passing(
    'read and write with any role that trusts AppSync',
    'appsync.amazonaws.com',
    `${aws}/appsync/latest/devguide/security_iam_service-with-iam.html`,
    ['appsync:CreateDataSource appsync:CreateResolver'],
  ),
  ...passing(
    'act with any role that trusts AWS IoT',
    'iot.amazonaws.com',
    `${aws}/iot/latest/developerguide/pass-role.html`,
    ['iot:CreateTopicRule', 'iot:CreateRoleAlias'],
  ),
  ...passing(
    'read and write files with any role that trusts Transfer Family',
    'transfer.amazonaws.com',
    `${aws}/transfer/latest/userguide/requirements-roles.html`,
    ['transfer:CreateServer transfer:CreateUser'],
  ),
  ...passing(
    'restore copies of the data with any role that trusts AWS Backup',
    'backup.amazonaws.com',
    `${aws}/aws-backup/latest/devguide/iam-service-roles.html`,
    ['backup:StartRestoreJob'],
  ),
  ...passing(
    'run actions with any role that trusts Fault Injection Service',
    'fis.amazonaws.com',
    `${aws}/fis/latest/userguide/security_iam_service-with-iam.html`,
    ['fis:CreateExperimentTemplate fis:StartExperiment'],
  ),
  ...passing(
    'attach policies with any role that trusts AWS Budgets',
    'budgets.amazonaws.com',
    `${aws}/cost-management/latest/userguide/budgets-action-role.html`,
    ['budgets:CreateBudgetAction budgets:ExecuteBudgetAction'],
  ),
  ...passing(
    'run automations with any role that trusts Systems Manager',
    'ssm.amazonaws.com',
    `${aws}/systems-manager/latest/userguide/automation-setup.html`,
    ['ssm:StartAutomationExecution', 'config:PutRemediationConfigurations config:StartRemediationExecution'],
  ),
  ...passing(
    'copy objects to another account with any role that trusts Amazon S3',
    's3.amazonaws.com',
    'https://hackingthe.cloud/aws/exploitation/s3-bucket-replication-exfiltration/',
    ['s3:PutReplicationConfiguration'],
  ),
  ...passing(
    'give an identity pool any role that trusts Cognito',
    'cognito-identity.amazonaws.com',
    tricks('aws-cognito-privesc'),
    ['cognito-identity:SetIdentityPoolRoles'],
  ),
  ...passing(
    'give the group of a user pool any role that trusts Cognito',
    'cognito-idp.amazonaws.com',
    tricks('aws-cognito-privesc'),
    ['cognito-idp:CreateGroup cognito-idp:AdminAddUserToGroup', 'cognito-idp:UpdateGroup'],
  ),
  ...passing(
    'use certificates of their own for any role that trusts IAM Roles Anywhere',
    'rolesanywhere.amazonaws.com',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.persistence.rolesanywhere-create-trust-anchor/',
    ['rolesanywhere:CreateTrustAnchor rolesanywhere:CreateProfile'],
  ),
]
