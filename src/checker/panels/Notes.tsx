import type { JSX } from 'preact'
import { Prose } from '../../controls/Prose.tsx'
import { gapSentence } from '../../words/index.ts'
import type { Answered } from '../store.ts'

interface Props {
  readonly answered: Answered
  /** The language in which dates are written, as the company wishes. */
  readonly dateLanguage: string | undefined
}

/** What was not looked at, what was taken for granted, and how old the data is. */
export function Notes({ answered, dateLanguage }: Props): JSX.Element {
  const { diagnosis, data } = answered.answer
  const { verdict } = diagnosis
  return (
    <section aria-labelledby="wd-notes" class="wd-panel wd-notes">
      <h3 class="wd-h" id="wd-notes">
        What this answer is based on
      </h3>
      <ul>
        {data.missing.length > 0 && (
          <li class="wd-note" data-missing>
            The data of {data.missing.slice(0, 5).join(', ')} could not be loaded. The answer was made without it: names
            of actions were not checked.
          </li>
        )}
        {verdict?.unsupportedKeys.map((key) => (
          <li key={key} class="wd-break">
            <code class="wd-code">{key}</code> is treated as absent: requests for this action never carry it.
          </li>
        ))}
        {verdict?.notEvaluated
          .map((code) => gapSentence(code))
          .map((sentence) => (
            <li key={sentence}>
              Not evaluated: <Prose text={sentence} />
            </li>
          ))}
        {verdict && verdict.derived.length > 0 && (
          <li>
            <details>
              <summary>Keys that AWS sets itself</summary>
              <ul>
                {verdict.derived.map(({ key, value }) => (
                  <li key={key} class="wd-break">
                    <code class="wd-code">{key}</code> is <code class="wd-code">{value}</code>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
        <li>
          {data.date
            ? `AWS’s actions and condition keys as of ${written(data.date, dateLanguage)}.`
            : 'No data of AWS’s services was loaded.'}{' '}
          The policies and the message never leave this page.
        </li>
      </ul>
    </section>
  )
}

const written = (date: string, language: string | undefined): string =>
  language === undefined
    ? date
    : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
