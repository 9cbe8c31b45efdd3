import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { PolicyEditor } from '../checker/editor/editor.ts'
import { whenInSight } from '../checker/editor/when-in-sight.ts'
import { blankSecrets } from '../session/blank-secrets.ts'
import { longestEdited, longestTyped } from '../session/limits.ts'
import type { Complaint } from '../session/messages.ts'
import type { Span } from '../text/index.ts'

interface Props {
  readonly label: string
  readonly text: string
  readonly complaints: readonly Complaint[]
  /** A place to show; a new object each time, so that the same place can be asked for again. */
  readonly spot: { readonly span: Span } | undefined
  readonly fetchText: (path: string) => Promise<string | undefined>
  readonly onText: (text: string) => void
  readonly onSecrets: (count: number) => void
}

/** The editor of one text. Until its code has loaded, and for texts that are too long for it, a plain text box does the same work. */
export function Editor({ label, text, complaints, spot, fetchText, onText, onSecrets }: Props): JSX.Element {
  const host = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<PolicyEditor>(null)
  const newest = useRef(text)
  const ready = useSignal(false)
  newest.current = text
  const events = useRef({ onText, onSecrets })
  events.current = { onText, onSecrets }
  const isTooLong = text.length > longestEdited

  async function open(element: HTMLElement, isGone: () => boolean): Promise<void> {
    const { openEditor } = await import('../checker/editor/editor.ts')
    if (isGone()) return
    const cursor = box.current && document.activeElement === box.current ? box.current.selectionStart : undefined
    editor.current = openEditor(element, newest.current, {
      label,
      sources: { fetchText, site: new URL('../', location.href).href },
      text: (next) => events.current.onText(next),
      secrets: (found) => events.current.onSecrets(found.length),
      fix: () => {},
    })
    ready.value = true
    // If the user was typing in the text box, keep the cursor at the same place in the editor.
    if (cursor !== undefined) editor.current.reveal({ from: cursor, to: cursor })
  }

  useEffect(() => {
    const element = host.current
    let gone = false
    const stop = element && !isTooLong ? whenInSight(element, () => void open(element, () => gone)) : undefined
    return () => {
      gone = true
      stop?.()
      editor.current?.destroy()
      editor.current = null
      ready.value = false
    }
  }, [isTooLong])
  useEffect(() => editor.current?.setText(newest.current), [text, ready.value])
  useEffect(() => editor.current?.setComplaints(complaints), [complaints, ready.value])
  useEffect(() => {
    if (!spot || !editor.current) return
    editor.current.setMarks([{ kind: 'spot', span: spot.span }])
    editor.current.reveal(spot.span)
  }, [spot])

  const typed = (next: string): void => {
    const { text: clean, found } = next.length > longestTyped ? { text: next, found: [] } : blankSecrets(next)
    if (found.length > 0) onSecrets(found.length)
    onText(clean)
  }
  return (
    <div class="wd-editor">
      <div ref={host} data-editor={label} data-ready={ready.value} />
      {!ready.value && (
        <textarea
          ref={box}
          class="wd-field wd-plain-editor"
          spellcheck={false}
          aria-label={label}
          placeholder="Paste the policy here"
          value={text}
          onInput={(event) => typed(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
