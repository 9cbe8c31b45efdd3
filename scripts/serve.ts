import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

/** The built site; WHYDENIED_DIST names another build, beside which somebody works. */
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
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const inSite = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined
    // Addresses in the pages are relative: a folder's page must be seen with a slash at its end.
    if (`${pathname}/` === base || (inSite && isFolder(folder, inSite)))
      return redirect(response, `${pathname}/${search}`)
    if (inSite === undefined) return notFound(folder, response)
    // Said in full, or sirv would take checker.html for checker/.
    request.url = (inSite.endsWith('/') ? `${inSite}index.html` : inSite) + search
    files(request, response, () => notFound(folder, response))
  })
  await listen(server, port)
  return server
}

const isFolder = (folder: string, path: string): boolean =>
  !path.endsWith('/') && existsSync(join(folder, path, 'index.html'))

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location })
  response.end()
}

function notFound(folder: string, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(readFileSync(join(folder, '404.html')))
}

/** A page's policy stands in the page. A worker has its own, and hears it only from its server. */
function setHeaders(response: ServerResponse<IncomingMessage>, path: string): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  // What the build named by its content never changes.
  if (path.startsWith('/_astro/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  if (path.endsWith('.js')) response.setHeader('content-security-policy', workerPolicy)
}

/** The search's worker runs WebAssembly. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
