import { assemble, fromDecoded, placeOf } from './assemble.ts'
import { type ByValues, readByValues } from './by-values.ts'
import { readConsoleLabels } from './console-labels.ts'
import type { Denial, DenialKind } from './denial.ts'
import { isDenialText } from './denial-words.ts'
import { doubted, guessed, screened } from './doubts.ts'
import { readEncoded } from './encoded.ts'
import { readDocuments } from './event-documents.ts'
import type { Event } from './events.ts'
import { FlatText } from './flat-text.ts'
import { type Flattening, flatten } from './flatten.ts'
import { hardBreaks } from './hard-breaks.ts'
import { find, insteadOf, possible } from './instead.ts'
import { flatJoined, type Joint, nextLine } from './join-lines.ts'
import { contradicted, isFuller, isWholeDenial, restores, saysMore } from './joined-lines.ts'
import { credentialProblems, emulators, otherPartitions, s3Compatible } from './look-alikes.ts'
import { type Message, readMessages } from './message.ts'
import { lineAround, linesAround } from './near.ts'
import { otherClouds, otherSystems } from './other-systems.ts'
import { inOneLine } from './piece.ts'
import { spacedOut } from './run-together.ts'
import { additionalWords, type ReadSentence, readAdditional, readSentence } from './sentences/index.ts'
import { isService } from './service-prefixes.ts'
import { fewBreaks, wordBreaks } from './word-breaks.ts'

/** Reads what a pasted text says was denied: the first denial, where it holds several. Never throws; takes time linear in the text. */
export function readDenial(text: string, flattened: Flattening): Denial {
  const flat = new FlatText(flattened(text))
  const spaced = spacedOut(flat)
  const [edges, inWords] = [hardBreaks(text), wordBreaks(text)]
  const inMarks = inWords && inWords.inMarks.size > 0 ? readJoined(text, inWords.inMarks, 'close') : undefined
  const plain = inMarks ?? (spaced ? toldAs(guessed, read(text, new FlatText(spaced))) : read(text, flat))
  const cut = edges && read(text, new FlatText(flatten(text, edges)))
  const best = cut && prefers(cut, plain, saysMore) ? cut : plain
  // Where every break stands inside a mark, that text was read already.
  const whole =
    inMarks && inWords?.inMarks.size === inWords?.all.size ? inMarks : inWords && readJoined(text, inWords.all, 'close')
  const told =
    whole && prefers(whole, best, (joined, other) => saysMore(joined, other) || restores(joined, other)) ? whole : best
  const few =
    told.isStated && isWholeDenial(told.denial)
      ? []
      : inFewLines(text, inWords && whole && { breaks: inWords.all, told: whole })
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

/** A reading with the breaks that stand inside a word taken out. */
interface Joined {
  readonly breaks: ReadonlySet<number>
  readonly told: Told
}

/** A text of few lines with all of them joined; the breaks inside a word leave no blank. */
function inFewLines(text: string, inWords: Joined | undefined): readonly Told[] {
  const breaks = fewBreaks(text)
  if (!breaks || records.test(text)) return []
  const isIndented = [...breaks].some((at) => /[ \t]\r?\n|\n[ \t]/.test(text.slice(Math.max(0, at - 2), at + 2)))
  const isMarked = [...breaks].some((at) => nextLine(text, at) > at + 1)
  const joints = isIndented && !isMarked ? (['close', 'apart'] as const) : (['close'] as const)
  const isRead = inWords !== undefined && isSame(inWords.breaks, breaks)
  return joints.map((joint) => (isRead ? inWords.told : readJoined(text, breaks, joint, inWords?.breaks)))
}

const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((at) => b.has(at))

function readJoined(text: string, breaks: ReadonlySet<number>, joint: Joint, inWords?: ReadonlySet<number>): Told {
  const joined = flatJoined(text, breaks, joint, inWords)
  return read(joined.text, new FlatText(joined.flat))
}

function read(text: string, flat: FlatText): Told {
  const { decoded, event } = readDocuments(text, flat.text)
  if (decoded) return { denial: fromDecoded(decoded, flat), isStated: true }
  const messages = readMessages(flat.text, flat)
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
  if (find(otherPartitions, names)) return true
  const [service = ''] = action?.text.split(':') ?? []
  return action !== undefined && principal === undefined && resource === undefined && !isService(service.toLowerCase())
}

/** The denial of an event; `messages` are those of the text that contains it. */
export function ofEvent(event: Event, flat: FlatText, messages: readonly Message[]): Denial {
  const message = messageOf(event, messages)
  const mayBeEncoded = event.errorMessage === undefined || /encoded\s+authorization/i.test(event.errorMessage)
  const encoded = mayBeEncoded ? readEncoded(flat.text, flat) : undefined
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded, event })
  const own = sentenceOf(event, flat)
  // An event that was cut off before its error still says "not authorized" in the text.
  if (event.denied || message || own?.kind === 'access-denied')
    return assemble(flat, { kind: 'access-denied', message, event: { ...event, denied: true }, own })
  if (!event.isCredentialProblem) return assemble(flat, { kind: 'not-authorization', event })
  return assemble(flat, {
    kind: 'credential-problem',
    event,
    lookAlike: find(possible(credentialProblems, flat), flat.text),
  })
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
function sentenceOf({ errorMessage, denied }: Event, flat: FlatText): ReadSentence | undefined {
  const own = errorMessage === undefined ? undefined : readSentence(errorMessage)
  if (!own || (own.isWeak && !denied)) return undefined
  const { action, resource, principal } = own
  const placed = (piece: typeof action): typeof action => piece && placeOf(flat, piece.text)
  return { ...own, action: placed(action), resource: placed(resource), principal: placed(principal) }
}

