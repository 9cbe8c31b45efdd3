// Limits that answers had: what they must say now, and what they must not.
import { expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { answerAll, type Row } from './answer-rows.ts'

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })
const denied = (caller: string, action: string, resource: string): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`

const accountMasks: readonly Row[] = [
  [
    'a key policy that trusts the account under another mask may trust the caller’s',
    `${denied('arn:aws:sts::123456******:assumed-role/app/i-1', 'kms:Decrypt', 'arn:aws:kms:us-east-1:************:key/1234abcd-12ab-34cd-56ef-1234567890ab')}\n\nKey policy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::************:root' }, Action: 'kms:*', Resource: '*' })}`,
    'depends',
    ['`123456******` and `************` hide', 'which policy has to change', 'Together, the values behind'],
    ['comes close', 'neither to the role app nor to the account'],
  ],
  [
    'a trust policy that trusts the account under another mask, too',
    `${denied('arn:aws:sts::1234****:assumed-role/app/i-1', 'sts:AssumeRole', 'arn:aws:iam::XXXXXXXXXXXX:role/deploy')}\n\nTrust policy of role deploy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::XXXXXXXXXXXX:root' }, Action: 'sts:AssumeRole' })}`,
    'depends',
    ['`1234****` and `XXXXXXXXXXXX` hide', 'which policy has to change'],
    ['does not let the role app in'],
  ],
  [
    'a trust policy that names neither account lacks the caller either way',
    `${denied('arn:aws:sts::1234****:assumed-role/app/i-1', 'sts:AssumeRole', 'arn:aws:iam::XXXXXXXXXXXX:role/deploy')}\n\nTrust policy of role deploy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::1234****:role/ci' }, Action: 'sts:AssumeRole' })}`,
    'trust-does-not-name-caller',
    ['does not let the role app in'],
  ],
  [
    'a mask is compared with the account that the paste names',
    `${denied('arn:aws:sts::123456789012:assumed-role/app/i-1', 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:9876********:orders')}\n\n${policy({ Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-1:9876********:orders' })}`,
    'depends',
    ['allowed if it is 123456789012, otherwise denied'],
    ['if it is 9876********'],
  ],
]

const app = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const put = denied(app, 's3:PutObject', '"arn:aws:s3:::reports/a"')

const twoLayers: readonly Row[] = [
  [
    'a Deny of an SCP, then no Allow',
    `${put} with an explicit deny in a service control policy\n${put} because no identity-based policy allows the s3:PutObject action`,
    'explicit-deny',
    ['AWS denied the same call for another reason, too: No policy attached to the role app allows s3:PutObject.'],
  ],
  [
    'no Allow, then a Deny of a bucket policy',
    `First:\n${put} because no identity-based policy allows the s3:PutObject action\nThen:\n${put} with an explicit deny in a resource-based policy`,
    'no-identity-allow',
    ['for another reason, too: An explicit Deny in a resource-based policy stops s3:PutObject'],
  ],
  [
    'another object’s denial is another call',
    `${put} because no identity-based policy allows the s3:PutObject action\n${denied(app, 's3:PutObject', '"arn:aws:s3:::other/a"')} with an explicit deny in a resource-based policy`,
    'no-identity-allow',
    [],
    ['for another reason'],
  ],
]

test('a fix of the first of two denials isn’t proved by itself', async () => {
  const { fixes } = await diagnose({
    paste: `${put} because no identity-based policy allows the s3:PutObject action\n${put} with an explicit deny in a resource-based policy`,
  })
  expect(fixes.map(({ onlyIf }) => onlyIf)).toEqual(['the other denial of this call is fixed, too'])
})

answerAll([
  ['one call denied twice', twoLayers],
  ['one account in two masks', accountMasks],
])

const terraform = (actions: string, resources: string): string =>
  `data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = [${actions}]\n    resources = [${resources}]\n  }\n}\nresource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.app.id\n  policy = data.aws_iam_policy_document.p.json\n}`
const stack = (action: string, resource: string, more = ''): string =>
  `Resources:\n${more}  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: app\n      Policies:\n        - PolicyName: p\n          PolicyDocument:\n            Version: "2012-10-17"\n            Statement:\n              - Effect: Allow\n                Action: [${action}]\n                Resource: ${resource}`
