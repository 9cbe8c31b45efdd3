// What a fix opens is told below it: exactly the denied call, or more, with a narrower change.

import { CheckerPage } from './checker-page.ts'
import { expect, test } from './test.ts'

test('a fix that opens the denied call alone says exactly what it opens', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('pass-role')
  const opens = page.locator('[data-opens]').first()
  await expect(opens).toHaveAttribute('data-opens', 'exactly')
  await expect(opens).toContainText(
    /Opens exactly: iam:PassRole on arn:aws:iam::123456789012:role\/BudgetActions.*, and nothing else\./,
  )
})

test('a fix that opens more names a request, and the narrower change allows the call', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('pol-own-deny')
  const opens = page.locator('[data-opens]').first()
  await expect(opens).toHaveAttribute('data-opens', 'more')
  await expect(opens).toContainText('more than the denied call. For example, arn:aws:')
  await opens.getByRole('button', { name: /narrower change/ }).click()
  await checker.decides('allowed')
})
