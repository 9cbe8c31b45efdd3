import { describe, expect, test } from 'vitest'
import { type Collection, collect, notSeen, survey, whoCan } from '../../src/account/index.ts'
import { notSeenSentence, unusedWords } from '../../src/words/index.ts'
import { growth, tolerated } from '../cpu-time.ts'
import { account, allow, policy, role, trusting, user } from './build.ts'

const id = '111122223333'
const details = account(
  user('ann', { inline: [allow('s3:*', '*')] }),
  role('Reader', { inline: [allow('s3:GetObject', '*')], trust: trusting(`arn:aws:iam::${id}:root`) }),
)
const file = (name: string, ...values: readonly unknown[]) => ({
  name,
  text: values.map((value) => JSON.stringify(value, null, 2)).join('\n'),
})
const envelope = (command: string, about: string, output: unknown) => ({ command, for: about, output })

const scp = (target: string, ids: readonly string[]) =>
  envelope('organizations list-policies-for-target', target, {
    Policies: ids.map((each) => ({ Id: each, Name: each, Type: 'SERVICE_CONTROL_POLICY' })),
  })
const described = (policyId: string, document: object) => ({
  Policy: { PolicySummary: { Id: policyId, Type: 'SERVICE_CONTROL_POLICY' }, Content: JSON.stringify(document) },
})
const deny = (action: string) => policy({ Effect: 'Deny', Action: action, Resource: '*' })

/** What ann and Reader get for reading an object. */
function answers(collection: Collection, resource = 'arn:aws:s3:::b/k'): readonly string[] {
  const { policies, organization } = collection
  const surveyed = survey(collection.account, { policies, organization, facts: {}, reference: undefined })
  return whoCan(surveyed, { action: 's3:GetObject', resource }).answers.map(
    ({ principal, verdict }) => `${principal.name} ${verdict.decision}`,
  )
}
const gaps = (collection: Collection): readonly string[] => {
  const { policies, organization } = collection
  return notSeen(survey(collection.account, { policies, organization, facts: {}, reference: undefined }), true).map(
    (each) => notSeenSentence(each),
  )
}

describe('account details', () => {
  test('several pages one after the other, with comments and a byte order mark', () => {
    const { UserDetailList, ...rest } = details
    const text = `\uFEFF# page 1\n${JSON.stringify({ UserDetailList })}\n# page 2\n${JSON.stringify(rest)}`
    const { account: read, unused } = collect([{ name: 'pages.json', text }])
    expect(read.principals.map(({ name }) => name)).toEqual(['ann', 'Reader'])
    expect(unused).toEqual([])
  })

  test.each([
    ['a text', 'hello', 'what begins at line 1, column 1 isn’t JSON'],
    ['broken JSON', '{"Buckets": nothing}', 'what begins at line 1, column 1 isn’t JSON'],
    ['an empty file', '', 'it isn’t an output of the AWS CLI'],
    ['an empty list', '[]', 'it isn’t an output of the AWS CLI'],
    [
      'a cut file',
      '# one\n{"UserDetailList":\n  [',
      'its end is missing, or it isn’t JSON: what begins at line 2, column 1 doesn’t end before line 3, column 4',
    ],
    ['another output', '{"Buckets": []}', 'it isn’t an output that can be used here'],
    ['a number', '7', 'it isn’t an output of the AWS CLI'],
    [
      'an empty answer of the script',
      '{"command":"organizations list-roots","for":"","output":null}',
      'AWS gave no answer',
    ],
    ['a policy of no one', JSON.stringify(allow('s3:*', '*')), 'without the user, group, or role'],
  ])('%s is named with the reason', (_, text, why) => {
    const { unused, account: read } = collect([{ name: 'x.json', text }])
    expect(unused).toHaveLength(1)
    expect(unused.map((one) => unusedWords(one.why)).join()).toContain(why)
    expect(read.principals).toEqual([])
  })

  test.each([
    ['an error message before it', (json: string) => `User: x is not authorized to perform: s3:ListBucket\n\n${json}`],
    [
      'a profile and a command before it',
      (json: string) => `[default]\n$ aws iam get-account-authorization-details\n${json}`,
    ],
    ['a sentence behind it', (json: string) => `${json}\nDone. [1]+ exit 0`],
  ])('%s is skipped and reported', (_, around) => {
    const { account: read, unused } = collect([{ name: 'paste', text: around(JSON.stringify(details)) }])
    expect(read.principals.map(({ name }) => name)).toEqual(['ann', 'Reader'])
    expect(unused.map(({ why }) => why.code)).toContain('no-json')
  })

  test('a text of many open brackets is read in linear time', () => {
    const text = (n: number): string => '{ not json }\n[x]\n'.repeat(3_000 * n)
    expect(growth((n) => collect([{ name: 'x', text: text(n) }]), 30)).toBeLessThan(tolerated)
  })

  test('hostile names are plain data', () => {
    const text = '{"__proto__": {"UserDetailList": []}, "constructor": 1}'
    expect(collect([{ name: '__proto__', text }]).account.principals).toEqual([])
  })
})

