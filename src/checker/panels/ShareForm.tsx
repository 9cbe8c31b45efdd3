import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { download } from '../../controls/download.ts'
import { Icon } from '../../controls/Icon.tsx'
import { redactionNote } from '../redaction-note.ts'
import { reportFormats as formats } from '../report-format.ts'
import type { Answered, Store } from '../store.ts'

interface Props {
  readonly store: Store
  /** False where the company wants no links that hold a case. */
  readonly sharing: boolean
  /** The project's, for reports. */
  readonly version: string
  readonly answered: Answered
  /** Opened to copy the report: that is done at once. */
  readonly isForReport: boolean
  readonly announce: (outcome: string) => void
  readonly close: () => void
}

/** A report, a file, a link, or paper; without what identifies people and accounts, unless that is wanted. */
export function ShareForm({ store, answered, isForReport, sharing, version, announce, close }: Props): JSX.Element {
  const hidden = useSignal(true)
  const buckets = useSignal(false)
  const format = useSignal<(typeof formats)[number]>(formats[0])
  /** The newest state, also where the answer is a moment behind. */
  const wanted = () => ({ bench: store.bench.value, hidden: hidden.value, buckets: buckets.value })
  const said = useSignal('')
  const say = (words: string): void => {
    said.value = words
    announce(words)
  }
  const tools = () => import('../take-along.ts')
  const report = async (): Promise<string> => {
    const { format: form } = format.value
    const answer = (form === 'json' ? await store.whole() : undefined) ?? answered.answer
    return (await tools()).reportAlong(answer, { ...wanted(), format: form, version })
  }
  const copy = async (text: string | undefined, what: string): Promise<void> => {
    if (text === undefined) {
      say('This case is too long for a link. Save it as a file instead.')
      return
    }
    try {
      await navigator.clipboard.writeText(text)
      say(`${what} copied`)
    } catch {
      say('The browser did not allow copying. Save a file instead.')
    }
  }
  useEffect(() => {
    if (isForReport) void report().then((text) => copy(text, 'Report'))
  }, [isForReport])
  const actions: readonly (readonly [label: string, act: () => Promise<void>])[] = [
    ['Copy the report', async () => copy(await report(), 'Report')],
    ['Save the report', async () => download(format.value.file, await report())],
    ['Copy a link', async () => copy(await (await tools()).caseLink(wanted(), location.href), 'Link')],
    ['Save the case', async () => download('whydenied-case.json', (await tools()).caseFile(wanted()))],
    [
      'Print',
      async () => {
        close()
        window.print()
      },
    ],
  ]
  return (
    <>
      <h2 class="wd-h" id="wd-share">
        Share the answer
      </h2>
      <label class="wd-check">
        <input
          type="checkbox"
          checked={hidden.value}
          onChange={(event) => (hidden.value = event.currentTarget.checked)}
        />
        <span>
          Replace account numbers, IP addresses and names with placeholders. The same name always gets the same
          placeholder.
        </span>
      </label>
      <label class="wd-check">
        <input
          type="checkbox"
          checked={buckets.value}
          disabled={!hidden.value}
          onChange={(event) => (buckets.value = event.currentTarget.checked)}
        />
        <span>Replace bucket names, too.</span>
      </label>
      {hidden.value && (
        <details class="wd-hint">
          <summary>See what is replaced and what stays readable</summary>
          {redactionNote({ buckets: buckets.value }).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
      <div class="wd-row">
        <label for="wd-report-format" class="sr-only">
          Format of the report
        </label>
        <select
          id="wd-report-format"
          class="wd-field wd-format"
          value={format.value.format}
          onChange={(event) => (format.value = formats[event.currentTarget.selectedIndex] ?? formats[0])}
        >
          {formats.map(({ format: each, label }) => (
            <option key={each} value={each}>
              Report in {label}
            </option>
          ))}
        </select>
        {actions
          .filter(([label]) => sharing || label !== 'Copy a link')
          .map(([label, act]) => (
            <button key={label} type="button" class="wd-button" onClick={act} onBlur={() => say('')}>
              {label}
            </button>
          ))}
      </div>
      <p class="wd-outcome">
        {said.value !== '' && <Icon name="info" />}
        {said.value}
      </p>
      {sharing && (
        <p class="wd-hint">
          The link holds the case itself, in the part of the URL after #, which browsers never send to a server. Anyone
          who gets the link can read it.
        </p>
      )}
      <button type="button" class="wd-button" onClick={close}>
        Close
      </button>
    </>
  )
}
