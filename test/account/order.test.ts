// The order in which files are given decides nothing, and neither does a file that is given twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  billingView,
  collect,
  notSeen,
  outsideAccess,
  pathsToAdministrator,
  principalsNamed,
  survey,
  unusedPrincipals,
  whatCan,
  whoCan,
} from '../../src/account/index.ts'
import { valuesIn } from '../../src/account/values-in.ts'
import { exampleTexts } from '../../src/account-page/example.ts'
import { indexOfNamed } from '../../src/account-page/named.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { pathsInAccounts } from '../../src/lint/index.ts'
import { allow, policy } from './build.ts'

const reference = await loadReference(['billing', 's3', 'sts', 'iam', 'payments', 'tax'])
const [here, there] = ['111122223333', '444455556666']

/** The example's outputs in as many pieces as pages of a listing can have, for two accounts, and outputs of other kinds. */
const pieces: readonly object[] = [
  ...exampleTexts
    .flatMap(({ text }) => valuesIn(text).values.flat())
    .flatMap((value) => {
      const output = Object.entries(value ?? {})
      return output.some(([key]) => key === 'command')
        ? [Object.fromEntries(output)]
        : output.flatMap(([list, items]) => (Array.isArray(items) ? items.map((item) => ({ [list]: [item] })) : []))
    })
    .flatMap((piece) => [piece, JSON.parse(JSON.stringify(piece).replaceAll(here, there))]),
  policy({ Effect: 'Deny', Action: 's3:Put*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  {
    Policy: JSON.stringify(
      policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
    ),
  },
  { PermissionSet: { PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', Name: 'Finance' } },
  ...['g1', 'g2'].map((group) => ({
    AccountAssignments: [
      {
        AccountId: here,
        PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
        PrincipalType: 'GROUP',
        PrincipalId: group,
      },
    ],
  })),
  ...['u1', 'u2', 'u3'].map((user) => ({ GroupMemberships: [{ GroupId: 'g1', MemberId: { UserId: user } }] })),
  ...['zoe', 'abe'].map((name, i) => ({ Users: [{ UserId: `u${i + 1}`, UserName: name, IdentityStoreId: 'd-1' }] })),
]

/** Every answer about the outputs, read in this order. References count policies, in whatever order, so they're told as what they refer to. */
function answers(outputs: readonly object[]): object {
  const files = outputs.map((output, i) => ({ name: String(i).padStart(3, '0'), text: JSON.stringify(output) }))
  const collection = collect(files)
  const { account, policies, organization, people, credentials } = collection
  const surveyed = survey(account, { policies, organization, facts: {}, reference })
  const questions = [
    { action: 'billing:GetBillingData', resource: '*' },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/x' },
  ]
  const all = {
    principals: account.principals.map(({ arn }) => arn),
    who: questions.map((question) => whoCan(surveyed, question)),
    what: account.principals.map((principal) => whatCan(surveyed, principal)),
    billing: billingView(surveyed),
    administrators: pathsToAdministrator(surveyed, pathsInAccounts),
    outside: outsideAccess(surveyed),
    unused: unusedPrincipals(account, credentials, Date.UTC(2026, 10, 28)),
    people: account.principals.map(people),
    notSeen: notSeen(surveyed, true),
  }
  return JSON.parse(
    JSON.stringify(all, (key, value) =>
      key === 'policyIndex' ? undefined : value instanceof Map || value instanceof Set ? [...value] : value,
    ),
  )
}

const given = answers(pieces)

test('the same answers in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...pieces], { minLength: pieces.length }), (shuffled) => {
      expect(answers(shuffled)).toEqual(given)
    }),
    { seed: 20261128, numRuns: 8 },
  )
})

test('the same answers for files that are given twice', () => {
  expect(answers([...pieces, ...pieces])).toEqual(given)
})

describe('files that contradict each other', () => {
  const user = (...actions: readonly string[]) => ({
    UserDetailList: [
      {
        Arn: `arn:aws:iam::${here}:user/ana`,
        UserName: 'ana',
        UserPolicyList: actions.map((action) => ({ PolicyName: 'p', PolicyDocument: allow(action, '*') })),
      },
    ],
  })
  const files = [
    { name: 'march.json', text: JSON.stringify(user('s3:GetObject')) },
    { name: 'may.json', text: JSON.stringify(user()) },
  ]
  test.each([[files], [files.toReversed()]])('are told, and give the same answer in any order', (given) => {
    const { account, policies } = collect(given)
    const surveyed = survey(account, { policies, facts: {}, reference: undefined })
    const { answers } = whoCan(surveyed, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' })
    expect(answers.map(({ verdict }) => verdict.decision)).toEqual(['implicitDeny'])
    expect(notSeen(surveyed, true)).toContainEqual({
      code: 'listed-twice',
      names: [`arn:aws:iam::${here}:user/ana`],
    })
  })
  test('what doesn’t decide about requests may differ', () => {
    const [first] = user('s3:*').UserDetailList
    const later = { UserDetailList: [{ ...first, CreateDate: '2026-01-01T00:00:00Z' }] }
    expect(
      collect([user('s3:*'), later].map((each, i) => ({ name: `${i}`, text: JSON.stringify(each) }))).account,
    ).toMatchObject({ listedTwice: [] })
  })
})

test('a name that several have isn’t guessed', () => {
  const named = (kind: 'user' | 'role', id: string) => ({
    arn: `arn:aws:iam::${id}:${kind}/ana`,
    name: 'ana',
    kind,
    accountId: id,
    people: [],
  })
  const principals = [named('user', here), named('user', there), named('role', here)]
  expect(indexOfNamed({ principals }, 'ana')).toMatch(/^3 users and roles are named ana\./)
  expect(indexOfNamed({ principals }, `arn:aws:iam::${there}:user/ana`)).toBe(1)
  expect(indexOfNamed({ principals }, 'bob')).toBe('The files have no user or role bob.')
  const { account } = collect([{ name: 'all', text: JSON.stringify(pieces) }])
  expect(principalsNamed(account, 'ana')).toHaveLength(2)
  expect(principalsNamed(account, `arn:aws:iam::${there}:user/ana`)).toHaveLength(1)
})
