import { signal } from '@preact/signals'

/** True while the page is being printed: tables then have all their rows. */
export const printing = signal(false)

/** Prints the page with all rows of its tables. */
export async function printWhole(): Promise<void> {
  printing.value = true
  // Two frames: the rows are drawn in the first.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  window.print()
  printing.value = false
}
