// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// The checks that Access Analyzer has had since 2023, and two of our own: for each, policies that raise it and similar ones that don’t.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

const reference = await loadReference(['s3', 'sqs', 'ssm', 'dynamodb', 'iam', 'kms', 'sts', 'ec2', 'events'])
const statement = (more: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*', ...more }],
  })
const when = (Condition: object, more: object = {}): string => statement({ Condition, ...more })
const list = { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::a' }
const table = { Action: ['dynamodb:Query'], Resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/t' }
const rcp = (Condition: object): string => when(Condition, { Effect: 'Deny', Principal: '*', Resource: '*' })
const services = { 'aws:PrincipalIsAWSService': 'true' }
const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

test.each<[code: string, text: string, raises: boolean, type?: PolicyType]>([
  [
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    when({ StringNotLikeIfExists: { 'aws:PrincipalArn': 'arn:*' } }),
    true,
  ],
  [
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    when({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::1' } }),
    false,
  ],
  ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', when({ StringLike: { 'aws:PrincipalTag/arn': 'arn:*' } }), false],
  ['S3_PREFIX_IN_NEGATIVE_CONTEXT', when({ StringNotLike: { 's3:prefix': 'private/*' } }, list), true],
  [
    'S3_PREFIX_IN_NEGATIVE_CONTEXT',
    when({ StringEquals: { 's3:prefix': 'private/' } }, { ...list, Effect: 'Deny' }),
    true,
  ],
  ['S3_PREFIX_IN_NEGATIVE_CONTEXT', when({ StringLike: { 's3:prefix': 'public/*' } }, list), false],
  ['S3_PREFIX_IN_NEGATIVE_CONTEXT', when({ Null: { 's3:prefix': 'true' } }, { ...list, Effect: 'Deny' }), false],
  [
    'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    when({ 'ForAllValues:StringEquals': { 'dynamodb:Attributes': 'a' } }, { ...table, Action: 'dynamodb:*' }),
    true,
  ],
  [
    'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    when({ 'ForAllValues:StringEquals': { 'dynamodb:Attributes': 'a' } }, { ...table, Action: 'dynamodb:PutItem' }),
    false,
  ],
  ['UNTRUSTWORTHY_CONDITION_KEY', when({ StringLike: { 'aws:Referer': 'https://example.com/*' } }), true],
  ['UNTRUSTWORTHY_CONDITION_KEY', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), false],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', when({ StringLike: { 'aws:SourceVpce': 'vpce-1a2b3c4?' } }), true],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', when({ StringLike: { 'aws:userid': 'AROA*' } }), true],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', when({ StringLike: { 'aws:userid': ['AROAEXAMPLEID:*', '*:finance'] } }), false],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', when({ StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } }), false],
  [
    'INVALID_KMS_KEY_VALUE',
    when(
      { StringEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': '1234abcd' } },
      { Action: 's3:PutObject' },
    ),
    true,
  ],
  [
    'INVALID_KMS_KEY_VALUE',
    when({ StringEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn } }, { Action: 's3:PutObject' }),
    false,
  ],
  [
    'INVALID_KMS_KEY_VALUE',
    when({ Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'true' } }, { Action: 's3:PutObject' }),
    false,
  ],
  ['EQUIVALENT_TO_NULL_FALSE', when({ StringLike: { 'aws:username': ['a', '*'] } }), true],
  ['EQUIVALENT_TO_NULL_FALSE', when({ StringLike: { 'aws:username': 'a*' } }), false],
  ['EQUIVALENT_TO_NULL_TRUE', when({ StringNotLikeIfExists: { 'aws:username': '*' } }), true],
  ['REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', when({ 'ForAllValues:StringLike': { 'aws:TagKeys': '*' } }), true],
  [
    'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    when({ 'ForAnyValue:StringNotLike': { 'aws:TagKeys': '*' } }),
    true,
  ],
  [
    'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    when({ 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } }),
    false,
  ],
  ['MISSING_ARN_ACCOUNT', statement({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*::q' }), false],
  [
    'MISSING_ARN_ACCOUNT',
    statement({ Action: 'ssm:GetDocument', Resource: 'arn:aws:ssm:us-east-1::document/AWS-RunShellScript' }),
    false,
  ],
  ['MISSING_ARN_ACCOUNT', statement({ Action: 'ec2:RunInstances', Resource: 'arn:aws:ec2:*::image/ami-*' }), false],
  [
    'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    rcp({ StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }),
    true,
    'rcp',
  ],
  [
    'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    rcp({ StringEquals: { 'aws:PrincipalAccount': '111122223333' } }),
    false,
    'rcp',
  ],
  [
    'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    rcp({ StringNotEquals: { 'aws:SourceAccount': '111122223333' } }),
    true,
    'rcp',
  ],
  [
    'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    rcp({ StringNotEquals: { 'aws:SourceOrgID': 'o-abcdefghij' }, Bool: services }),
    true,
    'rcp',
  ],
  [
    'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    rcp({ StringNotEquals: { 'aws:SourceOrgID': 'o-abcdefghij' }, Null: { 'aws:SourceArn': 'false' }, Bool: services }),
    false,
    'rcp',
  ],
  [
    'FORALLVALUES_WITHOUT_NULL_GUARD',
    when({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'a' } }, table),
    true,
  ],
  ['FORALLVALUES_WITHOUT_NULL_GUARD', when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }), false],
  [
    'FORALLVALUES_WITHOUT_NULL_GUARD',
    when({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'a' } }, { ...table, Effect: 'Deny' }),
    false,
  ],
  [
    'CONDITION_KEY_NOT_FOR_EVERY_ACTION',
    when({ StringLike: { 's3:prefix': 'a/*' } }, { Action: ['s3:ListBucket', 's3:PutObject'], Resource: '*' }),
    true,
  ],
  [
    'CONDITION_KEY_NOT_FOR_EVERY_ACTION',
    when({ StringLike: { 's3:prefix': 'a/*' } }, { Action: ['s3:ListBucket', 's3:Put*'], Resource: '*' }),
    false,
  ],
  [
    'CONDITION_KEY_NOT_FOR_EVERY_ACTION',
    when({ StringNotEquals: { 's3:prefix': 'a/' } }, { Action: ['s3:ListBucket', 's3:PutObject'], Resource: '*' }),
    false,
  ],
  [
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    when({ StringLike: { 's3:prefix': 'a/*' } }, { Action: ['s3:GetObject', 's3:PutObject'] }),
    true,
  ],
  ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY', when({ StringLikeIfExists: { 's3:prefix': 'a/*' } }), false],
  [
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    when({ ArnLike: { 'ec2:SourceInstanceARN': 'arn:aws:ec2:*:*:instance/*' } }),
    false,
  ],
])('%s: %s → %s', (code, text, raises, policyType = 'identity') => {
  const codes = lint({ text, policyType, reference }).map((finding) => finding.code)
  expect(codes.includes(code)).toBe(raises)
})
