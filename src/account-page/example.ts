// An account to try the page with: people in Billing with access through a group, a permission set, and a chain of roles; a boundary, an SCP, MFA.
const id = '111122223333'
const other = '444455556666'

const allow = (action: string | readonly string[], resource = '*', condition?: object): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...(condition ? { Condition: condition } : {}) }],
})
const trusting = (principal: object): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
})
const managed = (name: string): object => ({ PolicyName: name, PolicyArn: `arn:aws:iam::${id}:policy/${name}` })

interface Entity {
  readonly attached?: readonly string[]
  readonly inline?: object
}
const holding = (list: string, { attached = [], inline }: Entity): object => ({
  AttachedManagedPolicies: attached.map(managed),
  [list]: inline ? [{ PolicyName: 'Own', PolicyDocument: inline }] : [],
})
const user = (name: string, groups: readonly string[], more: Entity & { readonly boundary?: string } = {}): object => ({
  UserName: name,
  Arn: `arn:aws:iam::${id}:user/${name}`,
  GroupList: groups,
  ...holding('UserPolicyList', more),
  ...(more.boundary
    ? { PermissionsBoundary: { PermissionsBoundaryArn: `arn:aws:iam::${id}:policy/${more.boundary}` } }
    : {}),
})
const role = (name: string, trust: object, more: Entity, path = '/'): object => ({
  RoleName: name,
  Arn: `arn:aws:iam::${id}:role${path}${name}`,
  AssumeRolePolicyDocument: trust,
  ...holding('RolePolicyList', more),
})
const policy = (name: string, document: object): object => ({
  PolicyName: name,
  Arn: `arn:aws:iam::${id}:policy/${name}`,
  PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }],
})

const seeBilling = [
  'account:Get*',
  'billing:Get*',
  'billing:List*',
  'budgets:Describe*',
  'budgets:ViewBudget',
  'ce:Describe*',
  'ce:Get*',
  'consolidatedbilling:Get*',
  'consolidatedbilling:List*',
  'invoicing:Get*',
  'invoicing:List*',
  'payments:Get*',
  'payments:List*',
  'tax:Get*',
  'tax:List*',
]

const accountDetails = {
  UserDetailList: [
    user('ana', ['finance']),
    user('ben', [], { attached: ['Administrator'] }),
    user('carla', [], { inline: allow('sts:AssumeRole', `arn:aws:iam::${id}:role/Accountant`) }),
    user('diego', ['finance'], { boundary: 'OnlyReports' }),
    user('erin', [], {
      inline: allow(['budgets:ViewBudget', 'budgets:ModifyBudget', 'budgets:Describe*'], '*', {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
    }),
    user('frank', ['developers']),
  ],
  GroupDetailList: [
    {
      GroupName: 'finance',
      Arn: `arn:aws:iam::${id}:group/finance`,
      ...holding('GroupPolicyList', { attached: ['SeeBilling', 'Pay'] }),
    },
    {
      GroupName: 'developers',
      Arn: `arn:aws:iam::${id}:group/developers`,
      ...holding('GroupPolicyList', { inline: allow(['s3:*', 'lambda:*', 'iam:PassRole']) }),
    },
  ],
  RoleDetailList: [
    role('Accountant', trusting({ AWS: `arn:aws:iam::${id}:root` }), { attached: ['SeeBilling', 'Pay', 'Taxes'] }),
    role('Reporter', trusting({ Service: 'lambda.amazonaws.com' }), { attached: ['OnlyReports'] }),
    role('Auditor', trusting({ AWS: `arn:aws:iam::${other}:root` }), { attached: ['SeeBilling'] }),
    role(
      'AWSReservedSSO_Finance_0123456789abcdef',
      trusting({ Federated: `arn:aws:iam::${id}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE` }),
      { attached: ['SeeBilling', 'Taxes'] },
      '/aws-reserved/sso.amazonaws.com/',
    ),
  ],
  Policies: [
    policy('Administrator', allow('*')),
    policy('SeeBilling', allow(seeBilling)),
    policy('Pay', allow(['payments:MakePayment', 'payments:Update*', 'payments:CreatePaymentInstrument'])),
    policy('Taxes', allow(['tax:BatchPut*', 'tax:DeleteTaxRegistration', 'tax:Put*'])),
    policy('OnlyReports', allow(['s3:GetObject', 's3:ListBucket', 'ce:Get*', 'ce:Describe*'])),
  ],
}

const set = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-5555666677778888'

const around = [
  {
    command: 'organizations describe-organization',
    output: { Organization: { Id: 'o-exampleorg', MasterAccountId: '999988887777' } },
  },
  { command: 'organizations list-parents', for: id, output: { Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] } },
  ...['r-ab12', id].map((target) => ({
    command: 'organizations list-policies-for-target',
    for: target,
    output: {
      Policies: [
        { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' },
        ...(target === id ? [{ Id: 'p-noclosing', Name: 'NoClosing', Type: 'SERVICE_CONTROL_POLICY' }] : []),
      ],
    },
  })),
  {
    command: 'organizations describe-policy',
    for: 'p-noclosing',
    output: {
      Policy: {
        PolicySummary: { Id: 'p-noclosing', Name: 'NoClosing', Type: 'SERVICE_CONTROL_POLICY' },
        Content: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Action: 'organizations:CloseAccount', Resource: '*' }],
        }),
      },
    },
  },
  {
    command: 'sso-admin describe-permission-set',
    output: { PermissionSet: { Name: 'Finance', PermissionSetArn: set } },
  },
  {
    command: 'sso-admin list-account-assignments',
    output: {
      AccountAssignments: [
        { AccountId: id, PermissionSetArn: set, PrincipalType: 'GROUP', PrincipalId: 'group-1' },
        { AccountId: id, PermissionSetArn: set, PrincipalType: 'USER', PrincipalId: 'user-2' },
      ],
    },
  },
  {
    command: 'identitystore list-users',
    output: {
      Users: [
        { UserId: 'user-1', UserName: 'gina', IdentityStoreId: 'd-1234567890' },
        { UserId: 'user-2', UserName: 'hugo', IdentityStoreId: 'd-1234567890' },
      ],
    },
  },
  {
    command: 'identitystore list-groups',
    output: { Groups: [{ GroupId: 'group-1', DisplayName: 'Controlling', IdentityStoreId: 'd-1234567890' }] },
  },
  {
    command: 'identitystore list-group-memberships',
    output: { GroupMemberships: [{ GroupId: 'group-1', MemberId: { UserId: 'user-1' } }] },
  },
]

/** The outputs, as the collection script prints them. */
export const exampleTexts: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'example-account.json', text: JSON.stringify(accountDetails) },
  { name: 'example-organization.json', text: around.map((each) => JSON.stringify(each)).join('\n') },
]
