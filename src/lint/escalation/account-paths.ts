import { type EscalationPath, path, paths } from './path.ts'

const catalogue = 'https://pathfinding.cloud/paths'
const boundaries = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'
const scps = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html'
const research = 'https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/'
const tags = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html'
const cloud = 'https://github.com/HackTricks-wiki/hacktricks-cloud/blob/master/src/pentesting-cloud/aws-security'
const iamTricks = `${cloud}/aws-privilege-escalation/aws-iam-privesc/README.md`
const ssoTricks = `${cloud}/aws-privilege-escalation/aws-sso-and-identitystore-privesc/README.md`

const one = (actions: string, how: string, source: string): EscalationPath => path(actions, { how, source })
const passing = (actions: string, how: string, passedTo: string, source: string): EscalationPath =>
  path(actions, { how, source, passedTo })

/** Permissions that amount to all of them: through IAM, IAM Identity Center, Organizations, and the oldest paths through services. */
export const escalationPaths: readonly EscalationPath[] = [
  one(
    'iam:CreatePolicyVersion',
    'write a new version of any policy, their own too, that allows everything',
    `${catalogue}/iam-001`,
  ),
  one(
    'iam:SetDefaultPolicyVersion',
    'bring back an older, wider version of their own policy',
    'https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation',
  ),
  one('iam:AttachUserPolicy', 'attach AdministratorAccess to any user, themselves too', `${catalogue}/iam-008`),
  one('iam:AttachGroupPolicy', 'attach AdministratorAccess to any group, their own too', `${catalogue}/iam-010`),
  one('iam:PutUserPolicy', 'write any user, themselves too, a policy that allows everything', `${catalogue}/iam-007`),
  one('iam:PutGroupPolicy', 'write any group, their own too, a policy that allows everything', `${catalogue}/iam-011`),
  one('iam:AddUserToGroup', 'add themselves to the group of the administrators', `${catalogue}/iam-013`),
  one(
    'iam:CreateAccessKey',
    'make an access key for any user, administrators too, and act as that user',
    `${catalogue}/iam-002`,
  ),
  one(
    'iam:CreateLoginProfile',
    'set a console password for any user without one, and sign in as that user',
    `${catalogue}/iam-004`,
  ),
  one(
    'iam:UpdateLoginProfile',
    'change the console password of any user, and sign in as that user',
    `${catalogue}/iam-006`,
  ),
  ...paths(
    'make credentials of any user for CodeCommit, Keyspaces, or Bedrock, and act as that user there',
    ['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential', 'iam:UploadSSHPublicKey'],
    { source: iamTricks },
  ),
  one('iam:AttachRolePolicy', 'attach AdministratorAccess to any role, their own too', `${catalogue}/iam-009`),
  one('iam:PutRolePolicy', 'write any role, their own too, a policy that allows everything', `${catalogue}/iam-005`),
  one('iam:UpdateAssumeRolePolicy', 'let themselves into any role, and assume it', `${catalogue}/iam-012`),
  one('iam:DeleteUserPermissionsBoundary', 'remove their own permissions boundary', boundaries),
  one('iam:DeleteRolePermissionsBoundary', 'remove the permissions boundary of their own role', boundaries),
  one('iam:PutUserPermissionsBoundary', 'replace their own permissions boundary', boundaries),
  one('iam:PutRolePermissionsBoundary', 'replace the permissions boundary of their own role', boundaries),
  one(
    'iam:UpdateSAMLProvider',
    'sign in through an identity provider of their own with every role that trusts it',
    iamTricks,
  ),
  one(
    'iam:UpdateOpenIDConnectProviderThumbprint',
    'have AWS accept the tokens of another server with every role that trusts the identity provider',
    'https://hackingthe.cloud/aws/post_exploitation/iam_rogue_oidc_identity_provider/',
  ),
  one(
    'iam:AddClientIDToOpenIDConnectProvider',
    'use tokens made for another application with every role that trusts the identity provider',
    'https://hackingthe.cloud/aws/post_exploitation/iam_rogue_oidc_identity_provider/',
  ),
  one(
    'sts:AssumeRoot',
    'act as the root user of any member account, for the tasks that AWS allows',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  ),
  ...paths(
    'give any permission to a permission set that they have',
    [
      'sso:PutInlinePolicyToPermissionSet sso:ProvisionPermissionSet',
      'sso:AttachManagedPolicyToPermissionSet sso:ProvisionPermissionSet',
      'sso:AttachCustomerManagedPolicyReferenceToPermissionSet sso:ProvisionPermissionSet',
      'sso:DeletePermissionsBoundaryFromPermissionSet sso:ProvisionPermissionSet',
    ],
    { source: ssoTricks },
  ),
  one('sso:CreateAccountAssignment', 'assign themselves any permission set in any account', ssoTricks),
  one('identitystore:CreateGroupMembership', 'add themselves to any group of IAM Identity Center', ssoTricks),
  one(
    'sso-directory:UpdatePassword',
    'change the password of any user of IAM Identity Center, and sign in as that user',
    ssoTricks,
  ),
  ...paths(
    'remove an SCP or RCP that limits their account',
    [
      'organizations:DetachPolicy',
      'organizations:UpdatePolicy',
      'organizations:MoveAccount',
      'organizations:LeaveOrganization',
    ],
    { source: scps },
  ),
  passing(
    'iam:PassRole lambda:CreateFunction lambda:InvokeFunction',
    'run their own code in a Lambda function with any role that trusts Lambda',
    'lambda.amazonaws.com',
    `${catalogue}/lambda-001`,
  ),
  passing(
    'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
    'have a table or queue run their own code in a Lambda function with any role that trusts Lambda',
    'lambda.amazonaws.com',
    `${catalogue}/lambda-002`,
  ),
  passing(
    'iam:PassRole glue:CreateDevEndpoint',
    'log in to a Glue development endpoint with any role that trusts Glue',
    'glue.amazonaws.com',
    `${catalogue}/glue-001`,
  ),
  passing(
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition',
    'run their own commands in a pipeline with any role that trusts Data Pipeline',
    'datapipeline.amazonaws.com',
    `${catalogue}/datapipeline-001`,
  ),
  passing(
    'iam:PassRole sagemaker:CreateNotebookInstance sagemaker:CreatePresignedNotebookInstanceUrl',
    'open a notebook with any role that trusts SageMaker',
    'sagemaker.amazonaws.com',
    `${catalogue}/sagemaker-001`,
  ),
  passing(
    'iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask',
    'run their own container with any role that trusts ECS tasks',
    'ecs-tasks.amazonaws.com',
    `${catalogue}/ecs-004`,
  ),
  passing(
    'iam:PassRole codebuild:CreateProject codebuild:StartBuild',
    'run their own build with any role that trusts CodeBuild',
    'codebuild.amazonaws.com',
    `${catalogue}/codebuild-001`,
  ),
]

