import type { Condition } from '../iam/index.ts'

/** What a condition says whose value is a star alone: whether the key is there, whether it is missing, or nothing. */
export function starMeans({
  operator: { value: operator },
  values,
}: Condition): 'present' | 'absent' | 'always' | 'never' | undefined {
  if (operator?.comparison !== 'string-like' || !values.some(({ value }) => /^\*+$/.test(value.raw))) return undefined
  if (operator.quantifier === 'for-any') return operator.negated ? 'never' : 'present'
  if (operator.negated) return 'absent'
  return operator.ifExists || operator.quantifier === 'for-all' ? 'always' : 'present'
}
