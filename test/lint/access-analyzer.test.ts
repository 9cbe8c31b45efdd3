// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// Rules that Access Analyzer follows and its documentation doesn't tell, read off what it reports for policies that AWS and others publish:
// https://github.com/zoph-io/MAMIP/tree/master/findings
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { guessPolicyType, type PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

const reference = await loadReference(
  'apigateway appflow backup codestar-connections dynamodb ec2 ecs iam kms logs route53 s3 sns sqs ssm ssmmessages states sts'.split(
    ' ',
  ),
)

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
const on = (Resource: string, Action = 's3:GetObject') => policy({ Action, Resource })
const where = (Action: string | readonly string[], Condition: object, more: object = {}) =>
  policy({ Action, Resource: '*', Condition, ...more })
const findingsOf = (text: string, policyType: PolicyType = 'identity') => lint({ text, policyType, reference })
const codesOf = (text: string, policyType?: PolicyType) => findingsOf(text, policyType).map(({ code }) => code)

describe('a wildcard for the Region or account matches across colons, so the ARN can match', () => {
  test.each([
    'arn:aws:backup:*:*:recovery-point:*',
    'arn:aws:apigateway:*::/v2/apis',
    'arn:aws:apigateway:*::/tags',
    'arn:aws:logs:*:*:/aws-glue/*',
    'arn:aws:states:*:*:statemachine:*sagemaker*',
    'arn:aws:sns:*:*:*',
    'arn:*:kms:*:::*',
  ])('%s', (arn) => expect(codesOf(on(arn))).not.toContain('INVALID_ARN_RESOURCE'))
  test.each([
    'arn:aws:states:us-east-1:111122223333:statemachine:orders',
    'arn:aws:dynamodb:us-east-1:111122223333:tables/orders',
    'arn:aws:ec2:us-east-1:111122223333:instances/*',
    'arn:aws:iam::111122223333:users/*',
    'arn:aws:iam::${AWS::AccountId}:users/*',
  ])('%s has none, and is an error', (arn) => expect(codesOf(on(arn))).toContain('INVALID_ARN_RESOURCE'))
})

describe('a misspelled resource type is reported even if Access Analyzer accepts it', () => {
  test.each([
    ['arn:aws:states:*:*:statemachine:orders', true],
    ['arn:aws:appflow:*:*:connector-profile/*', true],
    ['arn:aws:ec2:*:*:vpc-endpoint:*', true],
    ['arn:aws:ec2:*:*:instances/*', true],
    ['arn:aws:states:*:*:stateMachine:orders', false],
    ['arn:aws:ec2:*:*:vpc-endpoint/*', false],
    ['arn:aws:backup:*:*:recovery-point:*', false],
  ])('%s: %s', (arn, is) => expect(codesOf(on(arn)).includes('MISSPELLED_RESOURCE_TYPE')).toBe(is))
})

const owner = { StringEquals: { 'aws:ResourceTag/owner': 'a' } }

// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
describe('the tags of what is created: AWS lists aws:ResourceTag for some requests that create something', () => {
  test.each<[action: string, is: boolean]>([
    ['ec2:RunInstances', true],
    ['ec2:CreateVolume', true],
    ['s3:CreateBucket', true],
    ['kms:CreateKey', false],
    ['ec2:CreateRoute', false],
    ['ecs:RunTask', false],
    ['ec2:StopInstances', false],
  ])('%s: %s', (action, is) => expect(codesOf(where(action, owner)).includes('RESOURCE_TAG_AT_CREATION')).toBe(is))
})

test.each<[key: string, is: boolean]>([
  ['aws:SignInSessionArn', false],
  ['aws:IsMcpServiceAction', false],
  ['aws:ViaCustomerDomain', false],
  ['aws:arn', false],
  ['aws:ViaCustomDomain', true],
])('%s isn’t a global key: %s', (key, is) => {
  const codes = codesOf(where('s3:GetObject', { StringEquals: { [key]: 'true' } }))
  expect(codes.includes('INVALID_GLOBAL_CONDITION_KEY')).toBe(is)
})

const tags = 'WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'

describe('tags of a resource, for actions that have none', () => {
  test.each<[name: string, text: string, code: string | undefined]>([
    ['Describe… without resource types', where(['ec2:DescribeInstances', 'ec2:StopInstances'], owner), `ALLOW_${tags}`],
    ['List…', where('logs:DescribeQueryDefinitions', owner), `ALLOW_${tags}`],
    ['only actions with tags', where('ec2:StopInstances', owner), undefined],
    ['under Null', where('ec2:DescribeInstances', { Null: { 'aws:ResourceTag/owner': 'false' } }), undefined],
    ['with a wildcard', where('ec2:Describe*', owner), undefined],
    ['Deny, with a wildcard', where('iam:Delete*', owner, { Effect: 'Deny' }), `DENY_${tags}`],
    ['Deny of everything in a service', where('ec2:*', owner, { Effect: 'Deny' }), undefined],
  ])('%s', (_, text, code) => {
    expect(codesOf(text).filter((each) => each.endsWith(tags))).toEqual(code === undefined ? [] : [code])
  })
})

describe('a condition key that some of the actions lack', () => {
  const key = (policyType: PolicyType) =>
    codesOf(
      policy({
        Principal: { AWS: '111122223333' },
        Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        Resource: 'arn:aws:s3:::a',
        Condition: { StringLike: { 's3:prefix': 'home/*' } },
      }),
      policyType,
    )
  test('is an error in a resource-based policy', () =>
    expect(key('resource')).toContain('UNSUPPORTED_ACTION_FOR_CONDITION_KEY'))
  test('in an identity-based policy, our own check reports it', () => {
    expect(key('identity')).not.toContain('UNSUPPORTED_ACTION_FOR_CONDITION_KEY')
    expect(key('identity')).toContain('CONDITION_KEY_NOT_FOR_EVERY_ACTION')
  })
  // cert-manager's and external-dns's documented policies.
  test('ForAllValues also matches if the key is missing', () => {
    const text = where(['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'], {
      'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['TXT'] },
    })
    expect(codesOf(text)).not.toContain('CONDITION_KEY_NOT_FOR_EVERY_ACTION')
  })
})

describe('a value that begins with a wildcard limits nothing', () => {
  test.each<[action: string, condition: object, code: string, is: boolean]>([
    ['iam:PassRole', { StringLike: { 'iam:PassedToService': '*' } }, 'PASS_ROLE_WITH_STAR_IN_RESOURCE', true],
    [
      'iam:PassRole',
      { StringLike: { 'iam:PassedToService': 'ec2.amazonaws.com*' } },
      'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      false,
    ],
    [
      'iam:PassRole',
      { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      false,
    ],
    [
      'iam:CreateServiceLinkedRole',
      { StringLike: { 'iam:AWSServiceName': '*ecs.amazonaws.com' } },
      'CREATE_SLR_WITH_STAR_IN_RESOURCE',
      true,
    ],
    [
      'iam:CreateServiceLinkedRole',
      { StringLike: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
      'CREATE_SLR_WITH_STAR_IN_RESOURCE',
      false,
    ],
  ])('%s under %o: %s %s', (action, condition, code, is) => {
    expect(codesOf(where(action, condition)).includes(code)).toBe(is)
  })

  test.each<[condition: object, is: boolean]>([
    [{ StringEqualsIfExists: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, true],
    [{ StringEqualsIfExists: { 'iam:PassedToService': ['lambda.amazonaws.com', 'ec2.amazonaws.com'] } }, true],
    [{ StringLikeIfExists: { 'iam:PassedToService': '*' } }, true],
    [{ StringNotEqualsIfExists: { 'iam:PassedToService': 'lambda.amazonaws.com' } }, true],
    [{ StringEqualsIfExists: { 'iam:PassedToService': 'lambda.amazonaws.com' } }, false],
    [{ StringLikeIfExists: { 'iam:PassedToService': ['ecs.amazonaws.com', 'ec2.amazonaws.com'] } }, false],
  ])('iam:PassRole under %o: %s', (condition, is) => {
    expect(codesOf(where('iam:PassRole', condition)).includes('PASS_ROLE_WITH_STAR_IN_RESOURCE')).toBe(is)
  })

  test('with IfExists the advice is to remove IfExists', () => {
    const text = where('iam:PassRole', { StringEqualsIfExists: { 'iam:PassedToService': 'ec2.amazonaws.com' } })
    const found = findingsOf(text).find(({ code }) => code === 'PASS_ROLE_WITH_STAR_IN_RESOURCE')
    expect(found?.message).toContain('remove `IfExists`')
  })
})

const gitHub = 'token.actions.githubusercontent.com'
const pipeline = (sub: string) =>
  policy({
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${gitHub}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com', [`${gitHub}:sub`]: sub } },
  })

test.each([
  [
    'repo:acme/web:environment:production',
    ['CONFIRM_AUDIENCE_CLAIM_TYPE', 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
  ],
  ['repo:acme/web:ref:refs/heads/main', ['CONFIRM_AUDIENCE_CLAIM_TYPE']],
])('GitHub with the subject %s is fine, and what Access Analyzer says anyway is folded', (sub, codes) => {
  const found = findingsOf(pipeline(sub), 'trust')
  expect(found.map(({ code }) => code)).toEqual(codes)
  expect(found.every(({ folded }) => folded)).toBe(true)
})

// As in AmazonSecurityLakeMetastoreManager: the account's star also covers "<ACCOUNT_ID>:log-group".
test.each([
  ['arn:aws:logs:*:*:/aws/lambda/orders*', 'arn:aws:logs:*:*:log-group:/aws/lambda/orders*', true],
  ['arn:aws:logs:*:111122223333:/aws/lambda/*', 'arn:aws:logs:*:111122223333:log-group:/aws/lambda/*', false],
  ['arn:aws:s3:::*/logs', 'arn:aws:s3:::reports/2026/logs', true],
  ['arn:aws:s3:::*/logs', 'arn:aws:s3:::reports/2026', false],
])('with %s in the list, %s is redundant: %s', (wide, narrow, is) => {
  const text = policy({ Action: '*', Resource: [wide, narrow] })
  expect(codesOf(text).includes('REDUNDANT_RESOURCE')).toBe(is)
})

test('codestar-connections:ProviderAction counts as a multivalued key', () => {
  const text = where('codestar-connections:UseConnection', {
    'ForAllValues:StringEquals': { 'codestar-connections:ProviderAction': ['ListRepositories'] },
  })
  const data = reference.services.has('codestar-connections')
  expect(data).toBe(true)
  expect(codesOf(text)).not.toContain('FORALLVALUES_WITH_SINGLE_VALUED_KEY')
})

describe('smaller things', () => {
  test.each<[text: string, code: string, is: boolean]>([
    [
      where('s3:GetObject', { StringEquals: { 'cognito-identity-unauth:IdentityPoolArn': 'a' } }),
      'INVALID_SERVICE',
      false,
    ],
    [on('arn:aws:elastic-inference:us-east-1:111122223333:a'), 'INVALID_SERVICE', true],
    [
      where('sts:AssumeRole', { StringEquals: { 'aws:PrincipalOrgMasterAccountId': '111122223333' } }),
      'INVALID_GLOBAL_CONDITION_KEY',
      false,
    ],
    [on('arn:aws:ssm:*:*:session/${aws:userid}-*', 'ssmmessages:OpenDataChannel'), 'ACTION_NEEDS_STAR_RESOURCE', false],
    [
      where('ssm:SendCommand', { 'ForAllValues:StringEquals': { 'ssm:resourceTag/env': 'a' } }),
      'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      true,
    ],
    [on('arn:aws:kms:*::*', 'kms:Decrypt'), 'MISSING_ARN_ACCOUNT', false],
  ])('%s %s: %s', (text, code, is) => expect(codesOf(text).includes(code)).toBe(is))

  test('a policy of 6,500 characters is too long for a managed policy only', () => {
    const long = (length: number) => on(`arn:aws:s3:::${'a'.repeat(length)}`)
    expect(codesOf(long(6500))).toContain('POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA')
    expect(codesOf(long(6500))).not.toContain('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA')
    expect(codesOf(long(10_300))).toContain('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA')
  })

  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
  test.each([
    ['s3:GetObject', 'rcp'],
    ['sns:Publish', 'resource'],
    ['*', 'resource'],
  ])('a policy that only denies everyone %s is taken for %s', (Action, type) => {
    const text = policy({ Effect: 'Deny', Principal: '*', Action, Resource: '*' })
    expect(guessPolicyType(text).type).toBe(type)
  })
})
