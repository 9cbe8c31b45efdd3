// The server of npm start: no request ends it, and it sends what the hosting recipes send.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../../scripts/serve.ts'
import { blockOf } from '../hosting/guide.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-serve-'))
mkdirSync(join(folder, 'checker'))
mkdirSync(join(folder, '_astro'))
writeFileSync(join(folder, 'index.html'), 'home')
writeFileSync(join(folder, 'checker/index.html'), 'checker')
writeFileSync(join(folder, '_astro/a.js'), 'a()')
cpSync('src/public/404.html', join(folder, '404.html'))

const servers: Server[] = []
const portOf = (server: Server | undefined): number => {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : 0
}

beforeAll(async () => {
  servers.push(await serve(folder, { port: 0 }), await serve(folder, { port: 0, base: '/a/b/' }))
})
afterAll(() => {
  for (const server of servers) server.close()
})

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Sends the path as it is: fetch would tidy it up. */
const ask = (path: string, server = servers[0], method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: portOf(server), path, method }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode, headers: response.headers }))
    })
      .on('error', reject)
      .end()
  })

/** The first line of the answer to a request line that no client library would send. */
const askRaw = (line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(portOf(servers[0]), '127.0.0.1', () => socket.end(`${line}\r\nHost: x\r\n\r\n`))
    socket.on('data', (part) => {
      answer += part
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })

test.each([
  ['/', 200],
  ['/checker/', 200],
  ['/checker', 301],
  ['/nothing-here', 404],
  // Two slashes begin another host's address.
  ['//', 404],
  ['///', 404],
  ['//host/path', 404],
  ['//[', 404],
  ['/\\\\', 404],
  ['/%00', 400],
  ['/%', 400],
  ['/%ff', 400],
  ['/%e0%a4%a', 400],
  ['/../../etc/passwd', 404],
  ['/%2e%2e/%2e%2e/etc/passwd', 404],
  ['/..%2f..%2fetc%2fpasswd', 404],
  [`/${'a'.repeat(10_000)}`, 404],
  ['/?', 200],
  ['/#', 200],
])('%s is answered with %i, and the next request, too', async (path, status) => {
  expect((await ask(path)).status).toBe(status)
  expect((await ask('/')).status).toBe(200)
})

test.each(['GET * HTTP/1.1', 'GET http://[/ HTTP/1.1', 'GET http://host:99999/ HTTP/1.1', 'GET checker/ HTTP/1.1'])(
  'the request line %s gets 400, and the server lives on',
  async (line) => {
    expect(await askRaw(line)).toMatch(/^HTTP\/1\.1 400 /)
    expect((await ask('/')).status).toBe(200)
  },
)

test.each(['//', '//checker', '/\\checker', '///checker', '//evil.example/checker', '/a/b//evil.example'])(
  '%s never leads to another host',
  async (path) => {
    for (const server of servers) {
      const { location } = (await ask(path, server)).headers
      expect(location ?? '/').toMatch(/^\/(?!\/)/)
    }
  },
)

/** The headers of the recipe for nginx, which servers.test.ts runs. */
const recipe = [...blockOf('nginx').matchAll(/add_header ([\w-]+) "?(.*?)"? always;/g)].filter(
  ([, name]) => name !== 'Cache-Control',
)

test.each(['/', '/checker/', '/nothing-here', '/_astro/a.js', '/%'])(
  '%s has the headers of the hosting recipes',
  async (path) => {
    const { headers } = await ask(path)
    expect(recipe.length).toBeGreaterThan(5)
    for (const [, name = '', value] of recipe) expect(headers[name.toLowerCase()]).toBe(value)
    expect(headers['cache-control']).toMatch(path.startsWith('/_astro/') ? /immutable/ : /^no-cache$/)
  },
)

test('the sites that the company’s settings name may show the checker, and no other page', async () => {
  const place = mkdtempSync(join(tmpdir(), 'whydenied-serve-'))
  cpSync(folder, place, { recursive: true })
  writeFileSync(join(place, 'checker.html'), 'one file')
  writeFileSync(join(place, 'whydenied.config.json'), '{ "embedIn": ["https://a.example", "https://b.example"] }')
  const server = await serve(place, { port: 0 })
  servers.push(server)
  const policyOf = async (path: string): Promise<string> =>
    String((await ask(path, server)).headers['content-security-policy'])
  for (const path of ['/checker/', '/checker.html'])
    expect(await policyOf(path)).toMatch(/; frame-ancestors https:\/\/a\.example https:\/\/b\.example$/)
  expect(await policyOf('/')).toMatch(/frame-ancestors 'none'$/)
  writeFileSync(join(place, 'whydenied.config.json'), '{ "embedIn": ["*; script-src *"] }')
  expect(await policyOf('/checker.html')).toMatch(/frame-ancestors 'none'$/)
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is answered with 405',
  async (method) => {
    for (const path of ['/', '/checker/', '/_astro/a.js', '/missing', '/checker']) {
      const { status, headers } = await ask(path, servers[0], method)
      expect([path, status, headers.allow]).toEqual([path, 405, 'GET, HEAD'])
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  },
)

test('HEAD is answered like GET', async () => {
  expect((await ask('/checker/', servers[0], 'HEAD')).status).toBe(200)
  expect((await ask('/missing', servers[0], 'HEAD')).status).toBe(404)
})
