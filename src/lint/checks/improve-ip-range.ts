import { networkOf, policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf, valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const improveIpRange: Check = {
  code: 'IMPROVE_IP_RANGE',
  type: 'SUGGESTION',
  title: 'An IP range is written with an address inside the range',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/24" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition } of conditionsOf(subject)) {
      if (condition.operator.value?.comparison !== 'ip') continue
      for (const value of condition.values) {
        const network = networkOf(value.value.raw)
        if (network === undefined) continue
        const message = `AWS ignores the bits after the mask: ${quote(value.value.raw)} is the whole range ${quote(network)}. Write that range, or use another mask if you mean a smaller one.`
        const fix = replace(`Write ${network}`, value.span, JSON.stringify(network))
        yield { path: valuePath(condition, value), span: value.span, message, fix }
      }
    }
  },
}
