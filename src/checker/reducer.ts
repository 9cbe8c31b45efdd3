// The checker's state is one immutable value; whatever happens to it is an event. Nothing here needs a browser.
import type { Fix, Opens, SortedPaste } from '../advise/index.ts'
import type { Secret } from '../denial/index.ts'
import type { Company } from '../session/company.ts'
import type { EngineState } from '../session/engine.ts'
import type { EngineAnswer } from '../session/messages.ts'
import { applyEdit, type Edit, type Span } from '../text/index.ts'
import { applyFixes, undoFix } from './apply-fixes.ts'
import {
  addPolicy,
  type Bench,
  changePolicy,
  emptyBench,
  isEmpty,
  withCompanyPolicies,
  withPaste,
  withSorted,
} from './state.ts'
import { withBlanked, withoutSecrets } from './without-secrets.ts'

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

/** Who reads the answer. It changes order and wording, not facts. */
export type Reader = 'denied' | 'administrator'

/** The document that fills the input pane: the pasted error, or a policy by its ID. */
export type DocumentId = 'paste' | number

export const answerTabs = ['fix', 'why', 'questions', 'message'] as const
export type AnswerTab = (typeof answerTabs)[number]

/** Everything the page shows. */
export interface PageState {
  readonly bench: Bench
  readonly answered: Answered | undefined
  /** What each fix of the answer opens; empty until that is worked out. */
  readonly opens: readonly (Opens | undefined)[]
  readonly engine: EngineState
  /** Text arrived at once: with the next answer, documents in it become policies. */
  readonly isPasted: boolean
  /** On a narrow screen the next answer comes to the front. */
  readonly leadsToAnswer: boolean
  /** The answer is wanted with every statement. */
  readonly isWhole: boolean
  /** What was taken out of the paste last, until it is dismissed, and the bench before that. */
  readonly sorted: SortedPaste | undefined
  readonly beforeSorting: Bench
  /** What was blanked last, until it is dismissed. */
  readonly blanked: readonly Secret[]
  /** The bench before an example, a link, or a file replaced it. */
  readonly replaced: Bench | undefined
  /** The case came in a link: its sender chose the policies, and so the fix. */
  readonly isFromLink: boolean
  readonly company: Company
  /** Is the checker in a frame of another page, and may that show it? */
  readonly framing: 'none' | 'asking' | 'allowed' | 'denied'
  /** Undefined until the reader has chosen. */
  readonly reader: Reader | undefined
  readonly spot: Spot | undefined
  readonly document: DocumentId
  /** Undefined until the user chooses a tab. Until then, the page opens the most helpful tab. */
  readonly tab: AnswerTab | undefined
  /** Which of the two panes a narrow screen shows. */
  readonly side: 'input' | 'answer'
}

export const firstState: PageState = {
  bench: emptyBench,
  answered: undefined,
  opens: [],
  engine: { is: 'idle' },
  isPasted: false,
  leadsToAnswer: false,
  isWhole: false,
  sorted: undefined,
  beforeSorting: emptyBench,
  blanked: [],
  replaced: undefined,
  isFromLink: false,
  company: {},
  framing: 'none',
  reader: undefined,
  spot: undefined,
  document: 'paste',
  tab: undefined,
  side: 'input',
}

