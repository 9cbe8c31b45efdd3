import { describe, expect, it } from 'vitest'
import type { Fix } from '../../src/advise/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import {
  addContext,
  addPolicy,
  answerQuestion,
  applyFixes,
  type Bench,
  benchOf,
  canUndo,
  caseOf,
  changeContext,
  changePolicy,
  emptyBench,
  isEmpty,
  removeContext,
  removePolicy,
  undoFix,
  withAsked,
  withFact,
  withPaste,
} from '../../src/workbench/state.ts'

const given = {
  paste: 'Access Denied',
  policies: [
    { name: 'Finance', type: 'identity' as const, text: '{}' },
    { name: 'Lock', type: 'scp' as const, target: 'r-root', text: '{"Version":"2012-10-17"}' },
  ],
  principal: 'arn:aws:iam::123456789012:user/mateojackson',
  context: { 'aws:RequestedRegion': 'us-east-1', 'aws:TagKeys': ['team'] },
  facts: { billingIamAccess: false },
}

const verdict = compile([]).explain({ principal: given.principal, action: 's3:GetObject', resource: '*' })
const fix = (change: Pick<Fix, 'policyIndex' | 'before' | 'after'>): Fix => ({
  title: 'A change',
  owner: 'account administrator',
  policyType: 'identity',
  edit: undefined,
  note: '',
  proof: { before: verdict, after: verdict },
  ...change,
})
const texts = ({ policies }: Bench) => policies.map(({ text }) => text)

describe('the bench and its case', () => {
  it('gives back the case it was made of', () => expect(caseOf(benchOf(given))).toEqual(given))
  it('keeps a key with a list of one value multivalued', () => {
    expect(caseOf(benchOf(given)).context?.['aws:TagKeys']).toEqual(['team'])
  })
  it('gives every policy and key an id of its own', () => {
    const { policies, context, nextId } = addPolicy(benchOf(given))
    const ids = [...policies, ...context].map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect(Math.max(...ids)).toBeLessThan(nextId)
  })
  it('leaves out cards that hold nothing', () => expect(caseOf(addPolicy(emptyBench)).policies).toEqual([]))
  it('leaves out keys without a name or a value', () => {
    const bench = addContext(addContext(emptyBench, 'aws:SourceIp'), '', '203.0.113.1')
    expect(caseOf(bench).context).toEqual({})
  })
  it('reads one value a line', () => {
    expect(caseOf(addContext(emptyBench, 'aws:TagKeys', 'team\nstage\n')).context).toEqual({
      'aws:TagKeys': ['team', 'stage'],
    })
  })
  it('keeps a key called __proto__ a key', () => {
    const { context } = caseOf(addContext(emptyBench, '__proto__', 'x'))
    expect(Object.entries(context ?? {})).toEqual([['__proto__', 'x']])
  })
})

describe('what the user can change', () => {
  it.each<[string, Bench, boolean]>([
    ['nothing', emptyBench, true],
    ['blanks', withPaste(emptyBench, ' \n'), true],
    ['an empty card', addPolicy(emptyBench), true],
    ['a paste', withPaste(emptyBench, 'x'), false],
    ['a policy', addPolicy(emptyBench, { text: '{' }), false],
    ['a caller', withAsked(emptyBench, 'principal', 'x'), false],
  ])('%s: is it empty?', (_, bench, empty) => expect(isEmpty(bench)).toBe(empty))

  it('names new policies so that no two are alike', () => {
    const bench = addPolicy(removePolicy(addPolicy(addPolicy(emptyBench)), 1))
    expect(bench.policies.map(({ name }) => name)).toEqual(['Policy 2', 'Policy 3'])
  })
  it('takes a correction back', () => {
    const bench = withAsked(withAsked(emptyBench, 'action', 's3:GetObject'), 'action', undefined)
    expect(caseOf(bench)).not.toHaveProperty('action')
  })
  it('takes a fact back', () => {
    expect(withFact(withFact(emptyBench, 'billingIamAccess', true), 'billingIamAccess', undefined).facts).toEqual({})
  })
  it('answers a question in the row that the key has, whatever its case', () => {
    const bench = answerQuestion(addContext(emptyBench, 'AWS:sourceip', '1'), 'aws:SourceIp', '203.0.113.1')
    expect(caseOf(bench).context).toEqual({ 'AWS:sourceip': '203.0.113.1' })
  })
  it('answers a question with several values', () => {
    expect(caseOf(answerQuestion(emptyBench, 'aws:TagKeys', ['team'])).context).toEqual({ 'aws:TagKeys': ['team'] })
  })
  it('changes and removes a key', () => {
    const bench = changeContext(addContext(emptyBench), 1, { key: 'aws:SourceIp', values: '203.0.113.1' })
    expect(caseOf(bench).context).toEqual({ 'aws:SourceIp': '203.0.113.1' })
    expect(removeContext(bench, 1).context).toEqual([])
  })
})

describe('applying a fix', () => {
  const bench = benchOf(given)

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
  it('does nothing where the text has changed since', () => {
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
  it('undone keeps what else was changed since', () => {
    const fixed = applyFixes(bench, bench, [fix({ policyIndex: 0, before: '{}', after: 'x' })])
    const undone = undoFix(changePolicy(addPolicy(fixed, { text: 'mine' }), 2, { name: 'Renamed' }))
    expect(undone.policies.map(({ name, text }) => [name, text])).toEqual([
      ['Finance', '{}'],
      ['Renamed', '{"Version":"2012-10-17"}'],
      ['Policy 3', 'mine'],
    ])
  })
  it('cannot be undone once it was edited: that would lose the edit', () => {
    const edited = changePolicy(applyFixes(bench, bench, [fix({ policyIndex: 0, before: '{}', after: 'x' })]), 1, {
      text: 'xy',
    })
    expect(canUndo(edited)).toBe(false)
    expect(undoFix(edited)).toBe(edited)
  })
})
