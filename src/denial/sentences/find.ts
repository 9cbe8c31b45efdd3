import { once } from '../../text/index.ts'
import { apps } from './apps.ts'
import { billing } from './billing.ts'
import { builds } from './builds.ts'
import { compute } from './compute.ts'
import { containers } from './containers.ts'
import { data } from './data.ts'
import { general } from './general.ts'
import type { Row } from './row.ts'
import { security } from './security.ts'
import { type Part, type Shape, shapesOf } from './shape.ts'
import { fits, type SlotName } from './slots.ts'
import { storage } from './storage.ts'
import { plainWords, signaturesOf, type Word, Words, writtenAs } from './words.ts'

/** Every row, the services' own sentences first. */
export const rows: readonly Row[] = [
  ...billing,
  ...storage,
  ...containers,
  ...builds,
  ...security,
  ...data,
  ...apps,
  ...compute,
  ...general,
]

/** A sentence that was found: its row, what its slots hold, and where it stands. */
export interface Match {
  readonly row: Row
  readonly slots: ReadonlyMap<SlotName, readonly Word[]>
  readonly from: number
  readonly to: number
  /** Literal words that agree. */
  readonly literals: number
}

interface Candidate {
  readonly row: Row
  readonly shape: Shape
}

/** Rows, ready to be found. */
export interface Table {
  /** Shapes by their anchor's first word, then by its second; "" for an anchor of one word. */
  readonly index: ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>
  /** Which signatures of two words that follow each other may be an anchor, as bits; of an anchor of one word, with 0. */
  readonly anchors: Uint32Array
}

/** Two signatures as one of 65,536 places. */
const placeOf = (first: number, second: number): number => Math.imul(first * 32_768 + second, 0x9e3779b1) >>> 16

