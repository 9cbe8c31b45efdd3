import { accountIn, type Caller, parseArn, readCaller } from '../iam/index.ts'
import { neverCarries, type Reference } from '../reference/index.ts'
import { contextOf } from './context.ts'
import { deriveFrom } from './derived-keys.ts'
import { factValue } from './fact-keys.ts'
import { limitsFrom } from './key-limits.ts'
import type { Facts, Request } from './request.ts'
import type { Subject } from './statement.ts'

/** A request made ready for evaluation: its caller, its resource's owner, and what AWS fills in. */
export interface EvaluationInput extends Subject {
  readonly request: Request
  readonly facts: Facts
  readonly resourceAccount: string | undefined
  readonly crossAccount: boolean
  /**
   * Whose policy must always agree. "key": nothing works unless the key policy says so; "role": a role is assumed, its trust policy must
   * allow; "owner": within one account identity or resource policy is enough.
   */
  readonly authority: 'owner' | 'key' | 'role'
  /** Is it certain that requests for this action never carry this key? Lower case. */
  readonly neverCarries: (key: string) => boolean
}

/** Calls by which someone becomes a role. Tagging the session and naming its source belong to them. */
const assumptions: ReadonlySet<string> = new Set([
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
])

/** Is this call made with nothing but a token? Then nobody but an identity provider counts. */
export const isByToken = (service: string, actionName: string): boolean =>
  service === 'sts' && actionName.startsWith('assumerolewith')

/**
 * Amazon Cognito, Google and other public providers have no ARN: they are named by their host.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const asProvider = (caller: Caller): Caller =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(caller.arn) ? { ...caller, kind: 'identity-provider', name: caller.arn } : caller

/** What stays the same for every request. */
interface Ground {
  readonly facts: Facts
  readonly hasBoundary: boolean
  readonly reference: Reference | undefined
}

/**
 * What makes requests ready to be matched, for one set of policies. A principal that nobody can read is taken for one that no policy names.
 */
export function inputReader({ facts, hasBoundary, reference }: Ground): (request: Request) => EvaluationInput {
  return (request) => {
    const [service, actionName] = splitAction(request.action)
    const called = readCaller(request.principal) ?? nobody(request.principal)
    const caller = isByToken(service, actionName) ? asProvider(called) : called
    const action = `${service}:${actionName}`
    const unsupported = reference ? unsupportedBy(action, reference) : () => false
    const resourceAccount = request.resourceAccount ?? accountIn(request.resource) ?? caller.account
    const known = { caller, service, actionName, resourceAccount }
    return {
      request,
      facts,
      caller,
      service,
      actionName,
      resource: request.resource,
      context: contextOf(request, {
        derive: deriveFrom(known),
        limitsOf: limitsFrom(known),
        factOf: (key) => factValue(key, facts, request),
        neverCarries: unsupported,
      }),
      hasBoundary,
      resourceAccount,
      crossAccount: caller.account !== undefined && resourceAccount !== undefined && caller.account !== resourceAccount,
      authority: authorityOf(service, actionName, request.resource),
      neverCarries: unsupported,
    }
  }
}

/** Which keys requests for an action never carry. Completions of one request ask for the same few keys many times. */
function unsupportedBy(action: string, reference: Reference): (key: string) => boolean {
  const answers = new Map<string, boolean>()
  return (key) => {
    const answer = answers.get(key) ?? neverCarries(reference, action, key)
    answers.set(key, answer)
    return answer
  }
}

function authorityOf(service: string, actionName: string, resource: string): EvaluationInput['authority'] {
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
