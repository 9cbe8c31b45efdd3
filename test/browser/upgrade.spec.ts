// A new version of the site is put in place while pages of the old one are open. No page ever mixes files of both versions.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage } from './checker-page.ts'
import { type BrowserContext, expect, type Page, test } from './test.ts'
import { type Host, host, isKept, nextVersion, smallSite } from './versions.ts'

test.use({ serviceWorkers: 'allow' })
test.describe.configure({ mode: 'serial' })

/** The names of the old version's files. */
const known: ReadonlySet<string> = new Set(readdirSync(join(dist, '_astro')))
let small = ''
let next = ''
test.beforeAll(async () => {
  small = await smallSite()
  next = await nextVersion(small)
})
test.afterAll(() => {
  for (const folder of [small, next]) rmSync(folder, { recursive: true })
})

test.describe('at /a/b/', () => {
  let site: Host
  test.beforeEach(async () => {
    site = await host(small, '/a/b/')
  })
  test.afterEach(() => site.close())

  test('an open tab keeps its version, and the next one comes when all are closed', async ({ context }) => {
    const broken = brokenIn(context)
    const old = await context.newPage()
    await old.goto(`${site.address}checker/`)
    await isKept(old)
    await site.put(next)
    await nextIsWaiting(old)
    // It is older than its worker, which has taken it over. What it loads only now: the engine, its data, the editor.
    await usesChecker(old)
    await isOfVersion(old, 'old')
    // A second tab is not of another version.
    const second = await context.newPage()
    await second.goto(`${site.address}billing/pass-role/`)
    await isOfVersion(second, 'old')
    await old.reload()
    await isOfVersion(old, 'old')
    await context.setOffline(true)
    await second.goto(`${site.address}checker/`)
    await usesChecker(second)
    await isOfVersion(second, 'old')
    await context.setOffline(false)
    const elsewhere = await context.newPage()
    await elsewhere.goto('about:blank')
    await old.close()
    await second.close()
    await nextHasTakenOver(context)
    const fresh = await context.newPage()
    await fresh.goto(`${site.address}checker/`)
    await usesChecker(fresh)
    await isOfVersion(fresh, 'next')
    await context.setOffline(true)
    await fresh.goto(`${site.address}billing/pass-role/`)
    await isOfVersion(fresh, 'next')
    expect(broken).toEqual([])
  })

  test('a page of another version than its worker is left alone', async ({ page }) => {
    await page.goto(`${site.address}checker/`)
    // The worker is asked for two seconds later.
    await site.put(next)
    await isKept(page)
    await roundTrip(page)
    await roundTrip(page)
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    await page.reload()
    await usesChecker(page)
    await isOfVersion(page, 'next')
  })
})

test.describe('the next version', () => {
  test.use({ serviceWorkers: 'block' })

  test('is another one: without the worker an old tab would not find its files any more', async ({ page, context }) => {
    const site = await host(small)
    const broken = brokenIn(context)
    await page.goto(`${site.address}checker/`)
    await site.put(next)
    await new CheckerPage(page).paste.fill(deniedMessage)
    await expect.poll(() => broken.join()).toContain('_astro/')
    await site.close()
  })
})

const deniedMessage = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage'

/** Everything that a page asks for and does not get, and every mistake of a script. */
function brokenIn(context: BrowserContext): readonly string[] {
  const broken: string[] = []
  context.on('response', (response) => {
    if (response.status() >= 400) broken.push(`${response.status()} ${response.url()}`)
  })
  context.on('weberror', (error) => broken.push(error.error().message))
  return broken
}

/** The browser has found the new version, has all of it, and waits. */
async function nextIsWaiting(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state))
    .toBe('installed')
}

const nextHasTakenOver = (context: BrowserContext): Promise<void> =>
  expect
    .poll(() =>
      context
        .serviceWorkers()
        .at(-1)
        ?.evaluate(() => {
          const { registration } = self as unknown as { registration: ServiceWorkerRegistration }
          return registration.waiting === null ? registration.active?.state : 'waiting'
        }),
    )
    .toBe('activated')

/** The worker has heard all that this page said before. */
const roundTrip = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('message', () => resolve(), { once: true })
        navigator.serviceWorker.startMessages()
        navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ wants: 'state' }))
      }),
  )

/** From the error to the fix, with an editor. */
async function usesChecker(page: Page): Promise<void> {
  const checker = new CheckerPage(page)
  await checker.isAwake()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  if ((await page.locator('[data-policy]').count()) === 0)
    await checker.addPolicy('{"Version": "2012-10-17", "Statement": []}')
  await checker.decides('implicitDeny')
  await expect(page.locator('[data-missing]')).toHaveCount(0)
}

/** The page, and every file that it has loaded. */
async function isOfVersion(page: Page, version: 'old' | 'next'): Promise<void> {
  const names = await page.evaluate(() => [
    document.title,
    ...[...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    ),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ])
  const assets = names.filter((name) => name.includes('_astro/'))
  expect(assets.length).toBeGreaterThan(3)
  const isNext = (name: string): boolean => !known.has(name.split('/').at(-1) ?? '')
  expect(assets.filter((name) => isNext(name) !== (version === 'next'))).toEqual([])
  expect((names[0] ?? '').startsWith('Next: ')).toBe(version === 'next')
}
