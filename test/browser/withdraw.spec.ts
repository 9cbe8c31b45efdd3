// A version is taken back: from browsers that keep it, and from tabs that are open.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from '../../scripts/serve.ts'
import { expect, type Page, test } from './test.ts'
import { host, isKept, nextVersion, smallSite } from './versions.ts'

test.use({ serviceWorkers: 'allow' })

let small = ''
test.beforeAll(async () => {
  small = await smallSite()
})
test.afterAll(() => rmSync(small, { recursive: true }))

test('withdraw-sw.js in the place of sw.js: nothing of the site is left', async ({ page, context }) => {
  const site = await host(small, '/a/b/')
  await page.goto(`${site.address}billing/pass-role/`)
  await isKept(page)
  await page.evaluate(() => caches.open('another site of this host'))
  const withdrawn = mkdtempSync(join(tmpdir(), 'whydenied-withdrawn-'))
  cpSync(join(dist, 'withdraw-sw.js'), join(withdrawn, 'sw.js'))
  writeFileSync(join(withdrawn, '404.html'), '<h1>Withdrawn</h1>')
  await site.put(withdrawn)
  await page.goto(`${site.address}billing/pass-role/`)
  // The browser looks for a new service worker by itself, and the tab shows what the server has now.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Withdrawn')
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['another site of this host'])
  await context.setOffline(true)
  await expect(page.goto(`${site.address}checker/`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  await site.close()
})

test('“Reload” changes to the newer version, unless another tab is open', async ({ page, context }) => {
  const next = await nextVersion(small)
  const site = await host(small, '/a/b/')
  await page.goto(`${site.address}billing/pass-role/`)
  await isKept(page)
  await page.reload()
  const line = page.locator('.newer-version')
  await expect(line).toHaveCount(0)
  const second = await context.newPage()
  await second.goto(`${site.address}billing/not-authorized/`)
  await site.put(next)
  await lookForNewer(page)
  await expect(line).toHaveText('A newer version is ready. Reload')
  await line.getByRole('button').click()
  await expect(line).toContainText('Close the other tabs')
  await expect(page).not.toHaveTitle(/^Next: /)
  await second.close()
  await line.getByRole('button').click()
  await expect(page).toHaveTitle(/^Next: /)
  await expect(line).toHaveCount(0)
  await site.close()
  rmSync(next, { recursive: true })
})

const signIn = '<!doctype html><title>Sign in</title>'

const badAnswers = [
  ['a sign-in page', { status: 200, contentType: 'text/html', body: signIn }],
  ['a sign-in page that says it is JSON', { status: 200, contentType: 'application/json', body: signIn }],
  ['a denial', { status: 403, contentType: 'text/html', body: signIn }],
  ['a server error', { status: 503, contentType: 'text/html', body: 'x' }],
] as const

test('no sign-in page, denial, or server error replaces good settings', async ({ page, context }) => {
  const good = { links: [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }] }
  const settings = '**/whydenied.config.json'
  const link = page.getByRole('link', { name: 'Cloud handbook' })
  const site = await host(small)
  await context.route(settings, (route) => route.fulfill({ json: good }))
  await page.goto(`${site.address}checker/`)
  await isKept(page)
  for (const [what, answer] of badAnswers)
    await test.step(what, async () => {
      await context.unroute(settings)
      await context.route(settings, (route) => route.fulfill(answer))
      await page.goto(`${site.address}checker/`)
      await expect(link).toBeVisible()
      await context.setOffline(true)
      await context.unroute(settings)
      await page.goto(`${site.address}checker/`)
      await expect(link).toBeVisible()
      await context.setOffline(false)
    })
  await site.close()
})

const lookForNewer = (page: Page): Promise<void> =>
  page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update())
