// A paste is read with its lines as they are and with some of them joined: which reading counts?
import type { Denial } from './denial.ts'
import { isWholeArn } from './doubts.ts'
import { isOperation } from './operation-services.ts'

export const isWholeDenial = ({ principal, action, resource, effect }: Denial): boolean =>
  principal !== undefined && action !== undefined && resource !== undefined && effect !== undefined

/** Does the text with its few lines joined say something in addition, and nothing else? Two lines that belong apart never do. */
export function adds(joined: Denial, best: Denial): boolean {
  const fields = ['principal', 'action', 'actionDerived', 'resource', 'effect', 'policyType', 'requestId'] as const
  const isSame = fields.every((field) => best[field] === undefined || best[field] === joined[field])
  const isUnread = best.kind === 'not-authorization' && best.insteadOf === undefined
  // The next line's first word isn't a resource.
  if (
    best.resource === undefined &&
    joined.resource &&
    !/^(?:arn:|https?:|s3:|[\w*/][^:]{0,300}[/*\d])/.test(joined.resource)
  )
    return false
  if (!isSame || !(isUnread || joined.kind === best.kind) || (best.sentence && !joined.sentence)) return false
  const [more, less] = [joined, best].map(
    (denial) =>
      fields.filter((field) => denial[field] !== undefined).length +
      Number(denial.sentence !== undefined) +
      Number(denial.insteadOf !== undefined),
  )
  return (more ?? 0) > (less ?? 0)
}

/** Does the text say more with its lines joined? In words that were whole before, joining only destroys. */
export function saysMore(joined: Denial, plain: Denial): boolean {
  // What was known for another thing by its words is one, unless a whole message comes out.
  if (plain.insteadOf !== undefined && joined.action === undefined) return false
  const more = completeness(joined) - completeness(plain)
  if (more !== 0) return more > 0
  if (joined.kind !== plain.kind) return joined.kind === 'encoded-authorization-failure'
  const isSpaced =
    (/\s/.test(plain.principal ?? '') && !/\s/.test(joined.principal ?? '')) ||
    (/^arn:\S*\s/.test(plain.resource ?? '') && /^arn:\S+$/.test(joined.resource ?? '')) ||
    isWithoutBlank(plain.resource, joined.resource)
  const names = [
    isSpaced,
    grows(plain.action, joined.action) && !isWhole(plain.action, joined.action),
    grows(plain.principal, joined.principal) || isHostWhole(plain.principal, joined.principal),
    grows(plain.resource, joined.resource) || isCut(plain.resource, joined.resource),
  ]
  const id = joined.requestId !== plain.requestId
  if (id && !uuid.test(joined.requestId ?? '')) return false
  return id || names.includes(true) || grows(plain.policyArn, joined.policyArn)
}

/** The host of a service whose beginning stood in the line above. */
const isHostWhole = (plain: string | undefined, joined: string | undefined): boolean =>
  plain !== undefined && joined !== plain && plain.endsWith('.amazonaws.com') && joined?.endsWith(plain) === true

/** An ARN without its six parts, or up to the first blank in a key, where the joined text has more of it. */
function isCut(plain: string | undefined, joined: string | undefined): boolean {
  if (plain === undefined || !joined?.startsWith(plain) || !isWholeArn(joined)) return false
  return !isWholeArn(plain) || /^[ ']\S/.test(joined.slice(plain.length))
}

/** The same but for blanks, of which the joined one has fewer. */
function isWithoutBlank(plain: string | undefined, joined: string | undefined): boolean {
  if (plain === undefined || joined === undefined || joined.length >= plain.length) return false
  return plain.replace(/\s/g, '') === joined.replace(/\s/g, '')
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Does the longer one go on where the shorter was cut, with what a name may hold? Not with the next line's bullet or its first word. */
function grows(shorter: string | undefined, longer: string | undefined): boolean {
  if (shorter === undefined || longer === undefined || !longer.startsWith(shorter)) return false
  const rest = longer.slice(shorter.length)
  if (rest === '*') return /[/:]$/.test(shorter)
  if (rest === ':' || rest === ':*') return shorter.startsWith('arn:')
  if (rest === '>') return shorter.lastIndexOf('<') > shorter.lastIndexOf('>')
  return /^(?!\.[A-Z])(?=.*[A-Za-z0-9/])[\w/:.+=,@*<>${}-]+$/.test(rest)
}

/** An action that is known as it stands goes on, if at all, with a word in capitals or in the plural: no "GetObjectcaused". */
function isWhole(shorter: string | undefined, longer: string | undefined): boolean {
  const operation = shorter?.split(':')[1] ?? ''
  const rest = longer?.slice(shorter?.length) ?? ''
  return isOperation(operation) && !/^(?:[A-Z]|s$)/.test(rest)
}

function completeness({ kind, ...denial }: Denial): number {
  if (kind === 'not-authorization' || kind === 'possible-denial') return 0
  const { principal, principalType, accountId, action, actionDerived, resource, effect, policyType, policyArn } = denial
  const fields = [principal, principalType, accountId, action ?? actionDerived, resource, effect, policyType, policyArn]
  return 1 + fields.filter((field) => field !== undefined).length
}
