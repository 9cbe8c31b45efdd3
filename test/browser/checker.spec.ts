import { CheckerPage, pasteInto, policyOf } from './checker-page.ts'
import { deep } from './sites.ts'
import { expect, type Locator, type Page, test } from './test.ts'

const deniedMessage =
  'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::amzn-s3-demo-bucket/a.txt'
const allow = (action: string) => policyOf({ Sid: 'Mine', Effect: 'Allow', Action: action, Resource: '*' })

test('typing changes the answer live', { tag: '@file' }, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await expect(checker.start).toBeVisible()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await expect(page.locator('[data-sentence]')).toContainText(
    /mateojackson ?called s3:GetObject ?on amzn-s3-demo-bucket/,
  )
  const name = await checker.addPolicy(allow('s3:Put*'))
  await checker.isAnswered()
  await checker.decides('implicitDeny')
  await checker.fillEditor(name, allow('s3:Get*'))
  await checker.decides('allowed')
  await checker.fillEditor(name, policyOf({ Effect: 'Deny', Action: '*', Resource: '*' }))
  await checker.decides('explicitDeny')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(checker.start).toBeVisible()
})

test('the parts that were read are highlighted in the pasted text', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(`${deniedMessage} because no identity-based policy allows the s3:GetObject action`)
  const marks = page.locator('.wd-marks mark')
  await expect(marks).toHaveText([/arn:aws:iam/, /^s3:/, /arn:aws:s3/, /because no/])
  // The box and the highlights behind it break lines in the same places.
  await checker.isComplete()
  const boxes = await page.locator('#wd-paste, .wd-marks').evaluateAll((both) =>
    both.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height].join()
    }),
  )
  expect(boxes).toHaveLength(2)
  expect(boxes[0]).toBe(boxes[1])
})

test('several denials in one paste: the user chooses one', { tag: '@file' }, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const other = deniedMessage.replace('mateojackson', 'marymajor').replace('s3:GetObject', 'ce:GetCostAndUsage')
  await checker.paste.fill([deniedMessage, other, other].join('\n'))
  await expect(page.getByText('3 denials, 2 different ones: which one?')).toBeVisible()
  await expect(page.locator('[data-sentence]')).toContainText(/mateojackson ?called s3:GetObject/)
  await page.getByRole('radio', { name: /marymajor → ce:GetCostAndUsage 2 times/ }).check()
  await expect(page.locator('[data-sentence]')).toContainText(/marymajor ?called ce:GetCostAndUsage/)
  await checker.paste.fill(deniedMessage)
  await expect(page.locator('[data-denials]')).toHaveCount(0)
  await expect(page.locator('[data-sentence]')).toContainText(/mateojackson ?called s3:GetObject/)
})

test('a link from another page brings a policy along', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open(`#policy=${encodeURIComponent(allow('s3:GetObjct'))}`)
  await expect(page.locator('[data-code="INVALID_ACTION"]')).toBeVisible()
  await expect(page).toHaveURL(/checker\/$/)
  await page.getByRole('link', { name: 'Why this matters, with an example' }).first().click()
  await expect(page).toHaveURL(/checks\/invalid-action\/$/)
})

test('a policy’s type is detected, and the user can change it', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  const name = await checker.addPolicy(policyOf({ Effect: 'Deny', Action: 's3:*', Resource: '*' }))
  await expect(checker.card(name)).toContainText('Recognized as a service control policy (SCP), because it only denies')
  await checker.card(name).getByLabel('Attached to').fill('r-root')
  await checker.openTab('Why')
  await expect(page.locator('.wd-gate[data-kind="scp"]')).toContainText('at r-root')
  await checker.card(name).getByLabel('Type').selectOption('permissions-boundary')
  await expect(page.locator('.wd-gate[data-kind="permissions-boundary"]')).toHaveAttribute('data-state', 'denies')
})

