import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { readCompany } from '../src/session/company.ts'

/** The built site. WHYDENIED_DIST names another build, so that you can work on one while serving the other. */
export const dist = process.env.WHYDENIED_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))

interface Place {
  readonly port: number
  /** Where the site begins: "/" or "/a/b/". */
  readonly base?: string
}

/**
 * Serves a built site on this machine, to this machine. Port 0 takes any free one. Rejects with the system's error (EADDRINUSE where the
 * port is taken).
 */
export async function serve(folder: string, { port, base = '/' }: Place): Promise<Server> {
  const files = sirv(folder, { etag: true, gzip: true, brotli: true, setHeaders })
  const server = createServer((request, response) => {
    for (const [name, value] of siteHeaders) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(response)
    const address = addressOf(request.url)
    if (!address) return badRequest(response)
    const { pathname, search } = address
    const inSite = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined
    if (inSite === '/checker/' || inSite === '/checker.html') letFrame(response, embedIn(folder))
    // Addresses in the pages are relative, so a folder's page needs the slash at its end.
    if (`${pathname}/` === base || (inSite && isFolder(folder, inSite)))
      return redirect(response, `${pathname}/${search}`)
    if (inSite === undefined) return notFound(folder, response)
    // The whole name, or sirv would take checker.html for checker/.
    request.url = (inSite.endsWith('/') ? `${inSite}index.html` : inSite) + search
    files(request, response, () => notFound(folder, response))
  })
  await listen(server, port)
  return server
}

/** The path and query of a request line's target; undefined where it isn't one that a browser sends. */
function addressOf(target = ''): URL | undefined {
  if (!target.startsWith('/')) return undefined
  // Not "new URL(target, base)": a target such as "//host" would name another host.
  const address = URL.parse(`http://localhost${target}`)
  if (!address || !isDecodable(address.pathname)) return undefined
  return address
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function badRequest(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('This server cannot read that address.\n')
}

/** Files can only be read. https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed */
function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
  response.end('This server only answers GET and HEAD.\n')
}

const isFolder = (folder: string, path: string): boolean =>
  !path.endsWith('/') && existsSync(join(folder, path, 'index.html'))

function redirect(response: ServerResponse, location: string): void {
  // Two slashes at the beginning would lead to another host.
  response.writeHead(301, { location: location.replace(/^\/+/, '/') })
  response.end()
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html')
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
  // While the site is built again, the page is missing for a moment.
  response.end(existsSync(page) ? readFileSync(page) : 'Not found')
}

/** The headers that every recipe in content/hosting/servers.mdx sends; a test compares them. */
const siteHeaders: ReadonlyMap<string, string> = new Map([
  [
    'Content-Security-Policy',
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cache-Control', 'no-cache'],
])

/** The origins that the company's settings let show the checker. */
function embedIn(folder: string): readonly string[] {
  const file = join(folder, 'whydenied.config.json')
  return existsSync(file) ? (readCompany(readFileSync(file, 'utf8')).company.embedIn ?? []) : []
}

function letFrame(response: ServerResponse, origins: readonly string[]): void {
  if (origins.length === 0) return
  const policy = String(response.getHeader('Content-Security-Policy'))
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
  )
}

/** A file that the build named by its content never changes. */
function setHeaders(response: ServerResponse<IncomingMessage>, path: string): void {
  if (path.startsWith('/_astro/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
