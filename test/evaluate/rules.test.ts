// AWS's rules, as content/rules describes them: every case is evaluated.
import { describe, expect, test } from 'vitest'
import { ruleSections } from '../../content/rules/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { elementClause } from '../../src/words/index.ts'
import { allow, ask, at, full, here, policy, queue, type Scenario, scp, send, there, when } from './scenario.ts'

const reference = await loadReference()
const rules = ruleSections.flatMap((section) => section.rules)

describe.each(ruleSections)('$title', (section) => {
  describe.each(section.rules)('rule $number: $says', ({ cases, instead }) => {
    test('can be asked, or says what the site does instead', () => {
      expect(cases.length > 0 || instead !== undefined).toBe(true)
    })

    for (const [title, scenario, decision, blockedBy] of cases) {
      test(title, () => {
        const verdict = ask(scenario, reference)
        expect(verdict.decision).toBe(decision)
        if (blockedBy) expect([...verdict.blockedBy].sort()).toEqual([...blockedBy].sort())
      })
    }
  })
})

test('every rule of our list is there once, in order, with its source', () => {
  expect(rules.map(({ number }) => number)).toEqual(rules.map((_, index) => index + 1))
  expect(rules.length).toBeGreaterThanOrEqual(141)
  expect(rules.filter(({ source }) => !/^https:\/\/[a-z.]+\//.test(source))).toEqual([])
})

test("what blocks is told gate by gate, in AWS's order", () => {
  const { gates } = ask({
    policies: [policy('identity', allow('s3:*')), scp(allow('*')), at('ou-1', policy('scp', allow('s3:*')))],
  })
  expect(gates.map(({ kind, level, state, blocks }) => [kind, level, state, blocks])).toEqual([
    ['scp', 'r-root', 'allows', false],
    ['scp', 'ou-1', 'silent', true],
    ['identity', undefined, 'silent', true],
    ['permissions-boundary', undefined, 'not given', false],
  ])
})

test('the statement that decided is named with its place', () => {
  const text = '{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"ce:*","Resource":"*"}]}'
  const { decidedBy } = ask({ policies: [full, { type: 'identity', name: 'Mine', text }] })
  expect(decidedBy.map(({ policy: name, policyIndex, statement, sid }) => [name, policyIndex, statement, sid])).toEqual(
    [['Mine', 1, 0, 'No']],
  )
  expect(text.slice(decidedBy[0]?.span.from, decidedBy[0]?.span.to)).toMatch(/^\{"Sid":"No".*\}$/)
})

test.each<[why: RegExp, scenario: Scenario]>([
  [
    /upper and lower case/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.toUpperCase() }))] },
  ],
  [
    /in the account/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.replace(here, there) }))] },
  ],
  [
    /in the Region/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.replace('us-east-1', 'eu-west-1') }))] },
  ],
  [
    /the container itself/,
    {
      action: 's3:GetObject',
      on: 'arn:aws:s3:::reports/x',
      owner: here,
      policies: [policy('identity', allow('s3:*', { Resource: 'arn:aws:s3:::reports' }))],
    },
  ],
  [
    /the request has `us-east-1`/,
    {
      context: { 'aws:RequestedRegion': 'us-east-1' },
      policies: [policy('identity', allow('*', when('StringEquals', 'aws:RequestedRegion', 'eu-west-1')))],
    },
  ],
  [
    /`aws:x` must be `y`; the request doesn’t have it/,
    { policies: [policy('identity', allow('*', when('StringEquals', 'aws:x', 'y')))] },
  ],
])('an Allow that nearly matched says how it failed: %s', (why, scenario) => {
  expect(
    ask(scenario)
      .closest.map(({ failed }) => elementClause(failed.reason))
      .join(),
  ).toMatch(why)
})
