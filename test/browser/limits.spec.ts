// Browsers that lack something, or deny it.

import { CheckerPage } from './checker-page.ts'
import { root } from './sites.ts'
import { expect, hydrated, type Page, test } from './test.ts'

const deniedMessage = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage'
const forms = ['checker/', 'guides/billing-access/', 'guides/outside-access/']
/** The service worker doesn't keep checker.html, which is its own file: it comes from the server only. */
const everywhere: readonly { readonly path: string; readonly tag: string[] }[] = [
  ...forms.map((path) => ({ path, tag: [] })),
  { path: 'checker.html', tag: ['@server'] },
]

/** Every mistake of a script, and everything that the policy stopped. */
function problemsIn(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(message.text()))
  return problems
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const path of forms)
    test(`${path} says what it needs`, async ({ page }) => {
      await page.goto(root + path)
      await expect(page.getByText('This form needs JavaScript')).toBeVisible()
      await expect(page.getByText('This browser is too old')).toBeHidden()
    })
})

for (const [what, remove] of [
  [
    'lookbehind',
    "const R = RegExp; RegExp = function (s, f) { if (s.includes('?<=')) throw new SyntaxError(); return new R(s, f) }",
  ],
  ['toSorted', 'delete Array.prototype.toSorted'],
  ['DecompressionStream', 'delete self.DecompressionStream'],
] as const)
  for (const { path, tag } of everywhere)
    test(`a browser without ${what} shows a sentence on ${path}, not a dead form`, { tag }, async ({ page }) => {
      await page.addInitScript(remove)
      await page.goto(root + path)
      await expect(page.getByRole('alert').getByText('This browser is too old')).toBeVisible()
      await expect(page.locator('.wd-checker')).toBeHidden()
    })

test('a current browser shows neither sentence', { tag: '@server' }, async ({ page }) => {
  for (const { path } of everywhere) {
    await page.goto(root + path)
    await hydrated(page)
    await expect(page.locator('.wd-checker').first()).toBeVisible()
    await expect(page.getByText('This browser is too old')).toBeHidden()
    await expect(page.getByText('needs JavaScript')).toBeHidden()
  }
})

test('a browser that denies storage causes no error, and the theme menu works', async ({ page }) => {
  const problems = problemsIn(page)
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  for (const path of ['', 'billing/not-authorized/', 'no/such/page', 'checker/']) await page.goto(root + path)
  const checker = new CheckerPage(page)
  await checker.isAwake()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await page.locator('starlight-theme-select select').first().selectOption('light')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(problems).toEqual([])
})

test('settings, saving, links, and examples cause no report of the policy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.route('**/whydenied.config.json', (route) => route.fulfill({ json: { name: 'Example Corp' } }))
  const problems = problemsIn(page)
  const checker = new CheckerPage(page)
  await page.goto(`${root}checker/?example=scp-region-lock`)
  await checker.decides('explicitDeny')
  await expect(page.locator('[data-from-link]')).toHaveCount(0)
  await checker.share()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the case' }).click()
  await saved
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(page.getByText('Link copied').first()).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('about:blank')
  await page.goto(link)
  await checker.decides('explicitDeny')
  expect(problems).toEqual([])
  // The reader learns where the case came from, until another one is opened.
  await expect(page.locator('[data-from-link]')).toContainText('This case came in a link')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.locator('[data-from-link]')).toHaveCount(0)
})

test('an engine that the browser ended is restarted', async ({ page }) => {
  const checker = new CheckerPage(page)
  const started = page.waitForEvent('worker')
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await (await started).evaluate(() => self.close())
  await checker.paste.fill(deniedMessage.replace('ce:GetCostAndUsage', 's3:ListAllMyBuckets'))
  await expect(checker.answer).toContainText('s3:ListAllMyBuckets')
})

test('the message is printed as a whole', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const printed = page.locator('.wd-printed')
  await expect(printed).toBeVisible()
  await expect(page.getByLabel('Message to your administrator')).toBeHidden()
  // So are the other parts of the answer.
  for (const part of ['fix', 'why', 'questions']) await expect(page.locator(`[data-panel="${part}"]`)).toBeVisible()
  await expect.poll(() => printed.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2)
})

test('every page keeps its address to itself', async ({ page }) => {
  for (const path of ['', 'checker/', 'reference/s3/', 'no/such/page', 'checker.html']) {
    await page.goto(root + path)
    await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
  }
})
