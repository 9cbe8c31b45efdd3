import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Engine, Listener } from '../session/engine.ts'
import type { EngineAnswer } from '../session/messages.ts'
import {
  type DocumentId,
  documentOf,
  firstState,
  type PageEvent,
  type PageState,
  type Reader,
  readerOf,
  reduce,
} from './reducer.ts'
import { type Bench, caseOf, isEmpty } from './state.ts'

export type { Answered, Spot } from './reducer.ts'

type Part<Name extends keyof PageState> = ReadonlySignal<PageState[Name]>

/** The page's state, in parts that are drawn on their own, and the way to send it an event. */
export interface Store {
  readonly state: ReadonlySignal<PageState>
  readonly bench: Part<'bench'>
  /** Nothing was given yet. */
  readonly isBlank: ReadonlySignal<boolean>
  readonly engine: Part<'engine'>
  readonly answered: Part<'answered'>
  readonly opens: Part<'opens'>
  readonly sorted: Part<'sorted'>
  readonly blanked: Part<'blanked'>
  readonly spot: Part<'spot'>
  readonly replaced: Part<'replaced'>
  readonly isFromLink: Part<'isFromLink'>
  readonly framing: Part<'framing'>
  readonly tab: Part<'tab'>
  readonly side: Part<'side'>
  readonly reader: ReadonlySignal<Reader>
  readonly document: ReadonlySignal<DocumentId>
  send(event: PageEvent): void
  /** Sends `changed`. */
  change(by: (bench: Bench) => Bench): void
  /** The answer with everything in it, as answers are from now on; undefined where none comes. */
  whole(): Promise<EngineAnswer | undefined>
  stop(): void
  /** Asks the same again, after a stop. */
  retry(): void
  /** Starts answering; gives the function that ends it. */
  connect(start: (listener: Listener) => Engine): () => void
}

/** Holds the state, which begins as `first`, and asks the engine whenever an event has changed the question. */
export function createStore(first = firstState): Store {
  const state = signal(first)
  const part = <Name extends keyof PageState>(name: Name): Part<Name> => computed(() => state.value[name])
  let engine: Engine | undefined
  /** The bench that the engine's next answer is about. */
  let asked = first.bench

  function ask(): void {
    const { bench, isPasted, isWhole, company } = state.peek()
    asked = bench
    if (isEmpty(bench)) engine?.forget()
    else
      engine?.ask({
        given: caseOf(bench),
        sort: isPasted,
        saved: bench.saved.map(({ given }) => given),
        whole: isWhole,
        ownTexts: company.declarativePolicyTexts ?? [],
      })
  }

  function send(event: PageEvent): void {
    const before = state.peek()
    const after = reduce(before, event)
    state.value = after
    const isAsked = after.bench !== before.bench || after.isWhole !== before.isWhole || after.company !== before.company
    if (isAsked) ask()
  }

  const listener: Listener = {
    state: (next) => send({ is: 'engine', state: next }),
    opens: (opens) => send({ is: 'opens found', opens }),
    answer: (answer) => send({ is: 'answered', bench: asked, answer }),
  }
  const answered = part('answered')
  const engineState = part('engine')

  return {
    state,
    bench: part('bench'),
    isBlank: computed(() => isEmpty(state.value.bench)),
    engine: engineState,
    answered,
    opens: part('opens'),
    sorted: part('sorted'),
    blanked: part('blanked'),
    spot: part('spot'),
    replaced: part('replaced'),
    isFromLink: part('isFromLink'),
    framing: part('framing'),
    tab: part('tab'),
    side: part('side'),
    reader: computed(() => readerOf(state.value)),
    document: computed(() => documentOf(state.value)),
    send,
    change: (by) => send({ is: 'changed', by }),
    whole() {
      send({ is: 'whole wanted' })
      return new Promise((resolve) => {
        const end = effect(() => {
          const { answer } = answered.value ?? {}
          const isOver =
            isEmpty(state.value.bench) || engineState.value.is === 'stopped' || engineState.value.is === 'broken'
          if (!answer?.isWhole && !isOver) return
          resolve(answer?.isWhole ? answer : undefined)
          queueMicrotask(() => end())
        })
      })
    },
    stop: () => engine?.stop(),
    retry: ask,
    connect(start) {
      engine = start(listener)
      if (!isEmpty(state.peek().bench)) ask()
      return () => {
        engine?.close()
        engine = undefined
      }
    },
  }
}
