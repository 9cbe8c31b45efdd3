import type { Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, conditionsOn, isAllow, isDeny, isForEveryone } from '../statement-check.ts'

const deniesHttp = (statement: Statement): boolean =>
  isDeny(statement) && conditionsOn(statement, /^aws:securetransport$/).length > 0

/** That is PUBLIC_RESOURCE_POLICY's to tell. */
const isPublic = isForEveryone

export const secureTransportInAllow = conditionCheck(
  {
    code: 'SECURE_TRANSPORT_IN_ALLOW',
    type: 'SUGGESTION',
    title: 'aws:SecureTransport in an Allow blocks nothing',
    messages: {
      found:
        'Another policy, such as an identity-based one of the same account, can still allow requests over HTTP. Only a Deny with `"aws:SecureTransport": "false"` blocks them.',
    },
    policyTypes: ['resource'],
    key: /^aws:securetransport$/,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "Bool": { "aws:SecureTransport": "false" } } }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  },
  (condition, statement, { policy }) => {
    if (!isAllow(statement) || isPublic(statement) || policy.statements.some(deniesHttp)) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
