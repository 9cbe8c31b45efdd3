import { actionOfOperation, canPolicyHelp, type Denial } from '../denial/index.ts'
import { type ContextInput, type Request, readOf } from '../evaluate/index.ts'
import {
  type Caller,
  coversActions,
  isAccountId,
  readAction as parseAction,
  parseArn,
  readCaller,
  type Statement,
} from '../iam/index.ts'
import { findAction, type Reference, specialCallOf } from '../reference/index.ts'
import { dataText, messagesOf, type Text } from '../words/index.ts'
import { actionByPolicies } from './action-by-policies.ts'
import { type ReadAction, type ReadResource, readResource } from './ask-resource.ts'
import { passedToIn } from './called-action.ts'
import type { Case, Diagnosis } from './diagnosis.ts'
import { firstText } from './first-text.ts'
import { withPossibleArn } from './impossible-arn.ts'
import { linkedService } from './linked-service.ts'
import { type Listing, listingIn, listingKeys } from './listing-command.ts'
import { namedIn, onlyAccount } from './only-resource.ts'
import { sampleArn, stepsOf } from './sample-arn.ts'
import { serviceBehind } from './service-behind.ts'
import type { Asked, StandingPolicy } from './situation.ts'
import {
  formsOf,
  isOfAnyType,
  standInIdentity,
  standInPrincipal,
  takesArn,
  unnamedTemplate,
  withoutKind,
} from './stand-in.ts'

const told = messagesOf('ask', {
  empty: '(empty)',
  messageNamesNo: 'The message names no action. Judging by what the tool was doing, we assume {{action}}.',
  policyTells: 'The message names no action. Judging by the policy that you pasted, we assume {{action}}.',
  messageNamesApi: 'The message names an API operation; we assume it requires {{action}}.',
  namesOperation: '{{named}} is an API operation. The IAM action that it requires is {{action}}.',
  makeDeniedCall: 'You didn’t make the denied call: {{phrase}} did. Change the policies of that role, not your own.',
  roleWasDenied: 'You didn’t make the denied call: {{phrase}} did.',
  serviceMadeDenied: 'The service {{name}} made the denied call, not you.',
  listsAllBelow: 'The command lists everything below the prefix `{{prefix}}`, without a delimiter.',
  listsOneLevel: 'The command lists the prefix `{{prefix}}` with the delimiter `/`.',
  callAlsoNeed: 'The call can also need {{others}}.',
  cutCaller:
    'The caller’s name was cut short. Enter the whole ARN as the caller, so that the fix applies to the right one.',
  listsNoService: 'AWS lists no service with the prefix {{service}}. The check goes on with {{action}} as it is.',
  didMean: 'Did you mean {{suggestion}}?',
  listsNoAction: 'AWS lists no action {{action}}. {{meant}} The check goes on with it as it is.',
})

/** The request to evaluate, the values it still lacks, and notices about how it was derived. */
export interface Asking {
  readonly asked: Asked | undefined
  readonly needs: Diagnosis['needs']
  readonly notices: readonly Text[]
  /** The notices that state assumptions. */
  readonly guesses: readonly Text[]
}

/** The caller that the message names; else the service that made the call, as its sentence says. */
function calledBy({ principal, sentence, action, resource }: Denial): string | undefined {
  const by = sentence?.caller
  // Some services put the ARN of a resource of theirs in the caller's place: "arn:aws:cloudwatch:…:alarm:cpu".
  if (by?.kind === 'service' && !readCaller(principal ?? '')) return by.name
  const behind = serviceBehind(principal)
  if (behind !== undefined) return behind
  // Without a user name, the caller itself is what the call is about.
  if (action === 'iam:GetUser' && !readCaller(principal ?? '') && readCaller(resource ?? '')) return resource
  // "User with accountId: 111122223333" is some user or role of that account.
  return isAccountId(principal ?? '') ? undefined : principal
}

/** The operation that failed is the reader’s. What a service lacks for it is another action, and the sentence leaves open which. */
function derivedFor({ actionDerived, sentence }: Denial): string | undefined {
  const isOther =
    sentence?.caller.kind === 'service' &&
    sentence.isOpen &&
    !sentence.actions.some((action) => action === actionDerived)
  return isOther ? undefined : actionDerived
}

const ownOf = (policies: readonly StandingPolicy[]): readonly StandingPolicy[] =>
  policies.filter(({ type, given }) => type === 'identity' && given)

