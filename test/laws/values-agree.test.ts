// lint and evaluate agree on what a number, a date, an address, base64, and a truth value is: lint finds a value wrong exactly if the evaluator
// can't compare it.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { lint } from '../../src/lint/index.ts'
import { randomFrom } from '../random.ts'

const documentWith = (operator: string, values: readonly string[]): object => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'ce:GetTags', Resource: '*', Condition: { [operator]: { 'my:key': values } } },
  ],
})

/** How each kind of value is asked about: a negated operator holds for every other value, unless the policy's value can't be compared. */
const kinds = {
  NumericNotEquals: { code: 'TYPE_MISMATCH_NUMBER', actual: () => ['123456.75', '0.5'] },
  DateNotEquals: { code: 'TYPE_MISMATCH_DATE', actual: () => ['2031-01-01T00:00:01.003Z', '2032'] },
  NotIpAddress: { code: 'TYPE_MISMATCH_IP_RANGE', actual: () => ['203.0.113.99', '2001:db8::99'] },
  Bool: { code: 'TYPE_MISMATCH_BOOLEAN', actual: () => ['true', 'false'] },
  BinaryEquals: { code: 'TYPE_MISMATCH_STRING', actual: (value: string) => [value] },
} as const

const starts = [
  '12',
  '-0.5',
  '1e3',
  '2026-02-28',
  '2026-02-30T00:00:00Z',
  '1767225600',
  '2026-01-01T10:00:00+01:00',
  '10.0.0.0/8',
]
const more = ['203.0.113.7', '203.0/16', '0x10', '2001:db8::/32', '::1', 'true', 'FALSE', 'YQ==', 'YWJj', '']
const letters = [...'0123456789.-+:/eTZxa= ']

/** A value of one of the kinds with a slip or two, or none. */
function randomValue(random: (below: number) => number): string {
  let value = [...starts, ...more][random(starts.length + more.length)] ?? ''
  for (let slips = random(3); slips > 0; slips--) {
    const at = random(value.length + 1)
    const letter = random(3) === 0 ? '' : (letters[random(letters.length)] ?? '')
    value = value.slice(0, at) + letter + value.slice(at + random(2))
  }
  return value
}

const random = randomFrom(7)
const values = Array.from({ length: 2000 }, () => randomValue(random))

test.each(Object.entries(kinds))('%s, 2,000 values', (operator, { code, actual }) => {
  const found = new Set<string>()
  for (let i = 0; i < values.length; i += 50) {
    const document = JSON.stringify(documentWith(operator, values.slice(i, i + 50)))
    for (const finding of lint({ text: document, policyType: 'identity' })) {
      if (finding.code === code) found.add(String(i + Number(/\d+$/.exec(finding.path)?.[0])))
    }
  }
  const wrong = values.filter((value, i) => {
    const evaluator = compile([{ type: 'identity', document: documentWith(operator, [value]) }])
    const holds = actual(value).some(
      (each) =>
        evaluator.decide({
          principal: 'arn:aws:iam::111122223333:user/mateo',
          action: 'ce:GetTags',
          resource: '*',
          context: { 'my:key': each },
        }) === 'allowed',
    )
    return holds === found.has(String(i))
  })
  expect(wrong).toEqual([])
  expect(found.size).toBeGreaterThan(100)
  expect(found.size).toBeLessThan(1950)
})
