import type { JSX } from 'preact'
import type { Surroundings } from './surroundings.ts'

interface Props {
  readonly surroundings: Surroundings
  readonly onOpen: (name: string) => void
}

/** What stands in the place of the answer while there is nothing to answer. */
export function Start({ surroundings: { examples, company }, onOpen }: Props): JSX.Element {
  const { name, links = [] } = company
  return (
    <div class="wd-start" data-start>
      <h2 class="wd-h">Start here</h2>
      <ol>
        <li>Paste the error. The answer appears in this place.</li>
        <li>Add the policies you have, to see which statement decides and which change helps.</li>
      </ol>
      {(name !== undefined || links.length > 0) && (
        <p data-company>
          {name !== undefined && <strong>{name}</strong>}
          {links.map(({ title, href }) => (
            <span key={href}>
              {' · '}
              <a href={href}>{title}</a>
            </span>
          ))}
        </p>
      )}
      {examples.length > 0 && (
        <>
          <p class="wd-strong">Or look at an example:</p>
          <ul class="wd-example-list">
            {examples.slice(0, 6).map(({ name, title, summary }) => (
              <li key={name}>
                <button type="button" class="wd-example" onClick={() => onOpen(name)}>
                  <span class="wd-strong">{title}</span>
                  <span class="wd-hint">{summary}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
