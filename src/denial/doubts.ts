import type { Span } from '../text/index.ts'
import { withoutMarks } from './broken-marks.ts'
import type { Candidate, Denial, Doubt } from './denial.ts'
import { actionsLike, arnLike } from './misread.ts'
import { accountOf, principalTypeOf } from './principal-type.ts'
import { isServiceName } from './service-prefixes.ts'
import { mayGoOn } from './word-breaks.ts'

/** Of a text without blanks, where the caller's name and the resource end is a guess. */
export function guessed(denial: Denial): Denial {
  const doubts = (['principal', 'resource'] as const).flatMap((field): readonly Doubt[] => {
    const value = denial[field]
    return value === undefined ? [] : [{ field, read: value, instead: [], because: 'run-together' }]
  })
  return { ...denial, doubts: [...denial.doubts, ...doubts] }
}

/**
 * A resource or a policy's ARN at the end of a line, before a line of one word, may go on there; a name with a line break in it may be one word or two.
 * Then both are told, and neither is taken.
 */
export function doubted(text: string, told: Denial): Denial {
  const read = gluedPanel.test(text) ? panelDoubted(text, told) : told
  if (!text.includes('\n')) return actionDoubted(callerDoubted(text, read))
  const named = callerDoubted(text, policyDoubted(text, read))
  const denial = actionDoubted(blanksDoubted(text, named))
  const { resource, spans, doubts } = denial
  const span = spans.get('resource')
  if (resource === undefined || !span) return denial
  const joined = mayGoOn(text, resource, span.to) ?? withoutBreak(text.slice(span.from, span.to), resource)
  const isCut =
    (isInMark.test(resource) && text.slice(span.from, span.to + 3).includes('\n')) ||
    (isOpen(resource) && text.slice(span.to, span.to + 80).includes('\n'))
  if (joined === undefined && !isCut) return denial
  const instead = joined === undefined ? [] : [joined]
  const doubt = { field: 'resource', read: resource, instead, because: 'line-break' } as const
  return { ...denial, resource: undefined, doubts: [...doubts, doubt] }
}

/** A caller's name over two lines: a session's name may have a blank there. Before a label of the console's panel, the name's end is unknown. */
function callerDoubted(text: string, denial: Denial): Denial {
  const { principal, spans, doubts } = denial
  const span = spans.get('principal')
  if (principal === undefined || !span) return denial
  const joined = callerInstead(text, principal, span)
  if (joined === undefined) return denial
  return {
    ...denial,
    doubts: [...doubts, { field: 'principal', read: principal, instead: [joined], because: 'line-break' }],
  }
}

function callerInstead(text: string, principal: string, { from, to }: Span): string | undefined {
  // A bracket that opens nowhere: the break is in the words behind it.
  if (/^arn:[^<]+>$/.test(principal)) return principal.slice(0, -1)
  const rest = beforeLabel.exec(text.slice(to, to + 300))?.[1]
  return rest === undefined ? withoutBreak(text.slice(from, to), principal, isHostOrArn) : `${principal}${rest}`
}

/** The rest of a caller's name in the line of the panel's next label. */
const beforeLabel = /^\r?\n([\w+=,.@/-]{1,120})[ \t]{1,9}(?:Service|Action|On resource\(s\)|Context):/
const isHostOrArn = (text: string): boolean => isWholeArn(text) || /^[\w.-]+\.amazonaws\.com$/.test(text)

/** A line break next to one blank in a name that may have blanks: the blank may be the name's or the line's. */
function blanksDoubted(text: string, denial: Denial): Denial {
  const doubts = (['principal', 'resource', 'policyArn'] as const).flatMap((field): readonly Doubt[] => {
    const [value, span] = [denial[field], denial.spans.get(field)]
    if (value === undefined || !span || denial.doubts.some((doubt) => doubt.field === field)) return []
    const spaced = withBlank(text.slice(span.from, span.to), value)
    return spaced === undefined ? [] : [{ field, read: value, instead: [spaced], because: 'line-break' }]
  })
  return doubts.length === 0 ? denial : { ...denial, doubts: [...denial.doubts, ...doubts] }
}

/** No action has a blank: a label of the panel that a line break cut is still behind it. */
function actionDoubted(denial: Denial): Denial {
  const { action, doubts } = denial
  const first = action?.split(' ', 1)[0]
  if (action === undefined || first === undefined || first === action) return denial
  return { ...denial, doubts: [...doubts, { field: 'action', read: action, instead: [first], because: 'line-break' }] }
}

/** A value with the blank that it lost at a line break, where its last part or its brackets may have one. */
function withBlank(written: string, value: string): string | undefined {
  const at = written.indexOf('\n')
  if (at < 0) return undefined
  const [head, tail] = [withoutMarks(written.slice(0, at).replace(/\r$/, '')), written.slice(at + 1)]
  const start = head.trimEnd()
  const isOpen = /[<[{(][^>\]})]*$/.test(start)
  const isSpaced = /[^ \t] $/.test(head) !== /^ [^ \t]/.test(tail) || (isOpen && /^[ \t]/.test(tail))
  if (!isSpaced || !value.startsWith(start) || /^\s/.test(value.slice(start.length))) return undefined
  const mayHaveBlank = !start.startsWith('arn:') || start.split(':').length > 5 || isOpen
  return mayHaveBlank ? `${start} ${value.slice(start.length)}` : undefined
}

