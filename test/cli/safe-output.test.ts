// Anyone who makes requests chooses names in logs and policies. No such name can control a terminal, a spreadsheet, or a program that reads a report.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell } from '../../src/cli/csv-cell.ts'
import { toJunit, uriOf } from '../../src/cli/lint-report.ts'
import { inLine, printable } from '../../src/cli/printable.ts'
import { runWith } from './run-with.ts'

const hostile = '\u001b]0;x\u0007\u009b2J\u202egnp.exe\u2066\u200f\u0000\r\u2028\ufeff\u{e0041}\u007f'
const name = `mary${hostile}`
const event = JSON.stringify({
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${name}`, accountId: '111122223333' },
  eventTime: `2026${hostile}`,
  eventSource: 's3.amazonaws.com',
  eventName: 'PutObject',
  errorCode: 'AccessDenied',
  errorMessage: `User: arn:aws:iam::111122223333:user/${name} is not authorized to perform: s3:Put${hostile}`,
})
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: name, Effect: 'Allow', Action: `s3:${name}`, Resource: name }],
})
const request = { principal: `arn:aws:iam::111122223333:user/${name}`, action: `s3:${name}`, resource: '*' }
const scenario = JSON.stringify({
  request,
  ignored: [],
  notes: [],
  policies: [{ type: 'identity', name, text: policy }],
})
const allowed = JSON.stringify({ Version: '2012-10-17', Statement: [] })
const details = JSON.stringify({
  UserDetailList: [
    {
      UserName: name,
      Arn: `arn:aws:iam::111122223333:user/${name}`,
      UserPolicyList: [{ PolicyName: name, PolicyDocument: JSON.parse(policy) }],
    },
  ],
})
/** Characters that must never appear in output. */
const commanding = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

describe('no control or direction character from the input reaches the output', () => {
  test.each<[args: readonly string[], input: string]>([
    [['explain'], event],
    [['explain', '--json'], event],
    [['explain', '--jsonl'], JSON.stringify({ text: event })],
    [['denials'], event],
    [['denials', '--json'], event],
    [['evaluate'], scenario],
    [['evaluate', '--json'], scenario],
    [['evaluate'], JSON.stringify({ request: { [name]: 1 } })],
    [['evaluate'], `${hostile}{`],
    [['lint'], policy],
    [['lint', '--format', 'text'], policy],
    [['lint', '--format', 'sarif'], policy],
    [['lint', '--format', 'junit'], policy],
    [['lint', '--type', name], policy],
    [['diagnose'], event],
    [['diagnose'], JSON.stringify({ paste: event, policies: [{ name, text: policy }] })],
    ...['text', 'csv', 'json', 'jsonl', 'html', name].map((format): [readonly string[], string] => [
      ['diagnose', '--format', format],
      event,
    ]),
    [
      ['compare', '--jsonl'],
      JSON.stringify({ check: 'no-new-access', policyType: 'identity', old: allowed, new: policy }),
    ],
    [['compare', '--not-granted', `s3:${name}`, `/nowhere/${name}`], ''],
    [['who-can', '--action', `s3:${name}`, '--resource', name], details],
    [['what-can', '--principal', name], details],
    ...['text', 'csv', 'json', 'html', 'markdown'].map((format): [readonly string[], string] => [
      ['account', 'report', '--format', format],
      details,
    ]),
    [['used'], event],
    [['used', '--json'], event],
    [['denials', '--merge'], JSON.stringify({ [name]: 1 })],
    ...['ci', 'test', 'used', 'account', 'compare'].map((command): [readonly string[], string] => [
      [command, `/nowhere/${name}`],
      '',
    ]),
    [['denials', `/nowhere/${name}`], ''],
    [['lint', `/nowhere/${name}`], ''],
    [[name], ''],
    [['explain', `--${name}`], ''],
  ])('%j', async (args, input) => {
    const { stdout, stderr } = await runWith(args, input)
    expect(stdout + stderr).not.toMatch(commanding)
    expect((stdout + stderr).length).toBeGreaterThan(0)
  })

  test('text that is escaped in JSON keeps its meaning (property)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const written = JSON.stringify([value, text])
        expect(JSON.parse(printable(written))).toEqual(JSON.parse(written))
        expect(printable(written)).not.toMatch(commanding)
      }),
      { seed: 1 },
    )
  })

  test('a line break in a name doesn’t start a new line', () => {
    expect(inLine('mary\n      9  root → iam:*')).toBe('mary\\u000a      9  root → iam:*')
  })
})

describe('no cell of a CSV file is a formula', () => {
  test.each<[text: string, cell: string]>([
    ['arn:aws:s3:::b/k', 'arn:aws:s3:::b/k'],
    ['12', '12'],
    ['-5', '-5'],
    ['=1+1', `"'=1+1"`],
    ['+1+1', `"'+1+1"`],
    ['-1+1', `"'-1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1', `"'  =1"`],
    ['\n=1', '"\\u000a=1"'],
    ['\u0000=1', '"\\u0000=1"'],
    ['＝1+1', `"'＝1+1"`],
    ['＋1', `"'＋1"`],
    ['−1', `"'−1"`],
    ['a;=1+1', `"a;'=1+1"`],
    ['a,=1+1', `"a,'=1+1"`],
    ['say "hi"', '"say ""hi"""'],
    ['s3:Get*', '"s3:Get*"'],
  ])('%j is %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  test('split at any separator, no part begins like one (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@＝;,| "a1\n\t') }), (text) => {
        const cell = csvCell(text)
        if (/^-?\d+$/.test(cell)) return
        for (const part of cell.replace(/^"|"$/g, '').split(/[;,|]/)) expect(part).not.toMatch(/^\s*[=+\-@＝]/)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('reports for programs are well-formed', () => {
  test.each<[path: string, uri: string]>([
    ['policies/a.json', 'policies/a.json'],
    ['we ird#1?.json', 'we%20ird%231%3F.json'],
    ['100%.json', '100%25.json'],
    ['C:\\policies\\a b.json', 'file:///C:/policies/a%20b.json'],
    ['/srv/a#b.json', 'file:///srv/a%23b.json'],
    ['\\\\server\\share\\a.json', 'file://server/share/a.json'],
    ['half \ud800.json', 'half%20%EF%BF%BD.json'],
    ['a.zip: b:c.json', 'a.zip%3A%20b%3Ac.json'],
  ])('SARIF: %j is %s', (path, uri) => {
    expect(uriOf(path)).toBe(uri)
    expect(URL.canParse(uri, 'file:///base/')).toBe(true)
  })

  test('JUnit holds only characters that XML has, whatever a file is called (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (file) => {
        const xml = toJunit([
          {
            file: `${file}\ufffe\uffff\ud800\u0000<&">`,
            findings: [],
            unread: [],
            policies: 1,
            ignored: [],
            notes: [],
          },
        ])
        expect(xml).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        expect(xml.match(/</g)).toHaveLength(6)
      }),
      { seed: 1 },
    )
  })
})
