// The reference as a person uses it: find an action, narrow a long table, open one row.

import { deep, root } from './sites.ts'
import { expect, test } from './test.ts'

for (const site of [root, deep]) {
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
      const table = page.locator('action-table')
      await expect(table.getByText('"Action": "ec2:RunInstances"')).toBeVisible()
      await table.getByRole('link', { name: 'Open this error in the checker' }).click()
      await expect(page).toHaveURL(`${site}checker/`)
      await expect(page.locator('#wd-result').getByText('ec2:RunInstances').first()).toBeVisible()
    })
  })
}

test('the table is put in order, and narrowed by access level', async ({ page }) => {
  await page.goto(`${root}reference/ce/`)
  const first = page.locator('action-table tbody tr:not([hidden])').first().locator('th')
  const column = page.getByRole('columnheader', { name: /^Action/ })
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toHaveText(/^Update/)
  await page.getByLabel('Access level').selectOption('Tagging')
  await expect(first).toHaveText('UntagResource')
})

test('the finder takes patterns and the names of operations, and says what it did with them', async ({ page }) => {
  await page.goto(`${root}reference/`)
  const finder = page.locator('action-finder')
  const box = page.getByLabel('Find an action')
  for (const [typed, first] of [
    ['PutObj', 's3:PutObject'],
    ['s3:put*', 's3:PutObject'],
    ['HeadObject', 's3:GetObject – what IAM asks for when HeadObject is called'],
    ['ListObjectsV2', 's3:ListBucket – what IAM asks for when ListObjectsV2 is called'],
    ['aws s3api list-objects-v2', 's3:ListBucket – what IAM asks for when list-objects-v2 is called'],
  ] as const) {
    await box.fill(typed)
    await expect(finder.locator('li').first()).toHaveText(first)
  }
  await box.fill('nosuchthingatall')
  await expect(finder.getByText('AWS lists no action like')).toBeVisible()
})

test('the largest table narrows by a pattern', async ({ page }) => {
  await page.goto(`${root}reference/ec2/`)
  const box = page.getByLabel('Part of the name')
  await box.fill('ec2:Run*Inst')
  await expect(page.getByText(/^2 of \d+ actions$/)).toBeVisible()
})

test('without data the row says so', { tag: '@server' }, async ({ page }) => {
  await page.route('**/reference/ce.json', (route) => route.abort())
  await page.goto(`${root}reference/ce/`)
  await page.getByRole('button', { name: 'GetTags' }).click()
  await expect(page.getByText('This could not be loaded')).toBeVisible()
})

test.describe('a condition to try out', () => {
  test('is decided again while the values are typed, with the keyboard alone', async ({ page }) => {
    await page.goto(`${root}reference/condition-keys/aws-sourceip/`)
    const trial = page.locator('try-condition')
    const answer = trial.getByRole('status')
    await expect(answer).toContainText('Allowed')
    await trial.getByRole('textbox', { name: 'In the request', exact: true }).fill('198.51.100.7')
    await expect(answer).toContainText('Denied')
    await expect(answer).toContainText('the request has 198.51.100.7')
    await trial.getByLabel('In the policy, one value per line').fill('203.0.113.0/24\n198.51.100.0/24')
    await expect(answer).toContainText('Allowed')
    await trial.getByLabel('a Deny, next to an Allow').press('Space')
    await expect(trial).toHaveAttribute('data-decision', 'explicitDeny')
    await trial.getByLabel('The request doesn’t carry aws:SourceIp').press('Space')
    await expect(trial).toHaveAttribute('data-decision', 'allowed')
    await trial.getByLabel('Operator').selectOption('NotIpAddress')
    await expect(trial).toHaveAttribute('data-decision', 'explicitDeny')
    await expect(trial.locator('[data-part="policy"]')).toContainText('"NotIpAddress"')
  })

  test('what is typed stays text', async ({ page }) => {
    await page.goto(`${root}reference/operators/stringlike/`)
    const trial = page.locator('try-condition')
    await trial.getByRole('textbox', { name: 'In the request', exact: true }).fill('<img src=x onerror=alert(1)>')
    await expect(trial.getByRole('status')).toContainText('<img src=x onerror=alert(1)>')
    await expect(page.locator('img[src="x"]')).toHaveCount(0)
  })

  test('a multivalued key takes one value per line', async ({ page }) => {
    await page.goto(`${root}reference/operators/forallvalues/`)
    const trial = page.locator('try-condition')
    await trial.getByLabel('In the request, one value per line').fill('team\nowner')
    await expect(trial).toHaveAttribute('data-decision', 'allowed')
    await trial.getByLabel('In the request, one value per line').fill('team\nproject')
    await expect(trial).toHaveAttribute('data-decision', 'implicitDeny')
  })
})

test('the lists of operators and keys lead to their pages', async ({ page }) => {
  await page.goto(`${root}reference/operators/`)
  await page.getByRole('link', { name: 'StringNotLike', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'StringNotLike' })).toBeVisible()
  await page.getByRole('link', { name: 'aws:PrincipalTag/team' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'aws:PrincipalTag/<TAG_KEY>' })).toBeVisible()
  await page.getByRole('link', { name: 'All global condition keys' }).click()
  await expect(page.getByRole('link', { name: 'aws:SourceVpce', exact: true })).toBeVisible()
})
