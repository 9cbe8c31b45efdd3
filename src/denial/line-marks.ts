/**
 * What tools and people put before every line: box characters, comment and quote marks, clocks, the names of containers. Each stands alone,
 * so that several in a row come off one by one.
 */
const marks: readonly RegExp[] = [
  /[│╷╵╭╰├└┃|>#]/y,
  /\/\/|!!!/y,
  // A star, semicolon, percent sign or two hyphens mark a comment only before a blank: "***" is a redaction.
  /(?:\*|;|%|--|\/\*)(?=[ \t\n]|$)/y,
  // 2024-05-05T10:00:00.1234567Z (GitHub Actions), [2024-05-05 10:00:00,123] (Jenkins, Python), 10:00:00 before a box
  /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?=[ \t])/y,
  /\d\d:\d\d:\d\d(?=[ \t]+│)/y,
  // api-1  | (docker compose), with a blank on both sides
  /[A-Za-z][\w.-]{0,40}[ \t]{1,20}\|(?=[ \t])/y,
]
const blank = /[ \t]*/y

/** Where the text of a line begins, behind everything that marks it and the blanks around that. */
export function behindLineMarks(text: string, from: number): number {
  let at = from
  for (;;) {
    blank.lastIndex = at
    blank.test(text)
    const start = blank.lastIndex
    const end = markEnd(text, start)
    if (end === start) return at
    blank.lastIndex = end
    blank.test(text)
    at = blank.lastIndex
  }
}

function markEnd(text: string, at: number): number {
  // Most lines begin with a letter or a bracket that marks nothing: look at one character first.
  if (at >= text.length || !mayMark(text.charCodeAt(at))) return at
  for (const mark of marks) {
    mark.lastIndex = at
    if (mark.test(text)) return mark.lastIndex
  }
  return at
}

/** Letters are names of containers, digits clocks; quotes, braces and backslashes begin no mark. */
const mayMark = (code: number): boolean =>
  code !== 34 && code !== 39 && code !== 92 && code !== 123 && code !== 125 && code !== 10
