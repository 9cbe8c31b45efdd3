import { assemble, fromDecoded, placeOf } from './assemble.ts'
import { type ByValues, readByValues } from './by-values.ts'
import { readConsoleLabels } from './console-labels.ts'
import type { Denial, DenialKind } from './denial.ts'
import { denialHints, denialPlaces, isDenialText, isExplicitDenial, isFromAwsTool } from './denial-words.ts'
import { doubted, guessed, screened } from './doubts.ts'
import { readEncoded } from './encoded.ts'
import { readDocuments } from './event-documents.ts'
import type { Event } from './events.ts'
import type { Flat } from './flat.ts'
import { flatten } from './flatten.ts'
import { hardBreaks } from './hard-breaks.ts'
import { flatJoined, type Joint, nextLine } from './join-lines.ts'
import { contradicted, isFuller, isWholeDenial, restores, saysMore } from './joined-lines.ts'
import {
  credentialProblems,
  emulators,
  type LookAlike,
  otherErrors,
  otherPartitions,
  s3Compatible,
} from './look-alikes.ts'
import { type Message, readMessages } from './message.ts'
import { lineAround, linesAround } from './near.ts'
import { otherClouds, otherSystems } from './other-systems.ts'
import { inOneLine } from './piece.ts'
import { spacedOut } from './run-together.ts'
import { type ReadSentence, readAdditional, readSentence } from './sentences/index.ts'
import { isService } from './service-prefixes.ts'
import { anything, type Spotted, spotter } from './spotter.ts'
import { fewBreaks, wordBreaks } from './word-breaks.ts'

/** Reads what a pasted text says was denied: the first denial, where it holds several. Never throws; takes time linear in the text. */
export function readDenial(text: string): Denial {
  const flat = flatten(text)
  const spaced = spacedOut(flat)
  const [edges, inWords] = [hardBreaks(text), wordBreaks(text)]
  const inMarks = inWords && inWords.inMarks.size > 0 ? readJoined(text, inWords.inMarks, 'close') : undefined
  const plain = inMarks ?? (spaced ? toldAs(guessed, read(text, spaced)) : read(text, flat))
  const cut = edges && read(text, flatten(text, edges))
  const best = cut && prefers(cut, plain, saysMore) ? cut : plain
  const whole = inWords && readJoined(text, inWords.all, 'close')
  const told =
    whole && prefers(whole, best, (joined, other) => saysMore(joined, other) || restores(joined, other)) ? whole : best
  const few = told.isStated && isWholeDenial(told.denial) ? [] : inFewLines(text, inWords?.all)
  const { denial } = few.reduce(
    (other, joined) => (prefers(joined, other, (more, less) => isFuller(text, more, less)) ? joined : other),
    told,
  )
  const others = few.map((joined) => joined.denial)
  return screened(doubted(text, contradicted(denial, others)))
}

/** A reading of a text. */
interface Told {
  readonly denial: Denial
  /** An event, or AWS's sentence with its action: not put together from values and other sentences. */
  readonly isStated: boolean
}

const toldAs = (change: (denial: Denial) => Denial, { denial, isStated }: Told): Told => ({
  denial: change(denial),
  isStated,
})

/** Does a reading of joined lines count more? AWS's sentence counts more than anything else. */
function prefers(joined: Told, other: Told, isBetter: (joined: Denial, other: Denial) => boolean): boolean {
  return joined.isStated === other.isStated ? isBetter(joined.denial, other.denial) : joined.isStated
}

/** Rows of a table stay rows, and JSON is put together where it's read. */
const records = /user_?identity|event_?(?:source|name)/i

