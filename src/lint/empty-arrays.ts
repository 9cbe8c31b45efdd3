import type { PolicyDocument } from '../iam/index.ts'
import { member } from '../text/index.ts'
import { type FoundOf, told } from './messages.ts'

export const emptyArrayMessages = {
  nothing:
    '`{{name}}` is an empty list and matches nothing: the statement has no effect. Add an entry, or remove the statement.',
  everything: '`{{name}}` is an empty list and leaves nothing out. Add an entry, or remove the statement.',
} as const

/** The elements of these names that are lists of nothing. Under Not… such a list leaves nothing out: it is about everything. */
export function* emptyArrays(
  { statements }: PolicyDocument,
  names: readonly string[],
): Iterable<FoundOf<typeof emptyArrayMessages>> {
  for (const { node, path } of statements)
    for (const name of names) {
      const value = member(node, name)
      if (value?.kind !== 'array' || value.items.length > 0) continue
      const message = name.startsWith('Not') ? told('everything', { name }) : told('nothing', { name })
      yield { path: `${path}/${name}`, span: value.span, message }
    }
}
