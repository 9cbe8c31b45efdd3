// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// Documents in any form: what is read, as what, and what stays open.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isWhole, type Languages, readAll } from '../../../src/denial/index.ts'
import { readHcl } from '../../../src/text/hcl.ts'
import { originOf, positionAt } from '../../../src/text/index.ts'
import { readScript } from '../../../src/text/script.ts'
import { readYaml } from '../../../src/text/yaml.ts'

const languages: Languages = { yaml: readYaml, hcl: readHcl, script: readScript }
const error =
  'User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::my-bucket/a.txt" because no identity-based policy allows the s3:GetObject action'

/** Each policy in one line: its type, then its statements as "Effect actions on resources". */
function summary(text: string): readonly string[] {
  return readAll(text, languages).documents.map(({ policyType = '?', text: policy }) => {
    const { Statement } = JSON.parse(policy)
    const parts = [Statement].flat().map((s) => {
      const on = s.Resource ?? (s.Principal ? JSON.stringify(s.Principal) : '')
      return `${s.Effect} ${[s.Action ?? s.NotAction].flat().join(' ')} on ${[on].flat().join(' ')}${s.Condition ? ` if ${JSON.stringify(s.Condition)}` : ''}`
    })
    return `${policyType}: ${parts.join('; ')}`
  })
}

const one = 'Allow s3:GetObject on arn:aws:s3:::my-bucket'

