// A mixture in one paste: what is cut out of it, what it is taken for, and why.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Languages, readAll } from '../../../src/denial/index.ts'
import { readYaml } from '../../../src/text/yaml.ts'

/** The documents of a paste, and what else it says. */
function sort(paste: string, languages?: Languages) {
  const { rest, documents: policies, context } = readAll(paste, languages)
  return { rest, policies, ...context }
}

const error =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/q4.csv" because no identity-based policy allows the s3:GetObject action'
const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const document = { Version: '2012-10-17', Statement: [statement] }
const named = { Version: '2012-10-17', Statement: [{ ...statement, Principal: '*' }] }
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const written = (value: unknown): string => JSON.stringify(value, null, 4)
const bucket = JSON.stringify(named)
const role = 'arn:aws:iam::111122223333:role/Billing'

type Row = readonly [
  title: string,
  paste: string,
  policies: readonly (readonly [type: string | undefined, name: string | undefined])[],
]

// Text before the first line break is as far as a search upwards goes.
test.each(['\n', '\n\n\n', '\r\n', ' \n', '\n# a comment\n', '\n---\n'])(
  'a paste may begin with a line break: %j',
  (start) => {
    const yaml = `Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n`
    expect(sort(`${start}${yaml}\n${error}`, { yaml: readYaml }).policies).toHaveLength(1)
    expect(sort(`${start}${written(document)}\n${error}`, { yaml: readYaml }).policies).toHaveLength(1)
  },
)

const outputs: readonly Row[] = [
  ['a policy alone', written(document), [[undefined, undefined]]],
  ['an error with a policy below', `${error}\n\n${written(document)}`, [[undefined, undefined]]],
  [
    'two policies with labels',
    `Boundary:\n${written(document)}\nBucket policy:\n${written(named)}`,
    [
      ['permissions-boundary', undefined],
      ['resource', undefined],
    ],
  ],
  ['an SCP below its name', `## SCP of the sandbox OU\n${written(document)}`, [['scp', undefined]]],
  [
    'get-policy-version',
    written({
      PolicyVersion: { Document: document, VersionId: 'v3', IsDefaultVersion: true, CreateDate: '2026-01-01' },
    }),
    [['identity', 'Managed policy, version v3']],
  ],
  [
    'an old version is looked at if it is all there is',
    written({ PolicyVersion: { Document: document, VersionId: 'v1', IsDefaultVersion: false } }),
    [['identity', 'Managed policy, version v1']],
  ],
  [
    'get-user-policy',
    written({ UserName: 'mateo', PolicyName: 'Reports', PolicyDocument: document }),
    [['identity', 'Reports']],
  ],
  [
    'get-role-policy',
    written({ RoleName: 'Billing', PolicyName: 'Reports', PolicyDocument: document }),
    [['identity', 'Reports']],
  ],
  [
    'get-group-policy',
    written({ GroupName: 'finance', PolicyName: 'Reports', PolicyDocument: document }),
    [['identity', 'Reports']],
  ],
  [
    'get-role',
    written({ Role: { RoleName: 'Billing', Arn: role, AssumeRolePolicyDocument: trust } }),
    [['trust', 'Trust policy of Billing']],
  ],
  [
    'get-role as the API gives it',
    written({
      Role: { RoleName: 'Billing', Arn: role, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) },
    }),
    [['trust', 'Trust policy of Billing']],
  ],
  [
    'organizations describe-policy',
    written({
      Policy: {
        PolicySummary: { Id: 'p-1', Name: 'Region lock', Type: 'SERVICE_CONTROL_POLICY' },
        Content: JSON.stringify(document),
      },
    }),
    [['scp', 'Region lock']],
  ],
  [
    'describe-policy of an RCP',
    written({
      Policy: { PolicySummary: { Id: 'p-1', Name: 'Perimeter', Type: 'RESOURCE_CONTROL_POLICY' }, Content: bucket },
    }),
    [['rcp', 'Perimeter']],
  ],
  ['s3api get-bucket-policy', written({ Policy: bucket }), [[undefined, undefined]]],
  ['kms get-key-policy', written({ Policy: bucket, PolicyName: 'default' }), [['resource', undefined]]],
  [
    'secretsmanager get-resource-policy',
    written({ ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db', Name: 'db', ResourcePolicy: bucket }),
    [['resource', 'db']],
  ],
  ['lambda get-policy', written({ Policy: bucket, RevisionId: '1' }), [['resource', undefined]]],
  [
    'ecr get-repository-policy',
    written({ registryId: '111122223333', repositoryName: 'web', policyText: bucket }),
    [['resource', 'web']],
  ],
  [
    'ec2 describe-vpc-endpoints',
    written({
      VpcEndpoints: [{ VpcEndpointId: 'vpce-1', ServiceName: 'com.amazonaws.eu-west-1.s3', PolicyDocument: bucket }],
    }),
    [['vpc-endpoint', 'vpce-1']],
  ],
  ['a permission set', written({ InlinePolicy: JSON.stringify(document) }), [['identity', undefined]]],
  [
    'a CloudFormation template',
    written({
      Resources: {
        Reader: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'Read', PolicyDocument: document }] },
        },
        Rule: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'reports', PolicyDocument: named } },
        Guard: {
          Type: 'AWS::Organizations::Policy',
          Properties: { Type: 'SERVICE_CONTROL_POLICY', Content: document },
        },
      },
    }),
    [
      ['trust', 'Reader'],
      ['identity', 'Read'],
      ['resource', 'Rule'],
      ['scp', 'Guard'],
    ],
  ],
  [
    'a Terraform plan',
    written({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_iam_role.reader',
              type: 'aws_iam_role',
              values: { name: 'reader', assume_role_policy: JSON.stringify(trust) },
            },
            { address: 'aws_s3_bucket_policy.b', type: 'aws_s3_bucket_policy', values: { policy: bucket } },
          ],
        },
      },
    }),
    [
      ['trust', 'reader'],
      ['resource', 'aws_s3_bucket_policy.b'],
    ],
  ],
  [
    'YAML of CloudFormation',
    `Resources:\n  Read:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: !Sub 'arn:aws:s3:::\${Bucket}/*'\n`,
    [['identity', 'Read']],
  ],
  [
    'YAML of the command line',
    `PolicyVersion:\n  Document:\n    Statement:\n    - Action: '*'\n      Effect: Allow\n      Resource: '*'\n  IsDefaultVersion: true\n  VersionId: v2\n\n${error}`,
    [['identity', 'Managed policy, version v2']],
  ],
]

