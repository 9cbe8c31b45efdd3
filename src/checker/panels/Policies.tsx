import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { policyTypeNames, policyTypes } from '../../iam/index.ts'
import { longestEdited } from '../../session/limits.ts'
import type { Complaint, PolicySize } from '../../session/messages.ts'
import { type BenchPolicy, changePolicy, removePolicy, standingPolicies } from '../state.ts'
import type { Store } from '../store.ts'
import { shortTypeName } from '../words.ts'
import { AlsoReported } from './AlsoReported.tsx'
import { Complaints } from './Complaints.tsx'
import { PolicyText } from './PolicyText.tsx'

/** The policies that the user has, a card each. */
export function Policies({ store }: { readonly store: Store }): JSX.Element {
  // Not the whole bench: who types in the error changes no policy.
  const policies = useComputed(() => store.bench.value.policies).value
  return (
    <section class="wd-panel" aria-labelledby="wd-policies">
      <h2 class="wd-h" id="wd-policies">
        The policies you have
      </h2>
      <p class="wd-hint">
        Those of the caller, of the resource, of the organization: each one you add makes the answer more exact.
      </p>
      {policies.map((policy) => (
        <Card key={policy.id} store={store} policy={policy} />
      ))}
      <button
        type="button"
        class="wd-button"
        data-press="add-policy"
        onClick={() => store.send({ is: 'policy added' })}
      >
        <Icon name="add" />
        Add a policy
      </button>
    </section>
  )
}

/** What the engine says of a policy, as long as the text is still the one it read. */
function toldOf(store: Store, { id, text }: BenchPolicy) {
  const answered = store.answered.value
  const policies = answered ? standingPolicies(answered.bench) : []
  const index = policies.findIndex((policy) => policy.id === id)
  const isSame = policies[index]?.text === text
  return {
    size: isSame ? answered?.answer.sizes[index] : undefined,
    recognised: answered?.answer.diagnosis.policies[index],
    complaints: isSame ? (answered?.answer.policies[index] ?? none) : none,
    findings: isSame ? (answered?.answer.diagnosis.policies[index]?.findings ?? []) : [],
  }
}

const none: readonly Complaint[] = []

function Card({ store, policy }: { readonly store: Store; readonly policy: BenchPolicy }): JSX.Element {
  const { id, name, type, text } = policy
  const { recognised, complaints, findings, size } = toldOf(store, policy)
  const effective = type ?? recognised?.type
  const change = (next: Partial<BenchPolicy>): void => store.change((bench) => changePolicy(bench, id, next))
  return (
    <article class="wd-card" aria-label={name} data-policy={name}>
      <div class="wd-card-head">
        <div class="wd-labelled">
          <label for={`wd-name-${id}`}>Name</label>
          <input
            id={`wd-name-${id}`}
            class="wd-field"
            type="text"
            spellcheck={false}
            value={name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        </div>
        <TypeChoice
          policy={policy}
          guessed={recognised?.chosen === false ? recognised.type : undefined}
          change={change}
        />
        <button
          type="button"
          class="wd-button wd-square"
          aria-label={`Remove ${name}`}
          onClick={() => store.change((bench) => removePolicy(bench, id))}
        >
          <Icon name="remove" />
        </button>
      </div>
      {recognised && !recognised.chosen && text.trim() !== '' && (
        <p class="wd-hint">
          Looks like {policyTypeNames[recognised.type].replace(/^(?=[aeiou])/i, 'an ').replace(/^(?!an )/, 'a ')},
          because {recognised.because}. If it is something else, choose it above.
        </p>
      )}
      {(effective === 'scp' || effective === 'rcp') && (
        <div class="wd-labelled">
          <label for={`wd-target-${id}`}>Attached to (root, organizational unit or account)</label>
          <input
            id={`wd-target-${id}`}
            class="wd-field"
            type="text"
            spellcheck={false}
            placeholder="r-root"
            value={policy.target ?? ''}
            onInput={(event) => {
              const target = event.currentTarget.value
              change({ target: target === '' ? undefined : target })
            }}
          />
        </div>
      )}
      <PolicyText store={store} policy={policy} complaints={complaints} />
      {size && <Size size={size} />}
      <Complaints
        list={complaints}
        {...(text.length > longestEdited
          ? {}
          : { onShow: ({ span }: Complaint) => store.send({ is: 'shown', spot: { policyId: id, span } }) })}
        onFix={({ fix }) => fix && store.send({ is: 'edited', policyId: id, edit: fix })}
        onFixAll={(edit) => store.send({ is: 'edited', policyId: id, edit })}
      />
      <AlsoReported findings={findings} />
    </article>
  )
}

/** How much of the quota is used: a bar, with the numbers beside it. */
function Size({ size: { size, quota } }: { readonly size: PolicySize }): JSX.Element {
  const words = `${size.toLocaleString('en')} of ${quota.most.toLocaleString('en')} characters without white space`
  return (
    <p class="wd-size" data-over={size > quota.most}>
      <meter
        min={0}
        max={quota.most}
        high={quota.most * 0.9}
        value={Math.min(size, quota.most)}
        aria-label="Length of the policy"
      >
        {words}
      </meter>
      <span title={`The quota is that of ${quota.of}`}>{words}</span>
    </p>
  )
}

interface TypeProps {
  readonly policy: BenchPolicy
  readonly guessed: BenchPolicy['type']
  readonly change: (next: Partial<BenchPolicy>) => void
}

function TypeChoice({ policy, guessed, change }: TypeProps): JSX.Element {
  const { id, type } = policy
  return (
    <div class="wd-labelled">
      <label for={`wd-type-${id}`}>Type</label>
      <select
        id={`wd-type-${id}`}
        class="wd-field"
        value={type ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          change({ type: policyTypes.find((other) => other === chosen) })
        }}
      >
        <option value="">{guessed ? `Recognised: ${shortTypeName(guessed)}` : 'Recognise it'}</option>
        {policyTypes.map((option) => (
          <option key={option} value={option}>
            {policyTypeNames[option]}
          </option>
        ))}
      </select>
    </div>
  )
}
