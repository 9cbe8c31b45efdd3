import { type Span, sameLengthSymbol } from '../../text/index.ts'
import { planStart } from './languages.ts'
import type { ReadNote } from './notes.ts'
import { balancedEnd } from './regions.ts'

/** A diff reduced to one of its two states, with the note that says which. */
export interface OneState {
  /** As long as the original: the other state's lines and the marks are blank. */
  readonly text: string
  readonly notes: readonly ReadNote[]
}

/**
 * Takes the marks of changes out of a text. Terraform's plan is read as it was before, because that's what AWS has while a plan is only shown or
 * has failed; what it creates is read as it will be. A diff of files is read as it is after. Linear in the text.
 */
export function withoutChanges(text: string): OneState {
  const plan = withoutPlan(text)
  return hunk.test(plan.text) ? withoutHunks(plan) : plan
}

const planMark = /^[ \t]*(-\/\+|\+\/-|[~+-])(?=[ \t])/
/** What a plan leaves out because it stays as it is. https://developer.hashicorp.com/terraform/cli/commands/plan */
const hidden = /# \((\d{1,6} unchanged [a-z ]{1,40}) hidden\)/g
const knownLater = '(known after apply)'

function withoutPlan(text: string): OneState {
  const start = new RegExp(planStart.source, 'gm')
  const parts: string[] = []
  const notes: ReadNote[] = []
  let at = 0
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const span = { from: found.index, to: balancedEnd(text, found.index) ?? text.length }
    const isCreated = planMark.exec(found[0])?.[1] === '+'
    notes.push({ code: 'changed', state: isCreated ? 'after' : 'before', span }, ...hiddenIn(text, span))
    parts.push(text.slice(at, span.from), planState(text.slice(span.from, span.to), isCreated))
    at = span.to
    start.lastIndex = span.to
  }
  return { text: parts.join('') + text.slice(at), notes }
}

function hiddenIn(text: string, { from, to }: Span): readonly ReadNote[] {
  if (!/\bStatement\b|\bstatement\s*\{/.test(text.slice(from, to))) return []
  return [...text.slice(from, to).matchAll(hidden)].map((found) => {
    const at = from + found.index
    return { code: 'left-out', what: found[1] ?? '', span: { from: at, to: at + found[0].length } }
  })
}

/** One resource of a plan: in its state before, or all of it if it's created. */
function planState(block: string, isCreated: boolean): string {
  const lines: string[] = []
  // Up to here everything belongs to the state after the change.
  let added = 0
  let at = 0
  for (const line of block.split('\n')) {
    const mark = planMark.exec(line)?.[1]
    if (at >= added && !isCreated && mark === '+') added = Math.max(at + 1, openedEnd(block, at, line))
    lines.push(at < added ? blank(line) : withoutArrow(mark === undefined ? line : line.replace(planMark, blank)))
    at += line.length + 1
  }
  return lines.join('\n')
}

/** Where the brackets are closed that a line opens; the line's own end if it opens none. */
function openedEnd(block: string, at: number, line: string): number {
  const end = /[[({]\s*$/.test(line) ? balancedEnd(block, at) : undefined
  return end ?? at + line.length
}

/** `"old" -> "new"` as the old value, and a value that the plan doesn't know as a symbol. */
function withoutArrow(line: string): string {
  const arrow = line.indexOf(' -> ')
  const before = arrow < 0 ? line : line.slice(0, arrow) + blank(line.slice(arrow))
  const symbol = sameLengthSymbol(knownLater, 'known_at_apply', true)
  return symbol === undefined ? before : before.replaceAll(knownLater, () => symbol)
}

/** Where a diff of files begins, with its lines counted or fenced. */
const hunk = /^@@ -\d|^[ \t]{0,8}```diff\b/m

function withoutHunks({ text, notes }: OneState): OneState {
  const changed: ReadNote[] = []
  let [from, at] = [-1, 0]
  const end = (): void => {
    if (from >= 0) changed.push({ code: 'changed', state: 'after', span: { from, to: at } })
    from = -1
  }
  const lines = text.split('\n').map((line) => {
    const isStart = hunk.test(line)
    if (isStart || (from >= 0 && !/^[ +-]|^\s*$|^\\ /.test(line))) end()
    if (isStart) from = at
    const isInside = from >= 0 && !isStart
    at += line.length + 1
    if (!isInside) return line
    return line.startsWith('-') ? blank(line) : line.replace(/^\+/, ' ')
  })
  end()
  return { text: lines.join('\n'), notes: [...notes, ...changed] }
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ')
