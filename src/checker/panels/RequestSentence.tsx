import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Facts } from '../../evaluate/index.ts'
import { accountIn, shortName } from '../short-name.ts'
import { type AskedField, withAsked, withFact } from '../state.ts'
import type { Store } from '../store.ts'
import { ContextKeys } from './ContextKeys.tsx'

const fields: Readonly<Record<AskedField, { readonly label: string; readonly example: string }>> = {
  principal: { label: 'Caller', example: 'arn:aws:iam::123456789012:user/mateojackson' },
  action: { label: 'Action', example: 's3:GetObject' },
  resource: { label: 'Resource', example: 'arn:aws:s3:::amzn-s3-demo-bucket/report.csv' },
  resourceAccount: { label: 'Account that owns the resource', example: '123456789012' },
}

const facts: readonly { readonly fact: keyof Facts; readonly label: string }[] = [
  { fact: 'managementAccount', label: 'The caller’s account is the organization’s management account' },
  { fact: 'billingIamAccess', label: 'IAM access to Billing is activated in the account' },
  { fact: 'kmsGrant', label: 'A grant on the KMS key allows the caller this' },
  { fact: 's3BlockPublicAccess', label: 'S3 Block Public Access is on for the bucket' },
]

/** The parts of the sentence that open to be edited. */
type Slot = AskedField | 'context' | 'facts'

const editorId = 'wd-slot-editor'

/** The request as a sentence: read from the paste, each part to be corrected by hand. */
export function RequestSentence({ store }: { readonly store: Store }): JSX.Element {
  const opened = useSignal<Slot | undefined>(undefined)
  const sentence = useRef<HTMLParagraphElement>(null)
  const close = (): void => {
    const slot = opened.value
    opened.value = undefined
    sentence.current?.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus()
  }
  const slot = (
    name: Slot,
    content: ComponentChildren,
    rest: { readonly class?: string; readonly title?: string } = {},
  ) => (
    <button
      type="button"
      data-slot={name}
      aria-expanded={opened.value === name}
      aria-controls={editorId}
      onClick={() => (opened.value = opened.value === name ? undefined : name)}
      {...rest}
      class={`wd-slot ${rest.class ?? ''}`}
    >
      {content}
    </button>
  )
  const said = (field: AskedField, unknown: string, mark: string) => {
    const text = saidOf(store, field)
    const label = fields[field].label
    return slot(field, <span class="wd-break">{shortName(text) || unknown}</span>, {
      class: text === '' ? 'wd-unknown' : mark,
      title: text === '' ? `${label}: not known` : text,
    })
  }
  const keys = contextCount(store)
  const known = Object.values(store.bench.value.facts).filter((value) => value !== undefined).length
  return (
    <section class="wd-request" aria-label="The request">
      <p class="wd-sentence" data-sentence ref={sentence}>
        {said('principal', 'someone', 'wd-who')} called {said('action', 'an action', 'wd-what')} on{' '}
        {said('resource', 'a resource', 'wd-on')} in {said('resourceAccount', 'an account', '')} with{' '}
        {slot('context', counted(keys, 'context key'))} and {slot('facts', counted(known, 'account setting'))}
      </p>
      {(store.answered.value?.answer.doubts ?? []).map((doubt) => (
        <p key={doubt} class="wd-note wd-note-warning wd-break" data-doubt>
          {doubt}
        </p>
      ))}
      <div id={editorId} class="wd-slot-editor" hidden={opened.value === undefined}>
        {opened.value === 'context' && <ContextKeys store={store} />}
        {opened.value === 'facts' && <FactList store={store} />}
        {opened.value !== undefined && opened.value !== 'context' && opened.value !== 'facts' && (
          <Field key={opened.value} store={store} field={opened.value} place="slot" />
        )}
        <button type="button" class="wd-button wd-small" onClick={close}>
          Done
        </button>
      </div>
    </section>
  )
}

const counted = (count: number, what: string): string =>
  `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`

/** How many context keys the request has: those of the paste, and those that the user gave or changed. */
function contextCount(store: Store): number {
  const own = store.bench.value.context.map(({ key }) => key.trim().toLowerCase())
  const read = [...(store.answered.value?.answer.diagnosis.denial.context ?? [])].map(([key]) => key.toLowerCase())
  return new Set([...own, ...read]).size
}

/** What the sentence says: a correction, else what the paste says, and for the account else the one of the resource's ARN. */
const saidOf = (store: Store, field: AskedField): string =>
  (store.bench.value.asked[field] ?? readFrom(store, field)) ||
  (field === 'resourceAccount' ? accountIn(saidOf(store, 'resource')) : '')

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

/** A resource’s example has the form that the denied action acts on. */
const exampleOf = (store: Store, field: AskedField): string =>
  (field === 'resource' ? store.answered.value?.answer.diagnosis.resourceForm : undefined) ?? fields[field].example

interface FieldProps {
  readonly store: Store
  readonly field: AskedField
  /** Where it stands: the same field can be in two places. */
  readonly place: 'slot' | 'need'
}

/** A part of the request, to be filled in or corrected. */
export function Field({ store, field, place }: FieldProps): JSX.Element {
  const { label } = fields[field]
  const example = exampleOf(store, field)
  const own = store.bench.value.asked[field]
  const read = readFrom(store, field)
  const set = (text: string | undefined): void => store.change((bench) => withAsked(bench, field, text))
  const id = `wd-${place}-${field}`
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
        ) : read !== '' && own === undefined ? (
          'Read from the paste'
        ) : (
          `For example ${example}`
        )}
      </p>
    </div>
  )
}

const FactList = ({ store }: { readonly store: Store }): JSX.Element => (
  <fieldset class="wd-facts">
    <legend>Account settings and facts outside policies</legend>
    {facts.map(({ fact, label }) => (
      <Fact key={fact} store={store} fact={fact} label={label} />
    ))}
  </fieldset>
)

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
