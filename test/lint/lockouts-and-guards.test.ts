// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// Policies that lock people out, protect nothing, or never match, and the right way for each: the check finds the one and not the other, and `evaluate`
// decides a request as the reason says. A row of lockouts-and-guards.jsonl names its source.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { checkGroups, lint } from '../../src/lint/index.ts'

interface Row {
  readonly id: string
  readonly policyType: string
  readonly pattern: object
  readonly rightWay: object
  readonly source: string
}
const rows: readonly Row[] = readFileSync('test/lint/lockouts-and-guards.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const reference = await loadReference()

const found: Readonly<Record<string, string>> = {
  'mfa-deny-bool': 'MFA_CONDITION_DOES_NOT_PROTECT',
  'mfa-deny-bool-fas': 'MFA_CONDITION_DOES_NOT_PROTECT',
  'mfa-deny-ifexists-roles': 'MFA_LOCKOUT',
  'mfa-allow-ifexists': 'MFA_CONDITION_DOES_NOT_PROTECT',
  'mfa-null': 'MFA_CONDITION_DOES_NOT_PROTECT',
  'mfa-age-missing': 'MFA_CONDITION_DOES_NOT_PROTECT',
  'mfa-no-enrol': 'MFA_LOCKOUT',
  'mfa-device-arn-username': 'MFA_DEVICE_NAMED_AFTER_USER',
  'mfa-delete-before-mfa': 'MFA_CAN_BE_REMOVED_WITHOUT_MFA',
  'sourceip-no-via': 'SOURCE_IP_DENIES_AWS_SERVICES',
  'sourceip-private-range': 'PRIVATE_NOTIPADDRESS',
  'sourceip-vpce': 'SOURCE_IP_DENIES_AWS_SERVICES',
  'sourceip-ipv4-only': 'SOURCE_IP_DENIES_AWS_SERVICES',
  'sourceip-two-operators': 'CONDITIONS_NEVER_MET_TOGETHER',
  'sourceip-everything': 'PUBLIC_RESOURCE_POLICY',
  'vpce-deny-console': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'vpc-deny-services': 'DENY_HITS_AWS_SERVICES',
  'vpc-data-plane-actions': 'NETWORK_DENY_HITS_EC2',
  'vpc-ec2-infrastructure': 'NETWORK_DENY_HITS_EC2',
  'vpcsourceip-alone': 'MISSING_PAIRED_CONDITION_KEYS',
  'sourcevpcarn-unsupported': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'vpce-policy-service-buckets': 'ENDPOINT_POLICY_WITHOUT_BUCKETS_OF_AWS',
  'vpce-policy-principal-service': 'ENDPOINT_POLICY_WITHOUT_AWS_SERVICES',
  'securetransport-allow': 'SECURE_TRANSPORT_IN_ALLOW',
  'securetransport-public': 'PUBLIC_RESOURCE_POLICY',
  'securetransport-one-arn': 'GUARD_MISSES_THE_BUCKET',
  'bucket-deny-all': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'bucket-deny-putpolicy': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'bucket-ip-allowlist-putpolicy': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'bucket-deny-owner-principal': 'DENY_FOR_ACCOUNT_MEANS_EVERYONE_IN_IT',
  'bucket-notprincipal-role': 'DENY_WITH_NOTPRINCIPAL',
  'notprincipal-allow': 'ALLOW_WITH_NOTPRINCIPAL',
  'notprincipal-service-logs': 'DENY_WITH_NOTPRINCIPAL',
  'notprincipal-boundary': 'DENY_WITH_NOTPRINCIPAL',
  'bucket-delete-guard-lifecycle': 'DELETE_GUARD_MISSES_LIFECYCLE',
  'bucket-bpa-change': 'RESOURCE_POLICY_GRANTS_ADMINISTRATION',
  'bucket-public-cuts-crossaccount': 'PUBLIC_RESOURCE_POLICY',
  'bucket-referer': 'UNTRUSTWORTHY_CONDITION_KEY',
  'useragent-guard': 'UNTRUSTWORTHY_CONDITION_KEY',
  'bucket-encryption-header': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'bucket-acl-condition': 'UPLOAD_NEEDS_ACL_HEADER',
  'bucket-tag-inventory-forall': 'FORALLVALUES_WITHOUT_NULL_GUARD',
  'bucket-list-on-object-arn': 'ACTION_RESOURCE_MISMATCH',
  'kms-no-admin': 'KEY_POLICY_WITHOUT_ADMINISTRATOR',
  'kms-admin-deleted': 'KEY_POLICY_DEPENDS_ON_ONE_PRINCIPAL',
  'kms-viaservice-star': 'PUBLIC_RESOURCE_POLICY',
  'kms-viaservice-direct': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'kms-creategrant-open': 'KMS_GRANTS_FOR_ANYONE',
  'kms-encryption-context-optional': 'IF_EXISTS_LETS_REQUESTS_WITHOUT_THE_KEY_IN',
  'orgid-typo': 'DENY_HITS_AWS_SERVICES',
  'orgid-wildcard': 'WILDCARD_USAGE_TOO_PERMISSIVE',
  'orgid-services': 'DENY_HITS_AWS_SERVICES',
  'orgid-allow-services': 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  'orgid-management-trust': 'TRUST_WHOLE_ORGANIZATION',
  'orgid-federated': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'orgpaths-slash': 'ORG_PATH_WITHOUT_SLASH',
  'orgpaths-forall': 'FORALLVALUES_WITHOUT_NULL_GUARD',
  'resourceorg-aws-owned': 'DENY_HITS_RESOURCES_OF_AWS',
  'resourceaccount-unsupported': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'multivalue-deny-noqualifier': 'MISSING_QUALIFIER',
  'scp-no-fullaccess': 'SCP_ALLOW_LIST',
  'scp-allowlist-missing-parent': 'SCP_ALLOW_LIST',
  'scp-region-global': 'REGION_LOCK_HITS_GLOBAL_SERVICES',
  'scp-principalarn-session': 'PRINCIPAL_ARN_OF_A_SESSION',
  'scp-leading-wildcard': 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  'scp-servicelinked': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'scp-deny-sts': 'SCP_DENIES_STS',
  'rcp-no-service-exempt': 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  'rcp-effect-allow': 'RCP_SYNTAX_ERROR_ALLOW',
  'rcp-scope-of-service': 'RCP_SYNTAX_ERROR_ACTION',
  'via-service-only': 'DENY_HITS_AWS_SERVICES',
  'negated-deny-missing-key': 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
  'positive-deny-missing-key': 'ACL_DENY_MISSES_GRANTS',
  'tags-resourcetag-create': 'RESOURCE_TAG_AT_CREATION',
  'tags-createtags-open': 'SECRETS_AND_DATA_ON_EVERY_RESOURCE',
  'tags-request-optional': 'IF_EXISTS_LETS_REQUESTS_WITHOUT_THE_KEY_IN',
  'variables-2008': 'VARIABLE_UNSUPPORTED_IN_VERSION',
  'username-role': 'USERNAME_VARIABLE_ONLY_FOR_USERS',
  'userid-exempt': 'EXEMPT_BY_USER_ID',
  'notaction-deny-selfservice': 'DENY_NOTACTION_STOPS_SIGN_IN',
  'notaction-allow': 'ALLOW_WITH_NOTACTION',
  'notresource-allow': 'ALLOW_WITH_NOTRESOURCE',
  'passrole-star': 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  'trust-root': 'MISSING_EXTERNAL_ID',
  'trust-externalid-missing': 'MISSING_EXTERNAL_ID',
  'trust-externalid-guessable': 'GUESSABLE_EXTERNAL_ID',
  'oidc-no-sub': 'OIDC_SUBJECT_OF_OTHER_TENANTS',
  'oidc-org-wildcard': 'OIDC_SUBJECT_OF_OTHER_TENANTS',
  'oidc-prefix-owner': 'OIDC_SUBJECT_OF_OTHER_TENANTS',
  'oidc-new-claims-only': 'MISSING_GITHUB_REPO_CONDITION_KEY',
  'saml-no-aud': 'SAML_WITHOUT_AUDIENCE',
  'service-no-source': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'service-s3-source': 'SOURCE_ARN_WITHOUT_ACCOUNT',
  'service-source-wildcard': 'SOURCE_ARN_WITHOUT_ACCOUNT',
  'sourcearn-is-not-caller': 'SOURCE_ARN_OF_A_FUNCTION',
  'cognito-no-amr': 'COGNITO_ROLE_FOR_GUESTS',
  'boundary-no-create-condition': 'PRIVILEGE_ESCALATION',
  'deny-on-role-arn-of-service': 'DENY_HITS_AWS_SERVICES',
  'sqs-deny-all': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'secret-deny-all': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'backup-vault-deny': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'glacier-vault-lock': 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  'lambda-url-public': 'PUBLIC_RESOURCE_POLICY',
  'arn-operator-string': 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  'action-resource-mismatch': 'ACTION_NEEDS_STAR_RESOURCE',
  'boundary-not-self-protected': 'BOUNDARY_CAN_BE_ESCAPED',
  'forallvalues-allow': 'TAG_KEYS_ALLOW_NO_TAGS',
  'kms-root-only': 'KEY_POLICY_LEAVES_USE_TO_IAM',
  'mfa-assume-role-trust-service': 'MFA_IN_TRUST_POLICY',
  'oidc-immutable-sub': 'GITHUB_SUBJECT_WITHOUT_IDS',
  'rcp-third-party': 'RCP_WITHOUT_PARTNERS',
  'saml-tags-missing': 'SAML_TRUST_WITHOUT_TAG_SESSION',
  'scp-principalarn-path': 'PRINCIPAL_ARN_WITHOUT_PATH',
  'scp-region-bucket': 'REGION_LOCK_MISSES_COPIES',
  'scp-region-kms': 'REGION_LOCK_HITS_EDGE_SERVICES',
  'tags-principal-unset': 'TAG_VARIABLE_WITHOUT_DEFAULT',
  'trust-deleted-role': 'TRUSTED_ROLE_CAN_BE_RECREATED',
  'vpce-policy-ignored': 'ENDPOINT_POLICY_GUARDS_ONE_WAY',
}

/** Faults that no check can find in a policy alone, and why. */
const notSeen: Readonly<Record<string, string>> = {
  'scp-root-user': 'The right way is the same policy at another place.',
  'service-source-missing-key': 'AWS lists no services that send no aws:SourceAccount.',
  'tokenissuetime-revoke': 'The right way is the same policy.',
}

const types: Readonly<Record<string, readonly [type: PolicyType, resourceType?: string]>> = {
  bucket: ['resource', 'AWS::S3::Bucket'],
  'bucket/rcp': ['resource', 'AWS::S3::Bucket'],
  key: ['resource', 'AWS::KMS::Key'],
  queue: ['resource', 'AWS::SQS::Queue'],
  secret: ['resource', 'AWS::SecretsManager::Secret'],
  function: ['resource', 'AWS::Lambda::Function'],
  'queue/topic': ['resource'],
  vault: ['resource'],
  resource: ['resource'],
  boundary: ['permissions-boundary'],
  identity: ['identity'],
  trust: ['trust'],
  scp: ['scp'],
  rcp: ['rcp'],
  'vpc-endpoint': ['vpc-endpoint'],
}

function typeOf({ policyType, pattern }: Row): readonly [type: PolicyType, resourceType?: string] {
  if (policyType === 'any') return [/"(?:Not)?Principal":/.test(JSON.stringify(pattern)) ? 'resource' : 'identity']
  return types[policyType] ?? ['identity']
}

const documentOf = (part: object): object => ('Statement' in part ? part : { Version: '2012-10-17', Statement: part })

const codesOf = (row: Row, part: object): readonly string[] => {
  const [policyType, resourceType] = typeOf(row)
  const text = JSON.stringify(documentOf(part))
  return lint({ text, policyType, resourceType, reference, groups: checkGroups }).map(({ code }) => code)
}

test('every row is found, or has a reason why it can’t be', () => {
  const told = new Set([...Object.keys(found), ...Object.keys(notSeen)])
  expect(rows.map(({ id }) => id).sort()).toEqual([...told].sort())
  for (const { source } of rows) expect(source).toMatch(/^https:\/\//)
})

test.each(rows.filter(({ id }) => found[id] !== undefined).map((row) => [row.id, found[row.id] ?? '', row] as const))(
  '%s: %s',
  (_, code, row) => {
    expect(codesOf(row, row.pattern)).toContain(code)
    expect(codesOf(row, row.rightWay)).not.toContain(code)
  },
)

describe('evaluate agrees', () => {
  const user = 'arn:aws:iam::111122223333:user/mateojackson'
  const role = 'arn:aws:sts::111122223333:assumed-role/App/session'
  const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket'
  type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny'
  interface Asked {
    readonly action: string
    readonly resource?: string
    readonly principal?: string
    readonly context?: Readonly<Record<string, string | readonly string[]>>
    /** The decision with the pattern, and with the right way. */
    readonly is: readonly [Decision, Decision]
  }
  const asked: Readonly<Record<string, Asked>> = {
    'mfa-deny-bool': { action: 'ec2:RunInstances', is: ['allowed', 'explicitDeny'] },
    'mfa-deny-bool-fas': {
      action: 's3:ListAllMyBuckets',
      context: { 'aws:MultiFactorAuthPresent': 'false', 'aws:ViaAWSService': 'true' },
      is: ['explicitDeny', 'allowed'],
    },
    'mfa-deny-ifexists-roles': {
      action: 'ec2:RunInstances',
      principal: role,
      context: { 'aws:PrincipalType': 'AssumedRole' },
      is: ['explicitDeny', 'allowed'],
    },
    'mfa-allow-ifexists': { action: 'ec2:TerminateInstances', is: ['allowed', 'implicitDeny'] },
    'mfa-null': {
      action: 'ec2:RunInstances',
      context: { 'aws:MultiFactorAuthPresent': 'false' },
      is: ['allowed', 'explicitDeny'],
    },
    'mfa-age-missing': { action: 'iam:CreateUser', is: ['allowed', 'explicitDeny'] },
    'mfa-no-enrol': { action: 'iam:CreateVirtualMFADevice', is: ['explicitDeny', 'allowed'] },
    'mfa-device-arn-username': {
      action: 'iam:CreateVirtualMFADevice',
      resource: 'arn:aws:iam::111122223333:mfa/phone',
      is: ['implicitDeny', 'allowed'],
    },
    'mfa-delete-before-mfa': { action: 'iam:DeactivateMFADevice', is: ['allowed', 'explicitDeny'] },
    'sourceip-no-via': {
      action: 'ec2:RunInstances',
      context: { 'aws:SourceIp': '203.0.113.9', 'aws:ViaAWSService': 'true' },
      is: ['explicitDeny', 'allowed'],
    },
    'sourceip-private-range': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      context: { 'aws:SourceIp': '203.0.113.9', 'aws:SourceVpc': 'vpc-0123456789abcdef0' },
      is: ['explicitDeny', 'allowed'],
    },
    'sourceip-vpce': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      context: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' },
      is: ['explicitDeny', 'allowed'],
    },
    'sourceip-two-operators': {
      action: 's3:ListAllMyBuckets',
      context: { 'aws:SourceIp': '203.0.113.9' },
      is: ['implicitDeny', 'allowed'],
    },
    'sourceip-everything': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      context: { 'aws:SourceIp': '198.51.100.7' },
      is: ['allowed', 'implicitDeny'],
    },
    'vpce-deny-console': {
      action: 's3:PutBucketPolicy',
      resource: bucket,
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      is: ['explicitDeny', 'allowed'],
    },
    'securetransport-public': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      context: { 'aws:SecureTransport': 'true' },
      is: ['allowed', 'implicitDeny'],
    },
    'securetransport-one-arn': {
      action: 's3:ListBucket',
      resource: bucket,
      context: { 'aws:SecureTransport': 'false' },
      is: ['allowed', 'explicitDeny'],
    },
    'bucket-deny-all': {
      action: 's3:PutBucketPolicy',
      resource: bucket,
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      is: ['explicitDeny', 'allowed'],
    },
    'bucket-deny-putpolicy': {
      action: 's3:PutBucketPolicy',
      resource: bucket,
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      is: ['explicitDeny', 'allowed'],
    },
    'bucket-deny-owner-principal': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      context: { 'aws:SecureTransport': 'false' },
      is: ['explicitDeny', 'allowed'],
    },
    'notprincipal-allow': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      is: ['allowed', 'implicitDeny'],
    },
    'bucket-referer': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      context: { 'aws:Referer': 'https://www.example.com/x' },
      is: ['allowed', 'implicitDeny'],
    },
    'bucket-encryption-header': { action: 's3:PutObject', resource: `${bucket}/a`, is: ['explicitDeny', 'allowed'] },
    'bucket-acl-condition': { action: 's3:PutObject', resource: `${bucket}/a`, is: ['implicitDeny', 'implicitDeny'] },
    'bucket-list-on-object-arn': { action: 's3:ListBucket', resource: bucket, is: ['implicitDeny', 'allowed'] },
    'kms-viaservice-direct': {
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:111122223333:key/a',
      is: ['explicitDeny', 'implicitDeny'],
    },
    'kms-encryption-context-optional': {
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:111122223333:key/a',
      principal: 'arn:aws:iam::111122223333:root',
      is: ['allowed', 'implicitDeny'],
    },
    'orgid-wildcard': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      context: { 'aws:PrincipalOrgID': 'o-other12345' },
      is: ['allowed', 'implicitDeny'],
    },
    'orgid-services': {
      action: 's3:PutObject',
      resource: `${bucket}/a`,
      principal: 'cloudtrail.amazonaws.com',
      context: { 'aws:PrincipalIsAWSService': 'true' },
      is: ['explicitDeny', 'implicitDeny'],
    },
    'orgid-allow-services': {
      action: 's3:PutObject',
      resource: `${bucket}/a`,
      principal: 'cloudtrail.amazonaws.com',
      context: { 'aws:SourceOrgID': 'o-exampleorgid' },
      is: ['implicitDeny', 'allowed'],
    },
    'orgpaths-slash': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      context: { 'aws:PrincipalOrgPaths': ['o-exampleorgid/r-ab12/ou-ab12-111111112/'] },
      is: ['allowed', 'implicitDeny'],
    },
    'orgpaths-forall': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'anonymous',
      is: ['allowed', 'implicitDeny'],
    },
    'scp-region-global': {
      action: 'iam:CreateUser',
      context: { 'aws:RequestedRegion': 'us-east-1' },
      is: ['explicitDeny', 'allowed'],
    },
    'scp-principalarn-session': {
      action: 'iam:CreateUser',
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/mateojackson',
      context: {},
      is: ['explicitDeny', 'allowed'],
    },
    'scp-leading-wildcard': {
      action: 'iam:CreateUser',
      principal: 'arn:aws:sts::111122223333:assumed-role/not-admin-really/s',
      is: ['allowed', 'explicitDeny'],
    },
    'scp-deny-sts': {
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::111122223333:role/App',
      is: ['explicitDeny', 'implicitDeny'],
    },
    'negated-deny-missing-key': { action: 'ec2:RunInstances', is: ['explicitDeny', 'allowed'] },
    'positive-deny-missing-key': {
      action: 's3:PutObject',
      resource: `${bucket}/a`,
      context: { 's3:x-amz-grant-read': 'uri=http://acs.amazonaws.com/groups/global/AllUsers' },
      is: ['allowed', 'explicitDeny'],
    },
    'tags-resourcetag-create': {
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
      context: { 'aws:RequestTag/team': 'blue' },
      is: ['implicitDeny', 'allowed'],
    },
    'tags-request-optional': {
      action: 'ec2:CreateTags',
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
      is: ['allowed', 'implicitDeny'],
    },
    'variables-2008': { action: 's3:GetObject', resource: `${bucket}/mateojackson/a`, is: ['implicitDeny', 'allowed'] },
    'username-role': {
      action: 's3:GetObject',
      resource: `${bucket}/x/a`,
      principal: role,
      context: { 'aws:PrincipalTag/user': 'x' },
      is: ['implicitDeny', 'allowed'],
    },
    'userid-exempt': {
      action: 's3:GetObject',
      resource: `${bucket}/a`,
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      context: { 'aws:userid': 'AROANEWIDOFTHEROLE00:session' },
      is: ['explicitDeny', 'allowed'],
    },
    'notaction-deny-selfservice': { action: 'iam:ChangePassword', is: ['explicitDeny', 'allowed'] },
    'notaction-allow': { action: 'organizations:LeaveOrganization', is: ['allowed', 'implicitDeny'] },
    'notresource-allow': {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::someone-elses/a',
      is: ['allowed', 'implicitDeny'],
    },
    'service-s3-source': {
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:us-east-1:111122223333:q',
      principal: 's3.amazonaws.com',
      context: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket', 'aws:SourceAccount': '999999999999' },
      is: ['allowed', 'implicitDeny'],
    },
    'service-source-wildcard': {
      action: 'lambda:InvokeFunction',
      resource: 'arn:aws:lambda:us-east-1:111122223333:function:f',
      principal: 's3.amazonaws.com',
      context: { 'aws:SourceArn': 'arn:aws:s3:::a-strangers-bucket', 'aws:SourceAccount': '999999999999' },
      is: ['allowed', 'implicitDeny'],
    },
    'arn-operator-string': {
      action: 'sns:Publish',
      resource: 'arn:aws:sns:us-east-1:111122223333:t',
      principal: 's3.amazonaws.com',
      context: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket', 'aws:SourceAccount': '111122223333' },
      is: ['implicitDeny', 'allowed'],
    },
    'action-resource-mismatch': { action: 's3:ListAllMyBuckets', is: ['allowed', 'explicitDeny'] },
    'sqs-deny-all': {
      action: 'sqs:SetQueueAttributes',
      resource: 'arn:aws:sqs:us-east-1:111122223333:q',
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      is: ['explicitDeny', 'allowed'],
    },
    'secret-deny-all': {
      action: 'secretsmanager:PutResourcePolicy',
      resource: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:a-AbCdEf',
      principal: 'arn:aws:sts::111122223333:assumed-role/Admin/session',
      is: ['explicitDeny', 'allowed'],
    },
    'resourceorg-aws-owned': {
      action: 'ssm:GetParameter',
      resource: 'arn:aws:ssm:us-east-1::parameter/aws/service/x',
      context: { 'aws:ResourceOrgID': 'o-aws', 'aws:PrincipalOrgID': 'o-mine' },
      is: ['explicitDeny', 'allowed'],
    },
    'vpc-ec2-infrastructure': {
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:111122223333:key/a',
      principal: 'arn:aws:sts::111122223333:assumed-role/aws:ec2-infrastructure/i-1',
      context: {
        'aws:SourceVpc': 'vpc-99',
        'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/aws:ec2-infrastructure',
      },
      is: ['explicitDeny', 'implicitDeny'],
    },
  }

  test.each(Object.entries(asked))('%s', (id, { action, resource = '*', principal = user, context = {}, is }) => {
    const row = rows.find((each) => each.id === id)
    if (!row) throw new Error(`missing row ${id}`)
    const [type] = typeOf(row)
    const isGuard = JSON.stringify(row.pattern).includes('"Deny"')
    const all = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' })
    const decide = (part: object) =>
      compile(
        [
          { type, name: 'policy', document: documentOf(part), ...(type === 'scp' ? { target: '111122223333' } : {}) },
          ...(isGuard || type === 'vpc-endpoint' || type === 'rcp'
            ? [{ type: 'identity' as const, name: 'everything', document: all }]
            : []),
          ...(type === 'scp' ? [{ type, name: 'full', target: '111122223333', document: all }] : []),
        ],
        {},
      ).decide({ principal, action, resource, resourceAccount: '111122223333', context, contextIs: 'complete' })
    expect([decide(row.pattern), decide(row.rightWay)]).toEqual(is)
  })
})
