import type { NonEmpty } from '../text/index.ts'
import type { EvaluationInput, Gate, GateAnswer } from './gate.ts'
import type { Hits } from './logic.ts'
import type { GateReason } from './reasons.ts'
import { traceStatement } from './trace.ts'
import type { GateRef, GateResult, Outcome, StatementTrace } from './verdict.ts'

/** More statements than this are not traced one by one. */
const mostTraced = 400

type State = GateResult['state']

/** The answer of one gate to one completion; undefined if the gate doesn't apply. */
type Said = GateAnswer<Hits> | undefined

/**
 * The answer of every gate, in the table's order. `told` holds the gates' answers for each request that this one can represent: if a gate
 * gives all of them the same answer, that is its answer. Policies that were not given are listed where they would apply to the request.
 */
export function gateResults(
  input: EvaluationInput,
  { told, outcome }: { readonly told: NonEmpty<readonly GateAnswer<Hits>[]>; readonly outcome: Outcome },
): readonly GateResult[] {
  const asked = told.map((answers) => new Map(answers.map((answer): [Gate, GateAnswer<Hits>] => [answer.gate, answer])))
  const shut = new Set(outcome.missing.map(nameOf))
  return input.asked.all.flatMap((gate) => {
    const answers = asked.map((said) => said.get(gate))
    const isSilent = answers.every((answer) => answer === undefined)
    if (isSilent && (gate.given || !gate.meets(input))) return []
    const states = new Set(answers.map((answer) => stateOf(gate, answer)))
    const [only] = states
    const state = only !== undefined && states.size === 1 ? only : 'unknown'
    const denies = outcome.decision === 'explicitDeny' && answers.some((answer) => answer?.denies.is === 'yes')
    const blocks = denies || (shut.has(nameOf(gate)) && state !== 'allows' && state !== 'exempt')
    const reason =
      states.size > 1 ? { code: 'differs-by-value' as const } : reasonOf(gate, answers[0], { blocks, input })
    return [new TracedGate(gate, input, { state, blocks, reason })]
  })
}

const nameOf = ({ kind, level, rule }: GateRef): string => `${kind} ${level ?? ''} ${rule?.code ?? ''}`

function stateOf(gate: Gate, answer: Said): State {
  if (!answer) return 'not given'
  const { exempt, denies, allows } = answer
  if (exempt) return 'exempt'
  if (denies.is === 'yes') return 'denies'
  if (denies.is === 'unknown') return 'unknown'
  if (gate.part === 'denies' || allows.is === 'yes') return 'allows'
  if (allows.is === 'unknown') return 'unknown'
  return gate.rule ? 'denies' : 'silent'
}

function reasonOf(
  gate: Gate,
  answer: Said,
  { blocks, input }: { readonly blocks: boolean; readonly input: EvaluationInput },
): GateReason {
  const { action } = input.request
  if (gate.rule) return { code: 'rule', rule: gate.rule }
  if (answer?.exempt) return { code: 'exempt', why: answer.exempt }
  switch (stateOf(gate, answer)) {
    case 'denies':
      return { code: 'denies', action }
    case 'allows':
      if (gate.part === 'denies') return { code: 'does-not-deny' }
      return answer && namesOnlyAccount(answer) ? { code: 'allows-account' } : { code: 'allows', action }
    case 'silent':
      return { code: 'does-not-allow', action }
    case 'unknown':
    case 'exempt':
      return { code: 'depends' }
    case 'not given':
      return gate.kind === 'session' && input.caller.kind === 'federated-user'
        ? { code: 'no-session-policy' }
        : { code: 'not-given', needed: blocks }
  }
}

/** An Allow for the account leaves the decision to the caller's own policies. */
const namesOnlyAccount = ({ by }: GateAnswer<Hits>): boolean =>
  by?.account.is === 'yes' && by.direct.is !== 'yes' && by.role.is !== 'yes'

/** A gate's result. Traces take much longer than deciding, so they are made when someone looks at them. */
class TracedGate implements GateResult {
  readonly kind: GateResult['kind']
  readonly level: GateResult['level']
  readonly rule: GateResult['rule']
  readonly state: State
  readonly blocks: boolean
  readonly reason: GateReason
  readonly #gate: Gate
  readonly #input: EvaluationInput
  #traces: readonly StatementTrace[] | undefined

  constructor(gate: Gate, input: EvaluationInput, told: Pick<GateResult, 'state' | 'blocks' | 'reason'>) {
    this.kind = gate.kind
    this.level = gate.level
    this.rule = gate.rule
    this.state = told.state
    this.blocks = told.blocks
    this.reason = told.reason
    this.#gate = gate
    this.#input = input
    this.#traces = undefined
  }

  get statements(): readonly StatementTrace[] {
    if (this.state === 'exempt') return []
    this.#traces ??= this.#gate.statements.slice(0, mostTraced).map((one) => traceStatement(one, this.#input))
    return this.#traces
  }

  toJSON(): GateResult {
    return { ...this, statements: this.statements }
  }
}
