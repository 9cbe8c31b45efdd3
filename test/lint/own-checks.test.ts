// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// Codes of our own: for each policies that raise it, and near ones that do not. They say only what is certain.
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { escalationPaths } from '../../src/lint/escalation/index.ts'
import { checks, lint } from '../../src/lint/index.ts'
import { findAction, requiredServices } from '../../src/reference/index.ts'

const policy = (...statements: readonly string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`
const allow = (action: string, resource = '"*"', more = '') =>
  `{"Effect":"Allow","Action":${action},"Resource":${resource}${more}}`
const deny = (action: string, resource = '"*"', more = '') =>
  `{"Effect":"Deny","Action":${action},"Resource":${resource}${more}}`
const given = (condition: string) => `,"Condition":${condition}`
const wall = (notAction: string, condition = '{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}', more = '') =>
  policy(`{"Effect":"Deny","NotAction":${notAction},"Resource":"*","Condition":${condition}${more}}`)
const lock = (notAction: string, regions = '["eu-west-1"]', operator = 'StringNotEquals') =>
  wall(notAction, `{"${operator}":{"aws:RequestedRegion":${regions}}}`)
const trust = (principal: string, more = '', effect = 'Allow') =>
  policy(`{"Effect":"${effect}","Principal":${principal},"Action":"sts:AssumeRole"${more}}`)
const open = (effect: string, principal: string, more = '') =>
  `{"Effect":"${effect}","Principal":${principal},"Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"${more}}`

const pathsOf = (code: string, text: string, policyType: PolicyType = 'identity') =>
  lint({ text, policyType })
    .filter((finding) => finding.code === code)
    .map(({ path }) => path)

const billing = '"billing:*"'
const notAction = '/Statement/0/NotAction'
const key = 'AKIAIOSFODNN7EXAMPLE'

type Row = [text: string, path: string | undefined, type?: PolicyType]

/** A path: raised there and only there. `undefined`: not raised. */
const table: Readonly<Record<string, readonly Row[]>> = {
  DEAD_STATEMENT: [
    [policy(allow('"ce:Get*"'), deny('"ce:*"')), '/Statement/0'],
    [policy(deny('"*"'), allow('["ce:*","s3:ListAllMyBuckets"]')), '/Statement/1'],
    [
      policy(
        allow('"s3:GetObject"', '"arn:aws:s3:::a/b/*"'),
        deny('"s3:Get*"', '["arn:aws:s3:::c/*","arn:aws:s3:::a/*"]'),
      ),
      '/Statement/0',
    ],
    [policy(allow('"*"', '"arn:aws:s3:::a"'), deny('"s3:*"')), undefined],
    [
      policy(allow('"ce:GetTags"'), '{"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*"}'),
      '/Statement/0',
      'scp',
    ],
    [policy(open('Allow', '{"AWS":"111122223333"}'), open('Deny', '"*"')), '/Statement/0', 'resource'],
    [
      policy(open('Allow', '{"AWS":"111122223333"}'), open('Deny', '{"AWS":["444455556666","111122223333"]}')),
      '/Statement/0',
      'resource',
    ],
    [policy(open('Allow', '"*"'), open('Deny', '{"AWS":"111122223333"}')), undefined, 'resource'],
    [
      policy(
        open('Allow', '{"AWS":"111122223333"}'),
        open('Deny', '{"AWS":"111122223333"}').replace('Principal', 'NotPrincipal'),
      ),
      undefined,
      'resource',
    ],
    [policy(allow('"ce:*"'), deny('"ce:Get*"')), undefined],
    [policy(allow('["ce:Get*","s3:ListAllMyBuckets"]'), deny('"ce:*"')), undefined],
    [policy(allow('"ce:Get*"'), deny('"ce:*"', '"*"', given('{"Bool":{"aws:SecureTransport":"false"}}'))), undefined],
    [policy(allow('"s3:GetObject"'), deny('"s3:GetObject"', '"arn:aws:s3:::a/*"')), undefined],
    [policy(allow('"ce:Get?ags"'), deny('"ce:GetTags"')), undefined],
    [
      policy(allow('"sts:GetSessionToken"'), '{"Effect":"Deny","NotAction":["iam:*","sts:Get*"],"Resource":"*"}'),
      undefined,
    ],
    [policy('{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}', deny('"ce:*"')), undefined],
    [policy(allow('"ce:*"'), '{"Effect":"Deny","Action":"ce:*","NotResource":"arn:aws:s3:::a"}'), undefined],
    [policy(allow('[]'), deny('"ce:*"')), undefined],
  ],
  MFA_LOCKOUT: [
    [wall('["iam:ListMFADevices","sts:GetSessionToken"]'), notAction],
    [wall('["iam:EnableMFADevice","sts:GetSessionToken"]'), notAction],
    [wall('"sts:*"', '{"Bool":{"aws:MultiFactorAuthPresent":false}}'), notAction, 'scp'],
    [wall('"iam:List*"', '{"Null":{"aws:MultiFactorAuthPresent":"true"}}'), notAction],
    [
      wall('["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:ListMFADevices","sts:GetSessionToken"]'),
      undefined,
    ],
    [wall('"iam:*"'), undefined],
    [wall('["iam:*MFADevice*"]'), undefined],
    [wall('"sts:*"', '{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}'), undefined],
    [
      wall(
        '"sts:*"',
        '{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"},"StringEquals":{"aws:username":"root-b"}}',
      ),
      undefined,
    ],
    [wall('"sts:*"').replace('Deny', 'Allow'), undefined],
    [
      policy(deny('"ec2:StopInstances"', '"*"', given('{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}'))),
      undefined,
    ],
    [wall('"sts:*"', '{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"3600"}}'), undefined],
  ],
  REGION_LOCK_HITS_GLOBAL_SERVICES: [
    [lock('["iam:*","sts:*"]'), notAction, 'scp'],
    [lock('["sts:*","billing:*"]'), notAction, 'scp'],
    [lock('["cloudfront:*"]', '"eu-*"', 'StringNotLike'), notAction],
    [
      lock('["iam:*","sts:*","support:*"]', '["eu-west-1","eu-central-1"]', 'StringNotEqualsIfExists'),
      notAction,
      'scp',
    ],
    [lock(`["iam:*",${billing}]`), undefined, 'scp'],
    [lock('["iam:*","organizations:*","route53:*","cloudfront:*","support:*","ce:*","budgets:*"]'), undefined, 'scp'],
    [lock('["sts:*"]', '["eu-west-1","us-east-1"]'), undefined, 'scp'],
    [lock('["sts:*"]', '"us-*"', 'StringNotLike'), undefined, 'scp'],
    [lock('["sts:*"]', '"${aws:PrincipalTag/home}"'), undefined, 'scp'],
    [lock('["sts:*"]', '["ap-southeast-2"]', 'StringEquals'), undefined, 'scp'],
    [lock('["sts:*"]').replace('"Resource":"*"', '"Resource":"arn:aws:ec2:*:*:instance/*"'), undefined, 'scp'],
    [
      policy(deny('"ec2:*"', '"*"', given('{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}'))),
      undefined,
      'scp',
    ],
  ],
  ACCOUNT_WIDE_RESOURCE_POLICY: [
    // Load balancers of us-east-1 and eu-central-1 write their logs as accounts of AWS.
    [policy(open('Allow', '{"AWS":"arn:aws:iam::127311923021:root"}')), undefined, 'resource'],
    [policy(open('Allow', '{"AWS":"054676820928"}')), undefined, 'resource'],
    [policy(open('Allow', '{"AWS":"111122223333"}')), '/Statement/0/Principal/AWS', 'resource'],
    [
      policy(open('Allow', '{"AWS":["arn:aws:iam::111122223333:role/App","arn:aws:iam::444455556666:root"]}')),
      '/Statement/0/Principal/AWS/1',
      'resource',
    ],
    [
      policy(open('Allow', '"*"', given('{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}'))),
      '/Statement/0/Principal',
      'resource',
    ],
    [
      policy(open('Allow', '{"AWS":"111122223333"}', given('{"Bool":{"aws:SecureTransport":"true"}}'))),
      '/Statement/0/Principal/AWS',
      'resource',
    ],
    [policy(open('Allow', '{"AWS":"arn:aws:iam::111122223333:role/App"}')), undefined, 'resource'],
    [policy(open('Deny', '{"AWS":"111122223333"}')), undefined, 'resource'],
    [policy(open('Allow', '"*"')), undefined, 'resource'],
    [
      policy(
        open(
          'Allow',
          '"*"',
          given(
            '{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/App"}}',
          ),
        ),
      ),
      undefined,
      'resource',
    ],
    [
      policy(
        '{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:111122223333:jobs"}',
      ),
      undefined,
      'resource',
    ],
    [
      policy('{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}'),
      undefined,
      'resource',
    ],
    [trust('{"AWS":"111122223333"}'), undefined, 'trust'],
  ],
  OPEN_TRUST: [
    [trust('{"AWS":"*"}'), '/Statement/0/Principal/AWS', 'trust'],
    [trust('{"AWS":["111122223333","*"]}'), '/Statement/0/Principal/AWS/1', 'trust'],
    [trust('{"AWS":"*"}', given('{}')), '/Statement/0/Principal/AWS', 'trust'],
    [trust('"*"'), undefined, 'trust'],
    [trust('{"AWS":"*"}', given('{"StringEquals":{"sts:ExternalId":"a1b2"}}')), undefined, 'trust'],
    [trust('{"AWS":"*"}', given('{"StringLike":{"sts:ExternalId":"*"}}')), '/Statement/0/Principal/AWS', 'trust'],
    [trust('{"AWS":"*"}', given('{"Bool":{"aws:SecureTransport":"true"}}')), '/Statement/0/Principal/AWS', 'trust'],
    [
      trust('{"AWS":"*"}', given('{"StringEquals":{"aws:PrincipalTag/team":"red"}}')),
      '/Statement/0/Principal/AWS',
      'trust',
    ],
    [
      trust('{"AWS":"*"}', given('{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}')),
      '/Statement/0/Principal/AWS',
      'trust',
    ],
    [trust('{"AWS":"*"}', given('{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}')), undefined, 'trust'],
    [trust('{"AWS":"*"}', given('{"StringEquals":{"aws:PrincipalAccount":"${Trusted}"}}')), undefined, 'trust'],
    [trust('{"AWS":"111122223333"}'), undefined, 'trust'],
    [trust('{"AWS":"*"}', '', 'Deny'), undefined, 'trust'],
    // About sts alone and without a resource, as only trust policies are.
    [trust('{"AWS":"*"}'), '/Statement/0/Principal/AWS', 'resource'],
  ],
  PRIVILEGE_ESCALATION: [
    [policy(allow('["iam:GetPolicy","iam:CreatePolicyVersion"]')), '/Statement/0/Action/1'],
    [policy(allow('"iam:PutUserPol*"')), '/Statement/0/Action'],
    [policy(allow('["iam:PassRole","lambda:CreateFunction"]'), allow('"lambda:Invoke*"')), '/Statement/1/Action'],
    [policy(allow('["iam:UpdateAssumeRolePolicy","sts:AssumeRole"]')), '/Statement/0/Action/0'],
    [policy(allow('"iam:AttachUserPolicy"', '["arn:aws:iam::111122223333:user/a","*"]')), '/Statement/0/Action'],
    [policy(allow('"iam:CreatePolicyVersion"', '"arn:aws:iam::111122223333:policy/team/*"')), undefined],
    [
      policy(allow('"iam:CreatePolicyVersion"', '"*"', given('{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'))),
      '/Statement/0/Action',
    ],
    [policy(allow('"*"')), undefined],
    [policy(allow('["iam:*","s3:*"]')), undefined],
    [policy('{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}', allow('"iam:CreatePolicyVersion"')), undefined],
    [policy(allow('["iam:PassRole","lambda:CreateFunction"]')), undefined],
    [policy(allow('["iam:PassRole","ec2:RunInstances"]')), undefined],
    [
      policy(
        allow('["lambda:CreateFunction","lambda:InvokeFunction"]'),
        allow('"iam:PassRole"', '"arn:aws:iam::111122223333:role/a"'),
      ),
      undefined,
    ],
    [policy(allow('"iam:CreatePolicyVersion"'), deny('"iam:Create*"')), undefined],
    [policy(allow('"iam:CreatePolicyVersion"'), '{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}'), undefined],
    [policy(allow('["iam:GetRolePolicy","iam:AttachRolePolicy"]')), '/Statement/0/Action/1'],
    [policy(deny('"iam:CreatePolicyVersion"')), undefined],
    [policy(allow('"iam:CreatePolicyVersion"')), undefined, 'permissions-boundary'],
    [policy(allow('["iam:Get*","iam:List*"]')), undefined],
  ],
  SECRET_IN_POLICY: [
    [policy(allow('"s3:*"', `"arn:aws:s3:::a-${key}-b/*"`)), '/Statement/0/Resource'],
    [
      policy(allow('"s3:*"', '"*"', given(`{"StringEquals":{"aws:PrincipalTag/key":["a","${key}"]}}`))),
      '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1key/1',
    ],
    [`{"Version":"2012-10-17","Id":"${key.replace('AKIA', 'ASIA')}","Statement":[${allow('"ce:*"')}]}`, '/Id'],
    [policy(allow('"s3:*"', '"*"', given('{"StringLike":{"aws:userid":"AROAIOSFODNN7EXAMPLE:*"}}'))), undefined],
    [policy(allow('"s3:*"', '"*"', given('{"StringEquals":{"aws:userid":"AIDAIOSFODNN7EXAMPLE"}}'))), undefined],
    [policy(allow('"s3:*"', `"arn:aws:s3:::x${key}y"`)), undefined],
    [policy(allow('"s3:*"', `"arn:aws:s3:::${key.toLowerCase()}"`)), undefined],
  ],
}

describe.each(Object.entries(table))('%s', (code, rows) => {
  test.each<Row>(rows)('%s: %s', (text, path, type) => {
    expect(pathsOf(code, text, type)).toEqual(path === undefined ? [] : [path])
  })

  test('isn’t an error: AWS accepts such a policy', () => {
    expect(checks.find((check) => check.code === code)?.type).toMatch(/^(SECURITY_WARNING|WARNING|SUGGESTION)$/)
  })
})

test('a secret is not repeated in the finding about it', () => {
  const text = policy(allow('"s3:*"', `"arn:aws:s3:::${key}"`))
  const [finding] = lint({ text, policyType: 'identity' }).filter(({ code }) => code === 'SECRET_IN_POLICY')
  expect(finding?.message).not.toContain(key)
})

const actions = escalationPaths.flatMap((path) => path.actions)
const reference = await loadReference(requiredServices(actions))

describe('privilege escalation paths', () => {
  test.each([...new Set(actions)])('%s is an AWS action, in AWS’s spelling', (action) => {
    const found = findAction(reference, action)
    expect(`${found.service?.prefix}:${found.action?.name}`).toBe(action)
  })

  test.each(escalationPaths.map(({ actions, how }) => [actions.join(' + '), actions, how] as const))(
    '%s',
    (_, steps, how) => {
      const all = policy(allow(JSON.stringify(steps)))
      const found = lint({ text: all, policyType: 'identity' }).filter(({ code }) => code === 'PRIVILEGE_ESCALATION')
      expect(found.some(({ message }) => message.includes(how))).toBe(true)
      for (const left of steps.length > 1 ? steps : []) {
        const rest = policy(allow(JSON.stringify(steps.filter((step) => step !== left))))
        expect(pathsOf('PRIVILEGE_ESCALATION', rest)).toEqual([])
      }
    },
  )
})

describe('OIDC providers of one customer or cluster', () => {
  const allow = (host: string, Condition: object) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition,
        },
      ],
    })
  const eks = 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0'
  const oidcCodes = (host: string, condition: object) =>
    lint({ text: allow(host, condition), policyType: 'trust' })
      .map(({ code }) => code)
      .filter((code) => /^OIDC_/.test(code))
  test.each<[title: string, host: string, condition: object, codes: readonly string[]]>([
    ['an audience alone', eks, { StringEquals: { [`${eks}:aud`]: 'sts.amazonaws.com' } }, ['OIDC_WITHOUT_SUBJECT']],
    [
      'every service account',
      eks,
      { StringLike: { [`${eks}:sub`]: 'system:serviceaccount:*:*' } },
      ['OIDC_WITHOUT_SUBJECT'],
    ],
    ['one namespace', eks, { StringLike: { [`${eks}:sub`]: 'system:serviceaccount:app:*' } }, []],
    [
      'a claim that isn’t mapped',
      eks,
      { StringEquals: { [`${eks}:namespace`]: 'app' } },
      ['OIDC_CLAIM_WITHOUT_CONDITION_KEY'],
    ],
    [
      'a user’s ID doesn’t distinguish projects',
      'cognito-idp.us-east-1.amazonaws.com/us-east-1_abc',
      { StringEquals: { 'cognito-idp.us-east-1.amazonaws.com/us-east-1_abc:aud': 'client' } },
      [],
    ],
    [
      'a name that a template leaves open',
      '${local.issuer}',
      { StringEquals: { '${local.issuer}:namespace': 'app' } },
      [],
    ],
    ['the number of a group', 'gitlab.com', { StringEquals: { 'gitlab.com:namespace_id': '42' } }, []],
  ])('%s', (_, host, condition, codes) => {
    expect(oidcCodes(host, condition).sort()).toEqual([...codes].sort())
  })
  test.each(['cognito-identity.amazonaws.com', 'accounts.google.com'])('%s: the audience names the tenant', (host) => {
    const text = allow(host, {
      StringEquals: { [`${host}:aud`]: 'us-east-1:11111111-2222-3333-4444-555555555555' },
      'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' },
    })
    const codes = lint({
      text: text.replace(`arn:aws:iam::111122223333:oidc-provider/${host}`, host),
      policyType: 'trust',
    }).map(({ code }) => code)
    expect(codes).not.toContain('OIDC_SUBJECT_OF_OTHER_TENANTS')
  })
})
