import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import {
  atKey,
  conditionCheck,
  conditionsOn,
  includesAction,
  isDeny,
  isEveryAction,
  isNegated,
} from '../statement-check.ts'

export const networkDenyHitsEc2 = conditionCheck(
  {
    code: 'NETWORK_DENY_HITS_EC2',
    type: 'SUGGESTION',
    title: 'A Deny by network stops instances with encrypted disks',
    messages: {
      found:
        'EC2 decrypts the keys of volumes as the role `aws:ec2-infrastructure`, from a network of its own, so instances stop after they start. Exempt that role with `ArnNotLikeIfExists` on `aws:PrincipalArn`.',
    },
    policyTypes: ['scp', 'rcp', 'identity', 'permissions-boundary'],
    key: /^aws:(?:sourcevpce?|sourceip)$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-0123456789abcdef0" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-0123456789abcdef0" }, "ArnNotLikeIfExists": { "aws:PrincipalArn": "arn:aws:iam::*:role/aws:ec2-infrastructure" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
  },
  (condition, statement) => {
    const isExempt = conditionsOn(statement, /^aws:(?:principalarn|principalisawsservice)$/).length > 0
    const hitsKms = isEveryAction(statement) || includesAction(statement, /^kms:(?:\*|decrypt|creategrant)$/)
    if (!isDeny(statement) || isExempt || !hitsKms || condition.key.value.toLowerCase() === 'aws:sourceip')
      return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
