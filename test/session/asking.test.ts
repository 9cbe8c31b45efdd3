// A page's worker: what the page says while it waits, and what it says once no answer will come.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAsking } from '../../src/session/asking.ts'
import { type FromWorker, startPageThread, type ToWorker } from '../../src/session/page-thread.ts'

/** Stands in for the browser's worker: tests answer for it. */
class FakeWorker extends EventTarget {
  readonly asked: ToWorker<string>[] = []
  ended = false
  constructor() {
    super()
    workers.push(this)
  }
  postMessage(message: ToWorker<string>): void {
    this.asked.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  says(message: FromWorker<string>): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }))
  }
  breaks(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }))
  }
}

let workers: FakeWorker[] = []

beforeEach(() => {
  workers = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('location', { href: 'https://why.example/account/' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const start = () => {
  const thread = startPageThread<string, string>('worker.js', 'https://why.example/')
  return { thread, ...createAsking(thread) }
}

test('it says what it’s working on and how far it is, until the answer comes', async () => {
  const { ask, working, trouble } = start()
  const reply = ask('who can?', 'Asking …')
  expect(working.value).toBe('Asking …')
  workers[0]?.says({ is: 'progress', id: 1, words: 'half' })
  expect(working.value).toBe('half')
  workers[0]?.says({ is: 'answer', id: 1, answer: 'nobody' })
  expect(await reply).toBe('nobody')
  expect([working.value, trouble.value]).toEqual(['', ''])
})

test('it goes on working while another question waits', async () => {
  const { ask, working } = start()
  const [first, second] = [ask('a', 'A …'), ask('b', 'B …')]
  workers[0]?.says({ is: 'answer', id: 1, answer: 'a' })
  await first
  expect(working.value).toBe('B …')
  workers[0]?.says({ is: 'answer', id: 2, answer: 'b' })
  await second
  expect(working.value).toBe('')
})

test('a question that fails says why', async () => {
  const { ask, working, trouble } = start()
  const reply = ask('a', 'A …')
  workers[0]?.says({ is: 'broken', id: 1, why: 'the file is too large' })
  expect(await reply).toBeUndefined()
  expect([working.value, trouble.value]).toEqual(['', 'That didn’t work: the file is too large.'])
})

test('stopping ends the worker and the waiting, without trouble, and the next question starts another worker', async () => {
  const { thread, ask, working, trouble } = start()
  const reply = ask('a', 'A …')
  thread.stop()
  expect(await reply).toBeUndefined()
  expect([working.value, trouble.value, workers[0]?.ended]).toEqual(['', '', true])
  const next = ask('b', 'B …')
  workers[1]?.says({ is: 'answer', id: 2, answer: 'b' })
  expect(await next).toBe('b')
  expect(working.value).toBe('')
})

test('a worker that breaks fails everything it was asked, and the next question starts another worker', async () => {
  const { ask, working, trouble } = start()
  const replies = Promise.all([ask('a', 'A …'), ask('b', 'B …')])
  workers[0]?.breaks('out of memory')
  expect(await replies).toEqual([undefined, undefined])
  expect([working.value, trouble.value, workers[0]?.ended]).toEqual(['', 'That didn’t work: out of memory.', true])
  const next = ask('c', 'C …')
  workers[1]?.says({ is: 'answer', id: 3, answer: 'c' })
  expect(await next).toBe('c')
})
