import { parseArn } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, conditionsOn, isAllow } from '../statement-check.ts'

export const sourceArnWithoutAccount = conditionCheck(
  {
    code: 'SOURCE_ARN_WITHOUT_ACCOUNT',
    type: 'WARNING',
    title: 'aws:SourceArn names no account',
    messages: {
      found:
        'The ARN `{{open}}` has no account ID, so a resource of that name in another account also matches. Add `aws:SourceAccount`.',
    },
    policyTypes: ['resource'],
    key: /^aws:sourcearn$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::reports" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::reports" }, "StringEquals": { "aws:SourceAccount": "111122223333" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  },
  (condition, statement) => {
    const isLimited = conditionsOn(statement, /^aws:source(?:account|orgid|orgpaths|owner)$/).length > 0
    if (!isAllow(statement) || isLimited) return undefined
    const open = condition.values.find(({ value }) => /^\**$/.test(parseArn(value.raw)?.account ?? '-'))
    if (!open) return undefined
    const message = told('found', { open: open.value.raw })
    return { at: atKey(condition), message }
  },
)
