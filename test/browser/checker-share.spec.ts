// Sharing and exporting: links, files, reports, and saved requests.
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { run } from '../../scripts/run.ts'
import { CheckerPage, policyOf } from './checker-page.ts'
import { expect, type Page, test } from './test.ts'

const deniedMessage =
  'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::amzn-s3-demo-bucket/a.txt'
const reads = policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
const lists = policyOf({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' })

async function denied(page: Page): Promise<CheckerPage> {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.addPolicy(lists)
  await checker.decides('implicitDeny')
  return checker
}

const saved = async (page: Page, button: string): Promise<string> => {
  const waiting = page.waitForEvent('download')
  if (!(await page.getByRole('dialog').isVisible())) await new CheckerPage(page).share()
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await waiting).path(), 'utf8')
}

test.describe('a link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('opens the same case, without names if the user wants that, and leaves the URL clean', async ({ page }) => {
    await denied(page)
    await new CheckerPage(page).share()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await expect(page.getByText('Link copied').first()).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/checker(?:\/|\.html)#case=[\w-]+$/)
    await page.goto('about:blank')
    await page.goto(link)
    const checker = new CheckerPage(page)
    await checker.decides('implicitDeny')
    await expect(checker.paste).toHaveValue(/user\/name1 is not authorized/)
    await expect(checker.paste).not.toHaveValue(/123456789012|mateojackson/)
    expect(new URL(page.url()).hash).toBe('')
  })

  test('that was copied leaves every button where it is, and the next click reaches its button', async ({ page }) => {
    await denied(page)
    await new CheckerPage(page).share()
    const save = page.getByRole('button', { name: 'Save the case' })
    const before = await save.boundingBox()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await expect(page.getByText('Link copied').first()).toBeVisible()
    expect(await save.boundingBox()).toEqual(before)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).hover()
    await page.mouse.down()
    await page.mouse.up()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('that is cut off says so, and the page still works', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open('#case=abcdef')
    await expect(page.getByRole('alert').filter({ hasText: 'cut or broken' })).toBeVisible()
    await checker.paste.fill(deniedMessage)
    await expect(checker.answer).toBeVisible()
  })
})

test.describe('a file', () => {
  test('that was saved is opened again', async ({ page }, info) => {
    await denied(page)
    await new CheckerPage(page).share()
    await page.getByLabel(/Replace account numbers/).uncheck()
    const text = await saved(page, 'Save the case')
    expect(JSON.parse(text)).toMatchObject({ whydenied: 1, case: { paste: deniedMessage } })
    const path = info.outputPath('case.json')
    writeFileSync(path, text)
    const checker = new CheckerPage(page)
    await checker.open()
    await page.getByLabel('A saved case, policy tests, a CloudTrail file, a policy').setInputFiles(path)
    await expect(checker.paste).toHaveValue(deniedMessage)
    await checker.decides('implicitDeny')
  })

  test('keeps bucket names unless their box is ticked, and says which it is', async ({ page }) => {
    const checker = await denied(page)
    await checker.share()
    const names = page.getByLabel(/Replace account numbers/)
    const buckets = page.getByLabel('Replace bucket names, too.')
    const paste = async (): Promise<string> => JSON.parse(await saved(page, 'Save the case')).case.paste
    await expect(buckets).not.toBeChecked()
    await expect(page.getByText(/^Still readable:/)).toContainText('bucket names')
    expect(await paste()).toMatch(/user\/name1 .* arn:aws:s3:::amzn-s3-demo-bucket\/a\.txt$/)
    await buckets.check()
    await expect(page.getByText(/^Still readable:/)).not.toContainText('bucket names')
    await expect(page.getByText(/^Replaced with placeholders:/)).toContainText('bucket names')
    const hidden = await paste()
    expect(hidden).toMatch(/user\/name1 .* arn:aws:s3:::name\d+-.*\/a\.txt$/)
    expect(hidden).not.toContain('amzn-s3-demo-bucket')
    // Without placeholders for names there are none for buckets.
    await names.uncheck()
    await expect(buckets).toBeDisabled()
    expect(await paste()).toBe(deniedMessage)
    await checker.decides('implicitDeny')
  })

  test('that inflates without end is read in pieces, not held', async ({ page }, info) => {
    const path = info.outputPath('trail.json.gz')
    writeFileSync(path, gzipSync(Buffer.alloc(120_000_000, ' ')))
    const checker = new CheckerPage(page)
    await checker.open()
    await page.getByLabel('A saved case, policy tests, a CloudTrail file, a policy').setInputFiles(path)
    await expect(checker.paste).toHaveValue('No denial was found in 120 million characters.')
  })

  test('of CloudTrail is unpacked and read', async ({ page }, info) => {
    const event = {
      eventVersion: '1.11',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/mateo', accountId: '111122223333' },
      eventSource: 'sqs.amazonaws.com',
      eventName: 'SendMessage',
      errorCode: 'AccessDenied',
    }
    const path = info.outputPath('trail.json.gz')
    writeFileSync(path, gzipSync(JSON.stringify({ Records: [event] })))
    const checker = new CheckerPage(page)
    await checker.open()
    await page.getByLabel('A saved case, policy tests, a CloudTrail file, a policy').setInputFiles(path)
    await expect(page.locator('[data-sentence]')).toContainText('sqs:SendMessage')
  })
})

