import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isDeny, statementCheck } from '../statement-check.ts'

export const guardMissesTheBucket = statementCheck(
  {
    code: 'GUARD_MISSES_THE_BUCKET',
    type: 'SUGGESTION',
    title: 'A Deny of everything in Amazon S3 leaves the bucket out',
    messages: {
      found:
        'Listing the bucket and changing its settings use the ARN of the bucket itself, so this Deny misses them. Add the bucket without `/*`.',
    },
    policyTypes: ['resource'],
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "Bool": { "aws:SecureTransport": "false" } } }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    needs: 'Deny',
  },
  (statement) => {
    const { resource } = statement
    if (!isDeny(statement) || !includesAction(statement, /^(?:\*|s3:\*)$/) || resource?.sense !== 'any-of')
      return undefined
    const arns = resource.items.map(({ value }) => value.raw)
    const isOfObjects = arns.length > 0 && arns.every((arn) => /^arn:[\w-]+:s3:::[^/*?]+\/\*$/.test(arn))
    if (!isOfObjects) return undefined
    const message = told('found')
    return { at: atElement(statement, resource), message }
  },
)