/** Makes the request out of the paste and what the user corrected by hand. */
export function ask(
  given: Case,
  denial: Denial,
  policies: readonly StandingPolicy[],
  reference: Reference | undefined,
): Asking {
  // One action that a tool's words suggest is assumed, and said to be.
  const [suggested, ...more] = denial.actionCandidates
  const described = more.length === 0 ? suggested : undefined
  const byPolicies = actionByPolicies(denial, policies)
  const read = readAction(firstText(given.action, denial.action, derivedFor(denial), described, byPolicies), reference)
  const action = read && { ...read, template: templateFor(read, policies, reference) }
  const named = firstText(given.principal, calledBy(denial)) ?? ''
  // A blank behind the account's colon came from a line break there.
  const caller = readCaller(named.replace(/^(arn(?::[^:\s]*){4}:)\s+/, '$1').replace(/(?<=:assumed-role\/)\s+/, ''))
  if (!action)
    return { asked: undefined, needs: caller ? ['action'] : ['principal', 'action'], notices: [], guesses: [] }
  const place = firstText(given.resource, denial.sentence?.resourceArn, denial.resource, denial.impliedResource)
  const account =
    denial.accountId ??
    parseArn(withoutKind(place ?? ''))?.account ??
    (action.template === undefined ? undefined : onlyAccount(action.action, action.template, ownOf(policies)))
  const isIdentity = named === 'CognitoIdentityCredentials'
  const standInOf =
    isIdentity || policies.some(({ text }) => text.includes('${cognito-identity.amazonaws.com:'))
      ? standInIdentity
      : standInPrincipal
  const standIn = standInOf(isAccountId(account ?? '') ? account : undefined)
  const principal = caller ?? readCaller(standIn)
  if (!principal) return { asked: undefined, needs: ['principal'], notices: [], guesses: [] }
  const listing = denial.actionDerived === 's3:ListBucket' ? listingIn(given.paste) : undefined
  const stated = new Map([...(listing ? listingKeys(listing) : []), ...contextOf(given, denial)])
  const context = withLinkedService(withPassedTo(stated, action.action, { given, role: place }), action.action, {
    given,
    denial,
  })
  const resource = withPossibleArn(
    readResource({ given, denial, policies, action, caller: principal, context }),
    action,
    reference?.services.get(action.service),
  )
  const who = caller ?? (isIdentity ? undefined : inAccountOf(resource)) ?? principal
  const request = requestOf({ given, denial, principal: who, action: action.action, resource: resource.arn, context })
  const asked: Asked = {
    ...action,
    request,
    takesArn: resource.isStandIn || takesArn(resource.arn, reference?.services.get(action.service), action.known),
    caller: who,
    crossAccount: isCrossAccount(request, who),
    ...(caller || denial.sentence?.caller.kind !== 'role'
      ? {}
      : { callerInWords: dataText(denial.sentence.caller.phrase) }),
    assumedKeys: new Set(),
    standIns: new Set([
      ...(caller ? [] : ['principal' as const]),
      ...(resource.isStandIn ? ['resource' as const] : []),
    ]),
  }
  // If AWS evaluated no policy, neither the action nor the resource matters.
  const isAboutPolicies = denial.kind !== 'credential-problem'
  const derived = isAboutPolicies && denial.action === undefined && firstText(given.action) === undefined
  const assumed = { action: action.action }
  const notices = [
    ...(derived ? [told(byPolicies ? 'policyTells' : described ? 'messageNamesNo' : 'messageNamesApi', assumed)] : []),
    ...aboutSentence(denial, action.action, byPolicies !== undefined),
    ...(caller && /\.{3}|…/.test(caller.name) ? [cutCaller] : []),
    ...(listing ? [listed(listing)] : []),
    ...action.notices,
    ...(isAboutPolicies ? resource.notices : []),
  ]
  const isOneOf = derived && (denial.actionCandidates.length > 0 || byPolicies !== undefined)
  const guesses = [...(isOneOf ? [action.action] : []), ...(listing ? [listed(listing)] : []), ...resource.notices]
  return { asked, needs: [...asked.standIns], notices, guesses }
}

const listed = ({ prefix, delimiter }: Listing): Text =>
  told(delimiter === undefined ? 'listsAllBelow' : 'listsOneLevel', { prefix: prefix || told('empty') })

/** What a service's own sentence says of others: whose call it was, and which other actions can be missing. */
function aboutSentence({ sentence, effect }: Denial, asked: string, isChosen: boolean): readonly Text[] {
  if (!sentence || !canPolicyHelp(sentence)) return []
  const { caller, actions } = sentence
  const others = isChosen ? [] : actions.slice(1).filter((each) => each !== asked)
  return [
    ...(caller.kind === 'role'
      ? [told(effect === 'explicit-deny' ? 'roleWasDenied' : 'makeDeniedCall', { phrase: dataText(caller.phrase) })]
      : []),
    ...(caller.kind === 'service' ? [told('serviceMadeDenied', { name: caller.name })] : []),
    ...(others.length > 0 ? [told('callAlsoNeed', { others: others.slice(0, 6).join(', ') })] : []),
  ]
}

/** An unnamed caller is assumed to be in the resource’s account. */
function inAccountOf({ arn, isStandIn }: ReadResource): Caller | undefined {
  const account = isStandIn ? undefined : parseArn(arn)?.account
  return account !== undefined && isAccountId(account) ? readCaller(standInPrincipal(account)) : undefined
}

const cutCaller = told('cutCaller')

