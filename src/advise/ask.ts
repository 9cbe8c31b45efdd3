import { calledOperation, canPolicyHelp, type Denial } from '../denial/index.ts'
import type { ContextInput, Request } from '../evaluate/index.ts'
import { type Caller, isAccountId, parseArn, readCaller } from '../iam/index.ts'
import { findAction, passedToByOperation, type Reference } from '../reference/index.ts'
import type { Case, Diagnosis } from './diagnosis.ts'
import { onlyBucket, onlyResource } from './only-resource.ts'
import type { Asked } from './situation.ts'
import { arnTemplate, bareName, fillTemplate, standInPrincipal, takesArn } from './stand-in.ts'

/** What to put to the evaluator, what is missing for it, and what to tell about how it was made. */
export interface Asking {
  readonly asked: Asked | undefined
  readonly needs: Diagnosis['needs']
  readonly notices: readonly string[]
  /** Those of the notices that say what was taken for granted. */
  readonly guesses: readonly string[]
}

/** The caller that the message names; else the service that made the call, as its sentence says. */
function calledBy({ principal, sentence }: Denial): string | undefined {
  const by = sentence?.caller
  return by?.kind === 'service' && !principal?.startsWith('arn:') ? by.name : principal
}

/** Makes the request out of the paste and what the user corrected by hand. */
export function ask(given: Case, denial: Denial, reference: Reference | undefined): Asking {
  const action = readAction(first(given.action, denial.action, denial.actionDerived), reference)
  const named = first(given.principal, calledBy(denial)) ?? ''
  // A blank behind the account's colon came from a line break there.
  const caller = readCaller(named.replace(/^(arn(?::[^:\s]*){4}:)\s+/, '$1'))
  if (!action)
    return { asked: undefined, needs: caller ? ['action'] : ['principal', 'action'], notices: [], guesses: [] }
  const owned = first(given.resource, denial.sentence?.resourceArn, denial.impliedResource, denial.resource)
  const account = denial.accountId ?? parseArn(owned ?? '')?.account
  const standIn = standInPrincipal(isAccountId(account ?? '') ? account : undefined)
  const principal = caller ?? readCaller(standIn)
  if (!principal) return { asked: undefined, needs: ['principal'], notices: [], guesses: [] }
  const context = withPassedTo(contextOf(given, denial), action.action, given.paste)
  const resource = readResource({ given, denial, action, caller: principal, context })
  const request = requestOf({ given, denial, principal, action: action.action, resource: resource.arn, context })
  const asked: Asked = {
    ...action,
    request,
    takesArn: takesArn(resource.arn, reference?.services.get(action.service), action.known),
    caller: principal,
    crossAccount: isCrossAccount(request, principal),
    standIns: new Set([
      ...(caller ? [] : ['principal' as const]),
      ...(resource.isStandIn ? ['resource' as const] : []),
    ]),
  }
  // Where no policy was looked at, nobody asks what was called.
  const derived =
    denial.kind !== 'credential-problem' && denial.action === undefined && first(given.action) === undefined
  const notices = [
    ...(derived ? [`The message names an operation, not an action. It was taken for ${action.action}.`] : []),
    ...aboutSentence(denial),
    ...(caller && /\.{3}|…/.test(caller.name) ? [cutCaller] : []),
    ...action.notices,
    ...resource.notices,
  ]
  const isOneOf = derived && denial.actionCandidates.length > 1
  const guesses = [...(isOneOf ? [action.action] : []), ...resource.notices]
  return { asked, needs: [...asked.standIns], notices, guesses }
}

/** What a service's own sentence says of others: whose call it was, and which other actions can be missing. */
function aboutSentence({ sentence }: Denial): readonly string[] {
  if (!sentence || !canPolicyHelp(sentence)) return []
  const { caller, actions } = sentence
  const others = actions.slice(1)
  return [
    ...(caller.kind === 'role'
      ? [`You didn’t make the denied call: ${caller.phrase} did. Change the policies of that role, not your own.`]
      : []),
    ...(caller.kind === 'service' ? [`The service ${caller.name} made the denied call, not you.`] : []),
    ...(others.length > 0 ? [`The call can also need ${others.slice(0, 6).join(', ')}.`] : []),
  ]
}

