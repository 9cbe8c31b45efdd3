import { describe, expect, it } from 'vitest'
import {
  addContext,
  addPolicy,
  answerQuestion,
  type Bench,
  benchOf,
  caseOf,
  changeContext,
  emptyBench,
  isEmpty,
  removeContext,
  removePolicy,
  withAsked,
  withFact,
  withPaste,
  withRequest,
} from '../../src/checker/state.ts'

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

describe('the bench and its case', () => {
  it('returns the case it was created from', () => expect(caseOf(benchOf(given))).toEqual(given))
  it('keeps a key with a list of one value multivalued', () => {
    expect(caseOf(benchOf(given)).context?.['aws:TagKeys']).toEqual(['team'])
  })
  it('gives every policy and key its own ID', () => {
    const { policies, context, nextId } = addPolicy(benchOf(given))
    const ids = [...policies, ...context].map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect(Math.max(...ids)).toBeLessThan(nextId)
  })
  it('leaves out empty cards', () => expect(caseOf(addPolicy(emptyBench)).policies).toEqual([]))
  it('leaves out keys without a name or a value', () => {
    const bench = addContext(addContext(emptyBench, 'aws:SourceIp'), '', '203.0.113.1')
    expect(caseOf(bench).context).toEqual({})
  })
  it('reads one value per line', () => {
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

  it('gives new policies unique names', () => {
    const bench = addPolicy(removePolicy(addPolicy(addPolicy(emptyBench)), 1))
    expect(bench.policies.map(({ name }) => name)).toEqual(['Policy 2', 'Policy 3'])
  })
  it('undoes a correction', () => {
    const bench = withAsked(withAsked(emptyBench, 'action', 's3:GetObject'), 'action', undefined)
    expect(caseOf(bench)).not.toHaveProperty('action')
  })
  it('removes a fact', () => {
    expect(withFact(withFact(emptyBench, 'billingIamAccess', true), 'billingIamAccess', undefined).facts).toEqual({})
  })
  it('answers a question in the row that the key has, whatever its case', () => {
    const bench = answerQuestion(addContext(emptyBench, 'AWS:sourceip', '1'), 'aws:SourceIp', '203.0.113.1')
    expect(caseOf(bench).context).toEqual({ 'AWS:sourceip': '203.0.113.1' })
  })
  it('answers a question with several values', () => {
    expect(caseOf(answerQuestion(emptyBench, 'aws:TagKeys', ['team'])).context).toEqual({ 'aws:TagKeys': ['team'] })
  })
  it('answers that the request doesn’t have the key', () => {
    expect(caseOf(answerQuestion(emptyBench, 'aws:SourceVpce', null)).context).toEqual({ 'aws:SourceVpce': null })
  })
  it('changes and removes a key', () => {
    const bench = changeContext(addContext(emptyBench), 1, { key: 'aws:SourceIp', values: '203.0.113.1' })
    expect(caseOf(bench).context).toEqual({ 'aws:SourceIp': '203.0.113.1' })
    expect(removeContext(bench, 1).context).toEqual([])
  })
})

describe('another request about the same policies', () => {
  const request = {
    principal: 'anonymous',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    context: { a: null, b: '1' },
  }
  const bench = withRequest(benchOf(given), request)
  it('keeps the policies and nothing of the request before', () => {
    expect(caseOf(bench)).toEqual({ paste: '', policies: given.policies, facts: given.facts, ...request })
  })
  it('gives each new row an ID of its own', () => {
    const ids = [...bench.policies, ...bench.context].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
