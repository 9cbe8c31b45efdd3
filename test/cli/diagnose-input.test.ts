// The JSON input of diagnose: an invalid or unknown field is reported with its place, never ignored.
import { describe, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const paste =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::my-bucket/a.txt'
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-bucket/*' }],
}

describe('a field that diagnose doesn’t know, or a wrong value, is exit status 2 with its place', () => {
  test.each<[input: string, says: RegExp]>([
    ['{\n  "paste": "x",\n  "polices": []\n}', /polices: unknown field \(line 3, column 3\)/],
    ['{"paste": "x", "policies": [{"txt": "{}"}]}', /policies\.0\.txt: unknown field \(line 1, column 30\)/],
    [
      '{"paste": "x",\n "facts": {"managmentAccount": true}}',
      /facts\.managmentAccount: unknown field \(line 2, column 12\)/,
    ],
    ['{"paste": 5}', /paste: expected a string, found 5 \(line 1, column 2\)/],
    ['{"paste": "x", "policies": [{"name": "p"}]}', /policies\.0: a policy needs a text or a document/],
    [
      '{"paste": "x", "policies": [{"type": "identiti", "text": "{}"}]}',
      /policies\.0\.type: expected one of "identity", "resource", .*, found "identiti" \(line 1, column 30\)/,
    ],
    ['{"past": "x"}', /past: unknown field \(line 1, column 2\)/],
    ['{"Paste": "x", "principal": "p"}', /Paste: unknown field/],
    ['{"polices": [], "context": {}}', /polices: unknown field/],
    [
      '{"paste": "x",\n "context": {"aws:SourceIp": {"a": 1}}}',
      /context\.aws:SourceIp: expected a string, a number, true or false, null, or a list, found an object \(line 2, column 14\)/,
    ],
    ['{"paste": "x", "policies": [{"document": null}]}', /policies\.0\.document: expected an object, found null/],
    ['{"paste": "x", "policies": [{"document": 5}]}', /policies\.0\.document: expected an object, found 5/],
    ['{"paste": "x" /* y */}', /the input is not JSON: JSON has no comments/],
    ['{"paste": "x", "which": -1}', /which: .*\(line 1, column 16\)/],
  ])('%j', async (input, says) => {
    const { status, stdout, stderr } = await runWith(['diagnose'], input)
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(stdout).toBe('')
  })

  test('in a stream, the line says so and the others are answered', async () => {
    const { status, stdout } = await runWith(
      ['diagnose', '--jsonl'],
      `{"paste": "x", "polices": []}\n${JSON.stringify({ paste })}\n`,
    )
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(2)
    expect(first.error).toMatch(/polices: unknown field/)
    expect(second.denial.action).toBe('s3:GetObject')
  })
})

test.each([
  ['document', { document: policy }],
  ['text', { text: JSON.stringify(policy) }],
  ['document that is a string', { document: JSON.stringify(policy) }],
  ['both: the text counts', { text: JSON.stringify(policy), document: {} }],
])('a policy as %s', async (_, given) => {
  const input = JSON.stringify({ paste, policies: [{ name: 'P', type: 'identity', ...given }] })
  const { stdout } = await runWith(['diagnose', '--json'], input)
  expect(JSON.parse(stdout).verdict.decision).toBe('allowed')
})
