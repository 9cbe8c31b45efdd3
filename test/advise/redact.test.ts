// Redaction hides who and where, and keeps what belongs together: the answer stays the same.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, createRedactor, diagnose, redactCase, redactReport, report } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { exampleSchema } from '../../src/workbench/example.ts'

const reference = await loadReference()
const examples = readdirSync('content/examples')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8')))] as const)

test.each<[text: string, redacted: string]>([
  ['arn:aws:iam::123456789012:user/mary', 'arn:aws:iam::100000000001:user/name-1'],
  [
    'arn:aws:sts::123456789012:assumed-role/Finance/mary@corp.example',
    'arn:aws:sts::100000000001:assumed-role/name-1/name-2',
  ],
  ['from 198.51.100.7 and 198.51.200.7', 'from 100.65.100.7 and 100.65.200.7'],
  ['198.51.100.0/24, not 10.1.2.3', '100.65.100.0/24, not 10.1.2.3'],
  [
    'arn:aws:organizations::123456789012:policy/o-abcd1234/service_control_policy/p-efgh5678',
    'arn:aws:organizations::100000000001:policy/o-example1/service_control_policy/p-example2',
  ],
  ['arn:aws:iam::123456789012:role/team-*', 'arn:aws:iam::100000000001:role/team-*'],
  [
    'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    'arn:aws:iam::100000000001:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  ],
  ['mary@corp.example called', 'person-1@example.com called'],
  ['Version 2012-10-17, 1234567890123 and 12345', 'Version 2012-10-17, 1234567890123 and 12345'],
])('%s', (text, redacted) => {
  expect(createRedactor()(text)).toBe(redacted)
})

test.each(examples)('%s has the same answer when it is redacted', (_, example) => {
  const { title: _title, summary: _summary, expect: _expect, ...given } = example
  const redacted = redactCase(given)
  const [before, after] = [diagnose(given, reference), diagnose(redacted, reference)]
  expect(after.cause.id).toBe(before.cause.id)
  expect(after.verdict?.decision).toBe(before.verdict?.decision)
  expect(after.fixes.map(({ policyType }) => policyType)).toEqual(before.fixes.map(({ policyType }) => policyType))
})

test('a redacted case and its report hold no account number, address or name of the first one', () => {
  const given: Case = {
    paste:
      'User: arn:aws:iam::123456789012:user/mary is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k"',
    policies: [
      {
        name: 'for 123456789012',
        text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"198.51.100.7/32"}}}]}',
      },
    ],
    principal: 'arn:aws:iam::123456789012:user/mary',
    context: { 'aws:SourceIp': '198.51.100.8' },
  }
  const redacted = redactCase(given)
  const text = `${JSON.stringify(redacted)} ${report(diagnose(redacted, reference), { engine: '1', data: undefined })}`
  for (const secret of ['123456789012', 'mary', '198.51.100.7', '198.51.100.8']) expect(text).not.toContain(secret)
})

test('a report names people without their ARN too: they are replaced all the same, services are not', () => {
  const text =
    'Allow billing:GetBillingData to the user billing. Caller: arn:aws:iam::123456789012:user/billing, the role Ops.a of `arn:aws:iam::123456789012:role/x/Ops.a`.'
  expect(redactReport(text)).toBe(
    'Allow billing:GetBillingData to the user name-1. Caller: arn:aws:iam::100000000001:user/name-1, the role name-3 of `arn:aws:iam::100000000001:role/name-2/name-3`.',
  )
})
