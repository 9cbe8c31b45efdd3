import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { answerComparePage } from '../session/compare-channel.ts'
import { startEngine } from '../session/engine.ts'
import { type CompanyRead, loadCompany } from '../session/load-company.ts'
import { startThread } from '../session/start-thread.ts'
import { comparisonOfFixes } from './compare-fixes.ts'
import { loadExample } from './examples.ts'
import { tabInAddress, takeHandedOver } from './handed-over.ts'
import { Answer } from './panels/Answer.tsx'
import { Applied } from './panels/Applied.tsx'
import { CompanyTrouble } from './panels/CompanyTrouble.tsx'
import { Divider } from './panels/Divider.tsx'
import { Documents } from './panels/Documents.tsx'
import { Progress } from './panels/Progress.tsx'
import { Secrets } from './panels/Secrets.tsx'
import { Sides } from './panels/Sides.tsx'
import { Start } from './panels/Start.tsx'
import type { ExampleLink, Surroundings } from './panels/surroundings.ts'
import { Toolbar } from './panels/Toolbar.tsx'
import { rememberedReader } from './remembered.ts'
import { siteRoot } from './site.ts'
import { benchOf, benchOfFile } from './state.ts'
import { createStore, type Store } from './store.ts'

interface Props {
  readonly examples: readonly ExampleLink[]
  /** Paths of the articles that exist. */
  readonly articles: readonly string[]
  /** The project's version, for reports. */
  readonly version: string
}

/** The checker: what the user has on the left, the live answer on the right; on a narrow screen, one of the two. */
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
    history.replaceState(null, '', `?example=${encodeURIComponent(name)}${location.hash}`)
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
    const reader = rememberedReader()
    if (reader) store.send({ is: 'reader chosen', reader })
    const followAddress = (): void => {
      const tab = tabInAddress()
      if (tab) store.send({ is: 'tab chosen', tab })
    }
    addEventListener('hashchange', followAddress)
    const disconnect = store.connect((listener) => startEngine(startThread, { site: site.value, version }, listener))
    const { pasted, policy, linked } = takeHandedOver()
    followAddress()
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
      removeEventListener('hashchange', followAddress)
      endComparing()
      disconnect()
    }
  }, [])

  const isOpen = useComputed(() => store.answered.value !== undefined || trouble.value !== '').value
  useEffect(() => {
    if (isOpen) delete document.documentElement.dataset.opening
  }, [isOpen])

  return (
    <div class="wd-checker wd-app not-content" data-side={store.side.value}>
      <Toolbar
        store={store}
        surroundings={surroundings}
        onOpen={openExample}
        trouble={trouble.value}
        reportTrouble={(words) => (trouble.value = words)}
      />
      <div class="wd-panes">
        <section class="wd-pane wd-input" id="wd-input" aria-label="Input">
          {store.isFromLink.value && <FromLink />}
          <CompanyTrouble problems={problems} />
          <Secrets store={store} />
          <Documents store={store} />
        </section>
        <Divider />
        <section class="wd-pane wd-result" id="wd-result" aria-label="Answer" tabIndex={-1}>
          <Progress store={store} />
          <Applied store={store} />
          <Result store={store} surroundings={surroundings} onOpen={openExample} />
        </section>
      </div>
      <Sides store={store} />
    </div>
  )
}

const FromLink = (): JSX.Element => (
  <p class="wd-hint wd-from-link" role="status" data-from-link>
    This case came in a link. Its sender chose the policies, so check them before you use a fix.
  </p>
)

interface ResultProps {
  readonly store: Store
  readonly surroundings: Surroundings
  readonly onOpen: (name: string) => void
}

function Result({ store, surroundings, onOpen }: ResultProps): JSX.Element {
  const answered = store.answered.value
  if (store.isBlank.value) return <Start surroundings={surroundings} onOpen={onOpen} />
  if (!answered) return <p class="wd-hint wd-waiting">Reading what you gave …</p>
  return <Answer store={store} answered={answered} surroundings={surroundings} />
}
