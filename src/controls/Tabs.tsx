import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface Tab<Id extends string | number> {
  readonly id: Id
  readonly content: ComponentChildren
  /** For tests and styles: the document's name, the tab's state. */
  readonly data?: Readonly<Record<`data-${string}`, string>>
}

interface Props<Id extends string | number> {
  /** What the tabs are about. */
  readonly label: string
  /** Begins the ids of the tabs and of their panels. */
  readonly name: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

export const tabId = (name: string, id: string | number): string => `${name}-tab-${id}`
export const panelId = (name: string, id: string | number): string => `${name}-panel-${id}`

/** How far each key moves: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
const moves = new Map([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
])

/** Scrolls the list, and nothing around it, so that the whole selected tab is in view. */
function showSelected(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]')
  if (!list || !tab) return
  const [start, end] = [tab.offsetLeft, tab.offsetLeft + tab.offsetWidth]
  if (start < list.scrollLeft) list.scrollLeft = start
  else if (end > list.scrollLeft + list.clientWidth) list.scrollLeft = end - list.clientWidth
}

/** A list of tabs: one of them takes part in the tab order, and arrow keys, Home, and End choose another. */
export function TabList<Id extends string | number>(props: Props<Id>): JSX.Element {
  const { label, name, tabs, selected, onSelect } = props
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => showSelected(list.current), [selected])
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === selected)
    const move = moves.get(event.key)
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : move && (at + move + tabs.length) % tabs.length
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab) return
    event.preventDefault()
    onSelect(tab.id)
    document.getElementById(tabId(name, tab.id))?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} class="wd-tabs" onKeyDown={onKeyDown}>
      {tabs.map(({ id, content, data }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="wd-tab"
          id={tabId(name, id)}
          aria-controls={panelId(name, id)}
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
          {...data}
        >
          {content}
        </button>
      ))}
    </div>
  )
}
