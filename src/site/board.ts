// “How does AWS decide?” as a board of switches: the reader sets the answer of every gate, and the evaluator computes the decision.
import { compile, type Decision, type PolicyInput } from '../evaluate/index.ts'
import { evaluationOrder, namesPrincipals, type PolicyType, policyTypeNames, traits } from '../iam/index.ts'

/** What a gate is set to; `absent`: there is no such policy. */
export type Setting = 'allows' | 'silent' | 'denies' | 'absent'

interface BoardGate {
  readonly type: PolicyType
  readonly name: string
  /** What it can be set to, the first choice first. */
  readonly settings: readonly Setting[]
}

const every: readonly Setting[] = ['allows', 'silent', 'denies', 'absent']
const gate = (type: PolicyType, settings = every): BoardGate => ({
  type,
  name: capital(policyTypeNames[type]),
  settings,
})

/** The gates in AWS's order, without the trust policy, which only AssumeRole meets. AWS attaches an Allow of everything next to every RCP. */
export const boardGates: readonly BoardGate[] = evaluationOrder
  .filter((type) => type !== 'trust')
  .map((type) => gate(type, traits[type].part === 'denies' ? ['allows', 'denies', 'absent'] : every))

/** One position of all switches. A gate that is not named is absent. */
export interface Board {
  readonly gates: ReadonlyMap<PolicyType, Setting>
  readonly caller: 'user' | 'role'
  readonly resourceIn: 'same account' | 'another account'
  readonly managementAccount: boolean
}

/** Where the reader begins: an identity policy that allows, and a boundary that leaves it out. */
export const firstBoard: Board = {
  gates: new Map([
    ['scp', 'allows'],
    ['identity', 'allows'],
    ['permissions-boundary', 'silent'],
  ]),
  caller: 'role',
  resourceIn: 'same account',
  managementAccount: false,
}

export interface BoardAnswer {
  readonly decision: Decision
  /** One or two sentences: the decision, and who made it. */
  readonly sentence: string
  readonly gates: readonly {
    readonly type: PolicyType
    readonly state: Setting | 'exempt'
    /** It allowed, or stopped, the request. */
    readonly decides: boolean
  }[]
}

const callers = {
  user: {
    principal: 'arn:aws:iam::111122223333:user/mateojackson',
    named: 'arn:aws:iam::111122223333:user/mateojackson',
  },
  role: {
    principal: 'arn:aws:sts::111122223333:assumed-role/Shop/web-1',
    named: 'arn:aws:iam::111122223333:role/Shop',
  },
} as const
const action = 'sqs:SendMessage'
const otherAction = 'sqs:GetQueueUrl'

/** Asks the evaluator. */
export function askBoard(board: Board): BoardAnswer {
  const { principal, named } = callers[board.caller]
  const account = board.resourceIn === 'same account' ? '111122223333' : '444455556666'
  const policies = [...board.gates].flatMap(([type, setting]) => policyFor(type, setting, named))
  const verdict = compile(policies, { managementAccount: board.managementAccount }).explain({
    principal,
    action,
    resource: `arn:aws:sqs:eu-central-1:${account}:orders`,
    // An endpoint's policy counts for what goes through the endpoint.
    context: board.gates.get('vpc-endpoint') === 'absent' ? {} : { 'aws:SourceVpce': 'vpce-0123456789abcdef0' },
  })
  const deciding = new Set(
    verdict.decision === 'implicitDeny' ? verdict.blockedBy : verdict.decidedBy.map(({ policyType }) => policyType),
  )
  const gates = boardGates.map(({ type }) => {
    const setting = board.gates.get(type) ?? 'absent'
    const isExempt = verdict.gates.some(({ kind, state }) => kind === type && state === 'exempt')
    return { type, state: isExempt ? ('exempt' as const) : setting, decides: deciding.has(type) }
  })
  return { decision: verdict.decision, sentence: sentenceFor(verdict.decision, [...deciding]), gates }
}

function policyFor(type: PolicyType, setting: Setting, named: string): readonly PolicyInput[] {
  if (setting === 'absent') return []
  const principal = namesPrincipals.has(type) ? { Principal: type === 'resource' ? { AWS: named } : '*' } : {}
  const statement = (Effect: string, Action: string): object => ({ Effect, ...principal, Action, Resource: '*' })
  const statements = {
    allows: [statement('Allow', type === 'rcp' ? '*' : action)],
    silent: [statement('Allow', otherAction)],
    denies: [statement('Allow', '*'), statement('Deny', action)],
  }[setting]
  return [{ type, document: { Version: '2012-10-17', Statement: statements } }]
}

function sentenceFor(decision: Decision, types: readonly PolicyType[]): string {
  const names = listed(types.map((type) => policyTypeNames[type]))
  switch (decision) {
    case 'allowed':
      return `Allowed. The ${names} ${types.length === 1 ? 'says' : 'say'} yes, and nothing that counts is against it.`
    case 'explicitDeny':
      return `Denied, explicitly. The ${names} ${types.length === 1 ? 'says' : 'say'} no. No Allow anywhere outweighs that.`
    case 'implicitDeny':
      return `Denied, implicitly. The ${names} must allow it, and ${types.length === 1 ? 'does' : 'do'} not.`
    case 'undetermined':
      return 'It depends.'
  }
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', the ')} and the ${names.at(-1)}`

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