test('an applied fix allows the request, and undo reverts it', { tag: '@file' }, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  const name = await checker.addPolicy(allow('s3:Put*'))
  await expect(checker.fixes.locator('ins').first()).toContainText('+ ')
  await expect(checker.fixes.locator('.wd-proof')).toHaveAttribute('data-after', 'allowed')
  await page.getByRole('button', { name: 'Apply it here' }).click()
  await checker.decides('allowed')
  await expect(checker.editor(name)).toContainText('s3:GetObject')
  await page.getByRole('button', { name: 'Undo' }).click()
  await checker.decides('implicitDeny')
  await expect(checker.editor(name)).not.toContainText('s3:GetObject')
})

test('two changes are applied together', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.addPolicy(allow('ce:*'))
  const name = await checker.addPolicy(allow('ec2:*'))
  await checker.card(name).getByLabel('Type').selectOption('permissions-boundary')
  await expect(checker.fixes).toHaveCount(2)
  await page.getByRole('button', { name: 'Apply changes 1 to 2 here' }).click()
  await checker.decides('allowed')
})

test('a change includes what every such call needs, and what some need once it is ticked', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(
    'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:report because no identity-based policy allows the lambda:CreateFunction action',
  )
  const fix = checker.fixes.first()
  const document = fix.locator('.wd-diff')
  const certain = fix.locator('.wd-wider').filter({ hasText: 'This change includes what every such call needs' })
  await expect(certain.getByRole('listitem')).toHaveText([
    /^iam:PassRole on arn:aws:iam::123456789012:role\/<ROLE_NAME>: the call passes a role to the service/,
  ])
  await expect(fix).toContainText('The <PLACEHOLDERS> are for you to fill in.')
  await expect(document).toContainText('arn:aws:iam::123456789012:role/<ROLE_NAME>')
  await expect(document).not.toContainText('lambda:TagResource')

  const options = page.getByRole('group', { name: 'Also allow what applies to your call:' })
  const key = options.getByLabel(/kms:Encrypt/)
  await expect(key).toHaveCount(1)
  await key.check()
  for (const action of ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'])
    await expect(document).toContainText(action)
  await key.uncheck()
  await expect(document).not.toContainText('kms:')

  const tags = options.getByLabel(/lambda:TagResource/)
  await expect(tags).not.toBeChecked()
  await tags.check()
  await expect(document).toContainText('lambda:TagResource')
  await tags.uncheck()
  await expect(document).not.toContainText('lambda:TagResource')
  await expect(document).toContainText('iam:PassRole')
  await tags.check()
  await expect(document).toContainText('lambda:TagResource')

  await page.getByRole('button', { name: 'Apply it here' }).click()
  await checker.decides('allowed')
  await checker.openPolicy('New identity-based policy')
  await expect(checker.editor('New identity-based policy')).toContainText('iam:PassRole')
  await expect(checker.editor('New identity-based policy')).toContainText('lambda:TagResource')
})

test('an alternative fix is shown with its trade-off, and can be applied instead', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await page.locator('.wd-other-way > summary').click()
  const other = page.locator('.wd-other-way')
  await expect(other).toContainText('The trade-off')
  await expect(other.locator('.wd-proof')).toHaveAttribute('data-after', 'allowed')
  await other.getByRole('button', { name: 'Apply it here' }).click()
  await checker.decides('allowed')
  await expect(checker.card('New resource-based policy')).toBeVisible()
})

test('the deciding statement is marked, and a click shows it', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('mfa-deny')
  await checker.openTab('Why')
  await page.locator('[data-deciding] button').click()
  await expect(page.locator('.cm-mark-spot').first()).toBeInViewport()
  await expect(page.locator('.cm-content')).toBeFocused()
  const marked = page.locator('.cm-mark-deny')
  await expect(marked.filter({ hasText: 'DenyWithoutMfa' })).toBeVisible()
  await expect(marked.filter({ hasText: '"Payments"' })).toHaveCount(0)
})

test('the gates show where it stops, and open to their statements', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await checker.openTab('Why')
  const stop = page.locator('.wd-gate[data-place="stop"]')
  await expect(stop).toHaveCount(1)
  await expect(stop).toContainText('Stops here')
  await expect(stop.getByRole('button', { name: /OnlyOurRegions/ })).toBeVisible()
  await expect(stop).toContainText('aws:RequestedRegion')
})

