import { piecesOf, withValues } from './tags.ts'

/** Stands for the place where the site will be hosted, until the build is done. */
export const placeholder = '/__whydenied__'

/** Attributes that hold an address. Others may hold any text: in them only the placeholder is certainly an address. */
const addresses: ReadonlySet<string> = new Set(['href', 'src', 'action', 'poster'])

/**
 * Makes a page's addresses relative: those that Astro wrote with the placeholder, and root-absolute ones that authors wrote. `toRoot` leads
 * from the page's folder to the site's root: "./", "../", … Throws where an address would stay absolute.
 */
export function portableHtml(html: string, toRoot: string): string {
  const portable = piecesOf(html)
    .map((piece) => {
      if (piece.is === 'tag') return portableTag(piece.text, toRoot)
      if (piece.is === 'raw' && piece.name === 'script')
        return portableCode(piece.text, `new URL(${JSON.stringify(toRoot)},document.baseURI)`)
      if (piece.is === 'raw') return portableStyle(piece.text, toRoot)
      return piece.text
    })
    .join('')
  return withoutPlaceholder(portable)
}

const portableTag = (tag: string, toRoot: string): string =>
  withValues(tag, ({ name, value }) => {
    const own = value === placeholder || value.startsWith(`${placeholder}/`)
    const authors = addresses.has(name) && value.startsWith('/') && !value.startsWith('//')
    return own || authors ? toRoot + value.slice(own ? placeholder.length : 0).replace(/^\//, '') : undefined
  })

/** Turns the placeholder in a script's texts into an address that is worked out from the script's own. */
export const portableScript = (code: string, toRoot: string): string =>
  portableCode(code, `new URL(${JSON.stringify(toRoot)},import.meta.url)`)

const inStyle = new RegExp(`url\\((["']?)${placeholder}/`, 'g')

/** Makes the addresses in a style sheet relative to it. */
export const portableStyle = (css: string, toRoot: string): string =>
  withoutPlaceholder(css.replaceAll(inStyle, (_, mark: string) => `url(${mark}${toRoot}`))

const literal = new RegExp(`(["'\`])${placeholder}(/[^"'\`\\\\$]*)?\\1`, 'g')
const template = new RegExp(`\`${placeholder}(?=/)`, 'g')

function portableCode(code: string, root: string): string {
  if (!code.includes(placeholder)) return code
  const base = `${root}.pathname.replace(/\\/$/,"")`
  const replaced = code
    // Without a trailing slash, the placeholder was the bare base.
    .replace(literal, (_, __, rest: string | undefined) =>
      rest === undefined ? `(${base})` : `(new URL(${JSON.stringify(rest.replace(/^\//, ''))},${root}).pathname)`,
    )
    .replace(template, () => `\`\${${base}}`)
  return withoutPlaceholder(replaced)
}

/** An address that stayed absolute would break on most hosts, and only there: better the build. */
function withoutPlaceholder(text: string): string {
  const at = text.indexOf(placeholder)
  if (at === -1) return text
  throw new Error(`an address stayed absolute: …${text.slice(Math.max(0, at - 60), at + 80)}…`)
}
