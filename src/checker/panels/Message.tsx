import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Diagnosis } from '../../advise/index.ts'
import { CopyButton } from '../../controls/CopyButton.tsx'
import type { Company } from '../../session/company.ts'
import type { Store } from '../store.ts'
import { ticketAddress } from '../ticket.ts'

interface Props {
  readonly store: Store
  readonly text: string
  readonly company: Company
}

/** Is there something to ask an administrator for? Where no permission can help, no message about one does. */
export const needsAdministrator = ({ verdict, denial, request }: Diagnosis): boolean =>
  verdict ? verdict.decision !== 'allowed' : denial.kind !== 'not-authorization' || request !== undefined

/** The message to the person who can make the change, with or without names. */
export function Message({ text, company, store }: Props): JSX.Element {
  const hidden = useSignal(false)
  const nameless = useSignal('')
  const shown = hidden.value ? nameless.value : text
  useEffect(() => {
    let isCurrent = hidden.value
    if (isCurrent)
      import('../take-along.ts').then(({ textAlong }) => {
        if (isCurrent) nameless.value = textAlong(text, { bench: store.bench.value, hidden: true, buckets: false })
      })
    return () => {
      isCurrent = false
    }
  }, [text, hidden.value])
  return (
    <div class="wd-message">
      <h3 class="wd-h">A message to your administrator</h3>
      <div class="wd-row">
        <CopyButton text={shown} label="Copy the message" />
        {company.ticket !== undefined && (
          <a class="wd-button" href={ticketAddress(company.ticket, shown)}>
            Open a ticket with it
          </a>
        )}
        {company.contact !== undefined && (
          <a class="wd-button" href={company.contact}>
            Contact an administrator
          </a>
        )}
        <label class="wd-check">
          <input
            type="checkbox"
            checked={hidden.value}
            onChange={(event) => (hidden.value = event.currentTarget.checked)}
          />
          Without account numbers and names
        </label>
      </div>
      <textarea class="wd-field" rows={14} readOnly aria-label="Message to your administrator" value={shown} />
      {/* A printed text area ends at its height. */}
      <pre class="wd-printed" aria-hidden="true">
        {shown}
      </pre>
    </div>
  )
}