test('the report names the deciding policy and the versions, without personal names', async ({ page }) => {
  await denied(page)
  const report = await saved(page, 'Save the report')
  expect(report).toContain('# ')
  expect(report).toContain('Decision: `implicitDeny`')
  expect(report).toMatch(/Whydenied \d+\.\d+\.\d+/)
  expect(report).toMatch(/Data of AWS’s services as of 20\d\d-/)
  expect(report).not.toMatch(/123456789012|mateojackson/)
})

test('a saved request is evaluated again when a policy changes', async ({ page }) => {
  const checker = await denied(page)
  await checker.openError()
  await page.getByRole('button', { name: 'Keep this request as “Denied”' }).click()
  const kept = page.locator('[data-kept]')
  await expect(kept).toContainText('Still: Denied')
  await checker.fillEditor('Policy 1', reads)
  await expect(kept).toContainText('Now: Allowed, was: Denied')
  await checker.openError()
  await checker.paste.fill('')
  await kept.getByRole('button', { name: 'Look at it' }).click()
  await expect(checker.paste).toHaveValue(deniedMessage)
  await kept.getByRole('button', { name: /Forget/ }).click()
  await expect(kept).toHaveCount(0)
})

test('saved requests are saved as policy tests, which whydenied test runs, and which open again', async ({
  page,
}, info) => {
  const checker = await denied(page)
  await checker.openError()
  await page.getByRole('button', { name: 'Keep this request as “Denied”' }).click()
  await checker.share()
  await page.getByLabel(/Replace account numbers/).uncheck()
  const text = await saved(page, 'Save the tests')
  const path = info.outputPath('requests.access.yaml')
  writeFileSync(path, text)
  const ended = await run(process.execPath, ['src/cli/main.ts', 'test', path])
  expect(ended).toEqual({
    status: 0,
    output: 'ok  s3:GetObject by mateojackson\n1 request in 1 file: 1 as expected, 0 not\n',
  })
  await checker.open()
  await page.getByLabel('A saved case, policy tests, a CloudTrail file, a policy').setInputFiles(path)
  await checker.decides('implicitDeny')
  const kept = page.locator('[data-kept]')
  await expect(kept).toContainText('Still: Denied')
  await checker.fillEditor('Policy 1', reads)
  await expect(kept).toContainText('Now: Allowed, was: Denied')
})

test('keys do what buttons do, and a palette lists and runs them', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await page.keyboard.press('Alt+Shift+KeyF')
  await checker.decides('allowed')
  await page.keyboard.press('Alt+Shift+KeyU')
  await checker.decides('explicitDeny')
  await page.keyboard.press('Alt+Shift+KeyC')
  await expect(page.locator('.wd-copy .wd-outcome').first()).not.toBeEmpty()
  await page.keyboard.press('Alt+Shift+KeyW')
  await expect(page.getByRole('radio', { name: 'I was denied' })).toBeChecked()
  await page.keyboard.press('Alt+Shift+KeyE')
  await expect(checker.paste).toBeFocused()
  await page.keyboard.press('Alt+Shift+KeyA')
  await expect(page.locator('#wd-result')).toBeFocused()
  await page.keyboard.press('Alt+Shift+KeyK')
  await expect(page.getByRole('textbox', { name: 'Search commands' })).toBeFocused()
  await page.keyboard.type('open message')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Message to your administrator' })).toBeVisible()
  await page.keyboard.press('Alt+Shift+Digit2')
  await expect(page.locator('.wd-gates')).toBeVisible()
})

test('documents that were moved out of a paste can be moved back', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const paste = `User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetTags\n${policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' })}`
  await checker.paste.fill(paste)
  await expect(page.locator('[data-policy]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(checker.paste).toHaveValue(paste)
  // The engine would be the one to move it out again.
  await checker.isAnswered()
  await expect(checker.paste).toHaveValue(paste)
  await expect(page.locator('[data-policy]')).toHaveCount(0)
})