test.each<[form: string, document: string, policies: readonly string[]]>([
  [
    'a bare statement',
    '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket"}',
    [`?: ${one}`],
  ],
  [
    'statements separated by commas',
    '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket"},\n  {"Effect": "Deny", "Action": "s3:*", "Resource": "*"},',
    [`?: ${one}; Deny s3:* on *`],
  ],
  ['a lone pair', '"Action": [\n  "s3:GetObject"\n],\n"Resource": "arn:aws:s3:::my-bucket"', [`?: ${one}`]],
  [
    'a lone pair behind an Effect',
    '"Effect": "Deny",\n"Action": "s3:GetObject",\n"Resource": "*",',
    ['?: Deny s3:GetObject on *'],
  ],
  ['unquoted keys', '{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::my-bucket" }', [`?: ${one}`]],
  [
    'comments and trailing commas',
    '{\n  // read only, it’s enough\n  "Effect": "Allow", /* yes */\n  "Action": ["s3:GetObject",],\n  "Resource": "arn:aws:s3:::my-bucket",\n}',
    [`?: ${one}`],
  ],
  [
    'a Python dictionary',
    "policy = {\n  'Version': '2012-10-17',  # it's required\n  'Statement': [{'Effect': 'Allow', 'Action': ['s3:GetObject'], 'Resource': f'arn:aws:s3:::{bucket}'}],\n}",
    ['?: Allow s3:GetObject on arn:aws:s3:::${bucket}'],
  ],
  [
    'boto3',
    'iam.put_role_policy(\n  RoleName="app", PolicyName="own",\n  PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket"}]}),\n)',
    [`identity: ${one}`],
  ],
  [
    'CDK',
    "fn.addToRolePolicy(new iam.PolicyStatement({\n  effect: iam.Effect.DENY,\n  actions: ['s3:GetObject'],\n  resources: [`${bucket.bucketArn}/*`, other.arnForObjects('*')],\n}))",
    ['identity: Deny s3:GetObject on ${bucket.bucketArn}/* ${other.arnForObjects}'],
  ],
  [
    'CDK in Python',
    'role.add_to_policy(iam.PolicyStatement(\n    actions=["s3:GetObject"],\n    resources=["arn:aws:s3:::my-bucket"],\n))',
    [`identity: ${one}`],
  ],
  [
    'CDK with principals',
    "queue.addToResourcePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new ServicePrincipal('sns.amazonaws.com')], resources: ['*'], conditions: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:::t' } } }))",
    ['resource: Allow sqs:SendMessage on * if {"ArnEquals":{"aws:SourceArn":"arn:aws:sns:::t"}}'],
  ],
  [
    'a Terraform document with a condition and principals',
    'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRoleWithWebIdentity"]\n    principals {\n      type        = "Federated"\n      identifiers = [aws_iam_openid_connect_provider.gh.arn]\n    }\n    condition {\n      test     = "StringLike"\n      variable = "token:sub"\n      values   = ["repo:example/*"]\n    }\n  }\n}\nresource "aws_iam_role" "r" {\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}',
    [
      'trust: Allow sts:AssumeRoleWithWebIdentity on {"Federated":"arn:aws:iam::${AWS::AccountId}:oidc-provider/${aws_iam_openid_connect_provider.gh.arn}"} if {"StringLike":{"token:sub":["repo:example/*"]}}',
    ],
  ],
  [
    'a module call',
    'module "fn" {\n  source = "terraform-aws-modules/lambda/aws"\n  policy_statements = {\n    s3 = { effect = "Allow", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::my-bucket"] }\n    q = { effect = "Deny", actions = ["sqs:*"], resources = ["*"] }\n  }\n}',
    [`?: ${one}; Deny sqs:* on *`],
  ],
  [
    'Terraform’s spelling of a policy variable',
    'data "aws_iam_policy_document" "home" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::home/&{aws:username}/*"]\n  }\n}',
    ['?: Allow s3:GetObject on arn:aws:s3:::home/${aws:username}/*'],
  ],
  [
    'YAML from the middle of a template, its first line at the margin',
    'Effect: Allow\n              Action:\n                - s3:GetObject\n              Resource: !Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"',
    ['?: Allow s3:GetObject on arn:aws:s3:::${Bucket}/*'],
  ],
  [
    'YAML in a fence',
    'This is what I have:\n\n```yaml\n    Policies:\n      - PolicyName: own\n        PolicyDocument:\n          Statement:\n            - Effect: Allow\n              Action: s3:GetObject\n              Resource: !Join ["", ["arn:aws:s3:::", !Ref Bucket]]\n```\nWhat is wrong?',
    ['identity: Allow s3:GetObject on arn:aws:s3:::${Bucket}'],
  ],
  [
    'YAML in a quoted mail',
    '> Our policy:\n>\n> ```yaml\n> Statement:\n>   - Effect: Allow\n>     Action: s3:GetObject\n>     Resource: arn:aws:s3:::my-bucket\n> ```',
    [`?: ${one}`],
  ],
  [
    'Pulumi in Python',
    'p = aws.iam.RolePolicy("p",\n    role=role.id,\n    policy=pulumi.Output.json_dumps({\n        "Version": "2012-10-17",\n        "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": bucket.arn.apply(lambda arn: f"{arn}/*")}],\n    }))',
    ['identity: Allow s3:GetObject on ${bucket.arn.apply}'],
  ],
  [
    'a loop over statements, a call between them, and a dynamic block, in Terraform',
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = concat([for b in var.buckets : { Effect = "Allow", Action = "s3:GetObject", Resource = b.arn }], var.more)\n  })\n}\ndata "aws_iam_policy_document" "d" {\n  dynamic "statement" {\n    for_each = var.on ? [1] : []\n    content {\n      actions   = ["s3:GetObject"]\n      resources = ["arn:aws:s3:::my-bucket"]\n    }\n  }\n}',
    ['identity: Allow s3:GetObject on ${b.arn}', `?: ${one}`],
  ],
  [
    'a dynamic principal and a dynamic condition, in Terraform',
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n    dynamic "principals" {\n      for_each = var.who\n      content {\n        type        = principals.value.type\n        identifiers = principals.value.ids\n      }\n    }\n    dynamic "condition" {\n      for_each = var.org\n      content {\n        test     = "StringEquals"\n        variable = "aws:PrincipalOrgID"\n        values   = [condition.value]\n      }\n    }\n    dynamic "condition" {\n      for_each = var.more\n      content {\n        test     = condition.value.test\n        variable = condition.value.variable\n        values   = condition.value.values\n      }\n    }\n  }\n}',
    ['?: Allow s3:GetObject on * if {"StringEquals":{"aws:PrincipalOrgID":["${condition.value}"]}}'],
  ],
  [
    'principals and conditions by name, as Terraform’s Lambda module takes them',
    'module "f" {\n  source = "terraform-aws-modules/lambda/aws"\n  assume_role_policy_statements = {\n    root = {\n      effect  = "Allow"\n      actions = ["sts:AssumeRole"]\n      principals = { account = { type = "AWS", identifiers = ["111122223333"] } }\n      condition = { mfa = { test = "Bool", variable = "aws:MultiFactorAuthPresent", values = ["true"] } }\n    }\n  }\n}',
    ['?: Allow sts:AssumeRole on {"AWS":"111122223333"} if {"Bool":{"aws:MultiFactorAuthPresent":["true"]}}'],
  ],
  [
    'a heredoc with a loop and a value that Terraform puts in',
    'resource "aws_iam_policy" "p" {\n  policy = <<-EOF\n  {\n    "Version": "2012-10-17",\n    "Statement": [\n      %{ for b in var.buckets ~}\n      { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${b}/*" },\n      %{ endfor ~}\n      { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": ${jsonencode(var.arns)} }\n    ]\n  }\n  EOF\n}',
    ['identity: Allow s3:GetObject on ${b}/*; Allow s3:ListBucket on ${onencode(var.arns)}'],
  ],
  [
    'nested functions in a template',
    'Resources:\n  P:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: !Sub\n              - "arn:aws:s3:::b-${Id}/*"\n              - Id: !Select [4, !Split ["-", !Select [2, !Split ["/", !Ref "AWS::StackId"]]]]\n',
    ['identity: Allow s3:GetObject on arn:aws:s3:::b-${Select 4 Split - Select 2 Split / AWS.StackId}/*'],
  ],
  [
    'an Ansible task',
    '- name: give the role a policy\n  community.aws.iam_policy:\n    iam_type: role\n    policy_json:\n      Version: "2012-10-17"\n      Statement:\n        - Effect: Allow\n          Action: s3:GetObject\n          Resource: arn:aws:s3:::my-bucket',
    [`?: ${one}`],
  ],
])('%s', (_, document, policies) => {
  for (const text of [document, `${error}\n\n${document}\n`, `${document}\n\n${error}`])
    expect(summary(text)).toEqual(policies)
})

