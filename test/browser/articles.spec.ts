// The interactive parts of articles: questions that lead to a gate, pictures, and terms with their meaning.

import { root } from './sites.ts'
import { expect, test } from './test.ts'

const site = root

test.describe('“Which gate is it?”', () => {
  test('is answered with the keyboard alone, one question at a time', async ({ page }) => {
    await page.goto(`${site}messages/which-gate/`)
    const tree = page.locator('which-gate')
    await expect(tree.getByText('What do you have?').last()).toBeVisible()
    await tree.getByRole('button', { name: 'nothing else' }).press('Enter')
    await expect(tree.getByText('Who says “Access Denied”?').last()).toBeVisible()
    await expect(tree.locator('.stage')).toBeFocused()
    await page.keyboard.press('Tab') // the first answer
    await page.keyboard.press('Tab') // the second: S3
    await page.keyboard.press('Enter')
    await expect(tree.locator('.trail li')).toHaveCount(2)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(tree.locator('.stage')).toContainText('Both sides must allow it')
    await expect(tree.locator('.stage pre')).toContainText('aws s3api get-bucket-policy')
    await page.keyboard.press('Tab')
    await expect(tree.getByRole('link', { name: 'Read what to do' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${site}policies/cross-account/`)
  })

  test('goes back one question, and to the start', async ({ page }) => {
    await page.goto(`${site}messages/which-gate/`)
    const tree = page.locator('which-gate')
    await expect(tree.locator('.stage')).toContainText('What do you have?')
    await expect(tree.getByRole('button', { name: 'Back' })).toBeHidden()
    await tree.getByRole('button', { name: 'because no' }).click()
    await tree.getByRole('button', { name: 'service control policy' }).click()
    await tree.getByRole('button', { name: 'with an explicit deny in' }).click()
    await tree.getByRole('button', { name: 'Back' }).press('Enter')
    await expect(tree.locator('.stage')).toContainText('Which words come before it?')
    await tree.getByRole('button', { name: 'Start again' }).press('Enter')
    await expect(tree.locator('.stage')).toContainText('What do you have?')
    await expect(tree.locator('.trail li')).toHaveCount(0)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('it is a list that opens step by step', async ({ page }) => {
      await page.goto(`${site}messages/which-gate/`)
      const tree = page.locator('which-gate')
      await tree.getByText('A long string of characters').click()
      await expect(tree.getByText('aws sts decode-authorization-message').first()).toBeVisible()
    })
  })
})

test.describe('the board of gates', () => {
  test('asks the evaluator again whenever a switch is set, by keyboard too', async ({ page }) => {
    await page.goto(`${site}policies/how-aws-decides/`)
    const board = page.locator('gate-board')
    const answer = board.locator('output')
    await expect(answer).toContainText('The permissions boundary must allow it')
    await board.getByRole('group', { name: 'Permissions boundary' }).getByLabel('silent').focus()
    await page.keyboard.press('ArrowLeft')
    await expect(answer).toContainText('Allowed. The identity-based policy says yes')
    await board.getByRole('group', { name: 'Service control policy' }).getByLabel('denies').check({ force: true })
    await expect(answer).toContainText('Denied, explicitly. The service control policy')
    await board.getByLabel('is the management account').focus()
    await page.keyboard.press('Space')
    await expect(answer).toContainText('Allowed.')
    await expect(board.getByText('(does not count here)').locator('visible=true')).toHaveCount(1)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('it is a picture of one case', async ({ page }) => {
      await page.goto(`${site}policies/how-aws-decides/`)
      await expect(page.locator('gate-board output')).toContainText('Denied, implicitly.')
      await expect(page.locator('gate-board input').first()).toBeDisabled()
    })
  })
})

test.describe('a term of the glossary', () => {
  test('shows its meaning to the pointer and to the keyboard; Escape closes it', async ({ page }) => {
    await page.goto(`${site}policies/scp/`)
    const term = page.locator('a.term').first()
    const tip = page.getByRole('tooltip')
    await term.hover()
    await expect(tip).toBeVisible()
    await tip.hover()
    await expect(tip).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(tip).toBeHidden()
    await page.mouse.move(0, 0)
    await page.locator('a.term').nth(1).focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(tip).toBeVisible()
    await expect(page.locator('a.term').nth(1)).toHaveAttribute('aria-describedby', 'term-tip')
  })

  test('leads to its row in the glossary', async ({ page }) => {
    await page.goto(`${site}policies/scp/`)
    const term = page.locator('a.term').first()
    const href = await term.getAttribute('href')
    await term.click()
    const row = page.locator(`[id="${href?.split('#')[1]}"]`)
    await expect(row).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('words of AWS')
  })

  test('is marked once per page, never in a heading, a link, or code', async ({ page }) => {
    for (const path of ['policies/scp/', 'messages/which-gate/', 'policies/cross-account/']) {
      await page.goto(site + path)
      const targets = await page
        .locator('a.term')
        .evaluateAll((terms) => terms.map((term) => term.getAttribute('href')))
      expect(targets.length).toBeGreaterThan(2)
      expect(new Set(targets).size).toBe(targets.length)
      await expect(page.locator(':is(h1, h2, h3, h4, code, pre, a a, .says) a.term')).toHaveCount(0)
    }
  })
})

test.describe('the list of a page’s headings', () => {
  const marked = '[aria-current="true"]'

  test('marks the title first, then the heading that a link led to, and a later one at the end', async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(`${site}billing/pass-role/`)
    const list = page.locator('starlight-toc')
    await expect(list.locator(marked)).toHaveText('Overview')
    const third = list.getByRole('link').nth(2)
    await third.click()
    await expect(list.locator(marked)).toHaveText((await third.textContent())?.trim() ?? '')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const place = () =>
      list.getByRole('link').evaluateAll((links) => links.findIndex((link) => link.ariaCurrent === 'true'))
    await expect.poll(place).toBeGreaterThan(2)
    await page.evaluate(() => scrollTo(0, 0))
    await expect(list.locator(marked)).toHaveText('Overview')
  })

  test('on a phone, it names the heading in view, also after the screen was turned', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${site}billing/pass-role/`)
    const list = page.locator('mobile-starlight-toc')
    const name = list.locator('.display-current')
    await expect(name).toHaveText('Overview')
    await page.setViewportSize({ width: 844, height: 390 })
    await list.locator('summary').click()
    const third = list.getByRole('link').nth(2)
    const words = (await third.locator('span').textContent()) ?? ''
    await third.click()
    await expect(name).toHaveText(words)
  })
})
