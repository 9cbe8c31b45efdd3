// Redaction hides who and where, and keeps what belongs together: the answer stays the same.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, createRedactor, diagnose, textsOf } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { exampleSchema } from '../../src/session/example.ts'
import { growth, tolerated } from '../cpu-time.ts'
import { hostileUnits } from '../hostile-units.ts'
import { type Person, spellings } from './redact-spellings.ts'

const reference = await loadReference()
const examples = readdirSync('content/examples')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8')))] as const)

const redacted = (text: string, buckets = false): string => createRedactor([text], { buckets }).text(text)
const redactedCase = (given: Case, buckets = false): Case => createRedactor(textsOf(given), { buckets }).case(given)

test.each<[text: string, redacted: string]>([
  ['arn:aws:iam::123456789012:user/mary', 'arn:aws:iam::100000000001:user/name1'],
  [
    'arn:aws:sts::123456789012:assumed-role/FinanceOps/mary@corp.example',
    'arn:aws:sts::100000000001:assumed-role/Name1/name2@name3.example',
  ],
  [
    'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/abc1a2b3c4d5e6f7 or authorization id: abc1a2b3c4d5e6f7',
    'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/example000000000000000001 or authorization id: example000000000000000001',
  ],
  ['--authorization-id abc1a2b3c4d5e6f7', '--authorization-id example000000000000000001'],
  ['#/access-troubleshooter/abc1a2b3c4d5e6f7.', '#/access-troubleshooter/example000000000000000001.'],
  ['the authorization ID abc1a2b3c4d5e6f7', 'the authorization ID example000000000000000001'],
  ['the authorization ID provided with it', 'the authorization ID provided with it'],
  ['from 198.51.100.7 and 198.51.200.7', 'from 199.0.113.10 and 199.0.241.10'],
  ['198.51.100.0/24 and 198.51.100.7', '199.0.113.0/24 and 199.0.113.10'],
  ['10.1.2.3 in 10.0.0.0/8', '10.0.113.10 in 10.0.0.0/8'],
  ['127.0.0.1, 169.254.169.254, 0.0.0.0/0', '127.0.0.1, 169.254.169.254, 0.0.0.0/0'],
  [
    'arn:aws:organizations::123456789012:policy/o-abcd1234/service_control_policy/p-efgh5678',
    'arn:aws:organizations::100000000001:policy/o-example1/service_control_policy/p-example2',
  ],
  ['ou-ab12-11111111 is below r-ab12', 'ou-example1-example2 is below r-example1'],
  [
    'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    'arn:aws:iam::100000000001:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  ],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ['mary@corp.example called', 'name1@name2.example called'],
  [
    'request ID 0b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e, {"userId":"906abc12-3456-7890-abcd-123456789012"}',
    'request ID 00000000-000e-4000-8000-e00000000001, {"userId":"00000000-000e-4000-8000-e00000000002"}',
  ],
  ['Version 2012-10-17, 1234567890123 and 12345', 'Version 2012-10-17, 1234567890123 and 12345'],
  [
    'arn:aws:iam::123456789012:user/mary and arn:aws:iam::123456789012:user/Mary',
    'arn:aws:iam::100000000001:user/name1 and arn:aws:iam::100000000001:user/Name1',
  ],
  [
    'Allow billing:GetBillingData to the user billing. Caller: arn:aws:iam::123456789012:user/billing.',
    'Allow billing:GetBillingData to the user name1. Caller: arn:aws:iam::100000000001:user/name1.',
  ],
  [
    'arn:aws:iam::123456789012:role/teamwork arn:aws:iam::123456789012:role/team*',
    'arn:aws:iam::100000000001:role/name1xname2x arn:aws:iam::100000000001:role/name1x*',
  ],
])('%s', (text, expected) => {
  expect(redacted(text)).toBe(expected)
})

test('bucket names are a choice of their own', () => {
  const text = 'arn:aws:s3:::examplecorp-reports/k and s3://examplecorp-reports/k'
  expect(redacted(text)).toBe(text)
  expect(redacted(text, true)).toBe('arn:aws:s3:::name1-name2/k and s3://name1-name2/k')
})

test.each([
  ['s3://acme-site/index.html'],
  ['aws s3api list-objects --bucket acme-site'],
  ['https://acme-site.s3.eu-west-1.amazonaws.com/x'],
])('a common word in a bucket’s name is a name wherever the bucket is: %s', (address) => {
  expect(redacted(`arn:aws:s3:::acme-site/* ${address}`, true)).toBe(
    `arn:aws:s3:::name1-name2/* ${address.replace('acme-site', 'name1-name2')}`,
  )
})

test('what was redacted before stays as it is, and new names get other placeholders', () => {
  const once = redacted('arn:aws:iam::123456789012:user/mary')
  expect(redacted(once)).toBe(once)
  const request = redacted('Request ID: 0b1c2d3e-1111-2222-3333-123456789012 of account 123456789012')
  expect(redacted(request)).toBe(request)
  expect(redacted(`arn:aws:iam::222233334444:user/zoe and ${once}`)).toBe(
    `arn:aws:iam::100000000002:user/name2 and ${once}`,
  )
})

test.each(examples)('%s has the same answer when it is redacted', (_, example) => {
  const { title: _title, summary: _summary, expect: _expect, ...given } = example
  for (const buckets of [false, true]) {
    const [before, after] = [diagnose(given, reference), diagnose(redactedCase(given, buckets), reference)]
    expect(after.cause.id).toBe(before.cause.id)
    expect(after.verdict?.decision).toBe(before.verdict?.decision)
    expect(after.fixes.map(({ policyType }) => policyType)).toEqual(before.fixes.map(({ policyType }) => policyType))
  }
})

