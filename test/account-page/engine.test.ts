import { expect, test } from 'vitest'
import { AccountEngine } from '../../src/account-page/engine.ts'
import { openShelf } from '../../src/session/service-data.ts'

const engine = (): AccountEngine => new AccountEngine(openShelf('https://why.example/', async () => undefined))

const questions: readonly (readonly [string, (to: AccountEngine) => Promise<unknown>])[] = [
  ['who can', (to) => to.whoCan('s3:GetObject', '*')],
  ['what can', (to) => to.whatCan(0)],
  ['billing', (to) => to.billing('on')],
  ['risks', (to) => to.risks()],
]

test.each(questions)('%s: a worker that has forgotten the files says so, and never that no one can', async (_, ask) => {
  await expect(ask(engine())).rejects.toThrow('the files aren’t open anymore')
})
