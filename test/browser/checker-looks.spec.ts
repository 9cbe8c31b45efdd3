import { axeFaults } from './axe.ts'
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
      await checker.page.keyboard.press('Alt+Shift+K')
    },
  ],
  [
    'form',
    async (checker) => {
      await checker.openExample('mfa-deny')
      await checker.showInput()
      await checker.openSlot('context')
    },
  ],
]

for (const [state, prepare] of states) {
  test(`${state}: axe finds nothing`, async ({ page }) => {
    await prepare(new CheckerPage(page))
    expect(await axeFaults(page)).toEqual([])
  })
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

test('on a phone two tabs lead to the input and the answer, which comes by itself after a paste', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill('User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetTags')
  const answer = page.getByRole('button', { name: 'Answer: Denied' })
  await expect(answer).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.wd-verdict')).toBeInViewport()
  await expect(checker.paste).toBeHidden()
  await page.getByRole('button', { name: 'Input' }).click()
  await expect(checker.paste).toBeInViewport()
})

test('on a laptop one screen shows the paste, the decision, the cause, and the fix with its buttons', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock-billing')
  for (const part of ['#wd-paste', '.wd-decision', '[data-cause-title]', '.wd-verdict-why', '.wd-fix .wd-diff'])
    await expect(page.locator(part).first()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Apply it here' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Copy the new policy' })).toBeInViewport({ ratio: 1 })
})

test('the divider moves with arrow keys, and tabs with theirs', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await new CheckerPage(page).openExample('mfa-deny')
  const divider = page.getByRole('separator', { name: 'Width of the input' })
  const width = async () => (await page.locator('#wd-input').boundingBox())?.width ?? 0
  const before = await width()
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '46')
  expect(await width()).toBeGreaterThan(before)
  await page.getByRole('tab', { name: 'Fix' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Why' })).toBeFocused()
  await expect(page).toHaveURL(/#why$/)
  await expect(page.locator('.wd-gates')).toBeVisible()
})

test('the headings are in order', async ({ page }) => {
  await new CheckerPage(page).openExample('scp-region-lock')
  const levels = await page
    .locator('main :is(h1, h2, h3, h4):visible')
    .evaluateAll((list) => list.map(({ tagName }) => Number(tagName.slice(1))))
  expect(levels[0]).toBe(1)
  expect(levels.every((level, i) => level <= (levels[i - 1] ?? 1) + 1)).toBe(true)
})