describe('an organization', () => {
  // The tree: r-ab12 > ou-ab12-11111111 > 111122223333
  const tree = [
    envelope('organizations describe-organization', '', { Organization: { MasterAccountId: '999999999999' } }),
    envelope('organizations list-organizational-units-for-parent', 'r-ab12', {
      OrganizationalUnits: [{ Id: 'ou-ab12-11111111' }, { Id: 'ou-ab12-22222222' }],
    }),
    envelope('organizations list-accounts-for-parent', 'ou-ab12-11111111', { Accounts: [{ Id: id }] }),
  ]
  const full = ['r-ab12', 'ou-ab12-11111111', id].map((target) => scp(target, ['p-FullAWSAccess']))
  const given = (...more: readonly unknown[]) =>
    collect([file('account.json', details), file('org.json', ...tree, ...more)])

  test('FullAWSAccess needs no description', () => {
    expect(answers(given(...full))).toEqual(['ann allowed', 'Reader allowed'])
  })

  test('a level without FullAWSAccess denies, and one that wasn’t given is named', () => {
    expect(
      answers(given(scp('r-ab12', ['p-FullAWSAccess']), scp(id, ['p-only']), described('p-only', allow('ec2:*', '*')))),
    ).toEqual(['ann implicitDeny', 'Reader implicitDeny'])
    expect(gaps(given(scp('r-ab12', ['p-FullAWSAccess']), scp(id, ['p-FullAWSAccess'])))).toContain(
      'No SCPs were given for these parts of the organization: ou-ab12-11111111.',
    )
  })

  test('an SCP of another OU doesn’t apply; one of an OU above does', () => {
    const policies = described('p-deny', deny('s3:*'))
    expect(answers(given(...full, scp('ou-ab12-22222222', ['p-deny']), policies))[0]).toBe('ann allowed')
    expect(answers(given(...full, scp('ou-ab12-11111111', ['p-deny']), policies))[0]).toBe('ann explicitDeny')
  })

  test('the management account is exempt', () => {
    const organization = envelope('', '', { Organization: { MasterAccountId: id } })
    const collection = given(organization, scp('r-ab12', ['p-deny']), described('p-deny', deny('*')))
    expect(answers(collection)[0]).toBe('ann allowed')
  })

  test('an attached policy without a description makes answers depend on it, and is named', () => {
    const collection = given(...full, scp(id, ['p-secret']))
    expect(answers(collection)[0]).toBe('ann undetermined')
    expect(gaps(collection).join(' ')).toContain('p-secret')
  })

  test('a list of attachments without a target isn’t accepted, and its file’s name can give it', () => {
    const { output } = scp('r-ab12', ['p-FullAWSAccess'])
    expect(collect([file('policies.json', output)]).unused[0]?.why).toEqual({ code: 'no-target' })
    expect(collect([file('policies-r-ab12.json', output)]).organization?.attached[0]?.target).toBe('r-ab12')
  })

  test('an account whose place isn’t known is named', () => {
    const collection = collect([file('account.json', details), file('org.json', scp('r-ab12', ['p-FullAWSAccess']))])
    expect(gaps(collection)).toContain(
      `The place of these accounts in the organization isn’t known, so SCPs and RCPs of OUs above them might be missing: ${id}.`,
    )
  })
})

