/** What follows the value in Python's list comprehensions: `[… for bucket in buckets if bucket.own]`. */
const comprehension =
  /for\s{1,9}\w{1,60}(?:\s{0,9},\s{0,9}\w{1,60})?\s{1,9}in\s{1,9}[\w.()[\]'" ]{1,120}?(?=\s{0,40}\])/y

/**
 * A program's text with what only Python writes made blank, character for character: comments after `#`, and the letter before a string
 * (f"…", r"…"), and the loops of list comprehensions. Strings and JavaScript's comments stay as they are. Linear in the text.
 */
export function plainScript(text: string): string {
  const parts: string[] = []
  let kept = 0
  const blank = (from: number, to: number): void => {
    parts.push(text.slice(kept, from), ' '.repeat(to - from))
    kept = to
  }
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    if (c === '"' || c === "'" || c === '`') {
      if (/[fFrRbB]/.test(text[at - 1] ?? '') && !/\w/.test(text[at - 2] ?? '')) blank(Math.max(kept, at - 1), at)
      at = endOfString(text, at, c)
    } else if (c === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) at = endOfComment(text, at) - 1
    else if (c === '#' && !/\w/.test(text[at - 1] ?? '')) {
      const end = lineEnd(text, at)
      blank(at, end)
      at = end - 1
    } else if (c === 'f' && /\s/.test(text[at - 1] ?? '')) {
      comprehension.lastIndex = at
      const [loop] = comprehension.exec(text) ?? []
      if (loop !== undefined) {
        blank(at, at + loop.length)
        at += loop.length - 1
      }
    }
  }
  return parts.join('') + text.slice(kept)
}

/** The closing quote; a line break ends a string too unless it's a template. */
function endOfString(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at]
    if (c === '\\') at++
    else if (c === quote || (c === '\n' && quote !== '`')) return at
  }
  return text.length
}

function endOfComment(text: string, from: number): number {
  if (text[from + 1] === '/') return lineEnd(text, from)
  const end = text.indexOf('*/', from + 2)
  return end < 0 ? text.length : end + 2
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
