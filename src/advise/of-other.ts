import { becauseUnused, forFunctions, type PolicyHolder, templateHolder } from '../denial/index.ts'
import { readOf } from '../evaluate/index.ts'
import { parseArn } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case, GivenPolicy } from './diagnosis.ts'
import { matchOf, namesMatch } from './holder-match.ts'
import type { Mask } from './mask.ts'
import { isOfTarget } from './of-target.ts'
import type { Asked, StandingPolicy } from './situation.ts'
import { isByDeployment } from './tools-in.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('of-other', {
  role: '“{{name}}” is the policy of a role that your template makes, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  user: '“{{name}}” is the policy of a user, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  group:
    '“{{name}}” is the policy of a group of users, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  stack:
    '“{{name}}” belongs to what CloudFormation makes from the template, not to {{caller}}, which makes it. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  functions:
    '“{{name}}” is for the role of what the file deploys, and {{caller}} made the call. It isn’t evaluated: an IAM administrator gives permissions to {{caller}} in IAM, not in this file. If it’s the caller’s policy, paste it by itself.',
  ofRole:
    '“{{name}}” is a policy of the role {{holder}}, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  ofUser:
    '“{{name}}” is a policy of the user {{holder}}, and {{caller}} made the call. It isn’t evaluated. If it’s the caller’s policy, paste it by itself.',
  trust:
    '“{{name}}” is the trust policy of the role {{holder}}, and the call is for the role {{asked}}. It isn’t evaluated. If it’s that role’s policy, paste it by itself.',
  ofTarget:
    '“{{name}}” seems to be a policy of the role {{asked}}, which {{caller}} wants to assume: it doesn’t speak of AWS STS. It isn’t evaluated. If it’s the caller’s policy, choose its type.',
  otherService:
    '“{{name}}” is the policy of a resource of another service: its actions begin with {{holder}}:, and the denied action is {{asked}}. It isn’t evaluated.',
  unused:
    '“{{name}}” is under custom. The Serverless Framework takes no permissions from there, so no role has it, and it isn’t evaluated.',
  unseen:
    'What you pasted doesn’t show whom “{{name}}” is attached to. It counts as a policy of {{caller}}, and the answer holds only if it is one.',
  isAttached: '“{{name}}” is attached to {{caller}}',
})

/** The policies, those of others marked, and what there is to tell about these. */
export interface Apart {
  readonly policies: readonly StandingPolicy[]
  readonly notices: readonly Text[]
}

/** The case, what is asked, and what the paste hides of it. */
interface Asking {
  readonly given: Case
  readonly asked: Asked | undefined
  readonly masks: readonly Mask[]
}

/** A hidden name with its mask, not with what takes its place. */
const asWritten = (name: string, masks: readonly Mask[]): string =>
  masks.reduce((text, mask) => text.replaceAll(mask.standIn, () => mask.text), name)

/**
 * Marks the policies that templates and programs give to another identity than the caller, and those of which they don't show whose they are: the execution role
 * that a deployment makes isn't the deployer. A type that the reader chose wins.
 */
export function withoutOthers(policies: readonly StandingPolicy[], { given, asked: filled, masks }: Asking): Apart {
  const notices: Text[] = []
  if (!filled) return { policies, notices }
  const asked = { ...filled, caller: { ...filled.caller, name: asWritten(filled.caller.name, masks) } }
  const isDeployed = isByDeployment(given.paste)
  const marked = policies.map((policy, index) => {
    const own = given.policies[index]
    if (!own || (own.type !== undefined && own.because === undefined)) return policy
    const seemsDeployed = (): boolean => isDeployed && !speaksOf(policy, asked.service)
    const whose =
      policy.type === 'trust'
        ? ofAnotherRole(own, asked)
        : (ofAnotherResource(policy, asked) ??
          whoseIs(own, policy, asked, seemsDeployed) ??
          ofTarget(own, policy, asked, given.paste))
    if (whose === undefined) return policy
    const names = { name: policy.name, caller: whoPhrase(asked) }
    notices.push(told(whose.code, { ...names, holder: whose.holder, asked: whose.asked ?? '' }))
    return whose.code === 'unseen'
      ? { ...policy, onlyIf: told('isAttached', names) }
      : { ...policy, given: false, isOfOther: true }
  })
  return { policies: marked, notices }
}

/** What there is to tell of whose policy it is. */
interface Whose {
  readonly code: Exclude<keyof typeof told.messages, 'isAttached'>
  readonly holder: string
  readonly asked?: string
}

