// Limits that answers had: what they must say now, and what they must not.
import { expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { answerAll, type Row } from './answer-rows.ts'

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })
const denied = (caller: string, action: string, resource: string): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`

const accountMasks: readonly Row[] = [
  [
    'a key policy that trusts the account under another mask may trust the caller’s',
    `${denied('arn:aws:sts::123456******:assumed-role/app/i-1', 'kms:Decrypt', 'arn:aws:kms:us-east-1:************:key/1234abcd-12ab-34cd-56ef-1234567890ab')}\n\nKey policy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::************:root' }, Action: 'kms:*', Resource: '*' })}`,
    'depends',
    ['`123456******` and `************` hide', 'which policy has to change', 'Together, the values behind'],
    ['comes close', 'neither to the role app nor to the account'],
  ],
  [
    'a trust policy that trusts the account under another mask, too',
    `${denied('arn:aws:sts::1234****:assumed-role/app/i-1', 'sts:AssumeRole', 'arn:aws:iam::XXXXXXXXXXXX:role/deploy')}\n\nTrust policy of role deploy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::XXXXXXXXXXXX:root' }, Action: 'sts:AssumeRole' })}`,
    'depends',
    ['`1234****` and `XXXXXXXXXXXX` hide', 'which policy has to change'],
    ['does not let the role app in'],
  ],
  [
    'a trust policy that names neither account lacks the caller either way',
    `${denied('arn:aws:sts::1234****:assumed-role/app/i-1', 'sts:AssumeRole', 'arn:aws:iam::XXXXXXXXXXXX:role/deploy')}\n\nTrust policy of role deploy:\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::1234****:role/ci' }, Action: 'sts:AssumeRole' })}`,
    'trust-does-not-name-caller',
    ['does not let the role app in'],
  ],
  [
    'a mask is compared with the account that the paste names',
    `${denied('arn:aws:sts::123456789012:assumed-role/app/i-1', 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:9876********:orders')}\n\n${policy({ Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-1:9876********:orders' })}`,
    'depends',
    ['allowed if it is 123456789012, otherwise denied'],
    ['if it is 9876********'],
  ],
]

const app = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const put = denied(app, 's3:PutObject', '"arn:aws:s3:::reports/a"')

const twoLayers: readonly Row[] = [
  [
    'a Deny of an SCP, then no Allow',
    `${put} with an explicit deny in a service control policy\n${put} because no identity-based policy allows the s3:PutObject action`,
    'explicit-deny',
    ['AWS denied the same call for another reason, too: No policy attached to the role app allows s3:PutObject.'],
  ],
  [
    'no Allow, then a Deny of a bucket policy',
    `First:\n${put} because no identity-based policy allows the s3:PutObject action\nThen:\n${put} with an explicit deny in a resource-based policy`,
    'no-identity-allow',
    ['for another reason, too: An explicit Deny in a resource-based policy stops s3:PutObject'],
  ],
  [
    'another object’s denial is another call',
    `${put} because no identity-based policy allows the s3:PutObject action\n${denied(app, 's3:PutObject', '"arn:aws:s3:::other/a"')} with an explicit deny in a resource-based policy`,
    'no-identity-allow',
    [],
    ['for another reason'],
  ],
]

test('a fix of the first of two denials isn’t proved by itself', async () => {
  const { fixes } = await diagnose({
    paste: `${put} because no identity-based policy allows the s3:PutObject action\n${put} with an explicit deny in a resource-based policy`,
  })
  expect(fixes.map(({ onlyIf }) => onlyIf)).toEqual(['the other denial of this call is fixed, too'])
})

answerAll([
  ['one call denied twice', twoLayers],
  ['one account in two masks', accountMasks],
])
