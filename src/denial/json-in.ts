import { readJson } from '../text/index.ts'
import { objectsIn, type Tree } from './json-tree.ts'
import { ObjectSplitter } from './object-splitter.ts'

/** Texts longer than this are not searched for JSON at once; they are streamed. */
export const longestJson = 5_000_000

/** Every JSON object in a text and in the strings within: broken ones as far as they can be read. */
export function* jsonObjects(text: string): Generator<Tree> {
  for (const found of outermost(text)) yield* objectsIn(parse(found), (inner) => outermost(inner).map(parse))
}

/** The same text in the ways it may have been written: as it is, with one, two, three layers of escapes taken off, in another quoting. */
export function* spellings(text: string, flat: string): Generator<string> {
  if (text.length > longestJson) return
  yield text
  let unescaped = text
  for (let i = 0; i < 3 && /\\["nt]/.test(unescaped); i++) {
    unescaped = unescapeOnce(unescaped)
    yield unescaped
  }
  yield flat
  yield withBrace(text)
  yield withBrace(flat)
  yield fromBraceBefore(flat, '"explicitDeny"')
  if (/(?:userIdentity|explicitDeny|eventSource|evaluatedEffect)'?\s*:/.test(flat)) yield inDoubleQuotes(flat)
}

function outermost(text: string): readonly string[] {
  const splitter = new ObjectSplitter()
  const segments = [...splitter.push(text), ...splitter.end()]
  return segments.flatMap(({ kind, text: found }) => (kind === 'object' ? [found] : []))
}

/** Reads JSON tolerantly, with the line breaks in strings or without them, whichever leaves fewer mistakes. */
export function parse(text: string): Tree {
  const asWritten = readJson(text)
  const isBroken = asWritten.problems.some(({ code }) => code === 'json-string')
  const joined = isBroken ? readJson(withoutBreaks(text)) : asWritten
  return (joined.problems.length < asWritten.problems.length ? joined : asWritten).value
}

/** Tables and terminals break long values, and tables indent the rest: JSON has no line break inside of a string. */
function withoutBreaks(text: string): string {
  const parts: string[] = []
  let [from, isInString] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 34) isInString = !isInString
    else if (isInString && (code === 10 || code === 13)) {
      parts.push(text.slice(from, at))
      // One blank is the text's own.
      from = at + 1 + (/^(?:[ \t]{2,60})?/.exec(text.slice(at + 1, at + 62))?.[0].length ?? 0)
    }
  }
  return parts.join('') + text.slice(from)
}

const meanings: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' }

const unescapeOnce = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, letter: string | undefined) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (meanings[letter ?? ''] ?? letter ?? ''),
  )

/** An object that was cut out of its braces gets them back. */
function withBrace(text: string): string {
  const key = text.search(/"\w{1,60}"\s{0,20}:/)
  return key < 0 ? '' : `{${text.slice(key)}`
}

/** An object whose quotes were taken for those of the string around it: {"DecodedMessage": "{"allowed": …. */
function fromBraceBefore(text: string, key: string): string {
  const at = text.indexOf(key)
  const brace = at < 0 ? -1 : text.lastIndexOf('{', at)
  return brace < 0 ? '' : text.slice(brace)
}

/** Python's and JavaScript's way to print an object, as JSON. */
const inDoubleQuotes = (text: string): string =>
  text
    .replace(/([{[,:]\s{0,40})'/g, '$1"')
    .replace(/'(\s{0,40}[\]},:])/g, '"$1')
    .replace(/([{,]\s{0,40})([A-Za-z]\w{0,60}):/g, '$1"$2":')
    .replace(/:\s{0,4}(True|False|None|undefined)\b/g, (_, word: string) => `: ${words[word] ?? 'null'}`)

const words: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' }
