import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { panelId, type Tab, TabList, tabId } from '../../controls/Tabs.tsx'
import { toldOf } from '../policy-state.ts'
import type { DocumentId } from '../reducer.ts'
import type { Store } from '../store.ts'
import { policyStateWords, shortTypeName } from '../words.ts'
import { ErrorDocument } from './ErrorDocument.tsx'
import { PolicyDocument } from './PolicyDocument.tsx'

const name = 'wd-document'

/** What the user gave, a tab for each document: the error, then the policies with their type and what they do. */
export function Documents({ store }: { readonly store: Store }): JSX.Element {
  // Not the whole bench: typing in the error changes no policy.
  const policies = useComputed(() => store.bench.value.policies).value
  const shown = store.document.value
  return (
    <>
      <div class="wd-tabbar">
        <DocumentTabs store={store} />
        <button
          type="button"
          class="wd-button wd-quiet wd-add"
          data-press="add-policy"
          aria-label="Add a policy"
          title="Add a policy"
          onClick={() => store.send({ is: 'policy added' })}
        >
          <Icon name="add" />
          <span class="wd-add-words">{policies.length === 0 && 'Add a policy'}</span>
        </button>
      </div>
      <Panel id="paste" shown={shown}>
        <ErrorDocument store={store} />
      </Panel>
      {policies.map((policy) => (
        <Panel key={policy.id} id={policy.id} shown={shown}>
          <PolicyDocument store={store} policy={policy} isShown={policy.id === shown} />
        </Panel>
      ))}
    </>
  )
}

function DocumentTabs({ store }: { readonly store: Store }): JSX.Element {
  const { policies } = store.bench.value
  const answered = store.answered.value
  const tabs: readonly Tab<DocumentId>[] = [
    { id: 'paste', content: 'Error' },
    ...policies.map((policy) => {
      const { recognised, state } = toldOf(answered, policy)
      const type = policy.type ?? recognised?.type
      const { word, icon, tone } = policyStateWords[state]
      return {
        id: policy.id,
        data: { 'data-document': policy.name },
        content: (
          <>
            <span class="wd-state" data-tone={tone} title={word}>
              <Icon name={icon} />
              <span class="sr-only">{word}: </span>
            </span>
            <span class="wd-tab-name">{policy.name}</span>
            {type && <span class="wd-badge">{shortTypeName(type)}</span>}
          </>
        ),
      }
    }),
  ]
  return (
    <TabList
      label="Documents"
      name={name}
      tabs={tabs}
      selected={store.document.value}
      onSelect={(document) => store.send({ is: 'document chosen', document })}
    />
  )
}

function Panel(props: {
  readonly id: DocumentId
  readonly shown: DocumentId
  readonly children: JSX.Element
}): JSX.Element {
  const { id, shown, children } = props
  return (
    <div
      role="tabpanel"
      id={panelId(name, id)}
      aria-labelledby={tabId(name, id)}
      class="wd-document"
      hidden={id !== shown}
    >
      {children}
    </div>
  )
}
