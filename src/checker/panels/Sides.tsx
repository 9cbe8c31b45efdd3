import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { saying } from '../../controls/saying.ts'
import type { Store } from '../store.ts'
import { isPoliciesOnly } from './Decision.tsx'

/** On a narrow screen: which of the two panes is shown, with the decision in its color. */
export function Sides({ store }: { readonly store: Store }): JSX.Element {
  const side = store.side.value
  const answered = store.answered.value
  const decision = answered && !isPoliciesOnly(answered) ? saying(answered.answer.diagnosis) : undefined
  return (
    <nav class="wd-sides" aria-label="Panes">
      <button
        type="button"
        aria-pressed={side === 'input'}
        onClick={() => store.send({ is: 'side chosen', side: 'input' })}
      >
        Input
      </button>
      <button
        type="button"
        aria-pressed={side === 'answer'}
        data-tone={decision?.tone ?? 'none'}
        onClick={() => store.send({ is: 'side chosen', side: 'answer' })}
      >
        {decision && <Icon name={decision.icon} />}
        {decision ? `Answer: ${decision.word}` : 'Answer'}
      </button>
    </nav>
  )
}
