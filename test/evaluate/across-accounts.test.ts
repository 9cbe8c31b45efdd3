// Every row of the generated tables: what never works from another account is denied, although both sides allow everything.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { crossAccountRows } from '../../src/reference/facts/cross-account.ts'
import { resourcePolicyRows } from '../../src/reference/facts/resource-policies.ts'
import { shareableRows } from '../../src/reference/facts/shareable.ts'
import { specialCallRows } from '../../src/reference/facts/special-calls.ts'
import { resourcePoliciesOf } from '../../src/reference/index.ts'
import { allow, full, policy, there, user } from './scenario.ts'

const both = [full, policy('resource', allow('*', { Principal: '*' }))]
const decide = (action: string, resource: string, facts = {}) =>
  compile(both, facts).decide({ principal: user, action, resource, resourceAccount: there })

test.each(crossAccountRows)('$service: $operations', ({ service, operations }) => {
  const names = operations.split(' ')
  const decisions = names.map((name) => decide(`${service}:${name}`, `arn:aws:${service}:us-east-1:${there}:x/y`))
  expect(decisions).toEqual(names.map(() => 'implicitDeny'))
})

test('services without resource-based policies are closed to other accounts', () => {
  const services = resourcePolicyRows
    .flatMap(({ services }) => services.split(' '))
    .filter((service) => resourcePoliciesOf(service, '') === 'none')
  const open = services.filter(
    (service) => decide(`${service}:Get`, `arn:aws:${service}:us-east-1:${there}:x/y`) !== 'implicitDeny',
  )
  expect(services.length).toBeGreaterThan(300)
  expect(open).toEqual([])
})

test('services whose policies anyone can write are open to other accounts', () => {
  const open = ['s3', 'kms', 'sqs', 'sns', 'dynamodb', 'kinesis', 'secretsmanager', 'ecr', 'events', 'lambda']
  const decisions = open.map((service) => decide(`${service}:Anything`, `arn:aws:${service}:us-east-1:${there}:x/y`))
  expect(decisions).toEqual(open.map(() => 'allowed'))
})

// https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html
test.each([
  ['kafka-cluster:Connect', 'kafka', 'cluster/orders/1234abcd-1'],
  ['kafka-cluster:WriteData', 'kafka', 'topic/orders/1234abcd-1/paid'],
  ['kafka-cluster:AlterGroup', 'kafka', 'group/orders/1234abcd-1/readers'],
  ['cloudtrail-data:PutAuditEvents', 'cloudtrail', 'channel/1234abcd'],
  ['execute-api:Invoke', 'execute-api', 'abcd1234/prod/GET/orders'],
])('%s asks the policy of another service’s resource', (action, service, path) => {
  const resource = `arn:aws:${service}:us-east-1:${there}:${path}`
  expect(decide(action, resource)).toBe('allowed')
  expect(compile([full]).decide({ principal: user, action, resource, resourceAccount: there })).toBe('implicitDeny')
})

test.each(shareableRows)('$service shares $starts', ({ service, starts }) => {
  for (const start of starts.split(' ')) {
    const resource = `arn:aws:${service}:us-east-1:${there}:${start}x`
    const request = { principal: user, action: `${service}:Use`, resource }
    expect(compile([full], { sharedByRam: true }).decide(request)).toBe('allowed')
    expect(compile([full], { sharedByRam: false }).decide(request)).toBe('implicitDeny')
  }
})

test.each(specialCallRows.filter(({ kind }) => kind === 'management-account-only'))(
  'a member account can’t call $service: $operations',
  ({ service, operations }) => {
    for (const name of operations.split(' ')) {
      const request = { principal: user, action: `${service}:${name}`, resource: '*' }
      expect(compile([full], { managementAccount: false }).decide(request)).toBe('implicitDeny')
      expect(compile([full], { managementAccount: true }).decide(request)).toBe('allowed')
    }
  },
)
