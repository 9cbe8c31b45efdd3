// Where lint says that a part of a policy has no effect, allows nothing, or always or never matches, `evaluate` agrees on every request that AWS could send.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { namesPrincipals, type PolicyType } from '../../src/iam/index.ts'
import { checkGroups, checks, lint } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { casesOf, seed } from '../random.ts'
import { laws } from './claims.ts'
import { isPart, listOf, requestsOf, statementsOf } from './requests-of.ts'

const reference = await loadReference([...requiredServices(checks.map(({ wrong }) => wrong)), 's3', 'sqs', 'ec2', 'ce'])

type Check = (typeof checks)[number]

const claimed = checks.filter(({ code }) => code in laws)
const typeOf = ({ policyTypes }: Check): PolicyType => policyTypes[0] ?? 'identity'

/** The types of policy that an example of the check can have as it is. */
const typesOf = (check: Check): readonly PolicyType[] => {
  const first = typeOf(check)
  const isAlike = (type: PolicyType): boolean =>
    type === first ||
    (type !== 'trust' && first !== 'trust' && namesPrincipals.has(type) === namesPrincipals.has(first))
  return check.policyTypes.filter(isAlike)
}

const more: readonly object[] = [
  {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
  },
  { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::reports/2026/*' },
  { Effect: 'Allow', Action: '*', Resource: '*' },
  { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  { Effect: 'Deny', Action: ['ec2:*', 'ce:*'], Resource: '*' },
]
const addedConditions: readonly object[] = [
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { StringNotEqualsIfExists: { 'aws:PrincipalTag/team': 'finance' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } },
]

type Change = (statement: Readonly<Record<string, unknown>>) => object

/** A statement with something else in it: what a finding claims about it must be true still, or the finding must go. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((statement) => statement),
  fc.constantFrom('Allow', 'Deny').map(
    (Effect): Change =>
      (statement) => ({ ...statement, Effect }),
  ),
  fc.constantFrom('s3:GetObject', 's3:ListBucket', 'ec2:StartInstances', 'ec2:Describe*', '*').map(
    (action): Change =>
      (statement) =>
        'Action' in statement ? { ...statement, Action: [...listOf(statement.Action), action] } : statement,
  ),
  fc.constantFrom('*', 'arn:aws:s3:::reports', 'arn:aws:s3:::reports/*', 'arn:aws:ec2:*:*:instance/*').map(
    (resource): Change =>
      (statement) =>
        'Resource' in statement ? { ...statement, Resource: [...listOf(statement.Resource), resource] } : statement,
  ),
  fc.constantFrom(...addedConditions).map(
    (condition): Change =>
      (statement) => ({ ...statement, Condition: { ...condition, ...Object(statement.Condition) } }),
  ),
  ...['IfExists', 'Not', 'ForAllValues:', 'ForAnyValue:'].map((part) =>
    fc.constant<Change>((statement) => ({
      ...statement,
      ...(isPart(statement.Condition) ? { Condition: turned(statement.Condition, part) } : {}),
    })),
  ),
  fc.constantFrom('another', 'arn:aws:iam::111122223333:role/App', '203.0.113.0/24', '7', 'true').map(
    (value): Change =>
      (statement) =>
        isPart(statement.Condition) ? { ...statement, Condition: withValue(statement.Condition, value) } : statement,
  ),
  fc.constant<Change>(({ Action, ...rest }) => (Action === undefined ? rest : { ...rest, NotAction: Action })),
  fc.constant<Change>(({ Resource, ...rest }) => (Resource === undefined ? rest : { ...rest, NotResource: Resource })),
)

/** The operators with a prefix or suffix, or negated. */
const turned = (condition: Readonly<Record<string, unknown>>, part: string): object =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, block]) => {
      if (part === 'Not')
        return [operator.replace(/^((?:\w+:)?(?:String|Arn|Numeric|Date|))(Equals|Like|IpAddress)/, '$1Not$2'), block]
      return [
        part.endsWith(':')
          ? operator.includes(':')
            ? operator
            : part + operator
          : operator.replace(/(?:IfExists)?$/, part),
        block,
      ]
    }),
  )

const withValue = (condition: Readonly<Record<string, unknown>>, value: string): object =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, block]) => [
      operator,
      isPart(block)
        ? Object.fromEntries(Object.entries(block).map(([key, values]) => [key, [...listOf(values), value]]))
        : block,
    ]),
  )

const inputs = (check: Check) => {
  const parsed: unknown = JSON.parse(check.wrong)
  const type = typeOf(check)
  const names = namesPrincipals.has(type) && type !== 'rcp'
  const added = fc.array(
    fc
      .constantFrom(...more)
      .map((statement) =>
        namesPrincipals.has(type) ? { ...statement, Principal: names ? { AWS: '111122223333' } : '*' } : statement,
      ),
    { maxLength: 2 },
  )
  return fc
    .tuple(fc.array(changes, { minLength: 1, maxLength: 2 }), type === 'trust' ? fc.constant([]) : added, fc.boolean())
    .map(([list, others, isLast]) => {
      const own = statementsOf(parsed).map((statement, i) =>
        i === 0 ? list.reduce<object>((each, change) => change(Object(each)), statement) : statement,
      )
      return JSON.stringify({ ...Object(parsed), Statement: isLast ? [...others, ...own] : [...own, ...others] })
    })
}

