/**
 * Marks that tools and people put before every line: box characters, comment and quote marks, clocks, the names of containers. Each is separate,
 * so that several in a row are removed one by one. With what each can begin: a letter (A), a digit (0), or a sign (#).
 */
const marks: readonly (readonly [begins: string, mark: RegExp])[] = [
  ['#', /[│╷╵╭╰├└┃|>#]|&gt;/y],
  ['#', /\/\/|!!!/y],
  // A star, semicolon, percent sign, plus or two hyphens mark a comment only before a blank: "***" is a redaction.
  ['#', /(?:\*|;|%|\+|--|\/\*)(?=[ \t\n]|$)/y],
  // 2024-05-05T10:00:00.1234567Z (GitHub Actions), [2024-05-05 10:00:00,123] (Jenkins, Python), 10:00:00 before a box
  ['0#', /\[?\d{4}-\d\d-\d\d,?[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d| UTC)?\]?(?=[ \t])/y],
  ['0', /\d\d:\d\d:\d\d(?=[ \t]+│)/y],
  // api-1  | (docker compose), with a blank on both sides; 0|api  | (pm2). CREATE_FAILED | is a cell of a table.
  ['A', /(?![A-Z]{1,20}_[A-Z])[A-Za-z][\w.-]{0,40}[ \t]{1,20}\|(?=[ \t])/y],
  ['0', /\d{1,3}\|[\w.-]{1,40}[ \t]{0,20}\|(?=[ \t])/y],
  // May  5 10:00:00 host app[123]: (syslog, journald), <34>1 2024-05-05T10:00:00Z host app 123 - - (RFC 5424)
  ['A', /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,9}\])?:(?=[ \t])/y],
  ['#', /<\d{1,3}>1(?: [\w.:+-]{1,60}){5} -(?=[ \t])/y],
  // E0505 10:00:00.123456       1 main.go:12] (klog), stderr F (container runtimes), app[web.1]: (Heroku)
  ['A', /[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6}[ \t]{1,10}\d{1,9} [\w./-]{1,80}:\d{1,6}\](?=[ \t])/y],
  ['A', /(?:stdout|stderr) [FP](?=[ \t])/y],
  // 01O behind the clock of GitLab's runner
  ['0', /\d\d[OE](?=[ +])/y],
  ['A', /[a-z][\w-]{0,30}\[[\w.-]{1,30}\]:(?=[ \t])/y],
  // [ERROR] (Maven), [error] behind ## (GitHub, Azure), 12 3.456 behind # (docker build), 12 before a tab (numbered lines), E (pytest)
  ['#', /\[(?:ERROR|WARN|WARNING|INFO|DEBUG|error|warning|debug)\]/y],
  ['0', /\d{1,3} \d{1,5}\.\d{1,3}(?=[ \t])/y],
  ['0', /\d{1,5}(?=\t)/y],
  ['A', /E(?=[ \t]{3})/y],
  // job <tab> step <tab> before the clock of GitHub's command line
  ['A0#', /[\w .:()-]{1,60}\t[^\t\n]{1,80}\t(?=\d{4}-\d\d-\d\dT)/y],
]
const marksWith = (begins: string): RegExp =>
  new RegExp(marks.flatMap(([own, { source }]) => (own.includes(begins) ? [`(?:${source})`] : [])).join('|'), 'y')
const [ofLetters, ofDigits, ofSigns] = [marksWith('A'), marksWith('0'), marksWith('#')]

/** Where the text of a line begins, behind everything that marks it and the blanks around that. */
export function behindLineMarks(text: string, from: number): number {
  let at = from
  let isRow = false
  for (;;) {
    const start = behindBlanks(text, at)
    const end = markEnd(text, start)
    // Behind the side of a table, a word before the next one is a cell, and no container's name.
    if (end === start || (isRow && end > start + 1 && text[end - 1] === '|')) return at
    isRow = text[start] === '|'
    at = behindBlanks(text, end)
  }
}

function behindBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

function markEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  // Most lines begin with a letter or a bracket that marks nothing: look at one character first.
  if (at >= text.length || !mayMark(code)) return at
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122
  const mark = isLetter ? ofLetters : code >= 48 && code <= 57 ? ofDigits : ofSigns
  mark.lastIndex = at
  return mark.test(text) ? mark.lastIndex : at
}

/** Letters are names of containers, digits clocks; quotes, braces and backslashes begin no mark. */
const mayMark = (code: number): boolean =>
  code !== 34 && code !== 39 && code !== 92 && code !== 123 && code !== 125 && code !== 10
