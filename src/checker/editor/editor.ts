import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint'
import {
  Annotation,
  EditorState,
  type Extension,
  StateEffect,
  type Text,
  type TransactionSpec,
} from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { h, render } from 'preact'
import { Prose } from '../../controls/Prose.tsx'
import type { Secret } from '../../denial/index.ts'
import { blankSecrets } from '../../session/blank-secrets.ts'
import { longestEdited, longestTyped } from '../../session/limits.ts'
import type { Complaint } from '../../session/messages.ts'
import type { Change, Span } from '../../text/index.ts'
import { editorPlaceholder, severityWords } from '../words.ts'
import type { AssistSources } from './assist.ts'
import { hangingIndents } from './hanging-indents.ts'
import { look } from './look.ts'
import { type Mark, marks, setMarks } from './marks.ts'
import { smallestChange } from './smallest-change.ts'

/** The events that an editor sends to its owner. */
export interface EditorEvents {
  readonly label: string
  /** Where completion and explanations come from. */
  readonly sources: AssistSources
  text(text: string): void
  secrets(found: readonly Secret[]): void
  /** A quick fix was chosen in the editor. */
  fix(complaint: Complaint): void
}

/** A JSON editor in a shadow root, where the page's Content-Security-Policy lets it have its styles. */
export interface PolicyEditor {
  /** Takes over a text from outside; what is equal stays untouched, with its cursor and undo history. */
  setText(text: string): void
  setMarks(list: readonly Mark[]): void
  setComplaints(list: readonly Complaint[]): void
  /** Scrolls a place into view and puts the cursor there. */
  reveal(span: Span): void
  destroy(): void
}

const fromOutside = Annotation.define<boolean>()

export function openEditor(host: HTMLElement, text: string, events: EditorEvents): PolicyEditor {
  document.addEventListener('selectionchange', keepFromEditors, true)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text, extensions: extensionsFor(events) }),
  })
  // Load completion after the editor is ready; the first keystrokes don't need it.
  import('./assist.ts').then(({ assist }) => {
    view.dispatch({ effects: StateEffect.appendConfig.of(assist(events.sources)) })
    host.dataset.assists = 'true'
  })
  const drawn = new Map<string, { readonly list: string; readonly doc: Text }>()
  /** Every answer carries the lists of every editor. A list that hasn't changed for the same text isn't drawn again. */
  const isDrawn = (what: string, list: readonly unknown[]): boolean => {
    const [before, now] = [drawn.get(what), { list: JSON.stringify(list), doc: view.state.doc }]
    drawn.set(what, now)
    return before !== undefined && before.list === now.list && before.doc === now.doc
  }
  return {
    setText(next) {
      const change = smallestChange(view.state.doc.toString(), next)
      if (change) view.dispatch({ changes: replacing(change), annotations: fromOutside.of(true) })
    },
    setMarks(list) {
      if (isDrawn('marks', list)) return
      view.dispatch({ effects: setMarks.of(list) })
    },
    setComplaints(list) {
      if (isDrawn('complaints', list)) return
      const end = view.state.doc.length
      const shown = list.filter(({ span }) => span.to <= end).map((complaint) => diagnosticOf(complaint, events))
      view.dispatch(setDiagnostics(view.state, shown))
    },
    reveal(span) {
      if (span.to > view.state.doc.length) return
      view.dispatch({
        selection: { anchor: span.from },
        effects: EditorView.scrollIntoView(span.from, { y: 'start', yMargin: 24 }),
      })
      host.scrollIntoView({ block: 'nearest' })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

/**
 * Every editor looks where the page's selection is when it changes, and has the page laid out at once for that. What happens in a text field
 * changes the selection of no editor.
 */
function keepFromEditors(event: Event): void {
  if (event.target !== document) event.stopImmediatePropagation()
}

function extensionsFor(events: EditorEvents): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    json(),
    marks,
    look,
    EditorView.lineWrapping,
    hangingIndents,
    EditorView.contentAttributes.of({ 'aria-label': events.label, 'aria-multiline': 'true', tabindex: '0' }),
    placeholder(editorPlaceholder),
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    withoutSecrets(events),
    withoutLongTexts(events),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (!docChanged || transactions.every((transaction) => transaction.annotation(fromOutside))) return
      events.text(state.doc.toString())
    }),
  ]
}

/** Blanks a secret in the same step that brings it in, so that undo does not bring it back. */
function withoutSecrets(events: EditorEvents): Extension {
  return EditorState.transactionFilter.of((transaction): TransactionSpec | readonly TransactionSpec[] => {
    const { docChanged, newDoc } = transaction
    if (!docChanged || newDoc.length > longestTyped || transaction.annotation(fromOutside)) return transaction
    const typed = newDoc.toString()
    const { text, found } = blankSecrets(typed)
    const change = smallestChange(typed, text)
    if (!change) return transaction
    queueMicrotask(() => events.secrets(found))
    return [transaction, { changes: replacing(change), sequential: true }]
  })
}

/** A text that is too long for an editor goes to the owner without passing through it. */
function withoutLongTexts(events: EditorEvents): Extension {
  const take = (transfer: DataTransfer | null, { state }: EditorView): boolean => {
    const text = transfer?.getData('text/plain') ?? ''
    if (state.doc.length + text.length <= longestEdited) return false
    const { from, to } = state.selection.main
    events.text(state.sliceDoc(0, from) + text + state.sliceDoc(to))
    return true
  }
  return EditorView.domEventHandlers({
    paste: (event, view) => take(event.clipboardData, view),
    drop: (event, view) => take(event.dataTransfer, view),
  })
}

const replacing = ({
  span,
  insert,
}: Change): { readonly from: number; readonly to: number; readonly insert: string } => ({
  ...span,
  insert,
})

const severities = { error: 'error', security: 'warning', warning: 'warning', suggestion: 'info' } as const

function diagnosticOf(complaint: Complaint, events: EditorEvents): Diagnostic {
  const { severity, span, message, expected, fix } = complaint
  const text = expected === undefined ? message : `${message}. Expected: ${expected}`
  return {
    from: span.from,
    to: span.to,
    severity: severities[severity],
    source: severityWords[severity].word,
    message: text,
    renderMessage: () => {
      const dom = document.createElement('span')
      render(h(Prose, { text }), dom)
      return dom
    },
    actions: fix ? [{ name: fix.title, apply: () => events.fix(complaint) }] : [],
  }
}