test('of many statements the first are shown, and the rest on request', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  const statements = Array.from({ length: 60 }, (_, i) => ({
    Effect: 'Allow',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::b${i}/*`,
  }))
  await checker.addPolicy(policyOf(...statements))
  await checker.openTab('Why')
  const gate = page.locator('.wd-gate[data-kind="identity"]')
  await expect(gate.locator('.wd-statements > li')).toHaveCount(20)
  await gate.getByRole('button', { name: 'Show 40 more statements' }).click()
  await expect(gate.locator('.wd-statements > li')).toHaveCount(60)
})

/** A denial, and a policy that allows the request under a condition. */
async function deniedUnder(page: Page, Condition: object): Promise<CheckerPage> {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.addPolicy(policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition }))
  await checker.decides('undetermined')
  return checker
}

test('a question is answered with a button', { tag: '@file' }, async ({ page }) => {
  const checker = await deniedUnder(page, { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })
  await expect(page.getByRole('group', { name: /Which Region did the call go to\?/ })).toBeVisible()
  await page.getByRole('button', { name: /^eu-west-1 / }).click()
  await checker.decides('allowed')
})

test('“the request doesn’t have this key” is an answer, too', async ({ page }) => {
  const checker = await deniedUnder(page, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })
  const question = page.getByRole('group', { name: /Was MFA used\?/ })
  await question.getByRole('button', { name: /without a session Allowed/ }).click()
  await checker.decides('allowed')
  await checker.openError()
  await checker.openSlot('context')
  await expect(page.getByLabel('The request does not carry it')).toBeChecked()
  await page.getByLabel('The request does not carry it').uncheck()
  await expect(question).toBeVisible()
})

test('the request details are read from the paste and can be corrected', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.addPolicy(allow('s3:PutObject'))
  await checker.decides('implicitDeny')
  await checker.openError()
  await checker.openSlot('action')
  const action = page.getByLabel('Action', { exact: true })
  await expect(action).toHaveValue('s3:GetObject')
  await action.fill('s3:PutObject')
  await checker.decides('allowed')
  await page.getByRole('button', { name: 'Use what the paste says' }).click()
  await expect(action).toHaveValue('s3:GetObject')
  await checker.decides('implicitDeny')
})

test('the steps differ for the two readers', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  // Policies are at hand: the first guess is an administrator.
  await expect(page.getByLabel('I administer this account')).toBeChecked()
  await expect(page.locator('.wd-steps')).toContainText('For an administrator')
  await page.getByLabel('I was denied').check()
  await page.getByRole('button', { name: 'Send your administrator the message' }).click()
  await expect(page.getByRole('textbox', { name: 'Message to your administrator' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('I was denied')).toBeChecked()
})

test('the message to the administrator is copied', { tag: '@file' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const checker = new CheckerPage(page)
  await checker.openExample('scp-region-lock')
  await checker.openTab('Message')
  await page.getByRole('button', { name: 'Copy the message' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('ce:GetCostAndUsage')
})

test('a policy pasted into the box goes to the policies', { tag: '@file' }, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(allow('s3:*'))
  await expect(checker.paste).toHaveValue('')
  await checker.openPolicy('Policy 1')
  await expect(checker.editor('Policy 1')).toContainText('s3:*')
})

test('a policy that is cut off moves there too, once, and the page says so', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(allow('s3:*').replace(/\}\s*$/, ''))
  await expect(checker.paste).toHaveValue('')
  await expect(page.locator('.wd-sorted')).toContainText('cut off at its end')
  await checker.openPolicy('Policy 1')
  await expect(checker.editor('Policy 1')).toContainText('s3:*')
  await checker.isAnswered()
  await expect(page.locator('[data-policy]')).toHaveCount(1)
})

