import type { Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, isAllow } from '../statement-check.ts'

const isForService = ({ principal }: Statement): boolean =>
  Boolean(principal?.items.some(({ value }) => value.kind === 'service'))

export const sourceArnOfAFunction = conditionCheck(
  {
    code: 'SOURCE_ARN_OF_A_FUNCTION',
    type: 'WARNING',
    title: 'Requests of a function or an instance carry no aws:SourceArn',
    messages: {
      found:
        'AWS sets `aws:SourceArn` where a service acts for a resource. Code in a function or on an instance calls with its role and carries none, so this allows nothing. Use `lambda:SourceFunctionArn` or `ec2:SourceInstanceARN`, or name the role.',
    },
    policyTypes: ['resource'],
    key: /^aws:sourcearn$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:function:orders" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnEquals": { "lambda:SourceFunctionArn": "arn:aws:lambda:us-east-1:111122223333:function:orders" } } }',
    ),
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
  },
  (condition, statement) => {
    if (!isAllow(statement) || isForService(statement) || condition.values.length === 0) return undefined
    const isOwn = condition.values.every(({ value }) =>
      /^arn:[\w-]+:(?:lambda:[^:]*:[^:]*:function|ec2:[^:]*:[^:]*:instance)\W/.test(value.raw),
    )
    if (!isOwn) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
