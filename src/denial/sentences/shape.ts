import { type SlotName, slotNames } from './slots.ts'
import { plainWords } from './words.ts'

/** One part of a sentence: a literal word, a word to read, or a gap of any words. */
export type Part =
  | { readonly kind: 'literal'; readonly plain: string }
  /** A literal word in exactly this form: "permissions", not "permission". */
  | { readonly kind: 'exact'; readonly written: string }
  | { readonly kind: 'slot'; readonly name: SlotName }
  | { readonly kind: 'word' }
  | { readonly kind: 'gap' }

/** A sentence in one of its forms, and the literal words at which the search begins. */
export interface Shape {
  readonly parts: readonly Part[]
  /** Where its anchor stands among the parts: two literal words, or one where only one long word is literal. */
  readonly anchor: number
  readonly isPair: boolean
  /** How many words are literal: the more, the more certain. */
  readonly literals: number
}

/** Every form that "(a|b|)" allows. */
function formsOf(says: string): readonly string[] {
  const open = says.indexOf('(')
  if (open < 0) return [says]
  const close = says.indexOf(')', open)
  return says
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => formsOf(`${says.slice(0, open)}${choice}${says.slice(close + 1)}`))
}

const isSlot = (name: string): name is SlotName => slotNames.some((known) => known === name)

function partsOf(form: string, plainOf: PlainOf): readonly Part[] {
  return form.split(/\s+/).flatMap((token): readonly Part[] => {
    if (token === '{...}') return [{ kind: 'gap' }]
    if (token === '{_}') return [{ kind: 'word' }]
    if (token.startsWith('=')) return [{ kind: 'exact', written: token.slice(1) }]
    const name = /^\{(\w+)\}$/.exec(token)?.[1] ?? ''
    if (isSlot(name)) return [{ kind: 'slot', name }]
    return plainOf(token).map((plain) => ({ kind: 'literal', plain }))
  })
}

/** Words that stand next to each other in any text: an anchor of them finds too much. */
const common = new Set(
  'the a an to of in is are be by for with not and or your this that you have has does do on it from can could was'.split(
    ' ',
  ),
)

/** A token's words as they compare. */
type PlainOf = (token: string) => readonly string[]

/** The shapes of a row's sentence. The anchor is the pair of literal words that is least common. */
export function shapesOf(says: string, plainOf: PlainOf = plainWords): readonly Shape[] {
  return formsOf(says).flatMap((form) => {
    const parts = partsOf(form.trim(), plainOf)
    const literals = parts.filter(({ kind }) => kind === 'literal').length
    const pairs = parts.flatMap((part, at) => {
      const next = parts[at + 1]
      if (part.kind !== 'literal' || next?.kind !== 'literal') return []
      return [{ at, weight: weightOf(part.plain) + weightOf(next.plain) }]
    })
    const best = pairs.sort((a, b) => b.weight - a.weight)[0]
    const single = parts.findIndex((part) => part.kind === 'literal')
    if (!best && single < 0) return []
    return [{ parts, anchor: best?.at ?? single, isPair: best !== undefined, literals }]
  })
}

const weightOf = (plain: string): number => (common.has(plain) ? 0 : Math.min(plain.length, 12))