test('service data that can’t be loaded is named, and the answer still appears', {
  tag: '@server',
}, async ({ page }) => {
  await page.route('**/reference/s3.json', (route) => route.abort())
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await checker.openTab('Why')
  await expect(page.locator('[data-missing]')).toContainText('s3')
})

test('the home page passes the error to the checker, and the URL doesn’t keep it', async ({ page }) => {
  await page.goto('./')
  await page.getByLabel('Paste the error you got').fill(`${deniedMessage} a+b %41 #`)
  await page.getByRole('button', { name: 'Find out why' }).click()
  const checker = new CheckerPage(page)
  await expect(checker.answer).toBeVisible()
  await expect(checker.paste).toHaveValue(`${deniedMessage} a+b %41 #`)
  expect(new URL(page.url()).hash).toBe('')
})

test('works below any path', async ({ page }) => {
  const violations: string[] = []
  page.on('console', (message) => message.type() === 'error' && violations.push(message.text()))
  const checker = new CheckerPage(page)
  await page.goto(`${deep}checker/?example=scp-region-lock`)
  await checker.decides('explicitDeny')
  await checker.openTab('Why')
  await expect(page.getByText(/condition keys as of 20/)).toBeVisible()
  await expect(page.locator('[data-missing]')).toHaveCount(0)
  await page.locator('[data-document]').first().click()
  await expect(page.locator('.cm-content').first()).toBeVisible()
  expect(violations).toEqual([])
})

test('the keyboard alone is enough: paste, add a policy, read the cause, apply the change, see “Allowed”, copy it', {
  tag: '@file',
}, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const checker = new CheckerPage(page)
  await checker.open()
  /** Presses Tab until this has the focus. */
  const tabTo = async (target: Locator): Promise<void> => {
    const isThere = () => target.evaluate((element) => element.matches(':focus'))
    for (let i = 0; i < 120 && !(await isThere()); i++) await page.keyboard.press('Tab')
    await expect(target).toBeFocused()
  }
  await tabTo(checker.paste)
  await page.keyboard.insertText(deniedMessage)
  await checker.causeIs('no-identity-allow')
  await tabTo(page.getByRole('button', { name: 'Add a policy' }))
  await page.keyboard.press('Enter')
  await tabTo(checker.editor('Policy 1'))
  await page.keyboard.insertText(allow('s3:PutObject'))
  await checker.decides('implicitDeny')
  await tabTo(page.getByRole('button', { name: 'Apply it here' }))
  await page.keyboard.press('Enter')
  await checker.decides('allowed')
  await page.keyboard.press('Alt+Shift+KeyS')
  await tabTo(page.getByRole('button', { name: 'Copy the report' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Report copied').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('s3:GetObject')
})

test('a user who types before the editor loads continues to type in it', { tag: '@server' }, async ({ page }) => {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/_astro\/editor\./, async (route) => {
    await released
    await route.continue()
  })
  const checker = new CheckerPage(page)
  await checker.open()
  await page.getByRole('button', { name: 'Add a policy' }).click()
  await checker.editor('Policy 1').click()
  await page.keyboard.type('{"Ver')
  release()
  await expect(checker.card('Policy 1').locator('[data-ready="true"]')).toHaveCount(1)
  await page.keyboard.type('sion": 1}')
  await expect(checker.editor('Policy 1')).toHaveText('{"Version": 1}')
})

test('a user who types the first policy is asked for the request, and continues to type', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await page.getByRole('button', { name: 'Add a policy' }).click()
  await checker.openPolicy('Policy 1')
  await checker.editor('Policy 1').click()
  await page.keyboard.insertText(allow('s3:GetObject'))
  await expect(page.getByRole('heading', { name: 'What was the request?' })).toBeVisible()
  await expect(checker.editor('Policy 1')).toBeInViewport()
  await expect(checker.editor('Policy 1')).toBeFocused()
})

test('Tab leaves the editor', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.openExample('mfa-deny')
  await page.locator('[data-document]').click()
  await page.locator('.cm-content').focus()
  await expect(page.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('.cm-content')).toHaveCount(1)
  await expect(page.locator('.cm-content')).not.toBeFocused()
})

