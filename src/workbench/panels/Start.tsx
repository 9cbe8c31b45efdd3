import type { JSX } from 'preact'
import type { ExampleLink } from './surroundings.ts'

interface Props {
  readonly examples: readonly ExampleLink[]
  readonly onOpen: (name: string) => void
}

/** What stands in the place of the answer while there is nothing to answer. */
export function Start({ examples, onOpen }: Props): JSX.Element {
  return (
    <div class="wd-start" data-start>
      <h2 class="wd-h">Start here</h2>
      <ol>
        <li>Paste the error. The answer appears in this place.</li>
        <li>Add the policies you have, to see which statement decides and which change helps.</li>
      </ol>
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
