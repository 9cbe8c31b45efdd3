// A managed policy that the document uses as a permissions boundary limits; it grants nothing.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'
import { languagesFor } from '../../../src/session/languages.ts'

const terraform = (name: string, more = ''): string =>
  `resource "aws_iam_policy" "${name}" {\n  name   = "${name}"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*" }] })\n}\n${more}`
const role = (boundary: string): string =>
  `resource "aws_iam_role" "dev" {\n  name                 = "dev"\n  permissions_boundary = ${boundary}\n}\n`
const cdk = (name: string, use: string): string =>
  `const ${name} = new iam.ManagedPolicy(this, 'P', {\n  statements: [new iam.PolicyStatement({ actions: ['ec2:*'], resources: ['*'] })],\n});\n${use}\n`
const template = (use: string): string =>
  `Resources:\n  Limits:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: ec2:*\n            Resource: "*"\n  Dev:\n    Type: AWS::IAM::Role\n    Properties:\n      ${use}\n`
const used = 'the document uses it as a permissions boundary'
const named = 'its name says so'

test.each<[what: string, text: string, type: string, because: string]>([
  ['Terraform', terraform('limits', role('aws_iam_policy.limits.arn')), 'permissions-boundary', used],
  [
    'Terraform, by its ARN',
    terraform('limits', role('"arn:aws:iam::111122223333:policy/team/limits"')),
    'permissions-boundary',
    used,
  ],
  [
    'a module of Terraform',
    terraform(
      'limits',
      'module "role" {\n  source = "x"\n  role_permissions_boundary_arn = aws_iam_policy.limits.arn\n}\n',
    ),
    'permissions-boundary',
    used,
  ],
  ['CloudFormation', template('PermissionsBoundary: !Ref Limits'), 'permissions-boundary', used],
  [
    'CDK',
    cdk('limits', "new iam.Role(this, 'Dev', { permissionsBoundary: limits, assumedBy });"),
    'permissions-boundary',
    used,
  ],
  ['CDK, applied', cdk('limits', 'iam.PermissionsBoundary.of(role).apply(limits);'), 'permissions-boundary', used],
  ['a name alone', terraform('developer-boundary'), 'permissions-boundary', named],
  [
    'another policy’s boundary',
    terraform('limits', role('aws_iam_policy.other.arn')),
    'identity',
    'it belongs to the aws_iam_policy “aws_iam_policy.limits”',
  ],
  [
    'a policy that requires one',
    terraform('require-boundary'),
    'identity',
    'it belongs to the aws_iam_policy “aws_iam_policy.require-boundary”',
  ],
  [
    'a template without one',
    template('RoleName: dev'),
    'identity',
    'it belongs to the AWS::IAM::ManagedPolicy “Limits”',
  ],
])('%s', async (_, text, type, because) => {
  const { documents } = readAll(text, await languagesFor([text]))
  expect(documents.map((document) => [document.policyType, document.because])).toContainEqual([type, because])
})
