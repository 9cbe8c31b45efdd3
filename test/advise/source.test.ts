// A fix for Terraform is Terraform, a fix for YAML is YAML, at the place where the document's statements end.
import { describe, expect, it } from 'vitest'
import { diagnosisOf } from './read-case.ts'

const message =
  'User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::my-bucket/a.txt because no identity-based policy allows the s3:GetObject action'

const ofQueue =
  'User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:444455556666:q because no resource-based policy allows the sqs:SendMessage action'

/** The pasted document with the fix in it, and the tool's name. */
async function own(document: string) {
  const { fixes } = await diagnosisOf(`${message}\n\n${document}`)
  return fixes[0]?.deliveries[0]
}

describe('the pasted document with its fix', () => {
  it('a policy document of Terraform gets another block', async () => {
    const { tool, text = '' } = (await own(`data "aws_iam_policy_document" "app" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::other"]
  }
}`)) ?? { tool: undefined }
    expect(tool).toBe('Your Terraform')
    expect(text).toBe(`data "aws_iam_policy_document" "app" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::other"]
  }

  statement {
    sid = "AllowGetObject"
    effect = "Allow"
    actions = ["s3:GetObject"]
    resources = ["arn:aws:s3:::my-bucket/a.txt"]
  }
}`)
  })

  it('jsonencode gets another object', async () => {
    const { tool, text } = (await own(`resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::other"
      }
    ]
  })
}`)) ?? { tool: undefined, text: '' }
    expect(tool).toBe('Your Terraform')
    expect(text).toContain(`      },
      {
        Sid = "AllowGetObject"
        Effect = "Allow"
        Action = "s3:GetObject"
        Resource = "arn:aws:s3:::my-bucket/a.txt"
      }
    ]`)
  })

  it('JSON in a text of Terraform gets JSON', async () => {
    const { tool, text } = (await own(`resource "aws_iam_policy" "app" {
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::other"
    }
  ]
}
EOF
}`)) ?? { tool: undefined, text: '' }
    expect(tool).toBe('Your Terraform')
    expect(() => JSON.parse(text)).not.toThrow()
    expect(text).toContain('"Resource": "arn:aws:s3:::my-bucket/a.txt"')
  })

  it('a list of YAML gets another item, and is read again as what was meant', async () => {
    const { tool, text = '' } = (await own(`provider:
  iam:
    role:
      statements:
        - Effect: Allow
          Action:
            - s3:GetObject
          Resource: "arn:aws:s3:::other"
`)) ?? { tool: undefined }
    expect(tool).toBe('Your YAML')
    expect(text).toContain(`        - Sid: AllowGetObject
          Effect: Allow
          Action: "s3:GetObject"
          Resource: "arn:aws:s3:::my-bucket/a.txt"`)
    const again = await diagnosisOf(`${message}\n\nstatements:\n${text}`)
    expect(again.verdict?.decision).toBe('allowed')
  })

  it('what Terraform and YAML write is read back as the policy with the fix', async () => {
    const blocks = await own(`data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::other"]
  }
}`)
    expect((await diagnosisOf(`${message}\n\n${blocks?.text}`)).verdict?.decision).toBe('allowed')
  })

  it('JSON has no other form than the tools’', async () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::other' }],
    }
    expect((await own(JSON.stringify(policy)))?.tool).toBe('AWS CLI')
  })
})

