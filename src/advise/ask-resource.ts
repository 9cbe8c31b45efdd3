import { type Denial, impliedBucket } from '../denial/index.ts'
import type { ContextInput } from '../evaluate/index.ts'
import { type Caller, isAccountId, parseArn } from '../iam/index.ts'
import { idFormOf } from '../reference/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case } from './diagnosis.ts'
import { firstText } from './first-text.ts'
import { functionJob } from './function-role.ts'
import { anyRegion, identityCenterPath } from './identity-center.ts'
import { linkedService } from './linked-service.ts'
import { onlyApi, onlyBucket, onlyRegion, onlyResource } from './only-resource.ts'
import { regionClue } from './region-clue.ts'
import type { Asked, StandingPolicy } from './situation.ts'
import { bareName, exampleAccount, fillTemplate, isOfAnyType, unnamedService, withoutKind } from './stand-in.ts'

const told = messagesOf('ask-resource', {
  messageNameResource: 'The message doesn’t name the resource. Replace the placeholder {{arn}} with the real ARN.',
  messageCut: 'The resource in the message is cut off. Replace the placeholder in {{arn}} with the rest.',
  messageNamesNew:
    'The message doesn’t name the resource. We assume {{arn}}, because what the call creates has no ID yet. Check the Region in it.',
  messageNamesResource: 'The message names the resource `{{name}}` without its ARN. We assume {{arn}}.',
  messageNamesNo: 'The message names no resource. What else you pasted names {{impliedResource}}.',
  notice: 'The message names no resource. We assume the only one that your policies name: {{only}}.',
  messageNameService:
    'The message doesn’t name the service that the role is for. Replace {{unnamedService}} with its name.',
  messageNameServiceLinked: 'The message doesn’t name the service-linked role. The failed call belongs to {{service}}.',
  phone:
    'The message names a phone number. It has no ARN, so only “Resource”: “*” allows the text message: a statement on topics doesn’t.',
  messageNamesRoleWithout:
    'The message names the role {{name}} without its path. Roles of IAM Identity Center have the path {{identityCenterPath}}, followed by the Region of Identity Center unless that is us-east-1. We assume a role with a Region.',
})

/** The action that was asked about, and what it acts on. */
export interface ReadAction extends Pick<Asked, 'service' | 'action' | 'known' | 'template'> {
  readonly notices: readonly Text[]
}

interface ResourceInput {
  readonly given: Case
  readonly policies: readonly StandingPolicy[]
  readonly denial: Denial
  readonly action: ReadAction
  readonly caller: Caller
  readonly context: ReadonlyMap<string, ContextInput>
}

export interface ReadResource {
  readonly arn: string
  readonly isStandIn: boolean
  readonly notices: readonly Text[]
}

/** The resource’s ARN; "*" for an action that accepts nothing else; a placeholder if the resource isn’t known. */
export function readResource({ given, denial, policies, action, caller, context }: ResourceInput): ReadResource {
  const said = firstText(given.resource, denial.sentence?.resourceArn, denial.resource)
  const text = said === undefined ? undefined : withoutKind(said)
  const template = templateFor(action, text)
  const account = firstText(given.resourceAccount)
  const known =
    linkedRole({ text, given, denial, action, caller, account }) ??
    ofIdentityCenter({ text, action, caller, account }) ??
    cutEnd(text, template, policies) ??
    ofJob(text, action, denial)
  if (known) return known
  if (text !== undefined && parseArn(text)) return { arn: withStream(text, action), isStandIn: false, notices: [] }
  if (text !== undefined && isPhone(text, action)) return { arn: text, isStandIn: false, notices: [told('phone')] }
  if (!template) {
    const takesStar = text === undefined || (action.known && action.known.resourceTypes.length === 0)
    return { arn: takesStar ? '*' : text, isStandIn: false, notices: [] }
  }
  if (text === '*' && action.action !== 'iam:PassRole') return { arn: text, isStandIn: false, notices: [] }
  const implied =
    text === undefined
      ? impliedBy(template, policies, denial, caller)
      : (apiOf(template, ownOf(policies)) ?? apiOf(template, policies))
  if (implied !== undefined) return implied
  const name = text === undefined ? undefined : nameFor(template, text)
  const region = context.get('aws:RequestedRegion')
  const bucket =
    action.service === 's3' && text === undefined ? (impliedBucket(given.paste) ?? onlyBucket(policies)) : undefined
  const hasNoId = text === undefined && (givesId(action.action, template) || tagsNewKey(action.action, denial))
  const arnIn = (where: string | undefined): string =>
    fillTemplate(withBucket(template, bucket), {
      caller,
      account,
      name: name === '' ? undefined : name,
      region: where,
      everyName: hasNoId,
    })
  // A Region that is only assumed mustn't be what a policy is said to miss.
  const arn = arnIn(
    typeof region === 'string'
      ? region
      : (onlyRegion(action.service, policies, arnIn) ?? regionClue(given.paste, action.service)),
  )
  const notices =
    text === undefined || name === undefined
      ? [told(hasNoId && !holdsPlaceholder(arn) ? 'messageNamesNew' : 'messageNameResource', { arn })]
      : [told('messageNamesResource', { name: bareName(text) ?? text, arn })]
  return { arn, isStandIn: name === undefined || holdsPlaceholder(arn), notices }
}

