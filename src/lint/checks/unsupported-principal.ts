import { policyTypeNames } from '../../iam/index.ts'
import { accessAnalyzer, type Check, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { principalFound } from '../principal-not-wanted.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const unsupportedPrincipal: Check = {
  code: 'UNSUPPORTED_PRINCIPAL',
  type: 'ERROR',
  title: 'This type of policy does not support Principal',
  policyTypes: identityTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/mary" }, "Action": "ce:*", "Resource": "*" }',
  ),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy, policyType }) =>
    principalFound(policy, (element) =>
      `An ${policyTypeNames[policyType]} applies to the principal that it’s attached to, so AWS rejects ${element} here. Remove it, or put the statement into a resource-based policy.`.replace(
        /^An (?=[^aeiou])/,
        'A ',
      ),
    ),
}
