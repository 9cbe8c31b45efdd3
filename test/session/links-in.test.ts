// The contract for links into the checker (content/tools/links.mdx).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestFragment, readLink, writeLink } from '../../src/session/links-in.ts'

test.each<[fragment: string, paste: string | undefined, policies: readonly string[]]>([
  ['#paste=Access%20Denied', 'Access Denied', []],
  ['paste=no+hash', 'no+hash', []],
  ['#paste=a+b%2Bc', 'a+b+c', []],
  ['#paste=100%25%20of%zz', '100% of%zz', []],
  ['#paste=%FF', '\u{fffd}', []],
  ['#paste=', '', []],
  ['#policy=%7B%7D', undefined, ['{}']],
  ['#policy=1&paste=x&policy=2', 'x', ['1', '2']],
  ['#paste=first&paste=second', 'first', []],
  ['#paste=x&utm_source=mail&__proto__=1', 'x', []],
])('%s', (fragment, paste, policies) => {
  expect(readLink(fragment)).toEqual({ paste, policies, packedCase: undefined })
})

test.each(['', '#', '#gates', '#past=x', '#PASTE=x'])('%j brings nothing', (fragment) => {
  expect(readLink(fragment)).toBeUndefined()
})

test('a case is handed on as it is', () => {
  expect(readLink('#case=q1YqVbJS-_')).toEqual({ paste: undefined, policies: [], packedCase: 'q1YqVbJS-_' })
})

test('policies beyond the twentieth are left out', () => {
  expect(readLink(`#${'policy=x&'.repeat(30)}`)?.policies).toHaveLength(20)
})

test('whatever is written is read again', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((each) => each.trim() !== '')
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), (paste, policies) => {
      expect(readLink(writeLink(paste, policies) ?? '')).toEqual({ paste, policies, packedCase: undefined })
    }),
    { seed: 23, numRuns: 300 },
  )
})

test('half a pair of characters, which a cut selection ends with, is replaced', () => {
  expect(readLink(writeLink('denied \ud83d') ?? '')?.paste).toBe('denied \u{fffd}')
})

test('nothing makes an empty fragment, and too much none', () => {
  expect(writeLink(' ', ['', '\n'])).toBe('')
  expect(writeLink('x'.repeat(longestFragment - '#paste='.length))).toHaveLength(longestFragment)
  expect(writeLink('x'.repeat(longestFragment))).toBeUndefined()
  expect(writeLink('error', ['"'.repeat(longestFragment / 2)])).toBeUndefined()
})
