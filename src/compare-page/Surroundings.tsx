import type { JSX } from 'preact'
import { Fold } from '../controls/Fold.tsx'
import { Icon } from '../controls/Icon.tsx'
import { policyTypeNames, policyTypes } from '../iam/index.ts'
import { Editor } from './Editor.tsx'
import type { FetchText } from './managed-policies.ts'
import { type PageSurrounding, without, withSurrounding, withText } from './state.ts'
import type { Store } from './store.ts'

/** Policies that apply to both versions: SCPs, RCPs, a boundary, a session policy, a resource-based policy. */
export function Surroundings({
  store,
  fetchText,
}: {
  readonly store: Store
  readonly fetchText: FetchText
}): JSX.Element {
  const { around } = store.page.value
  const count = around.length === 0 ? 'none' : `${around.length}`
  return (
    <Fold class="wd-panel wd-compare-around" summary={`Surrounding policies: ${count}`} opened={around.length > 0}>
      <p class="wd-hint">
        Policies that apply to both versions alike: SCPs, RCPs, a permissions boundary, a session policy, a
        resource-based policy. A change counts only if they let it through.
      </p>
      {around.map((policy) => (
        <OnePolicy key={policy.id} store={store} policy={policy} fetchText={fetchText} />
      ))}
      <button
        type="button"
        class="wd-button"
        onClick={() => store.change((page) => withSurrounding(page, 'scp', `Surrounding policy ${around.length + 1}`))}
      >
        <Icon name="add" />
        Add a surrounding policy
      </button>
    </Fold>
  )
}

interface OneProps {
  readonly store: Store
  readonly policy: PageSurrounding
  readonly fetchText: FetchText
}

function OnePolicy({ store, policy, fetchText }: OneProps): JSX.Element {
  const { id, name, type, target, text } = policy
  const answered = store.answered.value
  const at = answered?.page.around.findIndex((each) => each.id === id) ?? -1
  const isCurrent = answered?.page.around[at]?.text === text
  const complaints = isCurrent ? (answered?.answer.complaints.around[at] ?? noComplaints) : noComplaints
  const spot = store.spot.value?.id === id ? store.spot.value : undefined
  const change = (to: Partial<Omit<PageSurrounding, 'id'>>): void => store.change((page) => withText(page, id, to))
  return (
    <div class="wd-card">
      <div class="wd-card-head">
        <div class="wd-labelled">
          <label for={`wd-around-type-${id}`}>Policy type</label>
          <select
            id={`wd-around-type-${id}`}
            class="wd-field"
            value={type}
            onChange={({ currentTarget: { value } }) =>
              change({ type: policyTypes.find((each) => each === value) ?? type })
            }
          >
            {policyTypes.map((each) => (
              <option key={each} value={each}>
                {policyTypeNames[each]}
              </option>
            ))}
          </select>
        </div>
        <div class="wd-labelled">
          <label for={`wd-around-target-${id}`}>Attached to (optional)</label>
          <input
            id={`wd-around-target-${id}`}
            class="wd-field"
            autocomplete="off"
            spellcheck={false}
            placeholder="r-root, an account, an ARN"
            value={target}
            onInput={({ currentTarget }) => change({ target: currentTarget.value })}
          />
        </div>
        <button
          type="button"
          class="wd-button wd-square"
          aria-label={`Remove ${name}`}
          onClick={() => store.change((page) => without(page, id))}
        >
          <Icon name="remove" />
        </button>
      </div>
      <Editor
        label={name}
        text={text}
        complaints={complaints}
        spot={spot}
        fetchText={fetchText}
        onText={(next) => change({ text: next })}
        onSecrets={(count) => (store.secrets.value = count)}
      />
    </div>
  )
}

const noComplaints = [] as const
