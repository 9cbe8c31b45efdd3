// AWS's side of a call: it checks one permission after the other and names the first that is missing.
import { readFileSync } from 'node:fs'
import { type Dependent, diagnose, furtherServices, withOptions } from '../../src/advise/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { matches } from '../../src/iam/index.ts'
import { requiredServices } from '../../src/reference/index.ts'

type Check = readonly [action: string, resource: string, context?: Readonly<Record<string, string>>]

/** A call in one situation (encrypted or not, tagged or not), with every check that AWS makes for it, in order. */
export interface SimulatedCall {
  readonly operation: string
  /** The API operation, where it isn't named like the first action; null for what is done in a console, whose messages name none. */
  readonly call?: string | null
  readonly checks: readonly Check[]
}

/** 124 operations in one situation each, from AWS's guides (shared/knowledge/facts/whole-calls.json) and its service authorization reference. */
export const simulatedCalls: readonly SimulatedCall[] = JSON.parse(
  readFileSync(new URL('whole-calls.json', import.meta.url), 'utf8'),
)

const user = 'arn:aws:iam::111122223333:user/mateojackson'
const nothing = JSON.stringify({ Version: '2012-10-17', Statement: [] })
const mostRounds = 30

/**
 * How many denials someone meets who makes each proposed change, ticks the options that fit the call, and fills in the names: 0 if nothing was
 * missing, Infinity if the advice doesn't get there. `from` is where AWS starts to check: what comes before it is allowed already.
 */
export function roundsUntilAllowed(call: SimulatedCall, from = 0, form: MessageForm = ofCli): Promise<number> {
  const start = call.checks.slice(0, from).reduce((text, check) => withCheck(text, check), nothing)
  return rounds(call.checks, start, (missing, text) => advisedPolicy(missing, text, { ...call, form }))
}

/** What a tool prints for a denied call: the operation's name (undefined if it has none), its service's prefix, and AWS's message. */
export type MessageForm = (operation: string | undefined, service: string, message: string) => string

/** The AWS CLI and boto3. */
export const ofCli: MessageForm = (operation, _, message) =>
  operation === undefined
    ? message
    : `An error occurred (AccessDenied) when calling the ${operation} operation: ${message}`

/** The same for someone who allows what each message names, and nothing else: what AWS's messages alone lead to. */
export const roundsByMessages = ({ checks }: SimulatedCall): Promise<number> =>
  rounds(checks, nothing, (missing, text) => Promise.resolve(withCheck(text, missing)))

async function rounds(
  checks: readonly Check[],
  start: string,
  change: (missing: Check, text: string) => Promise<string | undefined>,
): Promise<number> {
  let text = start
  for (let count = 0; count < mostRounds; count++) {
    const missing = firstMissing(checks, text)
    if (!missing) return count
    const next = await change(missing, text)
    if (next === undefined || next === text) return Number.POSITIVE_INFINITY
    text = next
  }
  return Number.POSITIVE_INFINITY
}

function withCheck(text: string, [Action, Resource]: Check): string {
  const policy: { Statement: readonly object[] } = JSON.parse(text)
  return JSON.stringify({ ...policy, Statement: [...policy.Statement, { Effect: 'Allow', Action, Resource }] })
}

/** The key policy is the one that KMS creates: it leaves the decision to the account's own policies. */
const keyPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' }],
})

function firstMissing(checks: readonly Check[], text: string): Check | undefined {
  const own = compile([{ type: 'identity', text }])
  const withKey = compile([
    { type: 'identity', text },
    { type: 'resource', text: keyPolicy },
  ])
  return checks.find(([action, resource, context]) => {
    const evaluator = action.startsWith('kms:') ? withKey : own
    const request = { principal: user, action, resource, context: context ?? {}, contextIs: 'complete' as const }
    return evaluator.decide(request) !== 'allowed'
  })
}

async function advisedPolicy(
  [action, resource]: Check,
  text: string,
  { checks, call, form }: SimulatedCall & { readonly form: MessageForm },
): Promise<string | undefined> {
  const [[first = ''] = ['']] = checks
  const [service = '', ownName = ''] = first.split(':')
  const message = `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  const paste = form(call === undefined ? ownName : (call ?? undefined), service, message)
  const given = { paste, policies: text === nothing ? [] : [{ name: 'Work', type: 'identity' as const, text }] }
  const named = requiredServices([paste, text])
  const own = await loadReference(named)
  const reference = await loadReference([...named, ...furtherServices(given, diagnose(given, own), own)])
  const [fix] = diagnose(given, reference).fixes
  if (!fix) return undefined
  const fits = (option: Dependent): boolean =>
    checks.some((check) => check[0] === option.action && matches(pattern(option.resource), check[1]))
  return filledIn(withOptions(fix.after, action, fix.options.filter(fits)), checks)
}

/** Names in capitals are for the reader to fill in. */
const pattern = (resource: string): string =>
  resource
    .split(/([:/])/)
    .map((part) => (/^<[A-Z][A-Z0-9_]*>$/.test(part) ? '*' : part))
    .join('')

interface PlainStatement {
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}

/** The reader puts the names of the call in the place of the words in capitals. */
function filledIn(text: string, checks: readonly Check[]): string {
  const policy: { Statement: readonly PlainStatement[] } = JSON.parse(text)
  const Statement = policy.Statement.map((statement) => {
    const actions = [statement.Action].flat()
    const real = (arn: string): string => {
      if (pattern(arn) === arn) return arn
      const named = checks.find(([action, resource]) => actions.includes(action) && matches(pattern(arn), resource))
      return named?.[1] ?? arn
    }
    return { ...statement, Resource: [statement.Resource].flat().map(real) }
  })
  return JSON.stringify({ ...policy, Statement })
}
