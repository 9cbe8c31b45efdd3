import type { JSX } from 'preact'
import { CheckerLink } from './Answer.tsx'
import type { DecidedQuestion, WhyAnswer } from './messages.ts'

/** Why someone can or can't do something, in sentences, and the way to the checker. */
export function Why({ why, site }: { readonly why: WhyAnswer; readonly site: string }): JSX.Element {
  const { decision, decidedBy, blockedBy, dependsOn, chain, link } = why
  return (
    <>
      {decision === 'allowed' && <p>Allowed by {decidedBy.length > 0 ? decidedBy.join(', ') : 'a rule of AWS'}.</p>}
      {decision === 'explicitDeny' && <p>Explicitly denied by {decidedBy.join(', ')}.</p>}
      {decision === 'implicitDeny' && (
        <p>Implicitly denied: no statement allows it{blockedBy.length > 0 ? ` in the ${blockedBy.join(', ')}` : ''}.</p>
      )}
      {decision === 'undetermined' && <p>It depends on {dependsOn.join(', ')}.</p>}
      {chain.length > 0 && <p>Can get there through {chain.join(', then ')}.</p>}
      <CheckerLink site={site} link={link} />
    </>
  )
}

/** The decisions behind an answer, one after the other. */
export function Decisions(props: {
  readonly label: string
  readonly questions: readonly DecidedQuestion[] | undefined
  readonly site: string
}): JSX.Element {
  const { label, questions, site } = props
  return (
    <section class="wd-account-details" aria-label={`Why: ${label}`}>
      <h3 class="wd-h wd-break">{label}</h3>
      {questions === undefined && <p class="wd-hint">Deciding …</p>}
      {questions?.map(({ action, resource, why }) => (
        <div key={`${action} ${resource}`} data-decided={action}>
          <p class="wd-break">
            <code class="wd-code">{action}</code> on <code class="wd-code">{resource}</code>
          </p>
          <Why why={why} site={site} />
        </div>
      ))}
    </section>
  )
}

/** In a table's row: shows its decisions below the table. */
export function WhyButton(props: {
  readonly about: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}): JSX.Element {
  const { about, isChosen, onChoose } = props
  return (
    <button
      type="button"
      class="wd-button wd-small"
      aria-label={`Why: ${about}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      Why?
    </button>
  )
}
