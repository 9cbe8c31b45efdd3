import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const wildcardInServiceName = check({
  code: 'WILDCARD_IN_SERVICE_NAME',
  type: 'SUGGESTION',
  title: 'The service of an action or resource contains a wildcard',
  messages: {
    inArn:
      'The service in `{{value}}` is `{{service}}`, which also matches services that AWS adds later. Write one ARN for each service.',
    inAction:
      'The part of `{{value}}` before the colon must name one service. Write one action for each service, or `*` alone for all of them.',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ec*:Describe*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { service, raw, path, span } of subject.arns) {
      // A `*` by itself plainly means all services.
      if (!/[*?]/.test(service) || /^[*?]+$/.test(service)) continue
      const message = told('inArn', { value: raw, service })
      yield { path, span, message }
    }
    for (const statement of subject.policy.statements) {
      for (const { value, path, span } of entriesOf(statement.action)) {
        if (value.kind !== 'invalid' || value.problem !== 'wildcard-in-service') continue
        const message = told('inAction', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
