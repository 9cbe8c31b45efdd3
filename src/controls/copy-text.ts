/** Puts a text on the clipboard. Says what came of it: the browser may not allow it. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied'
  } catch {
    return 'The browser did not allow it: select the text and copy it'
  }
}
