// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What the editor explains and completes, as a person gets it: with a real pointer, and with keys alone.
import { CheckerPage } from './checker-page.ts'
import { expect, type Locator, type Page, test } from './test.ts'

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/home/\${aws:username}/*",
      "Condition": {
        "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" },
        "DateLessThan": { "aws:CurrentTime": "2027-01-01T00:00:00Z" }
      }
    },
    {
      "Effect": "Deny",
      "NotPrincipal": { "Service": "cloudtrail.amazonaws.com" },
      "NotAction": "s3:List*",
      "NotResource": "arn:aws:s3:::reports"
    }
  ]
}`
const lines = policy.split('\n')

/** What a word is explained as, and the page behind “More, with examples”. */
const explanations: readonly (readonly [word: string, says: RegExp, page: string | undefined])[] = [
  ['Version', /The version of the policy language/, 'reference/elements/#version'],
  ['Effect', /Whether the statement allows or denies/, 'reference/elements/#effect'],
  ['Principal', /The callers that the statement applies to/, 'reference/elements/#principal'],
  ['AWS', /Accounts, users, roles/, 'reference/elements/#principal'],
  ['NotPrincipal', /Everyone/, 'reference/elements/#notprincipal'],
  ['NotResource', /except these/, 'reference/elements/#notresource'],
  ['s3:GetObject', /Read/, 'reference/s3/#getobject'],
  ['ForAnyValue:StringLike', /fits this pattern/, 'reference/operators/stringlike/'],
  ['DateLessThan', /before this/, 'reference/operators/datelessthan/'],
  ['aws:PrincipalOrgPaths', /path of the caller’s account/, 'reference/condition-keys/aws-principalorgpaths/'],
  ['${aws:username}', /policy variable/, 'policies/variables/'],
]

async function openEditor(page: Page, text: string): Promise<Locator> {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy(text)
  await expect(checker.card(name).locator('[data-assists]')).toHaveCount(1)
  return checker.editor(name)
}

/** Waits until the page was drawn some times. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (most) => {
    for (let i = 0; i < most; i++) await new Promise(requestAnimationFrame)
  }, count)

// Wide enough that no line wraps: the arrow keys go by what is seen.
test.beforeEach(({ page }) => page.setViewportSize({ width: 1920, height: 1080 }))

/** Moves the cursor into a word with the keys of the keyboard. */
async function moveInto(page: Page, editor: Locator, word: string): Promise<void> {
  const line = lines.findIndex((text) => text.includes(word))
  await editor.focus()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < line; i++) await page.keyboard.press('ArrowDown')
  for (let i = (lines[line] ?? '').indexOf(word) + 1; i > 0; i--) await page.keyboard.press('ArrowRight')
}

/** The middle of a word on the screen: it can stand within a string. */
function placeOf(editor: Locator, word: string): Promise<{ readonly x: number; readonly y: number }> {
  return editor.evaluate((content, wanted) => {
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = text.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + wanted.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    throw new Error(`no ${wanted}`)
  }, word)
}

test.describe('explains', () => {
  test('each of them to a pointer that rests on it', async ({ page }) => {
    const editor = await openEditor(page, policy)
    const box = page.locator('.cm-about')
    for (const [word, says, path] of explanations)
      await test.step(word, () =>
        expect(async () => {
          await page.mouse.move(0, 0)
          await expect(box).toHaveCount(0, { timeout: 2000 })
          const { x, y } = await placeOf(editor, word)
          await page.mouse.move(x - 2, y)
          await page.mouse.move(x, y)
          await expect(box).toContainText(says, { timeout: 2000 })
          // The pointer can go into the explanation, to its links. (The editor drops it when the problems of the text arrive.)
          const more = box.getByRole('link', { name: 'More, with examples' })
          await more.hover({ timeout: 2000 })
          await expect(more).toHaveAttribute('href', RegExp(`${path}$`), { timeout: 2000 })
        }).toPass(),
      )
  })

  test('each of them to a reader without a pointer, until Escape', async ({ page }) => {
    const editor = await openEditor(page, policy)
    const box = page.locator('.cm-about')
    for (const [word, says] of explanations) {
      await moveInto(page, editor, word)
      await page.keyboard.press('Control+i')
      await expect(box).toContainText(says)
      await page.keyboard.press('Escape')
      await expect(box).toHaveCount(0)
    }
  })
})

