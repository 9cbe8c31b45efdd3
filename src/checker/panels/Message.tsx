import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Diagnosis } from '../../advise/index.ts'
import { CopyButton } from '../../controls/CopyButton.tsx'
import type { Company } from '../../session/company.ts'
import type { Store } from '../store.ts'
import type { textAlong } from '../take-along.ts'
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
  /** What takes the names out; its code loads when someone asks for that. */
  const redaction = useSignal<typeof textAlong | undefined>(undefined)
  const hide = (isHidden: boolean): void => {
    hidden.value = isHidden
    if (isHidden) import('../take-along.ts').then((loaded) => (redaction.value = loaded.textAlong))
  }
  const shown = useMemo(() => {
    if (!hidden.value) return text
    return redaction.value?.(text, { bench: store.bench.peek(), hidden: true, buckets: false }) ?? ''
  }, [text, hidden.value, redaction.value])
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
          <input type="checkbox" checked={hidden.value} onChange={(event) => hide(event.currentTarget.checked)} />
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
