import type { JSX } from 'preact'
import { Prose } from '../../controls/Prose.tsx'
import type { Explanation } from './explanation.ts'

interface Props {
  readonly explanation: Explanation
  /** The root of the site that has the pages; undefined where the checker is a single file. */
  readonly site: string | undefined
}

/** An explanation in the editor, with its links. They open a tab of their own, so that what was typed stays. */
export function ExplanationBox({ explanation, site }: Props): JSX.Element {
  const { title, lines, page, source } = explanation
  return (
    <div class="cm-about">
      <p>
        <strong>
          <code>{title}</code>
        </strong>
      </p>
      {lines.map((line) => (
        <p key={line}>
          <Prose text={line} />
        </p>
      ))}
      <p class="cm-about-links">
        {site !== undefined && page !== undefined && (
          <a href={site + page} target="_blank" rel="noopener">
            More, with examples
          </a>
        )}
        {source !== undefined && (
          <a href={source} target="_blank" rel="noopener noreferrer">
            AWS’s page
          </a>
        )}
      </p>
    </div>
  )
}