const name = fc.constantFrom(
  ...'mary.major nikki.wolf paulo_santos zhang-wei billing Dev FinanceOps read-only ops1 Wang_Xiulan deploy-prod saanvi 00483217 finance'.split(
    ' ',
  ),
)
const person: fc.Arbitrary<Person> = fc.record({
  user: name,
  role: name,
  session: name,
  account: fc.stringMatching(/^[2-9][0-9]{11}$/),
  company: fc.constantFrom('examplecorp', 'acme-bank', 'Contoso', 'north-wind'),
  ip: fc.constantFrom('198.51.100.7', '52.95.110.1', '8.8.4.4', '203.0.113.99', '17.5.7.8'),
})
const denied = (principal: string): string =>
  `User: ${principal} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/a" because no identity-based policy allows the s3:GetObject action`

/** Tokens that may not be left anywhere. Common words have other uses in a text. */
const tokensOf = ({ user, role, session, account, company, ip }: Person): readonly string[] => [
  account,
  account.replace(/(....)(....)(....)/, '$1-$2-$3'),
  ip,
  ip.replaceAll('.', '-'),
  ...[user, role, session, company].flatMap((each) => each.split(/[._-]/)),
  'featherstone',
  'tiberius',
  '5550198',
]
const usedOtherwise = new Set(['billing', 'read', 'only', 'finance', 'prod', 'deploy', 'dev', 'north'])
const isLeft = (token: string, text: string): boolean =>
  !usedOtherwise.has(token.toLowerCase()) && new RegExp(`(?<![A-Za-z0-9])${token}(?![A-Za-z0-9])`, 'i').test(text)

describe('in every spelling, nothing that identifies is left', () => {
  test.each(spellings)('%s', (_, write) => {
    fc.assert(
      fc.property(person, (who) => {
        const text = write(who)
        const result = redacted(text)
        expect(result).not.toBe(text)
        expect(tokensOf(who).filter((token) => isLeft(token, result))).toEqual([])
      }),
      { seed: 14, numRuns: 15 },
    )
  })
})

test('law: no token survives, and every decision stays, in the case and in the saved requests', () => {
  const scenario = fc.record({
    who: person,
    other: person,
    spelling: fc.constantFrom(...spellings),
    pattern: fc.constantFrom('exact', 'wildcard', 'username', 'address', 'account'),
    effect: fc.constantFrom('Allow', 'Deny'),
  })
  fc.assert(
    fc.property(scenario, ({ who, other, spelling: [, write], pattern, effect }) => {
      const principal = `arn:aws:iam::${who.account}:user/${who.user}`
      const condition = {
        exact: { ArnEquals: { 'aws:PrincipalArn': principal } },
        wildcard: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:user/${who.user.slice(0, 5)}*` } },
        username: { StringEquals: { 'aws:username': who.user } },
        address: { IpAddress: { 'aws:SourceIp': [`${who.ip.split('.').slice(0, 2).join('.')}.0.0/16`] } },
        account: { StringEquals: { 'aws:PrincipalAccount': who.account } },
      }[pattern]
      const statements = [
        ...(effect === 'Deny' ? [{ Effect: 'Allow', Action: '*', Resource: '*' }] : []),
        { Effect: effect, Action: 's3:*', Resource: '*', Condition: condition },
      ]
      const request = (asked: Person): Case => ({
        paste: `${write(asked)}\n${denied(`arn:aws:iam::${asked.account}:user/${asked.user}`)}`,
        policies: [],
        context: { 'aws:SourceIp': asked.ip },
      })
      const policies = [
        {
          name: `for ${who.user}`,
          type: 'identity' as const,
          text: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
        },
      ]
      const cases: readonly Case[] = [{ ...request(who), policies }, request(other)]
      const redactor = createRedactor(cases.flatMap(textsOf), { buckets: true })
      const after = cases.map((each) => redactor.case(each))
      const decide = (given: readonly Case[]) =>
        given.map((each) => diagnose({ ...each, policies: given[0]?.policies ?? [] }, reference).verdict?.decision)
      expect(decide(after)).toEqual(decide(cases))
      const text = JSON.stringify(after)
      const names = [who, other].flatMap(({ user, account, ip }) => [account, ip, ...user.split(/[._-]/)])
      expect(names.filter((token) => isLeft(token, text))).toEqual([])
    }),
    { seed: 14, numRuns: 60 },
  )
})

// Twice the text takes about twice the time, not four times.
test.each([
  ...hostileUnits,
  ...[
    'user ',
    'role/',
    '"a":"',
    'a@',
    'a@b.',
    's3://',
    'kubectl ',
    'repo:',
    '-MacBook',
    'User (',
    '%',
    '\\u00',
    '*a',
    'Aa Aa ',
    'a.b.',
  ],
])('%j', (unit) => {
  const text = unit.repeat(Math.ceil(4000 / unit.length))
  expect(growth((times) => redacted(text.repeat(times), true), 5)).toBeLessThan(tolerated)
})

test.each(['1.', 'a'])('10 MB of %j is read without an exception', (unit) => {
  expect(() => redacted(unit.repeat(10_000_000 / unit.length), true)).not.toThrow()
})

// V8 stops optimizing patterns in a process that has compiled many; then each repetition of a pattern takes room on its stack.
test('10 MB of one word are read without an exception in a process that has compiled many patterns', () => {
  const script = `
    import { createRedactor } from './src/advise/redact.ts'
    const text = 'a'.repeat(10_000_000)
    createRedactor([text], { buckets: true }).text(text)`
  const { stderr } = spawnSync(process.execPath, ['--no-regexp-optimization', '--input-type=module', '-e', script])
  expect(String(stderr)).toBe('')
})
