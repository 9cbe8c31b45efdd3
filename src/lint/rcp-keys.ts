import type { Statement } from '../iam/index.ts'

/** Keys that identify the account or organization of the calling principal: AWS services belong to none. */
export const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
])

/** Keys that identify the account or resource that an AWS service calls for: only services send them. */
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
