import { compile, type PolicyInput, type Request } from '../evaluate/index.ts'
import { namesPrincipals, readCaller, readPolicy, type Statement } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Grant, Opens, Translation } from '../words/index.ts'
import { attachedTo } from './attached-to.ts'
import type { Case } from './diagnosis.ts'
import { everyRun } from './fixes/allow-statement.ts'
import { narrowedDeny, opensByException } from './freed-by-deny.ts'
import { callDenied, type Ground, grantOf, newAccessBeyond, wholeOf, withTarget, withText } from './opened.ts'
import { ownBucket } from './own-bucket.ts'
import { takesArn } from './stand-in.ts'
import { toldExample } from './told-example.ts'
import { withUnseenAllows } from './unseen-allows.ts'
import type { Diagnosis, Fix } from './written.ts'

/** The access that each fix adds to the fixes before it. Undefined without a request. */
export function opensOf(
  given: Case,
  { request, policies: recognised, fixes }: Pick<Diagnosis, 'request' | 'policies' | 'fixes'>,
  reference: Reference | undefined,
  translation?: Translation,
): readonly (Opens | undefined)[] {
  const read: readonly PolicyInput[] = given.policies.map(({ name, target, text, type }, i) => ({
    type: recognised[i]?.type ?? type ?? 'identity',
    name,
    target,
    text,
  }))
  const target =
    request && read.filter(({ type }) => type === 'resource').length <= 1 ? attachedTo(request.resource) : undefined
  let policies = read.map((policy) => withTarget(policy, target))
  const facts = given.facts ?? {}
  return fixes.map((fix) => {
    if (!request) return undefined
    const after = withText(policies, fix, fix.after).map((policy) => withTarget(policy, target))
    const ground: Ground = { before: policies, after, target, request, facts, reference, translation }
    policies = after
    // Access to a placeholder isn’t known yet.
    return fix.hasPlaceholder ? undefined : opensBy(fix, ground)
  })
}

function opensBy(fix: Fix, seen: Ground): Opens {
  const added = addedStatements(fix)
  // What a Deny held back is opened, whoever allows it.
  const ground = added.length === 0 ? withUnseenAllows(seen, fix.policyType) : seen
  const narrowed = narrowedDeny(fix)
  if (narrowed) return opensByException(narrowed, ground)
  const everything = (fix.policyType === 'resource' && wholeOf(ground)) || '*'
  const grants = added.map((statement) => grantOf(statement, everything, ground.translation))
  const call = callAlone(fix, ground.request)
  const denied = call.Statement.map((each) => ({ ...callDenied(fix.policyType, each, ground.target), Effect: 'Deny' }))
  const denial = { ...call, Statement: denied }
  const beyond = newAccessBeyond(fix.policyType, JSON.stringify(denial), ground)
  if (beyond.result === 'pass')
    return { is: 'exactly', grants: grants.length > 0 ? grants : [...call.Statement].map(asGrant) }
  if (beyond.result === 'unknown') return { is: 'unknown' }
  const isAll = added.length > 0 && newAccessBeyond(fix.policyType, denialOf(fix, added), ground).result === 'pass'
  // For a provider, the call alone would let in all of its tokens: only conditions make that narrow.
  const isToken = readCaller(ground.request.principal)?.kind === 'identity-provider'
  const text = isToken || !isNameable(ground) ? undefined : narrowerText(fix, call)
  const decide = (policies: readonly PolicyInput[]): string =>
    compile(policies, ground.facts, ground.reference).decide(ground.request)
  const helps = text !== undefined && decide(withText(ground.before, fix, text)) === decide(ground.after)
  return {
    is: 'more',
    grants: isAll ? grants : [],
    example: toldExample(beyond.examples[0].request, ground),
    narrower: helps ? { text, grants: call.Statement.map(asGrant), isCallAlone: true } : undefined,
  }
}

/** Messages also name ARNs that AWS matches with "*" only, such as those of Cost Explorer: no statement for such an ARN is promised to work. */
function isNameable({ request, reference }: Ground): boolean {
  const [prefix = '', name = ''] = request.action.toLowerCase().split(':')
  const service = reference?.services.get(prefix)
  return takesArn(request.resource, service, service?.actions.get(name))
}

const statementText = ({ text, span }: { readonly text: string; readonly span: Statement['span'] }): string =>
  text.slice(span.from, span.to)

/** The Allow statements that the document doesn't hold before the fix. */
function addedStatements({ before, after }: Fix): readonly Statement[] {
  const known = new Set(
    readPolicy(before).policy.statements.map(({ span }) => bare(statementText({ text: before, span }))),
  )
  return readPolicy(after).policy.statements.filter(
    ({ span, effect }) => effect?.value === 'Allow' && !known.has(bare(statementText({ text: after, span }))),
  )
}

const bare = (text: string): string => text.replaceAll(/\s+/g, '')

/** The statements with Deny in the place of Allow. */
function denialOf({ after }: Fix, statements: readonly Statement[]): string {
  const version = readPolicy(after).policy.version?.value ?? '2012-10-17'
  const texts = statements.map(({ span, effect }) => {
    const { from, to } = effect?.span ?? { from: span.from, to: span.from }
    return `${after.slice(span.from, from)}"Deny"${after.slice(to, span.to)}`
  })
  return `{"Version":${JSON.stringify(version)},"Statement":[${texts.join(',')}]}`
}

interface CallStatement {
  readonly Effect: 'Allow'
  readonly Principal?: unknown
  readonly Action: string
  readonly Resource?: string
}

interface CallDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly CallStatement[]
}

const asGrant = ({ Action, Resource = '' }: CallStatement): Grant => ({
  actions: Action,
  resources: Resource,
  conditions: '',
})

/** The denied call, with what every such call needs, as a policy that allows nothing else. */
function callAlone({ policyType, included, needed = [] }: Fix, { principal, action, resource }: Request): CallDocument {
  const who = namesPrincipals.has(policyType) ? { Principal: principalOf(principal) } : {}
  const allow = (Action: string, Resource: string): CallStatement => ({
    Effect: 'Allow',
    ...who,
    Action,
    ...(policyType === 'trust' ? {} : { Resource }),
  })
  return {
    Version: '2012-10-17',
    Statement: [
      ...[...new Set([action, ...needed])].map((each) => allow(each, everyRun(each, ownBucket(each, resource)))),
      ...included.map((need) => allow(need.action, need.resource)),
    ],
  }
}

/** A caller as a Principal element names it: a session by its role. */
function principalOf(principal: string): unknown {
  const caller = readCaller(principal)
  if (caller?.kind === 'service') return { Service: principal }
  if (caller?.kind === 'anonymous') return '*'
  if (caller?.kind === 'identity-provider') return { Federated: principal }
  if (caller?.kind === 'role-session')
    return { AWS: `arn:${caller.partition}:iam::${caller.account}:role/${caller.name}` }
  return { AWS: principal }
}

/** The document before the fix with the denied call added; undefined where it can't be written that way. */
function narrowerText({ before }: Fix, call: CallDocument): string | undefined {
  if (before.trim() === '') return JSON.stringify(call, null, 2)
  const { policy, problems } = readPolicy(before)
  const last = policy.statements.at(-1)
  if (problems.length > 0 || !last || last.path === '/Statement') return undefined
  const more = call.Statement.map((statement) => `,\n    ${JSON.stringify(statement)}`).join('')
  return `${before.slice(0, last.span.to)}${more}${before.slice(last.span.to)}`
}
