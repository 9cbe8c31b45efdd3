// Two versions of the built site at one address, as a host has them one after the other.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { dist, serve } from '../../scripts/serve.ts'
import { withPolicy } from '../../src/hosting/csp.ts'
import { writeServiceWorker } from '../../src/hosting/offline/index.ts'
import { expect, type Page } from './test.ts'

/** Most articles, checks, services, and managed policies: the site works the same without them. */
const left =
  /^(?:checks|credentials|messages|policies|roles|start|tools|guides)\/|^billing\/(?!pass-role|not-authorized)|^reference\/(?!index\.json|s3|iam|[abc])|^managed-policies\/(?!index\.json|AWS)/

/** A part of the built site: what visits and versions do doesn't depend on how many pages there are, and a browser fetches these in a tenth of the time. */
export async function smallSite(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'whydenied-small-'))
  // Compressed copies, where there are any, would be those of another version.
  cpSync(dist, root, {
    recursive: true,
    filter: (file) =>
      !/\.(?:gz|br)$|checker\.html$/.test(file) && !left.test(relative(dist, file).replaceAll('\\', '/')),
  })
  await writeServiceWorker(root)
  return root
}

/** The next version of a site: every file that carries its content in its name has another name, and every page says that it is the next. */
export async function nextVersion(site: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'whydenied-next-'))
  cpSync(site, root, { recursive: true })
  const assets = readdirSync(join(root, '_astro'))
  const renamed = new Map(assets.map((name) => [name, name.replace(/\.(\w+)$/, '2.$1')]))
  for (const [name, next] of renamed) renameSync(join(root, '_astro', name), join(root, '_astro', next))
  const anyName = new RegExp(assets.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, file)
    if (!/\.(?:html|js|css)$/.test(file) || statSync(path).isDirectory()) continue
    const text = readFileSync(path, 'utf8').replace(anyName, (name) => renamed.get(name) ?? name)
    writeFileSync(path, file.endsWith('.html') ? asNext(text, file) : text)
  }
  await writeServiceWorker(root)
  return root
}

const asNext = (html: string, file: string): string =>
  withPolicy(
    html
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace('<html ', '<html data-next ')
      .replace(/<title>/, '<title>Next: '),
    file,
  )

/** One address, at which one version of the site stands after the other. */
export interface Host {
  readonly address: string
  /** Puts these files there, in place of what there was. */
  put(folder: string): Promise<void>
  /** Tells every request. */
  hear(listener: (request: IncomingMessage) => void): void
  /** Lets only so many more requests through, then hangs up on all. */
  failAfter(requests: number): void
  close(): Promise<void>
}

export async function host(folder: string, base = '/'): Promise<Host> {
  let server: Server = await serve(folder, { port: 0, base })
  const { port } = server.address() as AddressInfo
  const stop = (): Promise<unknown> =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(resolve)
    })
  return {
    address: `http://localhost:${port}${base}`,
    put: async (next) => {
      await stop()
      server = await serve(next, { port, base })
    },
    hear: (listener) => {
      server.prependListener('request', listener)
    },
    failAfter: (requests) => {
      let left = requests
      server.prependListener('request', (request) => {
        if (left-- <= 0) request.destroy()
      })
    },
    close: async () => {
      await stop()
    },
  }
}

/** The browser has the whole site. */
export const isKept = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
    .toBe('activated')
