import type { Case, GivenPolicy, SortedPaste } from '../advise/index.ts'
import type { ContextInput, Decision, Facts, Request } from '../evaluate/index.ts'
import type { SavedCase } from '../session/case-file.ts'
import type { Company } from '../session/company.ts'

/** A policy on the bench; `id` keeps its editor when others come and go. */
export interface BenchPolicy extends GivenPolicy {
  readonly id: number
}

/** One condition key as the form holds it: one value a line. `several` keeps a key with a list of one value multivalued; `absent`: the request does not carry it. */
export interface ContextRow {
  readonly id: number
  readonly key: string
  readonly values: string
  readonly several: boolean
  readonly absent: boolean
}

/** What the paste says and the user can correct. */
export type AskedField = 'principal' | 'action' | 'resource' | 'resourceAccount'

/** A fix that was put into the policies, and both states of them. */
export interface Applied {
  readonly title: string
  readonly before: readonly BenchPolicy[]
  readonly after: readonly BenchPolicy[]
}

/** Everything the user gave: one immutable value. */
export interface Bench {
  readonly paste: string
  /** Which of several denials in the paste. */
  readonly which: number
  readonly policies: readonly BenchPolicy[]
  readonly asked: Readonly<Partial<Record<AskedField, string>>>
  readonly context: readonly ContextRow[]
  readonly facts: Facts
  readonly saved: readonly (SavedCase & { readonly id: number })[]
  /** The latest last. */
  readonly applied: readonly Applied[]
  readonly nextId: number
}

/** The page as it opens. */
export const emptyBench: Bench = {
  paste: '',
  which: 0,
  policies: [],
  asked: {},
  context: [],
  facts: {},
  saved: [],
  applied: [],
  nextId: 1,
}

/** Nothing was given yet: an empty policy card counts as nothing. */
export const isEmpty = ({ paste, policies, asked, context }: Bench): boolean =>
  paste.trim() === '' &&
  policies.every(({ text }) => text.trim() === '') &&
  context.length === 0 &&
  Object.values(asked).every((text) => text === '')

/** The bench that holds a case: an example, a link. */
export function benchOf(given: Case): Bench {
  const { principal, action, resource, resourceAccount } = given
  const policies = given.policies.map((policy, i) => ({ ...policy, id: i + 1 }))
  const context = Object.entries(given.context ?? {}).map(([key, value], i) => ({
    id: policies.length + i + 1,
    ...rowOf(key, value),
  }))
  const said = Object.entries({ principal, action, resource, resourceAccount }).filter(([, text]) => text !== undefined)
  return {
    ...emptyBench,
    paste: given.paste,
    which: given.which ?? 0,
    policies,
    asked: Object.fromEntries(said),
    context,
    facts: given.facts ?? {},
    nextId: policies.length + context.length + 1,
  }
}

/** The policies that take part: a card that holds nothing yet is no policy. Their order is that of the case and of its diagnosis. */
export const standingPolicies = ({ policies }: Bench): readonly BenchPolicy[] =>
  policies.filter(({ text }) => text.trim() !== '')

/** What the engine is asked. */
export function caseOf(bench: Bench): Case {
  const { paste, which, asked, context, facts } = bench
  return {
    paste,
    ...(which > 0 ? { which } : {}),
    policies: standingPolicies(bench).map(({ id: _, ...policy }) => policy),
    ...Object.fromEntries(Object.entries(asked).filter(([, text]) => text.trim() !== '')),
    context: Object.fromEntries(context.flatMap((row) => entryOf(row) ?? [])),
    facts,
  }
}

function rowOf(key: string, value: ContextInput): Omit<ContextRow, 'id'> {
  if (value === null) return { key, values: '', several: false, absent: true }
  if (typeof value === 'object') return { key, values: value.join('\n'), several: true, absent: false }
  return { key, values: String(value), several: false, absent: false }
}

/** A row without a key or without a value says nothing yet. */
function entryOf({ key, values, several, absent }: ContextRow): readonly [readonly [string, ContextInput]] | undefined {
  if (absent && key.trim() !== '') return [[key.trim(), null]]
  const lines = values.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [only] = lines
  if (key.trim() === '' || only === undefined) return undefined
  return [[key.trim(), several || lines.length > 1 ? lines : only]]
}

export const withPaste = (bench: Bench, paste: string): Bench => ({ ...bench, paste, which: 0 })

/** Turns to another denial of the paste. What was corrected by hand was about the one before. */
export const withWhich = (bench: Bench, which: number): Bench => ({ ...bench, which, asked: {} })

/** Sets what AWS saw; undefined goes back to what the paste says. */
export function withAsked(bench: Bench, field: AskedField, text: string | undefined): Bench {
  const { [field]: _, ...rest } = bench.asked
  return { ...bench, asked: text === undefined ? rest : { ...rest, [field]: text } }
}

/** The same policies with another request. The paste is about the request before. */
export function withRequest(
  bench: Bench,
  { principal, action, resource, resourceAccount, context = {} }: Request,
): Bench {
  const asked = { principal, action, resource, ...(resourceAccount === undefined ? {} : { resourceAccount }) }
  const rows = Object.entries(context).map(([key, value], i) => ({ id: bench.nextId + i, ...rowOf(key, value) }))
  return { ...bench, paste: '', which: 0, asked, context: rows, nextId: bench.nextId + rows.length }
}

