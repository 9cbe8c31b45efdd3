import { readCaller } from '../../iam/index.ts'
import {
  Brackets,
  type JsonMember,
  type JsonNode,
  movedNode,
  openBrace,
  openBracket,
  readJson,
  type Span,
} from '../../text/index.ts'
import { type Entity, entitiesIn } from './account-details.ts'
import { isSelf } from './pick.ts'

/** A listing longer than this is read entry by entry: as one tree it would take twenty times its own memory. */
const longestWhole = 1_000_000
const lists = /"(?:User|Group|Role)DetailList"\s{0,9}:/

/** Is this piece of a text an account's listing that is too long to be read as a whole? */
export const isBigListing = (text: string, { from, to }: Span): boolean =>
  to - from > longestWhole && lists.test(text.slice(from, from + 100_000_000))

/** What of a listing concerns a caller, as a listing of its own, and how many policies belong to others. */
export interface Reduced {
  readonly tree: JsonNode
  readonly leftOut: number
}

/**
 * Keeps the entries of a long listing that concern a caller: itself, its groups, the managed policies attached to them, its boundary, and the
 * role that is asked for. Reads one entry at a time, and holds no more than what it keeps.
 */
export function reducedListing(
  text: string,
  span: Span,
  { caller, resource }: { readonly caller: string | undefined; readonly resource: string | undefined },
): Reduced {
  const self: Entity[] = []
  const kept: Entry[] = []
  let policies = 0
  const names = [readCaller(caller ?? '')?.name, resource].flatMap((name) => name || [])
  for (const entry of entriesOf(text, span)) {
    policies += count(text, entry.span, '"Statement"')
    const written = text.slice(entry.span.from, entry.span.to)
    // Reading is slow, and nearly all entries are others': an entry that doesn't hold the name isn't asked for more.
    if (!names.some((name) => written.includes(name))) continue
    const entity = entityOf(text, entry)
    if (!entity) continue
    if (isSelf(entity, caller)) self.push(entity)
    if (isSelf(entity, caller) || entity.arn === resource) kept.push(entry)
  }
  const [own] = self
  const attached = new Set([...self, ...groupsOf(text, span, own, kept)].flatMap((entity) => entity.attached))
  if (own?.boundary !== undefined) attached.add(own.boundary)
  for (const entry of entriesOf(text, span)) {
    if (entry.list !== 'Policies') continue
    const arn = /"Arn"\s{0,9}:\s{0,9}"([^"]{1,2048})"/.exec(text.slice(entry.span.from, entry.span.to))?.[1]
    if (arn !== undefined && attached.has(arn)) kept.push(entry)
  }
  const tree = treeOf(text, span, kept)
  const read = kept.reduce((sum, entry) => sum + count(text, entry.span, '"Statement"'), 0)
  return { tree, leftOut: Math.max(0, policies - read) }
}

function groupsOf(text: string, span: Span, own: Entity | undefined, kept: Entry[]): readonly Entity[] {
  if (!own || own.groups.length === 0) return []
  const found: Entity[] = []
  for (const entry of entriesOf(text, span)) {
    const entity = entry.list === 'GroupDetailList' ? entityOf(text, entry) : undefined
    if (!entity || !own.groups.includes(entity.name)) continue
    kept.push(entry)
    found.push(entity)
  }
  return found
}

interface Entry {
  readonly list: string
  readonly span: Span
}

/** The objects in the lists of the outermost object, in the order of the text. */
function* entriesOf(text: string, { from, to }: Span): Generator<Entry> {
  const brackets = new Brackets()
  brackets.startAt(from)
  let [depth, list, start] = [0, '', -1]
  for (let code = brackets.next(text, to); code !== undefined; code = brackets.next(text, to)) {
    if (code === openBrace || code === openBracket) {
      if (++depth === 2) list = keyBefore(text, brackets.at - 1)
      if (depth === 3) start = brackets.at - 1
    } else if (depth-- === 3 && start >= 0) yield { list, span: { from: start, to: brackets.at } }
  }
}

/** The key whose value begins at a place. */
const keyBefore = (text: string, at: number): string =>
  /"(\w{1,60})"\s{0,20}:\s{0,20}$/.exec(text.slice(Math.max(0, at - 110), at))?.[1] ?? ''

/** Who an entry is; undefined for a managed policy. */
function entityOf(text: string, { list, span }: Entry): Entity | undefined {
  if (!list.endsWith('DetailList')) return undefined
  const { value } = readJson(text.slice(span.from, span.to))
  if (!value) return undefined
  const key = { value: list, span: value.span }
  const whole: JsonNode = {
    kind: 'object',
    members: [{ key, value: { kind: 'array', items: [value], span: value.span } }],
    span: value.span,
  }
  return entitiesIn(whole)[0]
}

function treeOf(text: string, span: Span, kept: readonly Entry[]): JsonNode {
  const byList = new Map<string, JsonNode[]>()
  for (const { list, span: place } of kept) {
    const { value } = readJson(text.slice(place.from, place.to))
    if (value) byList.set(list, [...(byList.get(list) ?? []), movedNode(value, place.from)])
  }
  const members = [...byList].map(
    ([list, items]): JsonMember => ({
      key: { value: list, span },
      value: { kind: 'array', items, span },
    }),
  )
  return { kind: 'object', members, span }
}

function count(text: string, { from, to }: Span, word: string): number {
  let found = 0
  for (let at = text.indexOf(word, from); at >= 0 && at < to; at = text.indexOf(word, at + word.length)) found++
  return found
}
