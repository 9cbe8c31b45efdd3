import { describe, expect, it } from 'vitest'
import { answerFor } from './answer-for.ts'

const places = async (text: string): Promise<readonly string[]> => {
  const { policies } = await answerFor('Access Denied', [{ name: 'P', type: 'identity', text }])
  return (policies[0] ?? []).map(({ severity, line, column }) => `${severity} ${line}:${column}`)
}

describe('what is wrong with a policy', () => {
  it.each([
    ['half a JSON', '{\n  "Version": "2012-10-17",\n  "Statement": [', 'error 3:17'],
    ['a list where the document should be', '[]', 'error 1:1'],
    ['a Statement that is a number', '{ "Version": "2012-10-17", "Statement": 5 }', 'error 1:41'],
    ['an image', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'error 2:1'],
  ])('%s has its line and column', async (_, text, place) => expect(await places(text)).toContain(place))

  it('is told once a place, though the reader and lint both see it', async () => {
    const found = await places('{ "Statement": 5, "Version": 1 }')
    expect(found).toEqual([...new Set(found)])
    expect(found.length).toBeGreaterThan(0)
  })
  it('says that a text is longer than any policy', async () => {
    const { policies } = await answerFor('Access Denied', [{ name: 'P', text: `${' '.repeat(300_000)}{}` }])
    expect(policies[0]?.map(({ code }) => code)).toContain('too-long')
  })
})

describe('what is wrong with a paste', () => {
  const complaints = async (paste: string) =>
    (await answerFor(paste)).paste.map(({ code, line, column }) => `${code} ${line}:${column}`)

  it.each([
    ['an error message', 'User: x is not authorized to perform: s3:GetObject', []],
    ['a log line with terminal colours', '\u001b[31mAccess Denied\u001b[0m', []],
    ['a log line in brackets', '[ERROR] Access Denied', []],
    ['a whole event', '{"errorCode": "AccessDenied"}', []],
    ['events, one a line', '{"a": 1}\n{"b": 2}\n', []],
    ['half an event', '{\n  "errorCode": "AccessDenied"', ['json-close-brace 2:30']],
    ['a zip file', 'PK\u0003\u0004rest', ['not-text 1:3']],
    ['a file read in the wrong encoding', 'line one\nab\ufffd', ['not-text 2:3']],
  ])('%s', async (_, paste, expected) => expect(await complaints(paste)).toEqual(expected))
})
