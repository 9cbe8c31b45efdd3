// `whydenied compare`: the JSON of the contract, files, folders, a commit, and the reports for other programs.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeSpan } from '../../src/cli/compare-report.ts'
import { runWith } from './run-with.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'whydenied-compare-')))
const file = (name: string, text: string): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const allow = (action: string | readonly string[], resource = '*', more: object = {}): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...more }],
})
const json = (document: object): string => JSON.stringify(document, null, 2)

const reads = file('old/a.json', json(allow('s3:GetObject')))
const readsAndWrites = file('new/a.json', json(allow(['s3:GetObject', 's3:PutObject'])))
file('old/deep/b.json', json(allow('sqs:*')))
file('new/deep/b.json', json(allow('sqs:Send*')))
file('old/gone.json', json(allow('ec2:*')))
const open = { Principal: '*' }
const bucket = file('bucket.json', json(allow('s3:GetObject', 'arn:aws:s3:::b/*', open)))
const scp = file('scp.json', json(allow('s3:GetObject')))
const broken = file('broken.json', '{"Version": "2012-10-17", "Statement": [')

describe('files', () => {
  test.each<[title: string, args: readonly string[], status: number, prints: RegExp]>([
    ['a request that only the new one allows', [reads, readsAndWrites], 1, /can perform s3:PutObject on .*statement 1/],
    ['nothing new', [readsAndWrites, reads], 0, /Proven: the new version allows no request/],
    ['an SCP around both', [reads, readsAndWrites, '--with', `scp=${scp}`], 0, /Proven/],
    ['a boundary around both', [reads, readsAndWrites, '--with', `permissions-boundary=${scp}`], 0, /Proven/],
    ['folders, matched by path', [join(folder, 'old'), join(folder, 'new')], 1, /a\.json: The new version allows/],
    ['patterns', [join(folder, 'old/**/b.json'), join(folder, 'new/**/b.json')], 0, /b\.json: Proven/],
    ['a policy that was removed', [join(folder, 'old/gone.js*'), join(folder, 'new/a.jso*')], 1, /gone\.json: Proven/],
    ['not granted', ['--not-granted', 's3:Delete*,iam:*', readsAndWrites], 0, /none of this access/],
    ['granted', ['--not-granted', 's3:DeleteBucket', '--not-granted', 's3:Put*', readsAndWrites], 1, /s3:PutObject/],
    ['public', ['--not-public', 'AWS::S3::Bucket', bucket], 1, /The policy is public/],
    ['not public', ['--not-public', 'AWS::S3::Bucket', reads], 0, /Not public/],
    ['AWS defines no public', ['--not-public', 'AWS::Nothing::Here', bucket], 2, /AWS doesn’t define/],
    ['a policy that can’t be read', [broken, reads], 2, /can’t be read/],
    ['its place', [broken, reads], 2, /the old version of .*a\.json, line 1, column \d+/],
    ['a missing new version proves nothing', [reads, join(folder, 'none.json')], 2, /^(?!.*Proven).*no such file/s],
    ['a missing file', [join(folder, 'none.json'), reads], 2, /there is no such file/],
    ['one file alone', ['--type', 'scp', reads, reads, reads], 2, /compare takes OLD and NEW/],
    [
      'one policy without a question',
      [reads],
      2,
      /^whydenied: .+a\.json: this is one policy; compare takes OLD and NEW/,
    ],
    ['a wrong type', ['--type', 'bucket', reads, reads], 2, /--type is one of/],
    ['a wrong format', ['--format', 'xml', reads, reads], 2, /choose text, json, sarif, markdown/],
    ['two questions', ['--not-granted', 'a:b', '--not-public', 'AWS::S3::Bucket', reads], 2, /one at a time/],
  ])('%s', async (_, args, status, prints) => {
    const ran = await runWith(['compare', ...args])
    expect([ran.status, ran.stdout + ran.stderr]).toEqual([status, expect.stringMatching(prints)])
  })

  test('policies of one template are matched by name', async () => {
    const template = (one: string, two: string): string =>
      json({
        Resources: Object.fromEntries(
          [one, two].map((action, i) => [
            `Policy${i}`,
            { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow(action) } },
          ]),
        ),
      })
    const old = file('old.template', template('s3:GetObject', 'sqs:SendMessage'))
    const swapped = file('new.template', template('sqs:SendMessage', 's3:GetObject'))
    const { status, stdout } = await runWith(['compare', old, swapped])
    expect([status, stdout.match(/The new version allows requests/g)?.length]).toEqual([1, 2])
  })
})

