import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { siteRootOf } from '../controls/site-root.ts'
import { Working } from '../controls/Working.tsx'
import { Callers } from './Callers.tsx'
import { Details } from './Details.tsx'
import { Opener } from './Opener.tsx'
import { createStore } from './store.ts'

/** The page that turns trails into policies: files on top, the users and roles in them, and what the chosen one used. */
export function UsedPage(): JSX.Element {
  const site = useMemo(() => siteRootOf(globalThis.location?.href ?? 'http://localhost/used/', 'used'), [])
  const store = useMemo(() => createStore(site), [site])
  useEffect(() => () => store.stop(), [])
  const opened = store.opened.value
  const details = store.details.value
  const row = opened?.callers.find(({ caller }) => caller === details?.caller)
  return (
    <div class="wd-checker wd-account not-content">
      {opened ? <Callers store={store} opened={opened} /> : <Opener store={store} site={site} />}
      <Working working={store.working} trouble={store.trouble} />
      {details && row && <Details store={store} site={site} details={details} row={row} />}
    </div>
  )
}
