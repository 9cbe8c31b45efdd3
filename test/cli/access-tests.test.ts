// Policy tests: *.access.yaml. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { conformanceFiles } from '../../scripts/npm/conformance.ts'
import { readAccessTests, writeAccessTests } from '../../src/access-tests/index.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-access-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function write(name: string, text: string): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

const mary = 'arn:aws:iam::111122223333:user/mary'
const allow = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'A', Effect: 'Allow', Action: action, Resource: '*' }],
})
const request = (name: string, action: string, expected: string, more = ''): string =>
  `  - name: ${name}\n    principal: ${mary}\n    action: ${action}\n    resource: arn:aws:s3:::b/k\n    expect: ${expected}\n${more}`

write('a/policies/reads.json', JSON.stringify(allow('s3:Get*')))
write(
  'a/policies/main.tf',
  `resource "aws_iam_policy" "p" {\n  policy = jsonencode(${JSON.stringify(allow('s3:Put*'))})\n}`,
)
write('a/unknown.json', '{"Version":"2012-10-17","Statement":[{"Efect":"Allow","Action":"s3:*","Resource":"*"}]}')
write('a/broken.json', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",')
const good = write(
  'a/good.access.yaml',
  `policies:\n  - policies/reads.json\n  - path: policies/main.tf\n    type: identity\nrequests:\n${request('reads', 's3:GetObject', 'allowed')}${request('writes', 's3:PutObject', 'allowed')}${request('deletes', 's3:DeleteObject', 'denied')}`,
)
const bad = write(
  'b/bad.access.yaml',
  `policies:\n  - document: ${JSON.stringify(allow('s3:Get*'))}\n    name: Reads | <b>\nrequests:\n${request('"it <b>writes</b> | x"', 's3:PutObject', 'allowed')}`,
)

describe('whydenied test', () => {
  test('policies are named by paths that are relative to the file, in any language', async () => {
    expect(await runWith(['test', good])).toEqual({
      status: 0,
      stdout: 'ok  reads\nok  writes\nok  deletes\n3 requests in 1 file: 3 as expected, 0 not\n',
      stderr: '',
    })
  })
  test('a folder means its *.access.yaml', async () => {
    expect((await runWith(['test', folder])).stdout).toMatch(/4 requests in 2 files: 3 as expected, 1 not/)
  })

  test.each<[format: string, prints: RegExp]>([
    [
      'text',
      /^FAILED {2}it <b>writes<\/b> \| x: expected allowed, got implicitDeny \(blocked by identity\) \(\S+bad\.access\.yaml:5:5\)$/m,
    ],
    ['json', /"decision": "implicitDeny",\s+"passed": false/],
    [
      'junit',
      /<testsuites tests="1" failures="1">[\s\S]*name="it &lt;b&gt;writes&lt;\/b&gt; \| x"[^>]* line="5"><failure message="expected allowed/,
    ],
    ['markdown', /^\| `it <b>writes<\/b> \\\| x` \| `expected allowed, got implicitDeny/m],
  ])('a request that gets another decision, as %s', async (format, prints) => {
    const ended = await runWith(['test', '--format', format, bad])
    expect(ended.stdout).toMatch(prints)
    expect(ended.status).toBe(1)
  })

  const one = (policies: string, more: string = request('x', 's3:GetObject', 'allowed')): string =>
    `policies:\n  - ${policies}\nrequests:\n${more}`
  test.each<[text: string, says: RegExp]>([
    ['', /:1:1: the file is empty$/],
    ['requests: [\n', /:\d+:\d+: Flow sequence/],
    ['a: 1\n', /:1:1: (?:a: unknown field|requests)/],
    ['requests: []\n', /:1:1: requests: a test needs at least one request$/],
    [one('reads.json', request('x', 's3:GetObject', 'allow')), /:8:5: requests\.0\.expect: expected one of "allowed"/],
    [
      one('reads.json', request('x', 's3:GetObject', 'allowed', '    contxt: {}\n')),
      /:9:5: requests\.0\.contxt: unknown field$/,
    ],
    [
      one('reads.json', request('x', 's3:GetObject', 'allowed', '    resourceAccount: 012345678901\n')),
      /:9:5: .*an account ID needs quotes$/,
    ],
    [one('reads.json', '').replace('requests:\n', ''), /:1:1: requests: this field is missing$/],
    [
      one('reads.json', '  - { principal: a, action: "s3:Get" }\n'),
      /:4:5: requests\.0\.expect: this field is missing$/,
    ],
    [`${one('reads.json')}policies: []\n`, /:9:1: policies: this field is there twice$/],
    [one('reads.json', request('x', 's3:GetObject', 'allowed', '    expect: denied\n')), /:9:5: expect: .*twice$/],
    [one('{ text: "{" }'), /:2:5: An object is not closed$/],
    [one('../a/unknown.json'), /:2:5: \.\.\/a\/unknown\.json: `Efect` isn’t .+ \(line 1, column \d+\)$/],
    [one('nope.json'), /:2:5: can’t read nope\.json: there is no such file$/],
    [one('path: nope.json\n    text: x'), /:2:5: .*one of path, text, and document$/],
    [one('../a'), /:2:5: can’t read \.\.\/a: it is a folder$/],
    [one('../a/broken.json'), /:2:5: \.\.\/a\/broken\.json: .+ \(line 1, column \d+\)$/],
  ])('%j can’t be used: status 2 with line and column', async (text, says) => {
    const ended = await runWith(['test', write('c/faulty.access.yaml', text)])
    expect(ended.stderr.trim()).toMatch(says)
    expect([ended.status, ended.stdout]).toEqual([2, ''])
  })
  test('a folder without tests is unusable, so that a wrong path can’t pass', async () => {
    expect((await runWith(['test', join(folder, 'a/policies')])).status).toBe(2)
  })
})

test('the examples and the cases of AWS’s rules, as the package has them, all pass', async () => {
  for (const [name, text] of await conformanceFiles('.')) write(`conformance/${name}`, text)
  const { status, stdout, stderr } = await runWith(['test', join(folder, 'conformance')])
  expect({ status, stderr, failed: stdout.match(/^FAILED.*/gm) }).toEqual({ status: 0, stderr: '', failed: null })
  expect(Number(/(\d+) requests in/.exec(stdout.replaceAll(',', ''))?.[1])).toBeGreaterThan(700)
})

test('what is written reads back as the same requests', () => {
  const requests = [
    {
      name: 'a: #1',
      principal: mary,
      action: 's3:GetObject',
      resource: '*',
      context: { 'aws:x': ['1', 'no'], y: null },
      expect: 'allowed' as const,
    },
  ]
  const doubled = '{"Version":"2012-10-17","Version":"2008-10-17","Statement":[]}'
  const text = writeAccessTests([
    { policies: [{ type: 'scp', target: 'r-root', text: doubled }], requests, facts: { kmsGrant: true } },
  ])
  const read = readAccessTests(text)
  expect(read.ok && read.tests).toMatchObject([
    {
      policies: [{ is: 'here', policy: { type: 'scp', target: 'r-root', text: doubled } }],
      facts: { kmsGrant: true },
      requests: requests.map(({ name, expect: wanted, ...asked }) => ({ name, expect: wanted, request: asked })),
    },
  ])
})
