import type { JSX } from 'preact'
import { CopyableText } from '../../controls/CopyableText.tsx'
import { Fold } from '../../controls/Fold.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { toldOf } from '../policy-state.ts'
import { type BenchPolicy, removePolicy } from '../state.ts'
import type { Answered, Store } from '../store.ts'
import { policyStateWords, shortTypeName } from '../words.ts'
import { Kept } from './Kept.tsx'
import { PasteBox } from './PasteBox.tsx'
import { RequestSentence } from './RequestSentence.tsx'
import { Sorted } from './Sorted.tsx'
import { Which } from './Which.tsx'

/** The pasted error, the request that was read from it, and the policies at hand. */
export function ErrorDocument({ store }: { readonly store: Store }): JSX.Element {
  return (
    <>
      <PasteBox store={store} />
      <Sorted store={store} />
      <Which store={store} />
      <RequestSentence store={store} />
      <PolicyList store={store} />
      <Kept store={store} />
    </>
  )
}

function PolicyList({ store }: { readonly store: Store }): JSX.Element | null {
  const { policies } = store.bench.value
  const answered = store.answered.value
  if (policies.length === 0 && !answered) return null
  return (
    <section class="wd-stack" aria-labelledby="wd-policies">
      <h2 class="wd-h" id="wd-policies">
        Policies
      </h2>
      {policies.length > 0 && (
        <ul class="wd-policy-list">
          {policies.map((policy) => (
            <PolicyRow key={policy.id} store={store} policy={policy} answered={answered} />
          ))}
        </ul>
      )}
      <p class="wd-hint">
        {policies.length === 0
          ? 'Add the caller’s, the resource’s, and the organization’s policies. Each one makes the answer more precise.'
          : 'Add whatever else applies: a permissions boundary, a session policy, the resource’s policy, SCPs.'}
      </p>
      {answered?.answer.diagnosis.fetchScript !== undefined && (
        <FetchAll script={answered.answer.diagnosis.fetchScript} />
      )}
    </section>
  )
}

const FetchAll = ({ script }: { readonly script: string }): JSX.Element => (
  <Fold class="wd-fetch" summary="Collect everything that’s missing with one script">
    <p class="wd-hint">
      These commands are read-only. Paste their whole output into the box at the top; it is sorted for you.
    </p>
    <CopyableText text={script} label="Copy the script" />
  </Fold>
)

interface RowProps {
  readonly store: Store
  readonly policy: BenchPolicy
  readonly answered: Answered | undefined
}

function PolicyRow({ store, policy, answered }: RowProps): JSX.Element {
  const { recognised, state, statement } = toldOf(answered, policy)
  const type = policy.type ?? recognised?.type
  const { word, icon, tone } = policyStateWords[state]
  return (
    <li data-tone={tone}>
      <button
        type="button"
        class="wd-policy-row"
        onClick={() => store.send({ is: 'document chosen', document: policy.id })}
      >
        <Icon name={icon} />
        <span class="wd-strong">{policy.name}</span>
        {type && (
          <span class="wd-badge">
            {shortTypeName(type)}
            {policy.target !== undefined && ` · ${policy.target}`}
          </span>
        )}
        <span class="wd-policy-does">
          {word}
          {statement !== undefined && `, statement ${statement}`}
        </span>
      </button>
      <button
        type="button"
        class="wd-button wd-quiet wd-square"
        aria-label={`Remove ${policy.name}`}
        onClick={() => store.change((bench) => removePolicy(bench, policy.id))}
      >
        <Icon name="remove" />
      </button>
    </li>
  )
}
