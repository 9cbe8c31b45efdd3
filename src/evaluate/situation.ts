import { type Caller, isAccountId, parseArn, readCaller } from '../iam/index.ts'
import { type ContextValue, contextOf, derivedKeys } from './context.ts'
import type { Facts, Request } from './request.ts'
import type { Subject } from './statement.ts'

/** A request seen through the rules: whose account, who owns the resource, what AWS fills in. */
export interface Situation extends Subject {
  readonly request: Request
  readonly facts: Facts
  readonly resourceAccount: string | undefined
  readonly crossAccount: boolean
  /**
   * Whose policy must always agree. "key": nothing works unless the key policy says so; "role": a role is assumed, its trust policy must
   * allow; "owner": within one account identity or resource policy is enough.
   */
  readonly authority: 'owner' | 'key' | 'role'
  readonly derived: ReadonlyMap<string, ContextValue>
}

/** Calls by which someone becomes a role. Tagging the session and naming its source belong to them. */
const assumptions: ReadonlySet<string> = new Set([
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
])

/** Makes a request ready to be matched. A principal that nobody can read is taken for one that no policy names. */
export function situate(request: Request, facts: Facts, hasBoundary: boolean): Situation {
  const caller = readCaller(request.principal) ?? nobody(request.principal)
  const [service, actionName] = splitAction(request.action)
  const arnAccount = parseArn(request.resource)?.account ?? ''
  const resourceAccount = request.resourceAccount ?? (isAccountId(arnAccount) ? arnAccount : caller.account)
  const derived = derivedKeys({ caller, service, resourceAccount })
  return {
    request,
    facts,
    caller,
    service,
    actionName,
    resource: request.resource,
    context: contextOf(request, derived),
    hasBoundary,
    resourceAccount,
    crossAccount: caller.account !== undefined && resourceAccount !== undefined && caller.account !== resourceAccount,
    authority: authorityOf(service, actionName, request.resource),
    derived,
  }
}

function authorityOf(service: string, actionName: string, resource: string): Situation['authority'] {
  if (service === 'sts' && assumptions.has(actionName)) return 'role'
  return service === 'kms' && parseArn(resource)?.resource.startsWith('key/') ? 'key' : 'owner'
}

function splitAction(action: string): readonly [string, string] {
  const lower = action.trim().toLowerCase()
  const colon = lower.indexOf(':')
  return colon < 0 ? ['', lower] : [lower.slice(0, colon), lower.slice(colon + 1)]
}

const nobody = (arn: string): Caller => ({
  kind: 'account',
  arn,
  partition: parseArn(arn)?.partition ?? 'aws',
  account: undefined,
  name: '',
  session: undefined,
  serviceLinked: false,
})
