import {
  holdsDoubleBraces,
  holdsMarks,
  type JsonNode,
  movedNode,
  readJson,
  type Span,
  withoutMarks,
} from '../../text/index.ts'
import { isBigListing } from './big-listing.ts'
import { jsonChunks } from './chunks.ts'
import { hclSources } from './hcl-sources.ts'
import { isLooseObject, type Languages, yamlStart } from './languages.ts'
import type { Unread } from './notes.ts'
import { balancedEnd, holdsError, scriptRegions, yamlRegions } from './regions.ts'
import type { Source } from './source.ts'
import { isStatement } from './statements.ts'

/** Everything in a text that is data, in the order of the text, and what seems to be and can't be read. */
export interface Sources {
  readonly sources: readonly Source[]
  /** Listings of an account that are too long to be read before it's known whom they concern. */
  readonly listings: readonly Span[]
  readonly unread: readonly Unread[]
}

/** Events and decoded messages hold documents too, but they are what was denied. */
const isEvent = /"(?:eventSource|userIdentity|eventVersion|explicitDeny|matchedStatements|evaluatedEffect)\\?"/
const isDocument =
  /Statement|AttachedPolicies|PermissionsBoundaryArn|_CONTROL_POLICY|DetailList|"UserId"|EvalDecision|"(?:Not)?Action"|"Effect"|"Policies"/
const policyElement = /\b(?:Statement|Effect|Action|NotAction|actions|Policies)\b/

/** Cuts the data out of a text. Each language's pieces are looked for where no earlier one's are: Terraform, programs, JSON, loose objects, YAML. */
export function sourcesIn(text: string, languages: Languages): Sources {
  const found: Source[] = [...wholeYaml(text, languages)]
  const unread: Unread[] = []
  let isFree = freeOf(found)
  if (languages.hcl) found.push(...hclSources(text, languages.hcl, isFree))
  isFree = freeOf(found)
  for (const span of languages.script ? scriptRegions(text) : []) {
    if (!isFree(span)) continue
    const tree = languages.script?.(text.slice(span.from, span.to), 'program', span.from)
    if (tree) found.push({ span, language: 'code', tree, isCutOff: false })
  }
  isFree = freeOf(found)
  const chunks = jsonChunks(text).filter(isFree)
  const listings = chunks.filter((span) => isBigListing(text, span))
  const others = chunks.filter((span) => !listings.includes(span))
  found.push(...jsonSources(text, chunks, others, languages).filter(({ span }) => isFree(span)))
  isFree = freeOf(found)
  found.push(...looseSources(text, languages, isFree))
  isFree = freeOf(found)
  for (const span of languages.yaml ? yamlRegions(text) : []) {
    if (!isFree(span)) continue
    const read = yamlSource(text, span, languages)
    if (read && 'tree' in read) found.push(read)
    else if (read) unread.push(read)
  }
  return { sources: found.sort((a, b) => a.span.from - b.span.from), listings, unread }
}

