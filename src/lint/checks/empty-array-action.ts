import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { emptyArrays } from '../empty-arrays.ts'
import { policyOf } from '../example.ts'

export const emptyArrayAction: Check = {
  code: 'EMPTY_ARRAY_ACTION',
  type: 'SUGGESTION',
  title: 'The list of actions is empty',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": [], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:GetCostAndUsage"], "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy }) => emptyArrays(policy, ['Action', 'NotAction']),
}
