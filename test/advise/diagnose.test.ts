import { describe, expect, it } from 'vitest'
import { type Case, diagnose, type GivenPolicy } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { reference } from './reference.ts'

const user = 'arn:aws:iam::111122223333:user/mateojackson'
const session = 'arn:aws:sts::111122223333:assumed-role/Finance/mary'

const deniedMessage = (who: string, action: string, rest = ''): string =>
  `User: ${who} is not authorized to perform: ${action}${rest}`

/** A policy of one type; statements as objects. */
const policy = (type: PolicyType, ...statements: readonly object[]): GivenPolicy => ({
  name: `the ${type} policy`,
  type,
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
})

const allow = (Action: string | readonly string[], Resource = '*'): object => ({ Effect: 'Allow', Action, Resource })

interface Row extends Omit<Partial<Case>, 'paste'> {
  readonly is: string
  readonly paste: string
  readonly cause: string
  /** The types of the fixes, in order. */
  readonly fixes: readonly PolicyType[]
  /** The decision with all fixes made. */
  readonly outcome?: string
  readonly certainty?: string
}

const regionLock = {
  Sid: 'LockRegion',
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1'] } },
}
const mfaDeny = {
  Effect: 'Deny',
  NotAction: ['iam:ListMFADevices'],
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
}
const bucket = { resource: 'arn:aws:s3:::invoices/2026.csv', resourceAccount: '444455556666' }
const role = 'arn:aws:iam::111122223333:role/Deploy'
const key = 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d'

