// A condition tried out: one statement, one request, decided by the real evaluator. Runs at build time and, for the reader's own values, in the page.
import { compile, type Decision, type PolicyInput, type StatementTrace, type Verdict } from '../../evaluate/index.ts'
import { elementClause } from '../../words/index.ts'
import { type SceneName, scenes } from './scenes.ts'

/** A condition and the request that it's tried on. */
export interface Trial {
  readonly scene: SceneName
  readonly effect: 'Allow' | 'Deny'
  readonly operator: string
  readonly key: string
  /** The values in the policy. */
  readonly wanted: readonly string[]
  /** The values in the request; undefined: the request doesn't carry the key. */
  readonly actual: readonly string[] | undefined
  /** Does the request send the key as a list, even with one value? */
  readonly multivalued: boolean
}

export interface TrialAnswer {
  readonly decision: Decision
  /** Why the condition matched or not: a clause without a full stop, names in backticks. */
  readonly clause: string
}

/** The policy of a trial as JSON. A Deny comes with an Allow: otherwise, nothing would be allowed at all. */
export function policyOf({ scene: name, effect, operator, key, wanted }: Trial): string {
  const scene = scenes[name]
  const values = wanted.length === 1 ? wanted[0] : wanted
  const target = {
    ...(scene.names ? { Principal: scene.names } : {}),
    Action: scene.action,
    Resource: scene.resource,
  }
  const tried = { Effect: effect, ...target, Condition: { [operator]: { [key]: values } } }
  const others = effect === 'Deny' ? [{ Effect: 'Allow', ...target }] : []
  return JSON.stringify({ Version: '2012-10-17', Statement: [tried, ...others] }, null, 2)
}

/** Decides a trial. */
export function decideCondition(trial: Trial): TrialAnswer {
  const scene = scenes[trial.scene]
  const policies: readonly PolicyInput[] = [
    { type: scene.policyType, name: 'Policy', target: scene.resource, text: policyOf(trial) },
  ]
  const { actual, key, multivalued } = trial
  const single = actual?.length === 1 && !multivalued ? actual[0] : undefined
  const verdict = compile(policies).explain({
    principal: scene.principal,
    action: scene.action,
    resource: scene.resource,
    context: { [key]: single ?? actual ?? null },
  })
  return { decision: verdict.decision, clause: clauseOf(verdict, trial.effect) }
}

function clauseOf({ gates }: Verdict, effect: Trial['effect']): string {
  const tried = gates.flatMap(({ statements }) => statements).find(isTried)
  const condition = tried?.elements.find(({ element }) => element === 'Condition')
  return condition ? elementClause(condition.reason, effect) : 'AWS doesn’t accept this condition'
}

const isTried = ({ ref }: StatementTrace): boolean => ref.statement === 0
