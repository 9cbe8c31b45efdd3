// After one visit the site works without a network. The reference is saved if the user chooses to.

import { rmSync } from 'node:fs'
import { CheckerPage } from './checker-page.ts'
import { openSearch } from './open-search.ts'
import { deep, root } from './sites.ts'
import { expect, type Page, test } from './test.ts'
import { host, isKept, smallSite } from './versions.ts'

test.use({ serviceWorkers: 'allow' })

for (const site of [root, deep]) {
  test(`${site}: articles, search, the checker and its settings work with the network off`, { tag: '@server' }, async ({
    page,
    context,
  }) => {
    const links = [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }]
    await context.route('**/whydenied.config.json', (route) => route.fulfill({ json: { links } }))
    await page.goto(site)
    await isKept(page)
    await context.unroute('**/whydenied.config.json')
    await context.setOffline(true)
    await page.goto(`${site}checker/`)
    await expect(page.getByRole('link', { name: 'Cloud handbook' })).toBeVisible()
    await page.goto(`${site}billing/pass-role/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('iam:PassRole')
    await (await openSearch(page)).fill('permissions boundary')
    await expect(page.locator('site-search li a').first()).toBeVisible()
    await page.goto(`${site}checker/?example=mfa-deny`)
    const checker = new CheckerPage(page)
    await checker.decides('explicitDeny')
    // Without its slash, as people type it.
    await page.goto(`${site}checker?example=mfa-deny`)
    await checker.decides('explicitDeny')
    await page.goto(`${site}reference/s3/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re offline, and this page isn’t saved')
  })
}

let small = ''
test.beforeAll(async () => {
  small = await smallSite()
})
test.afterAll(() => rmSync(small, { recursive: true }))

test('the reference is kept on request, used without a network, and removed', async ({ page, context }) => {
  const site = await host(small, '/a/b/')
  const { keep, remove, status } = switchOn(page)
  await page.goto(`${site.address}hosting/offline/`)
  await expect(status).toContainText(/has \d{3,4} more pages: about [\d.]+ MB to fetch, [\d.]+ MB on this device/)
  await expect(remove).toBeHidden()
  const seen = watchProgress(page)
  await keep.click()
  await expect(status).toContainText('The whole site is kept on this device')
  expect(await seen).toBeGreaterThan(20)
  await site.close()
  await context.setOffline(true)
  await page.goto(`${site.address}reference/s3/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('S3')
  await page.goto(`${site.address}hosting/offline/`)
  await expect(status).toContainText('The whole site is kept on this device')
  await expect(keep).toBeHidden()
  await remove.click()
  await expect(status).toContainText('more pages')
  await page.goto(`${site.address}reference/s3/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re offline, and this page isn’t saved')
})

test('a server that goes away halfway is told, and the rest is fetched later', async ({ page }) => {
  const site = await host(small, '/a/b/')
  const { keep, status } = switchOn(page)
  await page.goto(`${site.address}hosting/offline/`)
  await expect(status).toContainText('more pages')
  site.failAfter(100)
  await keep.click()
  await expect(status).toContainText('Not all could be fetched. The server could not be reached')
  await expect(status).toContainText(/\d+ of \d{3,4} pages of the reference are kept/)
  await site.put(small)
  await page.getByRole('button', { name: 'Fetch the rest' }).click()
  await expect(status).toContainText('The whole site is kept on this device')
  await site.close()
})

/** Every file is fetched once. */

const switchOn = (page: Page) => ({
  keep: page.getByRole('button', { name: 'Keep the reference' }),
  remove: page.getByRole('button', { name: 'Remove it from this device' }),
  status: page.locator('.offline-switch [role=status]'),
})

/** How many values the bar shows until it is full. */
const watchProgress = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = new Set<number>()
        navigator.serviceWorker.addEventListener('message', () => {
          const bar = document.querySelector<HTMLProgressElement>('.offline-switch progress')
          if (bar && !bar.hidden) seen.add(bar.value)
          if (bar?.value === bar?.max) resolve(seen.size)
        })
      }),
  )
