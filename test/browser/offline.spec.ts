// After one visit the site works without a network.
import { expect, test } from '@playwright/test'
import { CheckerPage } from './checker-page.ts'

test.use({ serviceWorkers: 'allow' })

for (const site of ['http://localhost:4330/', 'http://localhost:4331/a/b/']) {
  test(`${site}: articles, search and the checker work with the network off`, async ({ page, context }) => {
    test.slow()
    await page.goto(site)
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
        timeout: 60_000,
      })
      .toBe('activated')
    await context.setOffline(true)
    await page.goto(`${site}billing/pass-role/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('iam:PassRole')
    await page.keyboard.press('Control+k')
    await page.locator('site-search input').fill('permissions boundary')
    await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible()
    await page.goto(`${site}checker/?example=mfa-deny`)
    const checker = new CheckerPage(page)
    await checker.decides('explicitDeny')
    await page.goto(`${site}reference/s3/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no ')
  })
}
