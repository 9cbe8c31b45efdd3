import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { answerComparePage } from '../session/compare-channel.ts'
import { startEngine } from '../session/engine.ts'
import { askAround, isFramed, mayShow } from '../session/framing.ts'
import type { LinkIn } from '../session/links-in.ts'
import { type CompanyRead, loadCompany, noSettings } from '../session/load-company.ts'
import { startThread } from '../session/start-thread.ts'
import { comparisonOfFixes } from './compare-fixes.ts'
import { loadExample } from './examples.ts'
import { tabInAddress, takeLink } from './handed-over.ts'
import { Answer } from './panels/Answer.tsx'
import { Applied } from './panels/Applied.tsx'
import { CompanyTrouble } from './panels/CompanyTrouble.tsx'
import { Divider } from './panels/Divider.tsx'
import { Documents } from './panels/Documents.tsx'
import { Progress } from './panels/Progress.tsx'
import { Secrets } from './panels/Secrets.tsx'
import { Sides } from './panels/Sides.tsx'
import { Start } from './panels/Start.tsx'
import type { Surroundings } from './panels/surroundings.ts'
import { Toolbar } from './panels/Toolbar.tsx'
import { firstState } from './reducer.ts'
import { rememberedReader } from './remembered.ts'
import { siteRoot } from './site.ts'
import { benchOf, benchOfFile } from './state.ts'
import { createStore, type Store } from './store.ts'

type About = Pick<Surroundings, 'examples' | 'articles' | 'version'>

interface Props {
  /** What the checker is told about the site, as JSON: its examples, the paths of its articles, its version. */
  readonly about: string
}

/** The checker: what the user has on the left, the live answer on the right; on a narrow screen, one of the two. */
export function Checker({ about }: Props): JSX.Element {
  const { examples, articles, version }: About = useMemo(() => JSON.parse(about), [about])
  const store = useMemo(
    () => createStore({ ...firstState, reader: rememberedReader(), framing: isFramed() ? 'asking' : 'none' }),
    [],
  )
  // The page is built without an address. Only what's drawn after its start needs one.
  const site = useMemo(() => (typeof location === 'undefined' ? '' : siteRoot(location.href)), [])
  const trouble = useSignal('')
  const read = useSignal<CompanyRead>(noSettings)
  const { company, problems } = read.value
  // The same object as long as nothing in it changes, so that the answer is not drawn again.
  const surroundings: Surroundings = useMemo(() => ({ examples, articles, version, site, company }), [site, company])

  async function openExample(name: string): Promise<void> {
    const loaded = await loadExample(site, name)
    trouble.value = loaded.ok ? '' : loaded.problem
    if (!loaded.ok) return
    store.send({ is: 'opened', bench: loaded.bench })
    history.replaceState(null, '', `?example=${encodeURIComponent(name)}${location.hash}`)
  }

  async function openCase(fragment: string): Promise<void> {
    const read = await (await import('./take-along.ts')).fromFragment(fragment)
    trouble.value = read.ok ? '' : read.problem
    if (!read.ok) return
    store.send({ is: 'opened', bench: benchOfFile(read.file.given, read.file.saved), isFromLink: true })
  }

  function openLink({ paste, policies, packedCase }: LinkIn): void {
    if (paste === undefined && policies.length === 0 && packedCase !== undefined) {
      void openCase(packedCase)
      return
    }
    trouble.value = ''
    const named = policies.map((text, i) => ({ name: i === 0 ? 'Policy' : `Policy ${i + 1}`, text }))
    // A link without policies adds nothing that the sender chose.
    const isFromLink = paste !== undefined && named.length > 0
    if (named.length > 0 || !store.isBlank.value)
      store.send({ is: 'opened', bench: benchOf({ paste: '', policies: named }), isFromLink })
    if (paste !== undefined) store.send({ is: 'pasted', text: paste })
  }

  useEffect(() => {
    const settings = loadCompany(site)
    settings.then((loaded) => {
      if (loaded === noSettings) return
      read.value = loaded
      store.send({ is: 'company read', company: loaded.company })
    })
    if (isFramed())
      Promise.all([askAround(), settings]).then(([framing, loaded]) =>
        store.send({ is: 'framing decided', mayShow: mayShow(framing, loaded.company.embedIn) }),
      )
    const followAddress = (): boolean => {
      const link = takeLink()
      if (link) openLink(link)
      const tab = tabInAddress()
      if (tab) store.send({ is: 'tab chosen', tab })
      return link !== undefined
    }
    addEventListener('hashchange', followAddress)
    const disconnect = store.connect((listener) => startEngine(startThread, { site, version }, listener))
    const wanted = new URLSearchParams(location.search).get('example')
    if (!followAddress() && wanted) void openExample(wanted)
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

  if (store.framing.value === 'asking') return <p class="wd-hint">Asking the page around this one …</p>
  if (store.framing.value === 'denied') return <NotHere />
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

/** Another site that shows the checker could lead its user to press something in it. */
const NotHere = (): JSX.Element => (
  <p class="wd-hint wd-not-here" role="alert" data-not-here>
    The settings of this checker don’t name the site that wants to show it.{' '}
    <a href={location.pathname} target="_blank" rel="noopener">
      Open the checker in its own tab
    </a>
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