/**
 * Permissions that amount to all of them on whatever resource they share: the caller makes or changes a user or role there, and then uses it. The
 * condition keys iam:PermissionsBoundary and iam:PolicyARN are what limits them.
 */
export const pathsOnOneResource: readonly EscalationPath[] = [
  ...paths(
    'create a role that trusts them, give it any permission, and assume it',
    ['iam:CreateRole iam:AttachRolePolicy', 'iam:CreateRole iam:PutRolePolicy'],
    { source: iamTricks },
  ),
  ...paths(
    'let themselves into the role, give it any permission, and assume it',
    ['iam:UpdateAssumeRolePolicy iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy iam:PutRolePolicy'],
    { source: `${catalogue}/iam-021` },
  ),
  ...paths(
    'give a role that they can assume any permission',
    ['sts:AssumeRole iam:AttachRolePolicy', 'sts:AssumeRole iam:PutRolePolicy'],
    { source: `${catalogue}/iam-017` },
  ),
  ...paths(
    'give the user any permission, and act as that user with a new access key',
    ['iam:CreateAccessKey iam:AttachUserPolicy', 'iam:CreateAccessKey iam:PutUserPolicy'],
    { source: `${catalogue}/iam-018` },
  ),
]

/** Permissions that lead to others only where something else is there: an old key, a password, a Deny, a tag that opens something. */
export const conditionalPaths: readonly EscalationPath[] = [
  one('iam:UpdateAccessKey', 'turn an old access key of any user on again, and act as that user', iamTricks),
  ...paths(
    'replace the MFA device of any user whose password they have',
    ['iam:DeactivateMFADevice', 'iam:CreateVirtualMFADevice iam:EnableMFADevice', 'iam:ResyncMFADevice'],
    { source: iamTricks },
  ),
  ...paths(
    'remove a policy whose Deny limits them',
    ['iam:DeleteUserPolicy', 'iam:DeleteRolePolicy', 'iam:DetachUserPolicy', 'iam:DetachRolePolicy'],
    { source: research },
  ),
  ...paths(
    'give themselves the tag that a policy asks for, or remove the one that limits them',
    ['iam:TagUser', 'iam:TagRole', 'iam:UntagUser', 'iam:UntagRole'],
    { source: tags },
  ),
]

/** The actions of IAM (in lower case) that callers can use on the user that they are, so that "user/${aws:username}" limits nothing. */
export const onThemselves: ReadonlySet<string> = new Set([
  'attachuserpolicy',
  'putuserpolicy',
  'deleteuserpolicy',
  'detachuserpolicy',
  'deleteuserpermissionsboundary',
  'putuserpermissionsboundary',
  'taguser',
  'untaguser',
])
