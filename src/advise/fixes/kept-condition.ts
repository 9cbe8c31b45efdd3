import { matchesAction, readOf } from '../../evaluate/index.ts'
import type { PolicyType, Statement } from '../../iam/index.ts'
import { isMetByAnother } from '../deeds/index.ts'
import type { Evaluated } from '../situation.ts'
import { nameOf } from '../words.ts'
import type { Json } from './json-text.ts'

/** The condition of a statement that allows the action elsewhere, and that statement's number, from 1. */
export interface KeptCondition {
  readonly condition: Json
  /** The keys in it, as written. */
  readonly keys: readonly string[]
  readonly statement: number
  readonly policy: string
}

/**
 * The condition under which the given policies allow the action on other resources: a new statement for one more resource keeps it, apart from what only
 * another resource of the same call can meet. Undefined if they also allow the action without a condition, or under several.
 */
export function keptCondition(situation: Evaluated, type: PolicyType): KeptCondition | undefined {
  const allowing = situation.policies
    .filter((policy) => policy.given && policy.type === type)
    .flatMap((policy) => readOf(policy).policy.statements.map((statement) => ({ name: policy.name, statement })))
    .filter(({ statement }) => allowsAction(statement, situation))
  const [only, ...more] = allowing
  if (!only || more.length > 0) return undefined
  const { statement, name } = only
  const conditions = statement.conditions.filter((condition) => !isMetByAnother(condition, situation.asked))
  if (conditions.length === 0) return undefined
  const keys = conditions.map(({ key }) => key.value)
  return { condition: conditionJson(conditions), keys, statement: statement.index + 1, policy: name }
}

const allowsAction = ({ effect, action, effective }: Statement, { asked }: Evaluated): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action !== undefined &&
  matchesAction(action, { service: asked.service, actionName: nameOf(asked.action).toLowerCase() })

/** Clauses as the value of a Condition element. */
export function conditionJson(conditions: Statement['conditions']): Json {
  const operators = new Map<string, { readonly [key: string]: Json }>()
  for (const { operator, key, values } of conditions) {
    const raws = values.map(({ value }) => value.raw)
    const [only, ...others] = raws
    const value = only !== undefined && others.length === 0 ? only : raws
    operators.set(operator.written, { ...operators.get(operator.written), [key.value]: value })
  }
  return Object.fromEntries(operators)
}
