import type { CompiledStatement } from '../evaluate/index.ts'
import { coversActions, coversResource, type Pattern, type ResourcePattern, type Statement } from '../iam/index.ts'
import type { Entry, Statements } from './policy-set.ts'

/** Pairs of entries that are compared at most. */
const mostPairs = 20_000

/**
 * Is it plain that the new side allows nothing more? It is where each of its Allow statements says no more than one of the old side's, and each Deny of
 * the old side no more than one of the new side's. False only means that it isn't plain.
 */
export function isCovered({ entries, sides: [old, now] }: Statements): boolean {
  const those = (set: bigint): readonly Entry[] => entries.filter(({ bit }) => (bit & set) !== 0n)
  const [wide, narrow] = [those(old.allows), those(now.allows)]
  const [wideDenies, narrowDenies] = [those(now.denies), those(old.denies)]
  if (sizeOf(wide) * sizeOf(narrow) + sizeOf(wideDenies) * sizeOf(narrowDenies) > mostPairs) return false
  return areCovered(narrow, wide) && areCovered(narrowDenies, wideDenies)
}

const sizeOf = (entries: readonly Entry[]): number =>
  entries.reduce(
    (sum, { statement: { statement } }) =>
      sum + (statement.action?.items.length ?? 1) + (statement.resource?.items.length ?? 1),
    0,
  )

const areCovered = (narrow: readonly Entry[], wide: readonly Entry[]): boolean =>
  narrow.every((one) => wide.some((other) => one.bit === other.bit || covers(other.statement, one.statement)))

/** Does one statement apply wherever another one does? */
const covers = (wide: CompiledStatement, narrow: CompiledStatement): boolean =>
  sameText(wide.statement.principal, narrow.statement.principal) &&
  coversEvery(wide.statement.action, narrow.statement.action, coversActions) &&
  coversEvery(wide.statement.resource, narrow.statement.resource, coversArn) &&
  asksNoMore(wide, narrow)

interface Side<T> {
  readonly sense: 'any-of' | 'none-of'
  readonly items: readonly { readonly value: T }[]
}

function coversEvery<T>(
  wide: Side<T> | undefined,
  narrow: Side<T> | undefined,
  covers: (wide: T, narrow: T) => boolean,
): boolean {
  if (!wide || !narrow) return wide === narrow
  if (wide.sense !== narrow.sense) return false
  // What is left out of the wide one must be left out of the narrow one, too.
  const [more, less] = wide.sense === 'any-of' ? [wide, narrow] : [narrow, wide]
  return less.items.every(({ value }) => more.items.some((other) => covers(other.value, value)))
}

/** The meaning of `${…}` depends on the policy's version and on its name: texts with one are compared only where both hold variables. */
const coversArn = (wide: ResourcePattern, narrow: ResourcePattern): boolean => {
  if (wide.kind === 'all') return true
  if (wide.kind !== 'arn' || narrow.kind === 'invalid') return false
  if (narrow.kind !== 'arn') return coversResource(wide.raw, narrow.raw)
  const [one, other] = [wide.whole, narrow.whole]
  if (JSON.stringify(one) === JSON.stringify(other)) return true
  if (one.glob) return !wide.raw.includes('${') && coversResource(wide.raw, widest(other))
  return other.glob === undefined && !/\$\{[*?$]\}/.test(wide.raw + narrow.raw) && coversResource(wide.raw, narrow.raw)
}

/** The pattern with a star for every variable: it matches all that the pattern does, whatever the values are. */
const widest = ({ parts }: Pattern): string =>
  parts.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'question' ? '?' : '*')).join('')

const sameText = (one: Statement['principal'], other: Statement['principal']): boolean =>
  JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))

const textOf = (clause: Statement['principal']): unknown =>
  clause && [clause.sense, clause.items.map(({ value }) => [value.kind, value.raw])]

/** Is each condition of the wide statement one of the narrow statement, too? */
function asksNoMore(wide: CompiledStatement, narrow: CompiledStatement): boolean {
  const asked = new Set(narrow.conditions.map(conditionText))
  return wide.conditions.every((condition) => asked.has(conditionText(condition)))
}

const conditionText = ({ condition: { operator, key, values } }: CompiledStatement['conditions'][number]): string =>
  JSON.stringify([operator.written.toLowerCase(), key.value.toLowerCase(), values.map(({ value }) => value.pattern)])