const silent = (action: string, resource: string): string =>
  `${denied(app, action, resource)} because no identity-based policy allows the ${action} action`
const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/shop-Orders-1ABC'
const object = '"arn:aws:s3:::acme-reports/a.csv"'

/** What is done where, in the pasted language; and the fix's condition. */
test.each<[is: string, paste: string, own: string, onlyIf: string]>([
  [
    'a bucket’s ARN lacks the objects’ ending',
    `${silent('s3:GetObject', object)}\n\n${terraform('"s3:GetObject"', 'aws_s3_bucket.b.arn')}`,
    'resources = ["${aws_s3_bucket.b.arn}/*"]',
    'the template’s values are as assumed',
  ],
  [
    'a bucket’s name in an ARN, too',
    `${silent('s3:GetObject', object)}\n\n${terraform('"s3:GetObject"', '"arn:aws:s3:::${var.bucket_name}"')}`,
    'resources = ["arn:aws:s3:::${var.bucket_name}/*"]',
    'the template’s values are as assumed',
  ],
  [
    'a table’s ARN lacks its indexes',
    `${silent('dynamodb:Query', `${table}/index/by-date`)}\n\n${stack('dynamodb:Query', '!GetAtt Orders.Arn')}`,
    'Resource: [!GetAtt Orders.Arn, !Sub "${Orders.Arn}/index/*"]',
    'the template’s values are as assumed',
  ],
  [
    '!Sub gets the ending inside its text',
    `${silent('s3:GetObject', object)}\n\n${stack('s3:GetObject', "!Sub 'arn:aws:s3:::${Bucket}'")}`,
    'Resource: !Sub "arn:aws:s3:::${Bucket}/*"',
    'the template’s values are as assumed',
  ],
  [
    'a log group’s ARN lacks its streams',
    `${silent('logs:PutLogEvents', 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web:log-stream:2026/x')}\n\n${terraform('"logs:PutLogEvents"', 'aws_cloudwatch_log_group.web.arn')}`,
    'resources = ["${aws_cloudwatch_log_group.web.arn}:*"]',
    'the template’s values are as assumed',
  ],
  [
    'the statement of the resource lacks the action',
    `${silent('s3:PutObject', object)}\n\n${terraform('"s3:GetObject"', 'aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"')}`,
    'actions   = ["s3:GetObject", "s3:PutObject"]',
    '`aws_s3_bucket.b.arn` is arn:aws:s3:::acme-reports',
  ],
  [
    'the statement of a resource of the same template, too',
    `${silent('dynamodb:PutItem', table)}\n\n${stack('dynamodb:GetItem', '!GetAtt Orders.Arn', '  Orders:\n    Type: AWS::DynamoDB::Table\n')}`,
    'Action: [dynamodb:GetItem, "dynamodb:PutItem"]',
    '`Orders name` is shop-Orders-1ABC',
  ],
])('a template’s own name stays in the fix: %s', async (_, paste, own, onlyIf) => {
  const { fixes } = await diagnose({ paste })
  const [fix] = fixes
  expect(fix?.onlyIf).toBe(onlyIf)
  expect(fix?.deliveries.map(({ tool }) => tool)).toHaveLength(1)
  expect(fix?.deliveries[0]?.text).toContain(own)
  expect(fix?.after).not.toContain('"Sid"')
})

test('of two buckets that a template names, none is taken for the one of the call', async () => {
  const two = terraform('"s3:GetObject"', '"${aws_s3_bucket.logs.arn}/*"').replace(
    '  statement',
    '  statement {\n    actions   = ["s3:ListBucket"]\n    resources = ["${aws_s3_bucket.reports.arn}/*"]\n  }\n  statement',
  )
  const { fixes } = await diagnose({ paste: `${silent('s3:PutObject', object)}\n\n${two}` })
  expect(fixes[0]?.after).toContain('"Resource": "arn:aws:s3:::acme-reports/a.csv"')
})

const worker = 'arn:aws:lambda:us-east-1:111122223333:function:worker'

