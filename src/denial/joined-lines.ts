// A paste is read with its lines as they are and with some of them joined: which reading counts?

import { isPastMark } from './broken-marks.ts'
import type { Denial, Doubt } from './denial.ts'
import { isWholeArn } from './doubts.ts'
import { credentialProblems } from './look-alikes.ts'
import { hasOperation, isOperation } from './operation-services.ts'

/** Nothing is missing, and nothing is at the end that a line break could have cut. */
export const isWholeDenial = ({ principal, action, resource, effect, policyArn }: Denial): boolean =>
  principal !== undefined &&
  action !== undefined &&
  resource !== undefined &&
  effect !== undefined &&
  policyArn === undefined

const fields = ['principal', 'action', 'actionDerived', 'resource', 'effect', 'policyType', 'requestId'] as const

/**
 * Does a text of few lines say more with its lines joined? One that was broken inside of a word does; two lines that belong apart never do. Where each
 * reading says something else, the words that only one of them makes decide.
 */
export const isFuller = (text: string, joined: Denial, best: Denial): boolean =>
  adds(text, joined, best) || isFound(text, joined, best)

/** Does the joined text say something in addition, and nothing else? */
function adds(text: string, joined: Denial, best: Denial): boolean {
  const isSame = fields.every((field) => best[field] === undefined || best[field] === joined[field])
  const isUnread = best.kind === 'not-authorization' && best.insteadOf === undefined
  // The next line's first word isn't a resource.
  if (
    best.resource === undefined &&
    joined.resource &&
    !/^(?:arn:|https?:|s3:|[\w*/][^:]{0,300}[/*\d])/.test(joined.resource) &&
    isBehindBreak(text, joined.resource)
  )
    return false
  if (!isSame || !(isUnread || joined.kind === best.kind) || (best.sentence && !joined.sentence)) return false
  const [more, less] = [joined, best].map(
    (denial) =>
      fields.filter((field) => denial[field] !== undefined).length +
      Number(denial.kind !== 'not-authorization') +
      Number(denial.sentence !== undefined) +
      Number(denial.insteadOf !== undefined),
  )
  return (more ?? 0) > (less ?? 0)
}

/** Does the value begin a line? */
function isBehindBreak(text: string, value: string): boolean {
  const at = text.indexOf(value)
  return at >= 0 && /\n[ \t"'`]{0,20}$/.test(text.slice(Math.max(0, at - 24), at))
}

/** Does the joined text have a sentence, an action, or an encoded message that a line break had destroyed? Joining lines that belong apart makes none. */
function isFound(text: string, joined: Denial, best: Denial): boolean {
  if (best.kind === 'encoded-authorization-failure' || best.kind === 'decoded-authorization-message') return false
  if (joined.kind === 'encoded-authorization-failure') return best.kind === 'access-denied'
  // One line that names AWS's tool or its credentials weighs more than another system's word in a part of it.
  if (best.kind === 'not-authorization' && best.insteadOf !== undefined)
    return joined.kind === 'credential-problem' || (joined.kind === 'access-denied' && joined.insteadOf === undefined)
  if (joined.insteadOf !== undefined && best.kind === 'access-denied') return isBare(best) && runsOn(text)
  if (joined.action !== undefined && best.action === undefined) return isKnownAction(joined.action)
  if (joined.action !== best.action) return false
  if (isCloser(best.principal, joined.principal) || isCloser(best.resource, joined.resource)) return true
  const [more, less] = [joined, best].map(({ sentence }) => sentence?.literals ?? 0)
  if (more !== less) return (more ?? 0) > (less ?? 0)
  const [whole, cut] = [joined, best].map(({ actionDerived }) => actionDerived)
  return whole !== undefined && cut !== undefined && isKnownAction(whole) && !isKnownAction(cut)
}

/** Nothing but a code such as "AccessDenied" and the operation that it answers. */
const isBare = ({ principal, action, resource, sentence }: Denial): boolean =>
  principal === undefined && action === undefined && resource === undefined && sentence === undefined

/** Two lines of which the second goes on inside of the first one's sentence: a new sentence begins with a capital letter, and a new line of a log with a date. */
function runsOn(text: string): boolean {
  const [first = '', second = '', ...others] = text.trim().split('\n')
  if (others.length > 0) return false
  const [end, start] = [first.trimEnd(), second.trimStart()]
  const isIndented = /[^ \t] $/.test(first) || (start !== second && !/^\s/.test(text))
  if (isIndented || beginsInside.test(start) || endsInside.test(end)) return true
  return (/[\da-f]$/.test(end) && /^[\da-f]+[,-]/.test(start) && !/^\d{4}-\d\d/.test(start)) || isCode(end, start)
}

/** Do two pieces make a code of a problem with credentials that neither is, or a word in capitals? */
function isCode(end: string, start: string): boolean {
  const [left, right] = [/[A-Z][A-Za-z]{0,60}$/.exec(end)?.[0], /^[A-Z][A-Za-z]{0,60}/.exec(start)?.[0]]
  if (left === undefined || right === undefined) return false
  if (/[A-Z]$/.test(left) || /^RequestId$/i.test(left + right)) return true
  return credentialProblems.some(
    ({ pattern }) => pattern.test(left + right) && !pattern.test(left) && !pattern.test(right),
  )
}

const beginsInside = /^(?:[a-z,;:.)\]}>/<]|-\S)/
const endsInside = /(?:[,;:([{</>-]|\b(?:the|a|an|of|to|in|when|calling|error|operation)|\brequest ?id: \w{1,40})$/i

function isKnownAction(action: string): boolean {
  const [prefix = '', operation = ''] = action.split(':')
  return hasOperation(prefix.toLowerCase(), operation)
}

/** Does joining what certainly is one word give what the text said before it was broken, where neither reading has more fields? */
export function restores(joined: Denial, plain: Denial): boolean {
  if (joined.kind !== plain.kind) {
    const isMisled = plain.insteadOf !== undefined && joined.insteadOf === undefined && joined.kind === 'access-denied'
    const isExplained = joined.insteadOf !== undefined && plain.kind === 'access-denied' && isBare(plain)
    return isMisled || isExplained || (completeness(plain) === 1 && joined.kind === 'not-authorization')
  }
  const same = (['principal', 'action', 'actionDerived'] as const).every((field) => joined[field] === plain[field])
  if (!same || joined.sentence?.id !== plain.sentence?.id) return false
  if (joined.resource === plain.resource)
    return joined.effect !== plain.effect || joined.policyType !== plain.policyType
  return plain.resource !== undefined && joined.resource?.startsWith(plain.resource) === true
}

/**
 * A resource or a policy that goes on, or a caller that begins, in another line, with the lines joined: where the next line’s word can be a part of it, nothing tells
 * whether it is.
 */
export function contradicted(denial: Denial, joined: readonly Denial[]): Denial {
  const doubts = joined.flatMap((other): readonly Doubt[] => {
    const [caller, whole] = [denial.principal, other.principal]
    const isEnd =
      caller !== undefined && whole !== caller && whole?.endsWith(caller) === true && /^[\w.-]+$/.test(whole)
    return [
      ...goingOn('resource', denial.resource, other.resource),
      ...goingOn('policyArn', denial.policyArn, other.policyArn),
      ...(isEnd && caller !== undefined && whole !== undefined ? [broken('principal', caller, whole)] : []),
    ]
  })
  const [first] = doubts
  if (!first) return denial
  const { resource, policyArn } = denial
  return {
    ...denial,
    resource: first.field === 'resource' ? undefined : resource,
    policyArn: first.field === 'policyArn' ? undefined : policyArn,
    doubts: [...denial.doubts, first],
  }
}

function goingOn(field: Doubt['field'], value: string | undefined, joined: string | undefined): readonly Doubt[] {
  const rest = value !== undefined && joined?.startsWith(value) ? joined.slice(value.length) : ''
  const isRest = partOfName.test(rest) && !rest.includes(' ')
  return isRest && value !== undefined && joined !== undefined ? [broken(field, value, joined)] : []
}

/** What a path or a name goes on with, and the next line of a text or a log doesn’t begin with. */
const partOfName =
  /^(?:\w*(?:[a-z][A-Z]|\d)\w*$|(?!\d{4}-\d\d|\d\d:\d\d)[\w-]*[./][\w*]|-\w|(?!(?:in|at|on|and|is|to|for|the|or|by|of|as|if|but|was|has|you|we|it|no|not|can)$)[a-z0-9]{1,3}$)/

const broken = (field: Doubt['field'], read: string, whole: string): Doubt => ({
  field,
  read,
  instead: [whole],
  because: 'line-break',
})

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
    isWithoutBlank(plain.resource, joined.resource) ||
    isCloser(plain.principal, joined.principal)
  const names = [
    isSpaced,
    grows(plain.action, joined.action) && !isWhole(plain.action, joined.action),
    grows(plain.principal, joined.principal) ||
      isHostWhole(plain.principal, joined.principal) ||
      isCut(plain.principal, joined.principal),
    grows(plain.resource, joined.resource) || isCut(plain.resource, joined.resource),
  ]
  const isMarked = (['principal', 'action', 'resource', 'policyArn'] as const).some((field) =>
    isPastMark(plain[field], joined[field]),
  )
  const id = joined.requestId !== plain.requestId
  if (id && !uuid.test(joined.requestId ?? '')) return false
  return id || isMarked || names.includes(true) || grows(plain.policyArn, joined.policyArn)
}

/** The host of a service whose beginning is in the line above. */
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

/** The same with fewer blanks in the five parts of an ARN that have none; its name may have some. */
function isCloser(plain: string | undefined, joined: string | undefined): boolean {
  const blanks = (arn: string | undefined): number =>
    (/^ *a(?:[^:]*:){0,5}/.exec(arn ?? '')?.[0].split(' ') ?? []).length
  return isWithoutBlank(plain, joined) && blanks(joined) < blanks(plain)
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
