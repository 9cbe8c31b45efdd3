import type { Statement } from '../iam/index.ts'

/** Does a condition of the statement limit this key (lower case) to values? A negated one, Null and what also holds without the key do not. */
export const isLimitedBy = ({ conditions }: Statement, name: string): boolean =>
  conditions.some(({ key, operator: { value } }) => {
    if (key.value.toLowerCase() !== name || !value) return false
    return !value.negated && !value.ifExists && value.quantifier !== 'for-all' && value.comparison !== 'null'
  })
