// A message reads the same whatever stands around it: forty surroundings without a denial of their own.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'
import { services } from './cases/services.ts'
import { surroundings } from './cases/surroundings.ts'
import { tools } from './cases/tools.ts'

/** Messages of one line: same-in-wrapping.test.ts wraps messages of several lines. */
const messages = [...tools, ...services].filter(
  ([, text]) => !text.includes('\n') && text.length < 900 && readDenial(text).kind !== 'not-authorization',
)

function readingOf(text: string): object {
  const { kind, principal, action, actionDerived, actionCandidates, resource, effect, policyType, sentence } =
    readDenial(text)
  return { kind, principal, action, actionDerived, actionCandidates, resource, effect, policyType, is: sentence?.id }
}

test('there are forty of them', () => {
  expect(surroundings).toHaveLength(40)
  expect(messages.length).toBeGreaterThan(80)
})

describe.each(surroundings)('%s', (_, around) => {
  test('has no denial of its own', () => {
    const { action, principal } = readDenial(around.replace('{{message}}', ''))
    expect({ action, principal }).toEqual({ action: undefined, principal: undefined })
  })

  test('changes no message', () => {
    const changed = messages.flatMap(([name, text]) => {
      const [alone, inside] = [readingOf(text), readingOf(around.replace('{{message}}', () => text))]
      return JSON.stringify(alone) === JSON.stringify(inside) ? [] : [{ name, alone, inside }]
    })
    expect(changed).toEqual([])
  })
})
