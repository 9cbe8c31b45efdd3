import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { FileButton } from '../controls/FileButton.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Editor } from './Editor.tsx'
import { ManagedPicker } from './ManagedPicker.tsx'
import type { FetchText } from './managed-policies.ts'
import { type PageText, type SideName, withAdded, withEmpty, without, withText } from './state.ts'
import type { Store } from './store.ts'

interface Props {
  readonly store: Store
  readonly side: SideName
  readonly fetchText: FetchText
  readonly reportTrouble: (trouble: string) => void
}

const titles = { old: 'Old version', new: 'New version' } as const

/** One side: its policies in editors, and where else they can come from. */
export function SideTexts({ store, side, fetchText, reportTrouble }: Props): JSX.Element {
  const texts = store.page.value[side]
  const isPicking = useSignal(false)
  return (
    <section class="wd-compare-side" aria-labelledby={`wd-side-${side}`} data-side={side}>
      <div class="wd-compare-side-head">
        <h2 class="wd-h" id={`wd-side-${side}`}>
          {titles[side]}
        </h2>
        <OpenPolicies store={store} side={side} reportTrouble={reportTrouble} />
        <button
          type="button"
          class="wd-button wd-small"
          aria-expanded={isPicking.value}
          onClick={() => (isPicking.value = !isPicking.value)}
        >
          AWS managed policy
        </button>
        {texts.some(({ text }) => text.trim() !== '') && (
          <button
            type="button"
            class="wd-button wd-small"
            onClick={() => store.change((page) => withEmpty(page, side))}
          >
            <Icon name="add" />
            Add a policy
          </button>
        )}
      </div>
      {isPicking.value && (
        <ManagedPicker
          side={side}
          fetchText={fetchText}
          onPick={(name, text) => {
            isPicking.value = false
            store.change((page) => withAdded(page, side, [{ name, text }]))
          }}
        />
      )}
      {texts.map((text, index) => (
        <OneText key={text.id} store={store} side={side} text={text} index={index} fetchText={fetchText} />
      ))}
    </section>
  )
}

interface TextProps extends Omit<Props, 'reportTrouble'> {
  readonly text: PageText
  readonly index: number
}

function OneText({ store, side, text: { id, name, text }, index, fetchText }: TextProps): JSX.Element {
  const isAlone = store.page.value[side].length === 1
  const answered = store.answered.value
  const at = answered?.page[side].findIndex((each) => each.id === id) ?? -1
  const isCurrent = answered?.page[side][at]?.text === text
  const complaints = isCurrent ? (answered?.answer.complaints[side][at] ?? noComplaints) : noComplaints
  const spot = store.spot.value?.id === id ? store.spot.value : undefined
  const isPlain = isAlone && name === titles[side]
  return (
    <div class="wd-compare-text">
      {!isPlain && (
        <div class="wd-compare-name">
          <strong class="wd-break">{name}</strong>
          <button
            type="button"
            class="wd-button wd-small"
            aria-label={`Remove ${name}`}
            onClick={() => store.change((page) => without(page, id))}
          >
            <Icon name="remove" />
            Remove
          </button>
        </div>
      )}
      <Editor
        label={isPlain ? titles[side] : `${titles[side]}: ${name}`}
        text={text}
        complaints={complaints}
        spot={spot}
        fetchText={fetchText}
        onText={(next) => store.change((page) => withText(page, id, { text: next }))}
        onSecrets={(count) => (store.secrets.value = count)}
      />
      {complaints.length > 0 && (
        <ul class="wd-complaints" aria-label={`Problems of ${titles[side]}, policy ${index + 1}`}>
          {complaints.slice(0, 3).map(({ severity, message, expected, line, column }) => (
            <li key={`${line}:${column} ${message}`} data-severity={severity}>
              <Icon name={severity === 'error' ? 'stop' : severity === 'suggestion' ? 'info' : 'warning'} />
              <span>
                Line {line}: {message}.{expected === undefined ? '' : ` Expected: ${expected}.`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const noComplaints = [] as const

/** Opens files of policies into a side; several are several policies. */
function OpenPolicies({ store, side, reportTrouble }: Pick<Props, 'store' | 'side' | 'reportTrouble'>): JSX.Element {
  const open = async (files: readonly File[]): Promise<void> => {
    const { openFiles } = await import('../checker/open-files.ts')
    const { blankSecrets } = await import('../session/blank-secrets.ts')
    const added: { readonly name: string; readonly text: string }[] = []
    let secrets = 0
    for (const file of files) {
      const opened = await openFiles([file])
      if (!opened.ok) {
        reportTrouble(opened.problem)
        return
      }
      const { text, found } = blankSecrets(opened.text)
      secrets += found.length
      added.push({ name: file.name, text })
    }
    reportTrouble('')
    if (secrets > 0) store.secrets.value = secrets
    store.change((page) => withAdded(page, side, added))
  }
  return (
    <FileButton
      class="wd-button wd-small"
      label={`Policies for the ${titles[side].toLowerCase()}`}
      multiple
      onFiles={(files) => void open(files)}
    >
      Open a file
    </FileButton>
  )
}
