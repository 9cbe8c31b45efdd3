// The page about used permissions: trails in, trimmed policies out.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { axeFaults } from './axe.ts'
import { expect, type Page, test } from './test.ts'

async function open(page: Page): Promise<void> {
  await page.goto('used/')
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0)
}

async function openExample(page: Page): Promise<void> {
  await open(page)
  await page.getByRole('button', { name: 'Try an example' }).click()
  await expect(page.locator('[data-caller]')).toBeVisible()
  await expect(page.getByLabel('Its current policies')).not.toHaveValue('')
}

/** Lines of a trail: each role calls one action on many objects. */
function trailOf(roles: number, events: number): string {
  return Array.from({ length: events }, (_, i) =>
    JSON.stringify({
      eventVersion: '1.11',
      eventTime: '2026-10-01T09:30:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      userIdentity: {
        type: 'AssumedRole',
        sessionContext: { sessionIssuer: { arn: `arn:aws:iam::111122223333:role/role-${i % roles}` } },
      },
      requestParameters: { bucketName: 'logs', key: `${i}` },
      recipientAccountId: '111122223333',
    }),
  ).join('\n')
}

test('one click opens the example; its policy is trimmed with a proof, and can be copied, saved, and compared', async ({
  page,
}) => {
  await openExample(page)
  await expect(page.locator('[data-callers="3"]')).toContainText('10 events by 3 users and roles in 1 file')
  await expect(page.getByRole('region', { name: 'Actions used' })).toContainText('s3:ListBucket')
  await expect(page.locator('[data-never-shown]')).toContainText('iam:PassRole is never in a trail')
  await page.getByRole('button', { name: 'Trim them' }).click()
  await expect(page.locator('[data-trimmed=proven]')).toContainText(
    'Every event that the current policies allow is still allowed.',
  )
  await expect(page.locator('[data-policy-text]')).toContainText('"sqs:ListQueues"')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save it as a file' }).first().click()
  expect(readFileSync(await (await saving).path(), 'utf8')).not.toContain('dynamodb')
  await page.getByRole('link', { name: 'Compare before and after' }).click()
  await expect(page).toHaveURL(/\/compare\//)
  await expect(page.locator('[data-from-link]')).toBeVisible()
})

test('a packed trail of 20,000 events is read in the worker; the filter finds a role; nothing is stored', async ({
  page,
}) => {
  await open(page)
  await page.getByLabel('Files', { exact: true }).setInputFiles({
    name: 'trail.json.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(trailOf(300, 20_000)),
  })
  await expect(page.locator('[data-callers="300"]')).toContainText('20,000 events by 300 users and roles')
  await page.getByLabel('Filter users and roles').fill('role-299')
  await page.getByRole('button', { name: 'role role-299' }).click()
  await expect(page.locator('[data-caller$="role/role-299"]')).toBeVisible()
  await page.getByText('Write a new policy instead').click()
  await expect(page.locator('[data-policy-text]')).toContainText('arn:aws:s3:::logs/*')
  await page.getByRole('button', { name: 'Close these files' }).click()
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible()
  await expect(page.locator('[data-caller]')).toHaveCount(0)
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => key !== 'starlight-theme'),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ])
  expect(kept.filter((key) => key && !/^(?:starlight|sl-)/.test(key))).toEqual([])
})

test('account details give the policies; those without the role say so', async ({ page }) => {
  await openExample(page)
  const details = (arn: string): Buffer =>
    Buffer.from(
      JSON.stringify({
        RoleDetailList: [
          {
            RoleName: 'app',
            Arn: arn,
            RolePolicyList: [
              {
                PolicyName: 'Wide',
                PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
              },
            ],
            AttachedManagedPolicies: [],
          },
        ],
      }),
    )
  const input = page.getByLabel('Policies or account details', { exact: true })
  await page.getByLabel('Its current policies').fill('')
  await input.setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: details('arn:aws:iam::111122223333:role/x'),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'don’t contain' })).toBeVisible()
  await input.setInputFiles({
    name: 'b.json',
    mimeType: 'application/json',
    buffer: details('arn:aws:iam::111122223333:role/app'),
  })
  await expect(page.getByRole('region', { name: 'Wide' })).toContainText('s3:GetObject')
})

test('a file that isn’t a trail says so', async ({ page }) => {
  await open(page)
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') })
  await expect(page.getByText('No call by a user or role was found')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
    await openExample(page)
    await page.getByRole('button', { name: 'Trim them' }).click()
    await expect(page.locator('[data-trimmed=proven]')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
