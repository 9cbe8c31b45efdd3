// Pastes about roles, permission sets, and accounts from public reports whose answers a person graded low.
import { answerAll, denied, policy, type Row } from './answer-rows.ts'

const trust = (AWS: string | readonly string[], Action: string | readonly string[] = 'sts:AssumeRole'): string =>
  policy({ Effect: 'Allow', Principal: { AWS }, Action })
const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`

const worker = 'sts::111122223333:assumed-role/worker/run'
const hidden = 'sts::<CHILD>:assumed-role/worker/run'
const workerRole = 'arn:aws:iam::111122223333:role/worker'
const assume = 'sts:AssumeRole'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role
// biome-ignore format: one row per line
const ofItself: readonly Row[] = [
  ['its trust policy was pasted', `${denied(worker, assume, workerRole)}\n\n${trust('arn:aws:iam::111122223333:user/ci')}`, 'trust-does-not-name-caller', ['The call assumes the role that it already comes from', 'The trust policy doesn’t name it', 'Leave the call out']],
  ['one of the accounts is hidden', `${denied(hidden, assume, workerRole)}\n\n${trust('arn:aws:iam::111122223333:user/ci')}`, 'trust-does-not-name-caller', ['seems to assume the role that it already comes from', 'One of the two accounts is hidden', 'Leave the call out']],
  ['two accounts, and neither is hidden', denied(worker, assume, 'arn:aws:iam::444455556666:role/worker'), 'trust-does-not-name-caller', ['either the role’s trust policy'], ['already comes from']],
  ['the trust policy names it, but not its tags', `${denied(worker, 'sts:TagSession', workerRole)}\n\n${trust(workerRole)}`, 'trust-does-not-name-caller', ['doesn’t allow sts:TagSession to the role worker'], ['The trust policy doesn’t name it']],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
// biome-ignore format: one row per line
const deletedPrincipals: readonly Row[] = [
  ['IDs that someone crossed out', `${denied('iam::111122223333:role/pipeline', assume, 'arn:aws:iam::444455556666:role/deploy')}\n\n${trust(['AROAXXXXXXXXXXXXXXXX', 'AIDAEXAMPLEUSERID1234'])}`, 'trust-does-not-name-caller', ['The policy names `AROAXXXXXXXXXXXXXXXX` and `AIDAEXAMPLEUSERID1234`', 'that were deleted', 'write their ARNs again'], ['Put the real values back']],
  ['one ID', `${denied(worker, assume, 'arn:aws:iam::111122223333:role/deploy')}\n\n${trust('AROAEXAMPLEROLEID1234')}`, 'trust-does-not-name-caller', ['a role or user that was deleted', 'write its ARN again', '"arn:aws:iam::111122223333:role/worker"']],
]

const linked = (service: string, name: string): string =>
  `arn:aws:iam::111122223333:role/aws-service-role/${service}/${name}`

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
// biome-ignore format: one row per line
const otherRoles: readonly Row[] = [
  ['the name in the profile goes on in the call', `${denied(worker, assume, 'arn:aws:iam::111122223333:role/AppReaderTool')}\n\n[profile reader]\nrole_arn = arn:aws:iam::111122223333:role/AppReader\nsource_profile = base`, 'trust-does-not-name-caller', ['Check the role’s name in the call', 'a role that doesn’t exist', 'aws iam get-role --role-name AppReaderTool']],
  ['the profile has the role itself', `${denied(worker, assume, 'arn:aws:iam::111122223333:role/AppReader')}\n\n[profile reader]\nrole_arn = arn:aws:iam::111122223333:role/AppReader`, 'trust-does-not-name-caller', ['A role that doesn’t exist gives the same answer'], ['Check the role’s name in the call']],
  ['the profile has a role of another account', `${denied(worker, assume, 'arn:aws:iam::444455556666:role/AppReaderTool')}\n\n[profile reader]\nrole_arn = arn:aws:iam::111122223333:role/AppReader`, 'trust-does-not-name-caller', [], ['Check the role’s name in the call']],
  ['the role that AWS Control Tower makes', denied(worker, assume, 'arn:aws:iam::444455556666:role/AWSControlTowerExecution'), 'trust-does-not-name-caller', ['Call from the management account', 'AWS Control Tower puts into member accounts', 'trusts the management account only']],
  ['the role that AWS Organizations makes', denied('iam::111122223333:user/ci', assume, 'arn:aws:iam::444455556666:role/OrganizationAccountAccessRole'), 'trust-does-not-name-caller', ['AWS Organizations puts into member accounts']],
  ['its trust policy was pasted', `${denied(worker, assume, 'arn:aws:iam::444455556666:role/OrganizationAccountAccessRole')}\n\n${trust('arn:aws:iam::777788889999:root')}`, 'trust-does-not-name-caller', [], ['Call from the management account']],
  ['a caller from a permission set', denied('sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/li', assume, 'arn:aws:iam::111122223333:role/reader'), 'trust-does-not-name-caller', ['"aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Dev_0123456789abcdef"']],
  ['a role of IAM Identity Center', denied(worker, assume, 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef'), 'assume-role-target', ['can’t be assumed from another role or user', 'Sign in with the permission set instead'], ['Name the role worker']],
  ['a service-linked role', denied(worker, assume, linked('ecs.amazonaws.com', 'AWSServiceRoleForECS')), 'assume-role-target', ['A service-linked role can’t be assumed', 'Use a role of your own']],
  ['the trust policy names a group', `${denied('iam::111122223333:user/li', assume, 'arn:aws:iam::111122223333:role/reader')}\n\n${trust('arn:aws:iam::111122223333:group/admins')}`, 'trust-does-not-name-caller', ['a group can’t be a principal']],
  ['the ARN has another partition, and the caller’s account', 'User: arn:aws-us-gov:sts::111122223333:assumed-role/worker/run is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/reader', 'assume-role-target', ['Write the role’s ARN with the caller’s partition', '`arn:aws-us-gov:iam::111122223333:role/reader`'], ['Sign in to an account in that partition']],
  ['another partition and another account', 'User: arn:aws-us-gov:sts::111122223333:assumed-role/worker/run is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reader', 'assume-role-target', ['Sign in to an account in that partition'], ['Write the role’s ARN with']],
]

const boundaryDeny = (...Action: readonly string[]): string =>
  policy(
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      Action,
      Resource: '*',
      Condition: { StringNotEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/limits' } },
    },
  )
const inBoundary = ' with an explicit deny in a permissions boundary'
const createLinked = denied(
  worker,
  'iam:CreateServiceLinkedRole',
  linked('elasticloadbalancing.amazonaws.com', 'AWSServiceRoleForElasticLoadBalancing'),
  inBoundary,
)

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// biome-ignore format: one row per line
const linkedRoles: readonly Row[] = [
  ['a Deny asks for a boundary, which such a role can’t have', `${createLinked}\n\nThe permissions boundary:\n${boundaryDeny('iam:CreateRole', 'iam:CreateServiceLinkedRole')}`, 'explicit-deny', ['Have iam:CreateServiceLinkedRole taken out of this Deny', 'A service-linked role can’t have a permissions boundary', 'aws iam create-service-linked-role --aws-service-name elasticloadbalancing.amazonaws.com', 'Take iam:CreateServiceLinkedRole out of the Deny'], ['Create the role with this boundary']],
  ['the Deny names all actions', `${createLinked}\n\nThe permissions boundary:\n${boundaryDeny('iam:*')}`, 'explicit-deny', ['Have iam:CreateServiceLinkedRole taken out of this Deny'], ['Create the role with this boundary', 'Take iam:CreateServiceLinkedRole out of the Deny in']],
  ['the boundary wasn’t pasted', createLinked, 'explicit-deny', ['Have the service-linked role created once', '--aws-service-name elasticloadbalancing.amazonaws.com'], ['Check the boundary of the role or user']],
  ['a role that can have one', `${denied(worker, 'iam:CreateRole', 'arn:aws:iam::111122223333:role/app', inBoundary)}\n\nThe permissions boundary:\n${boundaryDeny('iam:CreateRole', 'iam:CreateServiceLinkedRole')}`, 'explicit-deny', ['Create the role with this boundary'], ['taken out of this Deny']],
  ['passing the role of stack sets', denied(worker, 'iam:PassRole', linked('stacksets.cloudformation.amazonaws.com', 'AWSServiceRoleForCloudFormationStackSetsOrgAdmin')), 'pass-role-missing', ['Leave this role out of the call', 'SERVICE_MANAGED']],
  ['passing one of Amazon ECS', denied(worker, 'iam:PassRole', linked('ecs.amazonaws.com', 'AWSServiceRoleForECS')), 'pass-role-missing', ['Leave this role out of the call', 'only ecs.amazonaws.com can use it'], ['SERVICE_MANAGED']],
  ['passing one of EC2 Auto Scaling, which takes it', denied(worker, 'iam:PassRole', linked('autoscaling.amazonaws.com', 'AWSServiceRoleForAutoScaling_app')), 'pass-role-missing', ['Allow passing this one role'], ['Leave this role out of the call']],
  ['passing an ordinary role', denied(worker, 'iam:PassRole', 'arn:aws:iam::111122223333:role/app'), 'pass-role-missing', [], ['Leave this role out of the call']],
]

const set = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef'
const provider = 'arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE'

// https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
// biome-ignore format: one row per line
const permissionSets: readonly Row[] = [
  ['an assignment that AWS denies without a reason', denied(worker, 'sso:CreateAccountAssignment', set), 'no-identity-allow', ['Check whether the permission set is assigned in the management account', `--instance-arn arn:aws:sso:::instance/ssoins-1234567890abcdef --permission-set-arn ${set}`]],
  ['a change of the set', denied(worker, 'sso:PutInlinePolicyToPermissionSet', set), 'no-identity-allow', ['Check whether the permission set is assigned in the management account']],
  ['AWS names the caller’s policies', denied(worker, 'sso:CreateAccountAssignment', set, silent('sso:CreateAccountAssignment')), 'no-identity-allow', ['Allow sso:CreateAccountAssignment to the role worker'], ['is assigned in the management account']],
  ['reading the set', denied(worker, 'sso:DescribePermissionSet', set), 'no-identity-allow', [], ['is assigned in the management account']],
  ['Identity Center’s SAML provider', denied(worker, 'iam:UpdateSAMLProvider', provider, silent('iam:UpdateSAMLProvider')), 'identity-center-provisions', ['The SAML provider belongs to IAM Identity Center', '"iam:CreateSAMLProvider"', 'saml-provider/AWSSSO_*'], ['The role belongs']],
  ['a SAML provider of the account', denied(worker, 'iam:UpdateSAMLProvider', 'arn:aws:iam::111122223333:saml-provider/okta', silent('iam:UpdateSAMLProvider')), 'no-identity-allow', [], ['IAM Identity Center']],
]

const session = 'arn:aws:ssm:eu-west-1:111122223333:session/run-0a1b2c3d4e5f6a7b8'
const bySession = policy({
  Effect: 'Allow',
  Action: 'ssm:TerminateSession',
  Resource: '*',
  Condition: { StringLike: { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}' } },
})

// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
// biome-ignore format: one row per line
const sessions: readonly Row[] = [
  ['the tag that Session Manager sets', `Starting session with SessionId: run-0a1b2c3d4e5f6a7b8\n\n${denied(worker, 'ssm:TerminateSession', session)}\n\n${bySession}`, 'depends', ['End the session with the credentials that started it', 'the caller’s ID (aws:userid)', 'is ${aws:userid}'], ['tag-resources', 'x:run', 'session-manager-plugin']],
  ['the plugin is missing', `$ aws ssm start-session --target i-0123456789abcdef0\n\n${denied(worker, 'ssm:TerminateSession', session)}`, 'no-identity-allow', ['session-manager-plugin --version']],
  ['a role session, and the policy has the user’s name', `${denied(worker, 'ssm:TerminateSession', session, silent('ssm:TerminateSession'))}\n\n${policy({ Effect: 'Allow', Action: 'ssm:TerminateSession', Resource: 'arn:aws:ssm:*:*:session/${aws:username}-*' })}`, 'no-identity-allow', ['Allow a caller’s sessions by their tag', 'a role session never does', '"ssm:resourceTag/aws:ssmmessages:session-id":"${aws:userid}*"'], ['session-manager-plugin']],
  ['someone else’s session', `${denied(worker, 'ssm:TerminateSession', session.replace('run-', 'li-'), silent('ssm:TerminateSession'))}\n\n${policy({ Effect: 'Allow', Action: 'ssm:TerminateSession', Resource: 'arn:aws:ssm:*:*:session/${aws:username}-*' })}`, 'no-identity-allow', [], ['by their tag', 'session-manager-plugin']],
  ['another tag of AWS’s own', `${denied(worker, 'ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0')}\n\n${policy({ Effect: 'Allow', Action: 'ec2:StopInstances', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/aws:cloudformation:stack-name': 'app' } } })}`, 'depends', ['Use a resource whose tag aws:cloudformation:stack-name is app', 'no one else can set or change them'], ['create-tags', 'tag-resources']],
]

const lock = policy({
  Effect: 'Deny',
  NotAction: ['iam:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
})
const inScp = ' with an explicit deny in a service control policy'
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const through = (name: string): string =>
  policy({
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: { StringEquals: { 'kms:ViaService': name } },
  })

// biome-ignore format: one row per line
const setups: readonly Row[] = [
  ['a Region lock and a role of AWS Control Tower', `${denied('sts::111122223333:assumed-role/aws-controltower-ConfigRecorderRole/AWSConfig-Describe', 'sagemaker:ListModels', '*', inScp)}\n\n${lock}`, 'scp-region-lock', ['Exempt this role from the Region lock', 'Exempt the role aws-controltower-ConfigRecorderRole'], ['Use Region']],
  ['a Region lock and a role of someone’s own', `${denied(worker, 'sagemaker:ListModels', '*', inScp)}\n\n${lock}`, 'scp-region-lock', ['Use Region eu-west-1'], ['Exempt this role from']],
  ['kms:ViaService with another Region than the key', `${denied(worker, 'kms:Decrypt', key, silent('kms:Decrypt'))}\n\n${through('s3.us-east-1.amazonaws.com')}`, 'no-identity-allow', ['Have kms:ViaService name the key’s Region', 'must end with eu-west-1.amazonaws.com']],
  ['kms:ViaService with the key’s Region', `${denied(worker, 'kms:Decrypt', key, silent('kms:Decrypt'))}\n\n${through('s3.eu-west-1.amazonaws.com')}`, 'no-identity-allow', ['Use the key through s3.eu-west-1.amazonaws.com'], ['name the key’s Region']],
  ['a call of AWS Organizations that every account can make', denied(worker, 'organizations:DescribeOrganization', '*', silent('organizations:DescribeOrganization')), 'no-identity-allow', ['Allow organizations:DescribeOrganization'], ['from the right account']],
  ['one that only some can make', denied(worker, 'organizations:ListAccounts', '*', silent('organizations:ListAccounts')), 'no-identity-allow', ['Check that you call from the right account']],
]

answerAll([
  ['setups of an organization', setups],
  ['roles that assume themselves', ofItself],
  ['principals that were deleted', deletedPrincipals],
  ['roles to assume', otherRoles],
  ['service-linked roles', linkedRoles],
  ['permission sets', permissionSets],
  ['sessions', sessions],
])
