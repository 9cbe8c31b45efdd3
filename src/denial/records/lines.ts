import { type Cell, isField } from './event-of.ts'

/** Records written as lines of names and values, and the text around them. */
export interface LineRecords {
  readonly records: readonly (readonly Cell[])[]
  readonly rest: string
}

/** A line of YAML, of a form, or of a list: a name, what separates, and the value. */
const nameAndValue =
  /^([ \t]*)((?:- +)?)`?([A-Za-z@][\w.]{0,80})`?(?:[ \t]{0,9}(?::|=|=>)(?:[ \t]+|$)|\t+| {2,40}(?=\S))(.*)$/
/** Words without which no such record is there. */
const trace = /^[ \t]*(?:- +)?`?event_?name\b/im
/** No form is longer, and no message. */
const longest = 400_000
const longestValue = 10_000

interface Parent {
  readonly indent: number
  readonly name: string
}

/**
 * CloudTrail events as YAML, or as lines of "name: value", "name = value", or columns. Nested names are put together by their indentation:
 * "userIdentity" with "arn" below it is "userIdentity.arn". A name that comes again, or a dash, begins the next record. Linear.
 */
export function lineRecords(text: string): LineRecords {
  if (text.length > longest || !trace.test(text)) return { records: [], rest: text }
  const reader = new LineReader()
  for (const line of text.split('\n')) reader.take(line)
  reader.end()
  return { records: reader.records, rest: reader.other.join('\n') }
}

class LineReader {
  readonly records: (readonly Cell[])[] = []
  /** Lines that belong to no record. */
  readonly other: string[] = []
  private cells: Cell[] = []
  private names = new Set<string>()
  private has = { operation: false, error: false }
  private lines: string[] = []
  private parents: Parent[] = []
  /** The indentation of a name whose value is in the lines below it, indented further. */
  private folded: number | undefined

  take(line: string): void {
    const isFolded = this.folded !== undefined && /\S/.test(line) && line.search(/\S/) > this.folded
    const found = isFolded ? null : nameAndValue.exec(line.replace(/\r$/, ''))
    if (!found) {
      this.unnamed(line)
      return
    }
    const [, blanks = '', dash = '', key = '', value = ''] = found
    const indent = blanks.length + dash.length
    this.parents = this.parents.filter((parent) => parent.indent < indent)
    const name = nameBelow(this.parents, key)
    if ((dash !== '' && name === key) || (this.names.has(name) && isField(name))) this.end()
    this.lines.push(line)
    this.folded = /^[|>][+-]?$/.test(value.trim()) ? indent : undefined
    const bare = value.trim()
    if (/^(?:[|>][+-]?|[{[])?$/.test(bare)) this.parents.push({ indent, name: key })
    if (!/^[{[]?$/.test(bare)) this.add(name, scalar(value))
  }

  private add(name: string, value: string): void {
    this.cells.push([name, value])
    this.names.add(name)
    const bare = name.toLowerCase().replaceAll(/[^a-z]/g, '')
    this.has = {
      operation: this.has.operation || bare === 'eventname',
      error: this.has.error || bare === 'errorcode' || bare === 'errormessage',
    }
  }

  /** Prose ends a record, and so does an empty line if the record is whole; a bracket or the rest of a folded value belongs to it. */
  private unnamed(line: string): void {
    if (line.trim() === '' && this.isWhole()) this.end()
    const isBracket = /^[\s{}[\](),;]+$/.test(line)
    if (!isBracket && !/^\s/.test(line) && line !== '') this.end()
    else if (!isBracket && line !== '') {
      const last = this.cells.pop()
      if (last)
        this.cells.push([last[0], last[1].length > longestValue ? last[1] : `${last[1]} ${scalar(line)}`.trim()])
    }
    this.lines.push(line)
  }

  /** A record that names an operation and an error counts; other lines are text. */
  end(): void {
    if (this.isWhole()) this.records.push(this.cells)
    else for (const line of this.lines) this.other.push(line)
    this.cells = []
    this.names = new Set()
    this.lines = []
    this.folded = undefined
    this.has = { operation: false, error: false }
  }

  private isWhole(): boolean {
    return this.has.operation && this.has.error
  }
}

/** "userIdentity.arn" below "userIdentity"; a list or an envelope around the event adds nothing. */
function nameBelow(parents: readonly Parent[], key: string): string {
  const names = parents.map((parent) => parent.name)
  const from = names.findLastIndex((name) => /^(?:user_?identity|request_?parameters)$/i.test(name))
  return from < 0 ? key : [...names.slice(from), key].join('.')
}

/** A value without its quotes, and YAML's flow mapping as Athena's struct: both are read alike. */
function scalar(value: string): string {
  const plain = value.trim().replace(/,$/, '')
  const quoted = /^(["'`])(.*)\1$/.exec(plain)
  if (quoted) return (quoted[2] ?? '').replaceAll('\\"', '"').replaceAll("''", "'")
  if (/^[|>][+-]?$/.test(plain)) return ''
  if (!/^\{[^"=]{0,2000}\}$/.test(plain)) return plain
  return plain.replaceAll(/(\w{1,60}):\s{1,9}["']?([^,{}"']{1,600})["']?/g, '$1=$2')
}
