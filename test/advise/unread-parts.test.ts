// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// A document that can't be read, or that leaves something open, never counts as an implicit deny or as proof.
import { describe, expect, test } from 'vitest'
import { diagnosisOf } from './read-case.ts'

const deniedMessage =
  'User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::my-bucket/a.txt"'
const stated = `${deniedMessage} because no identity-based policy allows the s3:GetObject action`

const terraform = (resource: string, more = '') =>
  `data "aws_iam_policy_document" "app" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = [${resource}]\n  }\n${more}}`
const yaml = 'Statement:\n  - Effect: Allow\n    Action: [s3:GetObject\n    Resource: "*"\n'

describe.each([
  ['AWS names the policy', stated],
  ['AWS names no policy', deniedMessage],
])('%s', (_, message) => {
  test.each<[what: string, paste: string, told: RegExp]>([
    ['a name without its value', terraform('"arn:aws:s3:::${var.bucket}/*"'), /`var\.bucket` is unknown/],
    [
      'a dynamic block',
      terraform(
        '"arn:aws:sqs:::q"',
        '  dynamic "statement" {\n    for_each = var.x\n    content {\n      actions = ["s3:*"]\n    }\n  }\n',
      ),
      /a dynamic block/,
    ],
    [
      'statements of another document',
      terraform('"arn:aws:sqs:::q"', '  source_policy_documents = [var.base]\n'),
      /source_policy_documents/,
    ],
    [
      'a policy in another file',
      'resource "aws_iam_role_policy" "app" {\n  policy = file("app.json")\n}',
      /line 4 .*file\("app\.json"\)/,
    ],
    ['broken YAML', yaml, /YAML on line 6/],
    [
      'JSON that is cut off',
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"},',
      /cut off/,
    ],
  ])('%s: it depends, and nothing is confirmed', async (_, document, told) => {
    const { verdict, cause, told: notices } = await diagnosisOf(`${message}\n\n${document}`)
    expect(notices).toMatch(told)
    expect(verdict?.decision ?? 'undetermined').not.toBe('allowed')
    expect(cause.certainty).not.toBe('confirmed')
    if (message === deniedMessage && verdict) expect(verdict.decision).toBe('undetermined')
  })
})

test.each<[what: string, text: string, title: RegExp]>([
  ['Terraform', terraform('"arn:aws:s3:::my-bucket"'), /bucket/],
  ['a bare statement', '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket"}', /bucket/],
  ['YAML', 'Effect: Allow\nAction: s3:GetObject\nResource: arn:aws:s3:::my-bucket', /bucket/],
])('a policy given as %s is read as that', async (_, text, title) => {
  const { cause, policies } = await diagnosisOf(stated, [{ name: 'app', text }])
  expect(policies).toMatchObject([{ name: 'app', type: 'identity' }])
  expect(cause).toMatchObject({ title: expect.stringMatching(title), certainty: 'confirmed' })
})

test('a policy given as unreadable text doesn’t count as one that grants nothing', async () => {
  const { verdict, cause } = await diagnosisOf(deniedMessage, [{ name: 'app', text: 'see the attached screenshot' }])
  expect(verdict?.decision).toBe('undetermined')
  expect(verdict?.missingContext).toEqual(['what app says'])
  expect(cause.certainty).toBe('likely')
})

const deny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"'
test.each<[what: string, text: string, certainty: string]>([
  ['before a condition', `${deny},"Condi`, 'likely'],
  ['in a condition', `${deny},"Condition":{"IpAddress":{"aws:S`, 'likely'],
  ['behind a statement’s last value', deny, 'likely'],
  ['behind a statement', `${deny}}`, 'likely'],
  ['in a list of exceptions', '{"Statement":[{"Effect":"Deny","NotAction":["iam:*","s3:Pu', 'likely'],
  ['before its own last brace, so nothing is hidden', `${deny}}]`, 'confirmed'],
  ['nowhere', `${deny}}]}`, 'confirmed'],
])('a given policy that ends %s', async (_, text, certainty) => {
  const { cause } = await diagnosisOf(deniedMessage, [{ name: 'app', type: 'identity', text }])
  expect(cause.certainty).toBe(certainty)
})