test('a problem under the pointer is told in words, with names as code', async ({ page }) => {
  const editor = await openEditor(page, '{"Version": "2012-10-17", "Statement": [{"Effect": "Alow"}]}')
  const box = page.locator('.cm-diagnosticText')
  await expect(async () => {
    await page.mouse.move(0, 0)
    const { x, y } = await placeOf(editor, 'Alow')
    await page.mouse.move(x, y)
    await expect(box).toContainText('Alow isn’t an effect', { timeout: 2000 })
  }).toPass()
  await expect(box.locator('code').first()).toHaveText('Alow')
  await expect(box).not.toContainText('`')
})

/** What is typed at the mark |, what is offered then, what explains it, and what Enter makes of it. */
const completions: readonly (readonly [
  what: string,
  text: string,
  typed: string,
  option: string,
  says: RegExp,
  becomes: string,
])[] = [
  ['an element', '{"Statement": [{"|"}]}', 'NotPr', 'NotPrincipal', /Everyone/, '{"NotPrincipal"}'],
  ['an effect', '{"Statement": [{"Effect": "|"}]}', 'De', 'Deny', /allows or denies/, '"Effect": "Deny"'],
  [
    'a kind of principal',
    '{"Statement": [{"Principal": {"|"}}]}',
    'Fed',
    'Federated',
    /Identity providers/,
    '{"Federated"}',
  ],
  [
    'an operator',
    '{"Statement": [{"Condition": {"|"}}]}',
    'NotIp',
    'NotIpAddress',
    /address range/,
    '{"NotIpAddress"}',
  ],
  [
    'a global key',
    '{"Statement": [{"Condition": {"Bool": {"|"}}}]}',
    'aws:Sec',
    'aws:SecureTransport',
    /TLS/,
    '{"aws:SecureTransport"}',
  ],
  [
    'a variable',
    '{"Statement": [{"Resource": "arn:aws:s3:::a/${|}"}]}',
    'aws:usern',
    'aws:username',
    /./,
    '${aws:username}',
  ],
  ['an action', '{"Statement": [{"Action": "|"}]}', 'iam:PassR', 'iam:PassRole', /./, '"Action": "iam:PassRole"'],
]

test('completes by keyboard: elements, effects, principals, operators, keys, variables, actions', async ({ page }) => {
  const editor = await openEditor(page, policy)
  for (const [what, text, typed, option, says, becomes] of completions)
    await test.step(`${what}: ${typed} becomes ${option}`, async () => {
      const [before = '', after = ''] = text.split('|')
      await editor.fill(before + after)
      await expect(editor).toHaveText(before + after)
      await editor.focus()
      await page.keyboard.press('Control+End')
      for (let i = 0; i < after.length; i++) await page.keyboard.press('ArrowLeft')
      await page.keyboard.type(typed)
      const chosen = page.locator('[role="option"][aria-selected="true"]')
      await expect(chosen).toHaveText(option)
      await expect(page.locator('.cm-completionInfo')).toContainText(says)
      await page.keyboard.press('Escape')
      await expect(chosen).toHaveCount(0)
      await expect(editor).toContainText(before + typed + after)
      await page.keyboard.press('Control+Space')
      await expect(chosen).toHaveText(option)
      // For a moment after the list came, Enter is still for the text, so that nobody chooses by accident.
      await frames(page, 12)
      await page.keyboard.press('Enter')
      await expect(editor).toContainText(becomes)
    })
})
