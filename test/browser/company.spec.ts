// The company’s settings, added next to the home page without a rebuild.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage } from './checker-page.ts'
import { expect, test } from './test.ts'

const settings = {
  name: 'Example <b>Corp</b>',
  contact: 'mailto:cloud@example.com',
  ticket: 'https://tickets.example.com/new?text={text}',
  accounts: { '111122223333': 'Finance <img src=x onerror="globalThis.hacked=1">' },
  scps: [
    {
      name: 'Company SCP',
      target: 'r-ab12',
      policy: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'ce:*', Resource: '*' }] },
    },
  ],
  links: [{ title: 'Cloud handbook', href: 'https://example.com/cloud' }],
  sharing: false,
  dateLanguage: 'de',
}
const error = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage'

interface Place {
  readonly name: string
  /** The site's settings come from the server. */
  readonly tag: string[]
  /** Opens the checker with these settings. */
  open(checker: CheckerPage, settings: string): Promise<void>
}

const places: readonly Place[] = [
  {
    name: 'the site',
    tag: ['@server'],
    open: async (checker, settings) => {
      await checker.page.route('**/whydenied.config.json', (route) => route.fulfill({ body: settings }))
      await checker.open()
    },
  },
  {
    name: 'checker.html',
    tag: [],
    open: async ({ page }, settings) => {
      const file = test.info().outputPath('checker.html')
      const html = readFileSync(join(dist, 'checker.html'), 'utf8')
      const own = html.replace(/(id="wd-settings">)[^<]*/, (_, tag) => tag + settings.replaceAll('<', '\\u003c'))
      writeFileSync(file, own)
      await page.goto(pathToFileURL(file).href)
    },
  },
]

for (const { name, tag, open } of places) {
  test.describe(name, { tag }, () => {
    test('the company’s texts are shown', async ({ page }) => {
      const checker = new CheckerPage(page)
      await open(checker, JSON.stringify(settings))
      await expect(page.getByRole('link', { name: 'Cloud handbook' })).toHaveAttribute(
        'href',
        settings.links[0]?.href ?? '',
      )
      await expect(page.locator('[data-company]')).toContainText('Example <b>Corp</b>')
      await checker.paste.fill(error)
      await checker.decides('explicitDeny')
      await expect(checker.card('Company SCP').getByLabel('Attached to')).toHaveValue('r-ab12')
      await checker.openTab('Fix')
      await expect(checker.answer).toContainText('111122223333 is Finance <img src=x')
      await checker.openTab('Message')
      await expect(page.getByRole('link', { name: 'Open a ticket with it' })).toHaveAttribute(
        'href',
        /^https:\/\/tickets\.example\.com\/new\?text=.*GetCostAndUsage/,
      )
      await expect(page.getByRole('link', { name: 'Contact an administrator' })).toHaveAttribute(
        'href',
        settings.contact,
      )
      await checker.openTab('Why')
      await expect(page.getByText(/condition keys as of \d+\. \p{L}+ 20\d\d/u)).toBeVisible()
      await checker.share()
      await expect(page.getByRole('button', { name: 'Save the case' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Copy a link' })).toHaveCount(0)
      expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined()
    })

    test('its SCPs apply to every case, and can be removed from one', async ({ page }) => {
      const checker = new CheckerPage(page)
      await open(checker, JSON.stringify(settings))
      const causes = { 'mfa-deny': 'explicit-deny-mfa', 'scp-region-lock': 'scp-region-lock' } as const
      for (const example of ['mfa-deny', 'scp-region-lock'] as const) {
        await checker.chooseExample(example)
        await expect(checker.answer).toHaveAttribute('data-cause', causes[example])
        await expect(checker.card('Company SCP')).toHaveCount(1)
      }
      await checker.openPolicy('Company SCP')
      await checker.card('Company SCP').getByRole('button', { name: 'Remove' }).click()
      await checker.paste.fill(error)
      await checker.isAnswered()
      await expect(checker.answer).toContainText('ce:GetCostAndUsage')
      await expect(checker.card('Company SCP')).toHaveCount(0)
    })

    test('an invalid file is reported with its line, and everything else works', async ({ page }) => {
      const checker = new CheckerPage(page)
      await open(checker, JSON.stringify({ ...settings, contact: 'javascript:1' }, null, 2))
      await expect(page.locator('[data-company-trouble]')).toContainText(
        /Line \d+, column 3, contact: must begin with https/,
      )
      await checker.paste.fill(error)
      await checker.decides('explicitDeny')
      await checker.openTab('Message')
      await expect(page.getByRole('button', { name: 'Copy the message' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Contact an administrator' })).toHaveCount(0)
    })

    test('a file that isn’t JSON is reported, too', async ({ page }) => {
      const checker = new CheckerPage(page)
      await open(checker, '{\n  "name": "Example Corp"\n  "sharing": false\n}')
      await expect(page.locator('[data-company-trouble]')).toContainText(/Line \d, column 3: A comma is missing here/)
      await checker.paste.fill(error)
      await checker.causeIs('no-identity-allow')
      await checker.share()
      await expect(page.getByRole('button', { name: 'Save the case' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Copy a link' })).toHaveCount(0)
    })
  })
}
