// Links into the checker: the page that makes them, the bookmark that takes selected text along, and the element for other sites.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage, policyOf } from './checker-page.ts'
import { expect, type Page, test } from './test.ts'

const deniedMessage =
  'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::amzn-s3-demo-bucket/a.txt'
const lists = policyOf({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' })

test.describe('the page that makes links', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test.beforeEach(async ({ page }) => {
    await page.goto('tools/links/')
    await expect(page.locator('link-builder[data-ready]')).toHaveCount(2)
  })

  test('makes a link from an error and two policies, which opens with an answer', async ({ page }) => {
    await page.getByLabel('The error').fill(deniedMessage)
    await page.getByLabel('A policy, if you have it').fill(lists)
    await page.getByRole('button', { name: 'Add another policy' }).click()
    await page.keyboard.insertText(policyOf({ Effect: 'Deny', Action: 's3:Put*', Resource: '*' }))
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.getByText('Copied')).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto(link)
    const checker = new CheckerPage(page)
    await checker.decides('implicitDeny')
    await expect(page.locator('[data-from-link]')).toContainText('Its sender chose the policies')
    await expect(page.getByRole('tab', { name: 'Policy 2' })).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
  })

  test('takes secrets out, and says when a text is too long', async ({ page }) => {
    await page
      .getByLabel('The error')
      .fill(`${deniedMessage}\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`)
    await expect(page.getByText('Keys and tokens were taken out.')).toBeVisible()
    const link = page.locator('[data-part=link]')
    await expect(link).toHaveAttribute('href', /mateojackson/)
    await expect(link).not.toHaveAttribute('href', /wJalrXUtnFEMI/)
    await page.getByLabel('The error').fill('x '.repeat(20_000))
    await expect(page.getByText('This is too long for a link')).toBeVisible()
    await expect(link).toBeHidden()
  })
})

test('the bookmark opens the checker with the text that is selected on another site', async ({ page, context }) => {
  await page.goto('tools/links/')
  const bookmark = page.getByRole('link', { name: 'Why denied?' })
  await expect(bookmark).toHaveAttribute('href', /^javascript:/)
  await bookmark.click()
  await expect(page.getByText('Drag it to your bookmarks bar')).toBeVisible()
  const code = decodeURIComponent((await bookmark.getAttribute('href')) ?? '').replace(/^javascript:/, '')

  await page.route('http://console.localhost/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': "default-src 'none'" },
      body: `<h1>Billing and Cost Management</h1><div role="alert"><p id="error">${deniedMessage}</p></div><p>More</p>`,
    }),
  )
  await page.goto('http://console.localhost/billing/home')
  await page.locator('#error').selectText()
  const opening = context.waitForEvent('page')
  await page.evaluate(code)
  const opened = new CheckerPage(await opening)
  await opened.isAwake()
  await expect(opened.paste).toHaveValue(deniedMessage)
  await expect(opened.answer).toBeVisible()
})

test('a link that is followed in an open checker opens, and the case before it comes back on request', async ({
  page,
}) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await expect(checker.answer).toBeVisible()
  await page.evaluate(
    (text) => {
      location.hash = `paste=${encodeURIComponent(text)}`
    },
    deniedMessage.replace('mateojackson', 'saanvi'),
  )
  await expect(checker.paste).toHaveValue(/user\/saanvi/)
  await page.getByRole('button', { name: 'Bring back what you had' }).click()
  await expect(checker.paste).toHaveValue(/user\/mateojackson/)
})

const portal = 'http://portal.localhost'
const own = 'http://whydenied.localhost'

/** A page of a portal with its own policy, and checker.html on another site; `embedIn` is the company's setting there. */
async function openPortal(page: Page, element: string, embedIn: readonly string[]): Promise<void> {
  const html = readFileSync(join(dist, 'checker.html'), 'utf8').replace(
    /(id="wd-settings">)[^<]*/,
    (_, tag) => tag + JSON.stringify({ embedIn }),
  )
  await page.route(`${own}/checker.html`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route(`${portal}/why-denied.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(dist, 'why-denied.js'), 'utf8') }),
  )
  await page.route(`${portal}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': `default-src 'none'; script-src 'self'; frame-src ${own}` },
      body: `<!doctype html><title>Portal</title><h1>Portal</h1>${element}<script src="/why-denied.js"></script>`,
    }),
  )
  await page.goto(`${portal}/`)
}

test.describe('the element on another site', () => {
  const element = `<why-denied src="${own}/checker.html">\n  ${deniedMessage}\n</why-denied>`

  test('shows the error, and on request the answer, where the settings name the site', async ({ page }) => {
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await openPortal(page, element, [portal])
    await expect(page.getByText('is not authorized to perform')).toBeVisible()
    const button = page.getByRole('button', { name: 'Why was this denied?' })
    await button.click()
    const checker = page.frameLocator('iframe')
    await expect(checker.locator('[data-cause]')).toBeVisible()
    await expect(checker.locator('#wd-paste')).toHaveValue(deniedMessage)
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
      'href',
      /checker\.html#paste=User/,
    )
    await button.click()
    await expect(page.locator('iframe')).toBeHidden()
    expect(problems).toEqual([])
  })

  test('with a policy and “open” it needs no click', async ({ page }) => {
    const given = `<why-denied open src="${own}/checker.html" paste="${deniedMessage}" policy='${lists}'>Something failed.</why-denied>`
    await openPortal(page, given, ['http://wiki.localhost', portal])
    const checker = page.frameLocator('iframe')
    await expect(checker.locator('[data-cause]')).toHaveAttribute('data-decision', 'implicitDeny')
    await expect(checker.locator('[data-from-link]')).toBeVisible()
  })

  for (const embedIn of [[], ['http://wiki.localhost']])
    test(`shows no checker where the settings name ${embedIn.length === 0 ? 'no site' : 'another site'}`, async ({
      page,
    }) => {
      await openPortal(page, element, embedIn)
      await page.getByRole('button', { name: 'Why was this denied?' }).click()
      const checker = page.frameLocator('iframe')
      await expect(checker.locator('[data-not-here]')).toContainText('don’t name the site')
      await expect(checker.locator('#wd-paste')).toHaveCount(0)
      await expect(checker.getByRole('link', { name: 'in its own tab' })).toHaveAttribute('target', '_blank')
    })

  test('a frame without the element shows no checker', async ({ page }) => {
    await openPortal(page, `<iframe src="${own}/checker.html"></iframe>`, [portal])
    await expect(page.frameLocator('iframe').locator('[data-not-here]')).toBeVisible()
  })

  test('an error that is too long for an address isn’t handed over', async ({ page }) => {
    await openPortal(page, element.replace('User:', 'x '.repeat(20_000)), [portal])
    await page.getByRole('button', { name: 'Why was this denied?' }).click()
    await expect(page.getByText('too long to hand over')).toBeVisible()
    await expect(page.locator('iframe')).toBeHidden()
  })
})
