import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { download } from '../../controls/download.ts'
import { HideNames } from '../../controls/HideNames.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { redactionNote } from '../../session/redaction-note.ts'
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
  const savedTests: readonly (readonly [label: string, act: () => Promise<void>])[] =
    store.bench.value.saved.length > 0
      ? [['Save the tests', async () => download('requests.access.yaml', (await tools()).accessFile(wanted()))]]
      : []
  const actions: readonly (readonly [label: string, act: () => Promise<void>])[] = [
    ['Copy the report', async () => copy(await report(), 'Report')],
    ['Save the report', async () => download(format.value.file, await report())],
    ['Copy a link', async () => copy(await (await tools()).caseLink(wanted(), location.href), 'Link')],
    ['Save the case', async () => download('whydenied-case.json', (await tools()).caseFile(wanted()))],
    ...savedTests,
    [
      'Print',
      async () => {
        close()
        window.print()
      },
    ],
  ]
  // What was said goes with the next click. If it went when a button loses the focus, the buttons below would move away under the pointer.
  const run = (act: () => Promise<void>): void => {
    say('')
    void act()
  }
  return (
    <>
      <h2 class="wd-h" id="wd-share">
        Share the answer
      </h2>
      <HideNames hidden={hidden} buckets={buckets} note={redactionNote({ buckets: buckets.value })} />
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
            <button key={label} type="button" class="wd-button" onClick={() => run(act)}>
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
