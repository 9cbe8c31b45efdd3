// The reference as a person uses it: find an action, narrow a long table, open one row.
import { expect, test } from '@playwright/test'

for (const site of ['http://localhost:4330/', 'http://localhost:4331/a/b/']) {
  test.describe(`at ${new URL(site).pathname}`, () => {
    test('the finder leads from part of a name to the action', async ({ page }) => {
      await page.goto(`${site}reference/`)
      await page.getByLabel('Find an action').fill('GetCostAndUsag')
      await page.getByRole('link', { name: 'ce:GetCostAndUsage', exact: true }).click()
      await expect(page).toHaveURL(`${site}reference/ce/#getcostandusage`)
      await expect(page.getByRole('rowheader', { name: 'GetCostAndUsage', exact: true })).toBeVisible()
    })

    test('an action opens to its error, its statement and the checker', async ({ page }) => {
      await page.goto(`${site}reference/ec2/`)
      await page.getByLabel('Part of the name').fill('runinst')
      await expect(page.getByText(/^1 of \d+ actions$/)).toBeVisible()
      await page.getByRole('button', { name: 'RunInstances' }).press('Enter')
      await expect(page.getByText('"Action": "ec2:RunInstances"')).toBeVisible()
      await page.getByRole('link', { name: 'Open this error in the checker' }).click()
      await expect(page).toHaveURL(`${site}checker/`)
      await expect(page.locator('#wd-result').getByText('ec2:RunInstances').first()).toBeVisible()
    })
  })
}

test('the table is put in order, and narrowed by access level', async ({ page }) => {
  await page.goto('http://localhost:4330/reference/ce/')
  const first = page.locator('action-table tbody tr:not([hidden])').first().locator('th')
  const column = page.getByRole('columnheader', { name: /^Action/ })
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toHaveText(/^Update/)
  await page.getByLabel('Access level').selectOption('Tagging')
  await expect(first).toHaveText('UntagResource')
})

test('without data the row says so', async ({ page }) => {
  await page.route('**/reference/ce.json', (route) => route.abort())
  await page.goto('http://localhost:4330/reference/ce/')
  await page.getByRole('button', { name: 'GetTags' }).click()
  await expect(page.getByText('This could not be loaded')).toBeVisible()
})
