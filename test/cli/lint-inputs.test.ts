// Policies in every format that people keep them in: which findings, and where. The files are those of the conformance inputs.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runWith as run } from './run-with.ts'

/** The exit status, and the findings with line and column in the file. */
const expected: Readonly<Record<string, readonly [status: number, findings: readonly string[]]>> = {
  'cfn.json': [1, ['9:45 INVALID_ACTION', '11:72 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'if.json': [1, ['8:67 MISSING_VERSION', '8:134 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'role_if.yaml': [0, []],
  'role_join.yaml': [0, []],
  'sam1.yaml': [1, ['14:25 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'sam.yaml': [
    1,
    [
      '17:11 MISSING_VERSION',
      '20:19 INVALID_ACTION',
      '27:25 PASS_ROLE_WITH_STAR_IN_RESOURCE',
      '43:26 INVALID_ACTION',
      '48:27 INVALID_ACTION',
      '59:35 RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  'serverless.yml': [1, ['9:15 INVALID_ACTION', '11:21 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'eksctl.yaml': [1, ['10:22 INVALID_ACTION']],
  'pulumi.yaml': [1, ['12:24 INVALID_ACTION', '13:25 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'pulumi.ts': [1, ['5:45 INVALID_ACTION', '5:89 PASS_ROLE_WITH_STAR_IN_RESOURCE', '11:45 INVALID_ACTION']],
  'stack.ts': [
    1,
    [
      '4:13 INVALID_ACTION',
      '5:15 PASS_ROLE_WITH_STAR_IN_RESOURCE',
      '6:58 WILDCARD_WITHOUT_LIKE_OPERATOR',
      '10:42 INVALID_ACTION',
    ],
  ],
  'heredoc.tf': [1, ['9:18 INVALID_ACTION', '10:19 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'jsonenc_colon.tf': [1, ['4:54 INVALID_ACTION', '4:101 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'jsonencode.tf': [1, ['10:21 INVALID_ACTION', '11:20 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'mixed.tf': [1, ['4:48 INVALID_ACTION', '4:93 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'data.tf': [
    1,
    [
      '5:18 INVALID_ACTION',
      '11:19 WILDCARD_WITHOUT_LIKE_OPERATOR',
      '16:18 PASS_ROLE_WITH_STAR_IN_RESOURCE',
      '21:16 MISMATCHED_ACTION_FOR_PRINCIPAL',
      '24:22 MISSING_GITHUB_REPO_CONDITION_KEY',
    ],
  ],
  // The data source and the bucket policy made of it are one policy.
  'plan_multiple_policies.json': [0, ['1:1953 ACCOUNT_WIDE_RESOURCE_POLICY', '1:1998 EMPTY_SID_VALUE']],
  'doc.md': [
    1,
    ['11:18 INVALID_ACTION', '12:19 PASS_ROLE_WITH_STAR_IN_RESOURCE', '23:66 MISSING_GITHUB_REPO_CONDITION_KEY'],
  ],
  'gaad.json': [
    1,
    [
      '1:1750 FULL_ADMINISTRATOR',
      '1:1765 CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      '1:1765 PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    ],
  ],
  // What templates and programs build: braces in YAML, Helm, Jinja, templatefile, loops, spreads, and calls.
  'flow-style.yaml': [
    0,
    [
      '19:11 MISSING_VERSION',
      '33:13 MISSING_VERSION',
      '133:9 MISSING_VERSION',
      '139:26 SOURCE_ARN_WITHOUT_ACCOUNT',
      '226:9 MISSING_VERSION',
    ],
  ],
  'helm-template.yaml': [1, ['12:41 INVALID_ACTION']],
  'helm-values.yaml': [1, ['12:52 INVALID_ACTION']],
  // A policy in a block of YAML has the lines of the block.
  'helm-config-map.yaml': [1, ['13:22 INVALID_ACTION', '20:23 PASS_ROLE_WITH_STAR_IN_RESOURCE']],
  'block-crlf.yaml': [1, ['9:54 INVALID_ACTION']],
  'jinja.json': [1, ['7:37 INVALID_ACTION']],
  'templatefile.json': [1, ['5:37 INVALID_ACTION']],
  'cdk.ts': [
    1,
    [
      '6:17 INVALID_ACTION',
      '11:45 RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      '16:124 MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      '16:152 EMPTY_OBJECT_CONDITION',
      '20:140 PUBLIC_RESOURCE_POLICY',
    ],
  ],
  'cdk.py': [1, ['4:14 INVALID_ACTION']],
  'pulumi-interpolate.ts': [
    1,
    ['10:35 INVALID_ACTION', '17:11 PUBLIC_RESOURCE_POLICY', '19:116 PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  ],
  'serverless-variables.yml': [1, ['11:15 INVALID_ACTION', '36:17 INVALID_ACTION']],
  'built.tf': [
    1,
    [
      '33:18 FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      '113:56 PUBLIC_RESOURCE_POLICY',
      '140:20 INVALID_ACTION',
      '161:22 INVALID_ACTION',
      '183:7 MISSING_PRINCIPAL',
    ],
  ],
  // The template says which ARN `!GetAtt` and `!Ref` give.
  'get-att.yaml': [
    0,
    ['23:25 ACTION_RESOURCE_MISMATCH', '26:25 ACTION_RESOURCE_MISMATCH', '29:25 ACTION_RESOURCE_MISMATCH'],
  ],
  // Both branches of a condition in a heredoc are checked; what they share is told once.
  'heredoc-conditions.tf': [
    1,
    ['9:55 INVALID_ACTION', '16:23 PASS_ROLE_WITH_STAR_IN_RESOURCE', '30:17 INVALID_ACTION'],
  ],
  // Values of Helm inside JSON, statements that a module completes, and accounts that a template leaves open.
  'helm-json.yaml': [1, ['12:72 INVALID_ACTION']],
  'modules.tf': [1, ['16:44 INVALID_ACTION']],
  'accounts.yaml': [
    1,
    [
      '9:41 MISSING_GITHUB_REPO_CONDITION_KEY',
      '18:25 PRIVILEGE_ESCALATION',
      '41:26 ACCOUNT_WIDE_RESOURCE_POLICY',
      '42:17 INVALID_ACTION',
    ],
  ],
  'd1.json': [0, ['2:153 ACTION_RESOURCE_MISMATCH']],
  'ev.json': [0, ['2:276 FORALLVALUES_WITHOUT_NULL_GUARD']],
  'mcp.json': [0, []],
  'run.json': [0, []],
}

const withoutPolicy = [
  ...['k8s.yaml', 'rbac.yaml', 'nopolicy.yaml', 'athena.csv', 'authdet.json', 'authid2.txt', 'decl2.txt', 'ocsf.jsonl'],
]

const textOf = (name: string): string => {
  const [path = ''] = [`test/denial/documents/inputs/${name}.txt`, `test/cli/inputs/${name}.txt`].filter(existsSync)
  return readFileSync(path, 'utf8')
}

const byPlace = (one: string, other: string): number => {
  const [a, b] = [one, other].map((each) => each.split(/[: ]/))
  return Number(a?.[0]) - Number(b?.[0]) || Number(a?.[1]) - Number(b?.[1]) || one.localeCompare(other)
}

test.each(Object.entries(expected))('%s', async (name, [status, findings]) => {
  const ended = await run(['lint', '--json'], textOf(name))
  const { findings: known, more, unread } = JSON.parse(ended.stdout)
  const told: readonly { line: number; column: number; code: string; folded?: true }[] = [...known, ...more]
  const places = told.filter(({ folded }) => !folded).map(({ line, column, code }) => `${line}:${column} ${code}`)
  expect(places.sort(byPlace)).toEqual([...findings].sort(byPlace))
  expect(unread).toBeUndefined()
  expect(ended.status).toBe(status)
})

test.each(withoutPolicy)('%s has no policy', async (name) => {
  const ended = await run(['lint'], textOf(name))
  expect(ended.stderr + ended.stdout).toMatch(/^standard input: no policy in this file\n/)
  expect(ended.status).toBe(2)
})

// SAM writes what its policy templates grant, dynamodb:ListStreams on a stream among it. https://github.com/aws-samples/serverless-patterns
test.each<[entries: string, codes: readonly string[]]>([
  ['        - DynamoDBStreamReadPolicy: {TableName: !Ref T, StreamName: "*"}\n', []],
  ['        - KinesisStreamReadPolicy: {StreamName: !Ref S}\n        - AMIDescribePolicy: {}\n', []],
  [
    '        - AMIDescribePolicy: {}\n        - Version: "2012-10-17"\n          Statement:\n            - {Effect: Allow, Action: "s3:GetObjects", Resource: "*"}\n',
    ['INVALID_ACTION'],
  ],
  ['        - SQSPollerPolicy: {QueueName: !Ref Q}\n', []],
])('a policy template of SAM has no findings that its user could act on: %j', async (entries, codes) => {
  const text = `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n${entries}`
  const { findings, more } = JSON.parse((await run(['lint', '--json'], text)).stdout)
  expect([...findings, ...more].map(({ code }: { readonly code: string }) => code)).toEqual(codes)
})

test('a password policy is no policy template', async () => {
  const text =
    'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      Policies:\n        PasswordPolicy:\n          MinimumLength: 8\n'
  const { stdout, stderr } = await run(['lint'], text)
  expect(stderr + stdout).toMatch(/^standard input: no policy in this file/)
})

// A private API of serverless-patterns: only the stack knows the endpoint, and the Deny keeps all others out.
test.each([
  ['StringNotEquals', false],
  ['StringEquals', true],
])('a Deny with %s on an endpoint that the stack makes: public is %s', async (operator, isPublic) => {
  const text = `Resources:
  Domain:
    Type: AWS::ApiGateway::DomainNameV2
    Properties:
      Policy:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}
          - Effect: Deny
            Principal: '*'
            Action: execute-api:Invoke
            Resource: execute-api:/*
            Condition:
              ${operator}:
                aws:SourceVpce: !Ref Endpoint
`
  expect((await run(['lint'], text)).stdout.includes('PUBLIC_RESOURCE_POLICY')).toBe(isPublic)
})

// terraform-aws-modules/terraform-aws-iam calls a document "aws_gateway_controller".
test.each(['aws_gateway_controller', 'aws_s3_bucket', 'gateway'])(
  'a Terraform label isn’t a kind: %s',
  async (label) => {
    const text = `data "aws_iam_policy_document" "${label}" {
  statement {
    actions   = ["ec2:DescribeVpcs"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "${label}" {
  policy = data.aws_iam_policy_document.${label}.json
}
`
    expect(await run(['lint'], text)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^nothing found/) })
  },
)

// Found in modules of https://github.com/terraform-aws-modules: what only a run knows isn't a fault.
test.each<[title: string, statement: string]>([
  [
    'a statement that is passed on, in both forms of its elements',
    `dynamic "statement" {
      for_each = var.statements
      content {
        effect        = try(statement.value.effect, null)
        actions       = try(statement.value.actions, null)
        not_actions   = try(statement.value.not_actions, null)
        resources     = try(statement.value.resources, null)
        not_resources = try(statement.value.not_resources, null)
        principals {
          type        = statement.value.type
          identifiers = statement.value.identifiers
        }
        not_principals {
          type        = statement.value.not_type
          identifiers = statement.value.not_identifiers
        }
      }
    }`,
  ],
  [
    'a placeholder that the module replaces',
    'statement {\n actions = ["s3:GetObject"]\n resources = ["_S3_BUCKET_ARN_", "_S3_BUCKET_ARN_/*"]\n }',
  ],
  [
    'a condition for each provider',
    `dynamic "statement" {
      for_each = local.urls
      content {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = ["arn:aws:iam::111122223333:oidc-provider/\${statement.value}"]
        }
        dynamic "condition" {
          for_each = local.urls
          content {
            test     = "StringEquals"
            variable = "\${statement.value}:sub"
            values   = var.subjects
          }
        }
      }
    }`,
  ],
])('%s has no finding', async (_, statement) => {
  const { findings, more } = JSON.parse(
    (await run(['lint', '--json'], `data "aws_iam_policy_document" "this" {\n${statement}\n}\n`)).stdout,
  )
  expect([...findings, ...more]).toEqual([])
})

test('both forms of an element are an error if both are written out', async () => {
  const text =
    'data "aws_iam_policy_document" "this" {\n statement {\n actions = ["s3:GetObject"]\n not_actions = ["s3:Put*"]\n resources = ["*"]\n }\n}\n'
  expect((await run(['lint'], text)).stdout).toContain('UNSUPPORTED_ELEMENT_COMBINATION')
})

describe('what can’t be read never passes', () => {
  test.each([
    ['a policy that is cut off', '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get'],
    [
      'a document built elsewhere, with a part of a statement',
      'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow"\n',
    ],
    ['YAML that isn’t', 'Resources:\n  P:\n    Type: AWS::IAM::Policy\n   Properties:\n  Statement: [\n'],
  ])('%s', async (_, text) => {
    expect((await run(['lint'], text)).status).not.toBe(0)
  })
})

describe('the output of get-account-authorization-details', () => {
  const document = (Action: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
  })
  const listing = JSON.stringify(
    {
      UserDetailList: [
        { UserName: 'alice', UserPolicyList: [{ PolicyName: 'own', PolicyDocument: document('s3:GetObjects') }] },
      ],
      RoleDetailList: [
        {
          RoleName: 'App',
          AssumeRolePolicyDocument: encodeURIComponent(
            JSON.stringify({
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
            }),
          ),
        },
      ],
      Policies: [
        {
          PolicyName: 'Old',
          PolicyVersionList: [
            { IsDefaultVersion: false, Document: document('s3:PutObjects') },
            { IsDefaultVersion: true, Document: document('sqs:SendMessages') },
          ],
        },
      ],
    },
    null,
    2,
  )
  test('has inline policies, trust policies, encoded ones too, and default versions', async () => {
    const { stdout } = await run(['lint'], listing)
    expect(stdout).toMatch(/alice own: .*s3:GetObjects/)
    expect(stdout).toMatch(/OPEN_TRUST App: /)
    expect(stdout).toMatch(/Old: .*sqs:SendMessages/)
    expect(stdout).not.toContain('s3:PutObjects')
  })
})
