import { expect, test } from 'vitest'
import { readAccessTests } from '../../src/access-tests/index.ts'
import { openAccessFile } from '../../src/checker/access-file.ts'
import { benchOfFile } from '../../src/checker/state.ts'
import { accessFile } from '../../src/checker/take-along.ts'

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
})
const message =
  'User: arn:aws:iam::111122223333:user/mary is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b/k'
const bench = benchOfFile({ paste: message, policies: [{ name: 'Reads', type: 'identity', text: policy }] }, [
  { name: 'writes', given: { paste: message, policies: [] }, expected: 'implicitDeny' },
  { name: 'reads', given: { paste: message, policies: [], action: 's3:GetObject' }, expected: 'allowed' },
])

test('saved requests are written as policy tests, with what the paste says about each', () => {
  const read = readAccessTests(accessFile({ bench, hidden: false, buckets: false }))
  expect(read.ok && read.tests.map(({ requests }) => requests)).toMatchObject([
    [
      { name: 'writes', expect: 'implicitDeny', request: { action: 's3:PutObject', resource: 'arn:aws:s3:::b/k' } },
      { name: 'reads', expect: 'allowed', request: { action: 's3:GetObject' } },
    ],
  ])
})
test('names are replaced there, too', () => {
  const text = accessFile({ bench, hidden: true, buckets: false })
  expect(text).not.toMatch(/mary|111122223333/)
})
test('such a file opens as saved requests next to its policies', () => {
  const opened = openAccessFile(accessFile({ bench, hidden: false, buckets: false }))
  expect(opened).toMatchObject({
    ok: true,
    notes: [],
    given: { policies: [{ name: 'Reads', type: 'identity' }] },
    saved: [
      { name: 'writes', expected: 'implicitDeny', given: { action: 's3:PutObject' } },
      { name: 'reads', expected: 'allowed', given: { action: 's3:GetObject' } },
    ],
  })
})
test.each<[text: string, says: RegExp]>([
  ['requests:\n  - principal: x\n', /^Line 2, column \d+: requests\.0\.action/],
  ['policies: [a.json]\nrequests: []\n', /^Line 2, column 1: requests/],
])('%j can’t be opened', (text, says) => {
  const opened = openAccessFile(text)
  expect(opened.ok ? '' : opened.problem).toMatch(says)
})
test('policies in other files are asked for', () => {
  const opened = openAccessFile(
    'policies: [a.json]\nrequests: [{principal: "arn:aws:iam::111122223333:user/m", action: "s3:GetObject", expect: denied}]\n',
  )
  expect(opened).toMatchObject({ ok: true, saved: [{ expected: 'implicitDeny' }] })
  expect(opened.ok && opened.notes).toEqual(['These policies are in files of their own; add them: a.json.'])
})
