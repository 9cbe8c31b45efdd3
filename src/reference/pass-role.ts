/** Actions that hand a role to a service, and the service that then acts with it. */
interface RolePassing {
  /** "service:Action", as AWS spells them. */
  readonly actions: readonly string[]
  /** What `iam:PassedToService` holds, and what the role's trust policy must trust. */
  readonly passedTo: string
  /** The types of Terraform's resources whose creation does it. */
  readonly terraform?: readonly string[]
  readonly source: string
}

const docs = 'https://docs.aws.amazon.com'

/** The common ones. A call that hands over no role does not ask for iam:PassRole. */
export const rolePassings: readonly RolePassing[] = [
  {
    actions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    passedTo: 'lambda.amazonaws.com',
    terraform: ['aws_lambda_function'],
    source: `${docs}/lambda/latest/dg/lambda-intro-execution-role.html`,
  },
  {
    actions: [
      'ec2:RunInstances',
      'ec2:AssociateIamInstanceProfile',
      'ec2:ReplaceIamInstanceProfileAssociation',
      'iam:AddRoleToInstanceProfile',
    ],
    passedTo: 'ec2.amazonaws.com',
    terraform: ['aws_instance', 'aws_iam_instance_profile'],
    source: `${docs}/IAM/latest/UserGuide/id_roles_use_passrole.html`,
  },
  {
    actions: ['ec2:CreateFlowLogs'],
    passedTo: 'vpc-flow-logs.amazonaws.com',
    terraform: ['aws_flow_log'],
    source: `${docs}/vpc/latest/userguide/flow-logs-iam-role.html`,
  },
  {
    actions: ['ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:StartTask'],
    passedTo: 'ecs-tasks.amazonaws.com',
    terraform: ['aws_ecs_task_definition'],
    source: `${docs}/AmazonECS/latest/developerguide/task-iam-roles.html`,
  },
  {
    actions: ['eks:CreateCluster'],
    passedTo: 'eks.amazonaws.com',
    terraform: ['aws_eks_cluster'],
    source: `${docs}/eks/latest/userguide/cluster-iam-role.html`,
  },
  {
    actions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    passedTo: 'cloudformation.amazonaws.com',
    terraform: ['aws_cloudformation_stack'],
    source: `${docs}/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html`,
  },
  {
    actions: ['codebuild:CreateProject', 'codebuild:UpdateProject'],
    passedTo: 'codebuild.amazonaws.com',
    terraform: ['aws_codebuild_project'],
    source: `${docs}/codebuild/latest/userguide/setting-up-service-role.html`,
  },
  {
    actions: ['codepipeline:CreatePipeline', 'codepipeline:UpdatePipeline'],
    passedTo: 'codepipeline.amazonaws.com',
    terraform: ['aws_codepipeline'],
    source: `${docs}/codepipeline/latest/userguide/how-to-custom-role.html`,
  },
  {
    actions: ['states:CreateStateMachine', 'states:UpdateStateMachine'],
    passedTo: 'states.amazonaws.com',
    terraform: ['aws_sfn_state_machine'],
    source: `${docs}/step-functions/latest/dg/procedure-create-iam-role.html`,
  },
  {
    actions: ['events:PutTargets'],
    passedTo: 'events.amazonaws.com',
    terraform: ['aws_cloudwatch_event_target'],
    source: `${docs}/eventbridge/latest/userguide/eb-use-identity-based.html`,
  },
  {
    actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
    passedTo: 'scheduler.amazonaws.com',
    terraform: ['aws_scheduler_schedule'],
    source: `${docs}/scheduler/latest/UserGuide/security_iam_id-based-policies.html`,
  },
  {
    actions: ['glue:CreateJob', 'glue:UpdateJob', 'glue:CreateCrawler', 'glue:UpdateCrawler'],
    passedTo: 'glue.amazonaws.com',
    terraform: ['aws_glue_job', 'aws_glue_crawler'],
    source: `${docs}/glue/latest/dg/attach-policy-iam-user.html`,
  },
  {
    actions: ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob', 'sagemaker:CreateModel'],
    passedTo: 'sagemaker.amazonaws.com',
    terraform: ['aws_sagemaker_notebook_instance', 'aws_sagemaker_model'],
    source: `${docs}/sagemaker/latest/dg/sagemaker-roles.html`,
  },
  {
    actions: ['budgets:CreateBudgetAction', 'budgets:UpdateBudgetAction'],
    passedTo: 'budgets.amazonaws.com',
    source: `${docs}/cost-management/latest/userguide/budgets-action-role.html`,
  },
  {
    actions: ['firehose:CreateDeliveryStream'],
    passedTo: 'firehose.amazonaws.com',
    terraform: ['aws_kinesis_firehose_delivery_stream'],
    source: `${docs}/firehose/latest/dev/controlling-access.html`,
  },
  {
    actions: ['backup:CreateBackupSelection', 'backup:StartBackupJob'],
    passedTo: 'backup.amazonaws.com',
    terraform: ['aws_backup_selection'],
    source: `${docs}/aws-backup/latest/devguide/iam-service-roles.html`,
  },
  {
    actions: ['s3:PutReplicationConfiguration'],
    passedTo: 's3.amazonaws.com',
    source: `${docs}/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html`,
  },
  {
    actions: ['cloudtrail:CreateTrail', 'cloudtrail:UpdateTrail'],
    passedTo: 'cloudtrail.amazonaws.com',
    terraform: ['aws_cloudtrail'],
    source: `${docs}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  },
  {
    actions: ['bedrock:PutModelInvocationLoggingConfiguration'],
    passedTo: 'bedrock.amazonaws.com',
    source: `${docs}/bedrock/latest/userguide/model-invocation-logging.html`,
  },
  {
    actions: ['bedrock:CreateModelCustomizationJob'],
    passedTo: 'bedrock.amazonaws.com',
    source: `${docs}/bedrock/latest/userguide/model-customization-iam-role.html`,
  },
  {
    actions: ['config:PutConfigurationRecorder'],
    passedTo: 'config.amazonaws.com',
    terraform: ['aws_config_configuration_recorder'],
    source: `${docs}/config/latest/developerguide/iamrole-permissions.html`,
  },
]

const byAction: ReadonlyMap<string, string> = new Map(
  rolePassings.flatMap(({ actions, passedTo }) => actions.map((action) => [action.toLowerCase(), passedTo] as const)),
)

const byService: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Map.groupBy(byAction, ([action]) => action.slice(0, action.indexOf(':')))].map(
    ([prefix, entries]) => [prefix, new Set(entries.map(([, passedTo]) => passedTo))] as const,
  ),
)

const byTerraform: ReadonlyMap<string, string> = new Map(
  rolePassings.flatMap(({ terraform = [], passedTo }) => terraform.map((type) => [type, passedTo] as const)),
)

/** The service that receives the role when Terraform creates a resource of this type ("aws_lambda_function"). */
export const passedToByTerraform = (type: string): string | undefined => byTerraform.get(type)

/** The service that receives the roles of every call of this service ("lambda") that takes one; undefined where they go to several. */
export function passedToBy(prefix: string): string | undefined {
  const [only, ...others] = byService.get(prefix) ?? []
  return others.length === 0 ? only : undefined
}

/** The service that receives the role when someone calls this action ("service:Action", any case); undefined where this is not known. */
export const passedToService = (action: string): string | undefined => byAction.get(action.trim().toLowerCase())
