// A statement whose ARN only lacks its ending is corrected in place: no second statement stands next to it.
import { describe, expect, test } from 'vitest'
import { diagnose, opensOf } from '../../src/advise/index.ts'
import { diagnosisOf } from './read-case.ts'

const user = 'arn:aws:iam::111122223333:user/dev'
const role = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const denied = (action: string, resource: string): string =>
  `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
const arn = (rest: string): string => rest.replace(':', ':eu-west-1:111122223333:').replace(/^/, 'arn:aws:')
const policy = (Action: unknown, Resource: unknown, more: object = {}): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...more }] })
const statementsOf = (text: string): readonly { readonly Resource: unknown }[] => JSON.parse(text).Statement

const bucket = 'arn:aws:s3:::app'
const get = denied('s3:GetObject', `${bucket}/x.txt`)

type Row = readonly [kind: string, message: string, actions: unknown, resource: unknown, corrected: unknown]

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
// biome-ignore format: one row per line
const rows: readonly Row[] = [
  ['a bucket, where all actions are on objects', get, ['s3:GetObject', 's3:PutObject'], bucket, `${bucket}/*`],
  ['a bucket in a list', get, 's3:GetObject', ['arn:aws:s3:::other', bucket], ['arn:aws:s3:::other', `${bucket}/*`]],
  ['a bucket that another action needs', get, ['s3:GetObject', 's3:ListBucket'], bucket, [bucket, `${bucket}/*`]],
  ['a bucket, and actions with a star', get, 's3:Get*', [bucket], [bucket, `${bucket}/*`]],
  ['a bucket and a slash', get, 's3:GetObject', `${bucket}/`, `${bucket}/*`],
  ['a folder', denied('s3:GetObject', `${bucket}/in/x.txt`), 's3:GetObject', `${bucket}/in`, [`${bucket}/in`, `${bucket}/in/*`]],
  ['what’s in a bucket', denied('s3:ListBucket', bucket), 's3:*', `${bucket}/*`, [`${bucket}/*`, bucket]],
  ['an access point', denied('s3:GetObject', arn('s3:accesspoint/p/object/x')), 's3:GetObject', arn('s3:accesspoint/p'), arn('s3:accesspoint/p/object/*')],
  ['a log group', denied('logs:PutLogEvents', arn('logs:log-group:app:log-stream:a')), ['logs:CreateLogStream', 'logs:PutLogEvents'], arn('logs:log-group:app'), arn('logs:log-group:app:*')],
  ['a log group with tags', denied('logs:PutLogEvents', arn('logs:log-group:app:log-stream:a')), ['logs:TagResource', 'logs:PutLogEvents'], arn('logs:log-group:app'), [arn('logs:log-group:app'), arn('logs:log-group:app:*')]],
  ['a secret', denied('secretsmanager:GetSecretValue', arn('secretsmanager:secret:db-AbCdEf')), 'secretsmanager:GetSecretValue', arn('secretsmanager:secret:db'), arn('secretsmanager:secret:db-??????')],
  ['a function’s alias', denied('lambda:InvokeFunction', arn('lambda:function:f:live')), 'lambda:InvokeFunction', arn('lambda:function:f'), [arn('lambda:function:f'), arn('lambda:function:f:*')]],
  ['a table’s index', denied('dynamodb:Query', arn('dynamodb:table/t/index/i')), 'dynamodb:*', arn('dynamodb:table/t'), [arn('dynamodb:table/t'), arn('dynamodb:table/t/index/*')]],
  ['a table’s stream', denied('dynamodb:GetRecords', arn('dynamodb:table/t/stream/2026-01-01T00:00:00.000')), 'dynamodb:*', arn('dynamodb:table/t'), [arn('dynamodb:table/t'), arn('dynamodb:table/t/stream/*')]],
  ['a domain', denied('es:ESHttpGet', arn('es:domain/d/_search')), 'es:ESHttpGet', arn('es:domain/d'), arn('es:domain/d/*')],
  ['a stack', denied('cloudformation:DescribeStacks', arn('cloudformation:stack/s/1a2b')), 'cloudformation:DescribeStacks', arn('cloudformation:stack/s'), arn('cloudformation:stack/s/*')],
]

test.each(rows)('%s', async (_, message, actions, resource, corrected) => {
  const { cause, fixes, verdict } = await diagnosisOf(`${message}\n\n${policy(actions, resource)}`)
  expect(verdict?.decision).toBe('implicitDeny')
  const [{ Resource } = { Resource: '' }, ...more] = statementsOf(fixes[0]?.after ?? '')
  expect(Resource).toEqual(corrected)
  expect(more).toEqual([])
  expect(fixes[0]?.proof.after.decision).toBe('allowed')
  expect(cause.steps.map(({ text }) => text).join(' ')).not.toContain('the statement below')
})

const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
// biome-ignore format: one row per line
test.each([
  ['another bucket', get, policy('s3:GetObject', 'arn:aws:s3:::app-2')],
  ['a name that only begins alike', denied('secretsmanager:GetSecretValue', arn('secretsmanager:secret:db-prod-AbCdEf')), policy('secretsmanager:GetSecretValue', arn('secretsmanager:secret:db'))],
  ['a bucket’s objects of another action', denied('s3:PutObject', `${bucket}/x`), policy('s3:GetObject', bucket)],
  ['all but a bucket', get, JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: `${bucket}/*` }] })],
])('stays as it is: %s', async (_, message, document) => {
  const { fixes } = await diagnosisOf(`${message}\n\n${document}`)
  const [before] = JSON.parse(document).Statement
  expect(statementsOf(fixes[0]?.after ?? '')[0]).toEqual(before)
})

test('a statement under a condition that the call misses is not opened', async () => {
  const { fixes } = await diagnosisOf(
    `${get}\n\n${policy('s3:GetObject', bucket, { Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } } })}`,
  )
  for (const { after } of fixes) expect(statementsOf(after)[0]?.Resource).toBe(bucket)
})

test('a condition of the statement stays', async () => {
  const { fixes } = await diagnosisOf(`${get}\n\nMFA: yes\n\n${policy('s3:GetObject', bucket, mfa)}`)
  for (const { after } of fixes) for (const each of statementsOf(after)) expect(each).toMatchObject(mfa)
})

describe('in the language that was pasted', () => {
  // biome-ignore format: one row per line
  test.each([
    ['a block of Terraform', 'data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::app"] # why\n  }\n}', '    resources = ["arn:aws:s3:::app/*"] # why'],
    ['jsonencode', 'resource "aws_iam_role_policy" "p" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = ["arn:aws:s3:::app"] }]\n  })\n}', 'Resource = ["arn:aws:s3:::app", "arn:aws:s3:::app/*"]'],
    ['YAML', 'PolicyDocument:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Allow\n      Action: [s3:GetObject, s3:ListBucket]\n      Resource:\n        - arn:aws:s3:::app # why\n', '        - arn:aws:s3:::app # why\n        - "arn:aws:s3:::app/*"'],
    ['one text of YAML', 'PolicyDocument:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Allow\n      Action: s3:GetObject\n      Resource: arn:aws:s3:::app\n', '      Resource: arn:aws:s3:::app/*'],
    ['CDK', 'role.addToPolicy(new iam.PolicyStatement({\n  effect: iam.Effect.ALLOW,\n  actions: ["s3:GetObject"],\n  resources: ["arn:aws:s3:::app"],\n}));', 'resources: ["arn:aws:s3:::app/*"],'],
  ])('%s', async (_, document, corrected) => {
    const { fixes } = await diagnosisOf(`${get.replace(user, role)}\n\n${document}\n`)
    const own = fixes[0]?.deliveries.find(({ tool }) => tool.startsWith('Your '))
    expect(own?.text).toContain(corrected)
    expect(own?.text.match(/GetObject/g)).toHaveLength(1)
  })
})

test('what a service logs opens a stream for each run, and none has an empty name', () => {
  const action = 'logs:CreateLogStream'
  const group = arn('logs:log-group:/aws/codebuild/app')
  const paste = denied(action, `${group}:log-stream:`)
  const text = policy([action, 'logs:PutLogEvents'], `${group}-2:*`)
  const given = { paste, policies: [{ name: 'Mine', type: 'identity' as const, text }] }
  const [opens] = opensOf(given, diagnose(given), undefined)
  expect(opens).toMatchObject({ is: 'exactly', grants: [{ resources: `${group}:log-stream:*` }] })
})

test('a reason that has a condition gets no second one', async () => {
  const paste = denied('logs:CreateLogStream', arn('logs:log-group:app:log-stream:'))
  const { fixes } = await diagnosisOf(`${paste}\n\n${policy('logs:PutLogEvents', arn('logs:log-group:other:*'))}`)
  const reasons = fixes.flatMap(({ included, options }) => [...included, ...options].map(({ reason }) => reason))
  expect(reasons.join(' ')).toContain('as part of logs:PutLogEvents, if the log group is new')
  for (const reason of reasons) expect(reason).not.toMatch(/^if [^:]*: if /)
})
