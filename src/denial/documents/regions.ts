import { lineStart, type Span } from '../../text/index.ts'
import { hclStart, scriptStart, yamlStart } from './languages.ts'

const opening = '([{'
const closing = ')]}'

/**
 * Behind the bracket that closes the first one at or behind `from`; undefined where none does. Strings in any quotes and comments are passed over;
 * in prose an apostrophe ends at its line. Linear in the text.
 */
export function balancedEnd(text: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const c = text[at] ?? ''
    if (c === '"' || c === "'" || c === '`') at = stringEnd(text, at, c)
    else if (c === '#' && !/\w/.test(text[at - 1] ?? '')) at = lineEnd(text, at)
    else if (c === '/' && text[at + 1] === '/' && text[at - 1] !== ':') at = lineEnd(text, at)
    else if (opening.includes(c)) depth++
    else if (closing.includes(c) && depth > 0 && --depth === 0) return at + 1
  }
  return undefined
}

function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at]
    if (c === '\\') at++
    else if (c === quote || (c === '\n' && quote !== '`')) return at
  }
  return text.length
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Blocks of Terraform with nothing but comments between them: one file, in which one names what another one holds. */
export interface HclRegion extends Span {
  readonly blocks: readonly Span[]
}

/** Regions of Terraform, each block of them whole. */
export function hclRegions(text: string): readonly HclRegion[] {
  const files: Span[][] = []
  const start = new RegExp(hclStart.source, 'gm')
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const block = { from: found.index, to: balancedEnd(text, found.index) ?? text.length }
    const file = files.at(-1)
    const before = file?.at(-1)
    const isNext = before && /^(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*$/.test(text.slice(before.to, block.from))
    if (file && isNext) file.push(block)
    else files.push([block])
    start.lastIndex = block.to
  }
  return files.map((blocks) => ({ from: blocks[0]?.from ?? 0, to: blocks.at(-1)?.to ?? 0, blocks }))
}

const codeStart =
  /^[ \t]*(?:\w{1,60}:[ \t]{0,4}new[ \t]|import|from|const|let|var|export|class|def|new|@|[\w.]{1,80}\s{0,4}=|[\w.]{1,80}\()/
/** How many lines above the first call may belong to the same program. */
const mostLines = 400

/** Pieces of a program that build a policy: from where its code begins to where the last of its calls ends. */
export function scriptRegions(text: string): readonly Span[] {
  const regions: Span[] = []
  const start = new RegExp(scriptStart.source, 'g')
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const before = regions.at(-1)?.to ?? 0
    const from = codeBefore(text, found.index, before)
    let to = balancedEnd(text, found.index) ?? text.length
    // What the line opened before the call is closed behind it.
    for (let end = balancedEnd(text, from); end !== undefined && end <= to; ) end = balancedEnd(text, end)
    const open = balancedFrom(text, from, found.index)
    to = Math.max(to, open ?? to)
    regions.push({ from, to })
    start.lastIndex = to
  }
  return regions
}

/** Where the brackets that are open at `at`, counted from `from`, are closed again. */
function balancedFrom(text: string, from: number, at: number): number | undefined {
  for (let start = from; start < at; ) {
    const end = balancedEnd(text, start)
    if (end === undefined) return undefined
    if (end > at) return end
    start = end
  }
  return undefined
}

/** The first line of the code around a call: goes up while lines look like code. */
function codeBefore(text: string, at: number, floor: number): number {
  let from = lineStart(text, at)
  let best = from
  for (let line = 0; line < mostLines && from > floor; line++) {
    const above = lineStart(text, from - 1)
    const content = text.slice(above, from - 1)
    if (/^\s*(?:```|~~~)/.test(content) || /\bnot authorized\b|\bdenied\b/i.test(content)) break
    if (codeStart.test(content)) best = above
    else if (content.trim() !== '' && !/[{}()[\],;:]\s*$|^\s*(?:\/\/|\*|\/\*|#|["'`}\])]|\w+:)/.test(content)) break
    from = above
  }
  return Math.max(best, floor)
}

/** A line that YAML can contain: an entry, a list item, a comment, or nothing. */
const yamlLine = /^\s*(?:#.*|-(?:\s.*)?|['"]?[\w$@.:/*<&!-]{1,120}['"]?[ \t]{0,4}:(?:\s.*)?|---|\.\.\.)?$/
const fence = /^\s{0,40}(?:```|~~~)/
const sentence = /\bnot authorized\b|\bdenied\b|\berror occurred\b|^\s*(?:User|Error|Exception|Caused by)\s?:/i

/** Does a line of a text say that something was denied or failed? */
export const holdsError = (text: string): boolean => text.split('\n').some((line) => sentence.test(line.slice(0, 1000)))

/** Blocks of YAML at any indentation around an element of a statement, each with the places where it may end at last. */
export function yamlRegions(text: string): readonly Span[] {
  const regions: Span[] = []
  const start = new RegExp(yamlStart.source, 'gm')
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const at = lineStart(text, found.index + found[0].search(/\S/))
    const region = { from: upwards(text, at, regions.at(-1)?.to ?? 0), to: downwards(text, at) }
    regions.push(region)
    start.lastIndex = Math.max(region.to, found.index + found[0].length)
  }
  return regions
}

const isYaml = (line: string): boolean =>
  yamlLine.test(line.slice(0, 1000).replace(/\r$/, '')) && !sentence.test(line.slice(0, 1000))

function upwards(text: string, at: number, floor: number): number {
  let [from, best] = [at, at]
  let shallowest = indentOf(text, at)
  while (from > floor) {
    const above = lineStart(text, from - 1)
    const line = text.slice(above, from - 1)
    const isInside = indentOf(text, above) > shallowest && line.trim() !== '' && !fence.test(line)
    if (!isYaml(line) && !isInside) break
    if (line.trim() !== '') {
      // A deeper line belongs to the region only if a line above it, no deeper than the rest, begins its document.
      if (indentOf(text, above) <= shallowest) best = above
      shallowest = Math.min(shallowest, indentOf(text, above))
    }
    from = above
  }
  return Math.max(best, floor)
}

function downwards(text: string, at: number): number {
  let [end, best] = [at, at]
  let last = 0
  while (end < text.length) {
    const next = lineEnd(text, end)
    const line = text.slice(end, next)
    const isInside = line.trim() !== '' && indentOf(text, end) > last && !fence.test(line)
    if (!isYaml(line) && !isInside) break
    if (line.trim() !== '') {
      best = next
      if (!isInside) last = indentOf(text, end)
    }
    end = next + 1
  }
  return Math.max(best, Math.min(lineEnd(text, at), text.length))
}

function indentOf(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '-') at++
  return at - from
}
