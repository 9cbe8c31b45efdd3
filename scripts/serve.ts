import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

/** Serves a built site below `base` ("/" or "/a/b/"). Rejects with the system's error where the port is taken. */
export async function serve(
  folder: string,
  { port, base = '/' }: { readonly port: number; readonly base?: string },
): Promise<Server> {
  const files = sirv(folder, { etag: true })
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(readFileSync(join(folder, '404.html')))
    }
    const url = request.url ?? '/'
    if (!url.startsWith(base)) return notFound()
    request.url = `/${url.slice(base.length)}`
    files(request, response, notFound)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}
