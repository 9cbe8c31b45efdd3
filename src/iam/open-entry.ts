import { masksInName, masksWholeText } from './mask.ts'
import { type Pattern, readPattern } from './pattern/index.ts'
import { symbolsIn } from './symbol.ts'

/**
 * The pattern of an entry that the document leaves open: it holds a name without a value ("${var.action}") or a mask ("s3:<redacted>", "[REDACTED]").
 * Each of them is a variable of the pattern. Undefined for an entry that says all of its value. `raw` is the entry as it's written; with
 * `variables`, AWS's own policy variables in it are variables, too.
 */
export function openPattern(raw: string, variables = false): Pattern | undefined {
  const marked = masksIn(raw).reduce(
    (text, mask) => text.replaceAll(mask, () => `\${${mask.replace(/[:{}$]/g, '')}}`),
    raw,
  )
  return symbolsIn(marked).length > 0 ? readPattern(marked, variables) : undefined
}

/**
 * The name for a text in which names without a value ("${var.effect}") or a mask ("<effect>") leave everything open; undefined for any other
 * text. It has no colon, so it's a symbol's.
 */
export const openName = (raw: string): string | undefined =>
  symbolsIn(raw).length > 0 || masksWholeText(raw) ? raw.replace(/[:${}\s]+/g, ' ').trim() : undefined

/** The masks of an entry. Stars that may be wildcards aren't among them, and neither are policy variables ("${aws:PrincipalAccount}"). */
const masksIn = (raw: string): readonly string[] =>
  masksWholeText(raw) && !/^(?:\$\{|[*?](?:\.[*?])+$)/.test(raw)
    ? [raw]
    : masksInName(raw).filter((mask) => !/^[$*]/.test(mask))
