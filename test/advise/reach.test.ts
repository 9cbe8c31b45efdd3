// Account details show who else has a policy, so who else a change affects. The narrower place is offered first.
import { describe, expect, it } from 'vitest'
import { diagnose, sortReading } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { reference } from './reference.ts'

const account = 'arn:aws:iam::111122223333'
const document = (Action: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
})
const shared = { PolicyName: 'Shared', PolicyArn: `${account}:policy/Shared` }
const user = (UserName: string, own: readonly object[] = [], attached: readonly object[] = []): object => ({
  UserName,
  Arn: `${account}:user/${UserName}`,
  UserPolicyList: own,
  AttachedManagedPolicies: attached,
  GroupList: ['dev'],
})
const inline = { PolicyName: 'own', PolicyDocument: document('ec2:DescribeInstances') }
const inGroup = { PolicyName: 'team', PolicyDocument: document('s3:ListAllMyBuckets') }

interface Listing {
  readonly users: readonly object[]
  readonly roles?: number
  readonly groupPolicies?: readonly object[]
  readonly groupAttached?: readonly object[]
}

/** What `aws iam get-account-authorization-details` prints for a user of the group dev that is denied, and others. */
function answered({ users, roles = 0, groupPolicies = [], groupAttached = [] }: Listing) {
  const details = {
    UserDetailList: users,
    GroupDetailList: [
      {
        GroupName: 'dev',
        Arn: `${account}:group/dev`,
        GroupPolicyList: groupPolicies,
        AttachedManagedPolicies: groupAttached,
      },
    ],
    RoleDetailList: Array.from({ length: roles }, (_, i) => ({
      RoleName: `r${i}`,
      Arn: `${account}:role/r${i}`,
      RolePolicyList: [],
      AttachedManagedPolicies: [shared],
      AssumeRolePolicyDocument: document('sts:AssumeRole'),
    })),
    Policies: [
      {
        PolicyName: 'Shared',
        Arn: shared.PolicyArn,
        PolicyVersionList: [{ Document: document('s3:GetBucketLocation'), VersionId: 'v1', IsDefaultVersion: true }],
      },
    ],
  }
  const paste = `User: ${account}:user/mateo is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/a because no identity-based policy allows the s3:GetObject action\n\n${JSON.stringify(details)}`
  const reading = readAll(paste)
  const given = sortReading({ paste, policies: [] }, reading)?.given ?? { paste, policies: [] }
  return diagnose(given, reference, { ...reading, text: reading.rest })
}

const thirteen = Array.from({ length: 13 }, (_, i) => user(`u${i}`))

describe('where a fix goes', () => {
  it('into the caller’s own inline policy, with its own name', () => {
    const [fix] = answered({ users: [user('mateo', [inline]), ...thirteen], groupPolicies: [inGroup] }).fixes
    expect(fix?.title).toBe('Allow s3:GetObject in “own”')
    expect(fix?.note).toContain('Only the user mateo has this policy.')
    expect(fix?.deliveries[0]?.text).toContain('aws iam put-user-policy --user-name mateo --policy-name own ')
  })

  it('into a new policy rather than one of a group; the group’s is the other way, with the number of its users', () => {
    const { fixes, otherWay } = answered({ users: [user('mateo'), ...thirteen], groupPolicies: [inGroup] })
    expect(fixes[0]?.policyIndex).toBeUndefined()
    expect(fixes[0]?.note).toContain('Attach it to the user mateo')
    expect(otherWay?.note).toContain('It’s a policy of the group dev: the change applies to 14 users in it.')
    expect(otherWay?.deliveries[0]?.text).toContain('aws iam put-group-policy --group-name dev --policy-name team ')
  })

  it('a shared managed policy is a new version for everyone who has it', () => {
    const { fixes, otherWay } = answered({ users: [user('mateo'), ...thirteen], roles: 3, groupAttached: [shared] })
    expect(fixes[0]?.policyIndex).toBeUndefined()
    expect(otherWay?.note).toContain(
      'the change applies to 3 roles, 1 group and 14 users, counting the groups’ members',
    )
    expect(otherWay?.deliveries[0]?.text).toContain(
      `aws iam create-policy-version --policy-arn ${shared.PolicyArn} --policy-document file://policy.json --set-as-default`,
    )
    expect(otherWay?.deliveries[0]?.text).toContain('five versions')
  })

  it('a managed policy that only the caller has is as narrow as an inline one', () => {
    const { fixes } = answered({ users: [user('mateo', [], [shared]), ...thirteen] })
    expect(fixes[0]?.title).toBe('Allow s3:GetObject in “Shared”')
    expect(fixes[0]?.note).toContain('the change applies to 1 user.')
  })
})
