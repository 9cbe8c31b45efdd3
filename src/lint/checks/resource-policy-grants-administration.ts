import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const resourcePolicyGrantsAdministration = statementCheck(
  {
    code: 'RESOURCE_POLICY_GRANTS_ADMINISTRATION',
    type: 'SUGGESTION',
    title: 'A wildcard also lets the caller change this policy',
    messages: {
      found:
        'The wildcard includes the actions that change this policy, so the caller can give others access or make the resource public. Name the actions that you need.',
    },
    policyTypes: ['resource'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::reports/*" }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  },
  (statement) => {
    const { principal } = statement
    const isForOne =
      principal?.sense === 'any-of' &&
      principal.items.every(({ value }) => value.kind === 'arn' && !/admin/i.test(value.raw))
    if (
      !isAllow(statement) ||
      !isForOne ||
      !includesAction(statement, /^(?:\*|(?:s3|sqs|sns|secretsmanager|ecr|dynamodb):\*)$/)
    )
      return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
