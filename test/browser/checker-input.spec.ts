import { CheckerPage, pasteInto, policyOf } from './checker-page.ts'
import { expect, test } from './test.ts'

const keyId = `AKIA${'ABCDEFGH'.repeat(2)}`
const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzT4v8Qn2Lk0s'
const megabytes = (count: number, line: string): string =>
  line.repeat(Math.ceil((count * 1_000_000) / line.length)).slice(0, count * 1_000_000)

test.describe('a mixture in one paste', () => {
  const message =
    'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetCostAndUsage because no identity-based policy allows the ce:GetCostAndUsage action'
  const reads = policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
  const inline = { UserName: 'mateo', PolicyName: 'Reports', PolicyDocument: JSON.parse(reads) }

  test('is sorted: the error stays, the documents become policies, and the page reports the rest', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    const attached = { AttachedPolicies: [{ PolicyName: 'Deny', PolicyArn: 'arn:aws:iam::111122223333:policy/Deny' }] }
    await pasteInto(checker.paste, [message, JSON.stringify(inline, null, 2), JSON.stringify(attached)].join('\n\n'))
    await expect(checker.paste).toHaveValue(message)
    await checker.openPolicy('Reports')
    await expect(checker.card('Reports')).toContainText('because it is the inline policy of a user, group or role')
    await expect(page.locator('.wd-sorted')).toContainText('A policy was taken out of what you pasted: Reports')
    await expect(page.locator('.wd-sorted')).toContainText(
      'aws iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/Deny',
    )
    await checker.decides('implicitDeny')
    await checker.openError()
    await page.getByRole('button', { name: 'I understand' }).click()
    await expect(page.locator('.wd-sorted')).toHaveCount(0)
    await page.getByRole('button', { name: 'Apply it here' }).click()
    await checker.decides('allowed')
  })

  test('in YAML too', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    const yaml =
      'PolicyName: Reports\nUserName: mateo\nPolicyDocument:\n  Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n'
    await pasteInto(checker.paste, `${yaml}\n${message}`)
    await expect(checker.card('Reports')).toHaveCount(1)
    await expect(checker.paste).toHaveValue(message)
  })

  test('a type that is chosen by hand stays', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await pasteInto(checker.paste, `${message}\n${JSON.stringify(inline)}`)
    await checker.openPolicy('Reports')
    await expect(checker.card('Reports')).toContainText('Recognized as')
    await checker.card('Reports').getByLabel('Type').selectOption('scp')
    await expect(checker.card('Reports').getByLabel(/Attached to/)).toBeVisible()
    await checker.isAnswered()
    await expect(checker.card('Reports')).not.toContainText('Recognized as')
    await expect(checker.card('Reports').getByLabel('Type')).toHaveValue('scp')
  })
})

test.describe('secrets', () => {
  test('are removed from the box at once, and the page says why', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await pasteInto(checker.paste, `Access Denied aws_access_key_id=${keyId} aws_secret_access_key=${secret}`)
    await expect(checker.secrets).toContainText('We removed them')
    await expect(checker.paste).toHaveValue(/Access Denied/)
    await expect(checker.paste).not.toHaveValue(new RegExp(keyId))
    await expect(checker.paste).not.toHaveValue(/wJalrXUtn/)
    await page.getByRole('button', { name: 'I understand' }).click()
    await expect(checker.secrets).toBeEmpty()
  })

  test('are removed from a policy, and undo doesn’t restore them', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    const name = await checker.addPolicy(`{ "Sid": "${keyId}" }`)
    await expect(checker.secrets).toContainText('an access key ID')
    await expect(checker.editor(name)).not.toContainText(keyId)
    await checker.editor(name).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' typed')
    await page.keyboard.press('Control+z')
    // Undo works here: what was typed is gone. One step more, and back again.
    await expect(checker.editor(name)).not.toContainText('typed')
    await page.keyboard.press('Control+z')
    await expect(checker.editor(name)).not.toContainText(keyId)
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+y')
    await expect(checker.editor(name)).toContainText('typed')
    await expect(checker.editor(name)).not.toContainText(keyId)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(keyId)
  })

  test('are removed from the request-detail fields', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.openSlot('principal')
    await page.getByLabel('Caller', { exact: true }).fill(keyId)
    await expect(checker.secrets).toContainText('an access key ID')
    await expect(page.getByLabel('Caller', { exact: true })).not.toHaveValue(keyId)
  })

  test('are removed from text that the home page passes on', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open(`#paste=${encodeURIComponent(`Access Denied ${keyId}`)}`)
    await expect(checker.secrets).toContainText('an access key ID')
    await expect(checker.paste).toHaveValue(/Access Denied/)
    await expect(checker.paste).not.toHaveValue(new RegExp(keyId))
  })

  test('are removed from a paste of several megabytes', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await pasteInto(checker.paste, `${megabytes(1, 'a line of a log\n')}${keyId}`)
    await expect(checker.secrets).toContainText('an access key ID')
  })
})

