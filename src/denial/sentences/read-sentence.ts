import { type PolicyType, parseArn } from '../../iam/index.ts'
import { type Piece, pieceBetween, trimEnd } from '../piece.ts'
import { prefixOf } from '../service-prefixes.ts'
import { additionalSentences, allSentences, bestSentence, type Match } from './find.ts'
import { resourceArn } from './resource-arn.ts'
import type { NoPolicy, PolicySide } from './row.ts'
import type { SlotName } from './slots.ts'
import type { Word } from './words.ts'

/** Who made the call that a service's sentence is about. */
export type SentenceCaller =
  | { readonly kind: 'caller' }
  | { readonly kind: 'anonymous' }
  /** A service principal. */
  | { readonly kind: 'service'; readonly name: string }
  /** A role that isn't the reader's, in words: "the function’s execution role". */
  | { readonly kind: 'role'; readonly phrase: string }

/** What a service's own sentence says beyond AWS's standard one. */
export interface Sentence {
  /** The row's name in the table of sentences. */
  readonly id: string
  /** IAM actions that it means, the denied one first; empty where no action is missing. */
  readonly actions: readonly string[]
  /** True where one of the actions is missing and the sentence doesn't say which. */
  readonly isOpen: boolean
  /** True where all of the actions are needed. */
  readonly needsAll?: true
  readonly caller: SentenceCaller
  /** What has to change: a policy of that side, or no policy at all. */
  readonly change: PolicySide | NoPolicy
  /** The ARN of the resource, where the sentence names it by a name or an address. */
  readonly resourceArn: string | undefined
  /** The policy type that the sentence itself names. */
  readonly blames: PolicyType | undefined
  /** How many of its words the row spells out: the more, the more certain. */
  readonly literals: number
  readonly source: string
}

/** A sentence with the pieces of the text that it was read from. */
export interface ReadSentence {
  readonly sentence: Sentence
  readonly kind: 'access-denied' | 'credential-problem' | 'not-authorization'
  /** The sentence alone doesn't make the text a denial. */
  readonly isWeak: boolean
  /** The action as written: "s3:GetObject". */
  readonly action: Piece | undefined
  /** The action put together from an operation and its service. */
  readonly derived: string | undefined
  readonly resource: Piece | undefined
  readonly principal: Piece | undefined
  readonly from: number
  readonly to: number
}

const policySides: ReadonlySet<string> = new Set<PolicySide>(['identity', 'resource', 'trust', 'key'])

/** Can a policy help? False where a setting, another account or another system decides. */
export const canPolicyHelp = ({ change }: Pick<Sentence, 'change'>): boolean => policySides.has(change)

/** Reads the most specific service sentence; undefined if the text has none. */
export function readSentence(text: string): ReadSentence | undefined {
  const match = bestSentence(text, allSentences())
  return match && fromMatch(text, match)
}

/** Reads only sentences that add to AWS’s standard sentence. */
export function readAdditional(text: string): ReadSentence | undefined {
  const match = bestSentence(text, additionalSentences())
  return match && fromMatch(text, match)
}

function fromMatch(text: string, { row, slots, from, to, literals }: Match): ReadSentence {
  const pieceOf = (...names: readonly SlotName[]): Piece | undefined => {
    for (const name of names) {
      const word = slots.get(name)?.[0]
      // The slash at the end of an address is part of it.
      const piece = word && pieceBetween(text, word.from, word.to + (text[word.to] === '/' ? 1 : 0))
      if (piece) return trimEnd(piece)
    }
    return undefined
  }
  const written = (slots.get('action') ?? []).flatMap((word) => pieceBetween(text, word.from, word.to) ?? [])
  const resource = pieceOf('resource', 'arn', 'bucket', 'object', 'queue', 's3url', 'key', 'lfresource')
  const actions = actionsOf(row.actions, text, slots)
  const all = [...new Set([...written.map((piece) => piece.text), ...actions])]
  return {
    sentence: {
      id: row.id,
      actions: all,
      isOpen: row.open === true,
      ...(row.all ? { needsAll: row.all } : {}),
      caller: callerOf(row.by, pieceOf('byservice')?.text),
      change: row.change,
      resourceArn: resourceArn(slots, text, all[0]),
      blames: row.blames,
      literals,
      source: row.source,
    },
    kind: row.kind ?? 'access-denied',
    isWeak: row.weak === true,
    action: written[0],
    derived: row.open || !policySides.has(row.change) ? undefined : actions[0],
    resource,
    principal: pieceOf('caller'),
    from,
    to,
  }
}

function callerOf(by: string | undefined, service: string | undefined): SentenceCaller {
  const name = service?.replace(/^[^\w]+|[^\w]+$/g, '') ?? by
  if (name === undefined) return { kind: 'caller' }
  if (name === 'anonymous') return { kind: 'anonymous' }
  return /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(name) ? { kind: 'service', name } : { kind: 'role', phrase: name }
}

/** The row's actions, with what was read put in; an action whose service isn't known is left out. */
function actionsOf(
  actions: readonly string[],
  text: string,
  slots: ReadonlyMap<SlotName, readonly Word[]>,
): readonly string[] {
  return actions.flatMap((action) => {
    if (!action.includes('{')) return [action]
    if (action.includes('{arnservice}')) return ofArn(action, text, slots)
    const [operation] = slots.get('operation') ?? []
    const service = serviceOf(text, slots.get('service') ?? [])
    if (!operation || (service === undefined && action.includes('{service}'))) return []
    const name = text.slice(operation.from, operation.to)
    return [action.replace('{service}', service ?? '').replace('{operation}', name)]
  })
}

/** The ARN in the sentence gives the service, and the slot "operation" can give the action. */
function ofArn(action: string, text: string, slots: ReadonlyMap<SlotName, readonly Word[]>): readonly string[] {
  const [arn] = slots.get('arn') ?? []
  const [operation] = slots.get('operation') ?? []
  const service = arn && parseArn(text.slice(arn.from, arn.to))?.service
  if (!service) return []
  const name = operation ? text.slice(operation.from, operation.to) : ''
  return [action.replace('{arnservice}', service).replace('{operation}', name)]
}

/** Names that services use for each other, each with the prefix from the reference. */
const spoken: ReadonlyMap<string, string> = new Map([
  ['auto scaling', 'autoscaling'],
  ['cloudwatch logs', 'logs'],
  ['cloudwatch events', 'events'],
  ['elastic load balancing', 'elasticloadbalancing'],
  ['load balancing', 'elasticloadbalancing'],
  ['step functions', 'states'],
  ['secrets manager', 'secretsmanager'],
  ['systems manager', 'ssm'],
  ['parameter store', 'ssm'],
  ['key management service', 'kms'],
  ['dynamodb streams', 'dynamodb'],
  ['security token service', 'sts'],
  ['amazonec2', 'ec2'],
  ['asm', 'secretsmanager'],
])

/** "Amazon CloudWatch Logs" to "logs": the longest known name at the beginning of the words. */
function serviceOf(text: string, words: readonly Word[]): string | undefined {
  const names = words
    .map(({ from, to }) => text.slice(from, to).toLowerCase())
    .filter((plain) => plain !== 'amazon' && plain !== 'aws')
  for (let length = Math.min(3, names.length); length > 0; length--) {
    const name = names.slice(0, length).join(' ')
    const known = spoken.get(name)
    if (known) return known
  }
  const [first] = names
  return first === undefined ? undefined : prefixOf(first)
}
