// What chats, trackers, screenshots, and web pages make of a message on its way.
import { expect, test } from 'vitest'
import { readDenial, readDenials } from '../../src/denial/index.ts'

const user = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: '
const ana = 'arn:aws:iam::111122223333:user/ana'
const session = 'arn:aws:sts::111122223333:assumed-role/dev/m@example.com'
const queue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/q'

test.each<[is: string, text: string, expected: object]>([
  [
    'a mail address that Markdown linked',
    'User: arn:aws:sts::111122223333:assumed-role/dev/[m@example.com](mailto:m@example.com) is not authorized to perform: s3:GetObject',
    { principal: session, action: 's3:GetObject' },
  ],
  [
    'a mail address that Slack linked',
    'User: arn:aws:sts::111122223333:assumed-role/dev/<mailto:m@example.com|m@example.com> is not authorized to perform: s3:GetObject',
    { principal: session },
  ],
  ['an address that Slack linked', `Access to the resource <${queue}|${queue}> is denied.`, { resource: queue }],
  [
    'an event whose values are links',
    '{"eventSource":"[inspector2.amazonaws.com](http://inspector2.amazonaws.com)","eventName":"ListFindings","errorCode":"AccessDenied","userIdentity":{"arn":"arn:aws:iam::111122223333:user/ana"}}',
    { actionDerived: undefined, action: undefined, principal: ana },
  ],
  [
    'bold labels and backticks',
    `**User:** \`${ana}\` is **not authorized to perform:** \`s3:GetObject\` on resource: \`arn:aws:s3:::b/k\``,
    { principal: ana, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
  ],
  [
    'bold around the whole message',
    `**${user}sts:AssumeRole on resource: arn:aws:iam::111122223333:role/app**`,
    { principal: ana, resource: 'arn:aws:iam::111122223333:role/app' },
  ],
  [
    'italics around the whole message',
    `It says\n\n*${user}s3:GetObject on resource: arn:aws:s3:::b/k*`,
    { resource: 'arn:aws:s3:::b/k' },
  ],
  [
    'underscores around a message with a policy',
    `__${user}s3:GetObject on resource: arn:aws:s3:::b/my_key with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1__`,
    {
      resource: 'arn:aws:s3:::b/my_key',
      policyArn: 'arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1',
    },
  ],
  [
    'stars that belong to the resource',
    `**Error:** ${user}ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:***:instance/*`,
    { resource: 'arn:aws:ec2:eu-west-1:***:instance/*' },
  ],
  [
    'a bold reason with the policy',
    `${user}s3:GetObject on resource: arn:aws:s3:::b/k **with an explicit deny in a permissions boundary**: arn:aws:iam::111122223333:policy/PB`,
    { policyType: 'permissions-boundary', policyArn: 'arn:aws:iam::111122223333:policy/PB' },
  ],
  [
    'a bold title of the console',
    'Access denied to **`iam:ListUsers`** - Context: no identity-based policy allows the action',
    { action: 'iam:ListUsers', policyType: 'identity' },
  ],
  [
    'a lost space before "is"',
    'User: arn:aws:iam::111122223333:user/marymajoris not authorized to perform: codecommit:ListRepositories',
    { principal: 'arn:aws:iam::111122223333:user/marymajor' },
  ],
  [
    'an access key',
    `${user}iam:UpdateAccessKey on resource: access key AKIAIOSFODNN7EXAMPLE`,
    { resource: 'access key AKIAIOSFODNN7EXAMPLE' },
  ],
  ['a login profile', `${user}iam:GetLoginProfile on resource: login profile ana`, { resource: 'login profile ana' }],
  [
    'a reason without an action',
    'UnauthorizedOperation: You are not authorized to perform this operation ... with an explicit deny in a service control policy',
    { effect: 'explicit-deny', policyType: 'scp' },
  ],
  [
    'AWS’s other wording of it',
    'AccessDenied: due to an explicit deny in a Service Control Policy',
    { effect: 'explicit-deny', policyType: 'scp' },
  ],
])('%s', (_, text, expected) => {
  const { actionDerived: _derived, ...wanted } = { actionDerived: undefined, ...expected }
  expect(readDenial(text)).toMatchObject(wanted)
})

test.each([
  ['jam:ListUsers', 'iam:ListUsers'],
  ['lam:GetRole', 'iam:GetRole'],
  ['kns:Decrypt', 'kms:Decrypt'],
])('a screenshot’s %s is %s, with a doubt', (read, meant) => {
  const { action, doubts } = readDenial(`${user}${read} on resource: *`)
  expect(action).toBe(meant)
  expect(doubts).toMatchObject([{ field: 'action', read, because: 'unknown-service' }])
})

test('spaces inside ARNs are removed, with a doubt', () => {
  const { principal, action, resource, doubts } = readDenial(
    'User: arn:aws:iam:: 111122223333:user/ana is not authorized to perform: SNS: TagResource on resource: arn:aws:sns:us-east-1: 111122223333:t',
  )
  expect({ principal, action, resource }).toEqual({
    principal: ana,
    action: 'SNS:TagResource',
    resource: 'arn:aws:sns:us-east-1:111122223333:t',
  })
  expect(doubts.map(({ field, because }) => [field, because])).toEqual([
    ['principal', 'blank'],
    ['resource', 'blank'],
  ])
})

test('errors of the SDK for Go count one by one, by the line with their request ID', () => {
  const lines = ['A1B2C3D4E5F6A7B8', 'B1B2C3D4E5F6A7B8', 'C1B2C3D4E5F6A7B8'].map(
    (id) => `AccessDenied: Access Denied\n\tstatus code: 403, request id: ${id}, host id: x`,
  )
  expect(readDenials(lines.join('\n')).map(({ count }) => count)).toEqual([3])
})

test.each<[is: string, prose: string]>([
  ['a role by its name', 'assumed-role X is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k'],
  ['no caller', 'My job is not authorized to perform s3:GetObject, here is the log'],
  ['an action in other case', 'The app is not authorized to perform: S3:getobject'],
])('of a denial told in prose that names %s and pasted below, the whole one is read', (_, prose) => {
  const whole = `${user}s3:GetObject on resource: arn:aws:s3:::b/k`
  expect(readDenial(`${prose}\n\n${whole}`)).toMatchObject({ principal: ana, resource: 'arn:aws:s3:::b/k' })
})

test('text written about a denial doesn’t count as a second denial', () => {
  const groups = readDenials(
    `I am not authorized to perform: s3:GetObject\n\n${user}s3:GetObject on resource: arn:aws:s3:::b/k`,
  )
  expect(groups.map(({ count, denial }) => [count, denial.principal])).toEqual([[1, ana]])
})
