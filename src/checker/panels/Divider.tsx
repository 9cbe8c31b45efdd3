import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

const least = 25
const most = 75
const first = 44
/** What an arrow key moves, in percent. */
const step = 2

/** Divides the width between the two panes: drag it, or use the arrow keys, Home, and End. */
export function Divider(): JSX.Element {
  const bar = useRef<HTMLDivElement>(null)
  const share = useSignal(first)
  const set = (percent: number): void => {
    share.value = Math.min(most, Math.max(least, Math.round(percent)))
  }
  useEffect(() => {
    bar.current?.parentElement?.style.setProperty('--wd-share', `${share.value}%`)
  }, [share.value])
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = new Map([
      ['ArrowLeft', share.value - step],
      ['ArrowRight', share.value + step],
      ['Home', least],
      ['End', most],
    ]).get(event.key)
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be moved; a separator that takes the focus can. https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    <div
      ref={bar}
      class="wd-divider"
      role="separator"
      aria-label="Width of the input"
      aria-orientation="vertical"
      aria-controls="wd-input"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={share.value}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDblClick={() => set(first)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const box = event.currentTarget.parentElement?.getBoundingClientRect()
        if (box && event.currentTarget.hasPointerCapture(event.pointerId))
          set(((event.clientX - box.left) / box.width) * 100)
      }}
    />
  )
}
