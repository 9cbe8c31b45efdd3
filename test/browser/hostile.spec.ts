// Markup and scripts in what is pasted come out as text, in the checker and in its report.

import { scripts } from '../fuzz/hostile.ts'
import { CheckerPage, policyOf } from './checker-page.ts'
import { expect, test } from './test.ts'

test('scripts and markup of every kind stay text', async ({ page }) => {
  const outside: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === 'example.com') outside.push(request.url())
  })
  const checker = new CheckerPage(page)
  await checker.open()
  for (const script of scripts)
    await test.step(script, async () => {
      await checker.paste.fill(
        `User: arn:aws:iam::111122223333:user/${script} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/${script}`,
      )
      await expect(checker.answer).toBeVisible()
      const name = await checker.addPolicy(policyOf({ Sid: script, Effect: 'Deny', Action: script, Resource: script }))
      await page.getByRole('textbox', { name: 'Name' }).fill(script)
      await expect(page.locator('.wd-card')).toHaveCount(1)
      expect(name).not.toBe('')
      await checker.isAnswered()
      await expect(checker.answer).toBeVisible()
      expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined()
      await expect(page.locator('main :is(iframe, object, embed, base), main svg[onload], main [onerror]')).toHaveCount(
        0,
      )
      expect(outside).toEqual([])
      await page.getByRole('button', { name: 'Start over' }).click()
      await expect(checker.start).toBeVisible()
    })
})
