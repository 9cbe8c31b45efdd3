import { describe, expect, test } from 'vitest'
import { documentOf, firstState, type PageEvent, type PageState, readerOf, reduce } from '../../src/checker/reducer.ts'
import { addPolicy, benchOf, caseOf, emptyBench, removePolicy } from '../../src/checker/state.ts'
import { answerFor, emptyShelf } from '../session/answer-for.ts'

const message =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetTags because no identity-based policy allows the ce:GetTags action'
const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
const keyId = `AKIA${'ABCDEFGH'.repeat(2)}`

const stateAfter = (...events: readonly PageEvent[]): PageState => events.reduce(reduce, firstState)
const typed = (text: string): PageEvent => ({ is: 'typed', text })
const pasted = (text: string): PageEvent => ({ is: 'pasted', text })
const withPolicy = (text: string): PageEvent => ({ is: 'changed', by: (bench) => addPolicy(bench, { text }) })
const startOver: PageEvent = { is: 'opened', bench: emptyBench }

/** The state after the engine has answered the current case. */
async function answered(state: PageState): Promise<PageState> {
  const { paste, policies } = caseOf(state.bench)
  const answer = await answerFor(paste, policies, emptyShelf, state.isPasted)
  return reduce(state, { is: 'answered', bench: state.bench, answer })
}

describe('changes of the box that count as a paste, once the text before them is answered', () => {
  test.each<[what: string, before: string, event: PageEvent, isPasted: boolean]>([
    ['a key', '', typed('A'), false],
    ['a key in the middle of a long text', message, typed(message.replace('mateo', 'mateos')), false],
    ['a deletion', message, typed(message.slice(0, 20)), false],
    ['a paste', '', pasted('Access Denied'), true],
    ['a paste of what is there already', message, pasted(message), true],
    ['a shorter paste over a longer text', `${message}\n${message}`, pasted('Access Denied'), true],
    ['a long text that comes like a key', '', typed(message), true],
    ['a shorter text that comes like a key', `${message}\n${message}`, typed(policy), true],
  ])('%s', async (_, before, event, isPasted) => {
    const state = before === '' ? firstState : await answered(stateAfter(pasted(before)))
    expect(state.isPasted).toBe(false)
    expect(reduce(state, event).isPasted).toBe(isPasted)
  })
})

describe('an answer', () => {
  test('moves documents out of a paste that replaced a longer text', async () => {
    const before = await answered(stateAfter(pasted(`${message}\n${'a line of a log\n'.repeat(50)}`)))
    const { bench, sorted } = await answered(reduce(before, pasted(`${message}\n${policy}`)))
    expect(bench.paste.trim()).toBe(message)
    expect(bench.policies).toHaveLength(1)
    expect(sorted?.taken).toHaveLength(1)
  })
  test('leaves typed text in the box', async () => {
    const long = `${message}\n${policy}`
    const state = await answered(stateAfter(...[...long].map((_, i) => typed(long.slice(0, i + 1)))))
    expect(state.bench.policies).toEqual([])
  })
  test('shows the policy where nothing else was pasted', async () => {
    const state = await answered(stateAfter(pasted(policy)))
    expect(documentOf(state)).toBe(state.bench.policies[0]?.id)
  })
  test('comes to the front of a narrow screen after a paste, but not while the user types', async () => {
    expect((await answered(stateAfter(pasted(message)))).side).toBe('answer')
    expect((await answered(stateAfter(typed('Access')))).side).toBe('input')
  })
  test('to an outdated question changes nothing', async () => {
    const asked = stateAfter(pasted(message))
    const answer = await answerFor(message)
    const state = reduce(reduce(asked, startOver), { is: 'answered', bench: asked.bench, answer })
    expect(state.answered).toBeUndefined()
    const moved = reduce(reduce(asked, withPolicy(policy)), { is: 'answered', bench: asked.bench, answer })
    expect(moved.bench.policies).toHaveLength(1)
    expect(moved.answered?.bench).toBe(asked.bench)
  })
})

describe('secrets', () => {
  test.each<[where: string, event: PageEvent]>([
    ['the box', pasted(`Access Denied ${keyId}`)],
    ['a policy', withPolicy(`{"Sid": "${keyId}"}`)],
    ['an example', { is: 'opened', bench: benchOf({ paste: keyId, policies: [{ name: keyId, text: keyId }] }) }],
    ['a correction', { is: 'changed', by: (bench) => ({ ...bench, asked: { principal: keyId } }) }],
  ])('in %s are blanked before the state holds them', (_, event) => {
    const state = stateAfter(event)
    expect(JSON.stringify(state)).not.toContain(keyId)
    expect(state.blanked.map(({ kind }) => kind)).toContain('access-key-id')
    expect(reduce(state, { is: 'dismissed', what: 'secrets' }).blanked).toEqual([])
  })
})

