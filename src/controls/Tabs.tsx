import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

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

/**
 * Scrolls the list, and nothing around it, so that the whole selected tab is in view. The browser reports where the tab is with its next layout:
 * asking for that here would lay out the page at once, in the middle of drawing it. Gives the function that stops waiting for the report.
 */
function showSelected(list: HTMLElement | null): (() => void) | undefined {
  const tab = list?.querySelector('[aria-selected="true"]')
  if (!list || !tab) return undefined
  const observer = new IntersectionObserver(
    ([report]) => {
      observer.disconnect()
      if (!report?.rootBounds) return
      const { boundingClientRect: at, rootBounds: room } = report
      if (at.left < room.left) list.scrollLeft -= room.left - at.left
      else if (at.right > room.right) list.scrollLeft += at.right - room.right
    },
    { root: list },
  )
  observer.observe(tab)
  return () => observer.disconnect()
}

/** A list of tabs: one of them takes part in the tab order, and arrow keys, Home, and End choose another. */
export function TabList<Id extends string | number>(props: Props<Id>): JSX.Element {
  const { label, name, tabs, selected, onSelect } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => showSelected(list.current), [selected])
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
