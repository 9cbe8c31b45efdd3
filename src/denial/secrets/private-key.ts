// The body of a PEM block: https://www.rfc-editor.org/rfc/rfc7468

/** What separates lines: written line breaks, quotes, and plus signs, too; or a header of an encrypted key. */
const between = /(?:\s|\\[nrt\\"]|["'+,>|]){1,80}|(?:Proc-Type|DEK-Info|Version|Comment): ?[^\r\n\\"]{1,200}/y
/** A line of base64; the last one can be short. */
const line = /[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9+/=]{1,76}(?=(?:\s|\\[nrt]|["'+]){0,20}-----END|={0,2}\s*$|["'\\])/y
const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y

/**
 * Where the private key ends whose first line ends at `from`: behind its last line, or where its base64 stops. Undefined where no key follows, as
 * in a sentence about such files.
 */
export function endOfPrivateKey(text: string, from: number): number | undefined {
  let at = from
  let last: number | undefined
  for (;;) {
    const stop = after(end, text, at)
    if (stop !== undefined) return last === undefined ? undefined : stop
    const lineEnd = after(line, text, at)
    const next = lineEnd ?? after(between, text, at)
    if (next === undefined) return last
    last = lineEnd ?? last
    at = next
  }
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
