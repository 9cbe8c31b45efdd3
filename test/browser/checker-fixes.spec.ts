// The card of a fix: its copy menu, and what is copied.
import { CheckerPage, policyOf } from './checker-page.ts'
import { expect, type Page, test } from './test.ts'

/** What the page puts on the clipboard, without going through the system's. */
async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const copied: string[] = []
    Object.assign(window, { copied })
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
    })
  })
  return () => page.evaluate(() => (window as unknown as { copied: string[] }).copied.at(-1) ?? '')
}

test('a fix is copied as JSON with one click, and for a tool with two', async ({ page }) => {
  const copied = await watchClipboard(page)
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  const card = checker.fixes.first()
  await card.getByRole('button', { name: 'Copy the new policy' }).click()
  await expect(card.getByText('Copied', { exact: true })).toBeVisible()
  expect(JSON.parse(await copied())).toHaveProperty('Statement')

  await card.getByRole('button', { name: 'Copy as …' }).click()
  await card.getByRole('menuitem', { name: 'Terraform' }).click()
  await expect(card.getByText(/For Terraform\. Fill in the <PLACEHOLDERS>/)).toBeVisible()
  expect(await copied()).toContain('resource "aws_')
  await expect(card.locator('.wd-copied pre')).toHaveText(await copied())
})

test('the copy menu works with the keyboard', async ({ page }) => {
  const copied = await watchClipboard(page)
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  const card = checker.fixes.first()
  const opener = card.getByRole('button', { name: 'Copy as …' })
  await opener.focus()
  await page.keyboard.press('ArrowDown')
  await expect(card.getByRole('menuitem', { name: 'JSON' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(card.getByRole('menuitem', { name: 'CloudFormation' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(card.getByRole('menuitem', { name: 'AWS CLI' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await expect(card.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('ArrowUp')
  await expect(card.getByRole('menuitem', { name: 'CloudFormation' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(opener).toBeFocused()
  await expect.poll(copied).toContain('"Resources"')
})

test('once a change is applied, the answer says so and shows what to change in AWS', async ({ page }) => {
  const copied = await watchClipboard(page)
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await checker.fixes.first().getByRole('button', { name: 'Apply it here' }).click()
  await checker.decides('allowed')
  await expect(page.locator('[data-cause-title]')).toHaveText(
    'With your changes, the policies allow ce:GetCostAndUsage',
  )
  await expect(page.locator('[data-changed]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Copy “Region lock”' }).click()
  await expect.poll(copied).toContain('ce:GetCostAndUsage')
  await page.getByRole('button', { name: 'Undo' }).click()
  await checker.decides('explicitDeny')
  await expect(page.locator('[data-cause-title]')).toContainText('Your organization’s Region lock denies')
})

test('policies without an error ask for the request, and blame nothing', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy('{"Version": "2012-10-17", "Statement": []}')
  await expect(page.locator('[data-cause-title]')).toHaveText(`“${name}” has errors`)
  await page.getByRole('button', { name: 'Go to the first error' }).click()
  await expect(checker.editor(name)).toBeFocused()
  await checker.fillEditor(name, policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }))
  await expect(page.locator('[data-cause-title]')).toHaveText('Which request do you want to check?')
  await expect(checker.answer).not.toContainText('Not a permission problem')
})

test('the menu closes when the focus leaves it', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  const card = checker.fixes.first()
  await card.getByRole('button', { name: 'Copy as …' }).click()
  await expect(card.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(card.getByRole('menu')).toHaveCount(0)
})

test('a change that works as it stands comes before a question about the caller', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(
    '$ aws s3 cp s3://reports/a.csv .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
  )
  await checker.isAnswered()
  await expect(page.getByRole('tab', { name: 'Questions' })).toHaveAttribute('aria-selected', 'true')

  const bucket = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports' }
  await checker.addPolicy(JSON.stringify({ Version: '2012-10-17', Statement: bucket }))
  await checker.isAnswered()
  await expect(page.getByRole('tab', { name: 'Fix' })).toHaveAttribute('aria-selected', 'true')
  await expect(checker.fixes.first()).toContainText('arn:aws:s3:::reports/*')
})
