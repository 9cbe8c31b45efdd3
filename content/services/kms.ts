import { allow, allowFor, notAllowed, notAllowedByResource, own, type ServiceDenial } from './service-denial.ts'

const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const otherKey = 'arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const role = 'arn:aws:iam::111122223333:role/Reports'

export const kms: readonly ServiceDenial[] = [
  {
    title: 'The key policy lets the account decide, and the account doesn’t allow you',
    message: notAllowed('kms:Decrypt', key),
    cause:
      'The key policy has a statement for the whole account (`:root`). So your own policies decide, and none allows this key.',
    check: {
      command: 'aws kms get-key-policy --key-id <KEY_ID> --policy-name default --query Policy --output text',
      says: 'You should see a statement for `arn:aws:iam::<ACCOUNT_ID>:root`.',
    },
    fix: { says: 'Allow the key in the caller’s policy.', policy: own(allow('kms:Decrypt', key)) },
    verify: 'Repeat the request of the service, such as reading the object.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    article: 'policies/kms-key',
  },
  {
    title: 'The key policy doesn’t allow you, and doesn’t let the account decide',
    message: notAllowedByResource('kms:Decrypt', key, role),
    cause:
      'The key policy has no statement for the account and doesn’t name you. Then no policy in IAM helps, not even an administrator’s.',
    check: {
      command: 'aws kms get-key-policy --key-id <KEY_ID> --policy-name default --query Policy --output text',
      says: 'You see neither `:root` nor the caller.',
    },
    fix: {
      says: 'Someone who can change the key policy adds the caller.',
      policy: { type: 'resource', statements: [allowFor({ AWS: role }, { Action: 'kms:Decrypt', Resource: '*' })] },
    },
    verify: 'Run `aws kms describe-key --key-id <KEY_ID>` as the caller, if you allowed that action, too.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    article: 'policies/kms-key',
  },
  {
    title: 'Another account’s key',
    message: `User: ${role} is not authorized to perform: kms:Decrypt on resource: ${otherKey} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    cause:
      'AWS doesn’t say which of the three it is. The key policy of the other account and your own policy must both allow it. Use the key’s ARN; an alias doesn’t work across accounts.',
    check: {
      command: 'aws kms get-key-policy --key-id <KEY_ID> --policy-name default --query Policy --output text',
      says: 'Run it in the key’s account. Your account or role should be there.',
    },
    fix: {
      says: 'The key’s owner adds you. Then your own policy must allow the key’s ARN, too.',
      policy: {
        type: 'resource',
        statements: [allowFor({ AWS: role }, { Action: ['kms:Decrypt', 'kms:DescribeKey'], Resource: '*' })],
        request: { principal: role, action: 'kms:Decrypt', resource: otherKey },
      },
    },
    verify: 'Run `aws kms describe-key --key-id <KEY_ARN>` from your account.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    article: 'policies/cross-account',
  },
  {
    title: 'Services ask for kms:CreateGrant',
    message: notAllowed('kms:CreateGrant', key),
    cause:
      'Services that keep data for a long time, such as EBS, RDS, and Redshift, create a grant on the key in your name.',
    check: {
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateGrant --query "Events[].CloudTrailEvent" --output text',
      says: 'Look for `AccessDenied`, and for the service under `invokedBy`.',
    },
    fix: {
      says: 'Allow grants for AWS services only.',
      policy: {
        ...own(allow('kms:CreateGrant', key, { Bool: { 'kms:GrantIsForAWSResource': 'true' } })),
        context: { 'kms:GrantIsForAWSResource': 'true' },
      },
    },
    verify: 'Repeat the request, such as attaching the volume.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  },
  {
    title: 'The ciphertext refers to a key that you can’t see',
    message:
      'An error occurred (AccessDeniedException) when calling the Decrypt operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    cause:
      'The data was encrypted with a key of another account or Region, with a deleted key, or with one that you aren’t allowed to use.',
    check: {
      command: 'aws kms describe-key --key-id <KEY_ARN> --query "KeyMetadata.[Arn,KeyState]" --output text',
      says: 'You should see `Enabled`. If AWS denies the command, its message names the reason.',
    },
    fix: {
      says: 'If the key exists, allow it in your policy and in the key policy.',
      policy: { ...own(allow('kms:Decrypt', key)), request: { action: 'kms:Decrypt', resource: key } },
    },
    verify: 'Decrypt again.',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html',
    article: 'policies/kms-key',
  },
]
