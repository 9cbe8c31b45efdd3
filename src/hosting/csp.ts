import { createHash } from 'node:crypto'

const script = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/gi
const style = /<style[^>]*>([\s\S]*?)<\/style>/gi
const openTag = /<[a-z][^\s/>]*(?:\s[^<>]*)?>/gi
const styleAttribute = /\sstyle=(?:"([^"]*)"|'([^']*)')/gi
const handler = /\son[a-z]+=["']/i

/**
 * Puts a content security policy into a page: nothing is loaded from elsewhere, nothing is sent anywhere, and no script or style runs that
 * was not there when the site was built. `name` is for the message where a page cannot be made strict.
 */
export function withPolicy(html: string, name: string): string {
  const tags = [...html.replace(script, '').matchAll(openTag)].map(([tag]) => tag)
  const bad = tags.find((tag) => handler.test(tag))
  if (bad) throw new Error(`${name}: an inline event handler cannot run under the policy: ${bad.slice(0, 120)}`)
  const scripts = [...html.matchAll(script)]
    .filter(([, attributes = '']) => !/type=["']application\/(?:ld\+)?json/.test(attributes))
    .map(([, , code = '']) => hash(code))
  const styles = [...html.matchAll(style)].map(([, css = '']) => hash(css))
  const attributes = tags.flatMap((tag) =>
    [...tag.matchAll(styleAttribute)].map(([, a, b]) => hash(decode(a ?? b ?? ''))),
  )
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(scripts, styles, attributes)}">`
  const charset = /<meta charset=["']?utf-8["']?\s*\/?>/i.exec(html)
  const at = charset
    ? charset.index + charset[0].length
    : html.search(/<head[^>]*>/i) + (/<head[^>]*>/i.exec(html)?.[0].length ?? 0)
  if (at <= 0) throw new Error(`${name}: the page has no head`)
  return html.slice(0, at) + meta + html.slice(at)
}

/** 'wasm-unsafe-eval' is for the search, Pagefind; nothing of our own needs it. */
function policy(scripts: readonly string[], styles: readonly string[], attributes: readonly string[]): string {
  const unique = (hashes: readonly string[]): string => [...new Set(hashes)].map((each) => ` ${each}`).join('')
  const styleAttributes = attributes.length > 0 ? ` 'unsafe-hashes'${unique(attributes)}` : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${unique(scripts)}`,
    `style-src 'self'${unique(styles)}${styleAttributes}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#39': "'",
  '#x27': "'",
  amp: '&',
  lt: '<',
  gt: '>',
}
const decode = (text: string): string =>
  text.replace(/&([a-z]+|#\w+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
