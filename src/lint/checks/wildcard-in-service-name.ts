import { policyTypes } from '../../iam/index.ts'
import { arnsOf } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const wildcardInServiceName: Check = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  type: 'SUGGESTION',
  title: 'The service of an action or resource contains a wildcard',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ec*:Describe*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { service, raw, path, span } of arnsOf(subject)) {
      // A `*` by itself plainly means all services.
      if (!/[*?]/.test(service) || /^[*?]+$/.test(service)) continue
      const message = `The service in ${quote(raw)} is ${quote(service)}, which also matches services that AWS adds later. Write one ARN for each service.`
      yield { path, span, message }
    }
    for (const statement of subject.policy.statements) {
      for (const { value, path, span } of entriesOf(statement, statement.action)) {
        if (value.kind !== 'invalid' || value.problem !== 'wildcard-in-service') continue
        const message = `The part of ${quote(value.raw)} before the colon must name one service. Write one action for each service, or \`*\` alone for all of them.`
        yield { path, span, message }
      }
    }
  },
}
