// What a call needs in addition never widens the change for the denied resource, and never takes a condition of the documents away.
import { expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['secretsmanager', 'ec2'])
const denied = (action: string, resource: string): string =>
  `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
const micro = {
  Effect: 'Allow',
  Action: 'ec2:RunInstances',
  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  Condition: { StringEquals: { 'ec2:InstanceType': 't3.micro' } },
}

test.each<[what: string, paste: string, statements: readonly object[], wide: RegExp]>([
  ['a secret by its name', denied('secretsmanager:GetSecretValue', 'prod/db'), [], /secret:\*/],
  ['a secret in a folder', denied('secretsmanager:DescribeSecret', 'team/app/key'), [], /secret:\*/],
  ['a secret by a plain name', denied('secretsmanager:GetSecretValue', 'db'), [], /secret:\*/],
  [
    'instances of one type only',
    denied('ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-1'),
    [micro],
    /instance\/\*.*instance\/\*/,
  ],
])('%s', (_, paste, Statement, wide) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement })
  const policies = Statement.length > 0 ? [{ name: 'Mine', type: 'identity' as const, text }] : []
  const { fixes } = diagnose({ paste, policies }, reference)
  expect(fixes.length).toBeGreaterThan(0)
  for (const { after } of fixes) expect(after.replaceAll('\n', ' ')).not.toMatch(wide)
})