describe('conformance inputs', () => {
  const folder = new URL('./inputs/', import.meta.url)
  const expected: Readonly<Record<string, readonly string[]>> = {
    'data.tf': [
      '?: Allow s3:GetObjects s3:ListBucket on arn:aws:s3:::${var.bucket} arn:aws:s3:::${var.bucket}/* if {"StringEquals":{"aws:PrincipalTag/team":["orchard-*"]}}; Allow iam:PassRole on *',
      '?: Allow sts:AssumeRole on {"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}',
    ],
    'heredoc.tf': [
      'identity: Allow s3:GetObjects iam:PassRole on *; Allow sqs:SendMessage on ${aws_sqs_queue.jobs.arn}',
    ],
    'jsonenc_colon.tf': ['identity: Allow s3:GetObjects iam:PassRole on *'],
    'jsonencode.tf': [
      'identity: Allow s3:GetObjects iam:PassRole on *; Allow sqs:SendMessage on ${aws_sqs_queue.jobs.arn}',
    ],
    'mixed.tf': [
      'identity: Allow s3:GetObjects iam:PassRole on *',
      'trust: Allow sts:AssumeRole on {"Service":"ec2.amazonaws.com"}',
    ],
    'eksctl.yaml': ['identity: Allow s3:GetObjects on *'],
    'k8s.yaml': [],
    'nopolicy.yaml': [],
    'pulumi.yaml': ['identity: Allow s3:GetObjects iam:PassRole on *'],
    'role_if.yaml': [
      'identity: Allow s3:GetObject on arn:aws:s3:::prod/* arn:aws:s3:::dev/*; Allow sqs:SendMessage on ${Queue.Arn}',
    ],
    'role_join.yaml': [
      'trust: Allow sts:AssumeRole on {"Service":"lambda.amazonaws.com"}',
      'identity: Allow s3:GetObject on arn:aws:s3:::${Bucket}/*',
    ],
    'sam.yaml': [
      'identity: Allow dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable dynamodb:ConditionCheckItem on arn:*:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders arn:*:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders/index/*',
      'identity: Allow s3:GetObjects dynamodb:GetItem on arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders arn:aws:s3:::orchard-${AWS::AccountId}/*; Allow iam:PassRole on *',
      'trust: Allow sts:AssumeRole on {"Service":"lambda.amazonaws.com"}',
      'identity: Allow s3:GetObjects on arn:aws:s3:::${Bucket}/*; Allow sqs:SendMessages on ${Queue.Arn}',
      'resource: Allow s3:PutObject on ${Bucket.Arn}/AWSLogs/*',
    ],
    'stack.ts': [
      'identity: Allow s3:GetObjects iam:PassRole on * if {"StringEquals":{"aws:PrincipalTag/team":"orchard-*"}}',
      '?: Allow s3:GetObjects on *',
    ],
    'plan_multiple_policies.json': [
      'identity: Allow ec2:Describe* on *',
      'resource: Allow s3:ListBucket s3:GetObject on *',
      '?: Allow s3:GetObject s3:ListBucket on *',
    ],
    'sam1.yaml': ['identity: Allow iam:PassRole on *'],
    'serverless.yml': ['identity: Allow s3:GetObjects iam:PassRole on *'],
    'pulumi.ts': [
      'identity: Allow s3:GetObjects iam:PassRole on *',
      'identity: Allow s3:GetObjects on ${bucket.arn.apply}',
    ],
    'cfn.json': [
      'identity: Allow s3:GetObjects on arn:aws:s3:::orchard-${AWS::Region}/*; Allow kms:Decrypt on ${Key.Arn}; Allow iam:PassRole on arn:aws:iam::${AWS::AccountId}:role/*',
    ],
    'if.json': [
      'identity: Allow s3:GetObject on arn:aws:s3:::a/* arn:aws:s3:::b/*; Allow sqs:SendMessage on *; Allow s3:GetObject on ${import x}; Allow s3:GetObject on ${Select 0 Arns}; Allow s3:GetObject on ${Arn} if {"StringEquals":{"aws:PrincipalOrgID":"${Org}"}}',
      'identity: Allow iam:PassRole on *',
    ],
    'doc.md': [
      '?: Allow s3:GetObjects iam:PassRole on *',
      '?: Allow sts:AssumeRoleWithWebIdentity on {"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}',
    ],
  }
  test.each(readdirSync(folder).map((file) => file.replace(/\.txt$/, '')))('%s', (file) => {
    const text = readFileSync(new URL(`${file}.txt`, folder), 'utf8')
    const { documents, leftovers } = readAll(text, languages)
    expect(summary(text)).toEqual(expected[file])
    expect(leftovers).toEqual([])
    // What lint says of an element stands where the element stands.
    for (const { text: policy, places } of documents) {
      const at = policy.indexOf('s3:GetObjects')
      const from = at < 0 ? undefined : originOf(places, { from: at, to: at })?.from
      if (from !== undefined) expect(text.slice(from, from + 16)).toMatch(/^["']?s3:GetObjects/)
    }
  })
})

test.each<[text: string, notes: readonly string[], whole: boolean]>([
  ['{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}', ['wrapped'], true],
  ['"Action": "s3:GetObject", "Resource": "*"', ['wrapped', 'completed'], false],
  [
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3',
    ['cut-off'],
    false,
  ],
  [
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = [var.bucket]\n  }\n  dynamic "statement" {\n    for_each = var.more\n    content {\n      actions = [statement.value]\n    }\n  }\n}',
    ['unknown', 'left-out'],
    false,
  ],
  [
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = var.actions\n    resources = ["*"]\n  }\n}',
    ['unknown'],
    true,
  ],
  [
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = [var.bucket]\n  }\n}',
    ['unknown'],
    true,
  ],
])('what was done to read %s is told', (text, notes, whole) => {
  const [document] = readAll(text, languages).documents
  expect(document?.notes.map(({ code }) => code).sort()).toEqual([...notes].sort())
  expect(isWhole(document?.notes ?? [])).toBe(whole)
})

