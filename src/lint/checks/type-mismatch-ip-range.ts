import { isIpRange, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const typeMismatchIpRange = check({
  code: 'TYPE_MISMATCH_IP_RANGE',
  type: 'ERROR',
  title: 'An IP address operator with a value that isn’t an IP address',
  messages: {
    found: '`{{value}}` isn’t an IP address or a range of IP addresses. Write it as 203.0.113.5 or 203.0.113.0/24.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/33" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      if (condition.operator.value?.comparison !== 'ip') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (raw.includes('${') || isIpRange(raw)) continue
        yield {
          path: valuePath(condition, value),
          span: value.span,
          message: told('found', { value: raw }),
        }
      }
    }
  },
})