/** The denial of a text that holds no JSON document; `message` is the one that counts. */
export function ofMessage(flat: FlatText, message: Message | undefined): Denial {
  const encoded = readEncoded(flat.text, flat)
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded })
  if (message?.isForeign)
    return assemble(flat, { kind: 'not-authorization', lookAlike: find(possible(otherSystems, flat), flat.text) })
  if (message?.action) return ofWhole(flat, message)
  const values = message?.principal ? undefined : readByValues(flat.text, flat)
  if (values?.isDenied) return withDoubts(assemble(flat, { kind: 'access-denied', message: values.message }), values)
  const own = readSentence(flat.text)
  if (own && !own.isWeak && !elsewhere(flat, own)) return ofSentence(flat, own, message)
  const bare = withoutStatementIds(flat.text)
  // "Not authorized to perform" without an action is said by other systems too.
  const other = message?.principal ? undefined : insteadOf(bare, flat)
  if (other) return assemble(flat, { kind: other.kind, lookAlike: other })
  const isDenied = message !== undefined || isDenialText(inOneLine(bare), flat)
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
function ofWhole(flat: FlatText, message: Message): Denial {
  const names = `${message.principal?.text ?? ''} ${message.resource?.text ?? ''}`
  const lookAlike = find(otherPartitions, names) ?? find(possible(emulators, flat), flat.text)
  if (lookAlike) return assemble(flat, { kind: lookAlike.kind, lookAlike })
  return assemble(flat, { kind: 'access-denied', message, own: additionTo(flat, message) })
}

/** Does the line of a service's sentence name another system? */
function elsewhere(flat: FlatText, { from, to }: ReadSentence): boolean {
  const line = inOneLine(lineAround(flat.text, from, to))
  return (
    find(possible(s3Compatible, flat), inOneLine(linesAround(flat.text, from, to))) !== undefined ||
    find(possible(otherClouds, flat), line) !== undefined
  )
}

/** The denial of a service's own sentence. */
function ofSentence(flat: FlatText, own: ReadSentence, message: Message | undefined): Denial {
  return assemble(flat, { kind: own.kind, message, own })
}

/** The farthest that a service’s own sentence can be from AWS’s standard sentence and still belong to it. */
const nearby = 700

/** What a service’s own sentence adds to AWS’s standard sentence: who called, and whether a policy can help. The fields stay AWS’s. */
function additionTo(flat: FlatText, { action }: Message): ReadSentence | undefined {
  if (!action) return undefined
  const start = Math.max(0, action.from - nearby)
  const own = flat.mayHave(additionalWords)
    ? readAdditional(flat.text.slice(start, action.from + 2 * nearby))
    : undefined
  if (!own || Math.abs(start + own.from - action.from) > nearby) return undefined
  return { ...own, action: undefined, principal: undefined, resource: undefined, derived: undefined }
}

/** Policy statements are often named after what they deny: such a name isn’t a denial, wherever a line breaks it. */
const withoutStatementIds = (text: string): string =>
  text.replace(/"(?:Sid|statementId)"\s{0,9}:\s{0,9}"[^"]{0,200}"/g, '""')

const counted: ReadonlySet<DenialKind> = new Set([
  'access-denied',
  'encoded-authorization-failure',
  'credential-problem',
])

/** Is this kind of answer counted as a denial in logs? */
export const isCounted = (kind: DenialKind): boolean => counted.has(kind)