describe('resource-based policies', () => {
  const document = policy({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
  })
  test.each([
    ['get-bucket-policy', { Policy: JSON.stringify(document) }],
    [
      'the policy itself',
      {
        ...document,
        Statement: [
          {
            ...policy(),
            ...{
              Effect: 'Allow',
              Principal: { AWS: '444455556666' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::b/*',
            },
          },
        ],
      },
    ],
  ])('%s: the bucket comes from the statements', (_, output) => {
    expect(collect([file('x.json', output)]).policies[0]?.target).toBe('arn:aws:s3:::b')
  })

  test('it decides about its own bucket only', () => {
    const collection = collect([file('account.json', details), file('b.json', { Policy: JSON.stringify(document) })])
    expect(answers(collection, 'arn:aws:s3:::b/k')[0]).toBe('ann explicitDeny')
    expect(answers(collection, 'arn:aws:s3:::c/k')[0]).toBe('ann allowed')
  })

  test.each([
    [
      'a queue',
      { Attributes: { QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q', Policy: JSON.stringify(document) } },
      'arn:aws:sqs:eu-west-1:111122223333:q',
    ],
    [
      'a topic',
      { Attributes: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', Policy: JSON.stringify(document) } },
      'arn:aws:sns:eu-west-1:111122223333:t',
    ],
    [
      'a secret',
      { ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s', ResourcePolicy: JSON.stringify(document) },
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s',
    ],
    [
      'a key in an envelope',
      envelope('kms get-key-policy', 'arn:aws:kms:eu-west-1:111122223333:key/k', {
        Policy: JSON.stringify(allow('kms:*', '*')),
        PolicyName: 'default',
      }),
      'arn:aws:kms:eu-west-1:111122223333:key/k',
    ],
  ])('%s names what it belongs to', (_, output, target) => {
    expect(collect([file('x.json', output)]).policies.map((each) => each.target)).toEqual([target])
  })

  test('a key policy alone can’t be placed', () => {
    const output = { Policy: JSON.stringify(allow('kms:*', '*')) }
    expect(collect([file('x.json', output)]).unused[0]?.why).toEqual({ code: 'no-resource' })
  })
})

test('IAM Identity Center: who signs in with a permission set’s role', () => {
  const set = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1'
  const collection = collect([
    file('account.json', account(role('AWSReservedSSO_Ops_0123456789abcdef', { trust: policy() }))),
    file(
      'sso.json',
      { GroupMemberships: [{ GroupId: 'g1', MemberId: { UserId: 'u1' } }] },
      { PermissionSet: { Name: 'Ops', PermissionSetArn: set } },
      {
        AccountAssignments: [
          { AccountId: id, PermissionSetArn: set, PrincipalType: 'GROUP', PrincipalId: 'g1' },
          { AccountId: id, PermissionSetArn: set, PrincipalType: 'GROUP', PrincipalId: 'g2' },
          { AccountId: '444455556666', PermissionSetArn: set, PrincipalType: 'USER', PrincipalId: 'u2' },
        ],
      },
      { Users: [{ UserId: 'u1', UserName: 'gina', IdentityStoreId: 'd-1' }] },
      { Groups: [{ GroupId: 'g1', DisplayName: 'Ops people', IdentityStoreId: 'd-1' }] },
    ),
  ])
  expect(collection.account.principals.map(collection.people)).toEqual([
    [
      { name: 'gina', group: 'Ops people', isGroup: false },
      { name: 'g2', group: undefined, isGroup: true },
    ],
  ])
})

test('the credential report, as CSV and as the CLI prints it', () => {
  const csv = [
    'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_used_date,access_key_2_active,access_key_2_last_used_date',
    `ann,arn:aws:iam::${id}:user/ann,2020-01-01T00:00:00+00:00,true,2026-11-01T00:00:00+00:00,true,true,2026-11-20T00:00:00+00:00,false,N/A`,
  ].join('\n')
  const expected = {
    hasPassword: true,
    hasMfa: true,
    activeKeys: 1,
    lastUsed: '2026-11-20T00:00:00+00:00',
    created: '2020-01-01T00:00:00+00:00',
  }
  const arn = `arn:aws:iam::${id}:user/ann`
  expect(collect([{ name: 'report.csv', text: csv }]).credentials?.get(arn)).toEqual(expected)
  const output = { Content: btoa(csv), ReportFormat: 'text/csv' }
  expect(collect([file('report.json', output)]).credentials?.get(arn)).toEqual(expected)
})

test('an iam-collect folder: users, groups, roles, managed policies, boundaries, and a bucket policy', () => {
  const at = (path: string, value: unknown) => ({
    name: `iam-data/aws/aws/accounts/${id}/${path}`,
    text: JSON.stringify(value),
  })
  const arn = (rest: string): string => `arn:aws:iam::${id}:${rest}`
  const collection = collect([
    at('iam/user/ann/metadata.json', { arn: arn('user/ann'), name: 'ann', permissionBoundary: arn('policy/Limit') }),
    at('iam/user/ann/groups.json', [arn('group/dev')]),
    at('iam/group/dev/metadata.json', { arn: arn('group/dev'), name: 'dev' }),
    at('iam/group/dev/managed-policies.json', [arn('policy/S3')]),
    at('iam/policy/s3/metadata.json', { arn: arn('policy/S3'), name: 'S3' }),
    at('iam/policy/s3/current-policy.json', allow('s3:*', '*')),
    at('iam/policy/limit/metadata.json', { arn: arn('policy/Limit'), name: 'Limit' }),
    at('iam/policy/limit/current-policy.json', allow('s3:GetObject', '*')),
    at('iam/role/reader/metadata.json', { arn: arn('role/Reader'), name: 'Reader' }),
    at('iam/role/reader/trust-policy.json', trusting(arn('root'))),
    at('iam/role/reader/inline-policies.json', [{ PolicyName: 'read', PolicyDocument: allow('s3:GetObject', '*') }]),
    at('s3/b/metadata.json', { arn: 'arn:aws:s3:::b', name: 'b' }),
    at('s3/b/policy.json', deny('s3:DeleteObject')),
  ])
  expect(answers(collection)).toEqual(['ann allowed', 'Reader allowed'])
  expect(collection.account.principals[0]?.boundary?.name).toBe('Limit')
  expect(collection.policies.map(({ target }) => target)).toEqual(['arn:aws:s3:::b'])
})
