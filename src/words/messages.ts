/** Templates by ID. `{{name}}` is a place for data; inside backticks the data is a text of the user's, or several. */
export type Messages = Readonly<Record<string, string>>

/** Templates in another language: by their table (the cause, the check, or the file that has them) and their ID. */
export type Translation = ReadonlyMap<string, Messages>

/** Something to say: a template of a table, with its data. It isn't in any language until `write` or `fill` puts it into words. */
export interface Told {
  /** The table's name. */
  readonly table: string
  readonly id: string
  /** The template in English, for the languages that lack it. */
  readonly template: string
  /** The template for someone else than the person who pasted, where it differs: see `Reader`. */
  readonly forOthers?: string
  readonly data: MessageData
  /** It starts a sentence, so its first letter is a capital. */
  readonly startsSentence?: true
}

/**
 * Who reads: `you` are the person who pasted something into the checker; `others` read a message that this person sends. Where a template speaks of
 * what "you" pasted or may do, its table has a second one with the ID and `ForOthers`, in which the sender speaks. An empty one says nothing.
 */
export type Reader = 'you' | 'others'

/** Something to say, or plain data such as a name. */
export type Text = string | Told

/** What is put into one place of a template. A list is written as one: "a, b and c". */
export type Datum = Text | number | readonly Text[]

/** What is put into a template, by the name of its place. */
export type MessageData = Readonly<Record<string, Datum>>

/** The names of a template's places. */
export type PlaceOf<Template extends string> = Template extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceOf<Rest>
  : never

/** The data that a template has places for: exactly these. */
type DataFor<Template extends string> = [PlaceOf<Template>] extends [never]
  ? []
  : [data: Readonly<Record<PlaceOf<Template>, Datum>>]

/** A table of messages: says one of them by its ID, each with the data that its template needs. */
export interface MessageTable<M extends Messages> {
  <Id extends keyof M & string>(id: Id, ...data: DataFor<M[Id]>): Told
  readonly table: string
  readonly messages: M
}

/** The messages of one cause or file. `table` is their name in a translation. */
export function messagesOf<const M extends Messages>(table: string, messages: M): MessageTable<M> {
  const told = <Id extends keyof M & string>(id: Id, ...[data]: DataFor<M[Id]>): Told => ({
    table,
    id,
    template: messages[id] ?? '',
    ...forOthersOf(messages[id + forOthers]),
    data: data ?? {},
  })
  return Object.assign(told, { table, messages })
}

/** What the ID of a template for others ends in. */
const forOthers = 'ForOthers'

const forOthersOf = (template: string | undefined): Pick<Told, 'forOthers'> =>
  template === undefined ? {} : { forOthers: template }

/**
 * Words that come with a row of data, such as the reason why a call needs another permission. They are their own ID, so that a translation of the
 * table `data` maps the English to its words.
 */
export const dataText = (english: string): Told => ({ table: 'data', id: english, template: english, data: {} })

/** Says a message of a table in words. */
export type Speaker<M extends Messages> = <Id extends keyof M & string>(id: Id, ...data: DataFor<M[Id]>) => string

/** What a table says, in the language of the translation. */
export const speaker =
  <M extends Messages>(table: MessageTable<M>, translation?: Translation): Speaker<M> =>
  (id, ...data) =>
    write(table(id, ...data), translation)

/** The text in words: in the translation's where it has the template, else in English. */
export function write(text: Text, translation?: Translation, reader: Reader = 'you'): string {
  if (typeof text === 'string') return text
  const other = reader === 'others' ? text.forOthers : undefined
  const id = other === undefined ? text.id : text.id + forOthers
  const template = translation?.get(text.table)?.[id] ?? other ?? text.template
  const written = fill(template, text.data, { translation, reader, longest: Number.POSITIVE_INFINITY })
  return text.startsSentence ? written.slice(0, 1).toUpperCase() + written.slice(1) : written
}

/** A text at the start of a sentence. */
export const capital = (text: Text): Text =>
  typeof text === 'string' ? text.slice(0, 1).toUpperCase() + text.slice(1) : { ...text, startsSentence: true }

