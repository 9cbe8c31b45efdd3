// Small accounts for tests, in the form of `aws iam get-account-authorization-details`.
const accountId = '111122223333'

type Entry = Readonly<Record<string, unknown>>
/** One entry of the listing. */
export type Listed = readonly [list: 'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies', entry: Entry]

interface Holds {
  readonly inline?: readonly object[]
  /** Names of managed policies of this account. */
  readonly attached?: readonly string[]
  readonly groups?: readonly string[]
  readonly boundary?: string
  readonly trust?: object
}

export const policy = (...statements: readonly object[]): object => ({ Version: '2012-10-17', Statement: statements })
export const allow = (action: string | readonly string[], resource: string): object =>
  policy({ Effect: 'Allow', Action: action, Resource: resource })
export const trusting = (principal: string, condition?: object): object =>
  policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    ...(condition ? { Condition: condition } : {}),
  })

const policyArn = (name: string): string => `arn:aws:iam::${accountId}:policy/${name}`

function holding(list: string, { inline = [], attached = [], boundary }: Holds): Entry {
  return {
    [list]: inline.map((document, i) => ({ PolicyName: `inline-${i}`, PolicyDocument: document })),
    AttachedManagedPolicies: attached.map((name) => ({ PolicyName: name, PolicyArn: policyArn(name) })),
    ...(boundary ? { PermissionsBoundary: { PermissionsBoundaryArn: policyArn(boundary) } } : {}),
  }
}

export const user = (name: string, holds: Holds): Listed => [
  'UserDetailList',
  {
    Arn: `arn:aws:iam::${accountId}:user/${name}`,
    UserName: name,
    GroupList: holds.groups ?? [],
    ...holding('UserPolicyList', holds),
  },
]

export const group = (name: string, holds: Holds): Listed => [
  'GroupDetailList',
  { Arn: `arn:aws:iam::${accountId}:group/${name}`, GroupName: name, ...holding('GroupPolicyList', holds) },
]

export const role = (name: string, holds: Holds): Listed => [
  'RoleDetailList',
  {
    Arn: `arn:aws:iam::${accountId}:role/${name}`,
    RoleName: name,
    AssumeRolePolicyDocument: holds.trust,
    ...holding('RolePolicyList', holds),
  },
]

export const managed = (name: string, document: object | string): Listed => [
  'Policies',
  {
    Arn: policyArn(name),
    PolicyName: name,
    PolicyVersionList: [{ Document: document, VersionId: 'v1', IsDefaultVersion: true }],
  },
]

/** The listing of an account with these users, groups, roles, and managed policies. */
export const account = (...entries: readonly Listed[]) => {
  const of = (list: Listed[0]): readonly Entry[] => entries.flatMap(([name, entry]) => (name === list ? [entry] : []))
  return {
    UserDetailList: of('UserDetailList'),
    GroupDetailList: of('GroupDetailList'),
    RoleDetailList: of('RoleDetailList'),
    Policies: of('Policies'),
  }
}
