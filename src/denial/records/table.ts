import { type Cell, holdsEvents, isField } from './event-of.ts'

/** What separates the cells of a table. */
type Separator = ',' | ';' | '\t' | '|'

const separators: readonly Separator[] = [',', '\t', ';', '|']

interface Header {
  readonly separator: Separator
  readonly names: readonly string[]
  /** Which columns hold the error. */
  readonly errorsAt: readonly number[]
  /** The column that holds whole events as JSON, where the columns don't name their fields; a row without one is text. */
  readonly eventAt: number | undefined
  /** Where the line begins, and where the next one does. */
  readonly from: number
  readonly to: number
}

/** A table’s header is in the first lines of a file or a paste. */
const firstPart = 8_000
/** A row that grows beyond this isn't one. */
const longestRow = 1_000_000

/** Rows of tables in a stream, and the text between them. */
export interface TableRead {
  readonly rows: readonly (readonly Cell[])[]
  readonly rest: string
}

/**
 * Finds a table of events at the beginning of a stream: CSV, tabs, Markdown, or a box of an AWS CLI or a database, by a line that names at least
 * two fields of an event, one of them the operation or the error. Gives its rows, and everything else as text. Holds one row at most; linear.
 */
export class TableReader {
  private text = ''
  private header: Header | undefined
  private isLookingFor = true

  push(piece: string): TableRead {
    if (!this.isLookingFor && !this.header) return { rows: [], rest: piece }
    this.text += piece
    if (this.isLookingFor && this.text.length < firstPart) return { rows: [], rest: '' }
    return this.take(false)
  }

  end(): TableRead {
    return this.take(true)
  }

  private take(isEnd: boolean): TableRead {
    let rest = ''
    if (this.isLookingFor) {
      this.isLookingFor = false
      this.header = headerIn(this.text.slice(0, firstPart))
      if (this.header) {
        rest = this.text.slice(0, this.header.from)
        this.text = this.text.slice(this.header.to)
      }
    }
    const { header } = this
    if (!header) {
      const all = rest + this.text
      this.text = ''
      return { rows: [], rest: all }
    }
    const rows: (readonly Cell[])[] = []
    let at = 0
    for (;;) {
      const row = rowAt(this.text, at, header.separator, isEnd)
      if (!row) break
      const cells = row.cells
      if (isWithoutError(cells, header)) {
        // Not denied: nothing to read.
      } else if (isRow(cells, header))
        rows.push(cells.flatMap((value, i): readonly Cell[] => (header.names[i] ? [[header.names[i], value]] : [])))
      else if (!isRule(this.text.slice(at, row.to))) rest += this.text.slice(at, row.to)
      at = row.to
    }
    if (this.text.length - at > longestRow) {
      rest += this.text.slice(at)
      at = this.text.length
    }
    this.text = this.text.slice(at)
    return { rows, rest }
  }
}

/** A row of the table whose error is empty. */
const isWithoutError = (cells: readonly string[], { names, errorsAt }: Header): boolean =>
  cells.length === names.length && errorsAt.length > 0 && errorsAt.every((at) => cells[at] === '' || cells[at] === '-')

function isRow(cells: readonly string[], { names, eventAt }: Header): boolean {
  if (eventAt !== undefined) return cells.length === names.length && cells[eventAt]?.startsWith('{') === true
  return cells.length >= 2 && cells.length <= names.length + 1
}

/** A line of a box: "+----+", "|---|---|". */
const isRule = (line: string): boolean => /^[\s+|:=\-─┼├┤┌┐└┘┬┴]*$/.test(line)

function headerIn(text: string): Header | undefined {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end + 1
    const line = text.slice(from, to)
    for (const separator of separators) {
      if (!line.includes(separator)) continue
      const names = cellsOf(line, separator)
      const errorsAt = names.flatMap((name, i) => (/^error/i.test(name) ? [i] : []))
      if (isHeader(names)) return { separator, names, errorsAt, eventAt: undefined, from, to }
      const eventAt = areNames(names) ? names.findIndex(holdsEvents) : -1
      if (eventAt >= 0) return { separator, names, errorsAt: [], eventAt, from, to }
    }
    const only = unquoted(line)
    if (/^(?:event_?json|@message)$/i.test(only))
      return { separator: ',', names: [only], errorsAt: [], eventAt: 0, from, to }
    from = to
  }
  return undefined
}

const unquoted = (line: string): string => line.trim().replace(/^"(.*)"$/, '$1')

const areNames = (names: readonly string[]): boolean =>
  names.length >= 2 && names.every((name) => /^@?[A-Za-z][\w.() @-]{0,60}$/.test(name))

/** Names only, most of them known: a line of a log isn't one. */
function isHeader(names: readonly string[]): boolean {
  if (!areNames(names)) return false
  const known = names.filter(isField)
  const plain = known.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''))
  return known.length >= 2 && plain.some((name) => name === 'eventname' || name === 'errorcode')
}

interface Row {
  readonly cells: readonly string[]
  readonly to: number
}

/** The row that begins at a place; undefined where its end hasn't come. In CSV a quoted cell may hold line breaks. */
function rowAt(text: string, from: number, separator: Separator, isEnd: boolean): Row | undefined {
  if (from >= text.length) return undefined
  const end = text.indexOf('\n', from)
  const line = end < 0 ? undefined : text.slice(from, end)
  if (line !== undefined && (separator === '|' || !line.includes('"')))
    return { cells: cellsOf(line, separator), to: end + 1 }
  let isQuoted = false
  for (let at = from; at < text.length; at++) {
    const c = text[at]
    if (c === '"' && separator !== '|') isQuoted = !isQuoted
    else if (c === '\n' && !isQuoted) return { cells: cellsOf(text.slice(from, at), separator), to: at + 1 }
  }
  return isEnd ? { cells: cellsOf(text.slice(from), separator), to: text.length } : undefined
}

/** The cells of a line, without the blanks, the quotes, and the sides of a box around them. */
function cellsOf(line: string, separator: Separator): readonly string[] {
  if (separator === '|') {
    const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '')
    return isRule(line) || !inside.includes('|') ? [] : inside.split(/(?<!\\)\|/).map((cell) => cell.trim())
  }
  const plain = line.replace(/\r?\n$/, '')
  if (!plain.includes('"')) return plain.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < plain.length; at++) {
    const c = plain[at] ?? ''
    if (c === '"' && isQuoted && plain[at + 1] === '"') {
      cell += '"'
      at++
    } else if (c === '"') isQuoted = !isQuoted
    else if (c === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += c
  }
  cells.push(cell.trim())
  return cells
}
