import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { indentation } from '../../controls/indentation.ts'

/** One decoration per depth. */
const depths = new Map<number, Decoration>()

function decorationOf(depth: number): Decoration {
  const known = depths.get(depth)
  if (known) return known
  const made = Decoration.line({ class: 'cm-hangs', attributes: { style: `--wd-indent: ${depth}ch` } })
  depths.set(depth, made)
  return made
}

/** Only what is in view: the cost of a keystroke doesn't depend on the length of the policy. */
function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      const depth = indentation(line.text)
      if (depth > 0) builder.add(line.from, line.from, decorationOf(depth))
      at = line.to + 1
    }
  }
  return builder.finish()
}

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update({ view, docChanged, viewportChanged }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.decorations = decorate(view)
    }
  },
  { decorations: (value) => value.decorations },
)

const style = EditorView.theme({
  '.cm-line.cm-hangs': {
    paddingInlineStart: 'calc(6px + var(--wd-indent, 0ch))',
    textIndent: 'calc(-1 * var(--wd-indent, 0ch))',
  },
})

/** A line that wraps goes on behind its own indentation. */
export const hangingIndents: Extension = [plugin, style]
