/**
 * Decodes base64 with its padding (RFC 4648, section 4) to the bytes behind it, one character per byte; undefined for anything else. AWS says
 * only "base-64 encoded"; lint and evaluate both ask for the padding that the RFC asks for, and for no blanks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const readBase64 = (text: string): string | undefined =>
  text.length % 4 === 0 && alphabet.test(text) ? atob(text) : undefined

const alphabet = /^[A-Za-z0-9+/]*={0,2}$/

/** Sample texts in base64: each of these byte strings, and one more that differs from all of them. */
export function bytesAround(bytes: readonly string[]): readonly string[] {
  const known = new Set(bytes)
  let other = 0
  while (known.has(String(other))) other++
  return [...known, String(other)].map(btoa)
}