const hasPlace = (bits: Uint32Array, place: number): boolean => (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1

/** A row with its sentences taken apart. */
interface Compiled {
  readonly row: Row
  readonly shapes: readonly Shape[]
}

/** The rows share most of their words: each is looked at once. */
function compiled(of: readonly Row[]): readonly Compiled[] {
  const plains = new Map<string, readonly string[]>()
  const plainOf = (token: string): readonly string[] => {
    const known = plains.get(token) ?? plainWords(token)
    plains.set(token, known)
    return known
  }
  return of.map((row) => ({ row, shapes: row.says.flatMap((says) => shapesOf(says, plainOf)) }))
}

function tableOf(of: readonly Compiled[]): Table {
  const index = new Map<string, Map<string, Candidate[]>>()
  for (const { row, shapes } of of) {
    for (const shape of shapes) {
      const first = literalAt(shape, shape.anchor)
      const second = shape.isPair ? literalAt(shape, shape.anchor + 1) : ''
      const bySecond = index.get(first) ?? new Map<string, Candidate[]>()
      index.set(first, bySecond)
      const known = bySecond.get(second)
      if (known) known.push({ row, shape })
      else bySecond.set(second, [{ row, shape }])
    }
  }
  return { index, anchors: anchorsIn(index) }
}

function anchorsIn(index: Table['index']): Uint32Array {
  const bits = new Uint32Array(2048)
  const note = (place: number): void => {
    bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
  }
  for (const [first, bySecond] of index) {
    for (const one of signaturesOf(first)) {
      for (const second of bySecond.keys())
        for (const two of second === '' ? [0] : signaturesOf(second)) note(placeOf(one, two))
    }
  }
  return bits
}

const sentences = once(() => compiled(rows))
/** On their own: most messages need no others. */
const additional = once(() => compiled(rows.filter((row) => row.additional)))

/** Every sentence. */
export const allSentences = once(() => tableOf(sentences()))
/** The ones that appear in addition to AWS’s standard sentence. */
export const additionalSentences = once(() => tableOf(additional()))

/** Every literal word in them that is long enough to be distinctive. */
export const sentenceWords = once(
  (): ReadonlySet<string> =>
    new Set(
      literalsIn(sentences())
        .flat()
        .filter((plain) => /^[a-z]{5,}$/.test(plain)),
    ),
)

/** Words that most messages have: they distinguish nothing. */
const usual = new Set('authorized service provided information policy policies allow resource'.split(' '))
/** One word of each additional sentence, the longest distinctive one: a text without any of them has no such sentence. */
export const additionalWords = once(
  (): ReadonlySet<string> =>
    new Set(
      literalsIn(additional()).flatMap((words) => {
        const [longest = ''] = words.filter((plain) => !usual.has(plain)).sort((a, b) => b.length - a.length)
        return writtenAs(longest).filter((word) => word.length > 3)
      }),
    ),
)

/** The literal words of each shape. */
const literalsIn = (of: readonly Compiled[]): readonly (readonly string[])[] =>
  of.flatMap(({ shapes }) =>
    shapes.map(({ parts }) => parts.flatMap((part) => (part.kind === 'literal' ? part.plain : []))),
  )

function literalAt({ parts }: Shape, at: number): string {
  const part = parts[at]
  return part?.kind === 'literal' ? part.plain : ''
}

/** The longest gap. */
const widestGap = 40
/** More matches than this in one text add nothing new. */
const mostMatches = 200

/**
 * The sentences of services in a text, in order. One pass over the words; each anchor costs no more than its longest sentence, so the time is
 * linear in the text. No pattern is built from what was pasted, and nothing is tried twice.
 */
function findSentences(text: string, { index, anchors }: Table): readonly Match[] {
  const words = new Words(text)
  const found: Match[] = []
  let next = words.signature(0)
  for (let at = 0; at < words.length && found.length < mostMatches; at++) {
    const own = next
    next = words.signature(at + 1)
    if (!hasPlace(anchors, placeOf(own, next)) && !hasPlace(anchors, placeOf(own, 0))) continue
    const bySecond = index.get(words.plain(at))
    if (!bySecond) continue
    add(found, words, at, bySecond.get(words.plain(at + 1)))
    add(found, words, at, bySecond.get(''))
  }
  return found
}

function add(found: Match[], words: Words, at: number, candidates: readonly Candidate[] | undefined): void {
  for (const candidate of candidates ?? []) {
    const match = matchAt(words, at, candidate)
    if (match) found.push(match)
  }
}

/** The sentence that says the most: the most literal words, then the most that was read, then the first. */
export function bestSentence(text: string, table: Table): Match | undefined {
  const [first, ...others] = findSentences(text, table)
  if (!first || others.length === 0) return first
  let best = { match: first, score: scoreIn(text, first) }
  for (const match of others) {
    const score = scoreIn(text, match)
    if (score > best.score) best = { match, score }
  }
  return best.match
}

/** More than a sentence's words can weigh: of several errors in a log, the one with a code that denies counts. */
const ofDenial = 400
const denialCode = /AccessDenied|UnauthorizedOperation|NotAuthorized|AuthorizationError|\b403\b/
/** How far from its sentence an error's code stands. */
const codeReach = 400
/** Those with a gap can have a code in it. */
const longestSentence = 2000

function scoreIn(text: string, match: Match): number {
  const before = text.slice(Math.max(0, match.from - codeReach), match.from)
  const [after = ''] = text.slice(match.to, match.to + codeReach).split('\n', 1)
  const within = text.slice(match.from, Math.min(match.to, match.from + longestSentence))
  const isDenied = [before.slice(before.lastIndexOf('\n') + 1), within, after].some((part) => denialCode.test(part))
  return scoreOf(match) + (isDenied ? ofDenial : 0)
}

const scoreOf = ({ literals, slots, row }: Match): number => literals * 4 + slots.size * 3 - (row.weak ? 40 : 0)

interface Walk {
  readonly words: Words
  readonly slots: Map<SlotName, readonly Word[]>
}

function matchAt(words: Words, at: number, { row, shape }: Candidate): Match | undefined {
  const { parts, anchor, literals } = shape
  const walk: Walk = { words, slots: new Map() }
  const first = backward(walk, parts, anchor - 1, at - 1)
  if (first === undefined) return undefined
  const end = forward(walk, parts, anchor, at)
  if (end === undefined) return undefined
  const start = words.at(Math.min(first, at))
  const last = words.at(Math.min(end, words.length) - 1)
  return start && last && { row, slots: walk.slots, from: start.from, to: last.to, literals }
}

/** Compares the parts before the anchor, from right to left; the first word that belongs to the sentence. */
function backward(walk: Walk, parts: readonly Part[], part: number, from: number): number | undefined {
  let at = from
  for (let i = part; i >= 0; i--) {
    const each = parts[i]
    if (!each) break
    if (each.kind === 'gap') {
      const before = parts[i - 1]
      const lowest = Math.max(0, at - widestGap)
      while (at >= lowest && before && !agrees(walk, before, at)) at--
      if (at < lowest) return undefined
      continue
    }
    if (!takes(walk, each, at)) return undefined
    at--
  }
  return at + 1
}

/** Compares the parts from the anchor on; the word behind the sentence. */
function forward(walk: Walk, parts: readonly Part[], part: number, from: number): number | undefined {
  let at = from
  for (let i = part; i < parts.length; i++) {
    const each = parts[i]
    if (!each) break
    if (each.kind === 'gap') {
      const next = parts[i + 1]
      const highest = Math.min(walk.words.length, at + widestGap)
      while (at < highest && next && !agrees(walk, next, at)) at++
      if (next && at >= highest) return undefined
      continue
    }
    if (each.kind === 'slot' && each.name === 'service') {
      at = takeService(walk, parts[i + 1], at)
      continue
    }
    if (!takes(walk, each, at)) return undefined
    at++
    if (each.kind === 'slot' && each.name === 'action') at = takeMore(walk, each, parts[i + 1], at)
  }
  return at
}

/** "s3:GetObject, s3:ListBucket, and s3:PutObject": the actions behind the first; the word behind the list. */
function takeMore(walk: Walk, action: Part, next: Part | undefined, from: number): number {
  if (next?.kind === 'slot') return from
  let at = from
  for (;;) {
    const joined = walk.words.plain(at) === 'and' || walk.words.plain(at) === 'or' ? at + 1 : at
    if (!takes(walk, action, joined)) return at
    at = joined + 1
  }
}

function agrees({ words }: Walk, part: Part, at: number): boolean {
  return at >= 0 && at < words.length && (part.kind !== 'literal' || part.plain === words.plain(at))
}

/** Does the word fit the part? What it is read as is kept. */
function takes({ words, slots }: Walk, part: Part, at: number): boolean {
  const word = at < 0 ? undefined : words.at(at)
  if (!word) return false
  if (part.kind === 'literal') return part.plain === words.plain(at)
  const written = words.text.slice(word.from, word.to)
  if (part.kind === 'exact') return part.written === written
  if (part.kind !== 'slot') return true
  if (!fits(part.name, written)) return false
  slots.set(part.name, [...(slots.get(part.name) ?? []), word])
  return true
}

/** A service's name has up to three words, and ends where the sentence goes on. */
function takeService({ words, slots }: Walk, next: Part | undefined, from: number): number {
  let at = from
  while (at < Math.min(from + 3, words.length) && !(next?.kind === 'literal' && next.plain === words.plain(at))) at++
  slots.set('service', words.slice(from, at))
  return at
}
