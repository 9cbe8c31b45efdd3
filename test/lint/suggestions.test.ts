// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// Access Analyzer's suggestions: for each code policies that raise it, and near ones that do not. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { networkOf, type PolicyType } from '../../src/iam/index.ts'
import { checks, lint } from '../../src/lint/index.ts'

import { applyEdit } from '../../src/text/index.ts'

const reference = await loadReference(['s3', 'ec2', 'iam', 'ce', 'sts', 'route53', 'support', 'lambda', 'sns', 'ses'])

const policy = (...statements: readonly string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`
const when = (condition: string, action = '"ce:*"') =>
  policy(`{"Effect":"Allow","Action":${action},"Resource":"*","Condition":${condition}}`)
const on = (resources: string, element = 'Resource') =>
  policy(`{"Effect":"Allow","Action":"s3:GetObject","${element}":${resources}}`)
const who = (principal: string, element = 'Principal') =>
  policy(`{"Effect":"Allow","${element}":${principal},"Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}`)
const bucket = (principal: string, condition: string, effect = 'Allow') =>
  policy(
    `{"Effect":"${effect}","Principal":${principal},"Action":"s3:PutObject","Resource":"arn:aws:s3:::reports/*","Condition":${condition}}`,
  )
const trust = (principal: string, condition = '{}', action = 'sts:AssumeRole') =>
  policy(`{"Effect":"Allow","Principal":${principal},"Action":"${action}","Condition":${condition}}`)
const oidc = (condition: string) =>
  trust(
    '{"Federated":"arn:aws:iam::111122223333:oidc-provider/idp.example"}',
    condition,
    'sts:AssumeRoleWithWebIdentity',
  )

const find = (text: string, policyType: PolicyType = 'identity', resourceType?: string) =>
  lint({ text, policyType, resourceType, reference })
const pathsOf = (code: string, text: string, policyType?: PolicyType, resourceType?: string) =>
  find(text, policyType, resourceType)
    .filter((finding) => finding.code === code)
    .map(({ path }) => path)

type Row = [text: string, path: string | undefined, type?: PolicyType, resourceType?: string]
const condition = '/Statement/0/Condition'
const role = 'arn:aws:iam::111122223333:role'
const session = 'arn:aws:sts::111122223333:assumed-role'

/** A path: raised there and only there. `undefined`: not raised. */
const table: Readonly<Record<string, readonly Row[]>> = {
  EMPTY_ARRAY_CONDITION: [
    [when('{"StringLike":{"aws:RequestedRegion":[]}}'), `${condition}/StringLike/aws:RequestedRegion`],
    [when('{"Null":{"aws:TokenIssueTime":[]}}'), `${condition}/Null/aws:TokenIssueTime`],
    [
      when('{"StringEquals":{"aws:PrincipalTag/team":[],"aws:username":"a"}}'),
      `${condition}/StringEquals/aws:PrincipalTag~1team`,
    ],
    [
      bucket('"*"', '{"StringEquals":{"aws:SourceVpc":[]}}', 'Deny'),
      `${condition}/StringEquals/aws:SourceVpc`,
      'resource',
    ],
    [when('{"StringLike":{"aws:RequestedRegion":[""]}}'), undefined],
    [when('{"StringLike":{"aws:RequestedRegion":""}}'), undefined],
    [when('{"StringLikeIfExists":{"aws:RequestedRegion":[]}}'), undefined],
    [when('{"Stringy":{"aws:RequestedRegion":[]}}'), undefined],
    [when('{"StringLike":{"aws:RequestedRegion":[null]}}'), undefined],
  ],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    [when('{"ForAllValues:StringLike":{"aws:TagKeys":[]}}'), `${condition}/ForAllValues:StringLike/aws:TagKeys`],
    [
      when('{"ForAllValues:StringLikeIfExists":{"aws:TagKeys":[]}}'),
      `${condition}/ForAllValues:StringLikeIfExists/aws:TagKeys`,
    ],
    [when('{"ForAllValues:StringLike":{"aws:TagKeys":["a"]}}'), undefined],
    [when('{"ForAnyValue:StringLike":{"aws:TagKeys":[]}}'), undefined],
    [when('{"StringLike":{"aws:TagKeys":[]}}'), undefined],
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    [when('{"ForAnyValue:StringLike":{"aws:TagKeys":[]}}'), `${condition}/ForAnyValue:StringLike/aws:TagKeys`],
    [when('{"foranyvalue:StringLike":{"aws:CalledVia":[]}}'), `${condition}/foranyvalue:StringLike/aws:CalledVia`],
    [when('{"ForAnyValue:StringLike":{"aws:TagKeys":["a"]}}'), undefined],
    [when('{"ForAllValues:StringLike":{"aws:TagKeys":[]}}'), undefined],
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    [
      when('{"StringEqualsIfExists":{"aws:RequestedRegion":[]}}'),
      `${condition}/StringEqualsIfExists/aws:RequestedRegion`,
    ],
    [when('{"BoolIfExists":{"aws:SecureTransport":[]}}'), `${condition}/BoolIfExists/aws:SecureTransport`],
    [when('{"StringEqualsIfExists":{"aws:RequestedRegion":["us-east-1"]}}'), undefined],
    [when('{"StringEquals":{"aws:RequestedRegion":[]}}'), undefined],
    [when('{"NullIfExists":{"aws:RequestedRegion":[]}}'), undefined],
  ],
  EMPTY_ARRAY_PRINCIPAL: [
    [who('{"AWS":[]}'), '/Statement/0/Principal/AWS', 'resource'],
    [who('{"AWS":["111122223333"],"Service":[]}'), '/Statement/0/Principal/Service', 'resource'],
    [trust('{"Federated":[]}'), '/Statement/0/Principal/Federated', 'trust'],
    [who('{"AWS":[]}', 'NotPrincipal'), '/Statement/0/NotPrincipal/AWS', 'resource'],
    [who('{}'), undefined, 'resource'],
    [who('{"AWS":"111122223333"}'), undefined, 'resource'],
    [who('{"AWS":["111122223333"]}'), undefined, 'resource'],
  ],
  EMPTY_OBJECT_PRINCIPAL: [
    [who('{}'), '/Statement/0/Principal', 'resource'],
    [trust('{}'), '/Statement/0/Principal', 'trust'],
    [who('{}', 'NotPrincipal'), '/Statement/0/NotPrincipal', 'resource'],
    [who('{"AWS":[]}'), undefined, 'resource'],
    [who('"*"'), undefined, 'resource'],
    [who('[]'), undefined, 'resource'],
  ],
  EMPTY_OBJECT_CONDITION: [
    [when('{}'), condition],
    [when('{"StringEquals":{}}'), `${condition}/StringEquals`],
    [
      when('{"Bool":{"aws:SecureTransport":"true"},"ForAnyValue:StringLike":{}}'),
      `${condition}/ForAnyValue:StringLike`,
    ],
    [when('{"Bool":{"aws:SecureTransport":"true"}}'), undefined],
    [when('{"Bool":{"aws:SecureTransport":[]}}'), undefined],
    [policy('{"Effect":"Allow","Action":"ce:*","Resource":"*"}'), undefined],
  ],
  IMPROVE_IP_RANGE: [
    [when('{"IpAddress":{"aws:SourceIp":"203.0.113.7/24"}}'), `${condition}/IpAddress/aws:SourceIp`],
    [
      when('{"NotIpAddress":{"aws:SourceIp":["198.51.100.0/24","203.0.113.128/24"]}}'),
      `${condition}/NotIpAddress/aws:SourceIp/1`,
    ],
    [when('{"IpAddressIfExists":{"aws:VpcSourceIp":"10.1.2.3/16"}}'), `${condition}/IpAddressIfExists/aws:VpcSourceIp`],
    [when('{"IpAddress":{"aws:SourceIp":"2001:db8:1234:5678::1/64"}}'), `${condition}/IpAddress/aws:SourceIp`],
    [when('{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","203.0.113.7/32","203.0.113.7"]}}'), undefined],
    [when('{"IpAddress":{"aws:SourceIp":["0.0.0.0/0","::/0","2001:db8::/32"]}}'), undefined],
    [when('{"IpAddress":{"aws:SourceIp":["203.0.113.7/33","not an address/8","${aws:SourceIp}/8"]}}'), undefined],
    [when('{"StringEquals":{"aws:SourceIp":"203.0.113.7/24"}}'), undefined],
  ],
  NULL_WITH_QUALIFIER: [
    [when('{"ForAllValues:Null":{"aws:TagKeys":"false"}}'), `${condition}/ForAllValues:Null/aws:TagKeys`],
    [when('{"ForAnyValue:Null":{"aws:TagKeys":"true"}}'), `${condition}/ForAnyValue:Null/aws:TagKeys`],
    [
      when('{"Null":{"aws:username":"true"},"ForAnyValue:Null":{"aws:TagKeys":"true"}}'),
      `${condition}/ForAnyValue:Null/aws:TagKeys`,
    ],
    [when('{"Null":{"aws:TagKeys":"false"}}'), undefined],
    [when('{"ForAnyValue:StringLike":{"aws:TagKeys":"*"}}'), undefined],
  ],
  PRIVATE_IP_ADDRESS_SUBSET: [
    [when('{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8"]}}'), `${condition}/IpAddress/aws:SourceIp`],
    [when('{"IpAddress":{"aws:SourceIp":["192.168.1.1","198.51.100.7"]}}'), `${condition}/IpAddress/aws:SourceIp`],
    [
      when('{"IpAddressIfExists":{"AWS:sourceip":["172.16.0.0/12","198.51.100.7/32"]}}'),
      `${condition}/IpAddressIfExists/AWS:sourceip`,
    ],
    [when('{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","192.168.0.0/16"]}}'), undefined],
    [when('{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","198.51.100.0/24"]}}'), undefined],
    [when('{"IpAddress":{"aws:VpcSourceIp":["203.0.113.0/24","10.0.0.0/8"]}}'), undefined],
    [when('{"IpAddress":{"aws:SourceIp":["0.0.0.0/0","172.32.0.0/16"]}}'), undefined],
    [when('{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8"]}}'), undefined],
  ],
  PRIVATE_NOTIPADDRESS_SUBSET: [
    [
      when('{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8"]}}'),
      `${condition}/NotIpAddress/aws:SourceIp`,
    ],
    [
      when('{"NotIpAddressIfExists":{"aws:SourceIp":["172.31.0.0/16","198.51.100.7"]}}'),
      `${condition}/NotIpAddressIfExists/aws:SourceIp`,
    ],
    [
      bucket('"*"', '{"NotIpAddress":{"aws:SourceIp":["198.51.100.7","192.168.0.0/24"]}}', 'Deny'),
      `${condition}/NotIpAddress/aws:SourceIp`,
      'resource',
    ],
    [when('{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8"]}}'), undefined],
    [when('{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}'), undefined],
    [when('{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8"]}}'), undefined],
  ],
  REDUNDANT_CONDITION_VALUE_NUM: [
    [
      when('{"NumericLessThan":{"aws:MultiFactorAuthAge":["2700","3600"]}}'),
      `${condition}/NumericLessThan/aws:MultiFactorAuthAge`,
    ],
    [when('{"NumericGreaterThanEquals":{"s3:max-keys":[10,20]}}'), `${condition}/NumericGreaterThanEquals/s3:max-keys`],
    [
      when('{"NumericLessThanEqualsIfExists":{"s3:max-keys":["5","5"]}}'),
      `${condition}/NumericLessThanEqualsIfExists/s3:max-keys`,
    ],
    [when('{"NumericEquals":{"s3:max-keys":["10","20"]}}'), undefined],
    [when('{"NumericNotEquals":{"s3:max-keys":["10","20"]}}'), undefined],
    [when('{"NumericLessThan":{"aws:MultiFactorAuthAge":["3600"]}}'), undefined],
    [when('{"DateLessThan":{"aws:CurrentTime":["2026-01-01T00:00:00Z","2027-01-01T00:00:00Z"]}}'), undefined],
    [when('{"NumericLessThan":{"aws:MultiFactorAuthAge":["3600","soon"]}}'), undefined],
  ],
  REDUNDANT_RESOURCE: [
    [on('["arn:aws:s3:::reports-*","arn:aws:s3:::reports-*/*"]'), '/Statement/0/Resource/1'],
    [on('["arn:aws:s3:::reports/2026/*","*"]'), '/Statement/0/Resource/0'],
    [on('["arn:aws:s3:::reports/*","arn:aws:s3:::reports/*"]'), '/Statement/0/Resource/1'],
    [on('["arn:aws:s3:::reports/${aws:username}/*","arn:aws:s3:::reports/*"]'), '/Statement/0/Resource/0'],
    [
      on('["arn:aws:iam::111122223333:role/jane*","arn:aws:iam::111122223333:role/jane-admin"]'),
      '/Statement/0/Resource/1',
    ],
    [on('["arn:aws:s3:::reports/*","arn:aws:s3:::reports/a"]', 'NotResource'), '/Statement/0/NotResource/1'],
    [on('["arn:aws:s3:::reports","arn:aws:s3:::reports/*"]'), undefined],
    [on('["arn:aws:s3:::reports/?","arn:aws:s3:::reports/*"]'), '/Statement/0/Resource/0'],
    [on('["arn:aws:s3:::reports/a?","arn:aws:s3:::reports/?*"]'), '/Statement/0/Resource/0'],
    [on('["arn:aws:s3:::reports/a*","arn:aws:s3:::reports/?"]'), undefined],
    [on('["arn:aws:s3:::Reports/*","arn:aws:s3:::reports/a"]'), undefined],
    [
      on('["arn:aws:logs:us-east-1:111122223333:log-group:a","arn:aws:logs:us-east-1:111122223333:log-group:a:*"]'),
      undefined,
    ],
    [on('["arn:aws:s3:*:*:reports","arn:aws:s3-outposts:us-east-1:111122223333:reports"]'), undefined],
    [on('"*"'), undefined],
  ],
  REDUNDANT_STATEMENT: [
    [
      policy(
        '{"Sid":"A","Effect":"Allow","Action":["ce:*","s3:ListAllMyBuckets"],"Resource":"*"}',
        '{"Sid":"B","Effect":"Allow","Action":["s3:listallmybuckets","ce:*"],"Resource":["*"]}',
      ),
      '/Statement/1',
    ],
    [
      policy(
        '{"Effect":"Deny","NotAction":"ce:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":false}}}',
        '{"Effect":"Allow","Action":"ce:*","Resource":"*"}',
        '{"Effect":"Deny","NotAction":"ce:*","Resource":"*","Condition":{"Bool":{"aws:securetransport":"false"}}}',
      ),
      '/Statement/2',
    ],
    [
      policy(
        '{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}',
        '{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}',
      ),
      '/Statement/1',
      'trust',
    ],
    [
      policy(
        '{"Effect":"Allow","Action":"ce:*","Resource":"*"}',
        '{"Effect":"Allow","Action":"ce:Get*","Resource":"*"}',
      ),
      undefined,
    ],
    [
      policy('{"Effect":"Allow","Action":"ce:*","Resource":"*"}', '{"Effect":"Deny","Action":"ce:*","Resource":"*"}'),
      undefined,
    ],
    [
      policy(
        '{"Effect":"Allow","Action":"ce:*","Resource":"*"}',
        '{"Effect":"Allow","NotAction":"ce:*","Resource":"*"}',
      ),
      undefined,
    ],
    [
      policy(
        '{"Effect":"Allow","Action":"ce:*","Resource":"*"}',
        '{"Effect":"Allow","Action":"ce:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}',
      ),
      undefined,
    ],
    [policy('{"Effect":"Allow","Resource":"*"}', '{"Effect":"Allow","Resource":"*"}'), undefined],
  ],
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    [
      when('{"StringEquals":{"aws:ResourceTag/team":"a"}}', '["ec2:StopInstances","route53:ChangeResourceRecordSets"]'),
      `${condition}/StringEquals/aws:ResourceTag~1team`,
    ],
    [when('{"Null":{"aws:ResourceTag/team":"false"}}', '"support:*"'), undefined],
    [
      when('{"StringLike":{"aws:ResourceTag/team":"a*"}}', '"lambda:GetLayerVersion"'),
      `${condition}/StringLike/aws:ResourceTag~1team`,
    ],
    [when('{"StringEquals":{"aws:ResourceTag/team":"a"}}', '"ec2:*"'), undefined],
    [
      when('{"StringEquals":{"aws:ResourceTag/team":"a"}}', '["lambda:GetFunction","sns:Publish","s3:GetObject"]'),
      undefined,
    ],
    [when('{"StringNotEquals":{"aws:ResourceTag/team":"a"}}', '"route53:GetHostedZone"'), undefined],
    [when('{"StringEqualsIfExists":{"aws:ResourceTag/team":"a"}}', '"route53:GetHostedZone"'), undefined],
    [when('{"Null":{"aws:ResourceTag/team":"true"}}', '"route53:GetHostedZone"'), undefined],
    [when('{"StringEquals":{"aws:RequestTag/team":"a"}}', '"route53:GetHostedZone"'), undefined],
    [when('{"StringEquals":{"aws:PrincipalTag/team":"a"}}', '"route53:GetHostedZone"'), undefined],
    [when('{"StringEquals":{"aws:ResourceTag/team":"a"}}', '"kms:Decrypt"'), undefined],
    [
      policy(
        '{"Effect":"Deny","Action":"route53:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}',
      ),
      undefined,
    ],
  ],
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    [
      policy(
        '{"Effect":"Allow","NotAction":"iam:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}',
      ),
      `${condition}/StringEquals/aws:ResourceTag~1team`,
    ],
    [
      policy(
        '{"Effect":"Allow","NotAction":["iam:*","ec2:*"],"Resource":"*","Condition":{"StringLike":{"AWS:resourcetag/team":"*"}}}',
      ),
      `${condition}/StringLike/AWS:resourcetag~1team`,
      'permissions-boundary',
    ],
    [
      policy(
        '{"Effect":"Allow","NotAction":"iam:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"a"}}}',
      ),
      undefined,
    ],
    [
      policy(
        '{"Effect":"Deny","NotAction":"iam:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}',
      ),
      undefined,
    ],
    [
      policy(
        '{"Effect":"Allow","NotAction":"iam:*","Resource":"*","Condition":{"StringNotEquals":{"aws:ResourceTag/team":"a"}}}',
      ),
      undefined,
    ],
    [when('{"StringEquals":{"aws:ResourceTag/team":"a"}}', '"ec2:*"'), undefined],
  ],
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    [
      bucket('{"Service":"ses.amazonaws.com"}', '{"StringEquals":{"aws:Referer":"111122223333"}}'),
      `${condition}/StringEquals/aws:Referer`,
      'resource',
      'AWS::S3::Bucket',
    ],
    [
      bucket(
        '{"AWS":"111122223333","Service":["ses.amazonaws.com"]}',
        '{"StringLike":{"AWS:SourceOwner":"111122223333"}}',
      ),
      `${condition}/StringLike/AWS:SourceOwner`,
      'resource',
    ],
    [
      bucket(
        '{"Service":"ses.amazonaws.com"}',
        '{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:Referer":"111122223333"}}',
      ),
      `${condition}/StringEquals/aws:Referer`,
      'resource',
    ],
    [
      bucket(
        '{"Service":"ses.amazonaws.com"}',
        '{"StringEquals":{"aws:Referer":"111122223333","aws:SourceAccount":"111122223333"}}',
      ),
      undefined,
      'resource',
    ],
    [bucket('"*"', '{"StringLike":{"aws:Referer":"https://example.com/*"}}'), undefined, 'resource'],
    [
      bucket('{"Service":"ses.amazonaws.com"}', '{"StringNotEquals":{"aws:Referer":"111122223333"}}', 'Deny'),
      undefined,
      'resource',
    ],
    [
      bucket('{"Service":"ses.amazonaws.com"}', '{"ArnLike":{"aws:SourceArn":"arn:aws:ses:*:111122223333:*"}}'),
      undefined,
      'resource',
    ],
  ],
  IRRELEVANT_CONDITION_KEY_IN_POLICY: [
    [
      bucket('"*"', '{"StringEquals":{"s3:ResourceAccount":"111122223333"}}'),
      `${condition}/StringEquals/s3:ResourceAccount`,
      'resource',
      'AWS::S3::Bucket',
    ],
    [
      bucket('"*"', '{"StringNotEquals":{"s3:resourceaccount":"111122223333"}}', 'Deny'),
      `${condition}/StringNotEquals/s3:resourceaccount`,
      'resource',
      'AWS::S3::Bucket',
    ],
    [
      bucket('"*"', '{"StringEquals":{"s3:ResourceAccount":"111122223333"}}'),
      `${condition}/StringEquals/s3:ResourceAccount`,
      'resource',
      'AWS::S3::AccessPoint',
    ],
    [
      bucket('"*"', '{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}'),
      undefined,
      'resource',
      'AWS::S3::Bucket',
    ],
    [bucket('"*"', '{"StringEquals":{"s3:ResourceAccount":"111122223333"}}'), undefined, 'vpc-endpoint'],
    [when('{"StringEquals":{"s3:ResourceAccount":"111122223333"}}', '"s3:*"'), undefined],
  ],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: [
    [trust(`{"AWS":["${role}/Build","${session}/Build/a"]}`), '/Statement/0/Principal/AWS/1', 'trust'],
    [trust(`{"AWS":["${session}/Build/a","${role}/team/Build"]}`), '/Statement/0/Principal/AWS/0', 'trust'],
    [
      trust(`{"AWS":["${role}/Build","arn:aws:iam::111122223333:assumed-role/Build/a"]}`),
      '/Statement/0/Principal/AWS/1',
      'trust',
    ],
    [trust(`{"AWS":["${role}/Build","${session}/Deploy/a"]}`), undefined, 'trust'],
    [trust(`{"AWS":["${role}/Build","arn:aws:sts::444455556666:assumed-role/Build/a"]}`), undefined, 'trust'],
    [trust(`{"AWS":["${session}/Build/a","${session}/Build/b"]}`), undefined, 'trust'],
    [trust(`{"AWS":["arn:aws:iam::111122223333:user/Build","${session}/Build/a"]}`), undefined, 'trust'],
  ],
  CONFIRM_AUDIENCE_CLAIM_TYPE: [
    [
      oidc('{"ForAllValues:StringEquals":{"idp.example:aud":"app"}}'),
      `${condition}/ForAllValues:StringEquals/idp.example:aud`,
      'trust',
    ],
    [
      oidc('{"ForAnyValue:StringLike":{"idp.example:aud":["app","b*"]}}'),
      `${condition}/ForAnyValue:StringLike/idp.example:aud`,
      'trust',
    ],
    [
      oidc('{"StringEquals":{"idp.example:sub":"x"},"ForAnyValue:StringEquals":{"idp.example:aud":"app"}}'),
      `${condition}/ForAnyValue:StringEquals/idp.example:aud`,
      'trust',
    ],
    [oidc('{"StringEquals":{"idp.example:aud":"app"}}'), undefined, 'trust'],
    [oidc('{"ForAnyValue:StringLike":{"idp.example:amr":"authenticated"}}'), undefined, 'trust'],
    [oidc('{"ForAllValues:StringEquals":{"idp.example:audience":"app"}}'), undefined, 'trust'],
  ],
}

