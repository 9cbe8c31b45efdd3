import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { takeHandedTexts } from '../controls/hand-over.ts'
import { Icon } from '../controls/Icon.tsx'
import { siteRootOf } from '../controls/site-root.ts'
import { panelId, TabList, tabId } from '../controls/Tabs.tsx'
import { Working } from '../controls/Working.tsx'
import { addressOf, readAddress } from './address.ts'
import { Billing } from './Billing.tsx'
import { exampleTexts } from './example.ts'
import { Opener, WhatWasRead } from './Files.tsx'
import { ReachMap } from './ReachMap.tsx'
import { Risks } from './Risks.tsx'
import { accountTabs, createStore } from './store.ts'
import { startAccount } from './thread.ts'
import { WhatCan } from './WhatCan.tsx'
import { WhoCan } from './WhoCan.tsx'

const tabNames = {
  'who-can': 'Who can',
  'what-can': 'What can',
  billing: 'Billing',
  risks: 'Risks',
  map: 'Map',
} as const

/** The page that answers questions about whole accounts: files on top, one tab for each kind of question. */
export function AccountPage(): JSX.Element {
  const site = useMemo(() => siteRootOf(globalThis.location?.href ?? 'http://localhost/account/', 'account'), [])
  const thread = useMemo(() => startAccount(site), [site])
  const store = useMemo(() => createStore(thread), [thread])
  const asked = useSignal(readAddress(''))
  /** Counts the questions that come from elsewhere than the tab's own form: each one fills the form again. */
  const jumps = useSignal(0)
  const opened = store.opened.value

  function follow(): void {
    asked.value = readAddress(location.hash)
    store.tab.value = asked.value.tab
    jumps.value += 1
  }

  useEffect(() => {
    follow()
    addEventListener('hashchange', follow)
    if (new URLSearchParams(location.search).has('example')) void store.open({ ask: 'open-texts', texts: exampleTexts })
    const end = takeHandedTexts((texts) => void store.open({ ask: 'open-texts', texts }))
    return () => {
      end()
      removeEventListener('hashchange', follow)
      thread.stop()
    }
  }, [])

  function go(change: Partial<typeof asked.value>): void {
    asked.value = { ...asked.value, ...change }
    store.tab.value = asked.value.tab
    history.replaceState(null, '', `${location.pathname}${location.search}${addressOf(asked.value)}`)
  }

  return (
    <div class="wd-checker wd-account not-content">
      {opened ? <WhatWasRead store={store} /> : <Opener store={store} site={site} />}
      <Working working={store.working} trouble={store.trouble} />
      {opened && opened.principals.length > 0 && (
        <>
          <TabList
            label="Questions"
            name="wd-account"
            tabs={accountTabs.map((id) => ({ id, content: tabNames[id] }))}
            selected={store.tab.value}
            onSelect={(tab) => go({ tab })}
          />
          <div
            role="tabpanel"
            id={panelId('wd-account', store.tab.value)}
            aria-labelledby={tabId('wd-account', store.tab.value)}
          >
            {store.tab.value === 'who-can' && (
              <WhoCan
                key={jumps.value}
                store={store}
                site={site}
                opened={opened}
                asked={asked.value}
                onAsk={(action, resource) => go({ action, resource })}
              />
            )}
            {store.tab.value === 'what-can' && (
              <WhatCan
                key={jumps.value}
                store={store}
                site={site}
                opened={opened}
                asked={asked.value.principal}
                onAsk={(principal) => go({ principal })}
                onAction={(action, resource) => {
                  jumps.value++
                  go({ tab: 'who-can', action, resource })
                }}
              />
            )}
            {store.tab.value === 'risks' && (
              <Risks
                store={store}
                site={site}
                opened={opened}
                onPrincipal={(principal) => go({ tab: 'what-can', principal })}
              />
            )}
            {store.tab.value === 'map' && (
              <ReachMap
                store={store}
                opened={opened}
                asked={asked.value.principal}
                onCenter={(principal) => go({ principal })}
              />
            )}
            {store.tab.value === 'billing' && <Billing store={store} site={site} opened={opened} />}
          </div>
        </>
      )}
      {!opened && (
        <ul class="wd-account-doors">
          <li>
            <Icon name="person" />
            <span>
              <b>Who can</b> call an action on a resource, through which groups, permission sets, and roles
            </span>
          </li>
          <li>
            <Icon name="list" />
            <span>
              <b>What can</b> a user or role do, by service and access level
            </span>
          </li>
          <li>
            <Icon name="warning" />
            <span>
              <b>Risks</b>: who can become an administrator, who has access from outside, and who is unused
            </span>
          </li>
          <li>
            <Icon name="map" />
            <span>
              <b>Map</b>: who is in which group, and who can assume which role
            </span>
          </li>
          <li>
            <Icon name="bill" />
            <span>
              <b>Billing</b>: who sees bills, who pays, who changes budgets and tax data, and how to change that
            </span>
          </li>
        </ul>
      )}
    </div>
  )
}
