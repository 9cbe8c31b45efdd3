import type { Entry } from '../iam/index.ts'
import { type Change, type JsonObject, member, type Span } from '../text/index.ts'
import type { Told } from '../words/index.ts'
import { fixTitle, type QuickFix } from './fix-titles.ts'

/** Puts another text in the place of one. */
export const replace = (title: Told, span: Span, insert: string): QuickFix => ({ title, changes: [{ span, insert }] })

/** Removes one of several neighbors, along with its comma. */
export function without(spans: readonly Span[], index: number): Change {
  const [before, it, after] = [spans[index - 1], spans[index], spans[index + 1]]
  const { from, to } = it ?? { from: 0, to: 0 }
  const span = before ? { from: before.to, to } : { from, to: after?.from ?? to }
  return { span, insert: '' }
}

/** Takes a member out of an object; undefined where it has none of this name. */
export function removeMember(title: Told, object: JsonObject, name: string): QuickFix | undefined {
  const index = object.members.findLastIndex(({ key }) => key.value === name)
  const spans = object.members.map(({ key, value }) => ({ from: key.span.from, to: value.span.to }))
  return index < 0 ? undefined : { title, changes: [without(spans, index)] }
}

/** Puts a member in front of the others, laid out as the first one is. */
export function addMember(title: Told, object: JsonObject, text: { source: string; member: string }): QuickFix {
  const [first] = object.members
  const at = first?.key.span.from ?? object.span.from + 1
  const gap = first ? text.source.slice(object.span.from + 1, at) : ''
  const insert = first ? `${text.member},${gap || ' '}` : text.member
  return replace(title, { from: at, to: at }, insert)
}

/** Replaces one entry with several texts: within its list, or as a new list if the entry wasn’t in one. */
export function replaceEntry(title: Told, entry: Entry<unknown>, texts: readonly string[]): QuickFix {
  const inserted = texts.map((text) => JSON.stringify(text)).join(', ')
  return replace(title, entry.span, entry.list || texts.length === 1 ? inserted : `[${inserted}]`)
}

/** Makes a policy speak the language of 2012-10-17. */
export function useCurrentVersion(root: JsonObject, source: string): QuickFix {
  const title = fixTitle('version')
  const version = member(root, 'Version')
  return version
    ? replace(title, version.span, '"2012-10-17"')
    : addMember(title, root, { source, member: '"Version": "2012-10-17"' })
}

/** `optional` where it is defined: fields that may be left out but not be undefined. */
export const withFix = (fix: QuickFix | undefined): { readonly fix: QuickFix } | Record<never, never> =>
  fix ? { fix } : {}
