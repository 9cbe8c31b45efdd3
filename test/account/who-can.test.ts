import { describe, expect, test } from 'vitest'
import { readAccount, survey, whoCan } from '../../src/account/index.ts'
import { chainLabels } from '../../src/words/index.ts'
import { account, allow, group, managed, policy, role, trusting, user } from './build.ts'

/** Billing for finance, an administrator role that operators may assume, and an intern under a boundary. */
const example = account(
  user('ann', { groups: ['finance'] }),
  user('ben', { attached: ['Administrator'] }),
  user('cat', { inline: [allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/Operator')] }),
  user('dan', { attached: ['Administrator'], boundary: 'ReadBills' }),
  user('eve', {}),
  user('fay', {
    inline: [
      policy({
        Effect: 'Allow',
        Action: 'billing:*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    ],
  }),
  group('finance', { attached: ['Pay'] }),
  role('Operator', { trust: trusting('arn:aws:iam::111122223333:root'), inline: [allow('sts:AssumeRole', '*')] }),
  role('Admin', { trust: trusting('arn:aws:iam::111122223333:role/Operator'), attached: ['Administrator'] }),
  managed('Administrator', allow('*', '*')),
  managed('Pay', allow('billing:UpdateBillingPreferences', '*')),
  managed('ReadBills', allow('billing:GetBillingData', '*')),
)

const asked = { action: 'billing:UpdateBillingPreferences', resource: '*' } as const

function answersOf(scps: readonly object[] = []): ReadonlyMap<string, string> {
  const read = readAccount(example)
  if (!read) throw new Error('the example is an account')
  const policies = scps.map((document) => ({ type: 'scp' as const, name: 'scp', target: 'r-root', document }))
  const { answers } = whoCan(survey(read, { policies, facts: {}, reference: undefined }), asked)
  return new Map(
    answers.map(({ principal, verdict, groups, chain }) => [
      principal.name,
      [verdict.decision, ...groups, ...(chain ? chainLabels(chain) : [])].join(' | '),
    ]),
  )
}

describe('who can change billing preferences', () => {
  test.each([
    ['ann', 'allowed | finance', 'a group’s policy allows it'],
    ['ben', 'allowed', 'a policy of the user’s own allows it'],
    [
      'cat',
      'implicitDeny | role Operator by sts:AssumeRole | role Admin by sts:AssumeRole',
      'two roles, one after the other',
    ],
    ['dan', 'implicitDeny', 'the boundary doesn’t allow it'],
    ['eve', 'implicitDeny', 'nothing is attached'],
    ['fay', 'undetermined', 'it depends on MFA'],
    ['Operator', 'implicitDeny | role Admin by sts:AssumeRole', 'a role assumes another'],
    ['Admin', 'allowed', 'a role with full access'],
  ])('%s: %s (%s)', (name, answer) => {
    expect(answersOf().get(name)).toBe(answer)
  })

  test('an SCP limits everyone', () => {
    const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'billing:*', Resource: '*' }] }
    const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
    expect([...new Set([...answersOf([full, deny]).values()].map((each) => each.split(' ')[0]))]).toEqual([
      'explicitDeny',
    ])
  })
})

describe('reading an account', () => {
  test.each([
    ['nothing', undefined],
    ['another output', { Buckets: [] }],
    ['a list of something else', [{ Users: [] }]],
  ])('%s isn’t one', (_, input) => {
    expect(readAccount(input)).toBeUndefined()
  })

  test('pages are one account', () => {
    const { UserDetailList, ...rest } = example
    expect(readAccount([{ UserDetailList }, rest])).toEqual(readAccount(example))
  })

  test('documents encoded for a URL are read, as the API returns them', () => {
    const encoded = account(
      user('ann', { attached: ['Pay'] }),
      managed('Pay', encodeURIComponent(JSON.stringify(allow('s3:*', '*')))),
    )
    expect(readAccount(encoded)?.principals[0]?.attachments[0]?.policy.document).toEqual(allow('s3:*', '*'))
  })

  test('a policy without its document is named', () => {
    expect(readAccount(account(user('ann', { attached: ['Gone'] })))?.principals[0]?.missing).toEqual([
      'arn:aws:iam::111122223333:policy/Gone',
    ])
  })

  test.each([
    [
      'an attached policy',
      account(user('ann', { attached: ['Gone'] })),
      'what policy/Gone of account 111122223333 says',
    ],
    [
      'a boundary',
      account(user('ann', { attached: ['All'], boundary: 'Gone' }), managed('All', allow('*', '*'))),
      'what policy/Gone of account 111122223333 says',
    ],
    ['a group', account(user('ann', { groups: ['gone'] })), 'what group gone says'],
    [
      'a document that isn’t JSON',
      account(user('ann', { attached: ['Odd'] }), managed('Odd', '%7Boops')),
      'what Odd says',
    ],
  ])('%s that can’t be read makes every answer depend on it', (_, listing, key) => {
    const read = readAccount(listing)
    if (!read) throw new Error('the listing is an account')
    const [answer] = whoCan(survey(read, { policies: [], facts: {}, reference: undefined }), asked).answers
    expect([answer?.verdict.decision, answer?.verdict.missingContext]).toEqual(['undetermined', [key]])
  })

  test('a key such as __proto__ is a name like any other', () => {
    expect(
      readAccount(JSON.parse('{"UserDetailList":[{"__proto__":{"Arn":"x"},"UserName":"a"}]}'))?.principals,
    ).toEqual([])
  })
})
