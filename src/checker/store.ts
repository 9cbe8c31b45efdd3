import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Fix, Opens, SortedPaste } from '../advise/index.ts'
import type { Secret } from '../denial/index.ts'
import { blankCase, blankSecrets } from '../session/blank-secrets.ts'
import type { Engine, EngineState, Listener } from '../session/engine.ts'
import { longestTyped } from '../session/limits.ts'
import type { EngineAnswer } from '../session/messages.ts'
import { applyEdit, type Edit, type Span } from '../text/index.ts'
import { applyFixes, undoFix } from './apply-fixes.ts'
import {
  type Bench,
  caseOf,
  changePolicy,
  emptyBench,
  isEmpty,
  standingPolicies,
  withPaste,
  withSorted,
} from './state.ts'

/** An answer, and the bench that it was computed for: the bench may have moved on. */
export interface Answered {
  readonly bench: Bench
  readonly answer: EngineAnswer
}

/** A place in a policy to show in its editor; a new object each time, so that the same place can be asked for again. */
export interface Spot {
  readonly policyId: number
  readonly span: Span
}

/** The page's state and everything that can happen to it. */
export interface Store {
  readonly bench: ReadonlySignal<Bench>
  /** Nothing was given yet. */
  readonly isBlank: ReadonlySignal<boolean>
  readonly engine: ReadonlySignal<EngineState>
  readonly answered: ReadonlySignal<Answered | undefined>
  /** What each fix of the answer opens; empty until that is worked out. */
  readonly opens: ReadonlySignal<readonly (Opens | undefined)[]>
  /** What was taken out of the paste last, until it is dismissed. */
  readonly sorted: Signal<SortedPaste | undefined>
  /** What was blanked last, until it is dismissed. */
  readonly blanked: Signal<readonly Secret[]>
  readonly spot: ReadonlySignal<Spot | undefined>
  /** For whom the steps are shown: the one who was refused, or the one who can change it. */
  readonly reader: Signal<'denied' | 'administrator'>
  /** How many cases were put on the bench. */
  readonly opened: ReadonlySignal<number>
  /** What was on the bench before an example replaced it. */
  readonly replaced: Signal<Bench | undefined>
  /** Makes a change; texts that it brings in are freed from secrets first. */
  change(transition: (bench: Bench) => Bench): void
  /** Puts another case on the bench, and keeps what the user had for `bringBack`. */
  open(bench: Bench): void
  bringBack(): void
  apply(fixes: readonly Fix[]): void
  undo(): void
  /** Puts what was sorted out of the paste back into it, as it was pasted. */
  unsort(): void
  /** Makes a quick fix in a policy. */
  edit(policyId: number, edit: Edit): void
  show(spot: Spot): void
  /** The answer with everything in it, as answers are from now on; undefined where none comes. */
  whole(): Promise<EngineAnswer | undefined>
  stop(): void
  /** Has the texts known that the organization's declarative policies deny with, from the next question on. */
  knowTexts(texts: readonly string[]): void
  /** Asks the same again, after a stop. */
  retry(): void
  /** Starts answering; gives the function that ends it. */
  connect(start: (listener: Listener) => Engine): () => void
}

/** Nobody types that much between two answers. */
const moreThanTyped = 40

