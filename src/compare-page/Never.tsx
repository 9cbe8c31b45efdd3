import type { JSX } from 'preact'
import { Icon } from '../controls/Icon.tsx'
import { Example } from './Example.tsx'
import { KeptList } from './KeptList.tsx'
import type { Outcome, StatementPlace } from './messages.ts'
import { isComplete, type PageQuestion, withChangedQuestion, without, withQuestion } from './state.ts'
import type { Store } from './store.ts'
import { neverWords } from './words.ts'

interface Props {
  readonly store: Store
  readonly site: string
  readonly resourceTypes: readonly string[]
  readonly onShow: (place: StatementPlace) => void
}

/** The list of what the new version must never allow. It's part of links and saved files. */
export function Never({ store, site, resourceTypes, onShow }: Props): JSX.Element {
  const { never } = store.page.value
  const answered = store.answered.value
  const asked = answered?.page.never.filter(isComplete) ?? []
  const outcomeOf = (question: PageQuestion): Outcome | undefined => answered?.answer.never[asked.indexOf(question)]
  return (
    <section class="wd-panel wd-compare-never" aria-labelledby="wd-never">
      <h2 class="wd-h" id="wd-never">
        Never allow
      </h2>
      <p class="wd-hint">
        What the new version must never allow, whatever else changes. The list is checked while you type, and is part of
        links and saved files.
      </p>
      {never.map((question, i) => (
        <div key={question.id} class="wd-compare-question" data-question={question.ask}>
          <Fields
            question={question}
            place={i + 1}
            resourceTypes={resourceTypes}
            onChange={(changed) => store.change((page) => withChangedQuestion(page, changed))}
          />
          <button
            type="button"
            class="wd-button wd-square"
            aria-label={`Remove question ${i + 1}`}
            onClick={() => store.change((page) => without(page, question.id))}
          >
            <Icon name="remove" />
          </button>
          <Result question={question} outcome={outcomeOf(question)} site={site} onShow={onShow} />
        </div>
      ))}
      <div class="wd-row">
        <button
          type="button"
          class="wd-button"
          onClick={() => store.change((page) => withQuestion(page, 'not-granted'))}
        >
          <Icon name="add" />
          Never allow an action
        </button>
        <button
          type="button"
          class="wd-button"
          onClick={() => store.change((page) => withQuestion(page, 'not-public'))}
        >
          <Icon name="add" />
          Never make it public
        </button>
      </div>
      <KeptList store={store} />
    </section>
  )
}

function Fields(props: {
  readonly question: PageQuestion
  readonly place: number
  readonly resourceTypes: readonly string[]
  readonly onChange: (question: PageQuestion) => void
}): JSX.Element {
  const { question, place, resourceTypes, onChange } = props
  const id = `wd-never-${question.id}`
  if (question.ask === 'not-public')
    return (
      <div class="wd-labelled">
        <label for={id}>{`${place}. Never public, for a resource of type`}</label>
        <select
          id={id}
          class="wd-field"
          value={question.resourceType}
          onChange={({ currentTarget }) => onChange({ ...question, resourceType: currentTarget.value })}
        >
          {resourceTypes.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </select>
      </div>
    )
  const field = (of: 'actions' | 'resources', label: string, placeholder: string): JSX.Element => (
    <div class="wd-labelled">
      <label for={`${id}-${of}`}>{label}</label>
      <input
        id={`${id}-${of}`}
        class="wd-field"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={question[of]}
        onInput={({ currentTarget }) => onChange({ ...question, [of]: currentTarget.value })}
      />
    </div>
  )
  return (
    <div class="wd-compare-fields">
      {field('actions', `${place}. Actions`, 'iam:PassRole, s3:Delete*')}
      {field('resources', 'On resources', 'any resource')}
    </div>
  )
}

function Result(props: {
  readonly question: PageQuestion
  readonly outcome: Outcome | undefined
  readonly site: string
  readonly onShow: (place: StatementPlace) => void
}): JSX.Element {
  const { question, outcome, site, onShow } = props
  if (!isComplete(question)) return <p class="wd-compare-result wd-hint">Enter an action or a resource.</p>
  return (
    <div class="wd-compare-result" data-result={outcome?.result}>
      <p>
        {outcome && <Icon name={outcome.result === 'pass' ? 'yes' : outcome.result === 'fail' ? 'stop' : 'unknown'} />}
        {neverWords(outcome, question.ask)}
      </p>
      {outcome?.result === 'fail' && outcome.examples[0] && (
        <ul class="wd-compare-list">
          <Example example={outcome.examples[0]} by="Allowed by" site={site} onShow={onShow} />
        </ul>
      )}
    </div>
  )
}
