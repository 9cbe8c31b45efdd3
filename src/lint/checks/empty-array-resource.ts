import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { emptyArrays } from '../empty-arrays.ts'
import { policyOf } from '../example.ts'

export const emptyArrayResource: Check = {
  code: 'EMPTY_ARRAY_RESOURCE',
  type: 'SUGGESTION',
  title: 'The list of resources is empty',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": [] }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": ["*"] }'),
  source: accessAnalyzer,
  find: ({ policy }) => emptyArrays(policy, ['Resource', 'NotResource']),
}
