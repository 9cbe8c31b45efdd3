import type { PolicyType } from '../iam/index.ts'
import { missingGates } from './combine.ts'
import { derivedKeys } from './derived-keys.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import type { Decided } from './exact.ts'
import { gatesOf, inOrder } from './gates.ts'
import { askLayer, hits, type Layer, type LayerAnswer } from './layers.ts'
import { notEvaluated } from './not-evaluated.ts'
import { matchesAction } from './statement.ts'
import type { Decision, Gate, NearMiss, StatementRef, StatementTrace, Verdict } from './verdict.ts'

/** Turns a decision into the whole answer: who decided, what blocks, what nearly matched, what is still open. */
export function verdictOf(decided: Decided, layers: readonly Layer[], input: EvaluationInput): Verdict {
  const answers = layers.map((layer) => askLayer(layer, input))
  const blockedBy = blockers(decided.decision, answers, input)
  const gates = gatesOf(answers, input, new Set(blockedBy))
  return {
    decision: decided.decision,
    decidedBy: deciders(decided, answers, input),
    blockedBy,
    missingContext: decided.missing.map(({ written }) => written),
    questions: decided.questions,
    gates,
    closest: nearMisses(gates),
    derived: derivedKeys(input),
    unsupportedKeys: unsupportedKeys(answers, input),
    notEvaluated: notEvaluated(decided, input),
    parts: [],
  }
}

/** Every policy type that stands in the way: those that deny, and those whose Allow is needed and missing. */
function blockers(decision: Decision, answers: readonly LayerAnswer[], input: EvaluationInput): readonly PolicyType[] {
  if (decision === 'allowed' || decision === 'undetermined') return []
  const denying = answers.filter(({ denies }) => denies === 'yes').map(({ layer }) => layer.type)
  return [...new Set([...denying, ...missingGates(answers, input)])]
}

/** The Denies of an explicit deny, the grants of an allow. */
function deciders(
  { decision }: Decided,
  answers: readonly LayerAnswer[],
  input: EvaluationInput,
): readonly StatementRef[] {
  const effect = decision === 'explicitDeny' ? 'Deny' : decision === 'allowed' ? 'Allow' : undefined
  const grants: readonly PolicyType[] = ['identity', 'resource', 'trust']
  return inOrder(answers)
    .filter(({ layer, exempt }) => !exempt && (effect === 'Deny' || grants.includes(layer.type)))
    .flatMap(({ layer: { type, statements } }) =>
      statements.filter((statement) => statement.effect === effect && hits(statement, type, input) === 'yes'),
    )
    .map(({ ref }) => ref)
}

/** What the conditions of statements about this action ask for in vain. */
function unsupportedKeys(answers: readonly LayerAnswer[], input: EvaluationInput): readonly string[] {
  const { neverCarries, context } = input
  const keys = inOrder(answers)
    .flatMap(({ layer, exempt }) => (exempt ? [] : layer.statements))
    .filter(({ conditions, statement: { action } }) => conditions.length > 0 && action && matchesAction(action, input))
    .flatMap(({ conditions }) => conditions.map(({ condition }) => condition.key.value))
  const isInVain = (key: string): boolean => context.lookup(key).is === 'absent' && neverCarries(key)
  return [...new Set(keys)].filter((key) => isInVain(key.toLowerCase()))
}

const isAction = (element: string): boolean => element === 'Action' || element === 'NotAction'

/** Allow statements of the gates that block which failed in one element only, and not because they are about other actions: a slip is none. */
function nearMisses(gates: readonly Gate[]): readonly NearMiss[] {
  return gates.filter(({ blocks }) => blocks).flatMap(({ statements }) => statements.flatMap(nearMiss))
}

function nearMiss({ ref, effect, elements }: StatementTrace): readonly NearMiss[] {
  const [failed, ...more] = elements.filter(({ answer }) => answer !== 'yes')
  if (effect !== 'Allow' || failed?.answer !== 'no' || more.length > 0) return []
  return isAction(failed.element) && !failed.isSlip ? [] : [{ ref, failed }]
}
