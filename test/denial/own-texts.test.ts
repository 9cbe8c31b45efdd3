// Texts that an organization wrote itself for its declarative policies.
import { expect, test } from 'vitest'
import { readAll, withOwnTexts } from '../../src/denial/index.ts'

const texts = ['Public AMIs are blocked. Ask #cloud-help.']
const call = 'An error occurred (OperationNotPermitted) when calling the ModifyImageAttribute operation:'

test.each([
  ['as it is', `${call} ${texts[0]}`],
  ['alone', texts[0] ?? ''],
  ['broken over lines', `${call}\n  Public AMIs are\n  blocked. Ask #cloud-help.`],
  ['in other case', `${call} PUBLIC AMIS ARE BLOCKED. ASK #CLOUD-HELP.`],
])('%s, it’s a declarative policy', (_, paste) => {
  const { denial, denials } = withOwnTexts(readAll(paste), texts)
  expect(denial).toMatchObject({ kind: 'access-denied', sentence: { change: 'declarative-policy' } })
  expect(denials[0].denial).toBe(denial)
})

test('any other text stays the same', () => {
  const reading = readAll(`${call} something else`)
  expect(withOwnTexts(reading, texts)).toBe(reading)
  expect(withOwnTexts(reading, [])).toBe(reading)
})
