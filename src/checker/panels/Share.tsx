import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { download } from '../../controls/download.ts'
import { Icon } from '../../controls/Icon.tsx'
import { redactionNote } from '../redaction-note.ts'
import { reportFormats as formats } from '../report-format.ts'
import type { Answered, Store } from '../store.ts'

interface Props {
  readonly store: Store
  readonly answered: Answered
  /** False where the company wants no links that hold a case. */
  readonly sharing: boolean
  /** The project's, for reports. */
  readonly version: string
}

/** Takes the answer along: a report, a file, a link, paper. What tells who somebody is can be left out. */
export function Share({ store, answered, sharing, version }: Props): JSX.Element {
  const hidden = useSignal(true)
  const buckets = useSignal(false)
  const format = useSignal<(typeof formats)[number]>(formats[0])
  const outcome = useSignal('')
  /** The newest state, also where the answer is a moment behind. */
  const wanted = () => ({ bench: store.bench.value, hidden: hidden.value, buckets: buckets.value })
  const tools = () => import('../take-along.ts')
  const report = async (): Promise<string> => {
    const { format: form } = format.value
    const answer = (form === 'json' ? await store.whole() : undefined) ?? answered.answer
    return (await tools()).reportAlong(answer, { ...wanted(), format: form, version })
  }
  const copy = async (text: string | undefined, what: string): Promise<void> => {
    if (text === undefined) {
      outcome.value = 'This case is too long for a link. Save it as a file instead.'
      return
    }
    try {
      await navigator.clipboard.writeText(text)
      outcome.value = `${what} copied`
    } catch {
      outcome.value = 'The browser did not allow copying. Save a file instead.'
    }
  }
  const actions: readonly (readonly [label: string, act: () => Promise<void>])[] = [
    ['Copy the report', async () => copy(await report(), 'Report')],
    ['Save the report', async () => download(format.value.file, await report())],
    ['Copy a link', async () => copy(await (await tools()).caseLink(wanted(), location.href), 'Link')],
    ['Save the case', async () => download('whydenied-case.json', (await tools()).caseFile(wanted()))],
    ['Print', async () => window.print()],
  ]
  return (
    <section aria-labelledby="wd-share" class="wd-panel wd-share">
      <h3 class="wd-h" id="wd-share">
        Take it along
      </h3>
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
          Form of the report
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
            <button
              key={label}
              type="button"
              class="wd-button"
              data-press={label === 'Copy the report' ? 'report' : undefined}
              onClick={act}
              onBlur={() => (outcome.value = '')}
            >
              {label}
            </button>
          ))}
      </div>
      <p class="wd-outcome" role="status">
        {outcome.value !== '' && <Icon name="info" />}
        {outcome.value}
      </p>
      {sharing && (
        <p class="wd-hint">
          The link holds the case itself, in the part of the address that browsers keep to themselves. Whoever gets the
          link can read it.
        </p>
      )}
    </section>
  )
}
