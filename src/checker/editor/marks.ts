import { StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Span } from '../../text/index.ts'

/** Why a place in a policy is marked: a statement that denied, allowed or nearly did, and the place that was clicked. */
export type MarkKind = 'deny' | 'allow' | 'near' | 'spot'

export interface Mark {
  readonly kind: MarkKind
  readonly span: Span
}

/** Replaces all marks. */
export const setMarks = StateEffect.define<readonly Mark[]>()

const lineMarks = {
  deny: Decoration.line({ class: 'cm-mark-deny' }),
  allow: Decoration.line({ class: 'cm-mark-allow' }),
  near: Decoration.line({ class: 'cm-mark-near' }),
} as const

const spotMark = Decoration.mark({ class: 'cm-mark-spot' })

/** The marks of an editor; edits move them along. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = set.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = decorate(transaction.newDoc, effect.value)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** More lines than this are not marked one by one. */
const mostLines = 500

function decorate(doc: Text, list: readonly Mark[]): DecorationSet {
  const ranges = list
    .filter(({ span }) => span.from < span.to && span.to <= doc.length)
    .flatMap(({ kind, span }) => {
      if (kind === 'spot') return [spotMark.range(span.from, span.to)]
      const [first, last] = [doc.lineAt(span.from).number, doc.lineAt(span.to).number]
      const count = Math.min(last - first + 1, mostLines)
      return Array.from({ length: count }, (_, i) => lineMarks[kind].range(doc.line(first + i).from))
    })
  return Decoration.set(ranges, true)
}
