import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { emptyArrayMessages, emptyArrays } from '../empty-arrays.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

export const emptyArrayResource = check({
  code: 'EMPTY_ARRAY_RESOURCE',
  type: 'SUGGESTION',
  title: 'The list of resources is empty',
  messages: emptyArrayMessages,
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": [] }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": ["*"] }'),
  source: accessAnalyzer,
  find: ({ policy }) => emptyArrays(policy, ['Resource', 'NotResource']),
})
