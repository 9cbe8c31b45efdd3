import { coversAction, policyTypes, type Statement } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html */
export const dynamodbAttributesWithoutSelect = check({
  code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  newer: true,
  type: 'SECURITY_WARNING',
  title: 'Attributes of a table are limited, but requests that name none return all',
  messages: {
    found:
      'DynamoDB checks `dynamodb:Attributes` only if a request names attributes: a request that names none gets the whole item. Add `"dynamodb:Select": "SPECIFIC_ATTRIBUTES"` to the condition.',
  },
  policyTypes,
  needs: /^dynamodb:attributes$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders", "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "name"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders", "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "name"] }, "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      if (key !== 'dynamodb:attributes' || statement.effect?.value !== 'Allow' || !reads(statement)) continue
      if (statement.conditions.some((each) => each.key.value.toLowerCase() === 'dynamodb:select')) continue
      const message = told('found')
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

const readers = ['getitem', 'batchgetitem', 'query', 'scan']
const reads = ({ action }: Statement): boolean =>
  action?.sense === 'any-of' &&
  action.items.some(({ value }) => readers.some((name) => coversAction(value, 'dynamodb', name)))
