import { describe, expect, it } from 'vitest'
import { emptyBench } from '../../src/checker/state.ts'
import { reportAlong } from '../../src/checker/take-along.ts'
import { plainReport, redactJson } from '../../src/checker/write-report.ts'
import { answerFor } from '../session/answer-for.ts'

describe('a report without Markdown', () => {
  it.each([
    ['# Title', 'Title\n====='],
    ['### A change', 'A change\n--------'],
    ['- **Do** `this`', '- Do this'],
    ['```json\n{ "a": "**" }\n```', '    { "a": "**" }'],
    ['````\n# no heading\n````', '    # no heading'],
  ])('%j', (markdown, text) => expect(plainReport(markdown)).toBe(text))
})

describe('a report as JSON', () => {
  it('keeps its keys, whatever they are called', () => {
    const text = (given: string): string => given.replaceAll('mary', 'name1')
    expect(
      JSON.parse(redactJson('{"mary": ["mary", 1, null, {"a": "for mary"}]}', { text, value: text }, ['x'])),
    ).toEqual({
      mary: ['name1', 1, null, { a: 'for name1' }],
      redaction: ['x'],
    })
  })
})

const deniedMessage =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/a" because no identity-based policy allows the s3:GetObject action'

describe.each(['markdown', 'text', 'json'] as const)('a report in %s', (format) => {
  it('names the cause, the caller, and the versions that produced it', async () => {
    const text = reportAlong(await answerFor(deniedMessage), {
      format,
      bench: { ...emptyBench, paste: deniedMessage },
      hidden: false,
      buckets: false,
      version: '1.2.3',
    })
    expect(text).toContain('mateo')
    expect(text).toContain('s3:GetObject')
    if (format === 'json') expect(JSON.parse(text).versions.engine).toBe('1.2.3')
  })
  it('hides the caller’s identity on request', async () => {
    const text = reportAlong(await answerFor(deniedMessage), {
      bench: { ...emptyBench, paste: deniedMessage },
      format,
      hidden: true,
      buckets: false,
      version: '1',
    })
    expect(text).not.toMatch(/mateo|111122223333/)
    expect(text).toContain('s3:GetObject')
  })
})