/** Undefined where the policy can be the caller's as far as can be seen. */
function whoseIs(
  { because, holders }: GivenPolicy,
  { type }: StandingPolicy,
  asked: Asked,
  seemsDeployed: () => boolean,
): Whose | undefined {
  if (because === becauseUnused) return { code: 'unused', holder: '' }
  if (type !== 'identity' || asked.standIns.has('principal')) return undefined
  const template = templateHolder(because)
  const isOfStack = template?.isOfStack === true && asked.caller.session === 'AWSCloudFormation'
  const ofFunctions: readonly PolicyHolder[] =
    because !== undefined && forFunctions.has(because) ? [{ is: 'role' }] : []
  const isMade = template?.is === undefined ? ofFunctions : [{ is: template.is, label: template.name }]
  const named = holders ?? isMade
  // A caller that is denied a call for a stack deploys, unless a function does that itself.
  const isDeploying = asked.service === 'cloudformation' && !/lambda/i.test(asked.caller.name)
  const each = named.map((holder) =>
    isDeploying && ofFunctions.includes(holder) ? functions : whoIs(holder, asked, { isOfStack, seemsDeployed }),
  )
  const [found] = each
  const first = ofFunctions.length > 0 && isMade === ofFunctions && isOther(found) ? functions : found
  if (first === undefined) return holders === undefined ? undefined : { code: 'unseen', holder: '' }
  if (each.some((whose) => whose === 'same')) return undefined
  // What a program or SAM gives to a role that it names itself is the caller's unless something speaks against it.
  const unknown = each.some((whose) => whose === 'unknown')
  if (unknown) return holders === undefined ? undefined : { code: 'unseen', holder: '' }
  return first === 'same' || first === 'unknown' ? undefined : first
}

const functions: Whose = { code: 'functions', holder: '' }

const isOther = (whose: Whose | 'same' | 'unknown' | undefined): whose is Whose => typeof whose === 'object'

interface Making {
  readonly isOfStack: boolean
  readonly seemsDeployed: () => boolean
}

/**
 * CloudFormation doesn't work with a role that it makes: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
function whoIs(holder: PolicyHolder, { caller }: Asked, making: Making): Whose | 'same' | 'unknown' {
  const { is, name, label = '' } = holder
  const match = matchOf(holder, caller)
  if (match === 'other')
    return name === undefined || is === 'group'
      ? { code: is, holder: '' }
      : { code: is === 'role' ? 'ofRole' : 'ofUser', holder: name }
  if (match === 'same') return 'same'
  if (is === 'role' && making.isOfStack) return { code: 'stack', holder: '' }
  return is === 'role' && name === undefined && label !== '' && making.seemsDeployed()
    ? { code: 'role', holder: '' }
    : 'unknown'
}

/** Where a document says whose it is, nothing is guessed. */
function ofTarget(
  { holders, because }: GivenPolicy,
  policy: StandingPolicy,
  asked: Asked,
  paste: string,
): Whose | undefined {
  const isOpen = holders === undefined && templateHolder(because) === undefined
  if (!isOpen || asked.standIns.has('principal') || !isOfTarget(policy, asked, paste)) return undefined
  return { code: 'ofTarget', holder: '', asked: asked.request.resource.split('/').at(-1) ?? '' }
}

/** The trust policy of another role than the one that's asked for decides nothing. */
function ofAnotherRole({ holders = [] }: GivenPolicy, { request, service }: Asked): Whose | undefined {
  const [, actual] = /^role\/(?:.*\/)?([^/]+)$/.exec(parseArn(request.resource)?.resource ?? '') ?? []
  const [holder] = holders
  if (service !== 'sts' || actual === undefined || holder?.name === undefined) return undefined
  return holders.every((each) => namesMatch({ name: each.name }, actual) === 'other')
    ? { code: 'trust', holder: holder.name, asked: actual }
    : undefined
}

/** Does it name the service of the denied call? Then it can be what the caller lacks an action in. */
const speaksOf = (policy: StandingPolicy, service: string): boolean =>
  readOf(policy).policy.statements.some(({ action }) =>
    action?.items.some(({ value }) => value.kind !== 'action' || value.service === service),
  )

/**
 * A bucket's policy says nothing about a key, nor a key's about a bucket: each service accepts its own actions only in the policies of its resources.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/reference-s3-actions-resource-types.html, https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
function ofAnotherResource(policy: StandingPolicy, { service, action }: Asked): Whose | undefined {
  if (policy.type !== 'resource') return undefined
  const family = familyOf(service)
  const services = readOf(policy).policy.statements.flatMap((statement) =>
    (statement.action?.items ?? []).map(({ value }) => (value.kind === 'action' ? value.service : undefined)),
  )
  const [first] = services
  const isOfOne = first !== undefined && services.every((each) => each !== undefined && familyOf(each) !== family)
  return isOfOne ? { code: 'otherService', holder: first, asked: action } : undefined
}

/** S3 has several prefixes, such as s3express and s3-object-lambda. */
const familyOf = (service: string): string => (service.toLowerCase().startsWith('s3') ? 's3' : service.toLowerCase())
