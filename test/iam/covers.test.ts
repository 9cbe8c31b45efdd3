// Which patterns match all that another one matches, and which have a text in common.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  covers,
  coversAction,
  coversActions,
  coversResource,
  matches,
  overlaps,
  readPattern,
  tellApart,
} from '../../src/iam/index.ts'
import { readAction } from '../../src/iam/read-elements.ts'

test.each<[wide: string, narrow: string, covered: boolean]>([
  ['*', 'a?*', true],
  ['a*', 'ab*', true],
  ['a*', 'b*', false],
  ['?*', 'a*', true],
  ['*?', 'a*', true],
  ['??*', 'a*', false],
  ['a?', 'a*', false],
  ['a?', 'ab', true],
  ['a?c', 'a?c', true],
  ['a*c', 'abc*', false],
  ['home/*', 'home/${aws:username}', true],
  ['home/?', 'home/${aws:username}', false],
  ['a${*}', 'ab', false],
  ['a?${var.x}', 'ab*', false],
  ['a?*', 'a${var.x}b*', false],
])('%s covers %s: %s', (wide, narrow, covered) => {
  expect(covers(wide, narrow)).toBe(covered)
})

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 })
const shortTexts = (length: number): readonly string[] =>
  length === 0 ? [''] : ['', ...shortTexts(length - 1).flatMap((text) => ['a', 'b', 'c'].map((one) => one + text))]
const texts = shortTexts(6)

describe('against all short texts (property)', () => {
  test('covers is right', () => {
    fc.assert(
      fc.property(pattern, pattern, (wide, narrow) => {
        const counter = texts.find((text) => matches(narrow, text) && !matches(wide, text))
        expect(covers(wide, narrow)).toBe(counter === undefined)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('overlaps is right', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        expect(overlaps(one, other)).toBe(texts.some((text) => matches(one, text) && matches(other, text)))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})

test.each<[wide: string, narrow: string, covered: boolean]>([
  ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/2026/*', true],
  ['arn:aws:s3:::*', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a', false],
  ['*', 'arn:aws:s3:::reports', true],
  ['reports*', 'reports-2026', false],
  ['arn:aws:s3:::*', 'reports', false],
])('the resource %s covers %s: %s', (wide, narrow, covered) => {
  expect(coversResource(wide, narrow)).toBe(covered)
})

test.each<[wide: string, narrow: string, covered: boolean]>([
  ['*', 's3:Get*', true],
  ['s3:*', '*', false],
  ['*', '*:*', true],
  ['s3:GET*', 's3:GetObject', true],
  ['s3:?*', 's3:Get*', true],
  ['ec2:*', 's3:Get*', false],
  ['s3', 's3:Get*', false],
  ['s3:*', 'Get*', false],
])('the action %s covers %s: %s', (wide, narrow, covered) => {
  expect(coversActions(readAction(wide), readAction(narrow))).toBe(covered)
})

test.each<[entry: string, covered: boolean]>([
  ['*', true],
  ['S3:getobject', true],
  ['s3:Get*', true],
  ['s3:Put*', false],
  ['ec2:*', false],
  ['s3', false],
])('the entry %s matches s3:GetObject: %s', (entry, covered) => {
  expect(coversAction(readAction(entry), 's3', 'getobject')).toBe(covered)
})

test('patterns too many to tell apart say so', () => {
  const many = Array.from({ length: 24 }, (_, i) => readPattern(`*a${'?'.repeat(i)}b*`, false)).flatMap(({ glob }) =>
    glob ? [{ glob, ignoresCase: false, colons: 0 }] : [],
  )
  expect(tellApart(many, 20_000).complete).toBe(false)
  expect(tellApart(many.slice(0, 2)).complete).toBe(true)
})
