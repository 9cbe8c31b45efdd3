// checker.html from a disk: the same checker, no server, no network.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist } from '../../scripts/serve.ts'
import { CheckerPage } from './checker-page.ts'
import { expect, test } from './test.ts'

const address = pathToFileURL(join(dist, 'checker.html')).href

test('paste, read the cause, apply the fix, see “allowed”', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.goto(address)
  const checker = new CheckerPage(page)
  await checker.chooseExample('scp-region-lock')
  await checker.decides('explicitDeny')
  await page.getByRole('button', { name: 'Apply it here' }).first().click()
  await checker.decides('allowed')
  await page.getByRole('button', { name: 'Start over' }).click()
  await checker.paste.fill(
    'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a.csv"',
  )
  const name = await checker.addPolicy(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObjct","Resource":"*"}]}',
  )
  await checker.decides('implicitDeny')
  await expect(checker.card(name)).toContainText('s3:PutObjct')
  expect(requests.filter((url) => url !== address && !/^(?:blob|data):/.test(url))).toEqual([])
  expect(problems).toEqual([])
})

test('a request that a script makes anyway is blocked', async ({ page }) => {
  await page.goto(address)
  const stopped = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
  await page.evaluate(() => {
    new Image().src = 'http://localhost:4330/favicon.svg'
  })
  await stopped
})
