/** What an operator compares. */
export type Comparison =
  | 'string'
  | 'string-ignore-case'
  | 'string-like'
  | 'arn'
  | 'numeric'
  | 'date'
  | 'bool'
  | 'binary'
  | 'ip'
  | 'null'

/** A parsed condition operator: "ForAnyValue:StringNotEqualsIfExists" is for-any, negated, if-exists over "string". */
export interface Operator {
  readonly name: string
  readonly comparison: Comparison
  readonly negated: boolean
  /** For numbers and dates: how the request's value must compare with the policy's. */
  readonly order: 'equal' | 'less' | 'less-or-equal' | 'greater' | 'greater-or-equal'
  readonly quantifier: 'single' | 'for-any' | 'for-all'
  readonly ifExists: boolean
}

type Base = Pick<Operator, 'comparison' | 'negated' | 'order'>
const equal = (comparison: Comparison): Base => ({ comparison, negated: false, order: 'equal' })
const unequal = (comparison: Comparison): Base => ({ comparison, negated: true, order: 'equal' })
const ordered = (comparison: Comparison, order: Operator['order']): Base => ({ comparison, negated: false, order })

/** All operators. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const bases: ReadonlyMap<string, Base> = new Map([
  ['StringEquals', equal('string')],
  ['StringNotEquals', unequal('string')],
  ['StringEqualsIgnoreCase', equal('string-ignore-case')],
  ['StringNotEqualsIgnoreCase', unequal('string-ignore-case')],
  ['StringLike', equal('string-like')],
  ['StringNotLike', unequal('string-like')],
  ['ArnEquals', equal('arn')],
  ['ArnNotEquals', unequal('arn')],
  ['ArnLike', equal('arn')],
  ['ArnNotLike', unequal('arn')],
  ['NumericEquals', equal('numeric')],
  ['NumericNotEquals', unequal('numeric')],
  ['NumericLessThan', ordered('numeric', 'less')],
  ['NumericLessThanEquals', ordered('numeric', 'less-or-equal')],
  ['NumericGreaterThan', ordered('numeric', 'greater')],
  ['NumericGreaterThanEquals', ordered('numeric', 'greater-or-equal')],
  ['DateEquals', equal('date')],
  ['DateNotEquals', unequal('date')],
  ['DateLessThan', ordered('date', 'less')],
  ['DateLessThanEquals', ordered('date', 'less-or-equal')],
  ['DateGreaterThan', ordered('date', 'greater')],
  ['DateGreaterThanEquals', ordered('date', 'greater-or-equal')],
  ['Bool', equal('bool')],
  ['BinaryEquals', equal('binary')],
  ['IpAddress', equal('ip')],
  ['NotIpAddress', unequal('ip')],
  ['Null', equal('null')],
])

/** Every operator's plain name, for completion and "did you mean". */
export const operatorNames: readonly string[] = [...bases.keys()]

const quantifiers = [
  ['ForAllValues:', 'for-all'],
  ['ForAnyValue:', 'for-any'],
] as const

/** Reads an operator's name; undefined if AWS has no such operator. `IfExists` can't be combined with `Null`. */
export function readOperator(text: string): Operator | undefined {
  const quantified = quantifiers.find(([prefix]) => startsWithIgnoringCase(text, prefix))
  const rest = quantified ? text.slice(quantified[0].length) : text
  const ifExists = rest.toLowerCase().endsWith('ifexists')
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest
  const [spelled, base] = bases.has(name) ? [name, bases.get(name)] : findIgnoringCase(name)
  if (!base || (ifExists && base.comparison === 'null')) return undefined
  return { ...base, name: spelled, quantifier: quantified?.[1] ?? 'single', ifExists }
}

const startsWithIgnoringCase = (text: string, prefix: string): boolean =>
  text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase()

/** IAM accepts operators in any case, but services such as S3 don't: lint reports them, and the evaluator accepts them. */
function findIgnoringCase(name: string): [string, Base | undefined] {
  for (const [known, base] of bases) if (known.toLowerCase() === name.toLowerCase()) return [known, base]
  return [name, undefined]
}
