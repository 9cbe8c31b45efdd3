import { messagesOf } from '../../words/index.ts'
import { boundaryLines, levelLines, roleLines, userLines } from './fetch-lines.ts'
import { placeTable } from './place.ts'

const told = messagesOf('places/attached', {
  identity:
    'In the IAM console, open the user or role: its policies are under Permissions. Those of a user’s groups count too.',
  boundary: 'In the IAM console, open the user or role: it is under Permissions boundary.',
  organization:
    'In AWS Organizations, in the management account: the root, the organizational units above the account, and the account can each have some.',
  iamConsoleOpen: 'In the IAM console, open the user group: its policies are under Permissions.',
  iamIdentityCenter: 'In IAM Identity Center, open the permission set: its inline policy is under Permissions.',
  iamConsoleOpenPolicies:
    'In the IAM console, open Policies and the policy. Everyone it is attached to gets the change.',
  iamConsoleOpenRole: 'In the IAM console, open the role: it is under Trust relationships.',
  vpcConsoleOpen: 'In the VPC console, open the endpoint: it is under Policy.',
  passedSessionMade:
    'It is passed when the session is made, in the call to AssumeRole or GetFederationToken. Look in the program or tool that makes it.',
  inIdentityCenter: '# In the account that manages IAM Identity Center; the permission set is {{name}}.',
  setIs: '# The permission set is {{name}}.',
  fiveVersions:
    '# Everyone who has this policy gets the change. A policy keeps five versions: delete the oldest one first if there are five.',
  managedPolicy: '# The managed policy {{name}}.',
  servesAsBoundary: '# The policy that serves as the permissions boundary.',
  inManagementAccount: '# In the organization’s management account.',
})

const identity = told('identity')
const boundary = told('boundary')
const userBoundary = 'aws iam get-user --user-name {} --query User.PermissionsBoundary'
const roleBoundary = 'aws iam get-role --role-name {} --query Role.PermissionsBoundary'
const organization = told('organization')

