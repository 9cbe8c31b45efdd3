// Every verdict names its cause, also where statements decide only together, each for some values of an unknown key.
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/evaluate/index.ts'
import { allow, ask, deny, policy, role, root, type Scenario, scp, when } from './scenario.ts'

type Statement = Readonly<Record<string, unknown>>
const sid = (name: string, statement: Statement): Statement => ({ Sid: name, ...statement })
const all = sid('All', allow('*'))
const region = (operator: string) => when(operator, 'aws:RequestedRegion', 'eu-west-1')
const inside = region('StringEquals')
const outside = region('StringNotEquals')
const number = (operator: string, bound: string) => when(operator, 's3:max-keys', bound)

describe('statements that decide between them are all named', () => {
  test.each<[title: string, statements: readonly Statement[], decision: Decision, sids: readonly string[]]>([
    [
      'a Deny on each side of a value',
      [all, sid('In', deny('*', inside)), sid('Out', deny('*', outside))],
      'explicitDeny',
      ['In', 'Out'],
    ],
    [
      'two Allows that cover every value',
      [sid('In', allow('*', inside)), sid('Out', allow('*', outside))],
      'allowed',
      ['In', 'Out'],
    ],
    [
      'a Deny below and a Deny from a bound on',
      [
        all,
        sid('Few', deny('*', number('NumericLessThan', '10'))),
        sid('Many', deny('*', number('NumericGreaterThanEqualsIfExists', '10'))),
      ],
      'explicitDeny',
      ['Few', 'Many'],
    ],
    [
      'a Deny where a key is there and a Deny where it is not',
      [
        all,
        sid('There', deny('*', when('Null', 'my:k', 'false'))),
        sid('Absent', deny('*', when('Null', 'my:k', 'true'))),
      ],
      'explicitDeny',
      ['There', 'Absent'],
    ],
    [
      'three Denies over two keys',
      [
        all,
        sid('NoMfa', deny('*', when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false'))),
        sid('In', deny('*', inside)),
        sid('Out', deny('*', outside)),
      ],
      'explicitDeny',
      ['NoMfa', 'In', 'Out'],
    ],
  ])('%s', (_, statements, decision, sids) => {
    const verdict = ask({ partial: true, policies: [policy('identity', ...statements)] })
    expect(verdict.decision).toBe(decision)
    expect(new Set(verdict.decidedBy.map((ref) => ref.sid))).toEqual(new Set(sids))
    expect(verdict.missingContext).toEqual([])
  })

  test('a Deny in an SCP and one in an identity-based policy', () => {
    const scenario: Scenario = {
      partial: true,
      policies: [
        policy('identity', all, sid('In', deny('*', inside))),
        scp(allow('*'), sid('Out', deny('*', outside))),
      ],
    }
    const { blockedBy, gates } = ask(scenario)
    expect([...blockedBy].sort()).toEqual(['identity', 'scp'])
    expect(gates.filter(({ blocks }) => blocks).map(({ kind, reason }) => [kind, reason.code])).toEqual([
      ['scp', 'differs-by-value'],
      ['identity', 'differs-by-value'],
    ])
  })
})

test('one Allow under two tests that can’t both pass is missing, whatever the key holds', () => {
  const both = { Condition: { StringEquals: { 'my:k': 'x' }, StringNotEquals: { 'my:k': 'x' } } }
  const verdict = ask({ partial: true, policies: [policy('identity', allow('*', both))] })
  expect(verdict.decision).toBe('implicitDeny')
  expect(verdict.blockedBy).toEqual(['identity'])
  expect(verdict.gates.filter(({ blocks }) => blocks).map(({ kind, state }) => [kind, state])).toEqual([
    ['identity', 'silent'],
  ])
})

test('two completions that differ in what allows, and are denied in both: what doesn’t allow is named, too', () => {
  const secure = (value: string) => when('Bool', 'aws:SecureTransport', value)
  const policies = [
    policy('identity', sid('Allow', allow('*', secure('true')))),
    policy('permissions-boundary', sid('Plain', deny('*', secure('false'))), sid('Secure', deny('*', secure('true')))),
  ]
  const { decision, decidedBy, missing } = ask({ partial: true, policies })
  expect([decision, new Set(decidedBy.map((ref) => ref.sid))]).toEqual(['explicitDeny', new Set(['Plain', 'Secure'])])
  expect(missing.map(({ kind }) => kind)).toContain('permissions-boundary')
})

describe('where a rule of AWS decides, the verdict names the rule', () => {
  test.each<[rule: string, scenario: Scenario, decision: Decision]>([
    ['needs-no-permission', { action: 'sts:GetCallerIdentity', policies: [policy('identity', deny('*'))] }, 'allowed'],
    ['root-user', { as: root, policies: [] }, 'allowed'],
    ['root-assumes-role', { as: root, action: 'sts:AssumeRole', on: role, policies: [] }, 'implicitDeny'],
    ['billing-access-off', { policies: [policy('identity', all)], facts: { billingIamAccess: false } }, 'implicitDeny'],
  ])('%s', (rule, scenario, decision) => {
    const verdict = ask(scenario)
    expect([verdict.decision, verdict.rule, verdict.decidedBy]).toEqual([decision, rule, []])
  })

  test('no rule is named where a statement grants', () => {
    const verdict = ask({ policies: [policy('identity', all)] })
    expect([verdict.decision, verdict.rule]).toEqual(['allowed', undefined])
  })
})
