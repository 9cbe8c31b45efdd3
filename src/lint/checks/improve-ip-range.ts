import { networkOf, policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const improveIpRange = check({
  code: 'IMPROVE_IP_RANGE',
  type: 'SUGGESTION',
  title: 'An IP range is written with an address inside the range',
  messages: {
    found:
      'AWS ignores the bits after the mask: `{{value}}` is the whole range `{{network}}`. Write that range, or use another mask if you mean a smaller one.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/24" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'ip') continue
      for (const value of condition.values) {
        const network = networkOf(value.value.raw)
        if (network === undefined) continue
        const message = told('found', { value: value.value.raw, network })
        const fix = replace(fixTitle('write', { text: network }), value.span, JSON.stringify(network))
        yield { path: valuePath(condition, value), span: value.span, message, fix }
      }
    }
  },
})
