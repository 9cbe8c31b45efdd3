import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { Icon } from '../controls/Icon.tsx'
import { answerComparePage } from '../session/compare-channel.ts'
import { type Listener, startEngine } from '../session/engine.ts'
import { startThread } from '../session/start-thread.ts'
import { comparisonOfFixes } from './compare-fixes.ts'
import { loadExample } from './examples.ts'
import { type CompanyRead, loadCompany } from './load-company.ts'
import { Answer } from './panels/Answer.tsx'
import { Applied } from './panels/Applied.tsx'
import { CompanyTrouble } from './panels/CompanyTrouble.tsx'
import { saying } from './panels/Decision.tsx'
import { Kept } from './panels/Kept.tsx'
import { OpenFile } from './panels/OpenFile.tsx'
import { PasteBox } from './panels/PasteBox.tsx'
import { Policies } from './panels/Policies.tsx'
import { Progress } from './panels/Progress.tsx'
import { Secrets } from './panels/Secrets.tsx'
import { Seen } from './panels/Seen.tsx'
import { Shortcuts } from './panels/Shortcuts.tsx'
import { Sorted } from './panels/Sorted.tsx'
import { Start } from './panels/Start.tsx'
import type { ExampleLink, Surroundings } from './panels/surroundings.ts'
import { Which } from './panels/Which.tsx'
import { siteRoot } from './site.ts'
import { benchOf, benchOfFile, emptyBench } from './state.ts'
import { focusedPlace } from './stay-in-sight.ts'
import { createStore, type Store } from './store.ts'

interface Props {
  readonly examples: readonly ExampleLink[]
  /** Paths of the articles that exist. */
  readonly articles: readonly string[]
  /** The project's version, for reports. */
  readonly version: string
}

/** The checker: what the user has on the left, the live answer on the right. */
export function Checker({ examples, articles, version }: Props): JSX.Element {
  const store = useMemo(createStore, [])
  const site = useSignal('')
  const trouble = useSignal('')
  const read = useSignal<CompanyRead>({ company: {}, problems: [] })
  const { company, problems } = read.value
  // The same object as long as nothing in it changes, so that the answer is not drawn again.
  const surroundings: Surroundings = useMemo(
    () => ({ examples, articles, version, site: site.value, company }),
    [site.value, company],
  )

  async function openExample(name: string): Promise<void> {
    const loaded = await loadExample(site.value, name)
    trouble.value = loaded.ok ? '' : loaded.problem
    if (!loaded.ok) return
    store.send({ is: 'opened', bench: loaded.bench })
    history.replaceState(null, '', `?example=${encodeURIComponent(name)}`)
  }

  async function openLink(fragment: string): Promise<void> {
    const read = await (await import('./take-along.ts')).fromFragment(fragment)
    trouble.value = read.ok ? '' : read.problem
    if (!read.ok) return
    store.send({ is: 'opened', bench: benchOfFile(read.file.given, read.file.saved), isFromLink: true })
  }

  useEffect(() => {
    site.value = siteRoot(location.href)
    loadCompany(site.value).then((loaded) => {
      read.value = loaded
      store.send({ is: 'company read', company: loaded.company })
    })
    const disconnect = store.connect((listener) =>
      startEngine(startThread, { site: site.value, version }, keepingFocusInSight(listener)),
    )
    const { pasted, policy, linked } = takeHandedOver()
    const wanted = new URLSearchParams(location.search).get('example')
    if (pasted !== undefined) store.send({ is: 'pasted', text: pasted })
    else if (policy !== undefined)
      store.send({ is: 'opened', bench: benchOf({ paste: '', policies: [{ name: 'Policy', text: policy }] }) })
    else if (linked !== undefined) void openLink(linked)
    else if (wanted) void openExample(wanted)
    const endComparing = answerComparePage(() => {
      const { value } = store.answered
      return value && comparisonOfFixes(value, value.answer.diagnosis.fixes)
    })
    return () => {
      endComparing()
      disconnect()
    }
  }, [])

  const isOpen = useComputed(() => store.answered.value !== undefined || trouble.value !== '').value
  useEffect(() => {
    if (isOpen) delete document.documentElement.dataset.opening
  }, [isOpen])

  return (
    <div class="wd-checker not-content">
      <div class="wd-given">
        <Menu
          store={store}
          examples={examples}
          onOpen={openExample}
          trouble={trouble.value}
          tell={(words) => (trouble.value = words)}
        />
        {store.state.value.isFromLink && <FromLink />}
        <CompanyTrouble problems={problems} />
        <Secrets store={store} />
        <PasteBox store={store} />
        <Sorted store={store} />
        <Which store={store} />
        <Seen store={store} />
        <Policies store={store} />
        <Kept store={store} />
        <div class="wd-row">
          <Shortcuts store={store} />
        </div>
        <Summary store={store} />
      </div>
      <section class="wd-result" id="wd-result" aria-label="Answer" tabIndex={-1}>
        <Progress store={store} />
        <Applied store={store} />
        <Result store={store} surroundings={surroundings} onOpen={openExample} />
      </section>
    </div>
  )
}

