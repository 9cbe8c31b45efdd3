// The page that compares two versions: pasted policies, the columns, AWS managed policies, links, and the links to and from the checker.
import { readFileSync } from 'node:fs'
import { axeFaults } from './axe.ts'
import { policyOf } from './checker-page.ts'
import { expect, hydrated, type Locator, type Page, test } from './test.ts'

const reads = policyOf({ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' })
const writes = policyOf(
  { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
  { Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' },
)

/** The page as its users see it. */
class ComparePage {
  readonly page: Page
  readonly verdict: Locator

  constructor(page: Page) {
    this.page = page
    this.verdict = page.locator('.wd-compare-verdict')
  }

  async open(rest = ''): Promise<void> {
    await this.page.goto(`compare/${rest}`)
    await hydrated(this.page)
  }

  column(of: 'opened' | 'closed' | 'kept'): Locator {
    return this.page.locator(`[data-column="${of}"]`)
  }

  side(of: 'old' | 'new'): Locator {
    return this.page.locator(`[data-side="${of}"]`)
  }

  async fill(of: 'old' | 'new', text: string): Promise<void> {
    await expect(this.side(of).locator('[data-ready="true"]').first()).toBeAttached()
    await this.side(of).getByRole('textbox').first().fill(text)
  }
}

test('two pasted versions: a newly allowed request opens in the checker', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  await compare.fill('old', reads)
  await expect(page.getByText('Add the new version to see what changes.')).toBeVisible()
  await compare.fill('new', writes)
  await expect(compare.verdict).toContainText('Allows more')
  await expect(compare.column('opened')).toContainText('s3:PutObject')
  await expect(compare.column('opened')).toContainText('Write (new version, line 10)')
  await expect(compare.column('closed')).toContainText('Proven for every request')
  await expect(compare.column('kept')).toContainText('s3:GetObject')
  await compare.column('opened').getByRole('link', { name: 'Open in the checker' }).click()
  await expect(page).toHaveURL(/\/checker\//)
  await expect(page.locator('[data-cause]')).toHaveAttribute('data-decision', 'allowed')
})

test('the answer follows every change, and a statement is shown in its editor', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  await compare.fill('old', reads)
  await compare.fill('new', reads)
  await expect(compare.verdict).toContainText('Allows exactly the same')
  await compare.fill('new', writes)
  await expect(compare.verdict).toContainText('Allows more')
  await compare.column('opened').getByRole('button', { name: /Write/ }).click()
  await expect(compare.side('new').locator('.cm-mark-spot').first()).toBeVisible()
  await page.getByRole('button', { name: 'Swap sides' }).click()
  await expect(compare.verdict).toContainText('Allows less, and nothing new')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.locator('[data-start]')).toBeVisible()
  await page.getByRole('button', { name: 'Bring back what you had' }).click()
  await expect(compare.verdict).toContainText('Allows less')
})

test('AWS managed policies load by name, only from this site', async ({ page }) => {
  const foreign: string[] = []
  const compare = new ComparePage(page)
  await compare.open()
  const origin = new URL(page.url()).origin
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) foreign.push(request.url())
  })
  for (const [side, name] of [
    ['old', 'AmazonS3ReadOnlyAccess'],
    ['new', 'arn:aws:iam::aws:policy/AmazonS3FullAccess'],
  ] as const) {
    await compare.side(side).getByRole('button', { name: 'AWS managed policy' }).click()
    await expect(compare.side(side).getByText(/policies, as of/)).toBeVisible()
    await compare.side(side).getByRole('combobox').fill(name)
    await compare.side(side).getByRole('button', { name: 'Use it' }).click()
  }
  await expect(compare.side('new')).toContainText('AmazonS3FullAccess')
  await expect(compare.verdict).toContainText('Allows more')
  await expect(compare.column('closed')).toContainText('Proven')
  expect(foreign).toEqual([])
})

