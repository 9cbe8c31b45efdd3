import type { PolicyDocument } from '../iam/index.ts'
import { member } from '../text/index.ts'
import type { Found } from './check.ts'

/** The elements of these names that are lists of nothing. Under Not… such a list leaves nothing out: it is about everything. */
export const emptyArrays = (policy: PolicyDocument, names: readonly string[]): readonly Found[] =>
  policy.statements.flatMap(({ node, path }) =>
    names.flatMap((name) => {
      const value = member(node, name)
      if (value?.kind !== 'array' || value.items.length > 0) return []
      const meaning = name.startsWith('Not') ? 'leaves nothing out' : 'matches nothing: the statement has no effect'
      const message = `\`${name}\` is an empty list and ${meaning}. Add an entry, or remove the statement.`
      return [{ path: `${path}/${name}`, span: value.span, message }]
    }),
  )
