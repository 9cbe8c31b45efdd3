// On a server that sends no headers at all, the workers that the site starts are still under the pages’ Content Security Policy.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage } from './checker-page.ts'
import { openSearch } from './open-search.ts'
import { expect, type Page, test, type Worker } from './test.ts'

const deniedMessage = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage'

let python: ChildProcess
let site = ''
let outside: Server
let outsideAt = ''
/** The paths that were requested from the other origin. */
const heard: string[] = []

test.beforeAll(async () => {
  const port = await freePort()
  python = spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', dist], {
    stdio: 'ignore',
  })
  site = `http://localhost:${port}/`
  outside = createServer(({ url = '' }, response) => {
    heard.push(url)
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end()
  })
  outside.on('upgrade', ({ url = '' }, socket) => {
    heard.push(url)
    socket.destroy()
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  outsideAt = `localhost:${portOf(outside.address())}`
  await expect
    .poll(() =>
      fetch(site).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true)
})
test.afterAll(() => {
  python.kill()
  outside.close()
})
test.beforeEach(() => {
  heard.length = 0
})

test('the server sends no policy', async () => {
  for (const path of ['', 'checker/', 'sw.js'])
    expect((await fetch(site + path)).headers.get('content-security-policy')).toBeNull()
})

test('the engine’s worker reaches no other origin', async ({ page }) => {
  const worker = await engineOf(page)
  expect(worker.url()).toMatch(/^blob:/)
  await worker.evaluate(reachOut, outsideAt)
  expect(heard).toEqual([])
})

test('the recorder hears the same worker when it starts from its file', async ({ page }) => {
  await page.goto(site)
  const started = page.waitForEvent('worker')
  const file = readdirSync(join(dist, '_astro')).find((name) => /^worker-.*\.js$/.test(name)) ?? ''
  await page.evaluate((name) => void new Worker(`/_astro/${name}`, { type: 'module' }), file)
  await (await started).evaluate(reachOut, outsideAt)
  await expect.poll(() => new Set(heard.map((path) => path.split('?')[0])).size).toBeGreaterThan(3)
})

test('the checker starts nothing but the engine, and the search starts nothing', async ({ page }) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto(`${site}billing/not-authorized/`)
  await (await openSearch(page)).fill('permissions boundary')
  await expect(page.locator('site-search li a').first()).toBeVisible()
  expect(workers).toEqual([])
  await engineOf(page)
  expect(workers.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('a worker from a Blob is stopped on every page but the checker', async ({ page }) => {
  await page.goto(`${site}guides/billing-access/`)
  const stopped = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
  await page.evaluate(() => void new Worker(URL.createObjectURL(new Blob(['']))))
  await stopped
})

/** The engine's worker, once it has answered. */
async function engineOf(page: Page): Promise<Worker> {
  await page.goto(`${site}checker/`)
  const checker = new CheckerPage(page)
  await checker.isAwake()
  const started = page.waitForEvent('worker')
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  return started
}

/** Tries every way out that a worker has. */
async function reachOut(host: string): Promise<void> {
  const address = (way: string): string => `http://${host}/${way}`
  const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined)
  await quietly(fetch(address('fetch')))
  await quietly(fetch(address('no-cors'), { mode: 'no-cors', method: 'POST', body: 'x' }))
  await quietly(
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.onloadend = resolve
      request.open('GET', address('xhr'))
      request.send()
    }),
  )
  const ways: readonly (() => EventTarget)[] = [
    () => new WebSocket(`ws://${host}/socket`),
    () => new EventSource(address('events')),
    () => new Worker(address('worker')),
  ]
  // Each ends with an event, whether the policy or the other side refused it; a worker from another origin is refused at once.
  const ended = (way: () => EventTarget): Promise<unknown> =>
    new Promise((resolve) => way().addEventListener('error', resolve))
  for (const way of ways) await quietly(ended(way))
  await quietly(import(address('import')))
}

async function freePort(): Promise<number> {
  const probe = createSocketServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const port = portOf(probe.address())
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address ? address.port : 0