/** AWS's sentence ends with the policy's ARN, so nothing behind it tells whether a line break cut it. */
function policyDoubted(text: string, denial: Denial): Denial {
  const { policyArn, spans, doubts } = denial
  const span = spans.get('policyArn')
  const joined = policyArn === undefined || !span ? undefined : mayGoOn(text, policyArn, span.to)
  if (policyArn === undefined || joined === undefined) return denial
  const doubt = { field: 'policyArn', read: policyArn, instead: [joined], because: 'line-break' } as const
  return { ...denial, policyArn: undefined, doubts: [...doubts, doubt] }
}

/**
 * What screenshots and translations leave: "jam:ListUsers", whose prefix no service has, "arn:aws:s3;;;b", and an ARN with a blank in it. The action
 * and the ARN that they resemble are taken, with a doubt.
 */
export function screened(denial: Denial): Denial {
  const { action, actionDerived } = denial
  const near = action === undefined ? [] : actionsLike(action)
  const [likeliest = action] = near
  const doubts: Doubt[] = []
  if (action !== undefined && near.length > 0)
    doubts.push({ field: 'action', read: action, instead: near, because: reasonOf(action) })
  const arnOf = (field: 'principal' | 'resource' | 'policyArn'): string | undefined => {
    const written = denial[field]
    if (written === undefined || !/^[a-z0-9]{2,4}[:;]/i.test(written)) return written
    const bare = compact(written)
    const read = arnLike(bare ?? written, field === 'resource' ? (likeliest ?? actionDerived) : 'iam:*')
    const instead = read ?? bare
    if (instead !== undefined)
      doubts.push({ field, read: written, instead: [instead], because: read === undefined ? 'blank' : 'look-alike' })
    return instead ?? written
  }
  const [principal, resource, policyArn] = [arnOf('principal'), arnOf('resource'), arnOf('policyArn')]
  const candidate = denial.candidate && screenedCandidate(denial.candidate)
  if (doubts.length === 0) return candidate === denial.candidate ? denial : { ...denial, candidate }
  return {
    ...denial,
    candidate,
    ...(principal === undefined || principal === denial.principal
      ? {}
      : { principalType: principalTypeOf(principal), accountId: accountOf(principal) }),
    action: likeliest,
    principal,
    resource,
    policyArn,
    doubts: [...denial.doubts, ...doubts],
  }
}

/** What could be meant is a question anyway: it asks about what the text resembles. */
function screenedCandidate(candidate: Candidate): Candidate {
  const { principal, action, resource } = candidate
  const [meant = action] = action === undefined ? [] : actionsLike(action)
  const [caller, thing] = [principal && arnLike(principal, 'iam:*'), resource && arnLike(resource, meant)]
  if (meant === action && !caller && !thing) return candidate
  return { principal: caller ?? principal, action: meant, resource: thing ?? resource }
}

const reasonOf = (action: string): Doubt['because'] =>
  isServiceName(action.split(/[:;]/)[0] ?? '') ? 'look-alike' : 'unknown-service'

/** An ARN without the blank in it; undefined where it has none, or isn’t an ARN without it. */
function compact(value: string): string | undefined {
  const bare = value.replace(/ /g, '')
  return bare !== value && /^arn:[^:]*:[^:]*:[^:]* [^:]*:|^arn:\S*: \S*$/.test(value) && isWholeArn(bare)
    ? bare
    : undefined
}

/** A name in brackets that aren't closed. */
const isOpen = (name: string): boolean => countOf(name, /[<[{]/g) > countOf(name, /[>\]}]/g)
const countOf = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0

/** A line break inside of an escape or of HTML's entity leaves the rest of it behind. */
const isInMark = /[\\<]$|&[a-z]{0,6};?$|&[a-z]{2,6};/

/** The console's panel, copied without its line breaks: "…user/anaService: budgetsAction: ViewBudget". */
const gluedPanel = /[a-z0-9](?:Service|Action|On resource\(s\)|Context): ?\S/

/** In such a panel, nothing distinguishes a value that a line break cut from one that ends there. */
function panelDoubted(text: string, denial: Denial): Denial {
  const doubts = (['principal', 'action', 'resource'] as const).flatMap((field): readonly Doubt[] => {
    const [value, span] = [denial[field], denial.spans.get(field)]
    const isAtBreak = span !== undefined && /^\s*\n/.test(text.slice(span.to, span.to + 80))
    const isRunOn = /[a-z0-9](?:Service|Action|Context)$/.test(value ?? '')
    return value !== undefined && (isAtBreak || isRunOn)
      ? [{ field, read: value, instead: [], because: 'line-break' }]
      : []
  })
  return doubts.length === 0 ? denial : { ...denial, doubts: [...denial.doubts, ...doubts] }
}

/** An ARN of which a line break became a blank, without it. */
function withoutBreak(written: string, resource: string, isWhole = isWholeArn): string | undefined {
  const broken = /^(\S[^\n]*\S)\r?\n[ \t]{0,60}(\S[^\n]*)$/.exec(written)
  const joined = `${broken?.[1] ?? ''}${broken?.[2] ?? ''}`
  return resource.includes(' ') && isWhole(joined) ? joined : undefined
}

/** An ARN with all its six parts. */
export const isWholeArn = (text: string): boolean => /^arn:(?:[^:]*:){4}./.test(text)
