// Long tokens arrive hard-wrapped: a terminal, a mail program, or YAML broke them into lines.

/** A line that ended inside a token: at least this many characters of it stand before the break. */
const fullLine = 40

/** What stands between two lines of one token: a line break (a real one or a written one), and the next line's margin. */
const lineBreak = /(?:\\|=|["'] ?\+?)?(?:\r?\n|\\r\\n|\\n)[ \t>|]{0,40}["']?/y

/** Kinds look at no more of a token than this; the rest of its line is found here. Longer repetitions would exhaust the stack of an expression. */
const longestMatch = 4000
const run = /[A-Za-z0-9+/=_.%~-]{1,4000}/y

/** After the last line: the end, white space, or a mark that closes a value. */
const closed = /$|[\s"'<,;\\)}&|]/y

/**
 * Where a token ends that starts at `from` and whose first line ends at `to`: the lines that follow are part of it as long as they hold nothing
 * else and don't read like words. Runs forward only, so that a text takes linear time.
 */
export function endOfWrapped(text: string, from: number, to: number): number {
  let start = from
  let end = to - from < longestMatch ? to : endOfRun(text, to)
  while (end - start >= fullLine) {
    const next = after(lineBreak, text, end)
    const stop = next === undefined ? undefined : endOfRun(text, next)
    if (next === undefined || stop === undefined || stop === next || after(closed, text, stop) === undefined) break
    if (!continues(text.slice(next, stop), end - start)) break
    start = next
    end = stop
  }
  return end
}

/** Where the characters of a token end that start at `from`. */
function endOfRun(text: string, from: number): number {
  let at = from
  for (;;) {
    const next = after(run, text, at)
    if (next === undefined) return at
    at = next
  }
}

/** Decides from one line whether it goes on with a token: as long as the line before, or visibly random. */
function continues(piece: string, width: number): boolean {
  if (piece.length > width + 12) return false
  const bare = piece.replace(/=+$/, '')
  if (/[.=%~](?=.*[a-z]{4})/.test(bare) && !/\d/.test(bare)) return false
  const words = (bare.match(/[A-Z]?[a-z]{2,}/g) ?? []).join('').length
  if (piece.length === width || piece.length >= fullLine) return words / piece.length < 0.6
  return (
    piece !== bare || bare.length < 3 || (/\d/.test(bare) && words / piece.length < 0.6) || words / piece.length < 0.4
  )
}

/** Where `pattern`, a sticky expression, ends if it matches at `at`. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
