import { isAlone } from './alone.ts'
import { hasMarks, isInMark, withOneWordNames, withoutMarks } from './broken-marks.ts'
import { nextLine, skipBlanks } from './join-lines.ts'
import { behindLineMarks } from './line-marks.ts'
import { hasOperation, isOperation } from './operation-services.ts'
import { storeHost } from './s3-stores.ts'
import { isService } from './service-prefixes.ts'
import { isVocabulary } from './vocabulary.ts'

/** Longer texts come from files, which have no width. */
const longest = 20_000
/** No word and no ARN is looked at further than this. */
const reach = 300

/** No mark is longer before its break. */
const longestMark = 80

/** What goes on behind a caller, an action or a resource. */
const goesOn =
  /^(?:is\s{1,60}not\b|on\s{1,60}resource|because\b|with\s{1,60}an\s{1,60}explicit|and\s|\((?:Service:|code=)|status\s{1,60}code)/
const follows = (after: string): boolean => goesOn.test(after.trimStart())
const sentenceWord = /^(?:is|on|because|with|not|and|status)$/
const beforeAction =
  /(?:\bperform(?::\s{0,40}|\s{1,40})["'`*]{0,2}|\ballows\s{1,40}the\s{1,40}|\bAPI:\s{1,9}|\bdenied\s{1,9}to\s{1,9}|\bpermissions?\s{1,9}to\s{1,9})([a-z0-9-]{0,40}:?[A-Za-z]{0,80}(?:-[A-Za-z]{0,80})?)$/

/** Line breaks by their offsets in the text, in ascending order. */
interface WordBreaks {
  /** Those inside of a word of AWS's sentence, an ARN, an action, or a mark. */
  readonly all: ReadonlySet<number>
  /** Those inside of an escape, an entity, a tag, or a name in angle brackets: there, nothing else is possible. */
  readonly inMarks: ReadonlySet<number>
}

/**
 * The line breaks that stand inside a word, at any width: each is decided by the two pieces next to it, so that other lines stay as they are.
 * Undefined where there are none. Linear: it looks a bounded way around each break.
 */
export function wordBreaks(text: string): WordBreaks | undefined {
  if (text.length > longest || !text.includes('\n')) return undefined
  const [all, inMarks] = [new Set<number>(), new Set<number>()]
  const read = hasMarks(text) ? withoutMarks : asWritten
  let next = lineAt(text, 0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const line = next
    next = lineAt(text, at + 1)
    const around = linesAt(text, at, line.isMarked ? next.text : at + 1)
    if (!around) {
      if (isHostBroken(text, at)) all.add(at)
      continue
    }
    const isMark = isInMark(around.ahead.slice(-longestMark), around.behind.trimStart())
    if (isMark) inMarks.add(at)
    if (isMark || isInsideWord(around, read)) all.add(at)
  }
  return all.size > 0 ? { all, inMarks } : undefined
}

/** Where the text of the line that begins at a place begins, and whether a mark stands before it. */
function lineAt(text: string, start: number): { readonly text: number; readonly isMarked: boolean } {
  const behind = behindLineMarks(text, start)
  return { text: behind, isMarked: behind > skipBlanks(text, start) }
}

/** More breaks than this are those of a log: its lines belong apart. */
const few = 3

/** A line that begins with something, and not as the next line of a trace or of an SDK’s error does. */
const continues = /^[ \t]{0,60}(?!status code|request id|at \S{0,200}[.(/<]|in |File "|Caused by|\^|[|│>#-] )\S/

/**
 * Every line break of a text that has few: each might stand inside of a word that no table knows, or between two words that belong together.
 * Undefined where there are none or many.
 */
export function fewBreaks(text: string): ReadonlySet<number> | undefined {
  if (text.length > longest) return undefined
  const found = new Set<number>()
  let breaks = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++breaks > few) return undefined
    const end = text[at - 1] === '\r' ? at - 1 : at
    if (end > 0 && text[end - 1] !== '\n' && continues.test(text.slice(at + 1, at + 90))) found.add(at)
  }
  return found.size > 0 ? found : undefined
}

const asWritten = (text: string): string => text

/** A line that ends with blanks ends with a whole word, unless that's the beginning of a host which is named in the next line. */
function isHostBroken(text: string, at: number): boolean {
  const ahead = text.slice(Math.max(0, at - reach), at).trimEnd()
  const behind = text.slice(nextLine(text, at), at + reach).trimStart()
  return /[\w.-]$/.test(ahead) && isInDomain(ahead, behind)
}

/** The end of a line and the beginning of the next; undefined where the line doesn't end with a word. */
function linesAt(
  text: string,
  at: number,
  next: number,
): { readonly ahead: string; readonly behind: string } | undefined {
  const end = text[at - 1] === '\r' ? at - 1 : at
  if (end === 0 || isBlank(text.charCodeAt(end - 1))) return undefined
  return { ahead: text.slice(Math.max(0, end - reach), end), behind: text.slice(next, next + reach + 220) }
}

/** `read` gives the words for a piece of the text: it may write some of its characters as escapes or entities. */
function isInsideWord(
  { ahead, behind }: { readonly ahead: string; readonly behind: string },
  read: (text: string) => string,
): boolean {
  const words = /^[ \t]{0,60}([^\s]{1,300})([\s\S]{0,80})/.exec(read(behind))
  const before = withOneWordNames(read(ahead))
  const start = wordStart(before, before.length)
  if (!words || start === before.length) return false
  const left = before.slice(start)
  const [, right = '', after = ''] = words
  if (isVocabulary(left, right) || isInIdentifier(left, right) || isInHost(left, right)) return true
  // One blank at the beginning of a line belongs to a name in quotes; more are indentation.
  const isNext = /^ \S/.test(behind) && openQuote(before) !== undefined
  if (!isNext && isInArn(left, right, after)) return true
  if (!isNext && (isInQuotes(before, `${right}${after}`) || isInName(before, right, after))) return true
  return isInAction(before, { left, right, after })
}

/** Where the word that ends at a place begins, at most `reach` before it. */
function wordStart(text: string, end: number): number {
  let at = end
  while (at > 0 && end - at < reach && !isBlank(text.charCodeAt(at - 1))) at--
  return at
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0

/** A key of JSON has no line break in it, and the name of an operation ends where no service has a shorter one. */
function isInIdentifier(left: string, right: string): boolean {
  if (/^\w{0,40}["']\s{0,9}:/.test(right) && /(?:^|[{,"'])["']\w{0,40}$/.test(left)) return true
  const end = /^[A-Za-z0-9]{1,80}/.exec(right)?.[0]
  const start = end === undefined ? undefined : /(?<![\w-])[A-Z]\w{0,80}$/.exec(left)?.[0]
  return start !== undefined && end !== undefined && isOperation(start + end) && !isOperation(start)
}

/**
 * "cognito-" and "idp.amazonaws.com": together they name a service, and the second half alone names none. An address of AWS ends behind its domain, and
 * "s3://" is one word.
 */
function isInHost(left: string, right: string): boolean {
  if (!left.includes('.') && !right.includes('.') && !s3Address.test(left)) return false
  const address = /https?:\/\/[\w.-]{0,200}$/.exec(left)?.[0]
  const host = /^[\w.-]{1,200}/.exec(right)?.[0]
  const isAws = (text: string): boolean => text.includes('.amazonaws.com')
  if (address !== undefined && host !== undefined && !isAws(address) && isAws(address + host)) return true
  const scheme = /(?<![\w.-])(?:s|s3|s3:|s3:\/)$/.exec(left)?.[0]
  if (scheme !== undefined && `${scheme}${right}`.startsWith('s3://')) return true
  if ((/\bs3:\/\/$/.test(left) && /^\w/.test(right)) || (isAws(address ?? '') && /^\/(?:$|["'<])/.test(right)))
    return true
  if (isInDomain(left, right)) return true
  const start = /[a-z0-9-]{1,40}$/.exec(left)?.[0]
  const end = /^([a-z0-9-]{0,40})\.amazonaws\.com\b/.exec(right)?.[1]
  return start !== undefined && end !== undefined && isService(`${start}${end}`) && !isService(end)
}

/** The end of a word that begins an address of Amazon S3. */
const s3Address = /(?:s|s3|s3:\/{0,2})$/

/** AWS's own domain, that of another store with S3's API, or another cloud's: one that only the two pieces together name. No host begins with a dot. */
function isInDomain(left: string, right: string): boolean {
  const [start, end] = [/[\w.-]{1,200}$/.exec(left)?.[0], /^[\w.-]{1,200}/.exec(right)?.[0]]
  if (start === undefined || end === undefined) return false
  if (/\w$/.test(start) && /^\.[a-z0-9.-]{0,80}\.amazonaws\.com\b/.test(end)) return true
  return [awsHost, storeHost, otherHost].some((host) => host.test(start + end) && !host.test(start) && !host.test(end))
}
const awsHost = /[a-z0-9]\.amazonaws\.com\b/
const otherHost = /\bminio\.[\w-]|\.(?:googleapis|aliyuncs|tencentcloudapi)\.com\b|\.windows\.net\b/

/** An ARN has five colons before its resource; after them, only a sentence that continues shows that the next word belongs to the ARN. */
function isInArn(left: string, right: string, after: string): boolean {
  const head = /^r?n?:/.test(right) ? /(?:^|["'`>]|\*\*)(ar?n?)$/.exec(left)?.[1] : undefined
  if (head !== undefined && `${head}${right}`.startsWith('arn:')) return true
  if (/^["'`]$/.test(left) && right.startsWith('arn:')) return true
  const from = left.lastIndexOf('arn:')
  if (from < 0 || !/^[\w:/.+=,@*<${}[\]-]/.test(right)) return false
  // No line begins so.
  if (/^:[^\s:]/.test(right)) return true
  const colons = left.slice(from).split(':').length - 1
  // IAM's ARNs have a name behind their kind.
  if (
    right.startsWith('/') &&
    /^arn:[\w-]{1,20}:(?:iam|sts):.{0,30}:(?:user|role|group|policy|assumed-role)$/.test(left.slice(from))
  )
    return true
  // Up to the quote that closes the string around the whole message.
  const isToEnd = /^[\w:/.+=,@*-]{1,280}(?:\\{0,3}["'][}\],]|<\/)/.test(right)
  return colons < 5 || isToEnd || (!sentenceWord.test(right) && follows(after))
}

/** The quote that opens an ARN at the end of a text and isn’t closed. A key may hold an apostrophe. */
const openQuote = (before: string): string | undefined =>
  !before.includes('arn:')
    ? undefined
    : /"arn:[^"\n]{0,280}$/.test(before)
      ? '"'
      : /(["'`])arn:[^"'`\n]{0,280}$/.exec(before)?.[1]

/** An ARN in quotes goes on up to the quote that closes it. */
function isInQuotes(before: string, behind: string): boolean {
  const quote = openQuote(before)
  if (quote === undefined) return false
  const inside = behind.slice(0, Math.max(0, behind.indexOf(quote)))
  return inside !== '' && !inside.includes('\n') && !/(?:^|\s)(?:because|with|is|on)\s/.test(inside)
}

/** Between "User:" and "is not authorized", and between "on resource:" and the reason, stands one name, or "role NAME". */
const beforeCaller = /\buser:?\s{1,9}(?:with\s{1,9}accountid:\s{1,9})?["'`*]{0,3}\S{1,280}$/i
const behindCaller = /^\s{1,9}is\s{1,60}not\s/
const beforeResource =
  /\bon\s{1,9}resource:\s{1,9}["'`*]{0,3}(?:(?:role|user|group|policy|instance profile|key|table|topic|queue)\s)?\S{1,280}$/i
const behindResource = /^["'`*]{0,3}\s{1,9}(?:because\s{1,60}no|with\s{1,60}an\s{1,60}explicit)\s/

function isInName(before: string, right: string, after: string): boolean {
  const isCaller = behindCaller.test(after)
  if (!isCaller && !behindResource.test(after)) return false
  // "role" at the end of a line, and its name in the next.
  if (/(?:^|[\s"'`])(?:role|user|group|policy|profile|key|table|topic|queue)$/.test(before)) return false
  if (isCaller) return beforeCaller.test(before) || before.endsWith('-')
  return !sentenceWord.test(right) && beforeResource.test(before) && !/^["'`]/.test(right)
}

function isInAction(
  before: string,
  { left, right, after }: { readonly left: string; readonly right: string; readonly after: string },
): boolean {
  if (!left.includes(':') && !right.includes(':')) return false
  const start = beforeAction.exec(before.slice(-200))?.[1]
  const end = /^[A-Za-z0-9:-]{1,80}/.exec(right)?.[0]
  if (start?.endsWith(':') === true && /^\*["'`*]{0,3}$/.test(right) && follows(after)) return true
  if (
    !start ||
    end === undefined ||
    !/^[a-z][a-z0-9-]{1,40}:[A-Za-z0-9]{2,100}(?:-[A-Z][A-Za-z]{1,80})?$/.test(start + end)
  )
    return false
  // "ec2:Ru" isn't an action, and "ec2:RunInstances" is one. No sentence begins with a word like "WithWebIdentity".
  if (isKnown(start + end) && (!isKnown(start) || /^(?:[A-Z][a-z]+){2,}$/.test(end))) return true
  if (sentenceWord.test(right) || !/:[A-Z]/.test(start + end)) return false
  return follows(after) || /^\s{1,60}action\b/.test(after)
}

function isKnown(action: string): boolean {
  const [prefix = '', operation] = action.split(':')
  return operation !== undefined && hasOperation(prefix.toLowerCase(), operation)
}

/** The next line as the rest of a value: one word alone, or the rest of a name with blanks and then AWS's reason. */
const restAlone = /^[ \t]{0,60}([\w:/.+=,@*-][\w:/.+=,@*<>-]{0,199})["'`]?[ \t]{0,9}(?:\r?\n|$|\(Service:|\(code=)/
const restWithReason =
  /^[ \t]{0,60}([\w.-]{0,80}[:/][\w:/.+=,@*-]{0,80}(?: [\w.-]{1,60}){0,6}) (?:because no|with an explicit)\b/
/** A text never ends with these. */
const isNoEnd = (word: string, rest: string): boolean =>
  /^(?:on|or|and|but|also|see|how|what)$/.test(word) && rest.trim() === word

/** Does a line right behind a value look like its rest? The joined value; undefined where nothing suggests it. */
export function mayGoOn(text: string, value: string, end: number): string | undefined {
  const [gap] = /^\r?\n/.exec(text.slice(end, end + 2)) ?? []
  if (gap === undefined) return undefined
  const from = nextLine(text, end + gap.length - 1)
  const rest = text.slice(from, from + 700)
  const reasoned = restWithReason.exec(rest)?.[1]
  if (reasoned !== undefined) return `${value}${reasoned}`
  const next = restAlone.exec(rest)?.[1]
  if (next === undefined || /^[-=*.]+$|:$/.test(next)) return undefined
  return isAlone(next) && !isNoEnd(next, rest) ? undefined : `${value}${next}`
}