export function withFact(bench: Bench, fact: keyof Facts, value: boolean | undefined): Bench {
  const { [fact]: _, ...rest } = bench.facts
  return { ...bench, facts: value === undefined ? rest : { ...rest, [fact]: value } }
}

export function addPolicy(bench: Bench, policy: Partial<GivenPolicy> = {}): Bench {
  const name = policy.name ?? freshName(bench.policies)
  const added = { text: '', ...policy, name, id: bench.nextId }
  return { ...bench, policies: [...bench.policies, added], nextId: bench.nextId + 1 }
}

function freshName(policies: readonly BenchPolicy[]): string {
  const taken = new Set(policies.map(({ name }) => name))
  let number = policies.length + 1
  while (taken.has(`Policy ${number}`)) number++
  return `Policy ${number}`
}

/** Changes what is said of one policy; a type of `undefined` has it recognised again. */
export const changePolicy = (bench: Bench, id: number, change: Partial<GivenPolicy>): Bench => ({
  ...bench,
  policies: bench.policies.map((policy) =>
    policy.id === id
      ? { ...policy, ...('type' in change ? { because: undefined, holders: undefined } : {}), ...change }
      : policy,
  ),
})

/** The bench after documents were taken out of its paste: they are policies now. */
export function withSorted(bench: Bench, { given, taken }: Pick<SortedPaste, 'given' | 'taken'>): Bench {
  const { principal, action, resource } = given
  const said = Object.entries({ principal, action, resource }).filter(([, text]) => text !== undefined)
  // Policies that weren't JSON were read as what they are: their cards hold the JSON now.
  const before = given.policies.slice(0, given.policies.length - taken.length)
  const cards = standingPolicies(bench)
  const policies = before.map((policy, i) => ({ ...policy, id: cards[i]?.id ?? bench.nextId + i }))
  const sorted = {
    ...bench,
    policies,
    paste: given.paste,
    asked: { ...bench.asked, ...Object.fromEntries(said) },
    nextId: bench.nextId + policies.length,
  }
  return taken.reduce<Bench>((next, policy) => addPolicy(next, policy), sorted)
}

/** Adds the organization's policies that the company's settings hold, unless some of that name are there. */
export function withCompanyPolicies(bench: Bench, { scps = [] }: Company): Bench {
  const names = new Set(bench.policies.map(({ name }) => name))
  return scps
    .filter(({ name }) => !names.has(name))
    .reduce<Bench>(
      (next, { name, target, policy }) =>
        addPolicy(next, { name, type: 'scp', text: JSON.stringify(policy, null, 2), ...(target ? { target } : {}) }),
      bench,
    )
}

export const removePolicy = (bench: Bench, id: number): Bench => ({
  ...bench,
  policies: bench.policies.filter((policy) => policy.id !== id),
})

/** Keeps the present request with the answer that it has; the policies stay those on the bench. */
export function keepCase(bench: Bench, name: string, expected: Decision): Bench {
  const kept = { id: bench.nextId, name, given: { ...caseOf(bench), policies: [] }, expected }
  return { ...bench, saved: [...bench.saved, kept], nextId: bench.nextId + 1 }
}

export const removeSaved = (bench: Bench, id: number): Bench => ({
  ...bench,
  saved: bench.saved.filter((kept) => kept.id !== id),
})

/** Puts a kept request back, with the policies as they are now. */
export function openSaved(bench: Bench, id: number): Bench {
  const kept = bench.saved.find((each) => each.id === id)
  if (!kept) return bench
  const { paste, which, asked, context, facts } = benchOf(kept.given)
  const rows = context.map((row, i) => ({ ...row, id: bench.nextId + i }))
  return { ...bench, paste, which, asked, context: rows, facts, nextId: bench.nextId + rows.length }
}

/** The bench of a case file or a link: the case, and what was kept with it. */
export function benchOfFile(given: Case, saved: readonly SavedCase[]): Bench {
  const bench = benchOf(given)
  const kept = saved.map((each, i) => ({ ...each, id: bench.nextId + i }))
  return { ...bench, saved: kept, nextId: bench.nextId + kept.length }
}

export const addContext = (bench: Bench, key = '', values = ''): Bench => ({
  ...bench,
  context: [...bench.context, { id: bench.nextId, key, values, several: false, absent: false }],
  nextId: bench.nextId + 1,
})

export const changeContext = (bench: Bench, id: number, change: Partial<Omit<ContextRow, 'id'>>): Bench => ({
  ...bench,
  context: bench.context.map((row) => (row.id === id ? { ...row, ...change } : row)),
})

export const removeContext = (bench: Bench, id: number): Bench => ({
  ...bench,
  context: bench.context.filter((row) => row.id !== id),
})

/** Answers a question: the key gets this value, in its row if it has one; null: the request does not carry it. Condition keys ignore case. */
export function answerQuestion(bench: Bench, key: string, value: ContextInput): Bench {
  const { key: _, ...answer } = rowOf(key, value)
  const own = bench.context.find((other) => other.key.trim().toLowerCase() === key.toLowerCase())
  if (own) return changeContext(bench, own.id, answer)
  return changeContext(addContext(bench, key), bench.nextId, answer)
}
