import type { JSX } from 'preact'
import { FileButton } from '../controls/FileButton.tsx'
import { Icon } from '../controls/Icon.tsx'
import type { Trimming } from './messages.ts'
import { PolicyText } from './PolicyText.tsx'
import type { Store } from './store.ts'

/** The current policies in, the same ones with only what was used out. */
export function Trim({ store, site }: { readonly store: Store; readonly site: string }): JSX.Element {
  const trimming = store.trimming.value
  return (
    <>
      <form
        class="wd-account-panel"
        onSubmit={(event) => {
          event.preventDefault()
          void store.trim([])
        }}
      >
        <div class="wd-labelled">
          <label for="wd-used-current">Its current policies</label>
          <textarea
            id="wd-used-current"
            class="wd-field"
            rows={5}
            spellcheck={false}
            autocomplete="off"
            placeholder="Paste one or several policies, or open the output of aws iam get-account-authorization-details."
            value={store.pasted}
            onInput={({ currentTarget }) => (store.pasted.value = currentTarget.value)}
          />
        </div>
        <div class="wd-row">
          <button type="submit" class="wd-button wd-primary" disabled={store.pasted.value.trim() === ''}>
            Trim them
          </button>
          <FileButton label="Policies or account details" multiple onFiles={(files) => void store.trim(files)}>
            Open policies or account details
          </FileButton>
        </div>
      </form>
      {trimming?.is === 'problem' && (
        <p role="alert" class="wd-trouble">
          {trimming.problem}
        </p>
      )}
      {trimming?.is === 'trimmed' && <Trimmed trimming={trimming} site={site} />}
    </>
  )
}

interface Props {
  readonly trimming: Extract<Trimming, { is: 'trimmed' }>
  readonly site: string
}

function Trimmed({ trimming, site }: Props): JSX.Element {
  const { policies, proof, isProven, lost, notAllowedBefore, missing, compare } = trimming
  return (
    <div class="wd-account-panel" data-trimmed={isProven ? 'proven' : 'not-proven'}>
      <p class="wd-account-word wd-account-long-word" role="status" data-icon={isProven ? 'yes' : 'warning'}>
        <Icon name={isProven ? 'yes' : 'warning'} />
        <span>
          <b>Against the current policies:</b> {proof}
        </span>
      </p>
      <p>
        {lost.length === 0
          ? 'Every event that the current policies allow is still allowed.'
          : `These would no longer be allowed: ${lost.join('; ')}`}
      </p>
      {notAllowedBefore.length > 0 && (
        <p class="wd-break">
          The current policies don’t clearly allow these either, so a condition or another policy does:{' '}
          {notAllowedBefore.slice(0, 20).join('; ')}
          {notAllowedBefore.length > 20 && ` and ${notAllowedBefore.length - 20} more`}
        </p>
      )}
      {missing.length > 0 && (
        <p class="wd-break">The account details name these and don’t contain them: {missing.join(', ')}.</p>
      )}
      {policies.map(({ name, after }, i) => (
        <section key={i} aria-label={name}>
          <h3 class="wd-break">{name}</h3>
          {after === undefined ? (
            <p>Nothing of it was used in this time. Detach it if you’re sure that no rare job needs it.</p>
          ) : (
            <PolicyText name={name} text={after} />
          )}
        </section>
      ))}
      {compare !== undefined && (
        <a class="wd-button" href={`${site}compare/#compare=${compare}`}>
          Compare before and after
        </a>
      )}
    </div>
  )
}
