// Values with a variable and text around it, such as "home/${aws:PrincipalTag/team}/*": what isn't known is never taken for a mismatch.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Decision } from '../../src/evaluate/index.ts'
import { casesOf, seed } from '../random.ts'
import { allow, ask, deny, full, policy, requestOf, type Scenario, scp, session, when } from './scenario.ts'

const team = ['s3:prefix', 'aws:PrincipalTag/team']
const identity = (operator: string, key: string, value: unknown) =>
  policy('identity', allow('*', when(operator, key, value)))
const onBucket = (resource: string) => [policy('identity', allow('*', { Resource: resource }))]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
test.each<[title: string, scenario: Scenario, decision: Decision, missing: readonly string[]]>([
  [
    'text before',
    { policies: [identity('StringEquals', 's3:prefix', 'home/${aws:PrincipalTag/team}')] },
    'undetermined',
    team,
  ],
  [
    'text behind',
    { policies: [identity('StringEquals', 's3:prefix', '${aws:PrincipalTag/team}/home')] },
    'undetermined',
    team,
  ],
  [
    'a wildcard behind',
    { policies: [identity('StringLike', 's3:prefix', 'home/${aws:PrincipalTag/team}/*')] },
    'undetermined',
    team,
  ],
  [
    'a wildcard before',
    { policies: [identity('StringLike', 's3:prefix', '*/${aws:PrincipalTag/team}')] },
    'undetermined',
    team,
  ],
  [
    'two variables',
    { policies: [identity('StringEquals', 's3:prefix', '${aws:PrincipalTag/a}/${aws:PrincipalTag/b}')] },
    'undetermined',
    ['s3:prefix', 'aws:PrincipalTag/a', 'aws:PrincipalTag/b'],
  ],
  [
    'the key is known, the variable isn’t',
    {
      policies: [identity('StringLike', 's3:prefix', 'home/${aws:PrincipalTag/team}/*')],
      context: { 's3:prefix': 'home/red/x' },
    },
    'undetermined',
    ['aws:PrincipalTag/team'],
  ],
  [
    'the key is known in another case',
    {
      policies: [identity('StringEqualsIgnoreCase', 's3:prefix', 'home/${aws:PrincipalTag/team}')],
      context: { 's3:prefix': 'Home/Red' },
    },
    'undetermined',
    ['aws:PrincipalTag/team'],
  ],
  [
    'the key is known and can’t fit',
    {
      policies: [identity('StringLike', 's3:prefix', 'home/${aws:PrincipalTag/team}/*')],
      context: { 's3:prefix': 'other/' },
    },
    'implicitDeny',
    [],
  ],
  [
    'a variable between texts in one part of a resource',
    { on: 'arn:aws:s3:::team-red-data/x', policies: onBucket('arn:aws:s3:::team-${aws:PrincipalTag/team}-data/*') },
    'undetermined',
    ['aws:PrincipalTag/team'],
  ],
  [
    'a document’s own name that no value makes fit',
    { policies: [identity('StringLike', 's3:prefix', 'x/${Bucket}/*')], context: { 's3:prefix': 'other/' } },
    'implicitDeny',
    [],
  ],
  [
    'two variables in a resource that can’t be the one asked about',
    {
      on: 'arn:aws:s3:::b/o',
      policies: [
        policy(
          'identity',
          allow('*', {
            Resource: ['arn:aws:s3:::x-${my:v}-${my:w}/y', 'arn:aws:s3:::${my:v}/o'],
            ...when('StringEquals', 'my:v', 'c'),
          }),
        ),
      ],
    },
    'implicitDeny',
    [],
  ],
  [
    'a default for a variable',
    {
      policies: [identity('StringEquals', 's3:prefix', "home/${aws:PrincipalTag/team, 'all'}")],
      context: { 's3:prefix': 'home/all' },
    },
    'undetermined',
    ['aws:PrincipalTag/team'],
  ],
  [
    'a Deny',
    {
      policies: [
        full,
        policy('identity', deny('*', when('StringLike', 's3:prefix', 'home/${aws:PrincipalTag/team}/*'))),
      ],
    },
    'undetermined',
    team,
  ],
  [
    'no value helps',
    { policies: [identity('StringLike', 's3:prefix', 'home/${aws:PrincipalTag/team}/*'), scp(allow('ec2:*'))] },
    'implicitDeny',
    [],
  ],
])('%s', (_, scenario, decision, missing) => {
  const verdict = ask({ as: session, partial: true, ...scenario })
  expect([verdict.decision, verdict.missingContext]).toEqual([decision, missing])
})

const keys = ['my:a', 'my:b', 'my:c'] as const
const texts = ['', 'x', 'y', 'x/', 'x/y', 'X', 'xx', 'y/x', 'x-y']
const parts = fc.constantFrom('x', 'y', '/', '-', '${my:b}', '${my:c}', "${my:b, 'x'}")
const value = (wild: boolean) =>
  fc
    .array(wild ? fc.oneof({ weight: 4, arbitrary: parts }, fc.constantFrom('*', '?')) : parts, {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) => list.join(''))
const condition = fc
  .tuple(
    fc.constantFrom(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringEqualsIfExists',
      'ForAnyValue:StringLike',
      'ForAllValues:StringEquals',
    ),
    fc.constantFrom(...keys),
  )
  .chain(([operator, key]) =>
    fc.array(value(/Like/.test(operator)), { minLength: 1, maxLength: 2 }).map((values) => when(operator, key, values)),
  )
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::x/*',
  'arn:aws:s3:::${my:b}/*',
  'arn:aws:s3:::x-${my:b}/*',
  'arn:aws:s3:::x-${my:b}-${my:c}/y',
  'arn:aws:s3:::*${my:c}',
)
const statement = fc
  .tuple(fc.boolean(), resource, condition)
  .map(([isDeny, Resource, more]) => (isDeny ? deny : allow)('*', { Resource, ...more }))
const context = fc.record(
  { 'my:a': fc.constantFrom(...texts), 'my:b': fc.constantFrom(...texts), 'my:c': fc.constantFrom(...texts) },
  { requiredKeys: [] },
)

test(`what is decided stays decided, whatever the unknown values are (seed ${seed})`, () => {
  const cases = fc.record({
    on: fc.constantFrom('arn:aws:s3:::x/y', 'arn:aws:s3:::x-y/y', 'arn:aws:s3:::x-y-x/y'),
    statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
    known: context,
    more: fc.array(context, { minLength: 40, maxLength: 40 }),
  })
  let decided = 0
  fc.assert(
    fc.property(cases, ({ on, statements, known, more }) => {
      const scenario = {
        on,
        policies: [policy('identity', allow('*', when('StringEquals', 'my:a', 'x')), ...statements)],
      }
      const evaluator = compile(scenario.policies)
      const decision = evaluator.decide(requestOf({ ...scenario, context: known, partial: true }))
      if (decision === 'undetermined') return
      decided++
      for (const each of more)
        expect(evaluator.decide(requestOf({ ...scenario, context: { ...each, ...known } }))).toBe(decision)
    }),
    { seed, numRuns: casesOf(2000) },
  )
  expect(decided).toBeGreaterThan(casesOf(2000) / 20)
})
