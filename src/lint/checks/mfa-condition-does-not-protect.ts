import type { Condition } from '../../iam/index.ts'
import { identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, type MessageOf, told } from '../messages.ts'

const messages = {
  accessKeys:
    'Requests with access keys of an IAM user carry no `aws:MultiFactorAuthPresent`, so this Deny misses them. Use `BoolIfExists`.',
  sessions:
    'A temporary session without MFA carries `aws:MultiFactorAuthPresent` with the value false, so this Deny misses it. Use `BoolIfExists` with `false`.',
  age: 'Requests without MFA carry no `aws:MultiFactorAuthAge`, so this Deny misses exactly those. Use `NumericGreaterThanIfExists`.',
  ifExists:
    'IfExists also holds if the key is missing, and access keys of an IAM user never carry it: this Allow lets them in without MFA. Use `Bool`.',
} as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent */
export const mfaConditionDoesNotProtect = check({
  code: 'MFA_CONDITION_DOES_NOT_PROTECT',
  own: true,
  type: 'SECURITY_WARNING',
  title: 'Requests without MFA get past the MFA condition',
  messages,
  policyTypes: [...identityTypes, 'scp', 'resource', 'rcp'],
  needs: /^aws:multifactorauth/,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  *find({ policy: { statements } }) {
    for (const { effect, conditions } of statements) {
      // A second condition on the same subject is the usual way to close the gap.
      if (!effect || conditions.filter(({ key }) => /^aws:multifactorauth/i.test(key.value)).length !== 1) continue
      for (const condition of conditions) {
        const message = effect.value === 'Deny' ? gapInDeny(condition) : gapInAllow(condition)
        if (message !== undefined) yield { path: condition.path, span: condition.key.span, message }
      }
    }
  },
})

/** Who escapes a Deny that is meant for requests without MFA; undefined if no one does. */
function gapInDeny({ key, operator: { value: operator }, values }: Condition): MessageOf<typeof messages> | undefined {
  const name = key.value.toLowerCase()
  if (!operator || operator.ifExists || operator.quantifier !== 'single' || values.length !== 1) return undefined
  const raw = values[0]?.value.raw.toLowerCase()
  if (name === 'aws:multifactorauthpresent' && operator.comparison === 'bool' && raw === 'false')
    return told('accessKeys')
  if (name === 'aws:multifactorauthpresent' && operator.comparison === 'null' && raw === 'true') return told('sessions')
  if (name === 'aws:multifactorauthage' && operator.comparison === 'numeric' && !operator.negated) return told('age')
  return undefined
}

/** Who gets through an Allow that is meant for requests with MFA. */
function gapInAllow({ key, operator: { value: operator }, values }: Condition): MessageOf<typeof messages> | undefined {
  const isMeant = key.value.toLowerCase() === 'aws:multifactorauthpresent' && operator?.comparison === 'bool'
  if (!isMeant || !operator.ifExists || values[0]?.value.raw.toLowerCase() !== 'true') return undefined
  return told('ifExists')
}