/** A text message goes to a number, whole or hidden, which has no ARN. https://docs.aws.amazon.com/step-functions/latest/dg/sns-iam.html */
const isPhone = (text: string, { action }: ReadAction): boolean =>
  action === 'sns:Publish' && /^\+[^\s:/]{6,40}$/.test(text)

/** "subnet-0abc" is a subnet, whichever of the action’s resources is named when nothing is. */
function templateFor({ template, known }: ReadAction, text: string | undefined): string | undefined {
  const form = text === undefined ? undefined : idFormOf(bareName(text) ?? '')
  return form && known?.resourceTypes.some(({ name }) => name === form.type) ? form.arn : template
}

const holdsPlaceholder = (arn: string): boolean => /<[A-Z][A-Z0-9_]*>/.test(arn)

/** Names that hold slashes, by the last hole of the ARN. */
const withSlashes = /\$\{(?:SecretId|ParameterName\w*|LogGroupName)\}$/

/**
 * The resource's name as it is in an ARN. Secrets Manager appends a hyphen and six characters to a secret's name.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
function nameFor(template: string, text: string): string | undefined {
  const isPath = withSlashes.test(template) && /^\/?[\w+=,.@/-]{1,500}$/.test(text)
  const word = cutName(template, text) ?? (isPath && !startsCut.test(text) ? text : bareName(text))
  if (word === undefined || !/:secret:\$\{SecretId\}$/.test(template))
    return template.endsWith('WithoutLeadingSlash}') ? word?.replace(/^\//, '') : word
  return endsAsSecret.test(word) ? word : `${word}-??????`
}

/** Six random characters have a capital letter as a rule; "-secret" and "-config" are words of the name. */
const endsAsSecret = /-(?:(?=[a-z\d]*[A-Z])[A-Za-z\d]{6}|\?{6})$/

const startsCut = /^(?:\.{2,3}|…)/

/** The name at the end of an ARN whose beginning was left out: "...:secret:shop-..." of a secret, whose last characters are its own. */
function cutName(template: string, text: string): string | undefined {
  if (!startsCut.test(text)) return undefined
  const [, before = ''] = /\}([^${}]*)\$\{\w+\}$/.exec(template) ?? []
  const at = before === '' ? -1 : text.lastIndexOf(before)
  if (at < 0) return undefined
  const whole = text.slice(at + before.length)
  // A secret's name is followed by six characters of its own, so nothing of the name is lost.
  const name = before === ':secret:' ? whole.replace(/-?(?:\.{2,3}|…)$/, '-??????') : whole
  return /^[\w+=,.@/?-]{1,300}$/.test(name) && !/\.\.|…/.test(name) ? name : undefined
}

/** "arn:aws:s3:::example-bu...": no resource has such a name. A bucket that the policies name completes it; of anything else, the rest is open. */
function cutEnd(
  text: string | undefined,
  template: string | undefined,
  policies: readonly StandingPolicy[],
): ReadResource | undefined {
  const start = text !== undefined && parseArn(text) ? /^(.*?)(?:\.{3,9}|…)$/.exec(text)?.[1] : undefined
  if (start === undefined || text === undefined) return undefined
  const [, place, name = ''] = /^(arn:[\w-]+:s3:::)([^/]*)$/.exec(start) ?? []
  const known = place === undefined ? undefined : onlyBucket(policies)
  const bucket = known?.startsWith(name) === true ? known : `${name}${rest}`
  const inBucket = template?.includes(':s3:::') === true && template.includes('/') ? '/<OBJECT_NAME>' : ''
  const arn = place === undefined ? `${start}${rest}` : `${place}${bucket}${inBucket}`
  return { arn, isStandIn: holdsPlaceholder(arn), notices: [told('messageCut', { arn })] }
}

const rest = '<REST_OF_THE_NAME>'

/** A bucket that is known is put into the template of what's in it. */
const withBucket = (template: string, bucket: string | undefined): string =>
  bucket === undefined
    ? template
    : template.replace(/(:s3:::)\$\{BucketName\}(?=\/)/, (_, start: string) => `${start}${bucket}`)

