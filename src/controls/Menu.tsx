import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'

interface Props {
  /** What the button is for: its name for screen readers. */
  readonly label: string
  readonly items: readonly string[]
  readonly onChoose: (index: number) => void
}

/** A small button that opens a menu below itself. https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function Menu({ label, items, onChoose }: Props): JSX.Element {
  const id = useId()
  const isOpen = useSignal(false)
  const root = useRef<HTMLSpanElement>(null)
  const entries = (): readonly HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ]
  const focus = (index: number): void =>
    entries()
      .at(index % items.length)
      ?.focus()
  const first = useRef(0)
  const open = (index: number): void => {
    first.current = index
    isOpen.value = true
  }
  // As soon as the list is there: the next key belongs to its item already.
  useLayoutEffect(() => {
    if (isOpen.value) focus(first.current)
  }, [isOpen.value])
  const close = (): void => {
    isOpen.value = false
    root.current?.querySelector('button')?.focus()
  }
  const move = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, event.target instanceof HTMLElement ? entries().indexOf(event.target) : -1)
    if (event.key === 'Escape' && isOpen.value) close()
    else if (next !== undefined && !isOpen.value) open(event.key === 'ArrowUp' ? -1 : 0)
    else if (next !== undefined) focus(next)
    else return
    event.preventDefault()
  }
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) isOpen.value = false
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the items inside
    <span class="wd-menu" ref={root} onKeyDown={move} onFocusOut={leave}>
      <button
        type="button"
        class="wd-button wd-square"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => (isOpen.value ? close() : open(0))}
      >
        <Icon name="more" />
      </button>
      {isOpen.value && (
        <span class="wd-menu-list" role="menu" id={id} aria-label={label}>
          {items.map((item, i) => (
            <button
              key={item}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                onChoose(i)
              }}
            >
              {item}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}

/** Where a key leads from an item; -1 is the last one. */
function placeAfter(key: string, from: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from - 1
    case 'Home':
      return 0
    case 'End':
      return -1
    default:
      return undefined
  }
}
