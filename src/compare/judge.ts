import {
  compile,
  type Evaluator,
  endpointKeys,
  type Facts,
  gateTable,
  type PolicyInput,
  type Request,
  type StatementRef,
  type Verdict,
} from '../evaluate/index.ts'
import { isAccountId, type PolicyType, traits as policyTraits, readCaller } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { once } from '../text/index.ts'
import { consistentRequests, type Place } from './consistent.ts'
import { type Setting, type Settings, settingsFor } from './settings.ts'
import { type Cost, decisionSteps, type Steps } from './steps.ts'

/** Accounts that callers of examples can be in although no policy names them. */
const ownAccounts = ['111122223333', '999988887777', '777777777777', '444455556666', '555566667777']

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
  /** Accounts that an RCP is attached to: it limits what is done with their resources. */
  readonly owners: readonly string[]
  /** The keys that a condition asks for, where requests come through a VPC endpoint. */
  readonly endpoint: ReadonlySet<string> | undefined
  readonly facts: Facts
  readonly reference: Reference | undefined
  /** Each decision spends some. */
  readonly steps: Steps
  /** What the statements of both sides and their surroundings cost to decide. */
  readonly cost: Cost
}

/** What decides by policies alone. Next to policies that limit, the root user may do everything in its account, and AWS allows some calls itself. */
const policyRows = gateTable.filter(({ is }) => is === 'policies')
const limitedRows = gateTable.filter(
  (row) => row.is === 'policies' || row.code === 'root-user' || (row.is === 'rule' && row.part === 'grants'),
)

/** A judge who knows all of these accounts of callers. Most comparisons need one; another one is only made for further accounts. */
export function judgesFor(ground: Ground): (callers: ReadonlySet<string>) => Judge {
  let [judge, known]: [Judge | undefined, ReadonlySet<string>] = [undefined, new Set()]
  return (callers) => {
    if (!judge || [...callers].some((account) => !known.has(account))) {
      known = new Set([...known, ...callers])
      judge = judgeFor(ground, known)
    }
    return judge
  }
}

/** Makes both sides ready in each setting, when the first example asks for it: most proofs need none. */
function judgeFor(ground: Ground, callers: ReadonlySet<string>): Judge {
  const { type, surroundings } = ground
  const given = new Set(surroundings.map((policy) => policy.type))
  const accounts = [...new Set([...ownAccounts, ...ground.accounts, ...callers])]
  const { simple, widest } = allSettings(type, given, { surroundings, accounts })
  const rows = policyTraits[type].part === 'grants' ? policyRows : limitedRows
  const ready = (settings: readonly Setting[], table: typeof gateTable) =>
    settings.map((setting) => ({ ...setting, sides: once(() => evaluatorsOf(ground, setting.assumed, table)) }))
  const exact = ready([...simple, ...widest], gateTable)
  const byPolicies = ready(widest, rows)
  const spendOn = (request: Request): void => ground.steps.spend(decisionSteps(ground.cost, request))
  const prepared = (request: Request): readonly Request[] =>
    ground.endpoint ? viaEndpoint(request, ground.endpoint) : [request]
  return {
    couldCount: (request, counts) =>
      byPolicies.some(({ sides, place }) =>
        prepared(request)
          .flatMap((each) => placements(each, place, ground.owners))
          .some((placed) => {
            spendOn(placed)
            return possibilities(sides(), placed).some(counts)
          }),
      ),
    confirm(request, counts) {
      const possible = prepared(request)
      for (const { sides, assumed, place } of exact)
        for (const placed of possible.flatMap((each) => consistentRequests(each, place))) {
          const { old, now } = sides()
          spendOn(placed)
          const decided = decide({ old, now }, placed)
          if (!decided || !counts(decided)) continue
          const verdict = (decided.new ? now : old).explain(placed)
          const own = (decided.new ? ground.sides[1] : ground.sides[0]).length
          return { request: placed, assumed, statement: ownStatement(verdict, own) ?? verdict.decidedBy[0] }
        }
      return undefined
    },
  }
}

/** What is known of the policies of one resource says nothing about those of others, such as a key next to a bucket: these are assumed as if none were given. */
function allSettings(
  type: PolicyType,
  given: ReadonlySet<PolicyType>,
  { surroundings, accounts }: { readonly surroundings: readonly PolicyInput[]; readonly accounts: readonly string[] },
): Settings {
  const own = settingsFor(type, given, accounts)
  const isOfOthers = surroundings.some((policy) => policy.type === 'resource' && policy.target === undefined)
  if (!given.has('resource') || isOfOthers) return own
  const elsewhere = settingsFor(type, new Set([...given].filter((each) => each !== 'resource')), accounts)
  return { simple: [...own.simple, ...elsewhere.simple], widest: [...own.widest, ...elsewhere.widest] }
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

/** What both sides can decide: what depends on something that the request doesn't hold can come out either way. */
function possibilities({ old, now }: Evaluators, request: Request): readonly Decided[] {
  const outcomes = ({ decide }: Evaluator): readonly boolean[] => {
    const decision = decide(request)
    return decision === 'undetermined' ? [true, false] : [decision === 'allowed']
  }
  const after = outcomes(now)
  return outcomes(old).flatMap((before) => after.map((each) => ({ old: before, new: each })))
}

/** The request with the resource in the caller's account, or in another one: in each of `owners`, which matter, and in one that doesn't. */
function placements(request: Request, place: Place, owners: readonly string[]): readonly Request[] {
  const caller = readCaller(request.principal)?.account
  if (place === 'same-account') return [caller === undefined ? request : { ...request, resourceAccount: caller }]
  const stranger = ownAccounts.findLast((account) => account !== caller && !owners.includes(account))
  const others = [...owners.filter((account) => account !== caller), ...(stranger === undefined ? [] : [stranger])]
  return others.map((resourceAccount) => ({ ...request, resourceAccount }))
}

/**
 * The request through a VPC endpoint, by a key of which nothing is asked; and as it is, where a condition asks whether it comes through one.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function viaEndpoint(request: Request, asked: ReadonlySet<string>): readonly Request[] {
  const free = endpointKeys.find((key) => !asked.has(key))
  const through =
    free === undefined ? [] : [{ ...request, context: { ...request.context, [free]: endpointValue(free) } }]
  return [...through, ...(endpointKeys.some((key) => asked.has(key)) ? [request] : [])]
}

function endpointValue(key: string): string {
  if (key === 'aws:sourcevpce') return 'vpce-0a1b2c3d4e5f67890'
  if (key === 'aws:sourcevpc') return 'vpc-0a1b2c3d4e5f67890'
  return key === 'aws:vpcsourceip' ? '10.0.0.1' : '111122223333'
}

/** Accounts that a text names. */
export const accountsIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []))]
    .filter(isAccountId)
    .slice(0, mostAccounts)

/** More accounts than this aren't tried. */
const mostAccounts = 200
