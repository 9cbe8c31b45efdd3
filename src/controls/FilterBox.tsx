import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'

/** The box above a table that narrows its rows. `label` says by what; it's also the placeholder. */
export const FilterBox = ({ label, text }: { readonly label: string; readonly text: Signal<string> }): JSX.Element => (
  <input
    class="wd-field"
    type="search"
    aria-label={label}
    placeholder={label}
    value={text}
    onInput={({ currentTarget }) => (text.value = currentTarget.value)}
  />
)
