import type { Statement } from '../iam/index.ts'

/** Keys that tell whose principal calls: services belong to nobody. */
export const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
])

/** Keys that tell for whom a service comes: only services bring them. */
export const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
])

/** Is one of these keys (lower case) in a condition of the statement, under such a comparison? */
export const hasKey = ({ conditions }: Statement, names: readonly string[], comparison: 'bool' | 'null'): boolean =>
  conditions.some(
    ({ key, operator }) => operator.value?.comparison === comparison && names.includes(key.value.toLowerCase()),
  )
