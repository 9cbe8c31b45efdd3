/** A set of permissions that lead to all others, if they hold for every resource. */
export interface EscalationPath {
  /** "service:Action", in AWS's spelling; all of them are needed. */
  readonly actions: readonly string[]
  /** What a caller does with them: "Who has it can …". */
  readonly how: string
}

/**
 * The well-known ones. Those of two steps that hand a role to a service and need nothing else (ec2:RunInstances) are left to Access Analyzer's PASS_ROLE_… codes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const escalationPaths: readonly EscalationPath[] = [
  path('iam:CreatePolicyVersion', 'write a new version of any policy, their own too, that allows everything'),
  path('iam:SetDefaultPolicyVersion', 'bring back an older, wider version of their own policy'),
  path('iam:AttachUserPolicy', 'attach AdministratorAccess to any user, themselves too'),
  path('iam:AttachGroupPolicy', 'attach AdministratorAccess to any group, their own too'),
  path('iam:PutUserPolicy', 'write any user, themselves too, a policy that allows everything'),
  path('iam:PutGroupPolicy', 'write any group, their own too, a policy that allows everything'),
  path('iam:AddUserToGroup', 'add themselves to the group of the administrators'),
  path('iam:CreateAccessKey', 'make an access key for any user, administrators too, and act as that user'),
  path('iam:CreateLoginProfile', 'set a console password for any user without one, and sign in as that user'),
  path('iam:UpdateLoginProfile', 'change the console password of any user, and sign in as that user'),
  path('iam:AttachRolePolicy', 'attach AdministratorAccess to any role, their own too'),
  path('iam:PutRolePolicy', 'write any role, their own too, a policy that allows everything'),
  path('iam:UpdateAssumeRolePolicy', 'let themselves into any role, and assume it'),
  path('iam:DeleteUserPermissionsBoundary', 'remove their own permissions boundary'),
  path('iam:DeleteRolePermissionsBoundary', 'remove the permissions boundary of their own role'),
  path('iam:PutUserPermissionsBoundary', 'replace their own permissions boundary'),
  path('iam:PutRolePermissionsBoundary', 'replace the permissions boundary of their own role'),
  path('iam:UpdateSAMLProvider', 'sign in through an identity provider of their own with every role that trusts it'),
  path(
    'iam:PassRole lambda:CreateFunction lambda:InvokeFunction',
    'run their own code in a Lambda function with any role that trusts Lambda',
  ),
  path(
    'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
    'have a table or queue run their own code in a Lambda function with any role that trusts Lambda',
  ),
  path(
    'iam:PassRole glue:CreateDevEndpoint glue:GetDevEndpoint',
    'log in to a Glue development endpoint with any role that trusts Glue',
  ),
  path(
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition',
    'run their own commands in a pipeline with any role that trusts Data Pipeline',
  ),
  path(
    'iam:PassRole sagemaker:CreateNotebookInstance sagemaker:CreatePresignedNotebookInstanceUrl',
    'open a notebook with any role that trusts SageMaker',
  ),
  path(
    'iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask',
    'run their own container with any role that trusts ECS tasks',
  ),
  path(
    'iam:PassRole codebuild:CreateProject codebuild:StartBuild',
    'run their own build with any role that trusts CodeBuild',
  ),
]

function path(actions: string, how: string): EscalationPath {
  return { actions: actions.split(' '), how }
}