/** A text of few lines with all of them joined; the breaks inside a word leave no blank. */
function inFewLines(text: string, inWords: ReadonlySet<number> | undefined): readonly Told[] {
  const breaks = records.test(text) ? undefined : fewBreaks(text)
  if (!breaks) return []
  const isIndented = [...breaks].some((at) => /[ \t]\r?\n|\n[ \t]/.test(text.slice(Math.max(0, at - 2), at + 2)))
  const isMarked = [...breaks].some((at) => nextLine(text, at) > at + 1)
  const joints = isIndented && !isMarked ? (['close', 'apart'] as const) : (['close'] as const)
  return joints.map((joint) => readJoined(text, breaks, joint, inWords))
}

function readJoined(text: string, breaks: ReadonlySet<number>, joint: Joint, inWords?: ReadonlySet<number>): Told {
  const joined = flatJoined(text, breaks, joint, inWords)
  return read(joined.text, joined.flat)
}

function read(text: string, flat: Flat): Told {
  const { decoded, event } = readDocuments(text, flat.text)
  if (decoded) return { denial: fromDecoded(decoded, flat), isStated: true }
  const messages = readMessages(flat.text)
  if (event) return { denial: ofEvent(event, flat, messages), isStated: true }
  const message = panelOr(readConsoleLabels(flat.text), firstTold(messages))
  return { denial: ofMessage(flat, message), isStated: message?.action !== undefined && !message.isForeign }
}

/** The console’s panel, unless the text has AWS’s whole sentence and the labels are those of a log. */
function panelOr(panel: Message | undefined, message: Message | undefined): Message | undefined {
  if (!panel || !message?.action) return panel ?? message
  return panel.action !== undefined && /^arn:\S+$/.test(panel.principal?.text ?? '') ? panel : message
}

/**
 * AWS's first message; if it names no caller, the one that reports the same denial in full: people describe what happened, and paste the message
 * below. Another cloud's message counts only where there is no other.
 */
function firstTold(messages: readonly Message[]): Message | undefined {
  const [first] = messages.filter((message) => !isOfOtherCloud(message))
  if (!first) return messages[0]
  if (!first.action) return first.principal ? first : (messages.find(isWholeMessage) ?? first)
  if (first.principal !== undefined) return first
  const action = first.action.text.toLowerCase()
  const fuller = messages.find(
    (message) =>
      message.principal?.text.startsWith('arn:') === true &&
      message.action?.text.toLowerCase() === action &&
      (first.resource === undefined || first.resource.text === message.resource?.text),
  )
  return fuller ?? first
}

const isWholeMessage = (message: Message): boolean =>
  message.action !== undefined && message.principal?.text.startsWith('arn:') === true && !isOfOtherCloud(message)

function isOfOtherCloud({ action, principal, resource, isForeign }: Message): boolean {
  if (isForeign) return true
  const names = `${principal?.text ?? ''} ${resource?.text ?? ''}`
  if (find(otherPartitions, names, anything)) return true
  const [service = ''] = action?.text.split(':') ?? []
  return action !== undefined && principal === undefined && resource === undefined && !isService(service.toLowerCase())
}

/** The denial of an event; `messages` are those of the text that contains it. */
export function ofEvent(event: Event, flat: Flat, messages: readonly Message[]): Denial {
  const message = messageOf(event, messages)
  const mayBeEncoded = event.errorMessage === undefined || /encoded\s+authorization/i.test(event.errorMessage)
  const encoded = mayBeEncoded ? readEncoded(flat.text) : undefined
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded, event })
  const own = sentenceOf(event, flat)
  // An event that was cut off before its error still says "not authorized" in the text.
  if (event.denied || message || own?.kind === 'access-denied')
    return assemble(flat, { kind: 'access-denied', message, event: { ...event, denied: true }, own })
  if (!event.isCredentialProblem) return assemble(flat, { kind: 'not-authorization', event })
  return assemble(flat, { kind: 'credential-problem', event, lookAlike: find(credentialProblems, flat.text, anything) })
}

