import type { Reader } from './reducer.ts'

const key = 'whydenied-reader'

/** Who the reader said they are, here or in an earlier visit. Where the browser keeps nothing, nothing is remembered. */
export function rememberedReader(): Reader | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'denied' || kept === 'administrator' ? kept : undefined
  } catch {
    return undefined
  }
}

/** Remembers who the reader is. */
export function rememberReader(reader: Reader): void {
  try {
    localStorage.setItem(key, reader)
  } catch {
    // Some browsers forbid it in private windows.
  }
}
