import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, isAllow } from '../statement-check.ts'

export const mfaInTrustPolicy = conditionCheck(
  {
    code: 'MFA_IN_TRUST_POLICY',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A trust policy that requires MFA keeps out roles, CI systems, and AWS services',
    messages: {
      found:
        'Only users who sign in with MFA can assume this role. Sessions of other roles carry no MFA, even if the user behind them signed in with it: role chaining, CI systems, and AWS services fail here. If they need the role, name them in a statement without this condition.',
    },
    policyTypes: ['trust'],
    key: /^aws:multifactorauthpresent$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Deploy" }, "Action": "sts:AssumeRole" }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  },
  (condition, statement) => {
    const isRequired = condition.values.every(({ value }) => value.raw.toLowerCase() === 'true')
    return isRequired && isAllow(statement) ? { at: atKey(condition), message: told('found') } : undefined
  },
)
