// What the engine holds between two questions, and that "Start over" empties it.
import { expect, test } from 'vitest'
import { emptyBench } from '../../src/checker/state.ts'
import { createStore } from '../../src/checker/store.ts'
import { answerCase } from '../../src/session/answer-case.ts'
import { type Asked, startEngine } from '../../src/session/engine.ts'
import { createSession } from '../../src/session/session.ts'
import { emptyShelf } from './answer-for.ts'

const home = { site: 'https://example.com/', version: '0' }
const hooks = { isCurrent: () => true, computing: () => {} }
const paste = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject'
const policy = '{"Version": "2012-10-17", "Statement": []}'
const asking = (text: string, policies: readonly string[]): Asked => ({
  given: { paste: text, policies: policies.map((each, i) => ({ name: `P${i}`, text: each })) },
  sort: true,
  saved: [],
  whole: false,
})

test('the session holds the texts of the last question, and no older ones', async () => {
  const session = createSession()
  await answerCase({ ...asking(paste, [policy]), home }, emptyShelf, hooks, session)
  expect(session.texts).toEqual(expect.arrayContaining([paste, policy]))
  await answerCase({ ...asking('Access Denied', []), home }, emptyShelf, hooks, session)
  expect(session.texts.filter((text) => text !== '')).toEqual(['Access Denied'])
  session.clear()
  expect(session.texts).toEqual([])
})

test('a paste is read once, however often its case is asked about', async () => {
  const session = createSession()
  const read = await session.readPaste(`${paste}\n${policy}`)
  expect(await session.readPaste(`${paste}\n${policy}`)).toBe(read)
  expect((await session.readPaste(read.rest)).denial).toBe(read.denial)
})

test('starting over ends the thread, and with it everything that the thread held', () => {
  const threads: { ended: boolean }[] = []
  const store = createStore()
  const end = store.connect((listener) =>
    startEngine(
      () => {
        const thread = { ended: false }
        threads.push(thread)
        const end = (): void => {
          thread.ended = true
        }
        return { ask: () => {}, end }
      },
      home,
      listener,
    ),
  )
  store.change((bench) => ({ ...bench, paste }))
  expect(threads).toEqual([{ ended: false }])
  store.send({ is: 'opened', bench: emptyBench })
  expect(threads).toEqual([{ ended: true }])
  expect([store.answered.value, store.sorted.value, store.bench.value]).toEqual([undefined, undefined, emptyBench])
  store.change((bench) => ({ ...bench, paste: 'Access Denied' }))
  expect(threads).toEqual([{ ended: true }, { ended: false }])
  end()
})
