import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, conditionsOn, isDeny, isForEveryone, isNegated } from '../statement-check.ts'

export const rcpWithoutPartners = conditionCheck(
  {
    code: 'RCP_WITHOUT_PARTNERS',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A resource control policy also denies partners outside the organization',
    messages: {
      found:
        'Partners call from accounts outside the organization, and so do the log accounts of old load balancers: this Deny applies to them. If you have any, exempt their accounts with `aws:PrincipalAccount`.',
    },
    policyTypes: ['rcp', 'resource'],
    key: /^aws:principalorg(?:id|paths)$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorgid" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorgid", "aws:PrincipalAccount": ["444455556666"] }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } }',
    ),
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html',
  },
  (condition, statement) => {
    const isExempt =
      conditionsOn(statement, /^aws:(?:principalaccount|principalarn|principaltag\/.*)$/, isNegated).length > 0
    if (!isDeny(statement) || isExempt || !isForEveryone(statement)) return undefined
    return { at: atKey(condition), message: told('found') }
  },
)
