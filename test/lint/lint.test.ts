// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type PolicyType, policyTypes } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'
import type { Reference } from '../../src/reference/index.ts'
import { applyEdit, positionAt } from '../../src/text/index.ts'
import { growth, tolerated } from '../cpu-time.ts'

let reference: Reference
beforeAll(async () => {
  reference = await loadReference([
    's3',
    'ce',
    'iam',
    'ec2',
    'sts',
    'logs',
    'dynamodb',
    'purchase-orders',
    'aws-portal',
  ])
})

const policy = (...statements: readonly string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`
const allow = (action: string, resource = '"*"', more = '') =>
  policy(`{"Effect":"Allow","Action":${action},"Resource":${resource}${more}}`)
const codes = (text: string, policyType: PolicyType = 'identity', resourceType?: string) =>
  lint({ text, policyType, resourceType, reference }).map(({ code }) => code)

/** Hints that fit many fine policies: lockouts-and-guards.test.ts has a row for each. */
const hints: ReadonlySet<string> = new Set([
  'DENY_HITS_AWS_SERVICES',
  'GUARD_MISSES_THE_BUCKET',
  'TRUST_WHOLE_ORGANIZATION',
])
const faults = (text: string, policyType?: PolicyType) => codes(text, policyType).filter((code) => !hints.has(code))

const anyoneReads = '{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}'
const anyoneInvokes = '{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}'
const denyOutside = (action: string, resource: string, condition: object) =>
  JSON.stringify({ Effect: 'Deny', Principal: '*', Action: action, Resource: resource, Condition: condition })
const vpcEndpoint = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }
const organization = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }
const perimeter = {
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
}
const noTls = { Bool: { 'aws:SecureTransport': 'false' } }
const noTlsOutside = { ...noTls, ...organization }
const anyOrganization = { StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } }
const inside = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }

describe('what is found', () => {
  test.each<[text: string, code: string, type?: PolicyType]>([
    ['', 'JSON_SYNTAX_ERROR'],
    ['not json', 'JSON_SYNTAX_ERROR'],
    ['{"Version": "2012-10-17"', 'JSON_SYNTAX_ERROR'],
    [
      '{ // why\n"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*"}}',
      'JSON_SYNTAX_ERROR',
    ],
    ['"policy"', 'DATA_TYPE_MISMATCH'],
    ['{"Version":"2012-10-17","Statement":[]}', 'MISSING_STATEMENT'],
    [allow('"GetObject"'), 'INVALID_ACTION'],
    [allow('"s3:GetObject "'), 'INVALID_ACTION'],
    [allow('"s3:GetObject, s3:PutObject"'), 'INVALID_ACTION'],
    [allow('"s3:"'), 'INVALID_ACTION'],
    [allow('"s3:Fetch*"'), 'INVALID_ACTION'],
    [policy('{"Effect":"Deny","NotAction":["s3:FetchObject"],"Resource":"*"}'), 'INVALID_ACTION'],
    [allow('"s4:GetObject"'), 'INVALID_SERVICE_IN_ACTION'],
    [allow('["ce:Get*","ce:getcostandusage"]'), 'REDUNDANT_ACTION'],
    [allow('["ce:*","*"]'), 'REDUNDANT_ACTION'],
    [allow('["ce:GetTags","CE:gettags"]'), 'REDUNDANT_ACTION'],
    [allow('["s3:*Object","s3:Get?Object"]'), 'REDUNDANT_ACTION'],
    [allow('"aws-portal:*"'), 'RETIRED_ACTION'],
    [allow('"purchase-orders:ViewPurchaseOrders"'), 'RETIRED_ACTION'],
    [allow('"*"'), 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE'],
    [allow('["iam:PassRole"]', '"arn:aws:iam::111122223333:role/*"'), 'PASS_ROLE_WITH_STAR_IN_RESOURCE'],
    [allow('["iam:PassRole"]', '["arn:aws:iam::*:role/*"]'), 'PASS_ROLE_WITH_STAR_IN_RESOURCE'],
    [
      allow('"iam:Pass*"', '"*"', ',"Condition":{"StringNotEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}'),
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    ],
    [
      allow('"ce:*"', '"*"', ',"Condition":{"StringNotEqualsIfExists":{"aws:userid":["AROAEXAMPLE:*"]}}'),
      'WILDCARD_WITHOUT_LIKE_OPERATOR',
    ],
    [
      '{"Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*","Condition":{"StringLike":{"a:b":"x ${aws:username}"}}}}',
      'VARIABLE_UNSUPPORTED_IN_VERSION',
    ],
    [
      allow('["s3:ListAllMyBuckets","s3:GetObject"]', '["arn:aws:s3:::b","arn:aws:s3:::b/*"]'),
      'ACTION_NEEDS_STAR_RESOURCE',
    ],
    [policy('{"Effect":"Deny","Principal":"*","Action":"s3:*"}'), 'MISSING_RESOURCE', 'rcp'],
    [policy('{"Effect":"Deny","Action":"s3:*","Resource":"*"}'), 'MISSING_PRINCIPAL', 'rcp'],
    [
      policy('{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1234:root"},"Action":"sts:AssumeRole"}'),
      'INVALID_PRINCIPAL_FORMAT',
      'trust',
    ],
    [
      policy('{"Effect":"Allow","Principal":"arn:aws:iam::111122223333:root","Action":"sts:AssumeRole"}'),
      'INVALID_PRINCIPAL_FORMAT',
      'trust',
    ],
    [
      policy('{"Effect":"Allow","Principal":{"Service":"*.amazonaws.com"},"Action":"sts:AssumeRole"}'),
      'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'trust',
    ],
    [policy('{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:*"}'), 'MISSING_RESOURCE', 'resource'],
  ])('%s: %s', (text, code, type) => {
    expect(codes(text, type)).toContain(code)
  })
})

describe('nothing is found in a policy that is right, or that can’t be judged', () => {
  test.each<[text: string, type?: PolicyType]>([
    [allow('"s3:GetObject"', '"arn:aws:s3:::reports/*"')],
    [allow('["S3:getobject","s3:Put?bject"]', '"arn:aws:s3:::reports/*"')],
    // Outside IAM a Sid may hold blanks.
    [
      policy(
        '{"Sid":"Partner read","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/Read"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}',
      ),
      'resource',
    ],
    // Not loaded: nothing is said about its actions.
    [allow('"lambda:NoSuchThing"')],
    // Only some of the actions that the pattern matches have no resource types.
    [allow('"s3:List*"', '"arn:aws:s3:::reports"')],
    // Services ask about these on the ARN of a collection.
    [allow('"s3:ListAllMyBuckets"', '"arn:aws:s3:::*"')],
    [allow('"iam:ListUsers"', '"arn:aws:iam::111122223333:user/*"')],
    [allow('"iam:ListUsers"', '"arn:aws:iam::111122223333:*"')],
    [allow('"logs:DescribeLogGroups"', '"arn:aws:logs:us-east-1:111122223333:log-group:*"')],
    [allow('"dynamodb:ListTables"', '"arn:aws:dynamodb:us-east-1:111122223333:table/*"')],
    [allow('"ec2:DescribeInstances"', '"${anything}"')],
    [allow('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app-*"')],
    [allow('"iam:PassRole"', '"*"', ',"Condition":{"StringEquals":{"IAM:passedtoservice":"ec2.amazonaws.com"}}')],
    [policy('{"Effect":"Deny","Action":"iam:PassRole","Resource":"*"}')],
    [policy('{"Effect":"Deny","Action":"iam:*","NotResource":"arn:aws:iam::111122223333:role/x"}')],
    [allow('"ce:*"', '"*"', ',"Condition":{"StringEquals":{"aws:PrincipalTag/note":"a${*}b"}}')],
    [allow('"ce:*"', '"*"', ',"Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}')],
    [
      '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${AWS::AccountId}/${name}/*"}]}',
    ],
    [policy('{"Effect":"Allow","Action":"*","Resource":"*"}'), 'scp'],
    [
      policy(
        '{"Effect":"Deny","NotAction":["iam:*","sts:*","billing:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1"]}}}',
      ),
      'scp',
    ],
    [
      policy(
        '{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}',
      ),
      'rcp',
    ],
    [policy('{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}'), 'trust'],
    [
      policy(
        '{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}',
      ),
      'trust',
    ],
    [
      policy(
        '{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:a/b:ref:refs/heads/main"}}}',
      ),
      'trust',
    ],
    [
      policy(
        '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}',
      ),
      'resource',
    ],
    [
      policy(
        '{"Effect":"Allow","Principal":{"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}',
      ),
      'resource',
    ],
    // Repository policies have no Resource.
    [
      policy(
        '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/Pull"},"Action":"ecr:BatchGetImage"}',
      ),
      'resource',
    ],
    // A resource of API Gateway can be written without the rest of its ARN. This is the policy of a private API.
    [policy(anyoneInvokes, denyOutside('execute-api:Invoke', 'execute-api:/*', vpcEndpoint)), 'resource'],
    [policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', organization)), 'resource'],
    [policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', perimeter)), 'resource'],
  ])('%s', (text, type) => {
    expect(faults(text, type)).toEqual([])
  })

  // A website's bucket or an open API can be public on purpose. A policy doesn't say so, and Access Analyzer calls both public:
  // https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html
  test.each<[what: string, text: string, more?: readonly string[]]>([
    ['a bucket for everyone', policy(anyoneReads)],
    ['an API for everyone', policy(anyoneInvokes)],
    ['a Deny of another action', policy(anyoneReads, denyOutside('s3:PutObject', 'arn:aws:s3:::b/*', organization))],
    ['a Deny of other objects', policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/private/*', organization))],
    ['a Deny on another condition', policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', noTls))],
    [
      'a Deny that needs one more condition',
      policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', noTlsOutside)),
    ],
    [
      'a Deny with a wildcard',
      policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', anyOrganization)),
      ['WILDCARD_USAGE_TOO_PERMISSIVE'],
    ],
    ['a Deny for fixed callers', policy(anyoneReads, denyOutside('s3:*', 'arn:aws:s3:::b/*', inside))],
  ])('%s is public', (_, text, more = []) => {
    expect(faults(text, 'resource')).toEqual(['PUBLIC_RESOURCE_POLICY', ...more])
  })

  test('an old Version is enough for a policy without variables', () => {
    expect(codes('{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*"}}')).toEqual([])
  })

  test('without a reference, actions have no findings', () => {
    const text = allow('["s3:FetchObject","s4:Get","s3:ListAllMyBuckets"]', '"arn:aws:s3:::b"')
    expect(lint({ text, policyType: 'identity' })).toEqual([])
  })

  test('a JSON syntax error is reported first, and the findings after it are marked', () => {
    const found = lint({ text: '{"Statement":[{"Effect":"allow" "Action":7', policyType: 'identity' })
    expect(found.filter(({ behindSlip }) => !behindSlip).map(({ code }) => code)).toEqual(['JSON_SYNTAX_ERROR'])
    expect(found.filter(({ behindSlip }) => behindSlip).map(({ code }) => code)).toContain('INVALID_EFFECT')
  })
})

describe('resource types', () => {
  const noResource = policy(
    '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/Admin"},"Action":"*"}',
  )
  test.each([
    ['AWS::S3::Bucket', ['MISSING_RESOURCE']],
    ['AWS::KMS::Key', ['MISSING_RESOURCE']],
    ['AWS::ECR::Repository', []],
    [undefined, []],
  ])('%s without Resource: %j', (resourceType, expected) => {
    const missing = codes(noResource, 'resource', resourceType).filter((code) => code === 'MISSING_RESOURCE')
    expect(missing).toEqual(expected)
  })
})

describe('fixes', () => {
  const fixed = (text: string, code: string, policyType: PolicyType = 'identity') => {
    const fix = lint({ text, policyType, reference }).find((finding) => finding.code === code)?.fix
    return fix && applyEdit(text, fix)
  }
  test.each<[text: string, code: string, after: string | undefined]>([
    ['{"a":1,}', 'JSON_SYNTAX_ERROR', '{"a":1}'],
    ['[1, 2 ,\n]', 'JSON_SYNTAX_ERROR', '[1, 2 \n]'],
    ['{"a":1\n  "b":2}', 'JSON_SYNTAX_ERROR', '{"a":1,\n  "b":2}'],
    ['{"a":1,,"b":2}', 'JSON_SYNTAX_ERROR', '{"a":1,"b":2}'],
    ['{"a":1', 'JSON_SYNTAX_ERROR', '{"a":1}'],
    ['{"a":[1,2}', 'JSON_SYNTAX_ERROR', undefined],
    ['{}', 'MISSING_VERSION', '{"Version": "2012-10-17"}'],
    ['{\n  "Statement": []\n}', 'MISSING_VERSION', '{\n  "Version": "2012-10-17",\n  "Statement": []\n}'],
    [allow('["ce:Get*", "ce:GetTags", "s3:*"]'), 'REDUNDANT_ACTION', allow('["ce:Get*", "s3:*"]')],
    [allow('["ce:GetTags", "ce:Get*"]'), 'REDUNDANT_ACTION', allow('["ce:Get*"]')],
    [allow('"s3:GetObject, s3:PutObject"'), 'INVALID_ACTION', allow('["s3:GetObject", "s3:PutObject"]')],
    [
      allow('["ce:*", "s3:GetObject s3:PutObject"]'),
      'INVALID_ACTION',
      allow('["ce:*", "s3:GetObject", "s3:PutObject"]'),
    ],
    [allow('" s3:GetObject"'), 'INVALID_ACTION', allow('"s3:GetObject"')],
    [allow('"iam:AssumeRole"'), 'INVALID_ACTION', allow('"sts:AssumeRole"')],
    [allow('"aws-portal:ViewUsage"'), 'RETIRED_ACTION', allow('"cur:GetUsageReport"')],
    [allow('["aws-portal:ViewUsage", "ce:GetTags"]'), 'RETIRED_ACTION', allow('["cur:GetUsageReport", "ce:GetTags"]')],
    [
      allow('"ce:*"', '"*"', ',"Condition":{"ForAnyValue:StringNotEqualsIfExists":{"a:b":"x*"}}'),
      'WILDCARD_WITHOUT_LIKE_OPERATOR',
      allow('"ce:*"', '"*"', ',"Condition":{"ForAnyValue:StringNotLikeIfExists":{"a:b":"x*"}}'),
    ],
    // The other operator is already there: with two blocks of the same name, one would be lost.
    [
      allow('"ce:*"', '"*"', ',"Condition":{"StringEquals":{"a:b":"x*"},"StringLike":{"a:c":"y"}}'),
      'WILDCARD_WITHOUT_LIKE_OPERATOR',
      undefined,
    ],
    [allow('"ce:*"', '"*"', ',"effect":"Allow"'), 'INVALID_POLICY_ELEMENT', undefined],
    [
      '{"Version":"2012-10-17","Statement":{"effect":"Allow","Action":"ce:*","Resource":"*"}}',
      'INVALID_POLICY_ELEMENT',
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*"}}',
    ],
    [
      allow(
        '["s3:ListAllMyBuckets", "s3:GetObject"]',
        '"arn:aws:s3:::b/*"',
        ',"Condition":{"Bool":{"aws:SecureTransport":true}}',
      ),
      'ACTION_NEEDS_STAR_RESOURCE',
      policy(
        '{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":true}}}, { "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": {"Bool":{"aws:SecureTransport":true}} }',
      ).replaceAll('},{', '},{'),
    ],
    [
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:ListAllMyBuckets","s3:GetObject"],"Resource":"arn:aws:s3:::b/*"}}',
      'ACTION_NEEDS_STAR_RESOURCE',
      undefined,
    ],
  ])('%s, %s', (text, code, after) => {
    expect(codes(text)).toContain(code)
    expect(fixed(text, code)).toBe(after)
  })

  test('the new Sid is one that no statement has', () => {
    const statement = (sid: string) => `{"Sid":"${sid}","Effect":"Allow","Action":"ce:*","Resource":"*"}`
    const text = policy(statement('A'), statement('A2'), statement('A'))
    expect(fixed(text, 'UNIQUE_SIDS_REQUIRED')).toBe(policy(statement('A'), statement('A2'), statement('A3')))
  })
})

describe('places', () => {
  test('line, column and path', () => {
    const text =
      '{\r\n  "Version": "2012-10-17",\r\n  "Statement": [\r\n    {\r\n      "Effect": "Allow",\r\n      "Action": "iam:PassRole",\r\n      "Resource": "*"\r\n    }\r\n  ]\r\n}'
    const [finding] = lint({ text, policyType: 'identity', reference })
    expect(finding).toMatchObject({ path: '/Statement/0/Resource', line: 7, column: 19 })
  })

  test('an entry of a list is counted as AWS counts it, also after an entry that isn’t a string', () => {
    const [, finding] = lint({ text: allow('["ce:*", 7, "ce:GetTags"]'), policyType: 'identity', reference })
    expect(finding).toMatchObject({ code: 'REDUNDANT_ACTION', path: '/Statement/0/Action/2' })
  })

  test('a principal of several types', () => {
    const text = policy(
      '{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com","AWS":["111122223333","arn:aws:iam::111122223333:role/x*"]},"Action":"sts:AssumeRole"}',
    )
    const findings = lint({ text, policyType: 'trust', reference })
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['MISSING_EXTERNAL_ID', '/Statement/0/Principal/AWS/0'],
      ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL', '/Statement/0/Principal/AWS/1'],
    ])
  })
})

describe('whatever the text (properties)', () => {
  const element = fc.constantFrom(
    ...['Version', 'Statement', 'Effect', 'Sid', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource'],
    ...['NotResource', 'Condition', 'StringEquals', 'Bool', 'AWS', 'Service', 'aws:username', '__proto__', 'effect'],
  )
  const leaf = fc.constantFrom(
    ...['2012-10-17', '2008-10-17', 'Allow', 'allow', 'iam:PassRole', 's3:ListAllMyBuckets', 's3:Foo', 's3:Get*', '*'],
    ...['arn:aws:s3:::b', 'arn:aws:iam::1:role/*', '${aws:username}', '${', 'x\ny', '', 'aws-portal:*', 7, null, true],
  )
  const json = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(element, tie('node'), { maxKeys: 6 }),
    ),
  })).node
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    json.map((value) => JSON.stringify(value)),
    json.map((value) => JSON.stringify(value, null, '\t')),
    fc.tuple(json, fc.nat()).map(([value, cut]) => JSON.stringify(value).slice(0, cut)),
  )

  test('lint never throws, its places are inside the text, and its lines and columns match the places', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...policyTypes), (written, policyType) => {
        for (const { span, line, column, path, fix } of lint({ text: written, policyType, reference })) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(written.length)
          expect({ line, column }).toEqual(positionAt(written, span.from))
          expect(path === '' || path.startsWith('/')).toBe(true)
          if (fix) expect(applyEdit(written, fix)).not.toBe(written)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('a fix of valid JSON leaves valid JSON', () => {
    const values = json.map((value) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [value, { Effect: 'Allow', Action: value }] }),
    )
    fc.assert(
      fc.property(values, fc.constantFrom(...policyTypes), (written, policyType) => {
        for (const { fix } of lint({ text: written, policyType, reference })) {
          if (fix) expect(() => JSON.parse(applyEdit(written, fix))).not.toThrow()
        }
      }),
      { numRuns: 3000 },
    )
  })

  test.each<[name: string, written: (n: number) => string]>([
    ['many actions', (n) => allow(JSON.stringify(Array.from({ length: 25_000 * n }, (_, i) => `s3:Get${i}*`)))],
    ['many patterns', (n) => allow(JSON.stringify(Array.from({ length: 12_500 * n }, (_, i) => `ce:*a*b*c${i}*`)))],
    [
      'many statements',
      (n) =>
        policy(...Array.from({ length: 5000 * n }, () => '{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"}')),
    ],
    ['one long text', (n) => allow(`"${'${aws:x'.repeat(75_000 * n)}"`, `"${'${a}'.repeat(75_000 * n)}"`)],
    ['many lines', (n) => '\n'.repeat(500_000 * n)],
  ])('%s: four times as much takes about four times as long', (_, written) => {
    const texts = new Map([1, 4].map((n) => [n, written(n)]))
    const work = (n: number): unknown => lint({ text: texts.get(n) ?? '', policyType: 'identity', reference })
    expect(growth(work, 500)).toBeLessThan(tolerated)
  })
})
