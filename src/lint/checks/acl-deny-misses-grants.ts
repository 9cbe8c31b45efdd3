import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, conditionsOn, isDeny } from '../statement-check.ts'

export const aclDenyMissesGrants = conditionCheck(
  {
    code: 'ACL_DENY_MISSES_GRANTS',
    type: 'SUGGESTION',
    title: 'A Deny of public ACLs misses grants by header',
    messages: {
      found:
        'The caller gets the same result with a header such as `x-amz-grant-read`. Turn off ACLs with Object Ownership, or deny those headers too.',
    },
    policyTypes: ['resource', 'scp', 'rcp'],
    key: /^s3:x-amz-acl$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:x-amz-acl": "public-read" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:x-amz-acl": "public-read" } } }',
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Null": { "s3:x-amz-grant-read": "false" } } }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  },
  (condition, statement, { policy }) => {
    const isComplete = policy.statements.some(
      (each) => isDeny(each) && conditionsOn(each, /^s3:x-amz-grant-/).length > 0,
    )
    if (!isDeny(statement) || isComplete) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
