/**
 * Where the focus is now. The function that this gives brings it back into sight where the page has pushed it below the screen since: an answer can
 * open a form above the policy that somebody types in.
 */
export function focusedPlace(): () => void {
  const focused = document.activeElement
  const before = focused?.getBoundingClientRect().top ?? 0
  if (!focused || focused === document.body || !isOnScreen(before)) return () => undefined
  return () => {
    const now = focused.getBoundingClientRect().top
    if (focused === document.activeElement && !isOnScreen(now)) scrollBy({ top: now - before, behavior: 'instant' })
  }
}

const isOnScreen = (top: number): boolean => top < innerHeight - leastShown

/** Less of it than this is not in sight. */
const leastShown = 80
