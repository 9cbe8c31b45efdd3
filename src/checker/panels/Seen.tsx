import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Facts } from '../../evaluate/index.ts'
import { type AskedField, withAsked, withFact } from '../state.ts'
import type { Store } from '../store.ts'
import { ContextKeys } from './ContextKeys.tsx'

const fields: readonly { readonly field: AskedField; readonly label: string; readonly example: string }[] = [
  { field: 'principal', label: 'Caller', example: 'arn:aws:iam::123456789012:user/mateojackson' },
  { field: 'action', label: 'Action', example: 's3:GetObject' },
  { field: 'resource', label: 'Resource', example: 'arn:aws:s3:::amzn-s3-demo-bucket/report.csv' },
  { field: 'resourceAccount', label: 'Account that owns the resource', example: '123456789012' },
]

const facts: readonly { readonly fact: keyof Facts; readonly label: string }[] = [
  { fact: 'managementAccount', label: 'The caller’s account is the organization’s management account' },
  { fact: 'billingIamAccess', label: 'IAM access to Billing is activated in the account' },
  { fact: 'kmsGrant', label: 'A grant on the KMS key allows the caller this' },
  { fact: 's3BlockPublicAccess', label: 'S3 Block Public Access is on for the bucket' },
]

/** What AWS saw: read from the paste, to be corrected and completed by hand. */
export function Seen({ store }: { readonly store: Store }): JSX.Element {
  const needs = store.answered.value?.answer.diagnosis.needs ?? []
  const doubts = store.answered.value?.answer.doubts ?? []
  const opened = useSignal(false)
  return (
    <details
      class="wd-panel wd-seen"
      open={opened.value || needs.length > 0 || doubts.length > 0}
      onToggle={(event) => (opened.value = event.currentTarget.open)}
    >
      <summary>
        <h2 class="wd-h">What AWS saw</h2>
        <Summary store={store} />
      </summary>
      <div class="wd-stack">
        {doubts.map((doubt) => (
          <p key={doubt} class="wd-note wd-note-warning wd-break" data-doubt>
            {doubt}
          </p>
        ))}
        {fields.map((field) => (
          <Field key={field.field} store={store} {...field} />
        ))}
        <ContextKeys store={store} />
        <fieldset class="wd-facts">
          <legend>What no policy says</legend>
          {facts.map(({ fact, label }) => (
            <Fact key={fact} store={store} fact={fact} label={label} />
          ))}
        </fieldset>
      </div>
    </details>
  )
}

/** What was read from the paste for a field. */
function readFrom(store: Store, field: AskedField): string {
  const diagnosis = store.answered.value?.answer.diagnosis
  if (!diagnosis) return ''
  const { denial, request } = diagnosis
  const read: Readonly<Record<AskedField, string | undefined>> = {
    principal: denial.principal,
    action: denial.action ?? denial.actionDerived,
    resource: denial.resource,
    resourceAccount: request?.resourceAccount,
  }
  return read[field] ?? ''
}

function Summary({ store }: { readonly store: Store }): JSX.Element {
  const known = fields
    .map(({ field }) => store.bench.value.asked[field] ?? readFrom(store, field))
    .filter((text) => text !== '')
  return (
    <p class="wd-hint wd-break">
      {known.length > 0 ? known.join(' · ') : 'Caller, action, resource and condition keys: read from what you paste.'}
    </p>
  )
}

interface FieldProps {
  readonly store: Store
  readonly field: AskedField
  readonly label: string
  readonly example: string
}

function Field({ store, field, label, example }: FieldProps): JSX.Element {
  const own = store.bench.value.asked[field]
  const read = readFrom(store, field)
  const set = (text: string | undefined): void => store.change((bench) => withAsked(bench, field, text))
  const needed = store.answered.value?.answer.diagnosis.needs.some((need) => need === field) ?? false
  const id = `wd-asked-${field}`
  return (
    <div class="wd-labelled">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="wd-field"
        type="text"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={own ?? read}
        aria-describedby={`${id}-note`}
        onInput={(event) => set(event.currentTarget.value)}
        onBlur={(event) => event.currentTarget.value.trim() === '' && set(undefined)}
      />
      <p class="wd-hint" id={`${id}-note`}>
        {own !== undefined && read !== '' && own !== read ? (
          <>
            Changed by you.{' '}
            <button type="button" class="wd-link" onClick={() => set(undefined)}>
              Use what the paste says
            </button>
          </>
        ) : needed ? (
          `Please fill this in. For example ${example}`
        ) : read !== '' && own === undefined ? (
          'Read from the paste'
        ) : (
          `For example ${example}`
        )}
      </p>
    </div>
  )
}

function Fact(props: { readonly store: Store; readonly fact: keyof Facts; readonly label: string }): JSX.Element {
  const { store, fact, label } = props
  const value = store.bench.value.facts[fact]
  const id = `wd-fact-${fact}`
  return (
    <div class="wd-fact">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="wd-field"
        value={value === undefined ? '' : String(value)}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          store.change((bench) => withFact(bench, fact, chosen === '' ? undefined : chosen === 'true'))
        }}
      >
        <option value="">Not known</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </select>
    </div>
  )
}
