// The browser itself says whether the site can be installed as an app.

import { deep, root } from './sites.ts'
import { expect, test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

for (const site of [root, deep])
  test(`${site} can be installed`, async ({ page, context }) => {
    const browser = await context.newCDPSession(page)
    await page.goto(`${site}billing/not-authorized/`)
    const { errors, manifest } = await browser.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(manifest).toMatchObject({ startUrl: `${site}checker/`, scope: site, id: `${site}checker/` })
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
    // Playwright's contexts are private windows, in which nothing is installed; every other reason would be ours.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    const touch = await page.locator('link[rel=apple-touch-icon]').evaluate((link: HTMLLinkElement) => link.href)
    const type = await page.evaluate(async (address) => (await fetch(address)).headers.get('content-type'), touch)
    expect(type).toBe('image/png')
  })
