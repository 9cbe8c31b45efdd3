import {
  compile,
  type Evaluator,
  type Facts,
  gateTable,
  type PolicyInput,
  type Request,
  type StatementRef,
  type Verdict,
} from '../evaluate/index.ts'
import { isAccountId, type PolicyType, readCaller } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { once } from '../text/index.ts'
import { consistentRequests, type Place } from './consistent.ts'
import { decisionSteps, type Steps } from './steps.ts'

/** What is assumed to stand around the compared policies, and where the resource is, while `evaluate` decides an example. */
interface Setting {
  readonly assumed: readonly PolicyInput[]
  readonly place: Place
}

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }
const everyoneMay = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
}
const everyoneAssumes = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:*' } }

const callersOwn: PolicyInput = {
  type: 'identity',
  name: 'assumed: the caller may do everything',
  document: everything,
}
const roleTrusts: PolicyInput = { type: 'trust', name: 'assumed: the role trusts everyone', document: everyoneAssumes }
/** A federated user has no permissions without one. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
const sessionIsOpen: PolicyInput = {
  type: 'session',
  name: 'assumed: the session policy allows everything',
  document: everything,
}
const resourceIsOpen: PolicyInput = { type: 'resource', name: 'assumed: everyone may', document: everyoneMay }

/** A key policy that leaves the decision to the account's own policies names the account, whichever it is. */
const keyLeavesIt = (accounts: readonly string[]): PolicyInput => ({
  type: 'resource',
  name: 'assumed: the key leaves it to the account',
  document: {
    Version: '2012-10-17',
    Statement: accounts.map((account) => ({
      Effect: 'Allow',
      Principal: { AWS: account },
      Action: 'kms:*',
      Resource: '*',
    })),
  },
})

/** Accounts that callers of examples can be in although no policy names them. */
const ownAccounts = ['111122223333', '999988887777', '777777777777', '444455556666', '555566667777']

/**
 * Settings in which a policy of this type decides by itself. Policies that limit are tried with a caller who may do everything else; policies of a
 * resource also across accounts, because only there can't the caller's own policies grant the access instead.
 */
function settingsFor(type: PolicyType, accounts: readonly string[]): readonly Setting[] {
  switch (type) {
    case 'identity':
      return [
        { assumed: [], place: 'same-account' },
        { assumed: [roleTrusts], place: 'same-account' },
        { assumed: [keyLeavesIt(accounts)], place: 'same-account' },
        { assumed: [resourceIsOpen], place: 'cross-account' },
        { assumed: [sessionIsOpen], place: 'same-account' },
      ]
    case 'resource':
    case 'trust':
      return [
        { assumed: [], place: 'same-account' },
        { assumed: [callersOwn], place: 'cross-account' },
      ]
    case 'session':
    case 'permissions-boundary':
    case 'scp':
    case 'vpc-endpoint':
    case 'rcp':
      return [
        { assumed: [callersOwn], place: 'same-account' },
        { assumed: [callersOwn, roleTrusts], place: 'same-account' },
        { assumed: [callersOwn, resourceIsOpen], place: 'same-account' },
        { assumed: [callersOwn, resourceIsOpen], place: 'cross-account' },
        { assumed: [callersOwn, sessionIsOpen], place: 'same-account' },
      ]
  }
}

/** What both sides decide about a request. */
export interface Decided {
  readonly old: boolean
  readonly new: boolean
}

/** An example as it was decided: the request, what was assumed around it, and the statement that decided. */
export interface Confirmed {
  readonly request: Request
  readonly assumed: readonly PolicyInput[]
  readonly statement: StatementRef | undefined
}

/** Decides requests for both sides. */
export interface Judge {
  /** Do the answers count in any setting, by the policies alone, whether or not the request's parts fit together? */
  readonly couldCount: (request: Request, counts: (decided: Decided) => boolean) => boolean
  /** A form of the request that can exist, and on which `evaluate` with all of AWS's rules gives answers that count. */
  readonly confirm: (request: Request, counts: (decided: Decided) => boolean) => Confirmed | undefined
}

/** What both sides are decided with. */
export interface Ground {
  readonly type: PolicyType
  readonly sides: readonly [old: readonly PolicyInput[], now: readonly PolicyInput[]]
  readonly surroundings: readonly PolicyInput[]
  /** Accounts that the policies name. */
  readonly accounts: readonly string[]
  /** Requests come through a VPC endpoint, unless a condition asks about that. */
  readonly throughEndpoint: boolean
  readonly facts: Facts
  readonly reference: Reference | undefined
  /** Each decision spends some. */
  readonly steps: Steps
  /** The statements of both sides and their surroundings. */
  readonly statements: number
}

