// The guides: forms that write policies and prove them.
import { axeFaults } from './axe.ts'
import { expect, hydrated, test } from './test.ts'

test('Billing: another choice writes another policy, and the proof follows', async ({ page }) => {
  await page.goto('guides/billing-access/')
  await hydrated(page)
  const pays = page.getByRole('row', { name: /pay an invoice/ })
  await expect(pays).toContainText('Denied')
  await page.getByLabel(/Finance: see everything, pay/).check()
  await expect(pays).toContainText('Allowed')
  await expect(page.locator('[data-document]')).toContainText('payments:MakePayment')
  await page.getByLabel('As IAM users, in a group').check()
  await page.getByLabel(/What is the permission set/).fill('Accounting')
  await expect(page.getByText('aws iam put-group-policy --group-name Accounting')).toBeVisible()
})

test('outside access: an invalid account ID is reported, and no policy is written with it', async ({ page }) => {
  await page.goto('guides/outside-access/')
  await hydrated(page)
  await expect(page.getByRole('row', { name: /without it/ })).toContainText('Denied')
  await page.getByLabel('Their account number').fill('1234')
  await expect(page.getByText('An account number has exactly twelve digits.')).toBeVisible()
  await expect(page.locator('[data-document]')).toHaveCount(0)
  await page.getByLabel('Their account number').fill('444455556666')
  await page.getByLabel(/pipeline of GitHub Actions/).check()
  await expect(page.locator('[data-document]').first()).toContainText('repo:anycompany/website:ref:refs/heads/main')
})

test.describe(() => {
  test.use({ viewport: { width: 390, height: 800 } })
  test('on a phone: axe finds nothing, nothing scrolls sideways', async ({ page }) => {
    for (const guide of ['billing-access', 'outside-access']) {
      await page.goto(`guides/${guide}/`)
      await hydrated(page)
      await expect(page.getByRole('table')).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})
