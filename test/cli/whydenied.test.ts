// The command line as a person and a pipe use it: its output and its exit status.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-test-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const run = (args: readonly string[], input: string | Uint8Array = '') => runWith(args, input)
const policy = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })
const good = file('good.json', policy('ce:GetCostAndUsage'))
const bad = file('bad.json', policy('ce:GetCostAndUsag'))
const odd = file('a [b] & <c>.json', policy('ce:GetCostAndUsag'))
const event = {
  eventVersion: '1.08',
  eventTime: '2026-11-20T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  errorCode: 'AccessDenied',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/mary', accountId: '123456789012' },
}
const events = file('events.json', JSON.stringify({ Records: [event, event, event] }))
const zipped = join(folder, 'events.json.gz')
writeFileSync(zipped, gzipSync(JSON.stringify({ Records: [event, event, event] })))
const template = file(
  'template.txt',
  JSON.stringify(
    {
      Resources: {
        Reader: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: JSON.parse(policy('ce:GetCostAndUsag')) },
        },
      },
    },
    null,
    2,
  ),
)
const yaml = file(
  'template.yml',
  "Resources:\n  Reader:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Action: ce:GetCostAndUsag\n            Resource: '*'\n",
)
const message =
  'User: arn:aws:iam::123456789012:user/mary is not authorized to perform: billing:GetBillingData because no identity-based policy allows the billing:GetBillingData action'
const request = (action: string) => ({
  request: { principal: 'arn:aws:iam::123456789012:user/mary', action, resource: '*' },
  policies: [{ type: 'identity', document: JSON.parse(policy('ce:*')) }],
})