test('pasting into the editor works like typing', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  await checker.paste.fill(deniedMessage)
  const name = await checker.addPolicy('')
  await pasteInto(checker.editor(name), allow('s3:GetObject'))
  await checker.decides('allowed')
})

test('the editor completes actions and keys, and describes an action', { tag: '@file' }, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ""}]}')
  await expect(checker.card(name).locator('[data-assists]')).toHaveCount(1)
  await checker.editor(name).focus()
  await page.keyboard.press('Control+End')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('s3:PutObjectAc')
  await expect(checker.editor(name)).toContainText('"Action": "s3:PutObjectAc"')
  await page.getByRole('option', { name: 's3:PutObjectAcl' }).click()
  await expect(checker.editor(name)).toContainText('"Action": "s3:PutObjectAcl"')
  // The editor drops a description when the problems of the text arrive; a person moves the mouse again.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await checker.editor(name).getByText('s3:PutObjectAcl').hover()
    await expect(page.getByText(/PutObjectAcl \(Permissions management/)).toBeVisible({ timeout: 2_000 })
  }).toPass()
})

test('the editor explains operators, keys, and elements, by pointer and by keyboard, each with its page', {
  tag: '@file',
}, async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy(
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "NotAction": "sts:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}}]}',
  )
  await expect(checker.card(name).locator('[data-assists]')).toHaveCount(1)
  const editor = checker.editor(name)
  const explains = async (text: string, says: RegExp, path: RegExp): Promise<void> => {
    await expect(async () => {
      await page.mouse.move(0, 0)
      await editor.getByText(text).hover()
      await expect(page.getByText(says)).toBeVisible({ timeout: 2_000 })
      const linked = { timeout: 1_000 }
      if (!page.url().startsWith('file:'))
        await expect(page.getByRole('link', { name: 'More, with examples' })).toHaveAttribute('href', path, linked)
      await expect(page.getByRole('link', { name: 'AWS’s page' })).toHaveAttribute(
        'href',
        /^https:\/\/docs\.aws/,
        linked,
      )
    }).toPass()
  }
  await explains(
    '"StringNotEquals"',
    /Matches unless the key’s value is exactly this text/,
    /\/reference\/operators\/stringnotequals\/$/,
  )
  await explains(
    '"aws:RequestedRegion"',
    /The Region whose endpoint gets the request/,
    /\/reference\/condition-keys\/aws-requestedregion\/$/,
  )
  await explains('"NotAction"', /Every action except these/, /\/reference\/elements\/#notaction$/)

  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.mouse.move(0, 0)
  await page.keyboard.press('Control+i')
  await expect(page.getByText('The version of the policy language')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('The version of the policy language')).toHaveCount(0)
})

test('the editor completes operators and says what each does', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy('{"Statement": [{"Condition": {""}}]}')
  await expect(checker.card(name).locator('[data-assists]')).toHaveCount(1)
  await checker.editor(name).focus()
  await page.keyboard.press('Control+End')
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('NotIp')
  await expect(page.getByRole('option', { name: 'NotIpAddressIfExists' })).toBeVisible()
  await expect(page.getByText(/Matches unless the key’s value is in this address range/)).toBeVisible()
})

test('a policy’s card shows how much of its quota is used', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy(`${allow('s3:*')}     `)
  await expect(checker.card(name)).toContainText(/1\d\d of 6,144 characters without white space/)
  await expect(checker.card(name).getByRole('meter', { name: 'Length of the policy' })).toBeVisible()
})

test('all quick fixes of a policy are made at once', async ({ page }) => {
  const checker = new CheckerPage(page)
  await checker.open()
  const name = await checker.addPolicy(
    '{"Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "*"}]}',
  )
  await checker.card(name).getByRole('button', { name: 'Make all 2 fixes' }).click()
  await expect(checker.editor(name)).toContainText('"Version"')
  await expect(checker.editor(name)).not.toContainText('s3:GetObject')
})
