import { splitArn } from '../arn.ts'
import type { ActionPattern } from '../policy.ts'
import { automatonOf } from './automaton.ts'
import { matchPattern } from './matches.ts'
import { type Pattern, readPattern } from './pattern.ts'
import { type Run, walk } from './tell-apart.ts'

/** States that are compared before `covers` gives up and says no. */
const mostStates = 10_000

/**
 * Does the one pattern match everything that the other one matches? Says yes only where that is certain. Variables ("${aws:username}") are
 * plain text in both: only a star or the same variable covers one. Wildcards that the variables' values hold stay plain.
 */
export const covers = (wide: string, narrow: string): boolean =>
  wide === '*' || wide === narrow || patternCovers(readPattern(wide, false), narrow)

/** The same for a pattern that was read without variables, which one that's compared with many others is once. */
export function patternCovers(wide: Pattern, narrow: string): boolean {
  const { raw } = wide
  if (raw === '*' || raw === narrow) return true
  // ${*} is a plain star.
  if (/\$\{[*?$]\}/.test(raw)) return false
  if (!raw.includes('?')) return matchPattern(wide, narrow)
  // A question mark matches one letter, which neither a star nor a variable has to be.
  if (narrow.includes('${')) return false
  return narrow.includes('*') ? coversAll(wide, narrow) : matchPattern(wide, narrow)
}

/** Is there no text that the narrow pattern matches and the wide one doesn't? */
function coversAll(wide: Pattern, narrow: string): boolean {
  const [one, other] = [automatonFor(wide), automatonFor(readPattern(narrow, false))]
  if (!one || !other) return false
  let left = mostStates
  const isOutside = (runs: readonly Run[]): boolean =>
    runs.every(({ automaton, state }) => automaton.accepts(state) === (automaton === other))
  return walk([one, other], (runs) => left-- > 0 && !isOutside(runs))
}

const automatonFor = ({ glob }: Pattern): ReturnType<typeof automatonOf> | undefined =>
  glob && automatonOf({ glob, ignoresCase: false, colons: 0 })

/** The same for resources. ARNs are compared part by part, which is the stricter way; what has fewer than six parts covers nothing but itself. */
export function coversResource(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true
  const [parts, others] = [splitArn(wide), splitArn(narrow)]
  return parts !== undefined && others !== undefined && parts.every((part, i) => covers(part, others.at(i) ?? ''))
}

/** Does an entry of Action match an action? `service` and `name` are the two sides of its colon, in lower case. */
export const coversAction = (pattern: ActionPattern, service: string, name: string): boolean =>
  pattern.kind === 'all' ||
  (pattern.kind === 'action' && pattern.service === service && matchPattern(pattern.name, name))

/** Does an entry of Action match every action that another entry matches? */
export function coversActions(wide: ActionPattern, narrow: ActionPattern): boolean {
  if (narrow.kind === 'invalid' || wide.kind === 'invalid') return false
  if (wide.kind === 'all' || narrow.kind === 'all') return wide.kind === 'all'
  // The same name has the same value; nothing else is known about it.
  if (wide.kind === 'open' || narrow.kind === 'open') return wide.kind === narrow.kind && wide.raw === narrow.raw
  return wide.service === narrow.service && patternCovers(wide.name, narrow.name.raw)
}
