/** A text that one page gives to another, and what it is. */
export interface HandedText {
  readonly name: string
  readonly text: string
}

/** What the opened page says to the one that opened it, once it can read texts. */
const ready = 'whydenied: ready for texts'

/**
 * Opens a page of the site in a new tab and gives it texts, from memory to memory, when it asks: nothing is stored, and nothing is part of an
 * address. False if the browser opens no tab.
 */
export function handOver(address: string, texts: readonly HandedText[]): boolean {
  const tab = window.open(address, '_blank')
  if (!tab) return false
  function give({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== tab || origin !== location.origin || data !== ready) return
    window.removeEventListener('message', give)
    tab?.postMessage({ whydenied: 'texts', texts }, location.origin)
  }
  window.addEventListener('message', give)
  return true
}

/** Asks the page that opened this one, if any, for texts. Only a page of the same site is heard. Gives what ends the waiting. */
export function takeHandedTexts(take: (texts: readonly HandedText[]) => void): () => void {
  const opener: Window | null = window.opener
  if (!opener || location.protocol === 'file:') return () => {}
  function hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== opener || origin !== location.origin) return
    const texts = textsIn(data)
    if (texts.length === 0) return
    end()
    take(texts)
  }
  const end = (): void => window.removeEventListener('message', hear)
  window.addEventListener('message', hear)
  // A page of another site doesn't get this.
  opener.postMessage(ready, location.origin)
  return end
}

function textsIn(data: unknown): readonly HandedText[] {
  if (typeof data !== 'object' || data === null || !('texts' in data) || !Array.isArray(data.texts)) return []
  const texts: readonly unknown[] = data.texts
  return texts.flatMap((each) => {
    if (typeof each !== 'object' || each === null || !('name' in each) || !('text' in each)) return []
    const { name, text } = each
    return typeof name === 'string' && typeof text === 'string' ? [{ name, text }] : []
  })
}