/** Words with which a message says something about decisions. */
const claims =
  /no effect|\b(?:allows?|denies|matches|limits|adds?|blocks|exempts?)\b[^.]{0,40} (?:nothing|no one|nobody)|\b(?:never|always)\b|covers|equivalent|no longer|so nothing|whatever the request/i

/** Codes whose messages have such words, and claim something that no policy’s decision can confirm. */
const notAboutDecisions: Readonly<Record<string, string>> = {
  ENDPOINT_POLICY_GUARDS_ONE_WAY:
    'Calls that don’t go through the endpoint never meet its policy: there is nothing to decide.',
  INVALID_CONDITION_MULTIPLE_BOOLEAN: 'AWS documents no result for several truth values.',
  INVALID_GLOBAL_CONDITION_KEY: 'Which keys requests carry is a fact of AWS’s lists.',
  INVALID_PRINCIPAL_FORMAT: 'AWS rejects the policy.',
  INVALID_SERVICE_CONDITION_KEY: 'Which keys requests carry is a fact of AWS’s lists.',
  IRRELEVANT_CONDITION_KEY_IN_POLICY: 'The bucket’s own account is the only value that the key can have.',
  MFA_CONDITION_DOES_NOT_PROTECT: 'test/lint/faults.test.ts decides a request for each of its forms.',
  MFA_DEVICE_NAMED_AFTER_USER: 'How AWS names devices is a fact.',
  MISSING_BRACE_IN_VARIABLE: 'The variable is never closed: that’s about the text.',
  MISSING_EFFECT: 'The message is about another problem of the same reader.',
  TRUSTED_ROLE_CAN_BE_RECREATED: 'It describes what happens after a later change.',
  UNSUPPORTED_GLOBAL_CONDITION_KEY: 'Which keys requests carry is a fact of AWS’s lists.',
}

test('a code that says that something has no effect, allows nothing, or always or never matches has a law', () => {
  const without = checks
    .filter(({ title, messages }) =>
      [title, ...Object.values(messages)].some((text) => claims.test(text.replaceAll(/\([^)]*\)/g, ''))),
    )
    .map(({ code }) => code)
    .filter((code) => !(code in laws))
  expect(without).toEqual(Object.keys(notAboutDecisions).sort())
})

test.each(claimed.map((check) => [check.code, check] as const))('%s', (code, check) => {
  let seen = 0
  const types = fc.oneof(fc.constant(typeOf(check)), fc.constantFrom(...typesOf(check)))
  fc.assert(
    fc.property(fc.oneof(fc.constant(check.wrong), inputs(check)), types, (text, type) => {
      const found = lint({ text, policyType: type, resourceType: check.exampleOf, reference, groups: checkGroups })
      const requests = requestsOf(JSON.parse(text), namesPrincipals.has(type), reference)
      for (const finding of found) {
        if (finding.code === code && laws[code]?.({ text, type, finding, requests })) seen++
      }
    }),
    { numRuns: casesOf(40), seed },
  )
  // A law that no policy came under proves nothing.
  expect(seen).toBeGreaterThan(5)
})

const bucket = 'arn:aws:s3:::reports'
const queue = 'arn:aws:sqs:us-east-1:111122223333:jobs'
const actions = [
  's3:GetObject',
  's3:Get*',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:*',
  'sqs:SendMessage',
  'sqs:*',
  'ce:GetTags',
  '*',
]
const resources = [bucket, `${bucket}/*`, `${bucket}/2026/*`, 'arn:aws:s3:::*', queue, 'arn:aws:*:*:*:jobs', '*']
const conditions = [
  undefined,
  { StringEquals: { 's3:prefix': 'home/' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
]

interface Written {
  readonly Effect: string
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: object
}
const some = (pool: readonly string[]) => fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 })
const statements: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('Allow', 'Allow', 'Deny'), some(actions), some(resources), fc.constantFrom(...conditions))
  .map(([Effect, Action, Resource, Condition]) => ({ Effect, Action, Resource, ...(Condition ? { Condition } : {}) }))
const policies = fc
  .tuple(fc.array(statements, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 0, 1))
  .map(([list, copies]) => JSON.stringify({ Version: '2012-10-17', Statement: [...list, ...list.slice(0, copies)] }))

test('identity-based policies put together at random', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(policies, (text) => {
      const requests = requestsOf(JSON.parse(text), false, reference)
      for (const finding of lint({ text, policyType: 'identity', reference })) {
        const isOne = laws[finding.code]?.({ text, type: 'identity', finding, requests })
        if (isOne) seen.set(finding.code, (seen.get(finding.code) ?? 0) + 1)
      }
    }),
    { numRuns: casesOf(150), seed },
  )
  expect(seen.size).toBeGreaterThan(6)
})
