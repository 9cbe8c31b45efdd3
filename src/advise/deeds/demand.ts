import type { Condition, Operator } from '../../iam/index.ts'

/** What a request's key has to be so that an Allow applies, or a Deny doesn't. */
export type Want = 'one-of' | 'none-of' | 'present' | 'absent' | 'less' | 'at-most' | 'more' | 'at-least'

/** What a condition demands of the request. */
export interface Demand {
  /** As the policy writes it. */
  readonly key: string
  /** Of the statement with the condition. */
  readonly effect: 'Allow' | 'Deny'
  readonly want: Want
  /** As the policy writes them; empty where only the key's presence matters. */
  readonly values: readonly string[]
  /** No other values are accepted next to these, for a key with several. */
  readonly isOnly?: boolean
}

const opposites: Readonly<Record<Want, Want>> = {
  'one-of': 'none-of',
  'none-of': 'one-of',
  present: 'absent',
  absent: 'present',
  less: 'at-least',
  'at-least': 'less',
  more: 'at-most',
  'at-most': 'more',
}

/**
 * What the request has to bring: for an Allow, what the condition asks for; for a Deny, its opposite.
 * Undefined if AWS has no such operator, or if nothing or everything meets it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function demandOf({ key, values, operator }: Condition, effect: 'Allow' | 'Deny'): Demand | undefined {
  if (!operator.value) return undefined
  const said = values.map(({ value }) => value.raw)
  const asked = wantOf(operator.value, said)
  if (!asked) return undefined
  const want = effect === 'Allow' ? asked : opposites[asked]
  const isOnly = operator.value.quantifier === (effect === 'Allow' ? 'for-all' : 'for-any')
  if (operator.value.comparison === 'null') return { key: key.value, effect, want, values: [], isOnly }
  if (operator.value.comparison === 'bool') return boolDemand({ key: key.value, effect }, want, said)
  return { key: key.value, effect, want, values: said, isOnly }
}

const orders = { less: 'less', 'less-or-equal': 'at-most', greater: 'more', 'greater-or-equal': 'at-least' } as const

function wantOf({ comparison, negated, order }: Operator, values: readonly string[]): Want | undefined {
  if (comparison === 'null') {
    const absent = values.filter((value) => value.toLowerCase() === 'true').length
    if (absent === 0) return 'present'
    return absent === values.length ? 'absent' : undefined
  }
  if (order !== 'equal') return orders[order]
  return negated ? 'none-of' : 'one-of'
}

/** "Not false" is "true". */
function boolDemand(of: Pick<Demand, 'key' | 'effect'>, want: Want, values: readonly string[]): Demand | undefined {
  const distinct = [...new Set(values.map((value) => value.toLowerCase()))]
  const [value] = distinct
  if (distinct.length !== 1 || (value !== 'true' && value !== 'false')) return undefined
  const wanted = (want === 'one-of') === (value === 'true')
  return { ...of, want: 'one-of', values: [String(wanted)] }
}
