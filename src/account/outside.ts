import { compile, type PolicyInput, type Request } from '../evaluate/index.ts'
import { accountIn, isAccountId } from '../iam/index.ts'
import { actionsMatching } from './billing-tasks.ts'
import { type DecidedBy, decidedBy } from './decisions.ts'
import { isObject, objectsAt, textAt, textsAt, valueAt } from './json.ts'
import { policiesAbove } from './organization.ts'
import type { Survey } from './survey.ts'

/** What someone outside the given accounts may do with a resource, by its resource-based policy or trust policy. */
export interface OutsideAccess {
  readonly resource: string
  /** An ARN, an account's ID, a service, an identity provider, or "*". */
  readonly who: string
  readonly kind: 'anyone' | 'account' | 'principal' | 'service' | 'identity-provider'
  readonly decision: 'allowed' | 'undetermined'
  /** The actions that the decision is about, in AWS's spelling; a pattern where the service's data isn't loaded. */
  readonly actions: readonly string[]
  readonly dependsOn: readonly string[]
  /** The first of the decisions, and the policies that it was made with. */
  readonly asked: Request
  readonly verdict: DecidedBy
  readonly policies: readonly PolicyInput[]
}

/** Everything that the policies of an outside caller can grant: their owner writes them. */
const unlimited: PolicyInput = {
  type: 'identity',
  name: 'assumed: full permissions',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
}

/**
 * Who outside the given accounts can use a resource or assume a role. Each principal that an Allow names is decided by `evaluate`, with the whole policy
 * and the RCPs above the resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function outsideAccess(survey: Survey): readonly OutsideAccess[] {
  const { account, surroundings } = survey
  const inside = new Set(account.principals.map(({ accountId }) => accountId))
  const attached = [
    ...surroundings.policies.flatMap((policy) =>
      policy.type === 'resource' && policy.target !== undefined
        ? [{ resource: policy.target, type: policy.type, document: policy.document }]
        : [],
    ),
    ...account.principals.flatMap(({ arn, trust }) =>
      trust?.isRead ? [{ resource: arn, type: 'trust' as const, document: trust.document }] : [],
    ),
  ]
  return attached.flatMap(({ resource, type, document }) => {
    const own: PolicyInput = { type, name: `policy of ${resource}`, target: resource, document }
    return outsidersIn(document, inside).flatMap((outsider) =>
      decidedFor(survey, own, resource, outsider, patternsIn(document)),
    )
  })
}

interface Outsider {
  readonly who: string
  readonly kind: OutsideAccess['kind']
  /** As `evaluate` takes it. */
  readonly principal: string
}

const statementsOf = (document: unknown): readonly object[] => {
  const one = valueAt(document, 'Statement')
  return Array.isArray(one) ? objectsAt(document, 'Statement') : isObject(one) ? [one] : []
}

/** The text, or the texts, under a key. */
const listed = (value: unknown, key: string): readonly string[] => {
  const one = textAt(value, key)
  return one === undefined ? textsAt(value, key) : [one]
}

/** The principals of Allow statements that are outside. */
function outsidersIn(document: unknown, inside: ReadonlySet<string>): readonly Outsider[] {
  const found = new Map<string, Outsider>()
  for (const statement of statementsOf(document)) {
    if (textAt(statement, 'Effect') !== 'Allow') continue
    const principal = valueAt(statement, 'Principal')
    const named = principal === '*' ? ['*'] : listed(principal, 'AWS')
    for (const each of named) {
      const outsider = outsiderOf(each, inside)
      if (outsider) found.set(outsider.principal, outsider)
    }
    for (const each of listed(principal, 'Service')) found.set(each, { who: each, kind: 'service', principal: each })
    for (const each of listed(principal, 'Federated'))
      found.set(each, { who: each, kind: 'identity-provider', principal: each })
  }
  return [...found.values()]
}

function outsiderOf(named: string, inside: ReadonlySet<string>): Outsider | undefined {
  if (named === '*') return { who: named, kind: 'anyone', principal: 'arn:aws:iam::000000000000:role/anyone' }
  const account = isAccountId(named) ? named : accountIn(named)
  if (account === undefined || inside.has(account)) return undefined
  const isWhole = isAccountId(named) || named.endsWith(':root')
  return isWhole
    ? { who: account, kind: 'account', principal: `arn:aws:iam::${account}:role/anyone` }
    : { who: named, kind: 'principal', principal: named }
}

const patternsIn = (document: unknown): readonly string[] => [
  ...new Set(
    statementsOf(document)
      .filter((statement) => textAt(statement, 'Effect') === 'Allow')
      .flatMap((statement) => listed(statement, 'Action')),
  ),
]

/** Actions of one policy that are decided at most. */
const mostActions = 300

function decidedFor(
  { surroundings: { organization, reference, facts } }: Survey,
  own: PolicyInput,
  resource: string,
  { who, kind, principal }: Outsider,
  patterns: readonly string[],
): readonly OutsideAccess[] {
  const owner = accountIn(resource)
  const rcps = owner && organization ? policiesAbove(organization, owner).filter(({ type }) => type === 'rcp') : []
  const policies = [
    own,
    ...rcps.map(({ type, name, target, document }): PolicyInput => ({ type, name, target, document })),
    unlimited,
  ]
  const evaluator = compile(policies, facts, reference)
  const actions = patterns.flatMap((pattern) =>
    pattern === '*' ? actionsMatching(`${serviceOf(resource)}:*`, reference) : actionsMatching(pattern, reference),
  )
  const decided = actions.slice(0, mostActions).flatMap((action) => {
    const place = /:s3:::[^/]+$/.test(resource) && /Object/.test(action) ? `${resource}/*` : resource
    const asked: Request = { principal, action, resource: place, contextIs: 'partial' }
    const verdict = decidedBy(evaluator.explain(asked))
    return verdict.decision === 'allowed' || verdict.decision === 'undetermined' ? [{ asked, verdict }] : []
  })
  return (['allowed', 'undetermined'] as const).flatMap((decision) => {
    const those = decided.filter(({ verdict }) => verdict.decision === decision)
    const [first] = those
    if (!first) return []
    const dependsOn = [...new Set(those.flatMap(({ verdict }) => verdict.missingContext))]
    return [
      { resource, who, kind, decision, actions: those.map(({ asked }) => asked.action), dependsOn, ...first, policies },
    ]
  })
}

const serviceOf = (arn: string): string => arn.split(':')[2] ?? ''
