// The company's settings, put beside the site's first page without a rebuild.
import { expect, test } from '@playwright/test'
import { CheckerPage } from './checker-page.ts'

const settings = {
  name: 'Example Corp',
  ticket: 'https://tickets.example.com/new?text={text}',
  accounts: { '111122223333': 'Finance' },
  scps: [
    {
      name: 'Company SCP',
      policy: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'ce:*', Resource: '*' }] },
    },
  ],
  links: [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }],
  sharing: false,
}
const error = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage'

test('what the company says is there', async ({ page }) => {
  await page.route('**/whydenied.config.json', (route) => route.fulfill({ json: settings }))
  const checker = new CheckerPage(page)
  await checker.open()
  await expect(page.getByRole('link', { name: 'Cloud handbook' })).toBeVisible()
  await checker.paste.fill(error)
  await checker.decides('explicitDeny')
  await expect(checker.card('Company SCP')).toBeVisible()
  await expect(checker.answer).toContainText('111122223333 is Finance')
  await expect(page.getByRole('link', { name: 'Open a ticket with it' })).toHaveAttribute(
    'href',
    /^https:\/\/tickets\.example\.com\/new\?text=.*GetCostAndUsage/,
  )
  await expect(page.getByRole('button', { name: 'Copy a link' })).toHaveCount(0)
})

test('a bad file is told, and everything else works', async ({ page }) => {
  await page.route('**/whydenied.config.json', (route) =>
    route.fulfill({ json: { ...settings, contact: 'javascript:1' } }),
  )
  const checker = new CheckerPage(page)
  await checker.open()
  await expect(page.locator('[data-company-trouble]')).toContainText('contact: must begin with https')
  await checker.paste.fill(error)
  await checker.decides('explicitDeny')
})
