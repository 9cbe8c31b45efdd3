import { evaluationOrder, type PolicyType, policyTypeNames } from '../iam/index.ts'
import { hasResourcePolicies } from '../reference/index.ts'
import { isBillingLocked, isGrantedOnKey, refusalOf } from './aws-rules.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import type { LayerAnswer } from './layers.ts'
import { isPublicAccessBlocked } from './public-access.ts'
import { traceStatement } from './trace.ts'
import type { Gate, StatementTrace } from './verdict.ts'

/** More statements than this are not traced one by one. */
const mostTraced = 400

/** The gates of a decision in AWS's order, the ones that were not given included where this request would meet them. */
export function gatesOf(
  answers: readonly LayerAnswer[],
  input: EvaluationInput,
  blockedBy: ReadonlySet<PolicyType>,
): readonly Gate[] {
  const perType = evaluationOrder.flatMap((type) => {
    const given = ofType(answers, type)
    if (given.length > 0) return given.map((answer) => givenGate(answer, input, blockedBy))
    return meets(type, input) ? [absentGate(type, input, blockedBy)] : []
  })
  return [...fixedGates(input, answers), ...perType]
}

const ofType = (answers: readonly LayerAnswer[], type: PolicyType): readonly LayerAnswer[] =>
  answers.filter(({ layer }) => layer.type === type)

/** The answers in AWS's order. */
export const inOrder = (answers: readonly LayerAnswer[]): readonly LayerAnswer[] =>
  evaluationOrder.flatMap((type) => ofType(answers, type))

/** What AWS refuses itself, and the account's switches. */
function fixedGates(input: EvaluationInput, answers: readonly LayerAnswer[]): readonly Gate[] {
  const gate = (kind: Gate['kind'], sentence: string): Gate => ({ ...shut, kind, sentence })
  const gates: Gate[] = []
  const refusal = refusalOf(input)
  if (refusal) gates.push(gate('aws', refusal))
  if (isBillingLocked(input))
    gates.push(gate('billing-access', 'The root user has not activated IAM access to Billing in this account.'))
  if (isPublicAccessBlocked(input, answers)) {
    gates.push(gate('s3-block-public-access', 'S3 Block Public Access makes the public bucket policy void.'))
  }
  if (isGrantedOnKey(input)) {
    const sentence = 'A grant on the key allows it, whatever key policy and identity-based policies leave out.'
    gates.push({ ...shut, kind: 'kms-grant', state: 'allows', blocks: false, sentence })
  }
  return gates
}

const shut = { level: undefined, state: 'denies', blocks: true, statements: [] } as const

function givenGate(answer: LayerAnswer, input: EvaluationInput, blockedBy: ReadonlySet<PolicyType>): Gate {
  const { layer, exempt } = answer
  const state = stateOf(answer)
  const blocks = blockedBy.has(layer.type) && (state === 'denies' || state === 'silent')
  // Why each statement matched or not is told in many words: only where somebody looks. A change is proved without.
  let traces: readonly StatementTrace[] | undefined
  const trace = (): readonly StatementTrace[] =>
    exempt ? [] : layer.statements.slice(0, mostTraced).map((statement) => traceStatement(statement, layer.type, input))
  return {
    kind: layer.type,
    level: layer.level,
    state,
    blocks,
    sentence: sentenceOf(answer, state, input),
    get statements() {
      traces ??= trace()
      return traces
    },
  }
}

function stateOf({ layer, exempt, denies, allows }: LayerAnswer): Gate['state'] {
  if (exempt) return 'exempt'
  if (denies === 'yes') return 'denies'
  if (denies === 'unknown') return 'unknown'
  if (layer.type === 'rcp' || allows === 'yes') return 'allows'
  return allows === 'no' ? 'silent' : 'unknown'
}

function sentenceOf({ layer, exempt, by }: LayerAnswer, state: Gate['state'], { request }: EvaluationInput): string {
  const { type, level } = layer
  const name = `The ${policyTypeNames[type]}${level ? ` at ${level}` : ''}`
  const onlyAccount = by.direct !== 'yes' && by.role !== 'yes' && by.account === 'yes'
  switch (state) {
    case 'exempt':
      return `${name} does not count: ${exempt}.`
    case 'denies':
      return `${name} denies ${request.action} explicitly.`
    case 'allows':
      if (type === 'rcp') return `${name} does not deny it.`
      if ((type === 'resource' || type === 'trust') && onlyAccount) {
        return `${name} allows the caller's account; the caller's own policies must allow it too.`
      }
      return `${name} allows ${request.action}.`
    case 'silent':
      return `${name} does not allow ${request.action}.`
    case 'unknown':
      return `${name} depends on what is not known yet.`
    case 'not given':
      return `${name} was not given.`
  }
}

/** Would this request meet such a policy, if there is one? */
function meets(type: PolicyType, { caller, authority, crossAccount, service }: EvaluationInput): boolean {
  const hasIdentity = ['user', 'role', 'role-session', 'federated-user', 'account'].includes(caller.kind)
  switch (type) {
    case 'identity':
      return hasIdentity
    case 'trust':
      return authority === 'role'
    case 'resource':
      return (
        authority !== 'role' && (crossAccount || authority === 'key' || !hasIdentity || hasResourcePolicies(service))
      )
    case 'scp':
      return caller.account !== undefined && caller.kind !== 'identity-provider' && !caller.serviceLinked
    case 'permissions-boundary':
      return caller.kind !== 'account' && hasIdentity
    case 'session':
      return caller.kind === 'role-session' || caller.kind === 'federated-user'
    case 'rcp':
    case 'vpc-endpoint':
      return false
  }
}

function absentGate(type: PolicyType, { caller }: EvaluationInput, blockedBy: ReadonlySet<PolicyType>): Gate {
  const blocks = blockedBy.has(type)
  const name = policyTypeNames[type]
  const sentence =
    type === 'session' && caller.kind === 'federated-user'
      ? 'No session policy was given, and without one a federated user session has no permissions.'
      : blocks
        ? `No ${name} was given, and one must allow this.`
        : `No ${name} was given: if there is one, it was not looked at.`
  return { kind: type, level: undefined, state: 'not given', blocks, sentence, statements: [] }
}
