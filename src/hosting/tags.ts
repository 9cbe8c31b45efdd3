/** A piece of a page: an opening tag, the raw text of a script or style sheet, or whatever stands between. */
export type Piece =
  | { readonly is: 'tag'; readonly text: string; readonly name: string }
  | { readonly is: 'raw'; readonly text: string; readonly tag: string; readonly name: string }
  | { readonly is: 'other'; readonly text: string }

/** An opening tag; a quoted value may hold anything, ">" included. */
const openTag = /<([a-z][^\s"'<>/]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/iy
/** What these hold is text, even where it looks like tags. */
const rawElements: ReadonlySet<string> = new Set(['script', 'style'])

/** Takes a page apart; the pieces' texts, joined, are the page again. Meant for pages that Astro wrote, not for pages from strangers. */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = []
  const lower = html.toLowerCase()
  let done = 0
  const other = (until: number): void => {
    if (until > done) pieces.push({ is: 'other', text: html.slice(done, until) })
    done = until
  }
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, done))) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at)
      other(end === -1 ? html.length : end + 3)
      continue
    }
    openTag.lastIndex = at
    const [tag, name = ''] = openTag.exec(html) ?? []
    if (tag === undefined) continue
    other(at)
    pieces.push({ is: 'tag', text: tag, name: name.toLowerCase() })
    done = at + tag.length
    if (!rawElements.has(name.toLowerCase())) continue
    const end = lower.indexOf(`</${name.toLowerCase()}`, done)
    if (end === -1) throw new Error(`<${name}> is not closed`)
    if (end > done) pieces.push({ is: 'raw', text: html.slice(done, end), tag, name: name.toLowerCase() })
    done = end
  }
  other(html.length)
  return pieces
}

/** One attribute of a tag; its value still has its entities. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g

/** The attributes of an opening tag, in their order. */
export const attributesOf = (tag: string): readonly Attribute[] =>
  [...tag.matchAll(attribute)].map(([, name = '', value = '']) => readAttribute(name, value))

/** The tag with other values: `change` gives an attribute's new one, or undefined where it stays. */
export const withValues = (tag: string, change: (attribute: Attribute) => string | undefined): string =>
  tag.replace(attribute, (source, name: string, value = '') => {
    const changed = change(readAttribute(name, value))
    return changed === undefined ? source : ` ${name}="${changed}"`
  })

const readAttribute = (name: string, value: string): Attribute => ({
  name: name.toLowerCase(),
  value: /^["']/.test(value) ? value.slice(1, -1) : value,
})

const named: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
])

/** An attribute's value as a browser reads it. */
export const decode = (value: string): string =>
  value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return named.get(name?.toLowerCase() ?? '') ?? whole
  })
