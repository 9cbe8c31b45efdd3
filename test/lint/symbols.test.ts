// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// A template leaves names open ("${var.x}"): nothing is an error only because its value isn't known.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

const reference = await loadReference()
const symbols = [
  '${var.x}',
  '${AWS::AccountId}',
  '${Role.Arn}',
  '${local.prefix}-${var.env}',
  '${AWS::Region}.amazonaws.com',
]

const whole: readonly (readonly [PolicyType, string])[] = [
  [
    'identity',
    '{"Version":"V","Statement":[{"Sid":"S","Effect":"E","Action":["s3:GetObject","A"],"Resource":["arn:aws:s3:::b/*","R"],"Condition":{"StringEquals":{"aws:PrincipalOrgID":"C","aws:RequestTag/C":"C"},"IpAddress":{"aws:SourceIp":"C"},"Bool":{"aws:SecureTransport":"C"},"NumericLessThan":{"s3:max-keys":"C"},"DateGreaterThan":{"aws:CurrentTime":"C"},"ArnLike":{"aws:PrincipalArn":"C"},"Null":{"aws:PrincipalTag/x":"C"}}}]}',
  ],
  [
    'resource',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["Q","111122223333"],"Service":"W"},"Action":"A","Resource":"R","Condition":{"StringEquals":{"aws:SourceAccount":"C"},"ArnLike":{"aws:SourceArn":"C"}}}]}',
  ],
  [
    'resource',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"P","Action":"s3:GetObject","Resource":"R","Condition":"C"}]}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"P","Action":"sts:AssumeRole","Condition":{"StringEquals":"C"}}]}',
  ],
  ['scp', '{"Version":"2012-10-17","Statement":"T"}'],
]

const cases = whole.flatMap(([policyType, text]) => {
  const places = [...new Set(text.match(/"[A-Z]"/g))]
  return places.flatMap((place) => symbols.map((symbol) => [policyType, place, symbol, text] as const))
})
const valid: Readonly<Record<string, string>> = {
  '"V"': '"2012-10-17"',
  '"S"': '"S"',
  '"E"': '"Allow"',
  '"A"': '"s3:ListBucket"',
  '"R"': '"arn:aws:s3:::b"',
  '"W"': '"sns.amazonaws.com"',
  '"Q"': '"111122223333"',
  '"P"': '{"AWS":"111122223333"}',
}

test.each(cases)('%s: %s as %s', (policyType, place, symbol, text) => {
  const errorsOf = (put: string) =>
    lint({
      text: text.replaceAll(/"[A-Z]"/g, (each) => (each === place ? put : (valid[each] ?? `"${symbols[0]}"`))),
      policyType,
      resourceType: policyType === 'resource' ? 'AWS::S3::Bucket' : undefined,
      reference,
    }).flatMap(({ code, type }) => (type === 'ERROR' ? [code] : []))
  const own = errorsOf(JSON.stringify(symbol))
  expect(own.filter((code) => !['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'].includes(code))).toEqual([])
})
