import type { PolicyDocument } from '../../iam/index.ts'
import type { Subject } from '../check.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, statementCheck } from '../statement-check.ts'

export const delegationPolicyWithNotElements = statementCheck(
  {
    code: 'DELEGATION_POLICY_WITH_NOT_ELEMENTS',
    type: 'ERROR',
    title: 'A delegation policy of AWS Organizations has NotAction or NotResource',
    messages: {
      found:
        'Since 2026-06-30, AWS Organizations rejects a delegation policy with `{{keyword}}`. One that was saved before still works, but you can’t change it without replacing this. List what you delegate under `{{instead}}`.',
    },
    policyTypes: ['resource'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "NotAction": "organizations:LeaveOrganization", "Resource": "*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": ["organizations:DescribeOrganization", "organizations:ListAccounts"], "Resource": "*" }',
    ),
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs-policy-delegate.html',
  },
  ({ action, resource, ...statement }, subject) => {
    const not = [action, resource].find((clause) => clause?.sense === 'none-of')
    if (!not || !isDelegation(subject)) return undefined
    const keyword = not.keyword.value
    return {
      at: atElement({ action, resource, ...statement }, not),
      message: told('found', { keyword, instead: keyword.replace('Not', '') }),
    }
  },
)

/** No other resource-based policy names actions of Organizations, and this one names no others. */
const isDelegation = ({ policy, resourceType }: Subject): boolean =>
  resourceType === undefined || resourceType === 'AWS::Organizations::ResourcePolicy'
    ? isAboutOrganizations(policy)
    : false

function isAboutOrganizations({ statements }: PolicyDocument): boolean {
  const named = statements.flatMap(({ action }) => action?.items ?? [])
  return named.length > 0 && named.every(({ value }) => value.kind === 'action' && value.service === 'organizations')
}