describe.each(outputs)('%s', (_, paste, expected) => {
  const { policies } = sort(paste, { yaml: readYaml })

  test('is recognized', () => {
    expect(policies.map(({ policyType, name }) => [policyType, name])).toEqual(expected)
    expect(
      policies.filter(({ policyType, because }) => (policyType === undefined) !== (because === undefined)),
    ).toEqual([])
  })

  test('gives whole documents, from a place in the text', () => {
    for (const { text, span } of policies) {
      expect(JSON.parse(text).Statement.length).toBe(1)
      expect(span.to).toBeGreaterThan(span.from)
      expect(paste.slice(span.from, span.to)).toMatch(/Statement/)
    }
  })
})

test.each<[title: string, paste: string, rest: string]>([
  ['nothing but a policy', written(document), ''],
  ['a list of policies', `[${written(document)}, ${written(named)}]`, ''],
  ['an error between two policies', `${written(document)}\n${error}\n${written(named)}`, error],
  ['no policy', error, error],
  [
    'an event keeps its documents',
    JSON.stringify({
      eventVersion: '1.11',
      eventSource: 'iam.amazonaws.com',
      eventName: 'PutRolePolicy',
      requestParameters: { policyDocument: JSON.stringify(document) },
    }),
    '',
  ],
])('what is left of %s', (title, paste, rest) => {
  expect(sort(paste).rest).toBe(title.startsWith('an event') ? paste : rest)
})

