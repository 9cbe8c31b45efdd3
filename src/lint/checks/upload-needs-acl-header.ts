import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, includesAction, isAllow, isForServices } from '../statement-check.ts'

export const uploadNeedsAclHeader = conditionCheck(
  {
    code: 'UPLOAD_NEEDS_ACL_HEADER',
    type: 'SUGGESTION',
    title: 'Uploads are allowed only with an ACL header',
    messages: {
      found:
        'Clients that send no ACL are denied. With ACLs turned off, as they are for new buckets, most clients send none, and the bucket owner owns every object. Remove the condition.',
    },
    policyTypes: ['resource'],
    key: /^s3:x-amz-acl$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*" }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },
  (condition, statement) => {
    if (!isAllow(statement) || !includesAction(statement, /^s3:put/)) return undefined
    if (isForServices(statement)) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