describe('two files with one policy each are compared with each other, whatever the files call them', () => {
  const one = file('one.json', json(allow('s3:GetObject')))
  const hcl = (name: string, action: string): string =>
    `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions   = ["${action}"]\n    resources = ["*"]\n  }\n}\n`
  test.each([
    ['JSON and Terraform, the same', one, file('same.tf', hcl('reader', 's3:GetObject')), 0, 'pass'],
    ['JSON and Terraform, wider', one, file('wider.tf', hcl('reader', 's3:Get*')), 1, 'fail'],
    [
      'a data source with another name',
      file('a.tf', hcl('a', 's3:Get*')),
      file('b.tf', hcl('b', 's3:GetObject')),
      0,
      'pass',
    ],
  ])('%s', async (_, old, now, status, result) => {
    const ran = await runWith(['compare', '--json', old, now])
    const { policies } = JSON.parse(ran.stdout)
    expect([ran.status, policies.map((each: { result: string }) => each.result)]).toEqual([status, [result]])
  })
})

describe('--base', () => {
  const repository = join(folder, 'repository')
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    })
  file('repository/p/a.json', json(allow('s3:GetObject')))
  file('repository/p/b.json', json(allow('s3:ListBucket')))
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'first')
  file('repository/p/a.json', json(allow('s3:*')))
  file('repository/p/c.json', json(allow('sqs:*')))
  rmSync(join(repository, 'p/b.json'))

  const inRepository = async (...args: readonly string[]) => {
    const here = process.cwd()
    process.chdir(repository)
    try {
      return await runWith(['compare', ...args])
    } finally {
      process.chdir(here)
    }
  }

  test('the old side comes from a commit: changed, added, and removed files', async () => {
    const { status, stdout } = await inRepository('--base', 'HEAD', '--json', 'p')
    const { result, policies } = JSON.parse(stdout)
    expect([status, result]).toEqual([1, 'fail'])
    expect(policies.map(({ file, result }: { file: string; result: string }) => [file, result])).toEqual([
      ['p/a.json', 'fail'],
      ['p/b.json', 'pass'],
      ['p/c.json', 'fail'],
    ])
  })

  test.each([
    ['a removed file by its name', ['--base', 'HEAD', 'p/b.json'], 0, /b\.json: Proven/],
    ['a pattern', ['--base', 'HEAD', 'p/[ab].json'], 1, /a\.json: The new/],
    ['a commit that isn’t there', ['--base', 'nowhere', 'p'], 2, /git says: fatal/],
    ['an option in place of a commit', ['--base=--output=x', 'p'], 2, /not the name of a commit/],
  ] as const)('%s', async (_, args, status, prints) => {
    const ran = await inRepository(...args)
    expect([ran.status, ran.stdout + ran.stderr]).toEqual([status, expect.stringMatching(prints)])
  })
})

