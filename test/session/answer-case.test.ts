import { describe, expect, it } from 'vitest'
import { answerCase } from '../../src/session/answer-case.ts'
import { longestTyped } from '../../src/session/limits.ts'
import { openShelf } from '../../src/session/service-data.ts'
import { answerFor, emptyShelf } from './answer-for.ts'

const keyId = `AKIA${'ABCDEFGH'.repeat(2)}`

/** A site that holds these files, and notes what it was asked for. */
function site(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const shelf = openShelf('https://example.com/a/b/', async (url) => {
    asked.push(url)
    const name = url.replace('https://example.com/a/b/reference/', '')
    return Object.hasOwn(files, name) ? JSON.stringify(files[name]) : undefined
  })
  return { shelf, asked }
}

const index = {
  date: '2026-09-26',
  services: [
    ['s3', 'Amazon S3'],
    ['iam', 'IAM'],
  ],
}
const s3 = { prefix: 's3', name: 'Amazon S3', actions: [['GetObject', ['Read'], [], [], []]], types: [], keys: [] }
const deniedMessage = 'User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObjct'

describe('service data', () => {
  it('is loaded for the services that the case speaks of, each once', async () => {
    const { shelf, asked } = site({ 'index.json': index, 's3.json': s3 })
    await answerFor(deniedMessage, [], shelf)
    const { diagnosis, data } = await answerFor(deniedMessage, [], shelf)
    expect(asked.map((url) => url.split('/').at(-1))).toEqual(['index.json', 's3.json'])
    expect(data).toEqual({ date: '2026-09-26', missing: [] })
    expect(diagnosis.notices.join()).toContain('s3:GetObjct')
  })
  it('that fails to load is named, and the answer comes without it', async () => {
    const { shelf } = site({ 'index.json': index })
    const { diagnosis, data } = await answerFor(deniedMessage, [], shelf)
    expect(data).toEqual({ date: '2026-09-26', missing: ['s3'] })
    expect(diagnosis.cause.id).toBe('no-identity-allow')
  })
  it('that failed is asked for again', async () => {
    const files: Record<string, unknown> = { 'index.json': index }
    const { shelf } = site(files)
    await answerFor(deniedMessage, [], shelf)
    files['s3.json'] = s3
    expect((await answerFor(deniedMessage, [], shelf)).data.missing).toEqual([])
  })
  it('is not needed at all', async () => {
    expect((await answerFor(deniedMessage)).data.date).toBeUndefined()
  })
  it('is loaded for the action behind a named operation too', async () => {
    const { shelf, asked } = site({ 'index.json': index, 's3.json': s3 })
    await answerFor('An error occurred (403) when calling the HeadObject operation: Forbidden', [], shelf)
    expect(asked.at(-1)).toContain('s3.json')
  })
})

describe('the worker’s answer', () => {
  it('isn’t computed after the request is canceled', async () => {
    const given = { paste: deniedMessage, policies: [] }
    const answer = await answerCase(
      { given, sort: false, saved: [], whole: true, home: { site: 'https://example.com/', version: '1' } },
      emptyShelf,
      {
        isCurrent: () => false,
        computing: () => undefined,
      },
    )
    expect(answer).toBeUndefined()
  })
  it('blanks secrets in texts that are too long for the page’s own thread', async () => {
    const long = `${'x '.repeat(longestTyped / 2)}${keyId}`
    const { blanked } = await answerFor(long, [{ name: 'P', text: long }])
    expect(blanked.map(({ policyIndex, found }) => [policyIndex, found.map(({ kind }) => kind)])).toEqual([
      [undefined, ['access-key-id']],
      [0, ['access-key-id']],
    ])
    expect(blanked.map(({ text }) => text).join()).not.toContain(keyId)
  })
})

describe('what may be read wrong', () => {
  it('comes as sentences', async () => {
    const cut =
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:he\nllo'
    const { doubts } = await answerFor(cut, [], emptyShelf)
    expect(doubts).toEqual([
      expect.stringMatching(/^Check the resource: .*function:he, .*line break.*function:hello\.$/),
    ])
  })
  it('is empty where nothing is doubtful', async () => {
    expect((await answerFor(deniedMessage, [], emptyShelf)).doubts).toEqual([])
  })
})

describe('a text of the organization’s own', () => {
  it('is answered with the declarative policy', async () => {
    const answer = await answerCase(
      {
        given: { paste: 'An error occurred (OperationNotPermitted): Ask #cloud-help for public AMIs', policies: [] },
        sort: false,
        saved: [],
        whole: true,
        home: { site: 'https://example.com/', version: '1' },
        ownTexts: ['Ask #cloud-help for public AMIs'],
      },
      emptyShelf,
      { isCurrent: () => true, computing: () => {} },
    )
    expect(answer?.diagnosis.cause).toMatchObject({ id: 'not-by-policy', title: expect.stringMatching(/declarative/) })
    expect(answer?.diagnosis.fixes).toEqual([])
  })
})
