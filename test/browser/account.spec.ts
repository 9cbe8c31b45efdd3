// The page that answers questions about whole accounts: files, the three tabs, the example, exports, and the links to the checker and the comparison.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { axeFaults } from './axe.ts'
import { root } from './sites.ts'
import { expect, hydrated, type Page, test } from './test.ts'

const id = '111122223333'
const allow = (action: string | readonly string[]): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
})

/** An account with many users: every tenth is in the group that reads bills. */
function generated(users: number): object {
  return {
    UserDetailList: Array.from({ length: users }, (_, i) => ({
      UserName: `user-${i}`,
      Arn: `arn:aws:iam::${id}:user/user-${i}`,
      GroupList: i % 10 === 0 ? ['readers'] : [],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: allow(`s3:Get${i % 7}*`) }],
      AttachedManagedPolicies: [],
    })),
    GroupDetailList: [
      {
        GroupName: 'readers',
        Arn: `arn:aws:iam::${id}:group/readers`,
        GroupPolicyList: [{ PolicyName: 'ReadBills', PolicyDocument: allow('billing:Get*') }],
        AttachedManagedPolicies: [],
      },
    ],
    RoleDetailList: [],
    Policies: [],
  }
}

async function open(page: Page, rest = ''): Promise<void> {
  await page.goto(`account/${rest}`)
  await hydrated(page)
}

const opener = (page: Page) => page.getByLabel('Files', { exact: true })

async function openGenerated(page: Page, users: number): Promise<void> {
  await open(page)
  await opener(page).setInputFiles({
    name: 'account.json.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(JSON.stringify(generated(users))),
  })
  await expect(page.locator('[data-read]')).toHaveAttribute('data-read', String(users))
}