describe.each(Object.entries(table))('%s', (code, rows) => {
  test.each<Row>(rows)('%s: %s', (text, path, type, resourceType) => {
    expect(pathsOf(code, text, type, resourceType)).toEqual(path === undefined ? [] : [path])
  })

  test('is a suggestion', () => {
    expect(checks.find((check) => check.code === code)?.type).toBe('SUGGESTION')
  })
})

describe('fixes', () => {
  test.each<[code: string, text: string, after: string, type?: PolicyType]>([
    [
      'EMPTY_OBJECT_CONDITION',
      when('{"StringEquals":{}}'),
      policy('{"Effect":"Allow","Action":"ce:*","Resource":"*"}'),
    ],
    ['EMPTY_OBJECT_CONDITION', when('{"Bool":{"a:b":"true"},"Null":{}}'), when('{"Bool":{"a:b":"true"}}')],
    [
      'IMPROVE_IP_RANGE',
      when('{"IpAddress":{"a:b":"198.51.100.77/26"}}'),
      when('{"IpAddress":{"a:b":"198.51.100.64/26"}}'),
    ],
    ['NULL_WITH_QUALIFIER', when('{"ForAnyValue:Null":{"aws:TagKeys":true}}'), when('{"Null":{"aws:TagKeys":true}}')],
    [
      'REDUNDANT_CONDITION_VALUE_NUM',
      when('{"NumericLessThan":{"a:b":[1, 30, 20]}}'),
      when('{"NumericLessThan":{"a:b":[30]}}'),
    ],
    [
      'REDUNDANT_CONDITION_VALUE_NUM',
      when('{"NumericGreaterThan":{"a:b":["7","5"]}}'),
      when('{"NumericGreaterThan":{"a:b":["5"]}}'),
    ],
    [
      'REDUNDANT_RESOURCE',
      on('["arn:aws:s3:::a/*", "arn:aws:s3:::a/b", "arn:aws:s3:::c"]'),
      on('["arn:aws:s3:::a/*", "arn:aws:s3:::c"]'),
    ],
    [
      'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
      trust(`{"AWS":["${session}/Build/a","${role}/Build"]}`),
      trust(`{"AWS":["${role}/Build"]}`),
      'trust',
    ],
  ])('%s: %s', (code, text, after, type) => {
    const fix = find(text, type).find((finding) => finding.code === code)?.fix
    expect(fix && applyEdit(text, fix)).toBe(after)
  })
})

test.each<[range: string, network: string | undefined]>([
  ['203.0.113.255/25', '203.0.113.128/25'],
  ['203.0.113.1/0', '0.0.0.0/0'],
  [' 10.255.0.1/9 ', '10.128.0.0/9'],
  ['2001:DB8::1/32', '2001:db8::/32'],
  ['2001:db8:1:2:3:4:5:6/126', '2001:db8:1:2:3:4:5:4/126'],
  ['::1/64', '::/64'],
  ['fe80::1:2/112', 'fe80::1:0/112'],
  ['2001:db8::/32', undefined],
  ['203.0.113.128/25', undefined],
  ['203.0.113.1', undefined],
  ['1.2.3.4.5/8', undefined],
  ['256.1.1.1/8', undefined],
  ['1:2:3:4:5:6:7:8:9/8', undefined],
  ['1::2::3/8', undefined],
  ['::ffff:10.1.2.3/96', '::ffff:0:0/96'],
  ['::ffff:10.1.2.3/128', undefined],
  ['2001:0DB8::/32', undefined],
  ['/8', undefined],
])('the network of %s is %s', (range, network) => {
  expect(networkOf(range)).toBe(network)
})