/** A first line that isn't a comment, and a top-level key that only templates, Serverless, and Kubernetes have. */
const yamlFile =
  /^(?:[ \t]*(?:#[^\n]*|---[^\n]*|\{\{[^\n]*\}\}[ \t]*)?\r?\n)*['"]?\w[\w:.-]{0,80}['"]?[ \t]{0,4}:(?:\s|$)/
const yamlFileKey =
  /^['"]?(?:AWSTemplateFormatVersion|Resources|service|provider|functions|apiVersion)['"]?[ \t]{0,4}:/m

/** A policy in YAML's own form, or in a text in double quotes. */
const inYamlForm = /^[ \t-]*(?:Statement|Effect)[ \t]{0,4}:|\\"Statement\\"/m
/** A policy in JSON. */
const inJsonForm = /\{\s{0,400}"(?:Version|Statement|Id)"\s{0,9}:/

/**
 * A file that is YAML as a whole: objects in braces in it, and JSON in its texts, belong to what is around them. One without a key that shows it
 * counts if it has policies in both forms, because those in JSON would hide the others.
 */
function wholeYaml(text: string, { yaml }: Languages): readonly Source[] {
  if (!yaml || !yamlFile.test(text)) return []
  const keyAt = text.search(yamlFileKey)
  if (keyAt < 0 && !(inYamlForm.test(text) && inJsonForm.test(text))) return []
  // `"errorMessage": "An error occurred …"` is an entry of YAML as well, and it's the error.
  if (holdsError(text.slice(0, Math.max(keyAt, 0)))) return []
  const asWritten = yaml(text, 0)
  const read = asWritten.is === 'read' || !holdsMarks(text) ? asWritten : yaml(withoutMarks(text, 'yaml'), 0)
  if (read.is !== 'read') return []
  const span = { from: 0, to: text.length }
  return [{ span, language: 'YAML', tree: { kind: 'array', items: read.documents, span }, isCutOff: false }]
}

/** Does a span touch none of the sources so far? They don't touch each other, so one look in their order tells. */
function freeOf(sources: readonly Source[]): (span: Span) => boolean {
  const taken = sources.map(({ span }) => span).sort((a, b) => a.from - b.from)
  return ({ from, to }) => {
    let [low, high] = [0, taken.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((taken[middle]?.to ?? 0) <= from) low = middle + 1
      else high = middle
    }
    const next = taken[low]
    return next === undefined || to <= next.from
  }
}

function jsonSources(
  text: string,
  all: readonly Span[],
  wanted: readonly Span[],
  { script }: Languages,
): readonly Source[] {
  const chunks = wanted.filter(({ from, to }) => {
    const chunk = text.slice(from, to)
    return isDocument.test(chunk) && !isEvent.test(chunk)
  })
  const read = chunks.flatMap((span): readonly Source[] => {
    const chunk = text.slice(span.from, span.to)
    const { value, problems } = readJson(chunk)
    const isTemplate = problems.length > 0 ? holdsMarks(chunk) : holdsDoubleBraces(chunk)
    const filled = isTemplate ? readJson(withoutMarks(chunk, 'json')) : undefined
    if (filled?.value && filled.problems.length === 0)
      return [{ span, language: 'code', tree: movedNode(filled.value, span.from), isCutOff: false }]
    // Names and calls as values: a program's object, whose keys happen to be in double quotes.
    if (script && problems.some(({ code }) => code === 'json-symbol'))
      return [{ span, language: 'code', tree: script(chunk, 'value', span.from), isCutOff: false }]
    return value ? [{ span, language: 'JSON', tree: movedNode(value, span.from), isCutOff: false }] : []
  })
  const cut = cutOff(text, all)
  return [...gathered(text, read), ...pairs(text, [...all, ...cut.map(({ span }) => span)]), ...cut]
}

/** Statements with nothing but commas and brackets between them are one list. */
function gathered(text: string, sources: readonly Source[]): readonly Source[] {
  const lists: Source[][] = []
  for (const source of sources) {
    const before = lists.at(-1)
    const last = before?.at(-1)
    const isNext =
      last &&
      isStatement(last.tree) &&
      isStatement(source.tree) &&
      /^[\s,[\]]*$/.test(text.slice(last.span.to, source.span.from))
    if (before && isNext) before.push(source)
    else lists.push([source])
  }
  return lists.flatMap((list): readonly Source[] => {
    const [first] = list
    const last = list.at(-1)
    if (!first || !last || list.length === 1) return list
    const span = { from: first.span.from, to: last.span.to }
    return [{ ...first, span, tree: { kind: 'array', items: list.map(({ tree }) => tree), span } }]
  })
}

const pairStart =
  /^[ \t]*"(?:Sid|Effect|Action|NotAction|Resource|Condition|(?:ForA(?:ll|ny)Values?:)?(?:String|Arn|Bool|IpAddress|NotIpAddress)(?:Not)?(?:Equals(?:IgnoreCase)?|Like)?(?:IfExists)?)"\s{0,9}:/gm
/** An operator and its block, without the Condition around them. */
const startsCondition = /^"(?:ForA|String|Arn|Bool|IpAddress|NotIp)[^"]{0,40}"\s{0,9}:\s{0,9}\{/
const aroundBlock = '{"Condition":{'

/** `"Action": […], "Resource": […]` without the braces of a statement, or a condition's operators alone. */
function pairs(text: string, chunks: readonly Span[]): readonly Source[] {
  const found: Source[] = []
  pairStart.lastIndex = 0
  for (let match = pairStart.exec(text); match; match = pairStart.exec(text)) {
    const from = match.index + match[0].indexOf('"')
    const inside = chunks.find((chunk) => chunk.from <= from && from < chunk.to)
    if (inside) {
      pairStart.lastIndex = inside.to
      continue
    }
    const to = pairEnd(text, from)
    const pair = text.slice(from, to)
    const before = startsCondition.test(pair) ? aroundBlock : '{'
    const { value } = readJson(`${before}${pair}${before === '{' ? '}' : '}}'}`)
    pairStart.lastIndex = to
    if (value && isStatement(value) && (before === '{' || from >= before.length))
      found.push({
        span: { from, to },
        language: 'JSON',
        tree: movedNode(value, from - before.length),
        isCutOff: false,
      })
  }
  return found
}

/** Behind the last line that goes on with members or with a list's items. */
function pairEnd(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline
    if (!/^\s*(?:["[\]{}]|$)/.test(text.slice(at, Math.min(next, at + 200)))) break
    if (text.slice(at, next).trim() !== '') end = next
    at = next + 1
  }
  return end
}

/** A document at the end of the text that is never closed. */
function cutOff(text: string, chunks: readonly Span[]): readonly Source[] {
  const behind = chunks.at(-1)?.to ?? 0
  const open = /\{\s{0,400}"(?:Version|Statement|Effect|Sid|Id)"/g
  open.lastIndex = behind
  const at = open.exec(text)?.index
  if (at === undefined) return []
  const span = { from: at, to: text.length }
  const rest = text.slice(at)
  if (balancedEnd(text, at) !== undefined || !policyElement.test(rest) || isEvent.test(rest)) return []
  const { value } = readJson(rest)
  return value ? [{ span, language: 'JSON', tree: movedNode(value, at), isCutOff: true }] : []
}

/** Finding that an object is never closed takes a scan of the rest of the text: a text with more of these isn’t a program. */
const mostUnclosed = 20

/** Objects with keys as programs write them, one or several separated by commas. */
function looseSources(text: string, { script, hcl }: Languages, isFree: (span: Span) => boolean): readonly Source[] {
  if (!script && !hcl) return []
  const found: Source[] = []
  let unclosed = 0
  for (let at = text.indexOf('{'); at >= 0 && unclosed < mostUnclosed; ) {
    const isLoose = isLooseObject(text, at)
    const to = isLoose ? balancedEnd(text, at) : undefined
    if (isLoose && to === undefined) unclosed++
    const content = to === undefined ? '' : text.slice(at, to)
    // Reading costs much more than looking: what another language has isn't read again.
    if (to === undefined || !isFree({ from: at, to }) || !policyElement.test(content)) {
      at = text.indexOf('{', at + 1)
      continue
    }
    const isAssigned = /^\{\s*(?:#[^\n]*\s*)*"?\w+"?\s*=[^=]/.test(content)
    const language = isAssigned ? 'Terraform' : 'code'
    const tree = isAssigned ? hcl?.(`a=${content}`, at - 2).members[0]?.value : script?.(content, 'value', at)
    if (tree) found.push({ span: { from: at, to }, language, tree, isCutOff: false })
    at = text.indexOf('{', to)
  }
  return gathered(text, found).filter(({ span }) => isFree(span))
}

/** How many ends of a block are tried: what follows it may look like YAML. */
const mostTries = 8

/** A block of YAML; the paragraphs before the first element of a statement can be something else that looks like it. */
function yamlSource(text: string, region: Span, languages: Languages): Source | Unread | undefined {
  const whole = yamlBlock(text, region, languages)
  if (!whole || 'tree' in whole) return whole
  const element = text.slice(region.from, region.to).search(yamlStart)
  const starts = paragraphs(text, { from: region.from, to: region.from + Math.max(element, 0) }).map((at) => at + 2)
  for (const from of starts.reverse()) {
    const block = yamlBlock(text, { from, to: region.to }, languages)
    if (block && 'tree' in block) return block
  }
  return whole
}

/** A block of YAML from its first line; that line may have lost its indentation on the clipboard. */
function yamlBlock(text: string, { from, to }: Span, { yaml }: Languages): Source | Unread | undefined {
  let problem: Unread | undefined
  for (const end of [to, ...paragraphs(text, { from, to })]) {
    const block = text.slice(from, end)
    if (!policyElement.test(block)) return problem
    for (const lost of new Set([0, lostIndent(block)])) {
      const read = yaml?.(' '.repeat(lost) + block, from - lost)
      if (read?.is === 'broken')
        problem ??= {
          span: { from, to },
          language: 'YAML',
          reason: { code: 'broken', says: read.message },
          at: Math.max(from, read.at),
        }
      if (read?.is !== 'read') continue
      const span = { from, to: end }
      const [only, ...more] = read.documents
      if (!only) continue
      const tree: JsonNode = more.length === 0 ? only : { kind: 'array', items: read.documents, span }
      return { span, language: 'YAML', tree, isCutOff: false }
    }
  }
  return problem
}

function lostIndent(block: string): number {
  const [first = '', ...lines] = block.split('\n', 50)
  const own = first.search(/\S/)
  const next = lines.map((line) => line.search(/[^\s-]/)).filter((indent) => indent >= 0)
  const least = Math.min(...next)
  return own === 0 && next.length > 0 && Number.isFinite(least) && least > 0 && !/:\s*$/.test(first)
    ? least - first.search(/[^\s-]/)
    : 0
}

/** Where paragraphs of a block end, the last first. */
function paragraphs(text: string, { from, to }: Span): readonly number[] {
  const ends: number[] = []
  for (
    let at = text.lastIndexOf('\n\n', to - 1);
    at > from && ends.length < mostTries;
    at = text.lastIndexOf('\n\n', at - 1)
  )
    ends.push(at)
  return ends
}