test('a qualifier that the message leaves out is added to the statement that names the function', async () => {
  const one = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: worker }
  const { cause, fixes } = await diagnose({ paste: `${silent('lambda:InvokeFunction', worker)}\n\n${policy(one)}` })
  expect(cause.id).toBe('lambda-qualifier')
  expect(JSON.parse(fixes[0]?.after ?? '')).toEqual({
    Version: '2012-10-17',
    Statement: [{ ...one, Resource: [worker, `${worker}:*`] }],
  })
  expect(fixes[0]?.onlyIf).toBe('the call named a version or an alias')
})

const everyone = { Effect: 'Deny', Principal: '*' }
const by = (type: string): string => ` with an explicit deny in a ${type} policy`

/** Any Deny can be narrowed by one condition, whatever holds it. */
test.each<[is: string, paste: string, document: string]>([
  [
    'an endpoint',
    `${put}${by('VPC endpoint')}`,
    `VPC endpoint policy:\n${policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }, { ...everyone, Action: 's3:PutObject', Resource: '*' })}`,
  ],
  [
    'a queue',
    `${denied(app, 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:orders')}${by('resource-based')}`,
    `Queue policy:\n${policy({ ...everyone, Action: 'sqs:*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } })}`,
  ],
  [
    'a secret that names whom it spares',
    `${denied(app, 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf')}${by('resource-based')}`,
    `Resource policy of the secret:\n${policy({ Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/ops' }, Action: 'secretsmanager:GetSecretValue', Resource: '*' })}`,
  ],
  [
    'a parameter',
    `${denied(app, 'ssm:GetParameter', 'arn:aws:ssm:us-east-1:111122223333:parameter/db')}${by('resource-based')}`,
    `Resource policy of the parameter:\n${policy({ ...everyone, Action: 'ssm:GetParameter', Resource: '*' })}`,
  ],
  [
    'a repository without Resource',
    `${denied(app, 'ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:111122223333:repository/app')}${by('resource-based')}`,
    `Repository policy:\n${policy({ ...everyone, Action: 'ecr:BatchGetImage' })}`,
  ],
])('the Deny of %s exempts the caller', async (_, message, document) => {
  const { fixes } = await diagnose({ paste: `${message}\n\n${document}` })
  expect(fixes[0]?.after).toContain('"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app"}')
  expect(fixes[0]?.proof.after.decision).toBe('allowed')
})

const unsigned: readonly Row[] = [
  [
    'no exception can name an anonymous caller',
    `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********2222:abc123/prod/GET/items with an explicit deny\n\nResource policy of the API:\n${policy({ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }, { ...everyone, Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })}`,
    'explicit-deny-network',
    ['no exception can name its caller'],
    ['an exception for this one caller'],
  ],
]

answerAll([['requests without a signature', unsigned]])

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
test('a tag that a template sets is told, and nothing counts on it', async () => {
  const { diagnoseInput } = await import('../../src/api/diagnose.ts')
  const start = silent('ec2:StartInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc')
  const only = policy({
    Effect: 'Allow',
    Action: 'ec2:StartInstances',
    Resource: '*',
    Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
  })
  const template = 'resource "aws_instance" "web" {\n  tags = {\n    team  = "red"\n    stage = "dev"\n  }\n}'
  const { notices, diagnosis } = await diagnoseInput({ paste: `${start}\n\n${template}\n\n${only}`, policies: [] })
  expect(notices.join('\n')).toContain('`aws:ResourceTag/team` is `red`')
  expect(notices.join('\n')).not.toContain('stage')
  expect(diagnosis.cause.certainty).toBe('likely')
  expect(diagnosis.verdict?.decision).toBe('implicitDeny')
})

const atEndpoint = `VPC endpoint policy:\n${policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' })}`

answerAll([
  [
    'the policy of an endpoint',
    [
      [
        'doesn’t say that the call went through it',
        `${put}\n\n${atEndpoint}`,
        'silent-endpoint',
        ['If the call went through the VPC endpoint whose policy you gave'],
        ['The call went through a VPC endpoint'],
      ],
      [
        'stops the call where AWS says so',
        `${put} because no VPC endpoint policy allows the s3:PutObject action\n\n${atEndpoint}`,
        'silent-endpoint',
        ['The call went through a VPC endpoint'],
      ],
    ],
  ],
])
