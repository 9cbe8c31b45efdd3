import type { JSX } from 'preact'
import { policyTypeNames, policyTypes } from '../iam/index.ts'
import { typeClause } from '../words/index.ts'
import type { Store } from './store.ts'

/** Which type the compared policies have: recognized by their content, unless the user chooses. */
export function TypeChoice({ store }: { readonly store: Store }): JSX.Element {
  const { type } = store.page.value
  const recognized = store.answered.value?.answer
  const name = recognized && recognized.because !== undefined ? policyTypeNames[recognized.type] : undefined
  return (
    <div class="wd-compare-type">
      <label for="wd-compare-type">Policy type</label>
      <select
        id="wd-compare-type"
        class="wd-field"
        value={type ?? ''}
        onChange={({ currentTarget: { value } }) =>
          store.change((page) => ({ ...page, type: policyTypes.find((each) => each === value) }))
        }
      >
        <option value="">{name === undefined ? 'Detect automatically' : `Detected: ${name}`}</option>
        {policyTypes.map((each) => (
          <option key={each} value={each}>
            {policyTypeNames[each]}
          </option>
        ))}
      </select>
      {name !== undefined && recognized?.because !== undefined && (
        <p class="wd-hint">{`Detected because ${typeClause(recognized.because)}.`}</p>
      )}
    </div>
  )
}