const FromLink = (): JSX.Element => (
  <p class="wd-hint" role="status" data-from-link>
    This case came in a link. Its sender chose the policies, so check them before you use a fix.
  </p>
)

const keepingFocusInSight = (listener: Listener): Listener => ({
  ...listener,
  answer(answer) {
    const bringBack = focusedPlace()
    listener.answer(answer)
    requestAnimationFrame(bringBack)
  },
})

/** Takes what another page handed over, an error or a policy, and clears it from the address. */
function takeHandedOver(): Readonly<Record<'pasted' | 'policy' | 'linked', string | undefined>> {
  const handed = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B'))
  const [pasted, policy, linked] = ['paste', 'policy', 'case'].map((name) => handed.get(name) ?? undefined)
  if (pasted !== undefined || policy !== undefined || linked !== undefined)
    history.replaceState(null, '', location.pathname + location.search)
  return { pasted, policy, linked }
}

interface ResultProps {
  readonly store: Store
  readonly surroundings: Surroundings
  readonly onOpen: (name: string) => void
}

function Result({ store, surroundings, onOpen }: ResultProps): JSX.Element {
  const answered = store.answered.value
  if (store.isBlank.value) return <Start surroundings={surroundings} onOpen={onOpen} />
  if (!answered) return <p class="wd-hint">Reading what you gave …</p>
  return (
    <>
      <h2 class="wd-h">The answer</h2>
      <Answer store={store} answered={answered} surroundings={surroundings} />
    </>
  )
}

interface MenuProps {
  readonly store: Store
  readonly examples: readonly ExampleLink[]
  readonly onOpen: (name: string) => void
  readonly trouble: string
  readonly tell: (trouble: string) => void
}

function Menu({ store, examples, onOpen, trouble, tell }: MenuProps): JSX.Element {
  return (
    <div class="wd-menu">
      <div class="wd-row">
        <label for="wd-examples" class="sr-only">
          Open an example
        </label>
        <select
          id="wd-examples"
          class="wd-field"
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget
            event.currentTarget.value = ''
            if (value !== '') onOpen(value)
          }}
        >
          <option value="">Open an example …</option>
          {[...new Set(examples.map(({ group }) => group))].map((group) => (
            <optgroup key={group} label={group}>
              {examples
                .filter((example) => example.group === group)
                .map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <OpenFile store={store} tell={tell} />
        <button
          type="button"
          class="wd-button"
          disabled={store.isBlank.value}
          onClick={() => {
            store.send({ is: 'opened', bench: emptyBench })
            history.replaceState(null, '', location.pathname)
          }}
        >
          Start over
        </button>
        {store.replaced.value && (
          <button type="button" class="wd-button" onClick={() => store.send({ is: 'brought back' })}>
            <Icon name="undo" />
            Bring back what you had
          </button>
        )}
      </div>
      <p role="alert" class="wd-trouble">
        {trouble}
      </p>
    </div>
  )
}

/** On a phone the answer stands below what was given: this bar sticks to the edge of the screen, names it and leads there. */
function Summary({ store }: { readonly store: Store }): JSX.Element | null {
  const answered = store.answered.value
  if (!answered) return null
  const { word, icon, tone } = saying(answered.answer.diagnosis)
  return (
    <a class="wd-summary" href="#wd-result" data-tone={tone}>
      <Icon name={icon} />
      <strong>{word}</strong>
      <span>See the answer</span>
    </a>
  )
}