const cutCaller = 'The caller’s name was cut short. Enter the whole ARN as the caller: a fix goes to that one.'

interface ReadAction extends Pick<Asked, 'service' | 'action' | 'known'> {
  readonly template: string | undefined
  readonly notices: readonly string[]
}

/** Looks the action up. AWS adds some every week: one that is not listed is no error. */
function readAction(text: string | undefined, reference: Reference | undefined): ReadAction | undefined {
  const [, prefix, name] = /^([\w-]+):([\w-]+)$/.exec(text ?? '') ?? []
  if (prefix === undefined || name === undefined) return undefined
  const service = prefix.toLowerCase()
  const shard = reference?.services.get(service)
  const known = shard?.actions.get(name.toLowerCase())
  const action = `${service}:${known?.name ?? name}`
  const template = arnTemplate(action, shard, known)
  return { service, action, known, template, notices: known ? [] : unlisted(action, service, reference) }
}

function unlisted(action: string, service: string, reference: Reference | undefined): readonly string[] {
  if (!reference) return []
  if (!reference.prefixes.has(service)) {
    return [`AWS lists no service with the prefix ${service}. The check goes on with ${action} as it is.`]
  }
  if (!reference.services.has(service)) return []
  const { suggestion } = findAction(reference, action)
  const meant = suggestion ? ` Did you mean ${suggestion}?` : ''
  return [`AWS lists no action ${action}.${meant} The check goes on with it as it is.`]
}

interface ResourceInput {
  readonly given: Case
  readonly denial: Denial
  readonly action: ReadAction
  readonly caller: Caller
  readonly context: ReadonlyMap<string, ContextInput>
}

interface ReadResource {
  readonly arn: string
  readonly isStandIn: boolean
  readonly notices: readonly string[]
}

/** The resource's ARN; "*" for an action that takes nothing else; a stand-in where nobody said which one. */
function readResource({ given, denial, action, caller, context }: ResourceInput): ReadResource {
  const text = first(given.resource, denial.sentence?.resourceArn, denial.resource)
  const { template } = action
  if (text !== undefined && parseArn(text)) return { arn: text, isStandIn: false, notices: [] }
  if (!template) {
    const takesStar = text === undefined || (action.known && action.known.resourceTypes.length === 0)
    return { arn: takesStar ? '*' : text, isStandIn: false, notices: [] }
  }
  if (text === '*' && action.action !== 'iam:PassRole') return { arn: text, isStandIn: false, notices: [] }
  if (text === undefined && action.action === 'iam:CreateServiceLinkedRole') return serviceLinkedRole(caller, given)
  const implied = text === undefined ? impliedBy(template, given, denial) : undefined
  if (implied !== undefined) return implied
  const name = text === undefined ? undefined : roleWithPath(template, bareName(text))
  const region = context.get('aws:RequestedRegion')
  const account = first(given.resourceAccount)
  const bucket = action.service === 's3' && text === undefined ? onlyBucket(given) : undefined
  const arn = fillTemplate(withBucket(template, bucket), {
    caller,
    account,
    name: name === '' ? undefined : name,
    region: typeof region === 'string' ? region : undefined,
  })
  const notices =
    name === undefined
      ? [`Nothing says which resource it was. ${arn} stands in for it: put the real one in its place.`]
      : [
          `The message names the resource \`${name}\` without its ARN. It was taken for ${arn}.${pathHint(template, name)}`,
        ]
  return { arn, isStandIn: name === undefined, notices }
}

/**
 * The role that a service creates for itself, if only the operation tells which service it is. Most service principals are the prefix of the service's actions.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html
 */
function serviceLinkedRole(caller: Caller, { paste }: Case): ReadResource {
  const [action, ...more] = calledOperation(paste)
  const service = action !== undefined && more.length === 0 ? action.slice(0, action.indexOf(':')) : 'SERVICE'
  const account = caller.account ?? '123456789012'
  const arn = `arn:${caller.partition}:iam::${account}:role/aws-service-role/${service}.amazonaws.com/ROLE-NAME`
  return {
    arn,
    isStandIn: true,
    notices: [`The message doesn’t name the role. ${arn} stands in for it: put the real one in its place.`],
  }
}

