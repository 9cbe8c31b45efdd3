// The four tasks of someone who has never seen the site, by mouse and by keyboard, with the clicks counted.
import { CheckerPage } from './checker-page.ts'
import { root } from './sites.ts'
import { expect, type Page, test } from './test.ts'

const message =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: billing:GetBillingData on resource: arn:aws:billing::111122223333:billingview/primary because no identity-based policy allows the billing:GetBillingData action'

/** What a person did: clicks of the mouse, and presses of keys that aren't typing. The clipboard is the page's own. */
async function watch(page: Page): Promise<{ clicks(): Promise<number>; copied(): Promise<string> }> {
  await page.addInitScript(() => {
    const seen = { clicks: 0, copied: '' }
    Object.assign(window, { seen })
    addEventListener('pointerdown', () => seen.clicks++, true)
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          seen.copied = text
        },
      },
    })
  })
  const seen = (): Promise<{ clicks: number; copied: string }> =>
    page.evaluate(() => (window as unknown as { seen: { clicks: number; copied: string } }).seen)
  return { clicks: async () => (await seen()).clicks, copied: async () => (await seen()).copied }
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 1366, height: 768 }))

test.describe('by mouse', () => {
  test('the home page shows the cause while one types, and one click opens the whole answer', async ({ page }) => {
    const { clicks } = await watch(page)
    await page.goto(root)
    await page.getByLabel('Paste the error you got').fill(message)
    await expect(page.getByText('No policy attached to the user mateo allows billing:GetBillingData')).toBeInViewport()
    expect(await clicks()).toBe(0)
    await page.getByRole('link', { name: 'Open the full answer' }).click()
    await expect(page.locator('[data-cause-title]')).toBeInViewport()
  })

  test('the cause and what the fix opens need no click, the fix one, the message two', async ({ page }) => {
    const { clicks, copied } = await watch(page)
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.fill(message)
    await checker.isComplete()
    await expect(page.locator('[data-cause-title]')).toBeInViewport()
    await expect(page.locator('[data-opens]').first()).toBeInViewport({ ratio: 1 })
    expect(await clicks()).toBe(0)

    await checker.fixes.first().getByRole('button', { name: 'Copy the new policy' }).click()
    await expect.poll(copied).toContain('billing:GetBillingData')
    expect(await clicks()).toBe(1)

    await checker.openTab('Message')
    await page.getByRole('button', { name: 'Copy the message' }).click()
    await expect.poll(copied).toContain('mateo')
    expect(await clicks()).toBe(3)
  })

  test('with three policies, too, everything is on the first screen', async ({ page }) => {
    const { clicks } = await watch(page)
    const checker = new CheckerPage(page)
    await checker.openExample('scp-region-lock')
    await checker.isComplete()
    for (const part of ['[data-cause-title]', '[data-press="apply"]', '[data-opens]'])
      await expect(page.locator(part).first()).toBeInViewport({ ratio: 0.9 })
    await expect(page.getByRole('tab', { name: /Region lock/ })).toBeInViewport({ ratio: 0.9 })
    expect(await clicks()).toBe(0)
  })
})

test.describe('by keyboard', () => {
  test('the home page leads to the answer', async ({ page }) => {
    const { clicks } = await watch(page)
    await page.goto(root)
    await page.getByLabel('Paste the error you got').focus()
    await page.keyboard.insertText(message)
    await expect(page.getByRole('link', { name: 'Open the full answer' })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Open the full answer' })).toBeFocused()
    expect(await clicks()).toBe(0)
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-cause-title]')).toBeInViewport()
  })

  test('the fix and the message are copied', async ({ page }) => {
    const { clicks, copied } = await watch(page)
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.focus()
    await page.keyboard.insertText(message)
    await expect(page.locator('[data-opens]').first()).toBeInViewport()

    // Alt+Shift+A goes to the answer; from there, Tab reaches the copy button.
    await page.keyboard.press('Alt+Shift+A')
    await tabTo(page, 'Copy the new policy')
    await page.keyboard.press('Enter')
    await expect.poll(copied).toContain('billing:GetBillingData')

    await page.keyboard.press('Alt+Shift+4')
    await expect(page.getByRole('tabpanel', { name: 'Message' })).toBeVisible()
    await page.keyboard.press('Alt+Shift+A')
    await tabTo(page, 'Copy the message')
    await page.keyboard.press('Enter')
    await expect.poll(copied).toContain('mateo')
    expect(await clicks()).toBe(0)
  })
})

/** Presses Tab until a button has the focus; a person gives up after a dozen. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  for (let i = 0; i < 12; i++) {
    if (await button.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
}
