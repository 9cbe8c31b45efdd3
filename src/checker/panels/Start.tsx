import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Surroundings } from './surroundings.ts'

interface Props {
  readonly surroundings: Surroundings
  readonly onOpen: (name: string) => void
}

/** The content that the page shows instead of an answer while the input is empty. */
export function Start({ surroundings: { examples, company }, onOpen }: Props): JSX.Element {
  const { name, links = [] } = company
  const featured = examples.filter(({ summary }) => summary !== undefined)
  const shown = featured.length > 0 ? featured : examples.slice(0, 6)
  return (
    <div class="wd-start" data-start>
      <h2 class="wd-h">Start here</h2>
      <ol>
        <li>Paste the error. The answer appears here.</li>
        <li>Add the policies you have. They show which statement decides and which change helps.</li>
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
          <p class="wd-strong">Or open an example:</p>
          <ul class="wd-example-list">
            {shown.map(({ name, title, summary }) => (
              <li key={name}>
                <button type="button" class="wd-example" onClick={() => onOpen(name)}>
                  <span class="wd-strong">{title}</span>
                  <span class="wd-hint">{summary}</span>
                </button>
              </li>
            ))}
          </ul>
          <Gallery examples={examples} onOpen={onOpen} />
        </>
      )}
    </div>
  )
}

/** All examples, grouped by topic; rendered when the user opens the list. */
function Gallery({ examples, onOpen }: Pick<Surroundings, 'examples'> & Pick<Props, 'onOpen'>): JSX.Element {
  const open = useSignal(false)
  const groups = [...new Set(examples.map(({ group }) => group))]
  return (
    <details open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary class="wd-fold">All {examples.length} examples</summary>
      {open.value &&
        groups.map((group) => (
          <section key={group} class="wd-gallery">
            <h3 class="wd-h">{group}</h3>
            <ul>
              {examples
                .filter((example) => example.group === group)
                .map(({ name, title }) => (
                  <li key={name}>
                    <button type="button" class="wd-link" onClick={() => onOpen(name)}>
                      {title}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </details>
  )
}