/** Looks up the action. AWS adds actions every week, so an unlisted one isn’t an error; one that's an operation's name means the operation's action. */
function readAction(text: string | undefined, reference: Reference | undefined): ReadAction | undefined {
  const [, prefix, name] = /^([\w-]+):([\w-]+)$/.exec(text ?? '') ?? []
  if (prefix === undefined || name === undefined) return undefined
  const service = prefix.toLowerCase()
  const shard = reference?.services.get(service)
  const known = shard?.actions.get(name.toLowerCase())
  const meant = shard && !known ? actionOfOperation(name, service) : undefined
  if (meant !== undefined && meant.toLowerCase() !== text?.toLowerCase()) {
    const read = readAction(meant, reference)
    if (read?.known) return { ...read, notices: [told('namesOperation', { named: text ?? '', action: meant })] }
  }
  const action = `${service}:${known?.name ?? name}`
  const template = unnamedTemplate(action, shard, known)
  return { service, action, known, template, notices: known ? [] : unlisted(action, service, reference) }
}

/**
 * The template of the only type that an action can be limited to, though AWS doesn't ask for it in every call: where the policies name such a resource,
 * the call can have been about one. Not for actions that list: those are asked for all.
 */
function optionalTemplate(
  { service, known }: ReadAction,
  policies: readonly StandingPolicy[],
  reference: Reference | undefined,
): string | undefined {
  const [only, ...more] = known?.resourceTypes ?? []
  if (!known || !only || more.length > 0 || !known.accessLevels.includes('Write')) return undefined
  const named = namedIn(policies)
  const steps = stepsOf()
  return formsOf(only.name, reference?.services.get(service)).find((form) =>
    named.some((arn) => sampleArn(arn, form, arn, steps) !== undefined),
  )
}

/**
 * Where the call can have been about any type: one that the policies name for the action, if they allow it only under conditions. It's those that the
 * call didn't meet.
 */
function conditionalTemplate(
  { service, action, known }: ReadAction,
  policies: readonly StandingPolicy[],
  reference: Reference | undefined,
): string | undefined {
  const asked = parseAction(action)
  const isAbout = ({ effect, action: clause }: Statement): boolean =>
    effect?.value === 'Allow' &&
    clause?.sense === 'any-of' &&
    clause.items.some(({ value }) => coversActions(value, asked))
  const about = policies.flatMap((policy) => readOf(policy).policy.statements.filter(isAbout))
  if (about.some(({ conditions }) => conditions.length === 0)) return undefined
  const named = namedIn(policies, isAbout)
  const forms = (known?.resourceTypes ?? []).flatMap(({ name }) => formsOf(name, reference?.services.get(service)))
  return named
    .filter((arn) => namesType.test(arn))
    .flatMap((arn) => forms.filter((form) => sampleArn(arn, form, arn) !== undefined))
    .at(0)
}

/** Does an ARN's pattern say what type of resource it is? */
const namesType = /^(?:[^:]*:){5}[a-z-]+[/:]/

/** What the call was about, as an ARN with holes, as far as the action and the policies tell. */
function templateFor(
  read: ReadAction,
  policies: readonly StandingPolicy[],
  reference: Reference | undefined,
): string | undefined {
  if (read.template === undefined) return optionalTemplate(read, policies, reference)
  return isOfAnyType(read.template) ? (conditionalTemplate(read, policies, reference) ?? read.template) : read.template
}

function unlisted(action: string, service: string, reference: Reference | undefined): readonly Text[] {
  if (!reference) return []
  if (!reference.prefixes.has(service)) {
    return [told('listsNoService', { service, action })]
  }
  // An operation that needs no permission has no action: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
  const named = action.slice(action.indexOf(':') + 1)
  if (!reference.services.has(service) || specialCallOf(service, named.toLowerCase())?.kind === 'unsigned-call')
    return []
  // The same name in another service is a better guess than a similar one in this one: "ec2:CreateRole".
  const elsewhere = actionOfOperation(named, undefined)
  const isOther = elsewhere?.endsWith(`:${named}`) === true && elsewhere !== action
  const suggestion = isOther ? elsewhere : findAction(reference, action).suggestion
  const meant = suggestion ? told('didMean', { suggestion }) : ''
  return [told('listsNoAction', { action, meant })]
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
  const account = firstText(given.resourceAccount)
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
  { given, role }: { readonly given: Case; readonly role: string | undefined },
): ReadonlyMap<string, ContextInput> {
  if (action !== 'iam:PassRole' || [...context.keys()].some((key) => key.toLowerCase() === 'iam:passedtoservice'))
    return context
  const service = passedToIn(given, role)
  return service === undefined ? context : new Map([...context, ['iam:PassedToService', service]])
}

/** The key names the service whose role is created. The role’s path and the operation reveal it. */
function withLinkedService(
  context: ReadonlyMap<string, ContextInput>,
  action: string,
  { given, denial }: { readonly given: Case; readonly denial: Denial },
): ReadonlyMap<string, ContextInput> {
  if (action !== 'iam:CreateServiceLinkedRole') return context
  const isSaid = [...context.keys()].some((key) => key.toLowerCase() === 'iam:awsservicename')
  const service = isSaid ? undefined : linkedService(given, denial)
  return service === undefined ? context : new Map([...context, ['iam:AWSServiceName', service]])
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