export type PageEvent =
  /** Text came into the box at once: pasted, dropped, read from a file, or handed over by another page. */
  | { readonly is: 'pasted'; readonly text: string }
  /** The box holds this text after a key. */
  | { readonly is: 'typed'; readonly text: string }
  /** Anything else that the user gives: policies, keys, corrections. */
  | { readonly is: 'changed'; readonly by: (bench: Bench) => Bench }
  | { readonly is: 'policy added' }
  /** A quick fix in a policy. */
  | { readonly is: 'edited'; readonly policyId: number; readonly edit: Edit }
  /** Another case: an example, a link, a file; an empty one starts over. */
  | { readonly is: 'opened'; readonly bench: Bench; readonly isFromLink?: boolean }
  | { readonly is: 'brought back' }
  | { readonly is: 'applied'; readonly fixes: readonly Fix[] }
  | { readonly is: 'undone' }
  /** What was sorted out of the paste goes back into it, as it was pasted. */
  | { readonly is: 'unsorted' }
  /** The engine's answer to the question about `bench`. */
  | { readonly is: 'answered'; readonly bench: Bench; readonly answer: EngineAnswer }
  | { readonly is: 'opens found'; readonly opens: readonly (Opens | undefined)[] }
  | { readonly is: 'engine'; readonly state: EngineState }
  | { readonly is: 'whole wanted' }
  /** An editor blanked secrets by itself. */
  | { readonly is: 'secrets found'; readonly found: readonly Secret[] }
  | { readonly is: 'dismissed'; readonly what: 'sorted' | 'secrets' }
  | { readonly is: 'company read'; readonly company: Company }
  /** It's known whether the page around the checker may show it. */
  | { readonly is: 'framing decided'; readonly mayShow: boolean }
  | { readonly is: 'shown'; readonly spot: Spot }
  | { readonly is: 'reader chosen'; readonly reader: Reader }
  | { readonly is: 'document chosen'; readonly document: DocumentId }
  | { readonly is: 'tab chosen'; readonly tab: AnswerTab | undefined }
  | { readonly is: 'side chosen'; readonly side: PageState['side'] }

/** The state after an event. */
export function reduce(state: PageState, event: PageEvent): PageState {
  const next = step(state, event)
  const hasCase = !isEmpty(next.bench)
  if (!hasCase) return next.answered ? { ...next, answered: undefined, opens: [] } : next
  const isNewCase = isEmpty(state.bench) || event.is === 'opened' || event.is === 'company read'
  return isNewCase ? given(next, withCompanyPolicies(next.bench, next.company)) : next
}

function step(state: PageState, event: PageEvent): PageState {
  switch (event.is) {
    case 'pasted':
      return given(withPasted(state), withPaste(state.bench, event.text))
    case 'typed':
      return given(
        insertedLength(state.bench.paste, event.text) >= moreThanTyped ? withPasted(state) : state,
        withPaste(state.bench, event.text),
      )
    case 'changed':
      return given(state, event.by(state.bench))
    case 'policy added': {
      const document = state.bench.nextId
      return { ...given(state, addPolicy(state.bench)), document, side: 'input' }
    }
    case 'edited': {
      const policy = state.bench.policies.find(({ id }) => id === event.policyId)
      if (!policy) return state
      return given(state, changePolicy(state.bench, policy.id, { text: applyEdit(policy.text, event.edit) }))
    }
    case 'opened':
      return opened(state, event.bench, event.isFromLink ?? false)
    case 'brought back':
      return state.replaced ? { ...state, bench: state.replaced, replaced: undefined, isFromLink: false } : state
    case 'applied': {
      if (!state.answered) return state
      const next = given(state, applyFixes(state.bench, state.answered.bench, event.fixes))
      return { ...next, document: changedDocument(state.bench, next.bench) ?? state.document }
    }
    case 'undone':
      return given(state, undoFix(state.bench))
    case 'unsorted':
      return { ...state, sorted: undefined, bench: { ...state.beforeSorting, nextId: state.bench.nextId } }
    case 'answered':
      return answered(state, event.bench, event.answer)
    case 'opens found':
      return { ...state, opens: event.opens }
    case 'engine':
      return { ...state, engine: event.state }
    case 'whole wanted':
      return { ...state, isWhole: true }
    case 'secrets found':
      return { ...state, blanked: event.found }
    case 'dismissed':
      return event.what === 'sorted' ? { ...state, sorted: undefined } : { ...state, blanked: [] }
    case 'company read':
      return { ...state, company: event.company }
    case 'framing decided':
      return { ...state, framing: event.mayShow ? 'allowed' : 'denied' }
    case 'shown':
      return { ...state, spot: { ...event.spot }, document: event.spot.policyId, side: 'input' }
    case 'reader chosen':
      return { ...state, reader: event.reader }
    case 'document chosen':
      return { ...state, document: event.document }
    case 'tab chosen':
      return { ...state, tab: event.tab }
    case 'side chosen':
      return { ...state, side: event.side }
  }
}

