import { type Condition, coversAction, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { isDeny, isEveryAction, isEveryResource } from '../statement-check.ts'

const source =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html'

/** The actions that a user without MFA needs in order to register a device. */
const needed = ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice']

export const mfaLockout = check({
  code: 'MFA_LOCKOUT',
  own: true,
  type: 'WARNING',
  title: 'Users without MFA can’t set up MFA',
  messages: {
    found:
      'Users who have no MFA yet can’t set it up: this Deny also applies to `{{missing}}`. Exempt those actions with `NotAction`, together with `iam:ListMFADevices`, `iam:ListVirtualMFADevices`, `iam:ResyncMFADevice`, and `sts:GetSessionToken`.',
  },
  policyTypes: ['identity', 'permissions-boundary', 'scp'],
  needs: 'Deny',
  wrong: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:ListMFADevices", "sts:GetSessionToken"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }',
  ),
  source,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const missing = isMfaWall(statement) ? needed.filter((action) => !isLeftOut(action, statement)) : []
      if (missing.length === 0 || !statement.action) continue
      const message = told('found', { missing })
      yield { path: `${statement.path}/${statement.action.keyword.value}`, span: statement.action.span, message }
    }
  },
})

/** A Deny of everything, or of everything but some actions, for requests without MFA and under no other condition. */
const isMfaWall = (statement: Statement): boolean =>
  isDeny(statement) &&
  (statement.action?.sense === 'none-of' || isEveryAction(statement)) &&
  isEveryResource(statement) &&
  statement.conditions.length > 0 &&
  statement.conditions.every(isWithoutMfa)

function isWithoutMfa({ operator: { value: operator }, key, values }: Condition): boolean {
  if (key.value.toLowerCase() !== 'aws:multifactorauthpresent' || values.length !== 1) return false
  const wanted = operator?.comparison === 'bool' ? 'false' : operator?.comparison === 'null' ? 'true' : undefined
  return operator?.quantifier === 'single' && values[0]?.value.raw.toLowerCase() === wanted
}

function isLeftOut(action: string, { action: clause }: Statement): boolean {
  if (clause?.sense === 'any-of') return false
  const [service = '', name = ''] = action.toLowerCase().split(':')
  return Boolean(clause?.items.some(({ value }) => coversAction(value, service, name)))
}
