/** The bytes behind a base64 text, one character a byte; undefined where it is no base64. */
export function readBase64(text: string): string | undefined {
  try {
    return atob(text.trim())
  } catch {
    return undefined
  }
}
