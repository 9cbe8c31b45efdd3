import { describe, expect, it } from 'vitest'
import type { Fix } from '../../src/advise/index.ts'
import { applyFixes, canUndo, changedPolicies, undoFix } from '../../src/checker/apply-fixes.ts'
import { addPolicy, type Bench, benchOf, changePolicy } from '../../src/checker/state.ts'
import { compile } from '../../src/evaluate/index.ts'

const given = {
  paste: 'Access Denied',
  policies: [
    { name: 'Finance', type: 'identity' as const, text: '{}' },
    { name: 'Lock', type: 'scp' as const, target: 'r-root', text: '{"Version":"2012-10-17"}' },
  ],
}

const verdict = compile([]).explain({ principal: 'anonymous', action: 's3:GetObject', resource: '*' })
const fix = (change: Pick<Fix, 'policyIndex' | 'before' | 'after'>): Fix => ({
  title: 'A change',
  owner: 'account administrator',
  policyType: 'identity',
  edit: undefined,
  deliveries: [],
  risk: undefined,
  included: [],
  options: [],
  holder: undefined,
  note: '',
  proof: { before: verdict, after: verdict },
  ...change,
})
const texts = ({ policies }: Bench) => policies.map(({ text }) => text)

describe('applying a fix', () => {
  const bench = benchOf(given)

  it('distinguishes policies to replace from policies to create', () => {
    const changes = [
      fix({ policyIndex: 0, before: '{}', after: '{"a":1}' }),
      fix({ policyIndex: undefined, before: '', after: '{"b":1}' }),
    ]
    expect(changedPolicies(applyFixes(bench, bench, changes)).map(({ text, isNew }) => [text, isNew])).toEqual([
      ['{"a":1}', false],
      ['{"b":1}', true],
    ])
  })

  it('changes the policy that it belongs to', () => {
    expect(texts(applyFixes(bench, bench, [fix({ policyIndex: 0, before: '{}', after: '{"a":1}' })]))).toEqual([
      '{"a":1}',
      '{"Version":"2012-10-17"}',
    ])
  })
  it('counts as the diagnosis did, without empty cards', () => {
    const withEmpty = { ...bench, policies: [{ id: 99, name: 'Empty', text: ' ' }, ...bench.policies] }
    const fixed = applyFixes(withEmpty, withEmpty, [fix({ policyIndex: 0, before: '{}', after: 'x' })])
    expect(texts(fixed)).toEqual([' ', 'x', '{"Version":"2012-10-17"}'])
  })
  it('adds a new policy, with its type', () => {
    const { policies } = applyFixes(bench, bench, [fix({ policyIndex: undefined, before: '', after: 'new' })])
    expect(policies[2]).toMatchObject({ text: 'new', type: 'identity', name: 'New identity-based policy' })
  })
  it('makes several in order, a new document included', () => {
    const fixes = [
      fix({ policyIndex: 0, before: '{}', after: 'one' }),
      fix({ policyIndex: 0, before: 'one', after: 'two' }),
      fix({ policyIndex: undefined, before: '', after: 'new' }),
      fix({ policyIndex: undefined, before: 'new', after: 'newer' }),
    ]
    expect(texts(applyFixes(bench, bench, fixes))).toEqual(['two', '{"Version":"2012-10-17"}', 'newer'])
  })
  it('does nothing if the text has changed since', () => {
    const edited = changePolicy(bench, 1, { text: '{ }' })
    expect(applyFixes(edited, bench, [fix({ policyIndex: 0, before: '{}', after: 'x' })])).toBe(edited)
  })
  it('can be undone', () => {
    const fixed = applyFixes(bench, bench, [
      fix({ policyIndex: 0, before: '{}', after: 'x' }),
      fix({ policyIndex: undefined, before: '', after: 'new' }),
    ])
    expect(canUndo(fixed)).toBe(true)
    expect(undoFix(fixed).policies).toEqual(bench.policies)
    expect(canUndo(undoFix(fixed))).toBe(false)
  })
  it('keeps later changes when it is undone', () => {
    const fixed = applyFixes(bench, bench, [fix({ policyIndex: 0, before: '{}', after: 'x' })])
    const undone = undoFix(changePolicy(addPolicy(fixed, { text: 'mine' }), 2, { name: 'Renamed' }))
    expect(undone.policies.map(({ name, text }) => [name, text])).toEqual([
      ['Finance', '{}'],
      ['Renamed', '{"Version":"2012-10-17"}'],
      ['Policy 3', 'mine'],
    ])
  })
  it('can’t be undone after an edit, because that would lose the edit', () => {
    const edited = changePolicy(applyFixes(bench, bench, [fix({ policyIndex: 0, before: '{}', after: 'x' })]), 1, {
      text: 'xy',
    })
    expect(canUndo(edited)).toBe(false)
    expect(undoFix(edited)).toBe(edited)
  })
})