test('an unknown AWS managed policy name is reported', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  await compare.side('old').getByRole('button', { name: 'AWS managed policy' }).click()
  await expect(compare.side('old').getByText(/policies, as of/)).toBeVisible()
  await compare.side('old').getByRole('combobox').fill('NoSuchPolicy')
  await compare.side('old').getByRole('button', { name: 'Use it' }).click()
  await expect(compare.side('old').getByRole('status')).toContainText('no managed policy with this name')
})

test('a link contains everything: both versions, the questions, and the settings around them', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const compare = new ComparePage(page)
  await compare.open('?example=wildcard')
  await expect(compare.verdict).toContainText('Allows more')
  await page.getByRole('button', { name: 'Never allow an action' }).click()
  await page.getByRole('textbox', { name: '2. Actions' }).fill('s3:PutObject')
  await expect(page.locator('[data-question]').nth(1)).toContainText('Allowed by the new version')
  await page.getByText('Surrounding policies: none').click()
  await page.getByRole('button', { name: 'Add a surrounding policy' }).click()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(page.getByText(/Link copied/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).hash).toMatch(/^#compare=[\w-]+$/)
  await page.goto('about:blank')
  await page.goto(link)
  await expect(compare.verdict).toContainText('Allows more')
  await expect(compare.side('new')).toContainText('s3:Get*')
  await expect(page.getByRole('textbox', { name: '2. Actions' })).toHaveValue('s3:PutObject')
  await expect(page.getByText('Surrounding policies: 1')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await expect(page.locator('[data-from-link]')).toContainText('check them before you rely on the answer')
})

test('a shared comparison has placeholders for names, unless the box is cleared', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  const names = (account: string, user: string) =>
    policyOf({ Effect: 'Allow', Action: 'iam:GetUser', Resource: `arn:aws:iam::${account}:user/${user}` })
  await compare.fill('old', names('111122223333', 'mateojackson'))
  await compare.fill('new', names('444455556666', 'marymajor'))
  await expect(compare.verdict).toBeVisible()
  const saved = async (): Promise<string> => {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the comparison' }).click()
    return readFileSync(await (await saving).path(), 'utf8')
  }
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  expect(await saved()).not.toMatch(/111122223333|444455556666|mateojackson|marymajor/)
  await page.getByRole('checkbox', { name: /Replace account numbers/ }).uncheck()
  expect(await saved()).toMatch(/mateojackson/)
})

test('a saved comparison opens again', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('?example=scp')
  await expect(compare.verdict).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Save the comparison' }).click()
  const file = await (await saving).path()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.locator('[data-start]')).toBeVisible()
  await page.getByLabel('A saved comparison').setInputFiles(file)
  await expect(compare.verdict).toContainText('Allows more')
  await expect(page.getByLabel('Policy type').first()).toHaveValue('scp')
})

test('the “never allow” list is kept in the browser only on request, until it’s removed', async ({ page }) => {
  const compare = new ComparePage(page)
  const keep = page.getByRole('button', { name: 'Keep this list in this browser' })
  const use = page.getByRole('button', { name: 'Use the list kept in this browser' })
  await compare.open()
  await page.getByRole('button', { name: 'Never allow an action' }).click()
  await expect(page.getByLabel('1. Actions')).toBeVisible()
  await expect(keep).toBeHidden()
  await page.getByLabel('1. Actions').fill('s3:Put*')
  await expect(keep).toBeVisible()
  await expect(use).toBeHidden()
  await keep.click()
  await expect(page.getByText('This browser keeps the list until you remove it.')).toBeVisible()

  await compare.open()
  await expect(use).toBeVisible()
  await expect(page.getByLabel('1. Actions')).toHaveCount(0)
  await use.click()
  await expect(page.getByLabel('1. Actions')).toHaveValue('s3:Put*')
  await compare.fill('new', writes)
  await expect(page.locator('[data-question] [data-result]')).toHaveAttribute('data-result', 'fail')
  await page.getByRole('button', { name: 'Remove the kept list' }).click()
  await expect(page.getByText('The list is removed from this browser.')).toBeVisible()

  await compare.open()
  await expect(page.getByRole('button', { name: 'Never allow an action' })).toBeVisible()
  await expect(use).toBeHidden()
})

