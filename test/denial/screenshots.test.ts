// The text of a screenshot has letters and marks that look like others: the nearest service, operation, and ARN are taken, each with a doubt.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const ana = 'arn:aws:iam::111122223333:user/ana'
const message = (action: string, resource: string, principal = ana) =>
  `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`

describe('the action', () => {
  test.each([
    ['iarn:ListUsers', 'iam:ListUsers'],
    ['1am:ListUsers', 'iam:ListUsers'],
    ['dynam0db:PutItem', 'dynamodb:PutItem'],
    ['cIoudformation:CreateStack', 'cloudformation:CreateStack'],
    ['secretsrnanager:GetSecretValue', 'secretsmanager:GetSecretValue'],
    ['53:GetObject', 's3:GetObject'],
    ['s3;ListBucket', 's3:ListBucket'],
    ['s3:Get0bject', 's3:GetObject'],
    ['lambda:lnvokeFunction', 'lambda:InvokeFunction'],
    ['ec2:Describelnstances', 'ec2:DescribeInstances'],
    ['ec3:Describelnstances', 'ec2:DescribeInstances'],
  ])('%s is %s', (read, meant) => {
    const { action, doubts } = readDenial(message(read, '*'))
    expect(action).toBe(meant)
    expect(doubts).toMatchObject([{ field: 'action', read, instead: [meant] }])
  })

  test.each(['foo:DoThing', 'newsvc:ListUsers', 's3:ListAllMyBuckets', 'S3:getobject', 'lambda:DoThingNew'])(
    '%s stays as it is: a service or an operation can be newer than our tables',
    (action) => {
      expect(readDenial(message(action, '*'))).toMatchObject({ action, doubts: [] })
    },
  )
})

describe('the ARN', () => {
  test.each([
    ['s3:ListBucket', 'arn:aws:s3;;;my-bucket', 'arn:aws:s3:::my-bucket'],
    ['s3:ListBucket', 'arn:aws:s3:;:my-bucket', 'arn:aws:s3:::my-bucket'],
    ['s3:GetObject', 'am:aws:s3:::b/k', 'arn:aws:s3:::b/k'],
    ['s3:GetObject', 'arn;aws:53:::b/k', 'arn:aws:s3:::b/k'],
    ['kms:Decrypt', 'arn:aws:krns:us-east-1:111122223333:key/0a1b', 'arn:aws:kms:us-east-1:111122223333:key/0a1b'],
    ['sqs:SendMessage', 'arn:aws:sqs:us-east-I:111122223333:q', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:1111Z222333E:q', undefined],
    ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:ll1122223333:q', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['sts:AssumeRole', 'arn:aws:iarn::111122223333:ro1e/Admin', 'arn:aws:iam::111122223333:role/Admin'],
    ['iam:ListUsers', 'arn:awstiam::111122223333:user/', 'arn:aws:iam::111122223333:user/'],
    ['sns:Publish', 'arn:aws-cn:sns:cn-north-l:111122223333:t', 'arn:aws-cn:sns:cn-north-1:111122223333:t'],
  ])('of %s on %s', (action, read, meant) => {
    const { resource, doubts } = readDenial(message(action, read))
    expect(resource).toBe(meant ?? read)
    expect(doubts).toEqual(
      meant === undefined ? [] : [{ field: 'resource', read, instead: [meant], because: 'look-alike' }],
    )
  })

  test.each([
    'arn:aws:s3:::1l1l0O/rn/k;v',
    'arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/',
    'arn:aws:dynamodb:us-east-1:XXXXXXXXXXXX:table/T',
    'arn:aws:foo:us-east-1:111122223333:thing/x',
    'arn:aws:s3:::${var.bucket}/k',
  ])('%s stays as it is', (resource) => {
    expect(readDenial(message('s3:GetObject', resource))).toMatchObject({ resource, doubts: [] })
  })

  test('of the caller: type and account follow', () => {
    expect(readDenial(message('s3:GetObject', '*', 'arn:aws:sts;:1ll122223333:assumed-r0le/app/x'))).toMatchObject({
      principal: 'arn:aws:sts::111122223333:assumed-role/app/x',
      principalType: 'assumed-role',
      accountId: '111122223333',
      doubts: [{ field: 'principal', because: 'look-alike' }],
    })
  })
})

test.each<[what: string, paste: string]>([
  [
    'a sentence whose words are misread',
    `${message('iam:ListRoles', '*')} because no identity-based policy allows the iam:ListRoles action`.replace(
      'authorized to perform',
      'authorlzed to perforrn',
    ),
  ],
  [
    'a panel between the console’s own words',
    'Dashboard Users arn:aws:lam::111122223333:user/ana | Feedback 1am:ListRoles no identity-based policy allows the action',
  ],
  [
    'a panel copied as a table',
    `User\t${ana}\nService\tiam\nAction\tListRoles\nOn resource(s)\t*\nContext\tno identity-based policy allows the action`,
  ],
  [
    'a panel in a table of Markdown',
    `| Field | Value |\n| --- | --- |\n| User | ${ana} |\n| Service | iam |\n| Action | ListRoles |\n| Context | no identity-based policy allows the action |`,
  ],
  [
    'a panel in a table of Markdown, with bold labels and code',
    `| **User** | \`${ana}\` |\n| **Action** | \`iam:ListRoles\` |\n| **Context** | no identity-based policy allows the action |`,
  ],
  [
    'a panel in a box of a terminal',
    `+--------+------+\n| User   | ${ana} |\n| Action | iam:ListRoles |\n| Context| no identity-based policy allows the action |\n+--------+------+`,
  ],
  [
    'a panel with each value on a line of its own',
    `Access denied\nUser\n${ana}\nService\niam\nAction\nListRoles\nOn resource(s)\n*\nContext\nno identity-based policy allows the action`,
  ],
])('%s is read in full', (_, paste) => {
  expect(readDenial(paste)).toMatchObject({
    kind: 'access-denied',
    principal: ana,
    action: 'iam:ListRoles',
    effect: 'implicit-deny',
    policyType: 'identity',
  })
})

test.each([
  `If no identity-based policy allows the action, ${ana} can't use iam:ListRoles`,
  `There is no identity-based policy allows the action ${ana} iam:ListRoles`,
])('a condition in prose isn’t a reason: %s', (paste) => {
  expect(readDenial(paste).kind).toBe('possible-denial')
})