const policyRows = gateTable.filter(({ is }) => is === 'policies')

/** Makes both sides ready in each setting, when the first example asks for it: most proofs need none. */
export function judgeFor(ground: Ground): Judge {
  const given = new Set(ground.surroundings.map(({ type }) => type))
  const usual = settingsFor(ground.type, [...ownAccounts, ...ground.accounts])
  // Where the caller's own policies are given, no one else is assumed to let it in.
  const isAssumed = (policy: PolicyInput): boolean =>
    !given.has(policy.type) && !(policy === resourceIsOpen && given.has('identity'))
  const known = usual.map(({ assumed, place }) => ({ assumed: assumed.filter(isAssumed), place }))
  const settings = known.map((setting) => ({
    ...setting,
    exact: once(() => evaluatorsOf(ground, setting.assumed, gateTable)),
    byPolicies: once(() => evaluatorsOf(ground, setting.assumed, policyRows)),
  }))
  const spendOn = ({ context = {} }: Request): void =>
    ground.steps.spend(decisionSteps(ground.statements, Object.keys(context).length))
  const prepared = (request: Request): Request => (ground.throughEndpoint ? viaEndpoint(request) : request)
  return {
    couldCount: (request, counts) =>
      settings.some(({ byPolicies, place }) =>
        placements(prepared(request), place, ground.accounts).some((placed) => {
          spendOn(placed)
          const decided = decide(byPolicies(), placed)
          return decided !== undefined && counts(decided)
        }),
      ),
    confirm(request, counts) {
      const possible = prepared(request)
      for (const { exact, assumed, place } of settings)
        for (const placed of consistentRequests(possible, place)) {
          const sides = exact()
          spendOn(placed)
          const decided = decide(sides, placed)
          if (!decided || !counts(decided)) continue
          const verdict = (decided.new ? sides.now : sides.old).explain(placed)
          const own = (decided.new ? ground.sides[1] : ground.sides[0]).length
          return { request: placed, assumed, statement: ownStatement(verdict, own) ?? verdict.decidedBy[0] }
        }
      return undefined
    },
  }
}

/** The statement of the compared policies that lets a request through. An SCP or a boundary does that next to a statement that grants it. */
function ownStatement(verdict: Verdict, own: number): StatementRef | undefined {
  const isOwn = ({ policyIndex }: StatementRef): boolean => policyIndex < own
  const deciding = verdict.decidedBy.find(isOwn)
  if (deciding) return deciding
  // Traces are worked out when they're read, which takes longer than the decision.
  for (const { statements } of verdict.gates)
    for (const { effect, answer, ref } of statements)
      if (effect === 'Allow' && answer === 'yes' && isOwn(ref)) return ref
  return undefined
}

interface Evaluators {
  readonly old: Evaluator
  readonly now: Evaluator
}

function evaluatorsOf(ground: Ground, assumed: readonly PolicyInput[], table: typeof gateTable): Evaluators {
  const { sides, surroundings, facts, reference } = ground
  const made = (own: readonly PolicyInput[]): Evaluator =>
    compile([...own, ...surroundings, ...assumed], facts, reference, table)
  return { old: made(sides[0]), now: made(sides[1]) }
}

/** What depends on something that the request doesn't hold, such as a name that is filled in later, shows nothing. */
function decide({ old, now }: Evaluators, request: Request): Decided | undefined {
  const decisions = [old.decide(request), now.decide(request)] as const
  if (decisions.includes('undetermined')) return undefined
  return { old: decisions[0] === 'allowed', new: decisions[1] === 'allowed' }
}

/** The request with the resource in the caller's account, or in each other account that matters. */
function placements(request: Request, place: Place, accounts: readonly string[]): readonly Request[] {
  const caller = readCaller(request.principal)?.account
  if (caller === undefined) return [request]
  if (place === 'same-account') return [{ ...request, resourceAccount: caller }]
  const others = [...ownAccounts.slice(-2), ...accounts].filter((account) => account !== caller)
  return others.map((resourceAccount) => ({ ...request, resourceAccount }))
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const viaEndpoint = (request: Request): Request => ({
  ...request,
  context: { ...request.context, 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' },
})

/** Accounts that a text names. */
export const accountsIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []))]
    .filter(isAccountId)
    .slice(0, mostAccounts)

/** More accounts than this aren't tried. */
const mostAccounts = 200