describe('an excerpt that ends in the middle of a statement', () => {
  const cut = `"Statement": [
  { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" },
  { "Effect": "Allow",`
  test('the rest is unread, and nothing is confirmed', async () => {
    const { told, cause } = await diagnosisOf(`${deniedMessage}\n\n${cut}`)
    expect(told).toContain('it ends in the middle of a statement')
    expect(cause).toMatchObject({ id: 'depends', certainty: 'likely' })
  })
  test('AWS says that no policy allows it, so the rest doesn’t either; the fix isn’t the whole policy', async () => {
    const { notices, cause, fixes } = await diagnosisOf(`${stated}\n\n${cut}`)
    expect(notices.join()).toContain('what can’t be read doesn’t either')
    expect(cause).toMatchObject({ id: 'no-identity-allow', certainty: 'likely' })
    expect(fixes[0]?.note).toContain('don’t replace the policy')
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
  })
})

describe('names that only a template’s stack knows', () => {
  test('the resource by its ARN is allowed whatever they are', async () => {
    const { cause, fixes } = await diagnosisOf(`${stated}\n\n${terraform('"arn:aws:s3:::${var.bucket}/*"')}`)
    expect(cause.steps.map(({ title }) => title)).toContain('Or allow this resource by its ARN')
    expect(fixes.map(({ proof }) => [proof.before.decision, proof.after.decision])).toEqual([
      ['undetermined', 'allowed'],
    ])
    expect(fixes[0]?.source?.language).toBe('Terraform')
  })
  // https://www.serverless.com/framework/docs/guides/variables
  test.each<[is: string, head: string, role: string, decision: string]>([
    ['a service in the file', 'service: shop\n\n', 'app', 'implicitDeny'],
    ['the service in the role’s name', '', 'shop-dev-us-east-1-lambdaRole', 'implicitDeny'],
    ['a service that fits', 'service: orders\n\n', 'orders-dev-us-east-1-lambdaRole', 'allowed'],
    ['no service at all', '', 'app', 'undetermined'],
  ])('serverless.yml: %s', async (_, head, role, decision) => {
    const message = `User: arn:aws:sts::111122223333:assumed-role/${role}/x is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:111122223333:table/orders-dev`
    const file = `${head}provider:
  name: aws
  environment:
    TABLE: \${self:service}-\${opt:stage, self:provider.stage}
  iamRoleStatements:
    - Effect: Allow
      Action: [dynamodb:PutItem]
      Resource: "arn:aws:dynamodb:\${opt:region, self:provider.region}:*:table/\${self:provider.environment.TABLE}"`
    const { verdict, cause } = await diagnosisOf(`"err": {\n  "message": "${message}",\n\n${file}`)
    expect(verdict?.decision).toBe(decision)
    expect(cause.certainty).toBe('likely')
  })
})

const denied = (rest: string): string =>
  `User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::reports/k${rest}`

describe('a Deny that ends in the middle: its condition is missing, so nothing says that it applies', () => {
  test.each<[what: string, document: string]>([
    [
      'JSON, in its condition',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{',
    ],
    [
      'JSON, before its condition',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",',
    ],
    ['JSON with dots', '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*" ...'],
    [
      'Terraform',
      'resource "aws_iam_user_policy" "x" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [\n      { Effect = "Deny", Action = "s3:PutObject", Resource = "*",\n',
    ],
  ])('%s', async (_, document) => {
    for (const rest of ['', ' with an explicit deny in a resource-based policy']) {
      const { verdict, cause, fixes } = await diagnosisOf(`${denied(rest)}\n\n${document}`)
      expect(cause.title).toBe('A Deny that’s cut off may stop s3:PutObject')
      expect(cause.explanation).toContain('it ends in the middle')
      expect(cause.certainty).toBe('likely')
      expect(verdict?.decision).toBe('undetermined')
      expect(fixes).toEqual([])
    }
  })
  test('one before it is whole, and still denies', async () => {
    const { verdict } = await diagnosisOf(
      `${denied('')}\n\n{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"s3:*",`,
    )
    expect(verdict?.decision).toBe('explicitDeny')
  })
})

test('a trust policy that isn’t in the text doesn’t keep what the role can do open', async () => {
  const { cause, verdict } = await diagnosisOf(
    `${stated}\n\nresource "aws_iam_role" "app" {\n  name = "app"\n  assume_role_policy = file("trust.json")\n  inline_policy {\n    name = "x"\n    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sqs:*", Resource = "*" }] })\n  }\n}`,
  )
  expect(verdict?.decision).toBe('implicitDeny')
  expect(cause.id).toBe('no-identity-allow')
})
