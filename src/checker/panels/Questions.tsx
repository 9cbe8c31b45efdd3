import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { decisionWords } from '../../controls/decision-words.ts'
import { Icon } from '../../controls/Icon.tsx'
import type { Question } from '../../evaluate/index.ts'
import { answerFor, questionFor } from '../question-words.ts'
import { type AskedField, answerQuestion } from '../state.ts'
import type { Store } from '../store.ts'
import { Field } from './RequestSentence.tsx'

/** Stands in the engine's outcomes for "a value that no policy names": there is nothing to fill in. */
const anyOther = '(any other value)'

/** More values than this are not worth a button each. */
const mostOutcomes = 12

/** What the paste doesn't name and every answer needs. */
export const Needs = (props: { readonly store: Store; readonly needs: readonly AskedField[] }): JSX.Element => (
  <section aria-labelledby="wd-needs" class="wd-panel">
    <h3 class="wd-h" id="wd-needs">
      What was the request?
    </h3>
    {props.needs.map((field) => (
      <Field key={field} store={props.store} field={field} place="need" />
    ))}
  </section>
)

/** What is not known and decides: a button for each value that makes a difference. */
export function Questions(props: { readonly store: Store; readonly questions: readonly Question[] }): JSX.Element {
  const { store, questions } = props
  return (
    <section aria-labelledby="wd-questions" class="wd-panel wd-questions">
      <h3 class="wd-h" id="wd-questions">
        {questions.length > 1 ? 'Answer these questions' : 'Answer one question'}
      </h3>
      {questions.map(({ key, outcomes }) => (
        <fieldset key={key} data-question={key}>
          <legend>
            {questionFor(key).question} <code class="wd-code">{key}</code>
          </legend>
          <ul class="wd-outcomes">
            {outcomes.slice(0, mostOutcomes).map((outcome) => (
              <li key={JSON.stringify(outcome.value)}>
                <Outcome
                  name={key}
                  outcome={outcome}
                  onChoose={(value) => store.change((bench) => answerQuestion(bench, key, value))}
                />
              </li>
            ))}
          </ul>
          <OtherValue name={key} onChoose={(value) => store.change((bench) => answerQuestion(bench, key, value))} />
        </fieldset>
      ))}
    </section>
  )
}

interface OtherProps {
  readonly name: string
  readonly onChoose: (value: string) => void
}

/** Any value can be typed: where several keys decide together, none of the known ones may decide alone. */
function OtherValue({ name, onChoose }: OtherProps): JSX.Element {
  const value = useSignal('')
  return (
    <form
      class="wd-row"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.value.trim() !== '') onChoose(value.value.trim())
      }}
    >
      <input
        class="wd-field wd-other"
        type="text"
        spellcheck={false}
        autocomplete="off"
        aria-label={`Value of ${name}`}
        placeholder="Enter its value"
        value={value}
        onInput={(event) => {
          value.value = event.currentTarget.value
        }}
      />
      <button type="submit" class="wd-button">
        Set it
      </button>
    </form>
  )
}

interface OutcomeProps {
  /** The key that is asked for. */
  readonly name: string
  readonly outcome: Question['outcomes'][number]
  readonly onChoose: (value: string | readonly string[] | null) => void
}

function Outcome({ name, outcome: { value, decision }, onChoose }: OutcomeProps): JSX.Element {
  const { word, icon } = decisionWords[decision]
  const result = (
    <span class="wd-outcome-result" data-decision={decision}>
      <Icon name={icon} />
      {word}
    </span>
  )
  if (value?.length === 0) return <p>If its list is empty: {result}</p>
  if ([value].flat().includes(anyOther)) return <p>If it is any other value: {result}</p>
  return (
    <button type="button" class="wd-button wd-outcome-button" onClick={() => onChoose(value ?? null)}>
      <span>{answerFor(name, value ?? null)}</span>
      {result}
    </button>
  )
}
