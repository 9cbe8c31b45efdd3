import type { Condition, Statement } from '../../iam/index.ts'
import { identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const sourceIpDeniesAwsServices = check({
  code: 'SOURCE_IP_DENIES_AWS_SERVICES',
  own: true,
  type: 'WARNING',
  title: 'A Deny by IP address also denies the calls that AWS services make for the caller',
  messages: {
    found:
      'Requests that AWS services make for the caller don\'t come from these addresses, and those through a VPC endpoint carry no `{{SourceIp}}`: this Deny applies to both. Add `"Bool": { "aws:ViaAWSService": "false" }`, and the VPC endpoint if there is one.',
  },
  policyTypes: [...identityTypes, 'scp', 'resource', 'rcp'],
  needs: 'Deny',
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.0/24" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.0/24" }, "Bool": { "aws:ViaAWSService": "false" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const condition = statement.conditions.find(isOutsideOf)
      if (statement.effect?.value !== 'Deny' || !condition || exemptsServices(statement) || isAboutApi(statement))
        continue
      const message = told('found', { SourceIp: 'aws:SourceIp' })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

const isOutsideOf = ({ key, operator: { value: operator } }: Condition): boolean =>
  key.value.toLowerCase() === 'aws:sourceip' && operator?.comparison === 'ip' && operator.negated

/** AWS services don't call the APIs that you publish with API Gateway. */
const isAboutApi = ({ action }: Statement): boolean =>
  action?.sense === 'any-of' && action.items.every(({ value }) => value.raw.toLowerCase().startsWith('execute-api:'))

/** Does another condition keep such calls out of the Deny, or choose the callers that it is for? */
const exemptsServices = ({ conditions }: Statement): boolean =>
  conditions.some(({ key }) =>
    /^aws:(?:viaawsservice|calledvia\w*|principalisawsservice|sourcevpce?|principalarn|userid)$/i.test(key.value),
  )