describe('exit status and output', () => {
  test.each<[title: string, args: readonly string[], input: string, status: number, prints: RegExp]>([
    ['help', ['--help'], '', 0, /whydenied explain/],
    ['no command', [], '', 2, /explain/],
    ['unknown command', ['guess'], '', 2, /unknown command guess/],
    ['unknown option', ['lint', '--fast'], '', 2, /--fast/],
    ['explain', ['explain'], message, 1, /action: billing:GetBillingData/],
    ['explain, as JSON', ['explain', '--json'], message, 1, /"policyType": "identity"/],
    ['explain a text that is not a denial', ['explain'], 'hello', 0, /not-authorization/],
    ['evaluate, allowed', ['evaluate'], JSON.stringify(request('ce:GetTags')), 0, /decision: allowed/],
    ['evaluate, denied', ['evaluate'], JSON.stringify(request('s3:GetObject')), 1, /blocked by: identity/],
    ['evaluate, no JSON', ['evaluate'], '{', 2, /not JSON/],
    ['evaluate, a wrong shape', ['evaluate'], '{"request":{}}', 2, /request\.principal/],
    ['lint, nothing found', ['lint', good], '', 0, /nothing found/],
    ['lint, something found', ['lint', bad], '', 1, /INVALID_ACTION/],
    ['lint, a wrong type', ['lint', '--type', 'bucket', bad], '', 2, /--type is one of identity/],
    ['lint, a wrong format', ['lint', '--format', 'xml', bad], '', 2, /--format is one of text/],
    [
      'lint, a missing file',
      ['lint', join(folder, 'none.json')],
      '',
      2,
      /can’t read .*none\.json: there is no such file/,
    ],
    ['lint, a pattern without files', ['lint', join(folder, '*.yaml')], '', 2, /no file matches this pattern/],
    ['lint, several files', ['lint', good, bad], '', 1, /good\.json: nothing found[\s\S]*bad\.json: 1:/],
    ['lint, a pattern', ['lint', join(folder, '*.json')], '', 1, /bad\.json: 1:[\s\S]*good\.json: nothing/],
    ['lint, a template: at the place in the file', ['lint', template], '', 1, /^11:25 ERROR INVALID_ACTION Reader: /],
    ['lint, a template in YAML: at its own line', ['lint', yaml], '', 1, /^9:21 ERROR INVALID_ACTION Reader: /],
    ['lint, standard input in a format', ['lint', '--format', 'json'], policy('ce:*'), 0, /"file": "-"/],
    [
      'explain, several in one text',
      ['explain'],
      `${message}\n${message.replaceAll('billing:GetBillingData', 'ce:GetTags')}`,
      1,
      /All denials in it:[\s\S]*→ billing:GetBillingData[\s\S]*→ ce:GetTags/,
    ],
    [
      'denials of a log',
      ['denials'],
      `${message}\n${message}\n`,
      1,
      /^ +2 {2}arn:aws:iam::123456789012:user\/mary → billing:GetBillingData/,
    ],
    ['denials of events', ['denials', events], '', 1, /^ +3 {2}.*user\/mary → s3:GetObject/],
    ['denials of zipped events', ['denials', zipped], '', 1, /^ +3 {2}.*user\/mary → s3:GetObject/],
    ['denials, as JSON', ['denials', '--json', events], '', 1, /"count": 3/],
    [
      'a trail, diagnosed',
      ['diagnose', '--format', 'text', events, zipped],
      '',
      1,
      /^6 denials of 1 kind in 2 files[\s\S]*6 {2}s3:GetObject/,
    ],
    [
      'a trail as a table',
      ['diagnose', '--format', 'csv', zipped],
      '',
      1,
      /^count,principal[\s\S]*3,arn:aws:iam::123456789012:user\/mary,s3:GetObject/,
    ],
    [
      'a trail as a page',
      ['diagnose', '--format', 'html', zipped],
      '',
      1,
      /<svg role="img" aria-label="s3:GetObject: 3">/,
    ],
    ['a trail, one line per kind', ['diagnose', '--jsonl', zipped], '', 1, /^\{"count":3,/],
    [
      'a trail that is not there',
      ['diagnose', '--format', 'json', join(folder, 'none.gz')],
      '',
      2,
      /can’t read .*none\.\w+: there is no such file/,
    ],
    ['denials, none', ['denials'], 'all is well', 0, /no denial found/],
    [
      'denials, a missing file',
      ['denials', join(folder, 'none.json')],
      '',
      2,
      /can’t read .*none\.\w+: there is no such file/,
    ],
    ['denials, a name that lies: it is text', ['denials', file('broken.gz', 'no gzip')], '', 0, /no denial found/],
    ['diagnose', ['diagnose'], message, 1, /identity/],
  ])('%s', async (_, args, input, status, prints) => {
    const ended = await run(args, input)
    expect(ended.stdout + ended.stderr).toMatch(prints)
    expect(ended.status).toBe(status)
  })

  test('prints one answer per line; a bad line does not end the run', async () => {
    const lines = [JSON.stringify({ text: message }), '{', JSON.stringify({ text: 'hello' })]
    const ended = await run(['explain', '--jsonl'], `${lines.join('\n')}\n`)
    const answers = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ kind, error }) => kind ?? typeof error)).toEqual([
      'access-denied',
      'string',
      'not-authorization',
    ])
    expect(ended.status).toBe(2)
  })
})