test.describe('pasted text is never HTML', () => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script><b class="pwned">b</b>'

  test('in the box, the policies, their names and the answer', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.fill(
      `User: arn:aws:iam::123456789012:user/${hostile} is not authorized to perform: s3:GetObject on resource: ${hostile}`,
    )
    const name = await checker.addPolicy(policyOf({ Sid: hostile, Effect: hostile, Action: hostile, Resource: '*' }))
    await checker.card(name).getByLabel('Name').fill(hostile)
    await expect(checker.answer).toBeVisible()
    await expect(page.locator('.wd-complaints')).toContainText('onerror')
    await expect(page.locator('.pwned, .wd-checker img, .wd-checker script')).toHaveCount(0)
    expect(await page.title()).toContain('Why was it denied?')
  })
})

test.describe('bad input', () => {
  test('nothing: the page shows where to start', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.addPolicy('')
    await checker.isAnswered()
    await expect(checker.start).toBeVisible()
    await expect(checker.start.getByRole('button').first()).toBeVisible()
  })

  const policies: readonly (readonly [string, string, string])[] = [
    ['half a JSON', '{\n  "Version": "2012-10-17",\n  "Statement": [\n', 'line 4, column 1'],
    ['a policy with a wrong type', '{\n  "Version": "2012-10-17",\n  "Statement": 5\n}', 'line 3, column 16'],
    ['a binary file', 'PK\u0003\u0004\n\u0000\u0001', 'line 1, column 3'],
  ]
  for (const [what, text, place] of policies) {
    test(`${what} as a policy: what is wrong, where, and the text is kept`, async ({ page }) => {
      const checker = new CheckerPage(page)
      await checker.open()
      await checker.paste.fill('Access Denied')
      const name = await checker.addPolicy(text)
      const complaint = checker.card(name).locator('.wd-complaints li').first()
      await expect(complaint).toContainText(place)
      await expect(complaint).toContainText(/expected|expected/i)
      await complaint.getByRole('button', { name: place }).click()
      await expect(checker.editor(name)).toBeFocused()
      await expect(checker.paste).toHaveValue('Access Denied')
    })
  }

  test('half an event in the box: what is wrong, where, and the text is kept', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.fill('{\n  "errorCode": "AccessDenied",\n  "eventName": ')
    await expect(page.locator('.wd-complaints')).toContainText('line 3')
    await expect(checker.paste).toHaveValue(/eventName/)
  })

  test('a binary file in the box', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await pasteInto(checker.paste, 'ab\u0000\u0001\u0002')
    await expect(page.locator('.wd-complaints')).toContainText('line 1, column 3')
    await expect(page.locator('.wd-complaints')).toContainText('binary')
  })

  test('10 MB in the box: kept whole, shown in part, answered without freezing', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const checker = new CheckerPage(page)
    await checker.open()
    // While the engine reads, the page's own thread stays free: a timer goes on ticking.
    const length = await page.evaluate(() => {
      const error = 'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObject'
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'INFO everything is fine\n'.repeat(430_000) + error)
      const watch = { ticks: 0 }
      setInterval(() => (watch.ticks += 1), 10)
      Object.assign(globalThis, { watch })
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('#wd-paste')?.dispatchEvent(paste)
      return clipboardData.getData('text/plain').length
    })
    await expect(page.locator('.wd-long')).toHaveAttribute('data-length', String(length))
    await expect(checker.answer).toBeVisible()
    expect((await checker.paste.inputValue()).length).toBeLessThan(10_000)
    const ticks = await page.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'watch'), 'ticks')))
    expect(ticks).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Copy all of it' }).click()
    await expect(page.locator('.wd-long').getByText('Copied')).toBeVisible()
    expect(await page.evaluate(async () => (await navigator.clipboard.readText()).length)).toBe(length)
    await page.getByRole('button', { name: 'Empty the box' }).click()
    await expect(checker.start).toBeVisible()
  })

  test('10 MB as a policy: kept, and reported as not a policy', async ({ page }) => {
    const checker = new CheckerPage(page)
    await checker.open()
    await checker.paste.fill('Access Denied')
    const name = await checker.addPolicy('')
    await pasteInto(checker.editor(name), megabytes(10, '{"Statement": [{"Effect": "Allow"}]}\n'))
    await expect(checker.card(name).locator('.wd-long')).toHaveAttribute('data-length', '10000000')
    await expect(checker.card(name).locator('.wd-complaints')).toContainText('No policy of AWS is that long')
    await page.getByRole('button', { name: 'Empty the box' }).click()
    await checker.fillEditor(
      name,
      policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
    )
    // The type and the complaints come in one answer. Before it there are none either.
    await expect(checker.card(name)).toContainText('Recognized as an identity-based policy')
    await expect(checker.card(name).locator('.wd-complaints')).toHaveCount(0)
  })
})

test('long computations are announced, can be stopped, and lose nothing', { tag: '@server' }, async ({ page }) => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/reference/index.json', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill('Access Denied')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped. What you entered is still here.')).toBeVisible()
  await expect(checker.paste).toHaveValue('Access Denied')
  release()
  await page.getByRole('button', { name: 'Try again' }).click()
  await checker.causeIs('no-detail')
})
