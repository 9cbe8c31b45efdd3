// Limits that answers had: what they must say now, and what they must not.
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

answerAll([['one account in two masks', accountMasks]])
