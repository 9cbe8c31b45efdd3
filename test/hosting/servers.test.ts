// The recipes of the hosting guide, exactly as the article shows them, run with the servers that Debian has.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dist } from '../../scripts/serve.ts'
import { compress } from '../../src/hosting/compress.ts'
import { blockOf } from './guide.ts'
import { nginx, nginxArguments } from './nginx.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-srv-'))
const site = join(folder, 'site')

/** The configuration in the article, for this folder and port. */
const recipe = (language: string, port: number): string =>
  blockOf(language).replaceAll('/srv/whydenied', site).replaceAll('8080', String(port))

interface Server {
  readonly name: string
  readonly binary: string
  readonly debian: string
  readonly port: number
  /** Where the site begins. */
  readonly paths?: readonly string[]
  /** Writes what it needs; gives the arguments that keep it in the foreground. */
  start(port: number): readonly string[]
}

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const first = Number(process.env.WHYDENIED_TEST_PORT ?? 4330) + 10

const servers: readonly Server[] = [
  {
    name: 'nginx',
    ...nginx,
    port: first + 1,
    start: (port) => nginxArguments(folder, 'nginx', recipe('nginx', port)),
  },
  {
    name: 'nginx behind nginx, which keeps the path or puts another in its place',
    ...nginx,
    port: first + 4,
    paths: ['/whydenied/', '/tools/aws/denied/'],
    start: (port) =>
      nginxArguments(
        folder,
        'proxy',
        recipe('nginx', port + 1) +
          blockOf('nginx', 1)
            .replaceAll('8080', String(port + 1))
            .replace('8081', String(port)),
      ),
  },
  {
    name: 'Caddy',
    binary: '/usr/bin/caddy',
    debian: 'caddy',
    port: first + 2,
    start: (port) => [
      'run',
      '--adapter',
      'caddyfile',
      '--config',
      write('Caddyfile', `{\nadmin off\n}\n${recipe('caddyfile', port)}`),
    ],
  },
  {
    name: 'Apache',
    binary: '/usr/sbin/apache2',
    debian: 'apache2-bin',
    port: first + 3,
    start: (port) => {
      const modules = ['alias', 'authz_core', 'deflate', 'dir', 'filter', 'headers', 'mime', 'mpm_event'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      )
      const whole = [
        ...modules,
        `ServerName localhost\nListen ${port}\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/apache.log\nTypesConfig /etc/mime.types\nDirectoryIndex index.html`,
        ...(process.getuid?.() === 0 ? ['User www-data\nGroup www-data'] : []),
        recipe('apache', port),
      ]
      return ['-f', write('apache.conf', whole.join('\n')), '-D', 'FOREGROUND']
    },
  },
]

const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
const missing = servers.filter(({ binary }) => !existsSync(binary))
if (missing.length > 0 && canInstall) {
  const quiet = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 150_000,
  } as const
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'media-types', ...missing.map(({ debian }) => debian)],
    quiet,
  )
}

beforeAll(async () => {
  cpSync(dist, site, { recursive: true })
  await compress(site, 5)
  spawnSync('chmod', ['-R', 'a+rX', folder])
}, 60_000)

for (const { name, binary, port, start, paths = ['/whydenied/'] } of servers) {
  describe.skipIf(!existsSync(binary))(name, () => {
    let stop = (): void => {}
    const at = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })

    beforeAll(async () => {
      const child = spawn(binary, start(port), { stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.on('data', (part) => {
        said += part
      })
      stop = () => child.kill('SIGTERM')
      for (let tries = 0; tries < 100; tries++) {
        if (
          await at(paths[0] ?? '/').then(
            ({ ok }) => ok,
            () => false,
          )
        )
          return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`${name} does not answer: ${said}`)
    }, 30_000)
    afterAll(() => stop())

    describe.each(paths)('at %s', (path) => {
      test.each([
        '',
        'checker/',
        'billing/not-authorized/',
        'reference/s3/',
        'checker.html',
        'whydenied.config.json',
        'sw.js',
      ])('serves %s with the security headers', async (file) => {
        const response = await at(path + file)
        expect(response.status).toBe(200)
        expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'.*frame-ancestors 'none'/)
        expect(response.headers.get('x-content-type-options')).toBe('nosniff')
        expect(response.headers.get('referrer-policy')).toBe('no-referrer')
        expect(response.headers.get('permissions-policy')).toContain('camera=()')
        expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
        expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
        expect(response.headers.get('cache-control')).toBe('no-cache')
      })

      test('what carries its content in its name is kept', async () => {
        const page = await (await at(`${path}checker/`)).text()
        const [asset = ''] = /_astro\/[^"]+\.js/.exec(page) ?? []
        const response = await at(path + asset, { 'accept-encoding': 'gzip' })
        expect(response.headers.get('content-type')).toMatch(/javascript/)
        expect(response.headers.get('cache-control')).toMatch(/immutable/)
      })

      test('texts are compressed', async () => {
        const response = await at(`${path}billing/not-authorized/`, { 'accept-encoding': 'gzip' })
        expect(response.headers.get('content-encoding')).toBe('gzip')
        expect(await response.text()).toContain('<h1')
      })

      test('a folder without its slash leads to it, and what is not there shows the site’s own page', async () => {
        const folderAddress = await at(`${path}checker`)
        expect([301, 302, 307, 308]).toContain(folderAddress.status)
        const target = new URL(folderAddress.headers.get('location') ?? '', `http://127.0.0.1:${port}${path}checker`)
        expect(target.href).toBe(`http://127.0.0.1:${port}${path}checker/`)
        const lost = await at(`${path}nothing-here/at-all`)
        expect(lost.status).toBe(404)
        expect(await lost.text()).toContain('We couldn’t find this page')
      })
    })
  })
}
