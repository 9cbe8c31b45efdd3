import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { exampleSchema } from '../../src/session/index.ts'
import { CheckerPage } from './checker-page.ts'
import { expect, test } from './test.ts'

const folder = new URL('../../content/examples/', import.meta.url)
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    name: file.replace(/\.yaml$/, ''),
    ...exampleSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))),
  }))

/** The number of examples per opened page. They are chosen from its menu, one after the other. */
const together = 12
const bundles = Array.from({ length: Math.ceil(examples.length / together) }, (_, i) =>
  examples.slice(i * together, (i + 1) * together),
)

async function goesItsWholeWay(checker: CheckerPage, { name, policies, expect: expected }: (typeof examples)[number]) {
  const { page } = checker
  await checker.chooseExample(name)
  await expect(page).toHaveURL(new RegExp(`example=${name}(#fix)?$`))
  await checker.causeIs(expected.cause)
  await expect(checker.answer).toHaveAttribute('data-kind', expected.kind)
  await expect(page.locator('[data-policy]')).toHaveCount(policies.length)
  if (expected.decision) await checker.decides(expected.decision)
  if (expected.blockedBy) {
    await expect(checker.answer).toHaveAttribute('data-blocked-by', expected.blockedBy.join(' '))
    await checker.openTab('Why')
    const gates = page.locator('.wd-gate[data-blocks="true"]')
    for (const type of expected.blockedBy)
      await expect(gates.and(page.locator(`[data-kind="${type}"]`))).not.toHaveCount(0)
  }
  if (expected.action) await expect(page.locator('[data-sentence] .wd-what')).toHaveText(expected.action)
  await checker.openTab('Fix')
  if (expected.notice) await expect(page.locator('[data-notice]', { hasText: expected.notice })).not.toHaveCount(0)
  if (expected.fixes) {
    await expect(checker.fixes).toHaveCount(expected.fixes.length)
    for (const [i, type] of expected.fixes.entries())
      await expect(checker.fixes.nth(i)).toHaveAttribute('data-fix', type)
  }
  if (!expected.fixed) return
  await expect(checker.fixes.last().locator('.wd-proof')).toHaveAttribute('data-after', expected.fixed)
  await page
    .getByRole('button', { name: /^Apply (it|changes 1 to \d+) here$/ })
    .last()
    .click()
  await checker.decides(expected.applied ?? expected.fixed)
}

test.describe('the checker answers every example as it says', () => {
  for (const bundle of bundles) {
    test(`${bundle[0]?.name} to ${bundle.at(-1)?.name}`, async ({ page }) => {
      const checker = new CheckerPage(page)
      await checker.open()
      for (const example of bundle) await test.step(example.name, () => goesItsWholeWay(checker, example))
    })
  }

  test('each is in the menu', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    const menu = page.getByLabel('Open an example')
    await menu.focus()
    await expect(menu.locator('option')).toHaveCount(examples.length + 1)
    const titles = await menu.locator('option').allTextContents()
    expect(new Set(titles.slice(1))).toEqual(new Set(examples.map(({ title }) => title)))
  })

  test('opens from the menu, and the address names it', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.chooseExample('mfa-deny')
    await checker.causeIs('explicit-deny-mfa')
    await expect(page).toHaveURL(/checker\/\?example=mfa-deny$/)
  })

  test('one that doesn’t exist is reported as missing, and the page still works', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open('?example=no-such-thing')
    await expect(page.getByRole('alert').filter({ hasText: 'The example “no-such-thing” doesn’t exist' })).toBeVisible()
    await checker.paste.fill('Access Denied')
    await checker.causeIs('no-detail')
  })

  test('the user’s previous case can be restored', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.fill('Access Denied')
    await checker.chooseExample('mfa-deny')
    await checker.causeIs('explicit-deny-mfa')
    await page.getByRole('button', { name: 'Bring back what you had' }).click()
    await expect(checker.paste).toHaveValue('Access Denied')
    await checker.causeIs('no-detail')
  })
})
