/** Actions that hand a role to a service, and the service that then acts with it. */
interface RolePassing {
  /** "service:Action", as AWS spells them. */
  readonly actions: readonly string[]
  /** What `iam:PassedToService` holds, and what the role's trust policy must trust. */
  readonly passedTo: string
  readonly source: string
}

const docs = 'https://docs.aws.amazon.com'

/** The common ones. A call that hands over no role does not ask for iam:PassRole. */
export const rolePassings: readonly RolePassing[] = [
  {
    actions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    passedTo: 'lambda.amazonaws.com',
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
    source: `${docs}/IAM/latest/UserGuide/id_roles_use_passrole.html`,
  },
  {
    actions: ['ec2:CreateFlowLogs'],
    passedTo: 'vpc-flow-logs.amazonaws.com',
    source: `${docs}/vpc/latest/userguide/flow-logs-iam-role.html`,
  },
  {
    actions: ['ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:StartTask'],
    passedTo: 'ecs-tasks.amazonaws.com',
    source: `${docs}/AmazonECS/latest/developerguide/task-iam-roles.html`,
  },
  {
    actions: ['eks:CreateCluster'],
    passedTo: 'eks.amazonaws.com',
    source: `${docs}/eks/latest/userguide/cluster-iam-role.html`,
  },
  {
    actions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    passedTo: 'cloudformation.amazonaws.com',
    source: `${docs}/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html`,
  },
  {
    actions: ['codebuild:CreateProject', 'codebuild:UpdateProject'],
    passedTo: 'codebuild.amazonaws.com',
    source: `${docs}/codebuild/latest/userguide/setting-up-service-role.html`,
  },
  {
    actions: ['codepipeline:CreatePipeline', 'codepipeline:UpdatePipeline'],
    passedTo: 'codepipeline.amazonaws.com',
    source: `${docs}/codepipeline/latest/userguide/how-to-custom-role.html`,
  },
  {
    actions: ['states:CreateStateMachine', 'states:UpdateStateMachine'],
    passedTo: 'states.amazonaws.com',
    source: `${docs}/step-functions/latest/dg/procedure-create-iam-role.html`,
  },
  {
    actions: ['events:PutTargets'],
    passedTo: 'events.amazonaws.com',
    source: `${docs}/eventbridge/latest/userguide/eb-use-identity-based.html`,
  },
  {
    actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
    passedTo: 'scheduler.amazonaws.com',
    source: `${docs}/scheduler/latest/UserGuide/security_iam_id-based-policies.html`,
  },
  {
    actions: ['glue:CreateJob', 'glue:UpdateJob', 'glue:CreateCrawler', 'glue:UpdateCrawler'],
    passedTo: 'glue.amazonaws.com',
    source: `${docs}/glue/latest/dg/attach-policy-iam-user.html`,
  },
  {
    actions: ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob', 'sagemaker:CreateModel'],
    passedTo: 'sagemaker.amazonaws.com',
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
    source: `${docs}/firehose/latest/dev/controlling-access.html`,
  },
  {
    actions: ['backup:CreateBackupSelection', 'backup:StartBackupJob'],
    passedTo: 'backup.amazonaws.com',
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

/** The service that receives the roles of every call of this service ("lambda") that takes one; undefined where they go to several. */
export function passedToBy(prefix: string): string | undefined {
  const [only, ...others] = byService.get(prefix) ?? []
  return others.length === 0 ? only : undefined
}

/** The service that receives the role when someone calls this action ("service:Action", any case); undefined where this is not known. */
export const passedToService = (action: string): string | undefined => byAction.get(action.trim().toLowerCase())