describe('lint in CI', () => {
  const broad = file(
    'broad.json',
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
  )
  const noVersion = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'ce:GetTags', Resource: '*' }] })
  const manifest = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n'

  test.each<[name: string, args: readonly string[], input: string, status: number, prints: RegExp]>([
    ['a warning alone', ['lint'], noVersion, 0, /MISSING_VERSION/],
    ['a warning that counts', ['lint', '--fail-on', 'warning'], noVersion, 1, /MISSING_VERSION/],
    ['a security warning', ['lint'], policy('iam:PassRole'), 1, /PASS_ROLE_WITH_STAR_IN_RESOURCE/],
    ['a security warning below errors', ['lint', '--fail-on', 'error'], policy('iam:PassRole'), 0, /PASS_ROLE/],
    ['a severity that isn’t one', ['lint', '--fail-on', 'high'], '', 2, /--fail-on is one of error/],
    ['nothing but a file without a policy', ['lint'], manifest, 2, /no policy in this file/],
    ['a broken policy', ['lint'], '{"Statement": [', 1, /JSON_SYNTAX_ERROR/],
    ['a summary', ['lint', good, bad], '', 1, /2 files with 2 policies: 1 error, 0 security warnings/],
    ['an explanation', ['lint', '--explain', 'open_trust'], '', 0, /Page on the site: checks\/open-trust\//],
    ['an explanation of nothing', ['lint', '--explain', 'NONE'], '', 2, /unknown check NONE/],
    ['a baseline that isn’t one', ['lint', '--baseline', good, bad], '', 2, /isn't a baseline/],
    [
      'a baseline that isn’t there',
      ['lint', '--baseline', join(folder, 'none.json'), bad],
      '',
      2,
      /can’t read .*none\.json: there is no such file/,
    ],
  ])('%s', async (_, args, input, status, prints) => {
    const ended = await run(args, input)
    expect(ended.stdout + ended.stderr).toMatch(prints)
    expect(ended.status).toBe(status)
  })

  test('a file without a policy among others is fine', async () => {
    const other = file('service.yaml', manifest)
    const { stdout, status } = await run(['lint', good, other])
    expect(stdout).toMatch(/service\.yaml: no policy in this file/)
    expect(status).toBe(0)
  })

  test('findings of the baseline don’t count, new ones do', async () => {
    const before = file('before.json', (await run(['lint', '--format', 'json', bad])).stdout)
    expect((await run(['lint', '--baseline', before, '--format', 'text', bad])).status).toBe(0)
    const { stdout } = await run(['lint', '--baseline', before, '--format', 'text', bad, broad])
    expect(stdout).toMatch(/bad\.json: nothing found/)
    expect(stdout).toMatch(/broad\.json: .*FULL_ADMINISTRATOR/)
  })
})

describe('reports for other programs', () => {
  test('SARIF names file, line and rule', async () => {
    const { runs } = JSON.parse((await run(['lint', '--format', 'sarif', bad, good])).stdout)
    expect(runs[0].tool.driver.rules).toMatchObject([
      { id: 'INVALID_ACTION', helpUri: expect.stringMatching(/^https:\/\/docs\.aws/) },
    ])
    expect(runs[0].invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
    expect(runs[0].results).toHaveLength(1)
    const [{ physicalLocation }] = runs[0].results[0].locations
    expect(physicalLocation.artifactLocation.uri).toMatch(/bad\.json$/)
    expect(physicalLocation.region.startLine).toBe(1)
  })

  test('JUnit is XML whatever a file is called', async () => {
    const { stdout } = await run(['lint', '--format', 'junit', odd, good])
    expect(stdout).toMatch(/<testsuites tests="2" failures="1">/)
    expect(stdout).toMatch(/name="[^"]*a \[b\] &amp; &lt;c&gt;\.json"/)
    expect(stdout).toMatch(/good\.json"\/>/)
  })
})

test('JSON separates our own checks from checks that Access Analyzer reports, too', async () => {
  const input = JSON.stringify({ policyType: 'identity', policy: policy('aws-portal:ViewUsage') })
  const { findings, more } = JSON.parse((await run(['lint', '--jsonl'], `${input}\n`)).stdout)
  expect(findings).toEqual([])
  expect(more).toMatchObject([{ code: 'RETIRED_ACTION' }])
})

test('lint: a statement that other statements cover together is proved redundant, and listed under "more"', async () => {
  const allow = (Action: string, Resource: string | readonly string[]): object => ({
    Effect: 'Allow',
    Action,
    Resource,
  })
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      allow('s3:GetObject', 'arn:aws:s3:::reports/*'),
      allow('s3:GetObject', 'arn:aws:s3:::logs/*'),
      allow('s3:GetObject', ['arn:aws:s3:::reports/1', 'arn:aws:s3:::logs/1']),
    ],
  })
  const { stdout } = await runWith(['lint', '--jsonl'], JSON.stringify({ policy, policyType: 'identity' }))
  const { findings, more } = JSON.parse(stdout)
  expect(more).toMatchObject([{ code: 'REDUNDANT_STATEMENT', path: '/Statement/2', proven: true }])
  expect(findings.map(({ code }: { code: string }) => code)).not.toContain('REDUNDANT_STATEMENT')
})
