import type { Condition, Statement } from '../iam/index.ts'

/**
 * Does a condition of the statement limit this key (lower case) to values? A negated one, Null and what also holds without the key don't, and neither
 * does a value that begins with a wildcard: `"*ecs.amazonaws.com"` counts as any service for Access Analyzer.
 */
export const isLimitedBy = ({ conditions }: Statement, name: string): boolean =>
  conditions.some((condition) => condition.key.value.toLowerCase() === name && limits(condition))

function limits({ operator: { value: operator }, values }: Condition): boolean {
  if (!operator || operator.negated || operator.ifExists || operator.quantifier === 'for-all') return false
  if (operator.comparison === 'null') return false
  return !isPattern(operator.comparison) || !values.some(({ value }) => /^[*?]/.test(value.raw))
}

const isPattern = (comparison: string): boolean => comparison === 'string-like' || comparison === 'arn'

/** Is the key asked for under an operator that also holds where the request lacks it? */
export const isOnlyIfExists = ({ conditions }: Statement, name: string): boolean =>
  conditions.some(({ key, operator }) => key.value.toLowerCase() === name && operator.value?.ifExists === true)