test('finds the caller, the simulated policies, and the policies that are named but missing', () => {
  const identity = { UserId: 'AIDAEXAMPLE', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/mateo' }
  const simulation = {
    EvaluationResults: [{ EvalActionName: 's3:PutObject', EvalResourceName: '*', EvalDecision: 'implicitDeny' }],
  }
  const attached = {
    AttachedPolicies: [{ PolicyName: 'Billing', PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing' }],
  }
  const scps = { Policies: [{ Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' }] }
  const found = sort([identity, simulation, attached, scps].map(written).join('\n'))
  expect(found.caller).toBe('arn:aws:iam::111122223333:user/mateo')
  expect(found.simulated).toEqual({ action: 's3:PutObject', resource: '*' })
  expect(found.mentions.map(({ name, as }) => [name, as])).toEqual([
    ['Billing', 'attached'],
    ['FullAWSAccess', 'organization'],
  ])
  expect(found.rest).toBe('')
})

describe('a whole account (get-account-authorization-details)', () => {
  const managed = (name: string) => ({
    PolicyName: name,
    Arn: `arn:aws:iam::111122223333:policy/${name}`,
    PolicyVersionList: [
      { Document: document, VersionId: 'v2', IsDefaultVersion: true },
      { Document: named, VersionId: 'v1', IsDefaultVersion: false },
    ],
  })
  const attached = (name: string) => ({ PolicyName: name, PolicyArn: `arn:aws:iam::111122223333:policy/${name}` })
  const listing = written({
    UserDetailList: [
      {
        UserName: 'mateo',
        Arn: 'arn:aws:iam::111122223333:user/mateo',
        GroupList: ['finance'],
        UserPolicyList: [{ PolicyName: 'Own', PolicyDocument: document }],
        AttachedManagedPolicies: [attached('Reports')],
        PermissionsBoundary: {
          PermissionsBoundaryType: 'Policy',
          PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Limit',
        },
      },
      {
        UserName: 'nikki',
        Arn: 'arn:aws:iam::111122223333:user/nikki',
        GroupList: [],
        UserPolicyList: [{ PolicyName: 'Nikki', PolicyDocument: document }],
        AttachedManagedPolicies: [],
      },
    ],
    GroupDetailList: [
      {
        GroupName: 'finance',
        Arn: 'arn:aws:iam::111122223333:group/finance',
        GroupPolicyList: [{ PolicyName: 'Group', PolicyDocument: document }],
        AttachedManagedPolicies: [],
      },
      {
        GroupName: 'ops',
        Arn: 'arn:aws:iam::111122223333:group/ops',
        GroupPolicyList: [{ PolicyName: 'Ops', PolicyDocument: document }],
        AttachedManagedPolicies: [],
      },
    ],
    RoleDetailList: [
      {
        RoleName: 'Billing',
        Arn: role,
        AssumeRolePolicyDocument: trust,
        RolePolicyList: [{ PolicyName: 'Role', PolicyDocument: document }],
        AttachedManagedPolicies: [attached('Other')],
      },
    ],
    Policies: [managed('Reports'), managed('Limit'), managed('Other')],
  })
  const picked = (message: string) =>
    sort(`${message}\n${listing}`)
      .policies.map(({ policyType, name }) => `${policyType} ${name}`)
      .sort()

  test('only the policies that apply to the user in the error are picked', () => {
    expect(picked(error)).toEqual(['identity Group', 'identity Own', 'identity Reports', 'permissions-boundary Limit'])
  })

  test('for a session, the policies of its role are picked', () => {
    const message = error.replace('iam::111122223333:user/mateo', 'sts::111122223333:assumed-role/Billing/nightly')
    expect(picked(message)).toEqual(['identity Other', 'identity Role'])
  })

  test('the trust policy of the requested role is picked', () => {
    const message = `User: arn:aws:iam::111122223333:user/nikki is not authorized to perform: sts:AssumeRole on resource: ${role}`
    expect(picked(message)).toEqual(['identity Nikki', 'trust Trust policy of Billing'])
  })

  test('without a caller nothing is picked, and the result says so', () => {
    const { policies, leftOut } = sort(listing)
    expect([policies.length, leftOut]).toEqual([0, 9])
  })
})

test('functions of a template become names in braces', () => {
  const template = {
    Resources: {
      P: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyDocument: {
            Statement: [{ ...statement, Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] } }],
          },
        },
      },
    },
  }
  const [policy] = sort(written(template)).policies
  expect(JSON.parse(policy?.text ?? '').Statement[0].Resource).toBe('${Bucket.Arn}/*')
})

test('a broken policy is cut out as it is', () => {
  const broken =
    '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", }]\n}'
  expect(sort(`${error}\n${broken}`)).toMatchObject({ rest: error, policies: [{ text: broken }] })
})

test('never throws, and its places are inside the text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(error, written(document), bucket, '{"', '{"Statement":', 'Resources:\n  a:', '\\"', '\n'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      for (const { span } of sort(text, { yaml: readYaml }).policies) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed: 20, numRuns: 500 },
  )
})
