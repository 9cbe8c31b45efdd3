import { accountIn, type Caller, type DocumentType, parseArn, readCaller } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { RequestContext } from './context.ts'
import type { AskedAction, EvaluationInput } from './gate.ts'
import type { Facts, Request } from './request.ts'

/**
 * Amazon Cognito, Google and other public providers have no ARN: they are named by their host.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const asProvider = (caller: Caller): Caller =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(caller.arn) ? { ...caller, kind: 'identity-provider', name: caller.arn } : caller

/** What stays the same for every request. */
interface Ground {
  readonly actionOf: (action: string) => AskedAction
  readonly facts: Facts
  readonly hasBoundary: boolean
  readonly reference: Reference | undefined
  readonly documents: ReadonlySet<DocumentType>
}

/**
 * Returns a function that prepares requests for matching against one set of policies. An unreadable principal is treated as one that no
 * policy names. Preparing a request parses its principal, its action, and its resource's account; its context is read when a condition asks.
 */
export function inputReader(ground: Ground): (request: Request) => EvaluationInput {
  const { actionOf, facts, hasBoundary, documents } = ground
  return (request) => {
    const asked = actionOf(request.action)
    const { service, actionName } = asked
    const called = readCaller(request.principal) ?? unnamedCaller(request.principal)
    const caller = asked.isByToken ? asProvider(called) : called
    const resourceAccount = request.resourceAccount ?? accountIn(request.resource) ?? caller.account
    return {
      request,
      facts,
      caller,
      service,
      actionName,
      resource: request.resource,
      context: new RequestContext(request, { caller, service, actionName, resourceAccount }, ground),
      hasBoundary,
      resourceAccount,
      crossAccount: caller.account !== undefined && resourceAccount !== undefined && caller.account !== resourceAccount,
      authority: authorityOf(asked, request.resource),
      documents,
      asked,
    }
  }
}

function authorityOf({ isAssumption, service }: AskedAction, resource: string): EvaluationInput['authority'] {
  if (isAssumption) return 'role'
  return service === 'kms' && parseArn(resource)?.resource.startsWith('key/') ? 'key' : 'owner'
}

const unnamedCaller = (arn: string): Caller => ({
  kind: 'account',
  arn,
  partition: parseArn(arn)?.partition ?? 'aws',
  account: undefined,
  name: '',
  session: undefined,
  serviceLinked: false,
})
