import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EngineState, startEngine, type Thread } from '../../src/session/engine.ts'
import type { EngineAnswer, Message, Question } from '../../src/session/messages.ts'
import { answerFor } from './answer-for.ts'

/** A thread that says what the test has it say. */
interface StandIn {
  readonly asked: Question[]
  ended: boolean
  readonly say: (message: Message) => void
  readonly fail: (why: string) => void
}

function bench() {
  const threads: StandIn[] = []
  const states: EngineState[] = []
  const answers: EngineAnswer[] = []
  const engine = startEngine(
    (say, fail): Thread => {
      const thread: StandIn = { asked: [], ended: false, say, fail }
      threads.push(thread)
      return {
        ask: (question) => thread.asked.push(question),
        end: () => {
          thread.ended = true
        },
      }
    },
    { site: 'https://example.com/', version: '1' },
    { state: (state) => states.push(state), opens: () => undefined, answer: (answer) => answers.push(answer) },
  )
  const last = (): StandIn => {
    const thread = threads.at(-1)
    if (!thread) throw new Error('no thread was started')
    return thread
  }
  return { engine, threads, states, answers, last }
}

const given = (paste: string) => ({ given: { paste, policies: [] }, sort: false, saved: [], whole: false })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the engine’s thread', () => {
  it('starts with the first question, not before', () => {
    const { engine, threads } = bench()
    expect(threads).toHaveLength(0)
    engine.ask(given('a'))
    expect(threads).toHaveLength(1)
  })

  it('gives the newest answer alone', async () => {
    const { engine, last, answers } = bench()
    engine.ask(given('a'))
    engine.ask(given('b'))
    last().say({ is: 'answer', id: 1, answer: await answerFor('a') })
    expect(answers).toHaveLength(0)
    last().say({ is: 'answer', id: 2, answer: await answerFor('b') })
    expect(answers).toHaveLength(1)
  })

  it('announces work that takes long, and only that', async () => {
    const { engine, last, states } = bench()
    engine.ask(given('a'))
    vi.advanceTimersByTime(140)
    expect(states).toEqual([{ is: 'working', slow: false }])
    vi.advanceTimersByTime(20)
    expect(states.at(-1)).toEqual({ is: 'working', slow: true })
    last().say({ is: 'answer', id: 1, answer: await answerFor('a') })
    expect(states.at(-1)).toEqual({ is: 'idle' })
  })

  it('ends an outdated computation, and asks the newest question again', () => {
    const { engine, threads, last } = bench()
    engine.ask(given('a'))
    last().say({ is: 'computing', id: 1 })
    engine.ask(given('b'))
    vi.advanceTimersByTime(500)
    expect(threads.map(({ ended }) => ended)).toEqual([true, false])
    expect(last().asked.map(({ given: { paste } }) => paste)).toEqual(['b'])
  })

  it('lets the newest question compute as long as it takes', () => {
    const { engine, threads, last } = bench()
    engine.ask(given('a'))
    last().say({ is: 'computing', id: 1 })
    vi.advanceTimersByTime(60_000)
    expect(threads.map(({ ended }) => ended)).toEqual([false])
  })

  it('stops, and starts afresh with the next question', () => {
    const { engine, threads, last, states, answers } = bench()
    engine.ask(given('a'))
    engine.stop()
    expect(last().ended).toBe(true)
    expect(states.at(-1)).toEqual({ is: 'stopped' })
    engine.ask(given('b'))
    expect(threads).toHaveLength(2)
    expect(answers).toHaveLength(0)
  })

  it('says when it broke, and can be asked again', () => {
    const { engine, threads, last, states } = bench()
    engine.ask(given('a'))
    last().fail('no memory')
    expect(states.at(-1)).toEqual({ is: 'broken', why: 'no memory' })
    engine.ask(given('a'))
    expect(threads).toHaveLength(2)
  })

  it('says when one question broke it', () => {
    const { engine, last, states } = bench()
    engine.ask(given('a'))
    last().say({ is: 'broken', id: 1, why: 'a bug' })
    expect(states.at(-1)).toEqual({ is: 'broken', why: 'a bug' })
  })

  it('restarts a thread that was ended from outside, and asks again', () => {
    const { engine, threads, last } = bench()
    engine.ask(given('a'))
    last().say({ is: 'heard', id: 1 })
    engine.ask(given('b'))
    vi.advanceTimersByTime(5000)
    expect(threads.map(({ ended }) => ended)).toEqual([true, false])
    expect(last().asked.map(({ given: { paste } }) => paste)).toEqual(['b'])
  })

  it.each<readonly [string, readonly Message[]]>([
    ['still loads its code', []],
    ['waits for service data', [{ is: 'heard', id: 2 }]],
    [
      'computes',
      [
        { is: 'heard', id: 2 },
        { is: 'computing', id: 2 },
      ],
    ],
  ])('leaves a thread alone that %s', (_, messages) => {
    const { engine, threads, last } = bench()
    engine.ask(given('a'))
    if (messages.length > 0) last().say({ is: 'heard', id: 1 })
    engine.ask(given('b'))
    for (const message of messages) last().say(message)
    vi.advanceTimersByTime(60_000)
    expect(threads.map(({ ended }) => ended)).toEqual([false])
  })

  it('gives up on a thread that dies each time', () => {
    const { engine, threads, last, states } = bench()
    engine.ask(given('a'))
    for (let i = 1; i <= 3; i++) {
      last().say({ is: 'heard', id: i })
      engine.ask(given('b'))
      vi.advanceTimersByTime(5000)
    }
    expect(threads).toHaveLength(3)
    expect(states.at(-1)).toEqual({ is: 'broken', why: 'the engine does not answer' })
  })
})
