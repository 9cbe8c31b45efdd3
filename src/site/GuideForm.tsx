import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { CodeLines } from '../controls/CodeLines.tsx'
import { CopyableText } from '../controls/CopyableText.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { decisionWords } from '../controls/decision-words.ts'
import { Icon } from '../controls/Icon.tsx'
import { type Answers, answerTo, type Guide, guides, openFields, prove } from './guides/index.ts'

/** A guide as a form: its answers on top, what they make below, live. */
export function GuideForm({ id }: { readonly id: string }): JSX.Element | null {
  const guide = guides.find((each) => each.id === id)
  const answers = useSignal<Answers>(new Map())
  if (!guide) return null
  const fields = openFields(guide, answers.value)
  const isReady = fields.every(({ problem }) => problem === undefined)
  return (
    <div class="wd-checker wd-guide not-content">
      <form class="wd-given" onSubmit={(event) => event.preventDefault()}>
        {fields.map(({ field, problem }) => (
          <FieldInput
            key={field.id}
            field={field}
            problem={problem}
            value={answerTo(answers.value, field)}
            onChange={(value) => (answers.value = new Map([...answers.value, [field.id, value]]))}
          />
        ))}
      </form>
      <div class="wd-result" aria-live="polite">
        {isReady ? <PlanView guide={guide} answers={answers.value} /> : <p>Fill in what is marked on the form.</p>}
      </div>
    </div>
  )
}

interface InputProps {
  readonly field: Guide['fields'][number]
  readonly problem: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

function FieldInput({ field, problem, value, onChange }: InputProps): JSX.Element {
  const { id, label, hint, options } = field
  if (options) {
    return (
      <fieldset class="wd-stack" data-field={id}>
        <legend class="wd-strong">{label}</legend>
        {options.map((option) => (
          <label key={option.value} class="wd-check">
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <div class="wd-labelled" data-field={id}>
      <label for={`guide-${id}`}>{label}</label>
      <input
        id={`guide-${id}`}
        class="wd-field"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`guide-${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p class={problem === undefined ? 'wd-hint' : 'wd-wrong'} id={`guide-${id}-hint`}>
        {problem === undefined ? hint : `${problem}.`}
      </p>
    </div>
  )
}

function PlanView({ guide, answers }: { readonly guide: Guide; readonly answers: Answers }): JSX.Element {
  const plan = guide.plan(answers)
  const proved = prove(plan)
  return (
    <>
      {plan.documents.map(({ title, text, where, command }) => (
        <section key={title} class="wd-panel" data-document={title}>
          <h2 class="wd-h">{title}</h2>
          <p>{where}</p>
          <pre class="wd-quote wd-json">
            <CodeLines text={text} json />
          </pre>
          <div class="wd-row">
            <CopyButton text={text} label="Copy the policy" />
          </div>
          {command && (
            <div class="wd-command">
              <CopyableText text={command} label="Copy the command" />
            </div>
          )}
        </section>
      ))}
      <section class="wd-panel">
        <h2 class="wd-h">Who can do what with it</h2>
        <p class="wd-hint">Each line was just decided by the evaluator, with the policies above.</p>
        <table class="wd-probes">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">does what</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {proved.map(({ who, what, decision, holds, wanted }) => (
              <tr key={`${who} ${what}`} data-holds={holds}>
                <td>{who}</td>
                <td>{what}</td>
                <td data-tone={decision === 'allowed' ? 'allow' : 'deny'}>
                  <Icon name={decisionWords[decision].icon} />
                  {decisionWords[decision].word}
                  {!holds && `, though it should be ${wanted}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="wd-panel">
        <h2 class="wd-h">Steps outside policies</h2>
        <ul class="wd-also">
          {plan.also.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
