import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { longestEdited } from '../../session/limits.ts'
import type { Complaint } from '../../session/messages.ts'
import type { PolicyEditor as Editor } from '../editor/editor.ts'
import { marksOf } from '../editor/marks-of.ts'
import { whenInSight } from '../editor/when-in-sight.ts'
import { siteRoot } from '../site.ts'
import { type BenchPolicy, changePolicy } from '../state.ts'
import type { Store } from '../store.ts'
import { LongText } from './LongText.tsx'

interface Props {
  readonly store: Store
  readonly policy: BenchPolicy
  readonly complaints: readonly Complaint[]
}

/** The text of one policy: in an editor, unless it is so long that it can be none. */
export function PolicyText(props: Props): JSX.Element {
  const { store, policy } = props
  const { id, name, text } = policy
  if (text.length <= longestEdited) return <PolicyEditor {...props} />
  const clear = (): void => store.change((bench) => changePolicy(bench, id, { text: '' }))
  return <LongText id={`wd-text-${id}`} label={`Text of ${name}`} text={text} onClear={clear} />
}

/** Files of this site only; what cannot be loaded is not offered. */
async function fetchFromSite(path: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(path, siteRoot(location.href)))
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

/** The checker as one file on a disk has no other pages. */
const siteWithPages = (): string | undefined => (location.protocol === 'file:' ? undefined : siteRoot(location.href))

/**
 * The editor of one policy. Out of sight, until its code has come, and where that cannot come, a plain text box does the same work: ten editors
 * take the page a good part of a second.
 */
function PolicyEditor({ store, policy, complaints }: Props): JSX.Element {
  const { id, text, name } = policy
  const host = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<Editor>(null)
  const ready = useSignal(false)
  const set = (next: string): void => store.change((bench) => changePolicy(bench, id, { text: next }))
  const marks = marksOf(store.answered.value, policy)
  const spot = store.spot.value?.policyId === id ? store.spot.value : undefined

  async function open(element: HTMLElement, isGone: () => boolean): Promise<void> {
    const { openEditor } = await import('../editor/editor.ts')
    const now = store.bench.value.policies.find((other) => other.id === id)
    if (isGone() || !now) return
    const cursor = box.current && document.activeElement === box.current ? box.current.selectionStart : undefined
    editor.current = openEditor(element, now.text, {
      label: `Text of ${now.name}`,
      sources: { fetchText: fetchFromSite, site: siteWithPages() },
      text: set,
      secrets: (found) => store.send({ is: 'secrets found', found }),
      fix: ({ fix }) => fix && store.send({ is: 'edited', policyId: id, edit: fix }),
    })
    ready.value = true
    // Who was typing in the box goes on typing.
    if (cursor !== undefined) editor.current.reveal({ from: cursor, to: cursor })
  }

  useEffect(() => {
    const element = host.current
    let gone = false
    const stop = element && whenInSight(element, () => void open(element, () => gone))
    return () => {
      gone = true
      stop?.()
      editor.current?.destroy()
    }
  }, [])

  useEffect(() => {
    // Not the text that was rendered: who types fast is ahead of it.
    const now = store.bench.peek().policies.find((other) => other.id === id)
    if (now) editor.current?.setText(now.text)
  }, [text, ready.value])
  useEffect(() => editor.current?.setComplaints(complaints), [complaints, ready.value])
  useEffect(
    () => editor.current?.setMarks(spot ? [...marks, { kind: 'spot', span: spot.span }] : marks),
    [store.answered.value, spot, ready.value],
  )
  useEffect(() => {
    if (!spot) return
    if (editor.current) editor.current.reveal(spot.span)
    else host.current?.scrollIntoView({ block: 'center' })
  }, [spot, ready.value])

  return (
    <div class="wd-editor">
      <div ref={host} data-editor={name} data-ready={ready.value} />
      {!ready.value && (
        <textarea
          ref={box}
          class="wd-field wd-plain-editor"
          rows={6}
          spellcheck={false}
          aria-label={`Text of ${name}`}
          value={text}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
