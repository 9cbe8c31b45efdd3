// Patterns with a variable whose value isn't known, such as "home/${aws:PrincipalTag/team}/*": which values make them match.
import type { Pattern, PatternPart } from '../iam/index.ts'
import type { CompiledCondition } from './condition.ts'
import { type Context, withKeys } from './context.ts'
import { absent, type ContextValue } from './context-value.ts'

type Variable = Extract<PatternPart, { kind: 'variable' }>

/** A pattern's parts, with the variables that the context knows filled in. */
const filledParts = ({ parts }: Pattern, context: Context): readonly PatternPart[] =>
  parts.map((part) => {
    const value = part.kind === 'variable' ? context.lookup(part.key) : undefined
    return value?.is === 'single' ? { kind: 'literal', text: value.value } : part
  })

/** The variables of a pattern that the context doesn't know. */
const openVariables = (pattern: Pattern, context: Context): readonly Variable[] =>
  pattern.parts.filter(
    (part): part is Variable => part.kind === 'variable' && context.lookup(part.key).is === 'unknown',
  )

/** At most this many places of a text are tried as the end of a variable's value. */
const mostEnds = 8

/**
 * The values with which the first unknown variable makes a pattern match a text. They can hold colons and slashes, as the IDs of Amazon Cognito
 * identities do ("us-east-1:1234…"). https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
export function valuesThatFit(pattern: Pattern, text: string, context: Context): readonly string[] {
  const parts = filledParts(pattern, context)
  const at = parts.findIndex(({ kind }) => kind === 'variable')
  const before = at < 0 ? undefined : literalOf(parts.slice(0, at))
  // Some operators ignore the case; for the others, a value too many does no harm.
  if (before === undefined || !text.toLowerCase().startsWith(before.toLowerCase())) return []
  const rest = text.slice(before.length)
  const [next, ...more] = parts.slice(at + 1)
  if (next?.kind !== 'literal') return next ? ['', ...ends(rest)] : [rest]
  if (more.length > 0) return beforeEach(rest, next.text)
  return rest.toLowerCase().endsWith(next.text.toLowerCase()) ? [rest.slice(0, rest.length - next.text.length)] : []
}

/** What a wildcard leaves of a text: all of it, or all but its last letters. */
const ends = (text: string): readonly string[] =>
  Array.from({ length: Math.min(mostEnds, text.length + 1) }, (_, less) => text.slice(0, text.length - less))

/** The text before each of the first places where `end` is. */
function beforeEach(text: string, end: string): readonly string[] {
  const [inText, wanted] = [text.toLowerCase(), end.toLowerCase()]
  const found: string[] = []
  let at = inText.indexOf(wanted)
  while (at >= 0 && found.length < mostEnds) {
    found.push(text.slice(0, at))
    at = inText.indexOf(wanted, at + 1)
  }
  return found
}

/** The text of parts that hold nothing else; undefined where one of them is a wildcard or a variable. */
function literalOf(parts: readonly PatternPart[]): string | undefined {
  let text = ''
  for (const part of parts) {
    if (part.kind !== 'literal') return undefined
    text += part.text
  }
  return text
}

/** Are the values of `valuesThatFit` all that matter? Not where two variables share a text, or nothing says where the first one begins. */
export function isCovered(pattern: Pattern, context: Context): boolean {
  const open = openVariables(pattern, context)
  const parts = filledParts(pattern, context)
  const before = parts.slice(
    0,
    parts.findIndex(({ kind }) => kind === 'variable'),
  )
  return open.length === 0 || (open.length === 1 && literalOf(before) !== undefined)
}

/** At most this many values of a variable are put into what other keys are compared with. */
const mostStandIns = 4

/**
 * Contexts in which the variables have values, one after another, and one in which they are absent and their defaults count: what a key is compared
 * with in these, it has to be tried with.
 */
export function contextsWith(
  values: ReadonlyMap<string, readonly ContextValue[]>,
  context: Context,
): readonly Context[] {
  if (values.size === 0) return [context]
  const numbers = Array.from({ length: mostStandIns }, (_, i) => i)
  const longest = Math.max(...[...values.values()].map(({ length }) => length))
  return [
    context,
    withKeys(context, new Map([...values.keys()].map((key) => [key, absent]))),
    ...numbers
      .filter((i) => i < longest)
      .map((i) => withKeys(context, new Map([...values].map(([key, own]) => [key, own[i] ?? own[0] ?? absent])))),
  ]
}

/** Does a condition compare its key with an unknown variable that has something around it, such as "home/${aws:PrincipalTag/team}/*"? */
export const hasMixed = (conditions: readonly CompiledCondition[], context: Context): boolean =>
  conditions.some(({ condition }) =>
    condition.values.some(
      ({ value: { pattern } }) => pattern.parts.length > 1 && openVariables(pattern, context).length > 0,
    ),
  )