const rows: readonly Row[] = [
  {
    is: 'an object allowed by its bucket’s ARN',
    paste: deniedMessage(user, 's3:GetObject', ' on resource: arn:aws:s3:::b/k'),
    resourceAccount: '111122223333',
    policies: [policy('identity', allow('s3:*', 'arn:aws:s3:::b'))],
    cause: 'bucket-or-object',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a queue of another Region',
    paste: deniedMessage(user, 'sqs:SendMessage', ' on resource: arn:aws:sqs:eu-west-1:111122223333:q'),
    policies: [policy('identity', allow('sqs:*', 'arn:aws:sqs:eu-central-1:111122223333:q'))],
    cause: 'arn-mismatch',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a queue in other letters',
    paste: deniedMessage(user, 'sqs:SendMessage', ' on resource: arn:aws:sqs:eu-west-1:111122223333:q'),
    policies: [policy('identity', allow('sqs:*', 'arn:aws:sqs:eu-west-1:111122223333:Q'))],
    cause: 'arn-mismatch',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'an ARN for an action that takes none',
    paste: deniedMessage(user, 's3:ListAllMyBuckets'),
    policies: [policy('identity', allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*'))],
    cause: 'needs-star-resource',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'an action with a missing letter',
    paste: deniedMessage(user, 's3:GetObject', ' on resource: arn:aws:s3:::b/k'),
    resourceAccount: '111122223333',
    policies: [policy('identity', allow('s3:GetObjct'))],
    cause: 'misspelt-action',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a Deny outside the office',
    paste: deniedMessage(user, 'ce:GetCostAndUsage', ' with an explicit deny in an identity-based policy'),
    context: { 'aws:SourceIp': '198.51.100.7' },
    policies: [
      policy('identity', allow('ce:*'), {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
    ],
    cause: 'explicit-deny-network',
    fixes: ['identity'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'a Deny for resources without a tag',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('ce:*'), {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { Null: { 'aws:PrincipalTag/team': 'true' } },
      }),
    ],
    context: { 'aws:MultiFactorAuthPresent': 'true' },
    cause: 'depends',
    fixes: [],
  },
  {
    is: 'a Deny for another team',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('ce:*'), {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } },
      }),
    ],
    context: { 'aws:PrincipalTag/team': 'blue' },
    cause: 'explicit-deny-tag',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a Deny for plain HTTP',
    paste: deniedMessage(user, 's3:GetObject', ' on resource: arn:aws:s3:::b/k'),
    resourceAccount: '111122223333',
    policies: [
      policy('identity', allow('s3:*')),
      policy('resource', {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ],
    context: { 'aws:SecureTransport': 'false' },
    cause: 'explicit-deny-encryption',
    fixes: ['resource'],
    outcome: 'allowed',
  },
  {
    is: 'a Deny for sessions that were revoked',
    paste: deniedMessage(session, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('ce:*'), {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-20T09:00:00Z' } },
      }),
    ],
    context: { 'aws:TokenIssueTime': '2026-11-20T08:00:00Z' },
    cause: 'explicit-deny-time',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a service that the role does not trust, in the service’s own words',
    paste:
      'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.',
    cause: 'service-not-trusted',
    fixes: ['trust'],
    outcome: 'allowed',
    certainty: 'stated by AWS',
  },
  {
    is: 'a public bucket policy that is not saved',
    paste: deniedMessage(
      user,
      's3:PutBucketPolicy',
      ' because public policies are prevented by the BlockPublicPolicy setting',
    ),
    cause: 'block-public-access',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a service that makes its own role',
    paste: deniedMessage(
      user,
      'iam:CreateServiceLinkedRole',
      ' on resource: arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    ),
    cause: 'service-linked-role',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a service that makes its own role, in a message without the role',
    paste:
      'An error occurred (AccessDeniedException) when calling the CreateFirewall operation: Unable to CreateFirewall because user is not authorized perform iam:CreateServiceLinkedRole',
    cause: 'service-linked-role',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a role that a service works with',
    paste:
      'The provided execution role does not have permissions to call CreateNetworkInterface on EC2 (Service: Lambda, Status Code: 400)',
    cause: 'service-role',
    certainty: 'stated by AWS',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a function that is allowed and a version of it that isn’t',
    paste: deniedMessage(
      session,
      'lambda:InvokeFunction',
      ' on resource: arn:aws:lambda:us-east-1:111122223333:function:invoice:3',
    ),
    policies: [
      policy('identity', allow('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:111122223333:function:invoice')),
    ],
    cause: 'lambda-qualifier',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a read of one version of an object',
    paste:
      '$ aws s3api get-object --bucket amzn-s3-demo-bucket --key a.txt --version-id 3HL4 a.txt\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    policies: [policy('identity', allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*'))],
    cause: 'further-check',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a declarative policy of the organization',
    paste:
      'An error occurred (UnauthorizedOperation) when calling the ModifyVpcBlockPublicAccessOptions operation: This action is denied due to an organizational policy in effect.',
    cause: 'not-by-policy',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'IAM access to Billing turned off, in the words of Cost Explorer’s API',
    paste:
      'An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: IAM user access not activated',
    cause: 'billing-access-not-activated',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a VPC endpoint’s policy, in CloudTrail',
    paste:
      '{"eventType":"AwsVpceEvent","errorCode":"VpceAccessDenied","errorMessage":"The request was denied due to a VPC endpoint policy","eventSource":"s3.amazonaws.com","eventName":"GetObject","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/App/s"},"vpcEndpointId":"vpce-0abc"}',
    cause: 'silent-endpoint',
    fixes: [],
  },
  {
    is: 'Cost Explorer turned off',
    paste: 'An error occurred (DataUnavailableException): User not enabled for cost explorer access',
    cause: 'cost-explorer-off',
    fixes: [],
  },
  {
    is: 'a permission set that lacks it',
    paste: deniedMessage(
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Finance_0123456789abcdef/mary',
      'ce:GetTags',
    ),
    cause: 'permission-set',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a Deny that AWS states and the policies do not have',
    paste: deniedMessage(user, 'ce:GetTags', ' with an explicit deny in a permissions boundary'),
    policies: [policy('permissions-boundary', allow('*'))],
    cause: 'message-contradicts-policies',
    fixes: [],
  },
  {
    is: 'two accounts, and neither allows it',
    paste: deniedMessage(user, 'sqs:SendMessage', ' on resource: arn:aws:sqs:eu-west-1:444455556666:q'),
    policies: [
      policy('identity', allow('ce:*')),
      policy('resource', { ...allow('sqs:*'), Principal: { AWS: '444455556666' } }),
    ],
    cause: 'cross-account-both-sides',
    fixes: ['resource', 'identity'],
    outcome: 'allowed',
  },
  {
    is: 'a message that names the identity policy, and no policy',
    paste: deniedMessage(
      user,
      'ce:GetCostAndUsage',
      ' because no identity-based policy allows the ce:GetCostAndUsage action',
    ),
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
    certainty: 'stated by AWS',
  },
  {
    is: 'a message without a reason, and no policy',
    paste: deniedMessage(user, 'billing:GetWidget', ' on resource: my-example-widget'),
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
    certainty: 'likely',
  },
  {
    is: 'a service account whose annotation names a policy',
    paste:
      'UnauthorizedOperation: You are not authorized to perform this operation.\n\nmetadata:\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:policy/Storage',
    cause: 'no-role-in-setting',
    fixes: [],
    certainty: 'likely',
  },
  {
    is: 'AssumeRole with the ARN of a user',
    paste: deniedMessage(user, 'sts:AssumeRole', ' on resource: arn:aws:iam::111122223333:user/shop'),
    cause: 'assume-role-target',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'AssumeRole into another partition',
    paste: deniedMessage(user, 'sts:AssumeRole', ' on resource: arn:aws-cn:iam::444455556666:role/deploy'),
    cause: 'assume-role-target',
    fixes: [],
  },
  {
    is: 'Identity Center, which creates a role with the permissions of the person who assigns the permission set',
    paste: deniedMessage(
      session,
      'iam:CreateRole',
      ' on resource: arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Audit_0123456789abcdef because no identity-based policy allows the iam:CreateRole action',
    ),
    cause: 'identity-center-provisions',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a condition on the network, which S3 can’t meet when it uses the key for the caller',
    paste: deniedMessage(
      user,
      'kms:GenerateDataKey',
      ' on resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:GenerateDataKey action',
    ),
    policies: [policy('identity', { ...allow('*'), Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.5/32' } } })],
    cause: 'called-by-service',
    fixes: ['identity'],
    outcome: 'allowed',
    certainty: 'likely',
  },
  {
    is: 'a policy that lacks the action',
    paste: deniedMessage(user, 'billing:GetWidget', ' on resource: my-example-widget'),
    policies: [policy('identity', allow('billing:GetBillingData'))],
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
    certainty: 'likely',
  },
  {
    is: 'an Allow whose condition isn’t met: the caller must meet it, and no fix removes it',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', { ...allow('ce:*'), Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
    ],
    context: { 'aws:SourceIp': '198.51.100.7' },
    cause: 'no-identity-allow',
    fixes: [],
  },
  {
    is: 'iam:PassRole without a role: the fix names a placeholder in the caller’s account',
    paste: deniedMessage(user, 'iam:PassRole'),
    policies: [policy('identity', allow('billing:*'))],
    cause: 'pass-role-missing',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'iam:PassRole for another service than the policy names',
    paste: deniedMessage(user, 'iam:PassRole', ` on resource: ${role}`),
    policies: [
      policy('identity', {
        ...allow('iam:PassRole', role),
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ],
    context: { 'iam:PassedToService': 'budgets.amazonaws.com' },
    cause: 'pass-role-other-service',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'an SCP that restricts Regions and excludes a list of actions',
    paste: deniedMessage(session, 'ce:GetCostAndUsage', ' with an explicit deny in a service control policy'),
    policies: [policy('identity', allow('ce:*')), policy('scp', allow('*'), regionLock)],
    context: { 'aws:RequestedRegion': 'us-east-1' },
    cause: 'scp-region-lock',
    fixes: ['scp'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'an SCP that restricts Regions, and an identity-based policy that lacks the action',
    paste: deniedMessage(session, 'ce:GetCostAndUsage', ' with an explicit deny in a service control policy'),
    policies: [policy('identity', allow('s3:*')), policy('scp', allow('*'), regionLock)],
    context: { 'aws:RequestedRegion': 'us-east-1' },
    cause: 'scp-region-lock',
    fixes: ['scp', 'identity'],
    outcome: 'allowed',
  },
  {
    is: 'a Deny without MFA, and a session that may or may not have MFA',
    paste: deniedMessage(user, 'ce:GetCostAndUsage', ' with an explicit deny in an identity-based policy'),
    policies: [policy('identity', allow('*'), mfaDeny)],
    cause: 'explicit-deny-mfa',
    fixes: [],
  },
  {
    is: 'a Deny without MFA that hides a missing Allow',
    paste: deniedMessage(user, 'ce:GetCostAndUsage', ' with an explicit deny in an identity-based policy'),
    policies: [policy('identity', allow('s3:*'), mfaDeny)],
    cause: 'explicit-deny-mfa',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a plain Deny in an SCP: an exception for the caller',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('*')),
      policy('scp', allow('*'), { Effect: 'Deny', Action: 'ce:*', Resource: '*' }),
    ],
    cause: 'explicit-deny',
    fixes: ['scp'],
    outcome: 'allowed',
  },
  {
    is: 'two Denies: an exception in each',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('*'), { Effect: 'Deny', Action: 'ce:*', Resource: '*' }),
      policy('permissions-boundary', allow('*'), { Effect: 'Deny', Action: 'ce:Get*', Resource: '*' }),
    ],
    cause: 'explicit-deny',
    fixes: ['identity', 'permissions-boundary'],
    outcome: 'allowed',
  },
  {
    is: 'an explicit deny in a policy that was not given',
    paste: deniedMessage(user, 'ce:GetCostAndUsage', ' with an explicit deny in a service control policy'),
    cause: 'explicit-deny',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a leaked key',
    paste: deniedMessage(
      user,
      'iam:CreateUser',
      ' with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
    ),
    cause: 'quarantined-key',
    fixes: [],
  },
  {
    is: 'a training lab whose session has ended',
    paste: deniedMessage(
      'arn:aws:sts::123456789012:assumed-role/voclabs/user1234567=Jane_Doe',
      'ec2:DescribeVpcs',
      ' with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/voc-cancel-cred',
    ),
    cause: 'training-lab',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a training lab whose session has ended, in a message without its beginning',
    paste:
      'UnauthorizedOperation ... is not authorized to perform: ec2:DescribeVpcs with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/voc-cancel-cred',
    cause: 'training-lab',
    fixes: [],
  },
  {
    is: 'a user with the name of the lab’s role',
    paste: deniedMessage(
      'arn:aws:iam::123456789012:user/voclabs',
      'ce:GetCostAndUsage',
      ' because no identity-based policy allows the ce:GetCostAndUsage action',
    ),
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a training lab that doesn’t allow something',
    paste: deniedMessage(
      'arn:aws:sts::123456789012:assumed-role/voclabs/user1234567=Jane_Doe',
      'iam:CreateRole',
      ' because no identity-based policy allows the iam:CreateRole action',
    ),
    cause: 'training-lab',
    fixes: [],
    certainty: 'likely',
  },
  {
    is: 'a training lab, with its policy: that says more than the name of the role',
    paste: deniedMessage(
      'arn:aws:sts::123456789012:assumed-role/voclabs/user1234567=Jane_Doe',
      'ce:GetCostAndUsage',
      ' because no identity-based policy allows the ce:GetCostAndUsage action',
    ),
    policies: [policy('identity', allow('s3:*'))],
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a silent permissions boundary',
    paste: deniedMessage(
      user,
      'ce:GetCostAndUsage',
      ' because no permissions boundary allows the ce:GetCostAndUsage action',
    ),
    policies: [policy('identity', allow('ce:*')), policy('permissions-boundary', allow('s3:*'))],
    cause: 'silent-boundary',
    fixes: ['permissions-boundary'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'a silent permissions boundary that was not given',
    paste: deniedMessage(
      user,
      'ce:GetCostAndUsage',
      ' because no permissions boundary allows the ce:GetCostAndUsage action',
    ),
    cause: 'silent-boundary',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a silent session policy',
    paste: deniedMessage(session, 'ce:GetCostAndUsage'),
    policies: [policy('identity', allow('ce:*')), policy('session', allow('s3:*'))],
    cause: 'silent-session',
    fixes: ['session'],
    outcome: 'allowed',
  },
  {
    is: 'a silent SCP at one level',
    paste: deniedMessage(user, 'ce:GetCostAndUsage'),
    policies: [
      policy('identity', allow('ce:*')),
      { ...policy('scp', allow('*')), target: 'r-root' },
      { ...policy('scp', allow('s3:*')), target: '111122223333' },
    ],
    cause: 'silent-scp',
    fixes: ['scp'],
    outcome: 'allowed',
  },
  {
    is: 'an SCP that only denies: FullAWSAccess is assumed, not proposed',
    paste: deniedMessage(session, 'ce:GetCostAndUsage', ' with an explicit deny in a service control policy'),
    policies: [policy('identity', allow('ce:*')), policy('scp', regionLock)],
    context: { 'aws:RequestedRegion': 'us-east-1' },
    cause: 'scp-region-lock',
    fixes: ['scp'],
    outcome: 'allowed',
  },
  {
    is: 'a role’s resource-based policy, which is its trust policy',
    paste: deniedMessage(
      user,
      'sts:AssumeRole',
      ` on resource: ${role} because no resource-based policy allows the sts:AssumeRole action`,
    ),
    policies: [policy('trust', { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' })],
    cause: 'trust-does-not-name-caller',
    fixes: ['trust'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'an anonymous caller: no fix makes the resource public',
    paste: deniedMessage('anonymous', 's3:GetObject', ` on resource: ${bucket.resource}`),
    cause: 'cross-account-one-side',
    fixes: [],
  },
  {
    is: 'a silent VPC endpoint policy',
    paste: deniedMessage(user, 's3:GetObject', ` on resource: ${bucket.resource}`),
    policies: [
      policy('identity', allow('s3:*')),
      policy('vpc-endpoint', { ...allow('s3:ListAllMyBuckets'), Principal: '*' }),
    ],
    cause: 'silent-endpoint',
    fixes: ['vpc-endpoint'],
    outcome: 'allowed',
  },
  {
    is: 'a trust policy that names another principal',
    paste: deniedMessage(user, 'sts:AssumeRole', ` on resource: ${role}`),
    policies: [
      policy('identity', allow('sts:AssumeRole')),
      policy('trust', { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    ],
    cause: 'trust-does-not-name-caller',
    fixes: ['trust'],
    outcome: 'allowed',
  },
  {
    is: 'a trust policy that requires an external ID: the caller must send it',
    paste: deniedMessage(user, 'sts:AssumeRole', ` on resource: ${role}`),
    context: { 'sts:ExternalId': 'wrong' },
    policies: [
      policy('trust', {
        Effect: 'Allow',
        Principal: { AWS: user },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'right' } },
      }),
    ],
    cause: 'trust-condition',
    fixes: [],
  },
  {
    is: 'a token of an identity provider: no statement that lets all its users in',
    paste: 'AccessDenied: Not authorized to perform: sts:AssumeRoleWithWebIdentity',
    cause: 'trust-does-not-name-caller',
    fixes: [],
  },
  {
    is: 'a token, and a wildcard that its trust policy compares character by character',
    paste: 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    policies: [
      policy('trust', {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:example-org/app:*' } },
      }),
    ],
    cause: 'web-identity-trust',
    fixes: ['trust'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'a service that a Deny for the organization blocks',
    paste: deniedMessage('cloudtrail.amazonaws.com', 's3:PutObject', ' on resource: arn:aws:s3:::logs/a'),
    policies: [
      policy(
        'resource',
        { ...allow('s3:PutObject'), Principal: { Service: 'cloudtrail.amazonaws.com' } },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcde12345' } },
        },
      ),
    ],
    cause: 'explicit-deny-organization',
    fixes: ['resource'],
    outcome: 'allowed',
  },
  {
    is: 'S3 across accounts, the bucket policy missing',
    paste: deniedMessage(session, 's3:GetObject'),
    policies: [policy('identity', allow('s3:*'))],
    ...bucket,
    cause: 'cross-account-one-side',
    fixes: ['resource'],
    outcome: 'allowed',
  },
  {
    is: 'S3 across accounts, the caller’s side missing',
    paste: deniedMessage(user, 's3:GetObject'),
    policies: [
      policy('identity', allow('ce:*')),
      policy('resource', { ...allow('s3:GetObject', bucket.resource), Principal: { AWS: user } }),
    ],
    ...bucket,
    cause: 'cross-account-one-side',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a key policy that names no one',
    paste: deniedMessage(user, 'kms:Decrypt', ` on resource: ${key}`),
    policies: [
      policy('identity', allow('kms:*')),
      policy('resource', { ...allow('kms:*'), Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } }),
    ],
    cause: 'kms-key-policy',
    fixes: ['resource'],
    outcome: 'allowed',
  },
  {
    is: 'Billing, and the account’s switch known to be off',
    paste: deniedMessage(user, 'billing:GetBillingData'),
    policies: [policy('identity', allow('*'))],
    facts: { billingIamAccess: false },
    cause: 'billing-access-not-activated',
    fixes: [],
    certainty: 'confirmed',
  },
  {
    is: 'Billing, denied to an administrator',
    paste: deniedMessage(user, 'billing:GetBillingData'),
    policies: [policy('identity', allow('*'))],
    cause: 'billing-access-not-activated',
    fixes: [],
    certainty: 'likely',
  },
  {
    is: 'Billing, and the console says that the switch is off',
    paste: `${deniedMessage(user, 'budgets:ViewBudget')}\nIAM user/role access to billing information is deactivated.`,
    cause: 'billing-access-not-activated',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'Billing’s page that names both the setting and the policies',
    paste: `You Need Permissions\nYou don't have permission to access billing information for this account. Contact your AWS administrator if you need help. If you are an AWS administrator, you can provide permissions for your users or groups by making sure that (1) this account allows IAM and federated users to access billing information and (2) you have the required IAM permissions.`,
    cause: 'billing-access-not-activated',
    fixes: [],
    certainty: 'likely',
  },
  {
    is: 'a key whose policy wasn’t given, and a message that names the caller’s policies',
    paste: deniedMessage(
      user,
      'kms:Decrypt',
      ` on resource: ${key} because no identity-based policy allows the kms:Decrypt action`,
    ),
    cause: 'no-identity-allow',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'a retired action itself: allowing it changes nothing',
    paste: deniedMessage(user, 'aws-portal:ViewBilling'),
    policies: [policy('identity', allow('s3:GetObject'))],
    cause: 'asked-retired-action',
    fixes: [],
    certainty: 'stated by AWS',
  },
  {
    is: 'a bucket policy that names others, and AWS says that no resource-based policy allows it',
    paste: deniedMessage(
      user,
      's3:GetObject',
      ' on resource: "arn:aws:s3:::invoices/a.csv" because no resource-based policy allows the s3:GetObject action',
    ),
    policies: [
      policy('resource', { ...allow('s3:GetObject', 'arn:aws:s3:::invoices/*'), Principal: { AWS: '444455556666' } }),
    ],
    cause: 'cross-account-one-side',
    fixes: ['resource'],
    outcome: 'allowed',
    certainty: 'confirmed',
  },
  {
    is: 'a policy of retired actions',
    paste: deniedMessage(user, 'billing:GetBillingData'),
    policies: [policy('identity', allow('aws-portal:ViewBilling'))],
    cause: 'retired-action',
    fixes: ['identity'],
    outcome: 'allowed',
  },
  {
    is: 'policies that allow it',
    paste: deniedMessage(user, 's3:GetObject', ' on resource: arn:aws:s3:::invoices/a'),
    policies: [policy('identity', allow('s3:*'))],
    cause: 'policies-allow',
    fixes: [],
  },
  {
    is: 'policies that allow it, and a message that names a boundary that wasn’t given',
    paste: deniedMessage(
      user,
      's3:GetObject',
      ' on resource: arn:aws:s3:::invoices/a because no permissions boundary allows the s3:GetObject action',
    ),
    policies: [policy('identity', allow('s3:*'))],
    cause: 'policies-allow',
    fixes: [],
  },
  {
    is: 'a request that depends on an unknown context key',
    paste: '',
    principal: user,
    action: 'ce:GetCostAndUsage',
    policies: [policy('identity', { ...allow('ce:*'), Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
    cause: 'depends',
    fixes: [],
  },
  {
    is: 'a role of another account that is to be passed',
    paste: deniedMessage(user, 'iam:PassRole', ' on resource: arn:aws:iam::999999999999:role/Other'),
    policies: [policy('identity', allow('*'))],
    cause: 'refused-by-aws',
    fixes: [],
  },
  {
    is: 'an encoded message and nothing else',
    paste: 'You are not authorized to perform this operation. Encoded authorization failure message: abcDEF-_012',
    cause: 'encoded-message',
    fixes: [],
  },
  { is: 'Access Denied and nothing else', paste: 'Access Denied', cause: 'no-detail', fixes: [] },
  {
    is: 'an expired token',
    paste: 'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    cause: 'credential-problem',
    fixes: [],
  },
  { is: 'text that isn’t an error', paste: 'The quick brown fox.', cause: 'not-authorization', fixes: [] },
  {
    is: 'an action without a caller: a policy for the unknown caller',
    paste:
      'not authorized to perform: ce:GetCostAndUsage because no identity-based policy allows the action. AccessDenied',
    cause: 'incomplete',
    fixes: ['identity'],
    outcome: 'allowed',
  },
]

const diagnoseRow = ({ policies = [], ...given }: Row) => diagnose({ ...given, policies }, reference)

describe('diagnose', () => {
  it.each(rows)('$is: $cause', (row) => {
    const { cause, fixes } = diagnoseRow(row)
    expect(cause.id).toBe(row.cause)
    expect(fixes.map(({ policyType }) => policyType)).toEqual(row.fixes)
    expect(fixes.at(-1)?.proof.after.decision).toBe(row.outcome)
    if (row.certainty) expect(cause.certainty).toBe(row.certainty)
  })

  it('has a row for every cause', async () => {
    const { causes } = await import('../../src/advise/index.ts')
    expect(new Set(rows.map(({ cause }) => cause))).toEqual(new Set(causes.map(({ id }) => id)))
  })

  it.each([
    ['arn:aws:sts::111122223333:assumed-ro...', 'the caller’s ARN can’t be read', 'a whole ARN'],
    ['deploy-prod', 'the caller’s ARN can’t be read', 'a whole ARN'],
    ['...', 'the message doesn’t say who called', 'doesn’t say which policy'],
  ])('distinguishes an unreadable caller from an unnamed one: %s', (who, title, explanation) => {
    const { cause, needs } = diagnose({ paste: deniedMessage(who, 's3:ListAllMyBuckets'), policies: [] }, reference)
    expect(needs).toContain('principal')
    expect(cause.title).toContain(title)
    expect(cause.explanation).toContain(explanation)
  })

  it('reads an ARN that a line break has cut in two', () => {
    const paste = deniedMessage('arn:aws:sts::111122223333: assumed-role/Finance/mary', 's3:ListAllMyBuckets')
    const { request, needs } = diagnose({ paste, policies: [] }, reference)
    expect(needs).toEqual([])
    expect(request?.principal).toBe(session)
  })

  it('says that a name was cut short', () => {
    const { notices } = diagnose(
      { paste: deniedMessage('arn:aws:iam::111122223333:user/mat...', 's3:ListAllMyBuckets'), policies: [] },
      reference,
    )
    expect(notices.join()).toContain('cut short')
  })

  it('says that AWS lists no such action, and continues', () => {
    const { notices, request } = diagnose({ paste: deniedMessage(user, 'billing:GetWidget'), policies: [] }, reference)
    expect(notices.join()).toContain('AWS lists no action billing:GetWidget')
    expect(request?.action).toBe('billing:GetWidget')
  })

  it('spells an action as AWS does', () => {
    const { request } = diagnose({ paste: deniedMessage(user, 'S3:getobject'), policies: [] }, reference)
    expect(request?.action).toBe('s3:GetObject')
  })

  it('asks for the resource if the action needs one, and names the placeholder', () => {
    const { needs, notices, fixes } = diagnose({ paste: deniedMessage(user, 'iam:PassRole'), policies: [] }, reference)
    expect(needs).toEqual(['resource'])
    expect(notices.join()).toContain('arn:aws:iam::111122223333:role/<ROLE_NAME>')
    expect(fixes[0]?.note).toContain('<ROLE_NAME>')
    expect(fixes[0]?.after).not.toContain('"Resource": "*"')
  })

  it('limits iam:PassRole to the service, where that is known', () => {
    const { fixes } = diagnose(
      {
        paste: deniedMessage(user, 'iam:PassRole'),
        policies: [],
        context: { 'iam:PassedToService': 'budgets.amazonaws.com' },
      },
      reference,
    )
    expect(JSON.parse(fixes[0]?.after ?? '').Statement[0].Condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'budgets.amazonaws.com' },
    })
  })

  it('asks for exactly the document that AWS names', () => {
    const arn = 'arn:aws:organizations::999999999999:policy/o-abcde12345/service_control_policy/p-examp12345'
    const paste = deniedMessage(
      user,
      'ce:GetCostAndUsage',
      ` with an explicit deny in a service control policy: ${arn}`,
    )
    const { cause, notices } = diagnose({ paste, policies: [policy('identity', allow('*'))] }, reference)
    expect(notices.join()).toContain('none was given')
    expect(cause.steps.map(({ command }) => command)).toContain(
      'aws organizations describe-policy --policy-id p-examp12345 --query Policy.Content --output text',
    )
  })

  it('allows “*” for an action that takes nothing narrower, whatever the message names', () => {
    const paste = deniedMessage(
      user,
      'ce:GetCostAndUsage',
      ' on resource: arn:aws:ce:us-east-1:111122223333:/GetCostAndUsage',
    )
    const { fixes } = diagnose({ paste, policies: [] }, reference)
    expect(JSON.parse(fixes[0]?.after ?? '').Statement[0].Resource).toBe('*')
  })

  it('keeps a hidden account as the user wrote it', () => {
    const { fixes } = diagnose(
      { paste: deniedMessage(user, 'sns:Publish', ' on resource: arn:aws:sns:us-east-1:XXXX:alerts'), policies: [] },
      reference,
    )
    expect(fixes[0]?.after).toContain('arn:aws:sns:us-east-1:XXXX:alerts')
  })

  it('never puts pasted shell syntax into a command', () => {
    const paste = deniedMessage(
      'arn:aws:iam::111122223333:user/$(reboot);x',
      'ce:GetCostAndUsage',
      ' because no permissions boundary allows the action',
    )
    const { cause } = diagnose({ paste, policies: [] }, reference)
    expect(cause.steps.map(({ command }) => command ?? '').join()).not.toContain('reboot')
  })

  it('infers the values that AWS must have seen, and says so', () => {
    const { request, cause, notices } = diagnose(
      {
        paste: deniedMessage(user, 'ce:GetCostAndUsage', ' with an explicit deny in an identity-based policy'),
        policies: [policy('identity', allow('*'), mfaDeny)],
      },
      reference,
    )
    expect(request?.context).toEqual({ 'aws:MultiFactorAuthPresent': 'false' })
    expect(cause.certainty).toBe('likely')
    expect(notices.join()).toContain('aws:MultiFactorAuthPresent to be false')
  })

  it('warns that a proved fix isn’t enough if AWS names a layer that wasn’t given', () => {
    const { fixes } = diagnose(
      {
        paste: deniedMessage(user, 'ce:GetCostAndUsage', ' because no permissions boundary allows the action'),
        policies: [policy('identity', allow('s3:*'))],
      },
      reference,
    )
    expect(fixes.map(({ policyType }) => policyType)).toEqual(['identity'])
    expect(fixes[0]?.note).toContain('isn’t enough')
  })

  it('works without a reference', () => {
    const { cause, fixes } = diagnose({ paste: deniedMessage(user, 'iam:PassRole'), policies: [] })
    expect(cause.id).toBe('pass-role-missing')
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
  })
})

describe('several denials in one paste', () => {
  const other = 'arn:aws:iam::111122223333:user/marymajor'
  const paste = `${deniedMessage(user, 's3:GetObject')}\n${deniedMessage(other, 'ce:GetTags')}\n${deniedMessage(other, 'ce:GetTags')}`
  it.each([
    [undefined, 's3:GetObject'],
    [0, 's3:GetObject'],
    [1, 'ce:GetTags'],
    [7, 's3:GetObject'], // there is no such one
  ])('number %s is %s', (which, action) => {
    const { denial, denials } = diagnose({ paste, policies: [], which }, reference)
    expect(denial.action).toBe(action)
    expect(denials.map(({ count }) => count)).toEqual([1, 2])
  })
  it('makes no list of a single denial', () => {
    expect(diagnose({ paste: deniedMessage(user, 's3:GetObject'), policies: [] }, reference).denials).toEqual([])
  })
})

describe('a statement that comes close', () => {
  it.each<[what: string, resource: string, isNear: boolean]>([
    ['another table', 'arn:aws:dynamodb:us-east-1:111122223333:table/Other', true],
    ['another service’s resource', 'arn:aws:s3:::invoices/*', false],
    ['another service’s resource with a variable', 'arn:aws:sqs:*:*:$' + '{aws:username}*', false],
  ])('%s', (_, resource, isNear) => {
    const on =
      ' on resource: arn:aws:dynamodb:us-east-1:111122223333:table/T because no identity-based policy allows it'
    const paste = deniedMessage(user, 'dynamodb:Query', on)
    const { cause } = diagnose({ paste, policies: [policy('identity', allow('*', resource))] }, reference)
    expect(cause.explanation.includes('comes close')).toBe(isNear)
  })
})
