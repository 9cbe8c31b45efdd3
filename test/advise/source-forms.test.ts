// A fix is written in the language, at the place, and in the form of what was pasted, and it's read again as the fixed policy.
import { expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

const denied = (role: string, action: string, resource: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/${role}/session is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
const query = denied('report-job', 'dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders')
const send = denied('shop-ReportRole-1ABC', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs')
const table = '"arn:aws:dynamodb:eu-west-1:111122223333:table/orders"'
const cdkStatement = `new iam.PolicyStatement({\n      actions: ['dynamodb:GetItem'],\n      resources: ['*'],\n    })`

const module = (inside: string): string =>
  `module "report" {\n  source    = "terraform-aws-modules/lambda/aws"\n  role_name = "report-job"\n\n${inside}}\n`

test.each<[form: string, error: string, pasted: string, tool: string, holds: readonly string[]]>([
  [
    'a map of statements for a module of Terraform',
    query,
    module(
      `  policy_statements = {\n    # orders\n    read = {\n      effect    = "Allow"\n      actions   = ["dynamodb:GetItem"]\n      resources = [${table}]\n    }\n  }\n`,
    ),
    'Your Terraform',
    ['allow_query = {', 'sid = "AllowQuery"', 'actions = ["dynamodb:Query"]'],
  ],
  [
    'a list of statements for a module of Terraform',
    query,
    module(
      `  tasks_iam_role_statements = [\n    {\n      actions   = ["dynamodb:GetItem"]\n      resources = [${table}]\n    }\n  ]\n`,
    ),
    'Your Terraform',
    ['sid = "AllowQuery"', 'actions = ["dynamodb:Query"]'],
  ],
  [
    'a policy template of AWS SAM',
    send,
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  Report:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        # orders\n        - DynamoDBReadPolicy:\n            TableName: orders\n`,
    'Your YAML',
    [
      '            TableName: orders\n        - Statement:\n            - Sid: AllowSendMessage\n              Effect: Allow',
    ],
  ],
  [
    'a template in JSON with a function in the policy',
    query,
    JSON.stringify(
      {
        Resources: {
          Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
          Job: {
            Type: 'AWS::IAM::Role',
            Properties: {
              RoleName: 'report-job',
              Policies: [
                {
                  PolicyName: 'orders',
                  PolicyDocument: {
                    Version: '2012-10-17',
                    Statement: [
                      { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: { 'Fn::GetAtt': ['Orders', 'Arn'] } },
                    ],
                  },
                },
              ],
            },
          },
        },
      },
      null,
      2,
    ),
    'Your JSON',
    ['"Fn::GetAtt": [', 'dynamodb:Query'],
  ],
  [
    'CDK in Python, below a comment',
    query,
    `role = iam.Role(\n    self, "Job",\n    role_name="report-job",\n    assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),\n    inline_policies={\n        "orders": iam.PolicyDocument(\n            statements=[\n                # single orders\n                iam.PolicyStatement(\n                    actions=["dynamodb:GetItem"],\n                    resources=["*"],\n                )\n            ]\n        )\n    },\n)\n`,
    'Your code',
    ['# single orders', 'sid="AllowQuery",\n                    effect=iam.Effect.ALLOW'],
  ],
  [
    'CDK in TypeScript, below a comment',
    query,
    `const fn = new lambda.Function(this, 'Report', {\n  initialPolicy: [\n    // single orders\n    ${cdkStatement},\n  ],\n});\n`,
    'Your code',
    ['// single orders', "sid: 'AllowQuery'"],
  ],
  [
    'a statement of CDK in a variable',
    query,
    `const read = ${cdkStatement};\nfn.addToRolePolicy(read);\n`,
    'Your code',
    ["fn.addToRolePolicy(read);\nfn.addToRolePolicy(new iam.PolicyStatement({\n  sid: 'AllowQuery'"],
  ],
])('%s', async (_, error, pasted, tool, holds) => {
  const { fixes } = await diagnose({ paste: `${error}\n\n${pasted}` })
  const [fix] = fixes
  const own = fix?.deliveries.find((each) => each.tool === tool)?.text ?? ''
  for (const words of holds) expect(own).toContain(words)
  const { source } = fix ?? {}
  const changed = `${error}\n\n${pasted}`.replace(source?.text ?? '', () => own)
  expect(changed).toContain(own)
  const again = await diagnose({ paste: changed })
  expect(['policies-allow', 'message-contradicts-policies']).toContain(again.cause.id)
})

test('the only statement of a document takes no other one', async () => {
  const pasted = `resource "aws_iam_role_policy" "a" {\n  role = "report-job"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = {\n      Effect = "Allow"\n      Action = "dynamodb:GetItem"\n      Resource = ${table}\n    }\n  })\n}\n`
  const { fixes } = await diagnose({ paste: `${query}\n\n${pasted}` })
  expect(fixes[0]?.deliveries.map(({ tool }) => tool)).not.toContain('Your Terraform')
  expect(fixes[0]?.note).toContain('It’s shown as JSON')
})

const document = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*" }] }`
const version = (before: string): string =>
  `${query}\n\n${before}{ "PolicyVersion": { "Document": ${document}, "VersionId": "v3", "IsDefaultVersion": true } }`

test.each<[is: string, paste: string, command: string]>([
  [
    'a version of a managed policy',
    version('$ aws iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/orders --version-id v3\n'),
    'aws iam create-policy-version --policy-arn arn:aws:iam::111122223333:policy/orders --policy-document file://policy.json --set-as-default',
  ],
  ['a version of a policy that nothing names', version(''), 'aws iam create-policy-version --policy-arn <POLICY_ARN> '],
  [
    'an inline policy',
    `${query}\n\n{ "RoleName": "report-job", "PolicyName": "orders", "PolicyDocument": ${document} }`,
    'aws iam put-role-policy --role-name report-job --policy-name orders ',
  ],
  [
    'an inline policy of a group',
    `${query.replace('sts', 'iam').replace('assumed-role/report-job/session', 'user/mary')}\n\n{ "GroupName": "analysts", "PolicyName": "orders", "PolicyDocument": ${document} }`,
    'aws iam put-group-policy --group-name <GROUP_NAME> --policy-name orders ',
  ],
])('the command for %s', async (_, paste, command) => {
  const { fixes } = await diagnose({ paste })
  expect(fixes[0]?.deliveries.find(({ tool }) => tool === 'AWS CLI')?.text).toContain(command)
})