const ofIdentityCenter = 'aws-reserved/sso.amazonaws.com/'

/** Messages name a role without its path. Those of IAM Identity Center all have one. https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
const roleWithPath = (template: string, name: string | undefined): string | undefined =>
  name?.startsWith('AWSReservedSSO_') && template.includes(':role/') ? `${ofIdentityCenter}${name}` : name

function pathHint(template: string, name: string): string {
  if (name.startsWith(ofIdentityCenter))
    return ' IAM Identity Center puts its roles below this path, and outside us-east-1 adds the Region: a policy that ends in `sso.amazonaws.com/*` matches both.'
  return template.includes(':role/') ? ' If the role has a path, put it in front of the name.' : ''
}

/** A bucket that is known is put into the template of what's in it. */
const withBucket = (template: string, bucket: string | undefined): string =>
  bucket === undefined
    ? template
    : template.replace(/(:s3:::)\$\{BucketName\}(?=\/)/, (_, start: string) => `${start}${bucket}`)

/** The resource that something else than the message names: a command, an address, an event's parameters, or the policies, if they name only one. */
function impliedBy(template: string, given: Case, { impliedResource }: Denial): ReadResource | undefined {
  if (impliedResource !== undefined)
    return {
      arn: impliedResource,
      isStandIn: false,
      notices: [`The message names no resource. What else you pasted names ${impliedResource}.`],
    }
  const bucket = /:s3:::\$\{BucketName\}$/.test(template) ? onlyBucket(given) : undefined
  const only = bucket === undefined ? onlyResource(template, given) : `arn:aws:s3:::${bucket}`
  if (only === undefined) return undefined
  const notice = `The message names no resource. The check takes the only one that your policies name: ${only}.`
  return { arn: only, isStandIn: false, notices: [notice] }
}

interface RequestParts {
  readonly given: Case
  readonly denial: Denial
  readonly principal: Caller
  readonly action: string
  readonly resource: string
  readonly context: ReadonlyMap<string, ContextInput>
}

function requestOf({ given, denial, principal, action, resource, context }: RequestParts): Request {
  const account = first(given.resourceAccount)
  return {
    principal: principal.arn,
    action,
    resource,
    ...(account !== undefined && isAccountId(account) ? { resourceAccount: account } : {}),
    context: Object.fromEntries(context),
    // AWS's own record holds every key that the request had.
    contextIs: denial.recorded ? 'complete' : 'partial',
  }
}

/** AWS names the call that hands the role over: "when calling the RunTask operation". */
function withPassedTo(
  context: ReadonlyMap<string, ContextInput>,
  action: string,
  paste: string,
): ReadonlyMap<string, ContextInput> {
  if (action !== 'iam:PassRole' || [...context.keys()].some((key) => key.toLowerCase() === 'iam:passedtoservice'))
    return context
  const operation = /when\s{1,4}calling\s{1,4}the\s{1,4}(\w{2,80})\s{1,4}operation/i.exec(paste.slice(0, 20_000))?.[1]
  const service = operation === undefined ? undefined : passedToByOperation(operation)
  return service === undefined ? context : new Map([...context, ['iam:PassedToService', service]])
}

/** What the user says wins over what the paste says; keys ignore case. */
function contextOf(given: Case, denial: Denial): ReadonlyMap<string, ContextInput> {
  const own = Object.entries(given.context ?? {})
  const taken = new Set(own.map(([key]) => key.toLowerCase()))
  return new Map([...[...denial.context].filter(([key]) => !taken.has(key.toLowerCase())), ...own])
}

function isCrossAccount({ resource, resourceAccount }: Request, caller: Caller): boolean {
  const owner = resourceAccount ?? (parseArn(resource)?.account || caller.account)
  return owner !== undefined && caller.account !== undefined && isAccountId(owner) && owner !== caller.account
}

/** The first of several texts that says something. */
const first = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.map((text) => text?.trim()).find((text) => text !== undefined && text !== '')
