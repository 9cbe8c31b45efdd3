// The policies of one user or role, out of account details.
import { expect, test } from 'vitest'
import { attachedPolicies, collect } from '../../src/account/index.ts'

const id = '111122223333'
const reads = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] }
const details = {
  UserDetailList: [
    {
      UserName: 'mateo',
      Arn: `arn:aws:iam::${id}:user/mateo`,
      GroupList: ['readers'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: reads }],
      AttachedManagedPolicies: [{ PolicyName: 'Gone', PolicyArn: `arn:aws:iam::${id}:policy/Gone` }],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'readers',
      Arn: `arn:aws:iam::${id}:group/readers`,
      GroupPolicyList: [{ PolicyName: 'of-group', PolicyDocument: encodeURIComponent(JSON.stringify(reads)) }],
      AttachedManagedPolicies: [],
    },
  ],
  RoleDetailList: [],
  Policies: [],
}
const { account } = collect([{ name: 'details.json', text: JSON.stringify(details) }])

test('a user’s own policies, those of its groups, and what the details don’t contain', () => {
  const attached = attachedPolicies(account, `arn:aws:iam::${id}:user/mateo`)
  expect(attached?.policies.map(({ type, name }) => [type, name])).toEqual(
    expect.arrayContaining([
      ['identity', 'own'],
      ['identity', 'of-group'],
    ]),
  )
  expect(attached?.policies.map(({ document }) => document)).toEqual(expect.arrayContaining([reads]))
  expect(attached?.missing.join()).toContain('Gone')
})

test.each([`arn:aws:iam::${id}:user/nobody`, `arn:aws:iam::444455556666:user/mateo`, 'mateo', ''])(
  '%j isn’t in the account',
  (arn) => expect(attachedPolicies(account, arn)).toBeUndefined(),
)