test('a browser that keeps nothing says so, and the page works without', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('denied', 'QuotaExceededError')
    }
  })
  const compare = new ComparePage(page)
  await compare.open()
  await page.getByRole('button', { name: 'Never allow an action' }).click()
  await page.getByLabel('1. Actions').fill('s3:Put*')
  await page.getByRole('button', { name: 'Keep this list in this browser' }).click()
  await expect(page.getByText('This browser doesn’t let the page keep anything. Save a file instead.')).toBeVisible()
  await compare.fill('new', writes)
  await expect(page.locator('[data-question] [data-result]')).toHaveAttribute('data-result', 'fail')
})

test('a broken link and an invalid file show an error, and change nothing', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('#compare=abc')
  await expect(page.getByRole('alert')).toContainText('cut off or broken')
  await page
    .getByLabel('A saved comparison')
    .setInputFiles({ name: 'x.json', mimeType: 'text/plain', buffer: Buffer.from('[]') })
  await expect(page.getByRole('alert')).toContainText('isn’t a saved comparison')
  await expect(page.locator('[data-start]')).toBeVisible()
})

test('unreadable text is reported at its line, and nothing is said about it', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  await compare.fill('old', reads)
  await compare.fill('new', reads.replace('"s3:GetObject",', '"s3:GetObject"'))
  await expect(compare.side('new').getByRole('listitem').first()).toContainText('Line')
  await expect(page.getByText('Nothing to compare yet')).toBeVisible()
  await expect(compare.verdict).toHaveCount(0)
})

test('a fix of the checker opens before and after', async ({ page }) => {
  await page.goto('checker/?example=pass-role')
  const button = page.getByRole('button', { name: 'Compare before and after' }).first()
  await button.click()
  await expect(page).toHaveURL(/\/compare\//)
  const compare = new ComparePage(page)
  await expect(compare.verdict).toContainText('Allows more')
  await expect(compare.column('opened')).toContainText('iam:PassRole')
})

test('the policies of a checker in another tab', async ({ page, context }) => {
  const checker = await context.newPage()
  await checker.goto('checker/?example=pass-role')
  await expect(checker.locator('[data-cause]')).toBeVisible()
  const compare = new ComparePage(page)
  await compare.open()
  await page.getByRole('button', { name: 'From the checker' }).click()
  await expect(compare.verdict).toContainText('Allows more')
  await expect(compare.column('opened')).toContainText('iam:PassRole')
})

test('everything can be done with the keyboard', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  await page.getByRole('button', { name: 'One wildcard too many' }).focus()
  await page.keyboard.press('Enter')
  await expect(compare.verdict).toContainText('Allows more')
  const open = compare.column('opened').getByRole('link', { name: 'Open in the checker' }).first()
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/checker\//)
})

test('pasted text is never markup', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open()
  const hostile = reads.replace('"Read"', '"<img src=x onerror=alert(1)>"')
  await compare.fill('old', reads)
  await compare.fill('new', hostile.replace('s3:GetObject', 's3:*'))
  await expect(compare.column('opened')).toContainText('<img src=x')
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})

for (const width of [320, 390, 1366]) {
  test.describe(() => {
    test.use({ viewport: { width, height: 800 } })
    test(`${width} pixels: axe finds nothing, nothing scrolls sideways`, async ({ page }) => {
      const compare = new ComparePage(page)
      await compare.open()
      await expect(page.locator('[data-ready="true"]')).toHaveCount(2)
      expect(await axeFaults(page)).toEqual([])
      await compare.open('?example=trust')
      await expect(compare.verdict).toBeVisible()
      await page.getByRole('button', { name: 'AWS managed policy' }).first().click()
      await expect(compare.side('old').getByText(/policies, as of/)).toBeVisible()
      await page.getByText('Surrounding policies: none').click()
      await page.getByRole('button', { name: 'Add a surrounding policy' }).click()
      await page.getByRole('button', { name: 'Never allow an action' }).click()
      await expect(page.getByRole('textbox', { name: /^\d\. Actions$/ }).last()).toBeVisible()
      await expect(page.locator('[data-ready="false"]:visible')).toHaveCount(0)
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  })
}
