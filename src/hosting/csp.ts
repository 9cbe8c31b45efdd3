import { createHash } from 'node:crypto'
import { attributesOf, decode, type Piece, piecesOf } from './tags.ts'

/**
 * Puts a content security policy into a page: nothing is loaded from elsewhere, nothing is sent anywhere, and no script or style runs that
 * was not there when the site was built. Throws where a page cannot be made strict; `name` is for that message.
 */
export function withPolicy(html: string, name: string): string {
  const pieces = piecesOf(html)
  const handler = pieces.find((piece) => piece.is === 'tag' && attributesOf(piece.text).some(isHandler))
  if (handler) throw new Error(`${name}: an inline event handler cannot run under the policy: ${handler.text}`)
  const head = pieces.findIndex((piece) => piece.is === 'tag' && piece.name === 'head')
  if (head === -1) throw new Error(`${name}: the page has no head`)
  // Nothing may come before the policy but the charset, which must be in the first bytes.
  const charset = pieces.findIndex((piece) => piece.is === 'tag' && piece.name === 'meta' && hasCharset(piece.text))
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(pieces)}">`
  const texts = pieces.map(({ text }) => text)
  return texts.toSpliced(Math.max(head, charset) + 1, 0, meta).join('')
}

const isHandler = ({ name }: { readonly name: string }): boolean => /^on[a-z]/.test(name)
const hasCharset = (tag: string): boolean => attributesOf(tag).some(({ name }) => name === 'charset')

/** The policy for what a page holds. */
function policyFor(pieces: readonly Piece[]): string {
  const scripts = pieces.filter((piece) => piece.is === 'raw' && piece.name === 'script' && runs(piece.tag))
  const styles = pieces.filter((piece) => piece.is === 'raw' && piece.name === 'style')
  const attributes = pieces
    .flatMap((piece) => (piece.is === 'tag' ? attributesOf(piece.text) : []))
    .filter(({ name }) => name === 'style')
    .map(({ value }) => decode(value))
  const styleAttributes = attributes.length > 0 ? ` 'unsafe-hashes'${hashes(attributes)}` : ''
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(scripts.map(({ text }) => text))}`,
    `style-src 'self'${hashes(styles.map(({ text }) => text))}${styleAttributes}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `worker-src 'self'${pieces.some(startsWorker) ? ' blob:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * The checker, the comparison, the account page, the page about used permissions, and the home page's box start their engines from a Blob: such a worker is under the page's own policy, whatever headers the server sends. 'self' is for the
 * service worker.
 */
const startsWorker = (piece: Piece): boolean =>
  piece.is === 'tag' &&
  (piece.name === 'paste-box' ||
    (piece.name === 'astro-island' &&
      attributesOf(piece.text).some(({ name, value }) => name === 'component-export' && startingWorkers.has(value))))

const startingWorkers: ReadonlySet<string> = new Set(['Checker', 'ComparePage', 'AccountPage', 'UsedPage'])

/** Data in a script element never runs. */
const runs = (tag: string): boolean =>
  !attributesOf(tag).some(
    ({ name, value }) => name === 'src' || (name === 'type' && /^application\/(ld\+)?json$/.test(value)),
  )

/** The sources of these scripts or styles, each with a blank before it, for a policy. */
export const hashes = (texts: readonly string[]): string =>
  [...new Set(texts)].map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('')
