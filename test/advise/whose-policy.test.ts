// A policy counts as the caller's only where what it was pasted in doesn't show that someone else has it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html
import { expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { answerAll, type Row } from './answer-rows.ts'

const job = 'sts::111122223333:assumed-role/report-job/i-0a1b2c3d4e5f60718'
const denied = (who: string, because = ''): string =>
  `User: arn:aws:${who} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acme-reports/a.csv${because}\n\n`
const silent = ' because no identity-based policy allows the s3:GetObject action'
const explicit = ' with an explicit deny in an identity-based policy'
const role = (name: string): string => `resource "aws_iam_role" "loader" {\n  name = "${name}"\n}\n`
const managed = (effect: string, resource = 'arn:aws:s3:::acme-raw/*'): string =>
  `data "aws_iam_policy_document" "read" {\n  statement {\n    effect    = "${effect}"\n    actions   = ["s3:GetObject"]\n    resources = ["${resource}"]\n  }\n}\nresource "aws_iam_policy" "read" {\n  name   = "read-raw"\n  policy = data.aws_iam_policy_document.read.json\n}\n`
const attached = (to = 'role'): string =>
  `resource "aws_iam_${to}_policy_attachment" "a" {\n  ${to} = aws_iam_${to}.loader.name\n  policy_arn = aws_iam_policy.read.arn\n}\n`
const template = (roles: string, more = ''): string =>
  `Resources:\n  Orders:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: orders\n      ${roles}\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:PutObject\n            Resource: arn:aws:s3:::acme-reports/*\n${more}`
const cfnRole = (name: string): string =>
  `  Worker:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: ${name}\n`
const cdk = (name: string): string =>
  `const role = new iam.Role(this, 'Loader', { roleName: '${name}', assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });\nrole.addToPolicy(new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: ['*'] }));\n`
const trust = (name: string): string =>
  `resource "aws_iam_role" "deploy" {\n  name = "${name}"\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/other" } }] })\n}\n`
const assumes = `User: arn:aws:${job} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy-prod\n\n`

// biome-ignore format: one row per line
const whose: readonly Row[] = [
  ['another role of Terraform', denied(job) + role('data-loader') + managed('Allow') + attached(), 'no-identity-allow', ['a policy of the role data-loader', 'isn’t evaluated', 'Add a new identity-based policy'], ['Allow s3:GetObject in “']],
  ['the caller’s role', denied(job) + role('report-job') + managed('Allow') + attached(), 'no-identity-allow', ['Allow s3:GetObject in “aws_iam_policy.read”'], ['isn’t evaluated', 'doesn’t show whom']],
  ['a name that depends on a variable', denied(job) + role('${var.env}-job') + managed('Allow') + attached(), 'no-identity-allow', ['Allow s3:GetObject in “aws_iam_policy.read”'], ['isn’t evaluated', 'doesn’t show whom']],
  ['a name that can’t be the caller’s', denied(job) + role('${var.env}-loader') + managed('Allow') + attached(), 'no-identity-allow', ['isn’t evaluated']],
  ['no holder', denied(job) + managed('Allow'), 'no-identity-allow', ['doesn’t show whom “aws_iam_policy.read” is attached to', 'Allow s3:GetObject in “aws_iam_policy.read”'], ['isn’t evaluated']],
  ['a role that isn’t shown', denied(job) + managed('Allow') + attached(), 'no-identity-allow', ['doesn’t show whom']],
  ['a user’s', denied(job) + managed('Allow') + attached('user'), 'no-identity-allow', ['is the policy of a user']],
  ['another user’s', denied('iam::111122223333:user/mary') + managed('Allow') + attached('user').replace('aws_iam_user.loader.name', '"john"'), 'no-identity-allow', ['a policy of the user john']],
  ['a hidden name', denied('sts::111122223333:assumed-role/XXXXXXXX/i-1') + role('data-loader') + managed('Allow') + attached(), 'no-identity-allow', ['doesn’t show whom'], ['isn’t evaluated']],
  ['a template’s other role', denied(job) + template('Roles: [!Ref Worker]', cfnRole('order-worker')), 'no-identity-allow', ['a policy of the role order-worker'], ['Allow s3:GetObject in “']],
  ['a template’s role of the caller', denied(job) + template('Roles: [!Ref Worker]', cfnRole('report-job')), 'no-identity-allow', ['Allow s3:GetObject in “orders”'], ['isn’t evaluated']],
  ['CDK’s other role', denied(job) + cdk('data-loader'), 'no-identity-allow', ['a policy of the role data-loader'], ['Allow s3:GetObject in “']],
  ['CDK’s role of the caller', denied(job) + cdk('report-job'), 'no-identity-allow', ['Allow s3:GetObject in “'], ['isn’t evaluated']],
  ['the trust policy of another role', assumes + trust('deploy-dev'), 'trust-does-not-name-caller', ['the trust policy of the role deploy-dev', 'the role deploy-prod']],
  ['the trust policy of that role', assumes + trust('deploy-prod'), 'trust-does-not-name-caller', [], ['isn’t evaluated']],
]

const nameless = `User: arn:aws:${job} is not authorized to perform: s3:GetObject\n\n`
const table = `User: arn:aws:${job} is not authorized to perform: dynamodb:GetItem\n\n`
const ownTable = (name: string): string =>
  `Resources:\n  Orders:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: orders\n      Roles: [${name}]\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: dynamodb:PutItem\n            Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders\n`
// biome-ignore format: one row per line
const unnamed: readonly Row[] = [
  ['the caller’s policy names the bucket', nameless + role('report-job') + managed('Allow') + attached(), 'policies-allow', ['arn:aws:s3:::acme-raw/']],
  ['another role’s policy doesn’t', nameless + role('data-loader') + managed('Allow') + attached(), 'no-identity-allow', ['isn’t evaluated', '<BUCKET_NAME>'], ['"arn:aws:s3:::acme-raw']],
  ['the caller’s policy names the table', table + ownTable('report-job'), 'no-identity-allow', ['table/orders']],
  ['another role’s policy doesn’t name it', table + ownTable('order-worker'), 'no-identity-allow', ['<TABLE_NAME>'], ['table/orders']],
]
answerAll([
  ['whose policy it is', whose],
  ['what the call was about', unnamed],
])

test.each<[what: string, paste: string, certainty: string, onlyIf: string]>([
  ['the caller has it', denied(job, silent) + role('report-job') + managed('Allow') + attached(), 'confirmed', ''],
  [
    'nothing shows who has it',
    denied(job, silent) + managed('Allow'),
    'stated by AWS',
    '“aws_iam_policy.read” is attached to the role report-job',
  ],
  [
    'a Deny that the caller has',
    denied(job, explicit) + role('report-job') + managed('Deny', '*') + attached(),
    'confirmed',
    'the policies of the role report-job allow it',
  ],
  [
    'a Deny of no one yet',
    denied(job, explicit) + managed('Deny', '*'),
    'stated by AWS',
    'the policies of the role report-job allow it',
  ],
  [
    'a Deny of no one yet, and AWS says nothing',
    denied(job) + managed('Deny', '*'),
    'likely',
    'the policies of the role report-job allow it',
  ],
  ['someone else’s Deny', denied(job) + role('data-loader') + managed('Deny', '*') + attached(), 'likely', ''],
])('certainty: %s', async (_, paste, certainty, onlyIf) => {
  const { cause, fixes } = await diagnose({ paste })
  expect(cause.certainty).toBe(certainty)
  expect(fixes[0]?.onlyIf ?? '').toBe(onlyIf)
})

const queried = denied(job).replace('s3:GetObject', 'dynamodb:Query')
const inRole = (name: string): string =>
  `const role = new iam.Role(this, 'Job', {\n  roleName: '${name}',\n  assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),\n  inlinePolicies: {\n    orders: new iam.PolicyDocument({\n      statements: [new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] })],\n    }),\n  },\n});\n`
const inVariable = (name: string): string =>
  `const role = new iam.Role(this, 'Job', { roleName: '${name}', assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });\nconst read = new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] });\nrole.addToPolicy(read);\n`
// https://docs.aws.amazon.com/cdk/v2/guide/permissions.html
// biome-ignore format: one row per line
answerAll([
  ['whose policy of the CDK it is', [
    ['another role’s inline policy', queried + inRole('data-loader'), 'no-identity-allow', ['a policy of the role data-loader', 'isn’t evaluated']],
    ['the caller’s inline policy', queried + inRole('report-job'), 'no-identity-allow', ['Allow dynamodb:Query in “Role”'], ['isn’t evaluated']],
    ['another role’s statement in a variable', queried + inVariable('data-loader'), 'no-identity-allow', ['a policy of the role data-loader', 'isn’t evaluated']],
    ['the caller’s statement in a variable', queried + inVariable('report-job'), 'no-identity-allow', ['Allow dynamodb:Query in “'], ['isn’t evaluated']],
  ]],
])