/** Where policies of callers, organizations, and networks stand. */
export const attachedPlaces = placeTable({
  user: {
    type: 'identity',
    console: identity,
    standIn: '<USER_NAME>',
    get: 'aws iam list-attached-user-policies --user-name {}',
    script: userLines,
    put: ['aws iam put-user-policy --user-name {} --policy-name <POLICY_NAME> --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_user_policy', lines: ['user   = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::UserPolicy',
      properties: { PolicyName: '<POLICY_NAME>', UserName: '{}' },
      field: 'PolicyDocument',
    },
  },
  group: {
    type: 'identity',
    console: told('iamConsoleOpen'),
    standIn: '<GROUP_NAME>',
    get: 'aws iam list-attached-group-policies --group-name {}',
    put: ['aws iam put-group-policy --group-name {} --policy-name <POLICY_NAME> --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_group_policy', lines: ['group  = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::GroupPolicy',
      properties: { PolicyName: '<POLICY_NAME>', GroupName: '{}' },
      field: 'PolicyDocument',
    },
  },
  role: {
    type: 'identity',
    console: identity,
    standIn: '<ROLE_NAME>',
    get: 'aws iam list-attached-role-policies --role-name {}',
    script: roleLines,
    put: ['aws iam put-role-policy --role-name {} --policy-name <POLICY_NAME> --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_role_policy', lines: ['role   = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::RolePolicy',
      properties: { PolicyName: '<POLICY_NAME>', RoleName: '{}' },
      field: 'PolicyDocument',
    },
  },
  'permission-set': {
    type: 'identity',
    console: told('iamIdentityCenter'),
    standIn: '<PERMISSION_SET>',
    put: [
      told('inIdentityCenter', { name: '' }),
      'aws sso-admin put-inline-policy-to-permission-set --instance-arn <INSTANCE_ARN> --permission-set-arn <PERMISSION_SET_ARN> --inline-policy file://policy.json',
      'aws sso-admin provision-permission-set --instance-arn <INSTANCE_ARN> --permission-set-arn <PERMISSION_SET_ARN> --target-type ALL_PROVISIONED_ACCOUNTS',
    ],
    terraform: {
      type: 'aws_ssoadmin_permission_set_inline_policy',
      lines: [
        told('setIs', { name: '' }),
        'instance_arn       = "<INSTANCE_ARN>"',
        'permission_set_arn = "<PERMISSION_SET_ARN>"',
      ],
      field: 'inline_policy',
    },
    cloudFormation: {
      type: 'AWS::SSO::PermissionSet',
      properties: { Name: '{}', InstanceArn: '<INSTANCE_ARN>' },
      field: 'InlinePolicy',
    },
  },
  managed: {
    type: 'identity',
    console: told('iamConsoleOpenPolicies'),
    standIn: '<POLICY_ARN>',
    get: 'aws iam get-policy-version --policy-arn {} --version-id $(aws iam get-policy --policy-arn {} --query Policy.DefaultVersionId --output text) --query PolicyVersion.Document',
    put: [
      told('fiveVersions'),
      'aws iam create-policy-version --policy-arn {} --policy-document file://policy.json --set-as-default',
    ],
    terraform: { type: 'aws_iam_policy', lines: [told('managedPolicy', { name: '' })], field: 'policy' },
    cloudFormation: { type: 'AWS::IAM::ManagedPolicy', properties: {}, field: 'PolicyDocument' },
  },
  boundary: {
    type: 'permissions-boundary',
    console: boundary,
    standIn: '<POLICY_ARN>',
    put: ['aws iam create-policy-version --policy-arn {} --policy-document file://policy.json --set-as-default'],
    terraform: {
      type: 'aws_iam_policy',
      lines: [told('servesAsBoundary')],
      field: 'policy',
    },
    cloudFormation: { type: 'AWS::IAM::ManagedPolicy', properties: {}, field: 'PolicyDocument' },
  },
  'user-boundary': {
    type: 'permissions-boundary',
    console: boundary,
    standIn: '<USER_NAME>',
    get: userBoundary,
    script: boundaryLines(`${userBoundary}.PermissionsBoundaryArn`),
  },
  'role-boundary': {
    type: 'permissions-boundary',
    console: boundary,
    standIn: '<ROLE_NAME>',
    get: roleBoundary,
    script: boundaryLines(`${roleBoundary}.PermissionsBoundaryArn`),
  },
  trust: {
    type: 'trust',
    console: told('iamConsoleOpenRole'),
    standIn: '<ROLE_NAME>',
    get: 'aws iam get-role --role-name {} --query Role.AssumeRolePolicyDocument',
    put: ['aws iam update-assume-role-policy --role-name {} --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_role', lines: ['name = "{}"'], field: 'assume_role_policy' },
    cloudFormation: { type: 'AWS::IAM::Role', properties: { RoleName: '{}' }, field: 'AssumeRolePolicyDocument' },
  },
  scp: {
    type: 'scp',
    console: organization,
    standIn: '<POLICY_ID>',
    fetchStandIn: '<ACCOUNT_ID>',
    get: 'aws organizations list-policies-for-target --target-id {} --filter SERVICE_CONTROL_POLICY',
    script: levelLines('SERVICE_CONTROL_POLICY', 'SCP'),
    put: [told('inManagementAccount'), 'aws organizations update-policy --policy-id {} --content file://policy.json'],
    terraform: {
      type: 'aws_organizations_policy',
      lines: ['name = "<POLICY_NAME>"', 'type = "SERVICE_CONTROL_POLICY"'],
      field: 'content',
    },
    cloudFormation: {
      type: 'AWS::Organizations::Policy',
      properties: { Name: '<POLICY_NAME>', Type: 'SERVICE_CONTROL_POLICY' },
      field: 'Content',
    },
  },
  rcp: {
    type: 'rcp',
    console: organization,
    standIn: '<POLICY_ID>',
    fetchStandIn: '<ACCOUNT_ID>',
    get: 'aws organizations list-policies-for-target --target-id {} --filter RESOURCE_CONTROL_POLICY',
    script: levelLines('RESOURCE_CONTROL_POLICY', 'RCP'),
    put: [told('inManagementAccount'), 'aws organizations update-policy --policy-id {} --content file://policy.json'],
    terraform: {
      type: 'aws_organizations_policy',
      lines: ['name = "<POLICY_NAME>"', 'type = "RESOURCE_CONTROL_POLICY"'],
      field: 'content',
    },
    cloudFormation: {
      type: 'AWS::Organizations::Policy',
      properties: { Name: '<POLICY_NAME>', Type: 'RESOURCE_CONTROL_POLICY' },
      field: 'Content',
    },
  },
  'organization-policy': {
    type: 'scp',
    console: organization,
    standIn: '<POLICY_ID>',
    get: 'aws organizations describe-policy --policy-id {} --query Policy.Content --output text',
  },
  endpoint: {
    type: 'vpc-endpoint',
    console: told('vpcConsoleOpen'),
    standIn: '<ENDPOINT_ID>',
    get: 'aws ec2 describe-vpc-endpoints',
    put: ['aws ec2 modify-vpc-endpoint --vpc-endpoint-id {} --policy-document file://policy.json'],
    terraform: { type: 'aws_vpc_endpoint_policy', lines: ['vpc_endpoint_id = "{}"'], field: 'policy' },
  },
  session: {
    type: 'session',
    console: told('passedSessionMade'),
    standIn: '<ROLE_NAME>',
    get: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole',
  },
})
