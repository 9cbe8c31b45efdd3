import { type Caller, isAccountId, parseArn, readCaller, supportsRcp } from '../iam/index.ts'
import type { StatementSet } from './dimension.ts'

/** Parts of a request whose nature decides which policies have a say over it. */
export type TraitPart = 'action' | 'resource' | 'principal'

/**
 * Whether an SCP, an RCP, or a boundary limits a request, and whose policies must agree, depends on more than the statements that it satisfies: on the
 * kind of caller, the service, the resource's account. Each such nature is one more bit, so that requests of different natures are never one class.
 */
export interface Traits {
  /** Every bit of every part. */
  readonly all: StatementSet
  /** The bits of a value of one part: its nature, and all bits of the other parts. */
  bitsOf(part: TraitPart, value: string): StatementSet
  /** Were there more natures than bits so far? Some are then not told apart, and nothing is proven. */
  overflows(): boolean
}

/** Natures of one part that are told apart; later ones share the last bit. */
const mostNatures = 32
const parts: readonly TraitPart[] = ['action', 'resource', 'principal']

/** Where only statements count, as for policies that are compared alone. */
export const noTraits: Traits = { all: 0n, bitsOf: () => 0n, overflows: () => false }

/** `first` is the first bit that no statement has; `targets` are what SCPs, RCPs, and resource-based policies are attached to. */
export function traitsFrom(first: number, targets: readonly string[]): Traits {
  const width = BigInt(mostNatures)
  const field = (1n << width) - 1n
  const all = ((1n << (width * BigInt(parts.length))) - 1n) << BigInt(first)
  const natures = new Map(parts.map((part) => [part, new Map<string, number>()]))
  return {
    all,
    overflows: () => [...natures.values()].some(({ size }) => size > mostNatures),
    bitsOf(part, value) {
      const known = natures.get(part) ?? new Map<string, number>()
      const nature = natureOf[part](value, targets)
      const place = known.get(nature) ?? Math.min(known.size, mostNatures - 1)
      known.set(nature, place)
      const from = BigInt(first) + width * BigInt(parts.indexOf(part))
      return (all & ~(field << from)) | (1n << (from + BigInt(place)))
    },
  }
}

const natureOf: Readonly<Record<TraitPart, (value: string, targets: readonly string[]) => string>> = {
  action: actionNature,
  resource: resourceNature,
  principal: (value, targets) => principalNature(readCaller(value), targets),
}

/** What the gates ask of an action: does an RCP cover it, is a role assumed, is it one of KMS's exceptions? */
function actionNature(action: string): string {
  const [service = '', name = ''] = action.toLowerCase().split(':')
  const isRcp = supportsRcp(service)
  if (service === 'sts')
    return /^assumerolewith|^(assumerole|tagsession|setsourceidentity)$/.test(name) ? action : service
  if (service === 'kms') return name === 'retiregrant' ? action : service
  return service === 'vpc-lattice-svcs' ? service : `${isRcp}`
}

/** Of a resource: is it a key, an AWS managed key, a service-linked role; is it what a policy is attached to, or in such an account? */
function resourceNature(resource: string, targets: readonly string[]): string {
  const arn = parseArn(resource)
  const kind = /^key\/|^alias\/aws\/|^role\/aws-service-role\//.exec(arn?.resource ?? '')?.[0] ?? ''
  const below = targets.map((target) => Number(isAt(resource, target))).join('')
  return `${kind} ${arn && targets.includes(arn.account) ? arn.account : ''} ${below}`
}

const isAt = (resource: string, target: string): boolean =>
  resource === target || resource.startsWith(`${target}/`) || resource.startsWith(`${target}:`)

function principalNature(caller: Caller | undefined, targets: readonly string[]): string {
  if (!caller) return ''
  const { kind, account, serviceLinked } = caller
  const attached = account !== undefined && isAccountId(account) && targets.includes(account) ? account : ''
  return `${kind} ${serviceLinked} ${account !== undefined} ${attached}`
}
