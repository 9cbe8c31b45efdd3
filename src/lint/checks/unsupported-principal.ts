import { policyTypeText } from '../../words/index.ts'
import { accessAnalyzer, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { principalFound } from '../principal-not-wanted.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const unsupportedPrincipal = check({
  code: 'UNSUPPORTED_PRINCIPAL',
  type: 'ERROR',
  title: 'This type of policy does not support Principal',
  messages: {
    found:
      'A policy of the type `{{policyType}}` applies to the principal that it’s attached to, so AWS rejects `{{element}}` here. Remove it, or put the statement into a resource-based policy.',
  },
  policyTypes: identityTypes,
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/mary" }, "Action": "ce:*", "Resource": "*" }',
  ),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy, policyType }) =>
    principalFound(policy, (element) => told('found', { policyType: policyTypeText(policyType), element })),
})
