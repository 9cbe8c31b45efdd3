import { masksInName, masksWholeText } from './mask.ts'
import { type Pattern, readPattern } from './pattern/index.ts'
import { symbolsIn } from './symbol.ts'

/**
 * The pattern of an entry that the document leaves open: it holds a name without a value ("${var.action}") or a mask ("s3:<redacted>", "[REDACTED]").
 * Each of them is a variable of the pattern. Undefined for an entry that says all of its value. `raw` is the entry as it's written.
 */
export function openPattern(raw: string): Pattern | undefined {
  const marked = masksIn(raw).reduce(
    (text, mask) => text.replaceAll(mask, () => `\${${mask.replace(/[:{}$]/g, '')}}`),
    raw,
  )
  return symbolsIn(marked).length > 0 ? readPattern(marked, false) : undefined
}

/** The masks of an entry; stars aren't among them where they may be wildcards. */
const masksIn = (raw: string): readonly string[] =>
  masksWholeText(raw) ? [raw] : masksInName(raw).filter((mask) => !/^[$*]/.test(mask))