export function createStore(): Store {
  const bench = signal<Bench>(emptyBench)
  const engineState = signal<EngineState>({ is: 'idle' })
  const answered = signal<Answered | undefined>(undefined)
  const opens = signal<readonly (Opens | undefined)[]>([])
  const sorted = signal<SortedPaste | undefined>(undefined)
  const blanked = signal<readonly Secret[]>([])
  const spot = signal<Spot | undefined>(undefined)
  const reader = signal<'denied' | 'administrator'>('denied')
  const opened = signal(0)
  const replaced = signal<Bench | undefined>(undefined)
  const whole = signal(false)
  const blank = computed(() => isEmpty(bench.value))
  let engine: Engine | undefined
  let ownTexts: readonly string[] = []
  let waiting = emptyBench
  /** Something was pasted, not typed: documents in it are taken out. */
  let isPasted = false
  let beforeSorting = emptyBench

  function put(next: Bench): void {
    const { bench: clean, found } = withoutSecrets(next, bench.value)
    if (clean.paste.length - bench.value.paste.length >= moreThanTyped) isPasted = true
    if (found.length > 0) blanked.value = found
    bench.value = clean
  }

  function ask(): void {
    waiting = bench.value
    if (blank.value) {
      answered.value = undefined
      engine?.forget()
    } else {
      const saved = waiting.saved.map(({ given }) => given)
      engine?.ask({ given: caseOf(waiting), sort: isPasted, saved, whole: whole.value, ownTexts })
    }
  }

  const listener: Listener = {
    state: (state) => {
      engineState.value = state
    },
    opens: (found) => {
      opens.value = found
    },
    answer: (answer) => {
      if (blank.peek()) return
      isPasted = false
      if (answer.blanked.length > 0) blanked.value = answer.blanked.flatMap(({ found }) => found)
      const clean = answer.blanked.length > 0 ? withBlanked(bench.peek(), waiting, answer) : bench.peek()
      // An older bench than the present one: the question about the present one is already asked.
      const sortedBench = answer.sorted && bench.peek() === waiting ? withSorted(clean, answer.sorted) : undefined
      opens.value = []
      answered.value = { bench: sortedBench ?? waiting, answer }
      if (sortedBench) {
        beforeSorting = clean
        sorted.value = answer.sorted
      }
      bench.value = sortedBench ?? clean
    },
  }

  return {
    bench,
    isBlank: blank,
    engine: engineState,
    answered,
    opens,
    sorted,
    blanked,
    spot,
    reader,
    opened,
    replaced,
    knowTexts(texts) {
      ownTexts = texts
      if (!blank.value) ask()
    },
    change: (transition) => put(transition(bench.value)),
    open(next) {
      if (!isEmpty(bench.value)) replaced.value = bench.value
      blanked.value = []
      sorted.value = undefined
      beforeSorting = emptyBench
      batch(() => {
        whole.value = false
        put(next)
      })
      opened.value++
    },
    bringBack() {
      const { value } = replaced
      if (value) bench.value = value
      replaced.value = undefined
    },
    apply(fixes) {
      if (answered.value) put(applyFixes(bench.value, answered.value.bench, fixes))
    },
    undo: () => put(undoFix(bench.value)),
    unsort() {
      sorted.value = undefined
      bench.value = { ...beforeSorting, nextId: bench.value.nextId }
    },
    edit(policyId, edit) {
      const policy = bench.value.policies.find(({ id }) => id === policyId)
      if (policy) put(changePolicy(bench.value, policyId, { text: applyEdit(policy.text, edit) }))
    },
    show(next) {
      spot.value = { ...next }
    },
    whole() {
      whole.value = true
      return new Promise((resolve) => {
        const end = effect(() => {
          const { answer } = answered.value ?? {}
          const isOver = engineState.value.is === 'stopped' || engineState.value.is === 'broken'
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
      const end = effect(ask)
      return () => {
        end()
        engine?.close()
        engine = undefined
      }
    },
  }
}

/** Blanks secrets in whatever is new on the bench. Very long texts are left to the worker. */
function withoutSecrets(next: Bench, before: Bench): { readonly bench: Bench; readonly found: readonly Secret[] } {
  const found: Secret[] = []
  const clean = (text: string, old: string | undefined): string => {
    if (text === old || text.length > longestTyped) return text
    const result = blankSecrets(text)
    found.push(...result.found)
    return result.text
  }
  const old = new Map(before.policies.map(({ id, text }) => [id, text]))
  const paste = clean(next.paste, before.paste)
  const policies = next.policies.map((policy) => ({
    ...policy,
    name: clean(policy.name, undefined),
    text: clean(policy.text, old.get(policy.id)),
    ...(policy.because === undefined ? {} : { because: clean(policy.because, undefined) }),
    ...(policy.target === undefined ? {} : { target: clean(policy.target, undefined) }),
  }))
  const asked = Object.fromEntries(Object.entries(next.asked).map(([field, text]) => [field, clean(text, undefined)]))
  const context = next.context.map((row) => ({ ...row, values: clean(row.values, undefined) }))
  const known = new Set(before.saved)
  const saved = next.saved.map((kept) => {
    if (known.has(kept)) return kept
    const blanked = blankCase(kept.given)
    found.push(...blanked.found)
    return { ...kept, name: clean(kept.name, undefined), given: blanked.given }
  })
  return { bench: found.length > 0 ? { ...next, paste, policies, asked, context, saved } : next, found }
}

/** Takes over the texts that the worker has blanked, where they are still the same. */
function withBlanked(bench: Bench, diagnosed: Bench, { blanked }: EngineAnswer): Bench {
  let next = bench
  for (const { policyIndex, text } of blanked) {
    if (policyIndex === undefined) {
      if (bench.paste === diagnosed.paste) next = withPaste(next, text)
      continue
    }
    const before = standingPolicies(diagnosed)[policyIndex]
    const now = bench.policies.find(({ id }) => id === before?.id)
    if (now && now.text === before?.text) next = changePolicy(next, now.id, { text })
  }
  return next
}