/** Texts one after the other, with only this between them: a blank after sentences. */
export const inTurn = (texts: readonly Text[], between = ' '): Text => {
  const [first = '', ...more] = texts
  return more.length === 0
    ? first
    : {
        table: 'list',
        id: 'inTurn',
        template: texts.map((_, i) => `{{${i}}}`).join(between),
        data: Object.fromEntries(texts.entries()),
      }
}

const list = messagesOf('list', {
  and: '{{some}} and {{last}}',
  or: '{{some}} or {{last}}',
  andLast: '{{some}}, and {{last}}',
  more: '{{count}} more',
})

/** "a", "a and b", "a, b and c": all of them. */
export function listOf(items: readonly Text[], word: 'and' | 'or' = 'and'): Text {
  const last = items.at(-1)
  if (last === undefined || items.length < 2) return last ?? ''
  return list(word, { some: inTurn(items.slice(0, -1), ', '), last })
}

/** "`a` is x, `b` is y, and `c` is z": clauses have a comma before the last one. */
export function clausesOf(items: readonly Text[]): Text {
  const last = items.at(-1)
  return last === undefined || items.length < 3
    ? listOf(items)
    : list('andLast', { some: inTurn(items.slice(0, -1), ', '), last })
}

/** "a and b", "a, b and 3 more" */
export const listed = (texts: readonly Text[], most = 4): Text =>
  listOf(texts.length > most ? [...texts.slice(0, most), list('more', { count: texts.length - most })] : texts)

interface Filling {
  readonly translation?: Translation | undefined
  readonly reader?: Reader
  /** A longer text of the user's is cut off. */
  readonly longest?: number
}

/**
 * The sentence that a template and its data make. A list in backticks has them around each of its texts. A place that stays empty takes the blank
 * before it along.
 */
export function fill(template: string, data: MessageData, { longest = 120, ...filling }: Filling = {}): string {
  const [first = '', ...parts] = template.split('{{')
  let [text, isQuoted] = [first, isOpenAfter(first, false)]
  for (const part of parts) {
    const [name = '', rest = ''] = splitOnce(part, '}}')
    const datum = Object.hasOwn(data, name) ? data[name] : undefined
    const plain = (value: Text | number): string =>
      isQuoted ? plainText(inWords(value, filling), longest) : inWords(value, filling)
    if (typeof datum === 'object' && 'length' in datum) {
      const isEach = isQuoted && text.endsWith('`') && rest.startsWith('`')
      const all = listed(datum.map((each) => (isEach ? `\`${plain(each)}\`` : inWords(each, filling))))
      const some = inWords(all, filling)
      text = isEach ? text.slice(0, -1) + some + rest.slice(1) : text + some + rest
    } else {
      const value = plain(datum ?? '')
      text = value === '' ? withoutBlank(text, rest) : text + value + rest
    }
    isQuoted = isOpenAfter(rest, isQuoted)
  }
  return text
}

const inWords = (value: Text | number, { translation, reader }: Filling): string =>
  typeof value === 'number' ? String(value) : write(value, translation, reader)

/** What is before and after a place that stays empty: one blank less. */
const withoutBlank = (before: string, after: string): string =>
  before.endsWith(' ') ? before.slice(0, -1) + after : before + (before === '' ? after.replace(/^ /, '') : after)

function splitOnce(text: string, at: string): readonly [string, string] {
  const i = text.indexOf(at)
  return i < 0 ? [text, ''] : [text.slice(0, i), text.slice(i + at.length)]
}

/** Is a backtick open behind a text? */
const isOpenAfter = (text: string, isOpen: boolean): boolean => ((text.split('`').length - 1) % 2 === 1) !== isOpen

/** A text of the user's as it can stand between backticks: without any, and not endless. */
function plainText(text: string, longest = 120): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return short.replaceAll('`', "'")
}

/** A text of the user's in a sentence: in backticks. */
export const quote = (text: string): string => `\`${plainText(text)}\``
