import { axeFaults } from './axe.ts'
import { CheckerPage } from './checker-page.ts'
import { expect, type Locator, test } from './test.ts'

const states: readonly (readonly [string, (checker: CheckerPage) => Promise<void>])[] = [
  ['empty', (checker) => checker.open()],
  [
    'result',
    async (checker) => {
      await checker.openExample('scp-region-lock')
      await checker.isComplete()
    },
  ],
  [
    'error',
    async (checker) => {
      await checker.open()
      await checker.paste.fill('Access Denied')
      const name = await checker.addPolicy('{ "Statement": 5')
      await expect(checker.card(name).locator('.wd-complaints')).toBeVisible()
      await checker.isAnswered()
    },
  ],
  [
    'dialog',
    async (checker) => {
      await checker.open()
      await checker.page.keyboard.press('Alt+Shift+K')
      await expect(checker.page.getByRole('textbox', { name: 'Search commands' })).toBeFocused()
    },
  ],
  [
    'form',
    async (checker) => {
      await checker.openExample('mfa-deny')
      await checker.isAnswered()
      await checker.showInput()
      await checker.openSlot('context')
      await expect(checker.page.getByRole('button', { name: 'Done' })).toBeVisible()
    },
  ],
]

for (const [state, prepare] of states) {
  test(`${state}: axe finds nothing`, async ({ page }) => {
    await prepare(new CheckerPage(page))
    expect(await axeFaults(page)).toEqual([])
  })
}

for (const [state, prepare] of states) {
  test(`${state}: a phone needs no sideways scrolling, and its buttons fit a finger`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await prepare(new CheckerPage(page))
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    const buttons = page.locator('.wd-checker :is(.wd-button, .wd-field, .wd-example):visible')
    const heights = await buttons.evaluateAll((list) => list.map((button) => button.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(0)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  })
}

test('on a phone two tabs lead to the input and the answer, which comes by itself after a paste', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill('User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetTags')
  const answer = page.getByRole('button', { name: 'Answer: Denied' })
  await expect(answer).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.wd-verdict')).toBeInViewport()
  await expect(checker.paste).toBeHidden()
  await page.getByRole('button', { name: 'Input' }).click()
  await expect(checker.paste).toBeInViewport()
})

/** Answers of different kinds: long names, notices above the fix, several fixes, long reasons, a key policy, a trust policy. */
const oneScreen = [
  'scp-region-lock-billing',
  'authorization-id',
  'bill-anomaly-list',
  'bill-conductor-plan',
  'cause-called-by-service',
  'cross-account-s3',
  'msg-bucket-deny-network',
  'msg-endpoint-deny',
  'pol-kms-no-delegation',
  'role-pass-other-path',
  'trust-policy',
]
for (const example of oneScreen)
  test(`${example}: one screen of a laptop shows the paste, the decision, the cause, and the fix with its buttons`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    const checker = new CheckerPage(page)
    await checker.openExample(example)
    await checker.isComplete()
    for (const part of ['#wd-paste', '.wd-decision', '[data-cause-title]', '.wd-verdict-why', '.wd-fix .wd-diff'])
      await expect(page.locator(part).first()).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Apply it here' }).first()).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Copy the new policy' }).first()).toBeInViewport({ ratio: 1 })
  })

test('the divider moves with arrow keys, and tabs with theirs', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const checker = new CheckerPage(page)
  await checker.openExample('mfa-deny')
  await checker.isAnswered()
  const divider = page.getByRole('separator', { name: 'Width of the input' })
  const width = async () => (await page.locator('#wd-input').boundingBox())?.width ?? 0
  const before = await width()
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '46')
  await expect.poll(width).toBeGreaterThan(before)
  await page.getByRole('tab', { name: 'Fix' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Why' })).toBeFocused()
  await expect(page).toHaveURL(/#why$/)
  await expect(page.locator('.wd-gates')).toBeVisible()
})

test('the headings are in order', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await checker.isComplete()
  const levels = await page
    .locator('main :is(h1, h2, h3, h4):visible')
    .evaluateAll((list) => list.map(({ tagName }) => Number(tagName.slice(1))))
  expect(levels[0]).toBe(1)
  expect(levels.every((level, i) => level <= (levels[i - 1] ?? 1) + 1)).toBe(true)
})

/** How far the rows of wrapped lines of code reach to the left of the line's first letter, in pixels; and how many rows that are. */
function rowsBefore(lines: Locator): Promise<{ readonly rows: number; readonly most: number }> {
  return lines.evaluateAll((list) => {
    let [rows, most] = [0, 0]
    for (const line of list) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let first: number | undefined
      const tops = new Set<number>()
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        // Behind the mark of a diff and the indentation.
        const from = first === undefined ? (text.textContent ?? '').search(/[^\s+−]/) : 0
        if (from < 0) continue
        const range = document.createRange()
        range.setStart(text, from)
        range.setEnd(text, text.textContent?.trimEnd().length || from)
        const places = [...range.getClientRects()].filter(({ width }) => width > 0)
        first ??= places[0]?.left
        for (const { left, bottom } of places) {
          tops.add(Math.round(bottom))
          most = Math.max(most, (first ?? left) - left)
        }
      }
      rows += Math.max(0, tops.size - 1)
    }
    return { rows, most }
  })
}

