// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// Pastes of kinds that people sent, with what has to come out: the cause, what it depends on, or the assumption.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { diagnosisOf } from './read-case.ts'

const denied = (action: string, resource: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
const document = (actions: string, resources = '"*"'): string =>
  `data "aws_iam_policy_document" "x" {\n  statement {\n    actions   = [${actions}]\n    resources = [${resources}]\n  }\n}`
const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/T'

describe('a name without a value in Action or Principal', () => {
  test.each([
    ['an operation', document('"s3:GetObject", "dynamodb:${var.operation}"')],
    ['a list', document('"s3:GetObject"').replace('["s3:GetObject"]', 'var.actions')],
    ['a masked action', '{"Effect": "Allow", "Action": ["s3:GetObject", "<redacted>"], "Resource": "*"}'],
  ])('%s: it depends on that, and nothing is confirmed', async (_, policy) => {
    const { verdict, cause } = await diagnosisOf(`${denied('dynamodb:Query', table)}\n\n${policy}`)
    expect(verdict?.decision).toBe('undetermined')
    expect(cause).toMatchObject({ id: 'depends', certainty: 'likely' })
  })

  test('one of another service doesn’t matter', async () => {
    const { verdict } = await diagnosisOf(`${denied('dynamodb:Query', table)}\n\n${document('"s3:${var.operation}"')}`)
    expect(verdict?.decision).toBe('implicitDeny')
  })

  test('no value is assumed for it', async () => {
    const { verdict, told } = await diagnosisOf(
      `${denied('dynamodb:Query', table)}\n\n${document('"dynamodb:Query"', '"arn:aws:dynamodb:us-east-1:${var.account}:table/${var.table}"')}`,
    )
    expect(verdict).toMatchObject({ decision: 'undetermined', missingContext: ['var.account', 'var.table'] })
    expect(told).not.toMatch(/we assume/)
  })
})

test('the tool’s words name the service that gets a role', async () => {
  const message = `Error: creating Lambda Function (thumb): operation error Lambda: CreateFunction, https response error StatusCode: 403, RequestID: 5f3c, api error AccessDeniedException: ${denied('iam:PassRole', 'arn:aws:iam::111122223333:role/thumb')}`
  const policy =
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]}'
  const { cause } = await diagnosisOf(`${message}\n\n${policy}`)
  expect(cause.id).toBe('pass-role-other-service')
  expect(cause.title).toMatch(/but not to this service/)
})

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
test.each([
  ['secretsmanager:GetSecretValue', 'prod/db', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-??????'],
  [
    'secretsmanager:GetSecretValue',
    'prod/db-AbC123',
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbC123',
  ],
  ['ssm:GetParameter', '/prod/db', 'arn:aws:ssm:us-east-1:111122223333:parameter/prod/db'],
])('%s on %s means %s', async (action, name, arn) => {
  const { notices } = await diagnose({ paste: denied(action, name) })
  expect(notices.join('\n')).toContain(`names the resource \`${name}\` without its ARN. We assume ${arn}.`)
})

test.each([
  ['the Region that a policy names', 'eu-west-1', ['eu-west-1:secret:prod/db-??????']],
  ['the one of this resource', 'eu-central-1', ['eu-west-1:secret:other-??????', 'eu-central-1:secret:prod/*']],
  ['the first one', 'eu-west-1', ['eu-west-1:secret:other-??????', 'eu-central-1:secret:more-*']],
])('a name without an ARN: %s is assumed, and no Region is said to be missing', async (_, region, names) => {
  const arns = names.map((name) => `arn:aws:secretsmanager:${name.replace(':', ':111122223333:')}`)
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: arns }],
  })
  const { notices, cause } = await diagnose({
    paste: `${denied('secretsmanager:GetSecretValue', 'prod/db')}\n${policy}`,
  })
  expect(notices.join('\n')).toContain(`We assume arn:aws:secretsmanager:${region}:111122223333:secret:prod/db-??????.`)
  expect(cause.title).not.toContain('Region')
})

test('what a tool was doing names the action, and no grant on everything comes of it', async () => {
  const denied = 'AccessDenied: Access Denied\n\tstatus code: 403, request id: HNCW8M4PGSJEX4BD, host id: Aayz'
  const { notices, fixes } = await diagnose({ paste: `Failed to save state: failed to upload state: ${denied}` })
  expect(notices).toContain('The message names no action. Judging by what the tool was doing, we assume s3:PutObject.')
  expect(fixes[0]?.after).toContain('arn:aws:s3:::<BUCKET_NAME>/<OBJECT_NAME>')
})
