import AxeBuilder from '@axe-core/playwright'
import { CheckerPage } from './checker-page.ts'
import { expect, test } from './test.ts'

const states: readonly (readonly [string, (checker: CheckerPage) => Promise<void>])[] = [
  ['empty', (checker) => checker.open()],
  ['result', (checker) => checker.openExample('scp-region-lock')],
  [
    'error',
    async (checker) => {
      await checker.open()
      await checker.paste.fill('Access Denied')
      const name = await checker.addPolicy('{ "Statement": 5')
      await expect(checker.card(name).locator('.wd-complaints')).toBeVisible()
    },
  ],
  [
    'dialog',
    async (checker) => {
      await checker.open()
      await checker.page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    },
  ],
  [
    'form',
    async (checker) => {
      await checker.openExample('mfa-deny')
      await checker.page.locator('.wd-seen > summary').click()
    },
  ],
]

for (const theme of ['dark', 'light'] as const) {
  for (const [state, prepare] of states) {
    test(`${state}, ${theme}: axe finds nothing`, async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('starlight-theme', chosen), theme)
      await prepare(new CheckerPage(page))
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    })
  }
}

for (const [state, prepare] of states) {
  test(`${state}: a phone needs no sideways scrolling, and its buttons fit a finger`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await prepare(new CheckerPage(page))
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    const buttons = page.locator('.wd-checker :is(.wd-button, .wd-field, .wd-example):visible')
    const heights = await buttons.evaluateAll((list) => list.map((button) => button.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  })
}

test('on a phone a bar names the answer and leads to it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  const bar = page.getByRole('link', { name: /Denied/ })
  await expect(bar).toBeInViewport()
  await bar.click()
  await expect(page.locator('.wd-decision')).toBeInViewport()
})

test('the headings are in order', async ({ page }) => {
  await new CheckerPage(page).openExample('scp-region-lock')
  const levels = await page
    .locator('main :is(h1, h2, h3, h4):visible')
    .evaluateAll((list) => list.map(({ tagName }) => Number(tagName.slice(1))))
  expect(levels[0]).toBe(1)
  expect(levels.every((level, i) => level <= (levels[i - 1] ?? 1) + 1)).toBe(true)
})
