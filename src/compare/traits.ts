import { actionReader, actionsByScope, endpointKeys, scopeOf } from '../evaluate/index.ts'
import { type Caller, isAccountId, type PolicyType, parseArn, readCaller, supportsRcp } from '../iam/index.ts'
import { exceptionalResources } from '../reference/index.ts'
import type { StatementSet } from './dimension.ts'

/** Parts of a request whose nature decides which policies have a say over it. */
export type TraitPart = 'action' | 'resource' | 'principal'

/**
 * Whether an SCP, an RCP, or a boundary limits a request, and whose policies must agree, depends on more than the statements that it satisfies: on the
 * kind of caller and how statements name it, the service, the resource's account, the way through a VPC endpoint. Each such nature is one more bit, so
 * that requests of different natures are never one class.
 */
export interface Traits {
  /** Every bit of every part. */
  readonly all: StatementSet
  /** The bits of a value of one part: its nature, and all bits of the other parts. `more` is what else is part of the nature. */
  bitsOf(part: TraitPart, value: string, more?: string): StatementSet
  /** The bits of a condition key, in lower case, that a request carries or not. */
  bitsOfKey(key: string, isPresent: boolean): StatementSet
  /** Were there more natures than bits so far? Some are then not told apart, and nothing is proven. */
  overflows(): boolean
}

/** Natures of one part that are told apart; later ones share the last bit. */
const mostNatures = 64
const parts: readonly TraitPart[] = ['action', 'resource', 'principal']

/** Where only statements count, as for policies that are compared alone. */
export const noTraits: Traits = { all: 0n, bitsOf: () => 0n, bitsOfKey: () => 0n, overflows: () => false }

/** `first` is the first bit that no statement has; `targets` are what SCPs, RCPs, and resource-based policies are attached to. */
export function traitsFrom(first: number, targets: readonly string[]): Traits {
  const width = BigInt(mostNatures)
  const field = (1n << width) - 1n
  const keysFrom = BigInt(first) + width * BigInt(parts.length)
  const all = (1n << (keysFrom + BigInt(endpointKeys.length))) - (1n << BigInt(first))
  const natures = new Map(parts.map((part) => [part, new Map<string, number>()]))
  return {
    all,
    overflows: () => [...natures.values()].some(({ size }) => size > mostNatures),
    bitsOf(part, value, more = '') {
      const known = natures.get(part) ?? new Map<string, number>()
      const nature = natureOf[part](value, targets) + more
      const place = known.get(nature) ?? known.size
      known.set(nature, place)
      const from = BigInt(first) + width * BigInt(parts.indexOf(part))
      return (all & ~(field << from)) | (1n << (from + BigInt(Math.min(place, mostNatures - 1))))
    },
    // A request comes through an endpoint if it carries any of these keys, so each has a bit of its own.
    bitsOfKey(key, isPresent) {
      const at = endpointKeys.indexOf(key)
      return at < 0 || isPresent ? all : all & ~(1n << (keysFrom + BigInt(at)))
    },
  }
}

const natureOf: Readonly<Record<TraitPart, (value: string, targets: readonly string[]) => string>> = {
  action: actionNature,
  resource: resourceNature,
  principal: (value, targets) => principalNature(readCaller(value), targets),
}

/** What the gates ask of an action: does an SCP or an RCP cover it, does a resource-based policy, is a role assumed, is it one of KMS's exceptions? */
function actionNature(action: string): string {
  const { service, actionName, isUnsigned } = actionReader(() => ({ all: [], given: [], withinAccount: [] }))(action)
  const scope = `${scopeOf(service, actionName)} ${isUnsigned}`
  if (service === 'sts')
    return /^assumerolewith|^(assumerole|tagsession|setsourceidentity|getsessiontoken|getcalleridentity)$/.test(
      actionName,
    )
      ? actionName
      : service
  if (service === 'kms') return actionName === 'retiregrant' ? actionName : service
  const isItsOwn = service === 'vpc-lattice-svcs' || service === 'mechanicalturk'
  return isItsOwn ? service : `${supportsRcp(service)} ${scope}`
}

/** Of a resource: is it a key, an AWS managed key, a service-linked role; is it what a policy is attached to, or in such an account? */
function resourceNature(resource: string, targets: readonly string[]): string {
  const arn = parseArn(resource)
  const kind = /^key\/|^alias\/aws\/|^role\/aws-service-role\//.exec(arn?.resource ?? '')?.[0] ?? ''
  const exception = exceptionalResources.find((beginning) => arn?.resource.startsWith(beginning)) ?? ''
  const below = targets.map((target) => Number(isAt(resource, target))).join('')
  return `${kind} ${exception} ${arn && targets.includes(arn.account) ? arn.account : ''} ${below}`
}

const isAt = (resource: string, target: string): boolean =>
  resource === target || resource.startsWith(`${target}/`) || resource.startsWith(`${target}:`)

function principalNature(caller: Caller | undefined, targets: readonly string[]): string {
  if (!caller) return ''
  const { kind, account, serviceLinked } = caller
  const attached = account !== undefined && isAccountId(account) && targets.includes(account) ? account : ''
  return `${kind} ${serviceLinked} ${account !== undefined} ${attached}`
}

/** Actions of every nature that can matter next to policies of these types, where a statement names all actions. */
export const actionsOfEveryNature = (types: ReadonlySet<PolicyType>): readonly string[] => [
  's3:GetObject',
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:GetSessionToken',
  'kms:Decrypt',
  'kms:RetireGrant',
  // It needs no credentials, and so no Allow.
  'cognito-identity:GetId',
  'vpc-lattice-svcs:Invoke',
  ...(types.has('scp') ? ['mechanicalturk:AnyAction'] : []),
  ...(types.has('resource') ? actionsByScope : []),
]

/** Resources likewise. */
export const resourcesOfEveryNature = (types: ReadonlySet<PolicyType>): readonly string[] => [
  'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ...(types.has('rcp')
    ? [
        'arn:aws:kms:us-east-1:111122223333:alias/aws/s3',
        'arn:aws:iam::111122223333:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport',
      ]
    : []),
  ...(types.has('resource')
    ? exceptionalResources.map((beginning) => `arn:aws:logs:us-east-1:111122223333:${beginning}example`)
    : []),
]
