import type { Span } from '../../text/index.ts'

/** What had to be done to read a document that isn't a whole policy in JSON. Spans point into the pasted text. */
export type ReadNote =
  /** Statements without a policy around them were put into one. */
  | { readonly code: 'wrapped'; readonly statements: number; readonly span: Span }
  /** An element was missing and taken for what it usually is. */
  | { readonly code: 'completed'; readonly element: 'Effect'; readonly value: 'Allow'; readonly span: Span }
  /** A part whose value the text doesn't give; `name` without the braces of a symbol, `element` the statement's element that it's in. */
  | { readonly code: 'unknown'; readonly name: string; readonly element: string; readonly span: Span }
  /** A condition that isn't known chooses between values; both were read. */
  | { readonly code: 'either'; readonly condition: string; readonly span: Span }
  /** A change was read as one of its two states. */
  | { readonly code: 'changed'; readonly state: 'before' | 'after'; readonly span: Span }
  /** A part that could not be read, and may allow or deny more: a dynamic block, a list that is built elsewhere. */
  | { readonly code: 'left-out'; readonly what: string | NamelessPart; readonly span: Span }
  /** A policy template of AWS SAM: AWS writes its statements, the text only names it. */
  | { readonly code: 'sam-template'; readonly template: string; readonly span: Span }
  /** The document ends before it is closed. */
  | { readonly code: 'cut-off'; readonly span: Span }

/** A part of a document that has no name to tell. */
export interface NamelessPart {
  readonly part: 'dynamic-block' | 'statement' | 'principal'
}

/** Why a text can't be read. */
export type UnreadReason =
  | { readonly code: 'cut-off' | 'no-statement' }
  /** In the words of the language's parser. */
  | { readonly code: 'broken'; readonly says: string }
  /** The statements are this expression. */
  | { readonly code: 'built'; readonly by: string }
  /** The value of the key is this expression, and what it names isn't in the text. */
  | { readonly code: 'elsewhere'; readonly key: string; readonly from: string }
  /** In the plan's own words. */
  | { readonly code: 'hidden'; readonly what: string | NamelessPart }
  /** What these grant isn't in the text. */
  | { readonly code: 'unknown-grants'; readonly names: readonly (string | NamelessPart)[] }

/** Text that seems to hold a policy and can't be read as one. */
export interface Unread {
  readonly span: Span
  readonly language: 'JSON' | 'YAML' | 'Terraform' | 'code'
  /** Where what names it shows that: a role's `assume_role_policy` is a trust policy. */
  readonly policyType?: 'trust' | undefined
  readonly reason: UnreadReason
  /** Where exactly, in the pasted text. */
  readonly at: number
}

/** Elements in which a symbol is a value of its own, so that the answer depends on it; in others nothing is known of what is matched. */
const symbolic: ReadonlySet<string> = new Set([
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'Effect',
  'Sid',
  'Id',
])

/** Does the document say everything that the policy holds? What it leaves open could decide otherwise. */
export const isWhole = (notes: readonly ReadNote[]): boolean =>
  notes.every(
    (note) =>
      note.code === 'wrapped' ||
      note.code === 'changed' ||
      note.code === 'sam-template' ||
      (note.code === 'unknown' && symbolic.has(note.element)),
  )

/**
 * Makes "which notes are about this part of the text?" quick for many parts: those inside it, and the changes around it, in the order given. A template
 * can have thousands of policies, and notes on each.
 */
export function notesBySpan(notes: readonly ReadNote[]): (part: Span) => readonly ReadNote[] {
  const numbered = notes.map((note, number) => ({ note, number }))
  const changes = numbered.filter(({ note }) => note.code === 'changed')
  const others = numbered
    .filter(({ note }) => note.code !== 'changed')
    .sort((a, b) => a.note.span.from - b.note.span.from)
  return (part) => {
    const inside: { readonly note: ReadNote; readonly number: number }[] = []
    for (let i = firstFrom(others, part.from); i < others.length; i++) {
      const each = others[i]
      if (!each || each.note.span.from > part.to) break
      if (each.note.span.to <= part.to) inside.push(each)
    }
    const around = changes.filter(({ note: { span } }) => span.from <= part.from && part.to <= span.to)
    return [...inside, ...around].sort((a, b) => a.number - b.number).map(({ note }) => note)
  }
}

/** The index of the first note that begins at an offset or behind it. */
function firstFrom(sorted: readonly { readonly note: ReadNote }[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.note.span.from ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