describe('reports', () => {
  test('SARIF points at the statement', async () => {
    const { stdout } = await runWith(['compare', '--format', 'sarif', reads, readsAndWrites])
    const [run] = JSON.parse(stdout).runs
    expect(run.results[0].ruleId).toBe('NEW_ACCESS')
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({ startLine: 4, startColumn: 5 })
  })

  test('Markdown keeps names from policies in code', async () => {
    const hostile = file('x.json', json(allow('s3:Get`|@team![](http://evil.example)', '*')))
    const { stdout } = await runWith(['compare', '--format', 'markdown', reads, hostile])
    for (const line of stdout.split('\n')) expect(line.replaceAll(/(`+).*?[^`]\1(?!`)/g, '')).not.toMatch(/[@![]/)
  })

  test.each([
    ['a', '`a`'],
    ['a`b', '`` a`b ``'],
    ['```', '```` ``` ````'],
    ['a\nb', '`a\\u000ab`'],
  ])('codeSpan(%j) is %j', (text, span) => {
    expect(codeSpan(text)).toBe(span)
  })
})

describe('the JSON of the contract', () => {
  const [one, two] = [allow('s3:GetObject'), allow('s3:Get*')]
  const deny = { Statement: [{ Effect: 'Deny', Action: 's3:GetObjectAcl', Resource: '*' }] }
  test.each<[title: string, input: object, status: number, result: string]>([
    ['new access', { check: 'no-new-access', old: one, new: two }, 1, 'fail'],
    ['no new access', { check: 'no-new-access', old: two, new: one }, 0, 'pass'],
    ['lists', { check: 'no-new-access', old: [one, two], new: [two, deny] }, 0, 'pass'],
    ['texts', { check: 'no-new-access', old: json(one), new: json(two) }, 1, 'fail'],
    ['not equivalent', { check: 'equivalent', old: two, new: one }, 1, 'fail'],
    ['equivalent', { check: 'equivalent', old: one, new: [one] }, 0, 'pass'],
    ['granted', { check: 'not-granted', new: two, access: { actions: ['s3:GetObjectAcl'] } }, 1, 'fail'],
    [
      'on another resource',
      {
        check: 'not-granted',
        new: allow('s3:*', 'arn:aws:s3:::a'),
        access: { actions: ['s3:DeleteBucket'], resources: ['arn:aws:s3:::b'] },
      },
      0,
      'pass',
    ],
    [
      'public',
      { check: 'not-public', policyType: 'resource', resourceType: 'AWS::S3::Bucket', new: allow('s3:*', '*', open) },
      1,
      'fail',
    ],
    [
      'an SCP around both',
      { check: 'no-new-access', old: one, new: two, with: [{ type: 'scp', document: one }] },
      0,
      'pass',
    ],
    [
      'an SCP that can’t be read',
      { check: 'no-new-access', old: one, new: two, with: [{ type: 'scp', text: '{' }] },
      2,
      'unknown',
    ],
    ['no Statement', { check: 'no-new-access', old: one, new: {} }, 2, 'unknown'],
  ])('%s', async (_, input, status, result) => {
    const ran = await runWith(['compare', '--jsonl'], JSON.stringify(input))
    expect([ran.status, JSON.parse(ran.stdout).result]).toEqual([status, result])
  })

  test('an example has the request and the statement, and evaluate agrees', async () => {
    const { stdout } = await runWith(
      ['compare', '--jsonl'],
      JSON.stringify({ check: 'no-new-access', old: one, new: two }),
    )
    const [{ request, statement }] = JSON.parse(stdout).examples
    expect(statement).toEqual({ policyType: 'identity', policy: 'policy 1', statement: 0, sid: null })
    const scenario = (document: object): string =>
      JSON.stringify({ request, policies: [{ type: 'identity', document }] })
    const decisions = await Promise.all([one, two].map((each) => runWith(['evaluate', '--jsonl'], scenario(each))))
    expect(decisions.map(({ status }) => status)).toEqual([1, 0])
  })

  test('the assumptions of an example are printed, and evaluate agrees with them', async () => {
    const scp = (Action: string): object => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
    const { stdout } = await runWith(
      ['compare', '--jsonl'],
      JSON.stringify({ check: 'no-new-access', policyType: 'scp', old: scp('s3:*'), new: scp('*') }),
    )
    const [{ request, assumed }] = JSON.parse(stdout).examples
    expect(assumed.map(({ type }: { type: string }) => type)).toContain('identity')
    const decided = await Promise.all(
      ['s3:*', '*'].map((actions) => {
        const policies = [{ type: 'scp', document: scp(actions) }, ...assumed]
        return runWith(['evaluate', '--jsonl'], JSON.stringify({ request, policies }))
      }),
    )
    expect(decided.map(({ status }) => status)).toEqual([1, 0])
  })

  test.each([
    ['an unknown check', { check: 'guess', new: {} }],
    ['no old side', { check: 'equivalent', new: {} }],
    ['a number for a policy', { check: 'equivalent', old: 1, new: {} }],
  ])('%s is unusable, and the run goes on', async (_, input) => {
    const good = JSON.stringify({ check: 'equivalent', old: one, new: one })
    const { status, stdout } = await runWith(['compare', '--jsonl'], `${JSON.stringify(input)}\n${good}`)
    const [bad = '', next = ''] = stdout.split('\n')
    expect([status, typeof JSON.parse(bad).error, JSON.parse(next).result]).toEqual([2, 'string', 'pass'])
  })
})
