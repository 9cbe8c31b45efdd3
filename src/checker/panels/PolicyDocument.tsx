import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { policyTypeNames, policyTypes } from '../../iam/index.ts'
import { longestEdited } from '../../session/limits.ts'
import type { Complaint, PolicySize } from '../../session/messages.ts'
import { typeClause } from '../../words/index.ts'
import { toldOf } from '../policy-state.ts'
import { type BenchPolicy, changePolicy, removePolicy, withRequest } from '../state.ts'
import type { Store } from '../store.ts'
import { shortTypeName } from '../words.ts'
import { AlsoReported } from './AlsoReported.tsx'
import { Complaints } from './Complaints.tsx'
import { PolicyText } from './PolicyText.tsx'

interface Props {
  readonly store: Store
  readonly policy: BenchPolicy
  /** Only what is shown is drawn; the editor stays, and with it what can be undone. */
  readonly isShown: boolean
}

/** One policy: its name and type, its text in an editor, and what is wrong with it. */
export function PolicyDocument({ store, policy, isShown }: Props): JSX.Element {
  const { id, name, type, text } = policy
  const { recognised, complaints, findings, size } = toldOf(store.answered.value, policy)
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
          Recognized as {article(policyTypeNames[recognised.type])}, because {typeClause(recognised.because)}. Not
          right? Choose the type above.
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
      {isShown && size && <Size size={size} />}
      {isShown && (
        <Complaints
          list={complaints}
          {...(text.length > longestEdited
            ? {}
            : { onShow: ({ span }: Complaint) => store.send({ is: 'shown', spot: { policyId: id, span } }) })}
          onFix={({ fix }) => fix && store.send({ is: 'edited', policyId: id, edit: fix })}
          onTry={(example) => {
            const bench = withRequest(store.bench.value, example)
            store.send({ is: 'opened', bench, isFromLink: store.isFromLink.value })
            store.send({ is: 'document chosen', document: id })
          }}
          onFixAll={(edit) => store.send({ is: 'edited', policyId: id, edit })}
        />
      )}
      {isShown && <AlsoReported findings={findings} />}
    </article>
  )
}

const article = (name: string): string => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`

/** How much of the quota is used: a bar, with the numbers next to it. */
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
        <option value="">{guessed ? `Recognized: ${shortTypeName(guessed)}` : 'Detect automatically'}</option>
        {policyTypes.map((option) => (
          <option key={option} value={option}>
            {policyTypeNames[option]}
          </option>
        ))}
      </select>
    </div>
  )
}
