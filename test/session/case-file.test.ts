// A case as a file and as a link: what is written is read again; whatever else comes gives a sentence.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortPaste } from '../../src/advise/index.ts'
import { type CaseFile, fromFragment, readCaseFile, toFragment, writeCaseFile } from '../../src/session/case-file.ts'
import { longestLink } from '../../src/session/fragment.ts'
import { languagesFor } from '../../src/session/languages.ts'
import { inLanguages } from '../advise/in-languages.ts'

const file: CaseFile = {
  given: {
    paste: 'Access Denied “é”',
    policies: [{ name: 'P', type: 'scp', text: '{}' }],
    context: { 'aws:TagKeys': ['a'] },
  },
  saved: [{ name: 'still allowed', given: { paste: 'x', policies: [] }, expected: 'allowed' }],
}
const inUrl = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

test('a file', () => {
  expect(readCaseFile(writeCaseFile(file))).toEqual({ ok: true, file })
})

test('a link', async () => {
  const fragment = await toFragment(file)
  expect(fragment).toMatch(/^[\w-]+$/)
  expect(await fromFragment(fragment ?? '')).toEqual({ ok: true, file })
})

test.each(inLanguages)('a document in %s', async (_, write) => {
  const paste = write({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] }] })
  const sorted = sortPaste({ paste, policies: [] }, await languagesFor([paste]))
  const given = sorted?.given ?? { paste, policies: [] }
  expect(given.policies).toHaveLength(1)
  expect(await fromFragment((await toFragment({ given, saved: [] })) ?? '')).toEqual({
    ok: true,
    file: { given, saved: [] },
  })
})

test('a document’s source from an older version is left out', () => {
  const source = { language: 'YAML', text: 'a: b', of: '{}', at: 1, form: 'item', indent: '' }
  const text = JSON.stringify({ whydenied: 1, case: { paste: '', policies: [{ name: 'P', text: '{}', source }] } })
  expect(readCaseFile(text)).toEqual({
    ok: true,
    file: { given: { paste: '', policies: [{ name: 'P', text: '{}', source: undefined }] }, saved: [] },
  })
})

test('a case that is too long for a link has none', async () => {
  const noise = Array.from({ length: longestLink }, (_, i) => String.fromCharCode(33 + ((i * 7919) % 90))).join('')
  const paste = [...noise].map((letter, i) => letter + ((i * i) % 977)).join('')
  expect(await toFragment({ given: { paste, policies: [] }, saved: [] })).toBeUndefined()
})

describe('input that isn’t a case is reported in one sentence', () => {
  test.each([
    ['no JSON', 'hello', /not a case file/],
    ['another JSON', '{"a":1}', /at whydenied/],
    [
      'a policy of no known type',
      '{"whydenied":1,"case":{"policies":[{"text":"","type":"x"}]}}',
      /at case\.policies\.0\.type/,
    ],
    ['a prototype', '{"whydenied":1,"case":{"__proto__":{"paste":1},"constructor":1}}', /not a case file/],
  ])('%s', (_, text, problem) => {
    expect(readCaseFile(text)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) })
  })

  test('a link that inflates to gigabytes is rejected at a limit', async () => {
    const bomb = deflateRawSync(Buffer.alloc(40_000_000, ' '))
    expect(inUrl(bomb).length).toBeLessThan(longestLink)
    expect(await fromFragment(inUrl(bomb))).toMatchObject({ ok: false, problem: expect.stringContaining('too large') })
  })

  test('any text as a link', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.uint8Array().map(inUrl)), async (fragment) => {
        const read = await fromFragment(fragment)
        expect(read.ok).toBe(false)
      }),
    )
  })
})
