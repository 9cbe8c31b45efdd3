import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { emptyArrayMessages, emptyArrays } from '../empty-arrays.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

export const emptyArrayAction = check({
  code: 'EMPTY_ARRAY_ACTION',
  type: 'SUGGESTION',
  title: 'The list of actions is empty',
  messages: emptyArrayMessages,
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": [], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:GetCostAndUsage"], "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy }) => emptyArrays(policy, ['Action', 'NotAction']),
})