/** The state with another bench, freed from secrets. */
function given(state: PageState, bench: Bench): PageState {
  const { bench: clean, found } = withoutSecrets(bench, state.bench)
  return { ...state, bench: clean, ...(found.length > 0 ? { blanked: found } : {}) }
}

const withPasted = (state: PageState): PageState => ({ ...state, isPasted: true, leadsToAnswer: true })

/** No one types this much with one keystroke, but some keyboards and tools insert a paste as if it were typed. */
const moreThanTyped = 40

/** How many characters of `after` are new: what it shares with `before` at both ends is not. A shorter text over a longer one counts in full. */
function insertedLength(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++
  return after.length - start - end
}

function opened(state: PageState, bench: Bench, isFromLink: boolean): PageState {
  const isStart = isEmpty(bench)
  return given(
    {
      ...state,
      replaced: isEmpty(state.bench) ? state.replaced : state.bench,
      blanked: [],
      sorted: undefined,
      beforeSorting: emptyBench,
      isWhole: false,
      isPasted: false,
      leadsToAnswer: !isStart,
      isFromLink,
      document: firstDocument(bench),
      tab: isStart ? undefined : state.tab,
      side: 'input',
    },
    bench,
  )
}

/** Of a case without a message, its first policy. */
const firstDocument = ({ paste, policies }: Bench): DocumentId =>
  paste.trim() === '' ? (policies[0]?.id ?? 'paste') : 'paste'

/** The policy that a fix has changed or added. */
function changedDocument(before: Bench, after: Bench): DocumentId | undefined {
  const texts = new Map(before.policies.map(({ id, text }) => [id, text]))
  return after.policies.find(({ id, text }) => texts.get(id) !== text)?.id
}

function answered(state: PageState, asked: Bench, answer: EngineAnswer): PageState {
  if (isEmpty(state.bench)) return state
  const clean = answer.blanked.length > 0 ? withBlanked(state.bench, asked, answer) : state.bench
  // Where the bench has moved on, the question about the present one is already asked.
  const sortedBench = answer.sorted && state.bench === asked ? withSorted(clean, answer.sorted) : undefined
  return {
    ...state,
    bench: sortedBench ?? clean,
    answered: { bench: sortedBench ?? asked, answer },
    opens: [],
    isPasted: false,
    leadsToAnswer: false,
    side: state.leadsToAnswer ? 'answer' : state.side,
    ...(answer.blanked.length > 0 ? { blanked: answer.blanked.flatMap(({ found }) => found) } : {}),
    ...(sortedBench
      ? { sorted: answer.sorted, beforeSorting: clean, document: documentAfter(state.document, sortedBench) }
      : {}),
  }
}

/** Where nothing is left of the paste, the policy that came out of it. */
const documentAfter = (document: DocumentId, sorted: Bench): DocumentId =>
  document === 'paste' ? firstDocument(sorted) : document

/** Who reads: as chosen; until then someone who has policies at hand, beyond those of the company's settings, administers the account. */
export function readerOf({ reader, bench, company }: Pick<PageState, 'reader' | 'bench' | 'company'>): Reader {
  const known = new Set(company.scps?.map(({ name }) => name))
  return (
    reader ?? (bench.policies.some(({ name, text }) => text !== '' && !known.has(name)) ? 'administrator' : 'denied')
  )
}

/** The document that the input pane shows: the paste, once a chosen policy is gone. */
export const documentOf = ({ document, bench }: Pick<PageState, 'document' | 'bench'>): DocumentId =>
  bench.policies.some(({ id }) => id === document) ? document : 'paste'
