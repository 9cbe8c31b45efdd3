import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { emptyBench } from '../state.ts'
import type { Store } from '../store.ts'
import { Commands } from './Commands.tsx'
import { OpenFile } from './OpenFile.tsx'
import { Share } from './Share.tsx'
import type { ExampleLink, Surroundings } from './surroundings.ts'

interface Props {
  readonly store: Store
  readonly surroundings: Surroundings
  readonly onOpen: (name: string) => void
  readonly trouble: string
  readonly reportTrouble: (trouble: string) => void
}

/** What can be done with the whole case: open, start over, share. */
export function Toolbar({ store, surroundings, onOpen, trouble, reportTrouble }: Props): JSX.Element {
  const { examples, company, version } = surroundings
  return (
    <div class="wd-toolbar">
      <ExampleMenu examples={examples} onOpen={onOpen} />
      <OpenFile store={store} reportTrouble={reportTrouble} />
      <button
        type="button"
        class="wd-button wd-quiet"
        data-press="start-over"
        disabled={store.isBlank.value}
        onClick={() => {
          store.send({ is: 'opened', bench: emptyBench })
          history.replaceState(null, '', location.pathname)
        }}
      >
        Start over
      </button>
      {store.replaced.value && (
        <button type="button" class="wd-button wd-quiet" onClick={() => store.send({ is: 'brought back' })}>
          <Icon name="undo" />
          Bring back what you had
        </button>
      )}
      <p role="alert" class="wd-trouble">
        {trouble}
      </p>
      <span class="wd-grow" />
      <span class="wd-hint wd-privacy">Runs in this tab. Nothing is sent.</span>
      <Commands store={store} />
      <Share store={store} sharing={company.sharing !== false} version={version} />
    </div>
  )
}

function ExampleMenu(props: {
  readonly examples: readonly ExampleLink[]
  readonly onOpen: (name: string) => void
}): JSX.Element {
  const { examples, onOpen } = props
  // More than a hundred titles: the menu is filled when a pointer or the focus comes to it, so that they don't hold up the page's start.
  const isReached = useSignal(false)
  const reach = (): void => {
    isReached.value = true
  }
  const listed = isReached.value ? examples : []
  return (
    <>
      <label for="wd-examples" class="sr-only">
        Open an example
      </label>
      <select
        id="wd-examples"
        class="wd-field wd-quiet"
        value=""
        onPointerEnter={reach}
        onPointerDown={reach}
        onFocus={reach}
        onChange={(event) => {
          const { value } = event.currentTarget
          event.currentTarget.value = ''
          if (value !== '') onOpen(value)
        }}
      >
        <option value="">Examples</option>
        {[...new Set(listed.map(({ group }) => group))].map((group) => (
          <optgroup key={group} label={group}>
            {listed
              .filter((example) => example.group === group)
              .map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}
