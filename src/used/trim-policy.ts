import { type Comparison, noNewAccess } from '../compare/index.ts'
import { compile, type Evaluator, type PolicyInput } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { type JsonNode, member, readJson, writeJson } from '../text/index.ts'
import { hiddenActions } from './never-shown.ts'
import type { CallerUse } from './use-counter.ts'

/** Current policies of a caller, each with only the actions that were used. */
export interface TrimmedPolicy {
  /** In the order of the given ones, as JSON text; undefined where nothing of a policy was used. */
  readonly policies: readonly (string | undefined)[]
  /** The proof that the trimmed policies allow nothing that the current ones don't. */
  readonly opensNothing: Comparison
  /** Requests of the trail that the trimmed policies don't clearly allow: "s3:GetObject on arn:…". Empty: all are allowed. */
  readonly notAllowed: readonly string[]
  /** The same for the current policies: something else allowed these, or a condition decides. */
  readonly notAllowedBefore: readonly string[]
}

/** Takes the actions that weren't used, and that no used action needs, out of every Allow statement. Denies, resources, and conditions stay as they are. */
export function trimPolicy(use: CallerUse, current: readonly PolicyInput[], reference: Reference): TrimmedPolicy {
  const hidden = [...hiddenActions(use, reference).keys()]
  const requests = [
    ...requestsOf(use),
    ...hidden.map((action) => ({ principal: use.caller, action, resource: undefined })),
  ]
  const policies = current.map((policy) => trimmed(policy, requests, reference))
  const after = current.flatMap((policy, i): readonly PolicyInput[] => {
    const text = policies[i]
    return text === undefined ? [] : [{ type: policy.type, name: policy.name, text }]
  })
  const opensNothing = noNewAccess({ type: 'identity', new: after, old: current, reference })
  return {
    policies,
    opensNothing,
    notAllowed: notAllowedBy(after, requests, reference),
    notAllowedBefore: notAllowedBy(current, requests, reference),
  }
}

/** One kind of request in the trail; without a resource where the trail names none. */
interface Used {
  readonly principal: string
  readonly action: string
  readonly resource: string | undefined
}

const requestsOf = ({ caller, actions }: CallerUse): readonly Used[] =>
  actions.flatMap(({ action, resources, hasUnknownResource }) =>
    [...resources, ...(hasUnknownResource ? [undefined] : [])].map((resource) => ({
      principal: caller,
      action,
      resource,
    })),
  )

/** Only requests whose resource is known can be decided. The values of condition keys aren't known: what depends on them isn't clearly allowed. */
function notAllowedBy(
  policies: readonly PolicyInput[],
  requests: readonly Used[],
  reference: Reference,
): readonly string[] {
  const evaluator = compile(policies, undefined, reference)
  const types = [...new Set(policies.map(({ type }) => type))]
  return requests.flatMap((request) => {
    const { action, resource } = request
    if (resource === undefined) return []
    const asked = { ...request, resource }
    const isAllowed =
      evaluator.decide({ ...asked, contextIs: 'partial' }) === 'allowed' ||
      (types.includes('identity') && types.every((type) => answerOf(evaluator, type, asked) === 'allows'))
    return isAllowed ? [] : [`${action} on ${resource}`]
  })
}

/**
 * What the policies of one type say about a request. The decision can be another one: a trail shows that the call went through, so a key policy, a trust
 * policy, or a policy of another account that wasn't given allowed its part of it.
 */
function answerOf(
  evaluator: Evaluator,
  type: PolicyType,
  { principal, action, resource }: Used & { readonly resource: string },
): 'allows' | 'unknown' | 'no' {
  const { gates } = evaluator.explain({ principal, action, resource, contextIs: 'partial' })
  const state = gates.find(({ kind }) => kind === type)?.state
  return state === 'allows' || state === 'unknown' ? state : 'no'
}

/** One policy with the actions that its statements were used for; undefined if no Allow is left. */
function trimmed(
  { type, text, document }: PolicyInput,
  requests: readonly Used[],
  reference: Reference,
): string | undefined {
  const source = text ?? JSON.stringify(document)
  const { value, problems } = readJson(source)
  const statements = statementNodes(member(value, 'Statement'))
  if (value === undefined || problems.length > 0 || statements.length === 0) return source
  const kept = statements.flatMap((node): readonly Statement[] => {
    const statement: Statement = JSON.parse(writeJson(node).text)
    if (statement.Effect !== 'Allow') return [statement]
    const actions = actionsUsed(statement, type, requests, reference)
    if (actions.length === 0) return []
    const { Action: _, NotAction: __, ...rest } = statement
    return [{ ...rest, Action: actions }]
  })
  if (!kept.some(({ Effect }) => Effect === 'Allow')) return undefined
  return JSON.stringify({ ...JSON.parse(writeJson(value).text), Statement: kept }, null, 2)
}

interface Statement extends Readonly<Record<string, unknown>> {
  readonly Effect?: unknown
  readonly Action?: unknown
  readonly NotAction?: unknown
}

/** The actions that the statement allowed, or might have. Where the trail names no resource, any resource of the statement can have been meant. */
function actionsUsed(
  statement: Statement,
  type: PolicyType,
  requests: readonly Used[],
  reference: Reference,
): readonly string[] {
  const alone = (each: Statement) =>
    compile([{ type, document: { Version: '2012-10-17', Statement: [each] } }], undefined, reference)
  const { NotResource: _, ...rest } = statement
  const [asWritten, onAnything] = [alone(statement), alone({ ...rest, Resource: '*' })]
  const isUsed = (request: Used): boolean =>
    answerOf(request.resource === undefined ? onAnything : asWritten, type, {
      ...request,
      resource: request.resource ?? '*',
    }) !== 'no'
  return [...new Set(requests.filter(isUsed).map(({ action }) => action))]
}

const statementNodes = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : node ? [node] : []
