import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { fetcherOf, siteRootOf } from '../controls/site-root.ts'
import { loadCompany } from '../session/load-company.ts'
import { Answer, Summary } from './Answer.tsx'
import { Bar } from './Bar.tsx'
import { comparisonExamples } from './examples.ts'
import { loadManagedPolicy } from './managed-policies.ts'
import type { StatementPlace } from './messages.ts'
import { Never } from './Never.tsx'
import { SideTexts } from './SideTexts.tsx'
import { Surroundings } from './Surroundings.tsx'
import { isEmptyPage, pageOf, withSide } from './state.ts'
import { createStore } from './store.ts'
import { TypeChoice } from './TypeChoice.tsx'
import { startComparing } from './thread.ts'

interface Props {
  /** Types of resources for which AWS defines public access: "AWS::S3::Bucket". */
  readonly resourceTypes: readonly string[]
}

/** The page that compares two versions of policies: the two sides on top, the live answer below. */
export function ComparePage({ resourceTypes }: Props): JSX.Element {
  const store = useMemo(createStore, [])
  const site = useMemo(() => siteRootOf(globalThis.location?.href ?? 'http://localhost/compare/', 'compare'), [])
  const fetchText = useMemo(() => fetcherOf(site), [site])
  const trouble = useSignal('')
  /** No links until it's known that the company allows them. */
  const sharing = useSignal(false)

  async function openExample(id: string): Promise<void> {
    const example = comparisonExamples.find((each) => each.id === id)
    if (!example) return
    trouble.value = ''
    let page = pageOf(example.comparison, store.page.value.nextId)
    if (example.managed) {
      for (const side of ['old', 'new'] as const) {
        const name = example.managed[side]
        const text = await loadManagedPolicy(name, fetchText)
        if (text === undefined) {
          trouble.value = `The policy ${name} can’t be loaded. Check your network connection and try again.`
          return
        }
        page = withSide(page, side, [{ name, text }])
      }
    }
    store.open(page)
    history.replaceState(null, '', `?example=${id}`)
  }

  async function openLink(fragment: string): Promise<void> {
    const read = await (await import('../session/comparison-file.ts')).readComparisonLink(fragment)
    trouble.value = read.ok ? '' : read.problem
    if (read.ok) store.open(pageOf(read.comparison, store.page.value.nextId), true)
  }

  useEffect(() => {
    const disconnect = store.connect((listener) => startComparing(site, listener))
    const handed = new URLSearchParams(location.hash.slice(1))
    const linked = handed.get('compare') ?? handed.get('case') ?? undefined
    const wanted = new URLSearchParams(location.search).get('example')
    if (linked !== undefined) {
      history.replaceState(null, '', location.pathname)
      void openLink(linked)
    } else if (wanted !== null) void openExample(wanted)
    void loadCompany(site).then(({ company }) => (sharing.value = company.sharing !== false))
    return disconnect
  }, [])

  const isEmpty = useComputed(() => isEmptyPage(store.page.value)).value
  const show = (place: StatementPlace): void => store.show(place)
  return (
    <div class="wd-checker wd-compare not-content">
      <Bar store={store} trouble={trouble} sharing={sharing.value} onExample={(id) => void openExample(id)} />
      {store.isFromLink.value && !isEmpty && (
        <p class="wd-hint" role="status" data-from-link>
          This comparison came in a link. Its sender chose the policies, so check them before you rely on the answer.
        </p>
      )}
      <TypeChoice store={store} />
      <div class="wd-compare-sides">
        <SideTexts store={store} side="old" fetchText={fetchText} reportTrouble={(words) => (trouble.value = words)} />
        <SideTexts store={store} side="new" fetchText={fetchText} reportTrouble={(words) => (trouble.value = words)} />
      </div>
      <Summary store={store} />
      <section class="wd-compare-answer" id="wd-compare-answer" aria-label="Answer" tabIndex={-1}>
        <Answer store={store} site={site} onShow={show} onExample={(id) => void openExample(id)} isEmpty={isEmpty} />
      </section>
      <Never store={store} site={site} resourceTypes={resourceTypes} onShow={show} />
      <Surroundings store={store} fetchText={fetchText} />
    </div>
  )
}