/** The message in this event’s error, not in another’s; if the error is cut off, the first. */
function messageOf({ errorMessage }: Event, messages: readonly Message[]): Message | undefined {
  if (errorMessage === undefined) return messages[0]
  const has = (piece: { readonly text: string } | undefined): boolean => !piece || errorMessage.includes(piece.text)
  const whole = messages.find((message) => message.action && has(message.action) && has(message.principal))
  // A line break inside of the JSON string cuts the error off before its action.
  const isCut = !whole && /is\s+not\s*(?:authorized[^:]{0,40}:?\s*)?$/i.test(errorMessage)
  return isCut ? messages.find(({ principal }) => principal && has(principal)) : whole
}

/** The service's own sentence in an event's error, with the places of its pieces in the text. */
function sentenceOf({ errorMessage, denied }: Event, flat: Flat): ReadSentence | undefined {
  const own = errorMessage === undefined ? undefined : readSentence(errorMessage)
  if (!own || (own.isWeak && !denied)) return undefined
  const { action, resource, principal } = own
  const placed = (piece: typeof action): typeof action => piece && placeOf(flat, piece.text)
  return { ...own, action: placed(action), resource: placed(resource), principal: placed(principal) }
}

/** What is tried on a text only where the text has one of its words. */
const lookAlikes = [s3Compatible, emulators, otherErrors, credentialProblems, otherClouds, otherSystems]
const spot = spotter([...lookAlikes.flat().map(({ pattern }) => pattern), ...denialHints])

/** The denial of a text that holds no JSON document; `message` is the one that counts. */
export function ofMessage(flat: Flat, message: Message | undefined): Denial {
  const spotted = spot(flat.text)
  const encoded = readEncoded(flat.text)
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded })
  if (message?.isForeign)
    return assemble(flat, { kind: 'not-authorization', lookAlike: find(otherSystems, flat.text, spotted) })
  if (message?.action) return ofWhole(flat, message)
  const values = message?.principal ? undefined : readByValues(flat.text)
  if (values?.isDenied) return withDoubts(assemble(flat, { kind: 'access-denied', message: values.message }), values)
  const own = readSentence(flat.text)
  if (own && !own.isWeak && !elsewhere(flat.text, own, spotted)) return ofSentence(flat, own, message)
  const bare = withoutStatementIds(flat.text)
  // "Not authorized to perform" without an action is said by other systems too.
  const other = message?.principal ? undefined : judge(bare, spotted)
  if (other) return assemble(flat, { kind: other.kind, lookAlike: other })
  const isDenied = message !== undefined || isDenialText(inOneLine(bare), spotted)
  if (!isDenied && values) return withDoubts(assemble(flat, { kind: 'possible-denial' }), values)
  const kind = isDenied ? 'access-denied' : 'not-authorization'
  return assemble(flat, { kind, message, own: isDenied ? own : undefined })
}

const withDoubts = (denial: Denial, { doubts, candidate }: ByValues): Denial => ({
  ...denial,
  doubts,
  candidate: denial.kind === 'possible-denial' ? candidate : undefined,
})

/** AWS's whole sentence; emulators of AWS say it too. */
function ofWhole(flat: Flat, message: Message): Denial {
  const names = `${message.principal?.text ?? ''} ${message.resource?.text ?? ''}`
  const lookAlike = find(otherPartitions, names, anything) ?? find(emulators, flat.text, anything)
  if (lookAlike) return assemble(flat, { kind: lookAlike.kind, lookAlike })
  return assemble(flat, { kind: 'access-denied', message, own: additionTo(flat, message) })
}

/** Does the line of a service's sentence name another system? */
function elsewhere(text: string, { from, to }: ReadSentence, spotted: Spotted): boolean {
  const line = inOneLine(lineAround(text, from, to))
  return (
    find(s3Compatible, inOneLine(linesAround(text, from, to)), spotted) !== undefined ||
    find(otherClouds, line, spotted) !== undefined
  )
}

