// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What the editor says about the place at the mark |.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Explained, explainAt } from '../../src/checker/editor/explain.ts'
import type { FindService } from '../../src/checker/editor/explanation.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { operatorNames, policyElements, statementElements } from '../../src/iam/index.ts'
import { globalKeys } from '../../src/reference/index.ts'
import { explainedKeys } from '../../src/words/index.ts'

let service: FindService

beforeAll(async () => {
  const { services } = await loadReference(['s3', 'iam'])
  service = async (prefix) => services.get(prefix)
})

const at = (marked: string): Promise<Explained | undefined> =>
  explainAt(marked.replace('|', ''), marked.indexOf('|'), service)

describe('the title, the first line, and the page', () => {
  test.each<[text: string, title: string, line: RegExp, page: string]>([
    ['{"Ver|sion":"2012-10-17"}', 'Version', /version of the policy language/, 'reference/elements/#version'],
    ['{"Version":"2012-|10-17"}', '2012-10-17', /version of the policy language/, 'reference/elements/#version'],
    ['{"I|d":"x"}', 'Id', /name for the policy/, 'reference/elements/#id'],
    ['{"Statement":[{"Effect":"De|ny"}]}', 'Deny', /allows or denies/, 'reference/elements/#effect'],
    ['{"Statement":{"NotPrincipal|":{}}}', 'NotPrincipal', /Everyone/, 'reference/elements/#notprincipal'],
    ['{"Statement":[{"Principal":{"AW|S":"*"}}]}', 'AWS', /Accounts, users, roles/, 'reference/elements/#principal'],
    ['{"Effect":"Allow","NotRes|ource":"*"}', 'NotResource', /except these/, 'reference/elements/#notresource'],
    [
      '{"Statement":[{"Condition":{"NotIp|Address":{}}}]}',
      'NotIpAddress',
      /unless the key’s value is in this address range/,
      'reference/operators/notipaddress/',
    ],
    [
      '{"Statement":[{"Condition":{"ForAllValues:String|LikeIfExists":{}}}]}',
      'ForAllValues:StringLikeIfExists',
      /fits this pattern/,
      'reference/operators/stringlike/',
    ],
    [
      '{"Statement":[{"Condition":{"Bool":{"AWS:securetransport|":"true"}}}]}',
      'AWS:securetransport',
      /TLS/,
      'reference/condition-keys/aws-securetransport/',
    ],
    [
      '{"Statement":[{"Condition":{"StringEquals":{"aws:PrincipalTag/te|am":"x"}}}]}',
      'aws:PrincipalTag/team',
      /tag on the calling/,
      'reference/condition-keys/aws-principaltag/',
    ],
    [
      '{"Statement":[{"Condition":{"StringEquals":{"s3:pre|fix":"x"}}}]}',
      's3:prefix',
      /condition key of Amazon S3\. Type: String/,
      'reference/s3/#condition-keys',
    ],
    ['{"Statement":[{"Action":"s3:GetObj|ect"}]}', 's3:GetObject', /Read/, 'reference/s3/#getobject'],
    [
      '{"Statement":[{"Resource":"arn:aws:s3:::b/${aws:user|name}/*"}]}',
      '${aws:username}',
      /policy variable/,
      'policies/variables/',
    ],
    [
      '{"Statement":[{"Action":"s3:GetBucketL*|"}]}',
      's3:GetBucketL*',
      /: matches 2 actions of \d+\.$/,
      'reference/s3/',
    ],
    ['{"Statement":[{"NotAction":["s3:Nothing?|"]}]}', 's3:Nothing?', /: matches no action of/, 'reference/s3/'],
    ['{"Statement":[{"Action":"*|"}]}', '*', /^Every action/, 'reference/elements/#action'],
    ['{"Statement":[{"Resource":"*|"}]}', '*', /^Every resource/, 'reference/elements/#resource'],
    [
      '{"Statement":[{"Resource":"arn:aws:s3:::|b"}]}',
      'arn:aws:s3:::b',
      /S3: bucket\.$/,
      'reference/s3/#resource-types',
    ],
    [
      '{"Statement":[{"NotResource":["arn:aws:s3:::b/|*"]}]}',
      'arn:aws:s3:::b/*',
      /S3: object\.$/,
      'reference/s3/#resource-types',
    ],
    [
      '{"Statement":[{"Resource":"arn:aws:iam::1111222|23333:role/dev"}]}',
      'arn:aws:iam::111122223333:role/dev',
      /: role\.$/,
      'reference/iam/#resource-types',
    ],
    ['{"Statement":[{"Principal":{"Federated":"*|"}}]}', '*', /^Identity providers/, 'reference/elements/#principal'],
    ['{"Statement":[{"Principal":"|*"}]}', '*', /^Everyone/, 'reference/elements/#principal'],
    [
      '{"Statement":[{"NotPrincipal":{"AWS":["1111|22223333"]}}]}',
      '111122223333',
      /^The account 111122223333 as a whole/,
      'reference/elements/#principal',
    ],
    [
      '{"Statement":[{"Principal":{"AWS":"arn:aws:iam::111122223333:ro|ot"}}]}',
      'arn:aws:iam::111122223333:root',
      /^The account 111122223333/,
      'reference/elements/#principal',
    ],
    [
      '{"Statement":[{"Principal":{"Service":"lambda|.amazonaws.com"}}]}',
      'lambda.amazonaws.com',
      /^AWS services/,
      'reference/elements/#principal',
    ],
    ['{"Statement":[{"Resource":"arn:aws:s3:::b/$|{*}"}]}', '${*}', /ordinary asterisk/, 'policies/variables/'],
  ])('%s', async (text, title, line, page) => {
    const explained = await at(text)
    expect(explained).toMatchObject({ title, page })
    expect(explained?.lines[0]).toMatch(line)
  })
})