describe('a program with its fix', () => {
  it.each([
    [
      'CDK in TypeScript, a statement that a call adds',
      `role.addToPolicy(new iam.PolicyStatement({
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::other'],
}));`,
      `role.addToPolicy(new iam.PolicyStatement({
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::other'],
}));
role.addToPolicy(new iam.PolicyStatement({
  sid: 'AllowGetObject',
  effect: iam.Effect.ALLOW,
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::my-bucket/a.txt'],
}));`,
    ],
    [
      'CDK in TypeScript, a list of statements',
      `const document = new PolicyDocument({
  statements: [
    new PolicyStatement({
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::other'],
    }),
  ],
})`,
      `    }),
    new PolicyStatement({
      sid: 'AllowGetObject',
      effect: Effect.ALLOW,
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::my-bucket/a.txt'],
    }),
  ],
})`,
    ],
    [
      'CDK in Python',
      `role.add_to_policy(iam.PolicyStatement(
    effect=iam.Effect.ALLOW,
    actions=["s3:GetObject"],
    resources=["arn:aws:s3:::other"],
))`,
      `))
role.add_to_policy(iam.PolicyStatement(
    sid="AllowGetObject",
    effect=iam.Effect.ALLOW,
    actions=["s3:GetObject"],
    resources=["arn:aws:s3:::my-bucket/a.txt"],
))`,
    ],
    [
      'Pulumi in TypeScript',
      `new aws.iam.RolePolicy('app', {
  role: role.id,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::other' },
    ],
  }),
})`,
      `      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::other' },
      {
        Sid: 'AllowGetObject',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::my-bucket/a.txt',
      },
    ],`,
    ],
    [
      'Pulumi in Python',
      `policy = aws.iam.RolePolicy("app", role=role.id, policy=json.dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Action": ["s3:GetObject"],
        "Effect": "Allow",
        "Resource": "arn:aws:s3:::other",
    }],
}))`,
      `    },
    {
      "Sid": "AllowGetObject",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::my-bucket/a.txt",
    }],`,
    ],
  ])('%s', async (_, document, expected) => {
    const { tool, text } = (await own(document)) ?? {}
    expect(tool).toBe('Your code')
    expect(text).toContain(expected)
  })

  it.each([
    [
      'CDK in TypeScript',
      `queue.addToResourcePolicy(new iam.PolicyStatement({
  principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
  actions: ['sqs:SendMessage'],
  resources: ['*'],
}));`,
      `queue.addToResourcePolicy(new iam.PolicyStatement({
  sid: 'AllowSendMessage',
  effect: iam.Effect.ALLOW,
  principals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/app')],
  actions: ['sqs:SendMessage'],
  resources: ['arn:aws:sqs:us-east-1:444455556666:q'],
}));`,
    ],
    [
      'CDK in Python, with the statement on a line of its own',
      `queue.add_to_resource_policy(
    iam.PolicyStatement(
        principals=[iam.AccountPrincipal("444455556666")],
        actions=["sqs:SendMessage"],
        resources=["*"],
    )
)`,
      `)
queue.add_to_resource_policy(iam.PolicyStatement(
    sid="AllowSendMessage",
    effect=iam.Effect.ALLOW,
    principals=[iam.ArnPrincipal("arn:aws:iam::111122223333:role/app")],
    actions=["sqs:SendMessage"],
    resources=["arn:aws:sqs:us-east-1:444455556666:q"],
))`,
    ],
    [
      'Pulumi’s getPolicyDocument',
      `const doc = aws.iam.getPolicyDocument({
  statements: [{
    principals: [{ type: "Service", identifiers: ["sns.amazonaws.com"] }],
    actions: ["sqs:SendMessage"],
    resources: ["*"],
  }],
});`,
      `  {
    sid: "AllowSendMessage",
    effect: "Allow",
    principals: [{
      type: "AWS",
      identifiers: ["arn:aws:iam::111122223333:role/app"],
    }],
    actions: ["sqs:SendMessage"],
    resources: ["arn:aws:sqs:us-east-1:444455556666:q"],
  }],`,
    ],
  ])('the policy of a resource in %s names the caller', async (_, document, expected) => {
    const { fixes } = await diagnosisOf(`${ofQueue}\n\n${document}`)
    const { tool, text = '' } = fixes[0]?.deliveries[0] ?? {}
    expect(tool).toBe('Your code')
    expect(text).toContain(expected)
    const again = await diagnosisOf(`${ofQueue}\n\n${text}`)
    expect(again.verdict?.gates.find(({ kind }) => kind === 'resource')?.state).toBe('allows')
  })

  it.each([
    [
      'TypeScript',
      `const role = new iam.Role(this, 'App', {
  assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
});`,
      `});
role.assumeRolePolicy?.addStatements(new iam.PolicyStatement({
  sid: 'AllowAssumeRole',
  effect: iam.Effect.ALLOW,
  principals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/ci')],
  actions: ['sts:AssumeRole'],
}));`,
    ],
    [
      'Python',
      `app = iam.Role(self, "App",
    assumed_by=iam.CompositePrincipal(iam.ServicePrincipal("lambda.amazonaws.com"), iam.AccountPrincipal("444455556666")),
)`,
      `)
app.assume_role_policy.add_statements(iam.PolicyStatement(
    sid="AllowAssumeRole",
    effect=iam.Effect.ALLOW,
    principals=[iam.ArnPrincipal("arn:aws:iam::111122223333:role/ci")],
    actions=["sts:AssumeRole"],
))`,
    ],
  ])('a role whose principals stand under assumedBy, in %s', async (_, document, expected) => {
    const denied =
      'User: arn:aws:sts::111122223333:assumed-role/ci/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/app'
    const { fixes } = await diagnosisOf(`${denied}\n\n${document}`)
    const { tool, text = '' } = fixes[0]?.deliveries[0] ?? {}
    expect(tool).toBe('Your code')
    expect(text).toBe(document.slice(0, document.lastIndexOf('\n') + 1) + expected)
    const again = await diagnosisOf(`${denied}\n\n${text}`)
    expect(again.verdict?.gates.find(({ kind }) => kind === 'trust')?.state).toBe('allows')
  })

  it('an excerpt from jsonencode ends with its bracket', async () => {
    const { text = '' } = (await own(`policy = jsonencode({
  Version = "2012-10-17"
  Statement = [
    { Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::other" },
  ]
})`)) ?? { text: '' }
    expect(text).toMatch(/\n\}\)$/)
  })

  it('what the program has is read again as the policy with the fix', async () => {
    const { text = '' } = (await own(`role.addToPolicy(new iam.PolicyStatement({
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::other'],
}))`)) ?? { text: '' }
    const { verdict } = await diagnosisOf(`${message}\n\n${text}`)
    expect(verdict?.decision).toBe('allowed')
  })
})