test('lines that wrap on a phone keep their indentation: in a change, a policy to copy, and the editor', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock-billing')
  await checker.isComplete()
  const inDiff = await rowsBefore(page.locator('.wd-diff-line'))
  expect(inDiff.rows).toBeGreaterThan(0)
  expect(inDiff.most).toBeLessThan(2)
  await page.getByRole('button', { name: 'Apply it here' }).click()
  const copied = page.locator('.wd-changed-text .wd-code-line')
  await expect(copied.first()).toBeVisible()
  const inCopy = await rowsBefore(copied)
  expect(inCopy.rows).toBeGreaterThan(0)
  expect(inCopy.most).toBeLessThan(2)
  await checker.showInput()
  const name = (await page.locator('[data-policy]').last().getAttribute('data-policy')) ?? ''
  await checker.openPolicy(name)
  // The editor measures its letters before it indents what wraps.
  await expect(async () => {
    const inEditor = await rowsBefore(checker.card(name).locator('.cm-line'))
    expect(inEditor.rows).toBeGreaterThan(0)
    expect(inEditor.most).toBeLessThan(2)
  }).toPass()
})

test('on the narrowest phone the tools fit into one row, and no button’s words take two lines', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await checker.isComplete()
  const tops = await page
    .locator('.wd-toolbar > :visible:not(.wd-grow, .sr-only, [role="alert"])')
    .evaluateAll((list) => list.map((tool) => tool.getBoundingClientRect().top))
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(12)
  const heights = await page
    .locator('.wd-readers span, .wd-sides > button')
    .evaluateAll((list) => list.map((button) => button.getBoundingClientRect().height))
  expect(Math.max(...heights)).toBeLessThan(60)
  const labels = await page
    .locator('.wd-readers span')
    .evaluateAll((list) => list.map((label) => label.getBoundingClientRect().height))
  expect(Math.max(...labels)).toBeLessThan(40)
})

test.describe('with the reader’s own colors', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }))

  test('each part of the message has a line of its own kind, and the sentence has the same', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.openExample('scp-region-lock')
    await checker.isComplete()
    const kinds = ['wd-who', 'wd-what', 'wd-on', 'wd-why']
    const lineOf = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderBottomStyle, borderBottomWidth } = getComputedStyle(element)
          return `${borderBottomWidth} ${borderBottomStyle}`
        })
    const lines = await Promise.all(kinds.map((kind) => lineOf(`.wd-marks mark.${kind}`)))
    expect(lines).toEqual(['3px solid', '3px double', '3px dashed', '3px dotted'])
    const inSentence = await Promise.all(kinds.slice(0, 3).map((kind) => lineOf(`.wd-slot.${kind}`)))
    expect(inSentence).toEqual(lines.slice(0, 3))
    // The browser would lay a plate under the text of the box, over these lines.
    await expect(page.locator('#wd-paste')).toHaveCSS('forced-color-adjust', 'none')
  })

  test('what is in a chosen tab has its color', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.openExample('cause-depends-on-address')
    await checker.openPolicy('Costs')
    const chosen = page.locator('.wd-tab[aria-selected="true"]')
    await expect(chosen).toHaveCount(2)
    await checker.isAnswered()
    const pairs = await chosen.evaluateAll((tabs) =>
      tabs.flatMap((tab) =>
        [...tab.querySelectorAll('.wd-badge, .wd-state, .wd-icon')].map((part) => [
          getComputedStyle(part).color,
          getComputedStyle(tab).color,
        ]),
      ),
    )
    expect(pairs.length).toBeGreaterThan(2)
    for (const [part, tab] of pairs) expect(part).toBe(tab)
  })

  for (const example of ['scp-region-lock', 'cause-depends-on-address', 'access-denied-only'])
    test(`${example}: icons have the color of the text, and what can’t be pressed isn’t too faint`, async ({
      page,
    }) => {
      const checker = new CheckerPage(page)
      await checker.openExample(example)
      await checker.isAnswered()
      for (const part of ['Fix', 'Why', 'Questions', 'Message'] as const) {
        await checker.openTab(part)
        await expect(page.getByRole('tabpanel', { name: part })).toBeVisible()
        const strange = await page.locator('.wd-checker .wd-icon:visible').evaluateAll((icons) =>
          icons
            .filter((icon) => {
              const [own, around] = [icon, icon.closest('button, a, summary, .wd-tab') ?? document.body]
              return ![getComputedStyle(around).color, getComputedStyle(document.body).color].includes(
                getComputedStyle(own).color,
              )
            })
            .map((icon) => icon.parentElement?.outerHTML.slice(0, 120)),
        )
        expect(strange).toEqual([])
      }
      const faint = page.locator('.wd-checker button:disabled:visible')
      for (const button of await faint.all()) await expect(button).toHaveCSS('opacity', '1')
    })

  test('the divider shows that it has the focus', async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await new CheckerPage(page).openExample('scp-region-lock')
    const divider = page.getByRole('separator', { name: 'Width of the input' })
    await page.keyboard.press('Tab')
    await divider.focus()
    await expect(divider).toHaveCSS('outline-style', 'solid')
  })
})

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const)
  test(`dialogs are in the middle of the screen, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const checker = new CheckerPage(page)
    await checker.openExample('scp-region-lock')
    for (const open of [() => checker.share(), () => page.keyboard.press('Alt+Shift+K')]) {
      await open()
      // Its content is loaded when it's first opened, and gives it its size.
      await expect(page.locator('dialog[open] :is(input, button[data-press])').first()).toBeVisible()
      const box = await page.locator('dialog[open]').boundingBox()
      expect(box?.x).toBeGreaterThan(0)
      expect(Math.abs((box?.x ?? 0) * 2 + (box?.width ?? 0) - width)).toBeLessThan(20)
      expect(box?.y).toBeGreaterThan(0)
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog[open]')).toHaveCount(0)
    }
  })