test('a variable says what its key holds, with a default, too', async () => {
  const explained = await at('{"Statement":[{"Resource":"arn:aws:s3:::b/${aws:user|name, \'x\'}"}]}')
  expect(explained?.lines.at(-1)).toMatch(/^aws:username: The name of the IAM user/)
})

test('the place is the string without its quotes', async () => {
  const text = '{"Statement":[{"Action":["s3:GetObject"]}]}'
  const explained = await explainAt(text, text.indexOf('GetObject'), service)
  expect(explained && text.slice(explained.from, explained.to)).toBe('s3:GetObject')
})

test.each(['{"Statement":[{"Sid":"Act|ion"}]}', '{"Statement"|:[]}', '{"Statement":[{"Nope|":1}]}', '{"a:b|":1}', '|'])(
  'nothing: %s',
  async (text) => {
    expect(await at(text)).toBeUndefined()
  },
)

test('every element, every operator, and every key that AWS explains has an explanation with a source', async () => {
  const policies = [
    ...[...policyElements, ...statementElements].map((name) => `{"${name}|":1}`),
    ...operatorNames.map((name) => `{"Statement":[{"Condition":{"${name}|":{}}}]}`),
    ...globalKeys
      .filter(({ name }) => explainedKeys.includes(name))
      .map(({ name }) => `{"Statement":[{"Condition":{"Null":{"${name}|":"true"}}}]}`),
  ]
  for (const policy of policies) expect((await at(policy))?.source, policy).toMatch(/^https:/)
})

test('only a key that AWS doesn’t explain has no words, and no words are about an unknown key', () => {
  const names = new Set(globalKeys.map(({ name }) => name))
  expect([...names].filter((name) => !explainedKeys.includes(name))).toEqual(['aws:PrincipalOrgMasterAccountId'])
  expect(explainedKeys.filter((name) => !names.has(name))).toEqual([])
})

test('never throws, whatever the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('"', '{', '}', '[', ']', ':', ',', 'a', '$', '\\', '\n') }),
      fc.nat(),
      async (text, where) => {
        await explainAt(text, where % (text.length + 1), service)
      },
    ),
    { seed: 20 },
  )
})