test.each<[text: string, line: number, reason: object]>([
  [
    'resource "aws_iam_policy" "p" {\n  name   = "p"\n  policy = file("p.json")\n}',
    3,
    { code: 'elsewhere', key: 'policy', from: 'file("p.json")' },
  ],
  [
    'resource "aws_iam_role_policy" "p" {\n  policy = data.aws_iam_policy_document.other.json\n}',
    2,
    { from: expect.stringContaining('other.json') },
  ],
  ['Statement:\n  - Effect: Allow\n    Action: [s3:GetObject\n    Resource: "*"\n', 4, { code: expect.any(String) }],
  [
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Version   = "2012-10-17"\n    Statement = flatten([local.a, local.b])[0]\n  })\n}',
    4,
    { code: 'built', by: expect.stringMatching(/^flatten\(\[local\.a/) },
  ],
])('what can’t be read is a problem with its line: %s', (text, line, reason) => {
  const { documents, leftovers } = readAll(`${error}\n${text}`, languages)
  expect(documents).toEqual([])
  expect(leftovers.map(({ at }) => positionAt(text, at - error.length - 1).line)).toEqual([line])
  expect(leftovers[0]?.reason).toMatchObject(reason)
})

test.each([
  '{"Resources":{"P":{"Type":"AWS::Lambda::Permission","Properties":{"Action":"lambda:InvokeFunction","FunctionName":"f","Principal":"apigateway.amazonaws.com"}}}}',
  'resource "aws_lambda_permission" "p" {\n  action        = "lambda:InvokeFunction"\n  function_name = "f"\n  principal     = "events.amazonaws.com"\n}',
])('a Lambda permission isn’t a statement: %s', (text) => {
  expect(readAll(text, languages).documents).toEqual([])
})

test('text without a policy is left alone, whatever it looks like', () => {
  for (const text of [
    '{ a: 1 }',
    "it's (not) an action: {x}",
    'key: value\n- item',
    'resource "aws_s3_bucket" "b" {\n}',
    'fn({ actions: [1], resources: [2] })',
  ])
    expect(readAll(`${error}\n${text}`, languages).documents).toEqual([])
})
