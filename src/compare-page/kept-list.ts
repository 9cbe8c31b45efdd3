import { type NeverAllow, writeComparison } from '../session/comparison.ts'

const key = 'whydenied-never-allow'

/** The "never allow" list that the reader asked this browser to keep, as the text of a comparison's file; undefined if there is none. */
export function keptList(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a list in this browser, and nothing else of the page. Says whether the browser did. */
export function keepList(never: readonly NeverAllow[]): boolean {
  try {
    localStorage.setItem(key, writeComparison({ old: [], new: [], around: [], never }))
    return true
  } catch {
    // Some browsers forbid it in private windows.
    return false
  }
}

/** Removes the list that this browser keeps. */
export function forgetList(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}
