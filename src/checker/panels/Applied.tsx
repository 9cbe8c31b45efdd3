import type { JSX } from 'preact'
import { CodeLines } from '../../controls/CodeLines.tsx'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import { canUndo, changedPolicies } from '../apply-fixes.ts'
import type { Bench } from '../state.ts'
import type { Answered, Store } from '../store.ts'

/** Says which fix was put in, and takes it back. */
export function Applied({ store }: { readonly store: Store }): JSX.Element {
  const bench = store.bench.value
  const last = bench.applied.at(-1)
  return (
    <div role="status">
      {last && (
        <div class="wd-note wd-note-good wd-applied">
          <Icon name="yes" />
          <p>
            Applied here: <Prose text={last.title} />. Nothing has changed in AWS.
            {!canUndo(bench) && ' You have edited it since.'}
          </p>
          {canUndo(bench) && (
            <button type="button" class="wd-button wd-small" onClick={() => store.send({ is: 'undone' })}>
              <Icon name="undo" />
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** Is the request allowed because of changes that were applied here? The error is then from before them. */
export const allowedByChanges = ({ answer, bench }: Answered): boolean =>
  answer.diagnosis.verdict?.decision === 'allowed' && bench.applied.length > 0

/** What is left to do once the changes allow the request: make them in AWS. */
export function ChangesToMake({ bench }: { readonly bench: Bench }): JSX.Element {
  const changed = changedPolicies(bench)
  return (
    <section class="wd-panel" aria-labelledby="wd-changes">
      <h3 class="wd-h" id="wd-changes">
        {changed.length === 1 ? 'Make this change in AWS' : `Make these ${changed.length} changes in AWS`}
      </h3>
      <p>Then make the call again.</p>
      {changed.map(({ id, name, text, isNew }) => (
        <article key={id} class="wd-fix" data-changed={name}>
          <h4 class="wd-h">{name}</h4>
          <p class="wd-hint">{isNew ? 'Create this policy and attach it.' : 'Replace the policy with this version.'}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long policy scrolls, and a keyboard must be able to scroll it */}
          <pre class="wd-quote wd-json wd-changed-text" tabIndex={0}>
            <CodeLines text={text} json />
          </pre>
          <div class="wd-row">
            <CopyButton text={text} label={`Copy “${name}”`} />
          </div>
        </article>
      ))}
    </section>
  )
}