describe('fixes', () => {
  test('are applied to the answered policies, shown, and taken back', async () => {
    const state = await answered(stateAfter(pasted(message), withPolicy(policy)))
    const fixes = state.answered?.answer.diagnosis.fixes ?? []
    const fixed = reduce(state, { is: 'applied', fixes })
    expect(fixed.bench.policies[0]?.text).toContain('ce:GetTags')
    expect(documentOf(fixed)).toBe(fixed.bench.policies[0]?.id)
    expect(reduce(fixed, { is: 'undone' }).bench.policies).toEqual(state.bench.policies)
  })
  test('without an answer do nothing', () => {
    const state = stateAfter(withPolicy(policy))
    expect(reduce(state, { is: 'applied', fixes: [] })).toBe(state)
  })
})

describe('another case', () => {
  const other = benchOf({ paste: 'Access Denied', policies: [] })
  test('keeps the previous case, so that it can be restored', () => {
    const state = stateAfter(pasted(message), { is: 'opened', bench: other })
    expect(state.bench.paste).toBe('Access Denied')
    expect(reduce(state, { is: 'brought back' }).bench.paste).toBe(message)
  })
  test('of a link says so until another one comes', () => {
    const state = stateAfter({ is: 'opened', bench: other, isFromLink: true })
    expect([state.isFromLink, reduce(state, startOver).isFromLink]).toEqual([true, false])
  })
  test('is empty: nothing of the answer stays', async () => {
    const state = reduce(await answered(stateAfter(pasted(message))), startOver)
    expect([state.answered, state.sorted, state.opens, state.bench]).toEqual([undefined, undefined, [], emptyBench])
  })
})

describe('the company’s policies', () => {
  const company = { scps: [{ name: 'Guardrail', policy: { Version: '2012-10-17' as const, Statement: [] } }] }
  const read: PageEvent = { is: 'company read', company }
  const names = ({ bench }: PageState): readonly string[] => bench.policies.map(({ name }) => name)
  test('wait for a case', () => expect(names(stateAfter(read))).toEqual([]))
  test('join the first case and each that is opened', () => {
    expect(names(stateAfter(read, pasted(message)))).toEqual(['Guardrail'])
    expect(names(stateAfter(pasted(message), read))).toEqual(['Guardrail'])
    expect(names(stateAfter(read, { is: 'opened', bench: benchOf({ paste: 'x', policies: [] }) }))).toEqual([
      'Guardrail',
    ])
  })
  test('stay away once they are removed', () => {
    const state = stateAfter(read, pasted(message))
    const id = state.bench.policies[0]?.id ?? 0
    const removed = reduce(state, { is: 'changed', by: (bench) => removePolicy(bench, id) })
    expect(names(reduce(removed, typed(`${message}.`)))).toEqual([])
  })
  test('don’t make the reader an administrator', () =>
    expect(readerOf(stateAfter(read, pasted(message)))).toBe('denied'))
})

describe('the view', () => {
  test('an added policy is shown, and the paste again after the policy is removed', () => {
    const state = stateAfter(pasted(message), { is: 'policy added' })
    const id = state.bench.policies[0]?.id ?? 0
    expect(documentOf(state)).toBe(id)
    expect(documentOf(reduce(state, { is: 'changed', by: (bench) => removePolicy(bench, id) }))).toBe('paste')
  })
  test('a user who pastes policies is treated as an administrator, unless they choose otherwise', () => {
    const state = stateAfter(pasted(message), withPolicy(policy))
    expect([readerOf(stateAfter(pasted(message))), readerOf(state)]).toEqual(['denied', 'administrator'])
    expect(readerOf(reduce(state, { is: 'reader chosen', reader: 'denied' }))).toBe('denied')
  })
  test('a place in a policy is shown in its document again each time', () => {
    const spot = { policyId: 1, span: { from: 0, to: 1 } }
    const state = reduce(stateAfter(withPolicy(policy)), { is: 'shown', spot })
    expect(documentOf(state)).toBe(1)
    expect(reduce(state, { is: 'shown', spot }).spot).not.toBe(state.spot)
  })
})

test.each([
  [true, 'allowed'],
  [false, 'denied'],
] as const)('the page around the checker may show it (%s): %s, whatever else happens', (mayShow, framing) => {
  const state = { ...firstState, framing: 'asking' } as const
  expect(reduce(reduce(state, { is: 'framing decided', mayShow }), pasted(message)).framing).toBe(framing)
  expect(reduce(state, pasted(message)).framing).toBe('asking')
})
