// Access Analyzer’s security warnings and warnings: policies that raise them and similar ones that don’t.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

const reference = await loadReference()
const statement = (more: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', ...more }] })
const when = (Condition: object): string => statement({ Condition })
const codes = (text: string, policyType: PolicyType): readonly string[] =>
  lint({ text, policyType, reference }).map(({ code }) => code)

const gitHub = 'token.actions.githubusercontent.com'
const trust = (Federated: string, Condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', Condition }],
  })
const provider = (host: string): string => `arn:aws:iam::111122223333:oidc-provider/${host}`
const forService = (Condition?: object, Effect = 'Allow'): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect, Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', Condition },
    ],
  })

test.each<[code: string, text: string, raises: boolean, type?: PolicyType]>([
  ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', when({ 'ForAllValues:StringLike': { 'aws:PrincipalArn': 'arn:*' } }), true],
  ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', when({ 'ForAllValues:StringLike': { 'aws:TagKeys': 'a' } }), false],
  ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', when({ 'ForAnyValue:StringLike': { 'aws:PrincipalArn': 'arn:*' } }), false],
  ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', when({ 'ForAllValues:StringEquals': { 'unknown:Key': 'a' } }), false],
  ['MISSING_PAIRED_CONDITION_KEYS', when({ IpAddress: { 'aws:vpcsourceip': '10.0.0.0/8' } }), true],
  [
    'MISSING_PAIRED_CONDITION_KEYS',
    when({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' }, StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }),
    false,
  ],
  ['MISSING_PAIRED_CONDITION_KEYS', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), false],
  ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', forService(), true, 'resource'],
  [
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    forService({ ArnLike: { 'AWS:SourceArn': 'arn:aws:sns:*:111122223333:t' } }),
    false,
    'resource',
  ],
  ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', forService(undefined, 'Deny'), false, 'resource'],
  [
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
    false,
    'trust',
  ],
  ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', trust(provider('gitlab.com')), true, 'trust'],
  [
    'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    trust(provider('oidc.eks.eu-west-1.amazonaws.com/id/AB12'), {
      StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/AB12:sub': 'system:serviceaccount:a:b' },
    }),
    false,
    'trust',
  ],
  ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', trust('arn:aws:iam::111122223333:saml-provider/okta'), false, 'trust'],
  ['MISSING_GITHUB_REPO_CONDITION_KEY', trust(provider(gitHub)), true, 'trust'],
  [
    'MISSING_GITHUB_REPO_CONDITION_KEY',
    trust(provider(gitHub), { StringLike: { [`${gitHub}:sub`]: 'repo:a/b:*' } }),
    false,
    'trust',
  ],
  [
    'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    trust(provider(gitHub), { StringLike: { [`${gitHub}:sub`]: 'repo:a/*' } }),
    true,
    'trust',
  ],
  [
    'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    trust(provider(gitHub), { StringLike: { [`${gitHub}:sub`]: 'repo:a/b:ref:refs/heads/main' } }),
    false,
    'trust',
  ],
  ['CREATE_SLR_WITH_STAR_IN_RESOURCE', statement({ Action: 'iam:CreateServiceLinkedRole' }), true],
  [
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    statement({ Action: 'iam:CreateServiceLinkedRole', Resource: 'arn:aws:iam::*:role/aws-service-role/*' }),
    true,
  ],
  [
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    statement({
      Action: 'iam:CreateServiceLinkedRole',
      Resource: 'arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*',
    }),
    false,
  ],
  [
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    statement({
      Action: 'iam:CreateServiceLinkedRole',
      Condition: { StringLike: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
    }),
    false,
  ],
  ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE', statement({ Action: 'iam:*' }), true],
  ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE', statement({ Action: 'iam:Get*' }), false],
  ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE', statement({ Action: 'iam:*', Effect: 'Deny' }), false],
  ['INVALID_DATE_VALUE', when({ DateLessThan: { 'aws:CurrentTime': '1767225600' } }), true],
  ['INVALID_DATE_VALUE', when({ DateLessThan: { 'aws:CurrentTime': '2026' } }), false],
  ['TYPE_MISMATCH_DATE', when({ DateLessThan: { 'aws:CurrentTime': 'soon' } }), true],
  ['TYPE_MISMATCH_DATE', when({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T10:00:00+01:00' } }), false],
  ['TYPE_MISMATCH_DATE', when({ DateLessThan: { 'aws:CurrentTime': '1767225600' } }), false],
  ['TYPE_MISMATCH_NUMBER', when({ NumericLessThan: { 's3:max-keys': 'ten' } }), true],
  ['TYPE_MISMATCH_NUMBER', when({ NumericLessThan: { 's3:max-keys': '10' } }), false],
  ['TYPE_MISMATCH_BOOLEAN', when({ Bool: { 'aws:SecureTransport': 'no' } }), true],
  ['TYPE_MISMATCH_BOOLEAN', when({ BoolIfExists: { 'aws:SecureTransport': false } }), false],
  ['TYPE_MISMATCH_IP_RANGE', when({ NotIpAddress: { 'aws:SourceIp': 'office' } }), true],
  ['TYPE_MISMATCH_IP_RANGE', when({ NotIpAddress: { 'aws:SourceIp': ['203.0.113.7', '2001:db8::/32'] } }), false],
  ['TYPE_MISMATCH_STRING', when({ BinaryEquals: { 'kms:RecipientAttestation:ImageSha384': 'a b' } }), true],
  ['TYPE_MISMATCH', when({ StringEquals: { 'aws:MultiFactorAuthPresent': 'true' } }), true],
  ['TYPE_MISMATCH', when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), false],
  ['TYPE_MISMATCH', when({ Null: { 'aws:MultiFactorAuthPresent': 'true' } }), false],
  ['TYPE_MISMATCH', when({ StringLike: { 'aws:PrincipalArn': 'arn:*' } }), false],
  ['TYPE_MISMATCH', when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }), false],
  ['TYPE_MISMATCH', when({ NumericLessThan: { 'aws:EpochTime': '1767225600' } }), false],
  ['TYPE_MISMATCH', when({ NumericLessThan: { 'aws:PrincipalTag/level': '5' } }), false],
  [
    'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    statement({
      Effect: 'Deny',
      Action: 'route53:DeleteHostedZone',
      Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } },
    }),
    true,
  ],
  [
    'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    statement({
      Effect: 'Deny',
      Action: 'ec2:StopInstances',
      Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } },
    }),
    false,
  ],
  [
    'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          NotAction: 'ec2:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } },
        },
      ],
    }),
    true,
  ],
])('%s for %s: %s', (code, text, raises, type = 'identity') => {
  expect(codes(text, type).includes(code)).toBe(raises)
})
