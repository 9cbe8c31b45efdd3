/** Stands for the place where the site will be hosted, until the build is done. */
export const placeholder = '/__whydenied__'

const tag = /<[a-z][^<>]*>/gi
const address = /(\s(?:href|src|action|[a-z-]+-url|data-[a-z-]+)=)(["'])(\/(?!\/)[^"']*)\2/gi
const inlineScript = /(<script(?![^>]*\ssrc=)[^>]*>)([\s\S]*?)(<\/script>)/gi

/**
 * Makes a page's addresses relative: those that Astro wrote with the placeholder, and root-absolute ones that authors wrote. `toRoot` leads
 * from the page's folder to the site's root: "./", "../", …
 */
export function portableHtml(html: string, toRoot: string): string {
  return html
    .replace(
      inlineScript,
      (_, open: string, code: string, close: string) =>
        open + portableCode(code, `new URL(${quote(toRoot)},document.baseURI)`) + close,
    )
    .replace(tag, (whole) =>
      whole.includes('="/') || whole.includes("='/") ? relativeAddresses(whole, toRoot) : whole,
    )
}

const relativeAddresses = (text: string, toRoot: string): string =>
  text.replace(address, (whole, before: string, mark: string, path: string) => {
    const own = path === placeholder || path.startsWith(`${placeholder}/`)
    // A data attribute may hold any text: only one with the placeholder is certainly an address.
    if (!own && !/\s(?:href|src|action)=$/i.test(before)) return whole
    return `${before}${mark}${toRoot}${(own ? path.slice(placeholder.length) : path).replace(/^\//, '')}${mark}`
  })

/** Turns the placeholder in a script's texts into an address that is worked out from the script's own. */
export const portableScript = (code: string, toRoot: string): string =>
  portableCode(code, `new URL(${quote(toRoot)},import.meta.url)`)

/** Makes the addresses in a style sheet relative to it. */
export const portableStyle = (css: string, toRoot: string): string =>
  css.replaceAll(new RegExp(`url\\((["']?)${placeholder}/`, 'g'), (_, mark: string) => `url(${mark}${toRoot}`)

const literal = new RegExp(`(["'\`])${placeholder}(/[^"'\`\\\\$]*)?\\1`, 'g')
const template = new RegExp(`\`${placeholder}(?=/)`, 'g')

function portableCode(code: string, root: string): string {
  if (!code.includes(placeholder)) return code
  const path = (rest: string | undefined): string => {
    const below = rest?.replace(/^\//, '') ?? ''
    // Without a slash at its end the placeholder stood for the bare base.
    return rest === undefined ? `${root}.pathname.replace(/\\/$/,"")` : `new URL(${quote(below)},${root}).pathname`
  }
  const replaced = code
    .replace(literal, (_, __, rest: string | undefined) => `(${path(rest)})`)
    .replace(template, () => `\`\${${root}.pathname.replace(/\\/$/,"")}`)
  if (replaced.includes(placeholder)) throw new Error(`an address stayed absolute: ${around(replaced)}`)
  return replaced
}

const quote = (text: string): string => JSON.stringify(text)

function around(text: string): string {
  const at = text.indexOf(placeholder)
  return text.slice(Math.max(0, at - 60), at + 80)
}