/** The denial of a service's own sentence. */
function ofSentence(flat: Flat, own: ReadSentence, message: Message | undefined): Denial {
  return assemble(flat, { kind: own.kind, message, own })
}

/** The farthest that a service’s own sentence can be from AWS’s standard sentence and still belong to it. */
const nearby = 700

/** What a service’s own sentence adds to AWS’s standard sentence: who called, and whether a policy can help. The fields stay AWS’s. */
function additionTo(flat: Flat, { action }: Message): ReadSentence | undefined {
  if (!action) return undefined
  const start = Math.max(0, action.from - nearby)
  const own = readAdditional(flat.text.slice(start, action.from + 2 * nearby))
  if (!own || Math.abs(start + own.from - action.from) > nearby) return undefined
  return { ...own, action: undefined, principal: undefined, resource: undefined, derived: undefined }
}

/** Policy statements are often named after what they deny: such a name isn’t a denial, wherever a line breaks it. */
const withoutStatementIds = (text: string): string =>
  text.replace(/"(?:Sid|statementId)"\s{0,9}:\s{0,9}"[^"]{0,200}"/g, '""')

/**
 * What a text without a message of AWS is instead of a denial; undefined where AWS denies. Every place that denies something is judged by the
 * lines around it: another system's name elsewhere in a long log says nothing about it.
 */
function judge(text: string, spotted: Spotted): LookAlike | undefined {
  const places = denialPlaces(text, spotted)
  if (places.length === 0) return credentialsIn(text, spotted) ?? lookAlike(inOneLine(text), spotted)
  let first: LookAlike | undefined
  let judged = -1
  for (const { from, to } of places) {
    if (from <= judged) continue
    judged = to
    const around = linesAround(text, from, to)
    const other = lookAlikeOf(inOneLine(lineAround(text, from, to)), inOneLine(around), spotted)
    if (!other) return undefined
    first ??= other
  }
  return first
}

/** Other systems first, because they use AWS’s words too; the line itself weighs more than the text around it. */
function lookAlikeOf(line: string, around: string, spotted: Spotted): LookAlike | undefined {
  const isOfAws = isFromAwsTool(around, spotted)
  return (
    find(s3Compatible, around, spotted) ??
    (isOfAws ? undefined : (find(otherSystems, line, spotted) ?? find(otherSystems, around, spotted))) ??
    find(credentialProblems, isOfAws || isExplicitDenial(line) ? line : around, spotted) ??
    (isExplicitDenial(line) || isOfAws ? undefined : find(otherErrors, around, spotted))
  )
}

/** A problem with credentials, in a line that names no other system: another line of a log may. */
function credentialsIn(text: string, spotted: Spotted): LookAlike | undefined {
  for (const problem of credentialProblems) {
    const found = spotted.mayHave(problem.pattern) ? problem.pattern.exec(text) : null
    if (!found || problem.unless?.test(text) === true) continue
    const line = inOneLine(lineAround(text, found.index, found.index + found[0].length))
    return find(s3Compatible, line, spotted) || find(otherSystems, line, spotted) ? undefined : problem
  }
  return undefined
}

/** What a text is that denies nothing in AWS's words. */
function lookAlike(text: string, spotted: Spotted): LookAlike | undefined {
  return (
    find(s3Compatible, text, spotted) ??
    find(otherSystems, text, spotted) ??
    find(credentialProblems, text, spotted) ??
    find(otherErrors, text, spotted)
  )
}

const find = (kinds: readonly LookAlike[], text: string, spotted: Spotted): LookAlike | undefined =>
  kinds.find((each) => spotted.mayHave(each.pattern) && each.pattern.test(text) && each.unless?.test(text) !== true)

const counted: ReadonlySet<DenialKind> = new Set([
  'access-denied',
  'encoded-authorization-failure',
  'credential-problem',
])

/** Is this kind of answer counted as a denial in logs? */
export const isCounted = (kind: DenialKind): boolean => counted.has(kind)