test('one click opens the example; who can see bills, and why, opens in the checker', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Try an example' }).click()
  await expect(page.locator('[data-read]')).toContainText('6 users and 4 roles in one account')
  await page.getByLabel('Who can call').fill('billing:GetBillingData')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  const table = page.getByRole('region', { name: 'Who can do it' })
  await expect(table.getByRole('row', { name: /user ana/ })).toContainText('SeeBilling (group finance)')
  await expect(table.getByRole('row', { name: /user carla/ })).toContainText('role Accountant by sts:AssumeRole')
  await expect(table.getByRole('row', { name: /AWSReservedSSO_Finance/ })).toContainText('gina (group Controlling)')
  await expect(table.getByRole('row', { name: /user diego/ })).toHaveCount(0)
  await expect(page.locator('[data-gaps]')).toContainText('No RCPs were given')
  await expect(page).toHaveURL(/#who-can\?action=billing%3AGetBillingData$/)
  await table.getByRole('button', { name: /user ana/ }).click()
  const why = page.getByRole('region', { name: 'Why: ana' })
  await expect(why).toContainText('SeeBilling')
  await why.getByRole('link', { name: 'Open in the checker' }).click()
  await expect(page).toHaveURL(/\/checker\//)
  await expect(page.locator('[data-cause]')).toHaveAttribute('data-decision', 'allowed')
})

test('the address of a tab opens it with its question', async ({ page }) => {
  await open(page, '?example#what-can?principal=erin')
  await expect(page.getByRole('tab', { name: 'What can' })).toHaveAttribute('aria-selected', 'true')
  const table = page.getByRole('region', { name: 'What it can do' })
  await expect(table.getByRole('row', { name: /budgets:ModifyBudget/ })).toContainText('aws:MultiFactorAuthPresent')
  await table.getByRole('button', { name: 'budgets:ModifyBudget', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'Who can' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('row', { name: /user erin/ })).toContainText('It depends')
  // A link to another part of the page, or one typed into the address bar, is followed in place.
  await page.goto('account/?example#what-can?principal=frank')
  await expect(page.getByRole('tab', { name: 'What can' })).toHaveAttribute('aria-selected', 'true')
  await expect(table.getByRole('row', { name: /Own \(group developers\)/ }).first()).toBeVisible()
})

test('Billing: who can do what, proven changes, and what else they change', async ({ page }) => {
  await open(page, '?example#billing')
  const cell = (name: string) => page.getByRole('button', { name, exact: true })
  await expect(cell('ana, See bills: Yes')).toBeVisible()
  await expect(cell('ana, Change tax data: No')).toBeVisible()
  await expect(cell('erin, Change budgets: Depends')).toBeVisible()
  await expect(cell('ben, Close a member account: No')).toBeVisible()
  await cell('ana, See bills: Yes').click()
  const details = page.locator('[data-task="see-bills"]')
  const leaving = details.locator('[data-change="leave-group"]')
  await expect(leaving).toContainText('Remove this user from the group finance')
  await expect(leaving).toHaveAttribute('data-works', 'true')
  await cell('ana, Change tax data: No').click()
  await expect(page.locator('[data-change="grant"]')).toHaveAttribute('data-works', 'true')
  await cell('ben, Close a member account: No').click()
  await expect(page.locator('[data-change="grant"]')).toContainText('still blocked by the service control policy (SCP)')
  await cell('ana, Change tax data: No').click()
  await page.locator('[data-change="grant"]').getByRole('link', { name: 'See what else changes' }).click()
  await expect(page).toHaveURL(/\/compare\//)
  await expect(page.locator('.wd-compare-verdict')).toContainText('Allows more')
})

test('Billing: the account’s setting decides, and the table can be saved', async ({ page }) => {
  await open(page, '?example#billing')
  await expect(page.getByRole('button', { name: 'ana, See bills: Yes' })).toBeVisible()
  const saved = async (name: string): Promise<string> => {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    return readFileSync(await (await saving).path(), 'utf8')
  }
  expect(await saved('Save as CSV')).toContain(`"arn:aws:iam::${id}:user/ana","","Yes","Yes"`)
  expect(await saved('Save as Markdown')).toContain('| User or role | People | See bills |')
  await page.getByLabel(/Is IAM user and role access/).selectOption('off')
  await expect(page.getByRole('button', { name: 'ana, See bills: Yes' })).toHaveCount(0)
})

test('“Who already has this access?” in the checker opens the answer in a new tab: the pasted account goes along, and is stored nowhere', async ({
  page,
}) => {
  const error = `User: arn:aws:iam::${id}:user/user-1 is not authorized to perform: billing:GetBillingData on resource: arn:aws:billing::${id}:billing because no identity-based policy allows the billing:GetBillingData action`
  await page.goto(`checker/#paste=${encodeURIComponent(`${error}\n${JSON.stringify(generated(30))}`)}`)
  const opening = page.waitForEvent('popup')
  await page.locator('[data-who-else]').getByRole('link').click()
  const account = await opening
  await expect(account.getByLabel('Who can call')).toHaveValue('billing:GetBillingData')
  await expect(account.locator('[data-able]')).toContainText('3 of 30')
  expect(await account.evaluate(() => Object.keys(sessionStorage).filter((key) => !key.startsWith('sl-')))).toEqual([])
  // A second load finds nothing: the texts were handed over once.
  await account.reload()
  await expect(account.getByRole('button', { name: 'Try an example' })).toBeVisible()
})

test('why in Risks and in What can: the decisions, and the way to the checker', async ({ page }) => {
  await open(page, '?example#risks')
  const paths = page.locator('[data-part="administrators"]')
  await paths.getByRole('button', { name: /^Why: .*user\/ben/ }).click()
  await expect(paths.getByRole('region', { name: /^Why: / })).toContainText('Allowed by')
  await page
    .locator('[data-part="outside"]')
    .getByRole('button', { name: /^Why: / })
    .first()
    .click()
  const outside = page.locator('[data-part="outside"]').getByRole('region', { name: /^Why: / })
  await expect(outside.getByRole('link', { name: 'Open in the checker' }).first()).toBeVisible()
  await open(page, '?example#what-can?principal=erin')
  await page.getByRole('button', { name: /^Why: budgets:ModifyBudget/ }).click()
  const why = page.getByRole('region', { name: 'Why: budgets:ModifyBudget' })
  await expect(why).toContainText('It depends on aws:MultiFactorAuthPresent')
  await why.getByRole('link', { name: 'Open in the checker' }).click()
  await expect(page.locator('[data-cause]')).toHaveAttribute('data-decision', 'undetermined')
})

test('Risks: administrators, access from outside, and the way to what someone can do', async ({ page }) => {
  await open(page, '?example#risks')
  await expect(page.locator('[data-part="administrators"]')).toContainText('Is an administrator')
  await expect(page.locator('[data-part="outside"]')).toContainText('account 444455556666')
  await expect(page.locator('[data-gaps]')).toContainText('No credential report was given')
  await page.getByRole('button', { name: 'user/frank' }).first().click()
  await expect(page.getByRole('tab', { name: 'What can' })).toHaveAttribute('aria-selected', 'true')
})

test('Map: zoom, keyboard, the same as text, and one node’s neighbors', async ({ page }) => {
  await open(page, '?example#map')
  const node = (name: string) => page.getByRole('button', { name, exact: true }).first()
  await expect(node('group finance')).toBeVisible()
  const text = page.getByRole('list', { name: 'The map as text' })
  await expect(text.getByRole('listitem').filter({ hasText: 'user ana' })).toContainText('is in the group finance')
  await expect(text).toContainText('can assume the role Accountant')
  const moved = page.locator('.wd-account-map svg > g')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(moved).toHaveAttribute('transform', /scale\(1\.4/)
  await page.locator('.wd-account-node[aria-label="user carla"]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.wd-account-node[data-center]')).toHaveAttribute('aria-label', 'user carla')
  await expect(page.locator('.wd-account-node')).toHaveCount(2)
  await expect(page).toHaveURL(/#.*principal=/)
})

test('5,000 users: packed file, sorted, filtered, and only the rows in sight are in the page', async ({ page }) => {
  await openGenerated(page, 5000)
  await page.getByLabel('Who can call').fill('billing:GetBillingData')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.locator('[data-able]')).toContainText('500 of 5,000 can, or might')
  const table = page.getByRole('region', { name: 'Who can do it' })
  await expect(table.getByRole('row', { name: /user user-10 / })).toContainText('ReadBills (group readers)')
  expect(await table.getByRole('row').count()).toBeLessThan(80)
  await table.getByRole('button', { name: 'Who', exact: true }).click()
  await table.getByRole('button', { name: 'Who', exact: true }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('user-4990')
  await page.getByRole('searchbox').fill('user-12')
  await expect(page.getByText('11 rows')).toBeVisible()
  await page.getByRole('tab', { name: 'Map' }).click()
  await expect(page.getByText('5,000 users and roles can’t be drawn at once')).toBeVisible()
  await page.getByLabel('Show what is around a user or role').fill('user-10')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.locator('.wd-account-node')).toHaveCount(2)
})

test('nothing leaves the browser, and nothing is stored', async ({ page }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && !root.startsWith(origin)) foreign.push(request.url())
    if (request.method() !== 'GET' || request.url().includes('user-')) foreign.push(request.url())
  })
  await openGenerated(page, 20)
  await page.getByRole('tab', { name: 'Billing' }).click()
  await expect(page.locator('[data-billing-rows]')).toBeVisible()
  expect(foreign).toEqual([])
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => !key.startsWith('starlight')),
    ...Object.keys(sessionStorage).filter((key) => !key.startsWith('sl-')),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ])
  expect(stored).toEqual([])
})

test('a file that isn’t an account is named with the reason', async ({ page }) => {
  await open(page)
  await opener(page).setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('hello <b>there</b>'),
  })
  await expect(page.getByText('No account details were found')).toBeVisible()
  await page.getByText(/What was read/).click()
  await expect(page.getByText('Not used: notes.txt')).toBeVisible()
})

for (const tab of ['who-can?action=billing:GetBillingData', 'what-can?principal=erin', 'billing', 'risks', 'map'])
  test(`axe finds nothing in ${tab}, and a phone needs no sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await open(page, `?example#${tab}`)
    await expect(page.getByRole('row').nth(1).or(page.locator('.wd-account-node').first())).toBeVisible()
    await expect(page.locator('[data-working]')).toHaveCount(0)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

test('the keyboard reaches tabs, rows, and the region that scrolls', async ({ page }) => {
  await open(page, '?example#who-can?action=billing:GetBillingData')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('tab', { name: 'Who can' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Billing' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Who can do what in Billing' })).toHaveAttribute('tabindex', '0')
})
