import type { PolicyType } from '../iam/index.ts'
import type { ComparisonCase, NeverAllow, SurroundingText } from '../session/comparison.ts'

/** A text on the page; `id` keeps its editor when others come and go. */
export interface PageText {
  readonly id: number
  readonly name: string
  readonly text: string
}

/** A surrounding policy on the page. */
export interface PageSurrounding extends PageText {
  readonly type: PolicyType
  readonly target: string
}

/** A question of the saved list. Actions and resources as the fields hold them: separated by commas, spaces, or lines. */
export type PageQuestion = { readonly id: number } & (
  | { readonly ask: 'not-granted'; readonly actions: string; readonly resources: string }
  | { readonly ask: 'not-public'; readonly resourceType: string }
)

/** Everything that the user gave: one immutable value. */
export interface PageState {
  /** Undefined: the content must tell. */
  readonly type: PolicyType | undefined
  readonly old: readonly PageText[]
  readonly new: readonly PageText[]
  readonly around: readonly PageSurrounding[]
  readonly never: readonly PageQuestion[]
  readonly nextId: number
}

/** The page as it opens: one empty editor per side. */
export const emptyPage: PageState = {
  type: undefined,
  old: [{ id: 1, name: 'Old version', text: '' }],
  new: [{ id: 2, name: 'New version', text: '' }],
  around: [],
  never: [],
  nextId: 3,
}

/** The two sides. */
export type SideName = 'old' | 'new'

/** Did the user give nothing yet? */
export const isEmptyPage = ({ old, new: now, around, never }: PageState): boolean =>
  [...old, ...now, ...around].every(({ text }) => text.trim() === '') && never.length === 0

const listOf = (field: string): readonly string[] => field.split(/[\s,]+/).filter((each) => each !== '')

/** What the engine is asked, and what links and files hold. Questions that name nothing yet are left out. */
export function comparisonIn(page: PageState): ComparisonCase {
  const plain = ({ name, text }: PageText): { readonly name: string; readonly text: string } => ({ name, text })
  return {
    type: page.type,
    old: page.old.map(plain),
    new: page.new.map(plain),
    around: page.around.map(
      ({ type, name, target, text }): SurroundingText => ({
        type,
        name,
        text,
        ...(target === '' ? {} : { target }),
      }),
    ),
    never: page.never.filter(isComplete).map(asNever),
  }
}

/** Does a question name something that must never be allowed? */
export const isComplete = (question: PageQuestion): boolean =>
  question.ask === 'not-public' || listOf(question.actions).length + listOf(question.resources).length > 0

function asNever(question: PageQuestion): NeverAllow {
  if (question.ask === 'not-public') return { ask: 'not-public', resourceType: question.resourceType }
  return { ask: 'not-granted', actions: listOf(question.actions), resources: listOf(question.resources) }
}

/** The page that holds a comparison from a link, a file, or an example. IDs go on from `nextId`, so that editors are new. */
export function pageOf(comparison: ComparisonCase, nextId: number): PageState {
  let id = nextId
  const withId = <T>(item: T): T & { readonly id: number } => ({ ...item, id: id++ })
  const side = (texts: ComparisonCase['old'], name: string): readonly PageText[] =>
    (texts.length > 0 ? texts : [{ name, text: '' }]).map(withId)
  const old = side(comparison.old, 'Old version')
  const now = side(comparison.new, 'New version')
  const around = comparison.around.map((policy) => withId({ ...policy, target: policy.target ?? '' }))
  const never = comparison.never.map((each) => asQuestion(each, id++))
  return { type: comparison.type, old, new: now, around, never, nextId: id }
}

/** Changes one text of a side or of the surrounding policies. */
export function withText(page: PageState, id: number, change: Partial<Omit<PageSurrounding, 'id'>>): PageState {
  const changed = <T extends PageText>(list: readonly T[]): readonly T[] =>
    list.map((each) => (each.id === id ? { ...each, ...change } : each))
  return { ...page, old: changed(page.old), new: changed(page.new), around: changed(page.around) }
}

/**
 * Puts policies into a side: they take the place of its empty texts, and stand next to the others. Used for files and AWS managed policies.
 */
export function withAdded(page: PageState, side: SideName, added: readonly Omit<PageText, 'id'>[]): PageState {
  const filled = page[side].filter(({ text }) => text.trim() !== '')
  const more = added.map((each, i) => ({ ...each, id: page.nextId + i }))
  return { ...page, [side]: [...filled, ...more], nextId: page.nextId + added.length }
}

/** Replaces everything in a side. */
export const withSide = (page: PageState, side: SideName, texts: readonly Omit<PageText, 'id'>[]): PageState =>
  withAdded({ ...page, [side]: [] }, side, texts)

/** Adds an empty text to a side. */
export function withEmpty(page: PageState, side: SideName): PageState {
  const name = `${side === 'old' ? 'Old' : 'New'} version, policy ${page[side].length + 1}`
  return { ...page, [side]: [...page[side], { id: page.nextId, name, text: '' }], nextId: page.nextId + 1 }
}

/** Removes a text or a question. A side always keeps one text, so the last one is emptied. */
export function without(page: PageState, id: number): PageState {
  const rest = <T extends { readonly id: number }>(list: readonly T[]): readonly T[] =>
    list.filter((each) => each.id !== id)
  const side = (name: SideName): readonly PageText[] => {
    const left = rest(page[name])
    if (left.length > 0) return left
    return [{ id: page.nextId, name: name === 'old' ? 'Old version' : 'New version', text: '' }]
  }
  return {
    ...page,
    old: side('old'),
    new: side('new'),
    around: rest(page.around),
    never: rest(page.never),
    nextId: page.nextId + 1,
  }
}

/** Old becomes new, and new becomes old. */
export const swapped = (page: PageState): PageState => ({ ...page, old: page.new, new: page.old })

/** Adds a surrounding policy that the user fills in. */
export const withSurrounding = (page: PageState, type: PolicyType, name: string): PageState => ({
  ...page,
  around: [...page.around, { id: page.nextId, type, name, target: '', text: '' }],
  nextId: page.nextId + 1,
})

/** Adds a question that the user fills in. */
export const withQuestion = (page: PageState, ask: PageQuestion['ask']): PageState => ({
  ...page,
  never: [
    ...page.never,
    ask === 'not-public'
      ? { id: page.nextId, ask, resourceType: 'AWS::S3::Bucket' }
      : { id: page.nextId, ask, actions: '', resources: '' },
  ],
  nextId: page.nextId + 1,
})

/** Adds the questions of a kept list that the page doesn't ask yet. */
export function withKeptQuestions(page: PageState, kept: readonly NeverAllow[]): PageState {
  const asked = new Set(page.never.filter(isComplete).map((each) => JSON.stringify(asNever(each))))
  const added = kept
    .filter((each) => !asked.has(JSON.stringify(each)))
    .map((each, i) => asQuestion(each, page.nextId + i))
  return { ...page, never: [...page.never.filter(isComplete), ...added], nextId: page.nextId + added.length }
}

const asQuestion = (each: NeverAllow, id: number): PageQuestion =>
  each.ask === 'not-public'
    ? { id, ask: each.ask, resourceType: each.resourceType }
    : { id, ask: each.ask, actions: each.actions.join(', '), resources: each.resources.join(', ') }

/** Replaces a question by a changed one. */
export const withChangedQuestion = (page: PageState, question: PageQuestion): PageState => ({
  ...page,
  never: page.never.map((each) => (each.id === question.id ? question : each)),
})