/** The resource that something else than the message names: a command, an address, an event's parameters, or the policies, if they name only one. */
function impliedBy(
  template: string,
  policies: readonly StandingPolicy[],
  { impliedResource }: Denial,
  caller: Caller,
): ReadResource | undefined {
  if (impliedResource !== undefined)
    return {
      arn: impliedResource,
      isStandIn: false,
      notices: [told('messageNamesNo', { impliedResource })],
    }
  const bucket = /:s3:::\$\{BucketName\}$/.test(template) ? onlyBucket(policies) : undefined
  const api = apiOf(template, ownOf(policies)) ?? apiElsewhere(template, policies, caller)
  if (api !== undefined) return api
  const named = isOfAnyType(template) ? undefined : onlyResource(template, policies)
  const only = bucket === undefined ? named : `arn:aws:s3:::${bucket}`
  if (only === undefined) return undefined
  const notice = told('notice', { only })
  return { arn: only, isStandIn: false, notices: [notice] }
}

const ownOf = (policies: readonly StandingPolicy[]): readonly StandingPolicy[] =>
  policies.filter(({ type }) => type === 'resource')

/** API Gateway hides a part of the ARN, or people do: policies that name one API say which it's about, and what was called there stays open. */
function apiOf(template: string, policies: readonly StandingPolicy[]): ReadResource | undefined {
  const api = template.split(':')[2] === 'execute-api' ? onlyApi(policies) : undefined
  if (api === undefined) return undefined
  const only = `${api}/<STAGE_NAME>/<HTTP_METHOD>/<PATH>`
  return { arn: only, isStandIn: true, notices: [told('notice', { only })] }
}

/** A caller's policy that names one API, of another account, is about that API: in the own account, others are as likely. */
function apiElsewhere(template: string, policies: readonly StandingPolicy[], caller: Caller): ReadResource | undefined {
  const found = apiOf(template, policies)
  const owner = parseArn(found?.arn ?? '')?.account
  return owner !== undefined && isAccountId(owner) && owner !== caller.account ? found : undefined
}

interface RoleInput {
  readonly text: string | undefined
  readonly action: ReadAction
  readonly caller: Caller
  readonly account: string | undefined
}

/** A service-linked role's name is often missing, its service rarely: the path of its ARN holds the service. */
function linkedRole({
  text,
  given,
  denial,
  action,
  caller,
  account,
}: RoleInput & Pick<ResourceInput, 'given' | 'denial'>): ReadResource | undefined {
  if (action.action !== 'iam:CreateServiceLinkedRole' || parseArn(text ?? '')) return undefined
  const service = linkedService(given, denial)
  const arn = `${roleStart(caller, account)}aws-service-role/${service ?? unnamedService}/<ROLE_NAME>`
  const notice =
    service === undefined
      ? told('messageNameService', { unnamedService })
      : told('messageNameServiceLinked', { service })
  return { arn, isStandIn: true, notices: [notice] }
}

/**
 * A role named without its path. Those that IAM Identity Center makes lie below a path that has the Region in it, except in us-east-1.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
function ofIdentityCenter({ text, action, caller, account }: RoleInput): ReadResource | undefined {
  const name = text === undefined || parseArn(text) || action.service !== 'iam' ? undefined : bareName(text)
  if (name === undefined || !/^AWSReservedSSO_\w+_[0-9a-f]{16}$/.test(name)) return undefined
  const arn = `${roleStart(caller, account)}${identityCenterPath}${anyRegion}${name}`
  const notice = told('messageNamesRoleWithout', { name, identityCenterPath })
  return { arn, isStandIn: false, notices: [notice] }
}

const roleStart = (caller: Caller, account: string | undefined): string =>
  `arn:${caller.partition}:iam::${account ?? caller.account ?? exampleAccount}:role/`

/** Some jobs of a function's role need their actions on "*". */
function ofJob(text: string | undefined, { action }: ReadAction, denial: Denial): ReadResource | undefined {
  return text === undefined && functionJob(action, denial)?.onAll
    ? { arn: '*', isStandIn: false, notices: [] }
    : undefined
}

/**
 * KMS checks the tags of a new key before the key exists, so its message names none.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
 */
export const tagsNewKey = (action: string, denial: Pick<Denial, 'action' | 'resource'>): boolean =>
  action === 'kms:TagResource' && denial.action === action && denial.resource === undefined

/** AWS checks streams, also new ones: an ARN that ends at its group was cut off. */
const withStream = (arn: string, { action }: ReadAction): string =>
  /^logs:(?:CreateLogStream|PutLogEvents)$/.test(action) && /:log-group:[^:*?]+$/.test(arn) ? `${arn}:log-stream:` : arn

/** Does the action create what the template names by an ID? AWS gives it the ID, so no policy can know it: "network-interface/*". */
function givesId(action: string, template: string): boolean {
  const [, noun] = /\$\{(\w+)Id\}$/.exec(template) ?? []
  return noun !== undefined && /^[\w-]+:(?:Create|Allocate|Request)/.test(action) && action.endsWith(noun)
}
