import { coversAction } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, conditionsOn, isDeny, statementCheck } from '../statement-check.ts'

const removing = ['DeactivateMFADevice', 'DeleteVirtualMFADevice']

export const mfaCanBeRemovedWithoutMfa = statementCheck(
  {
    code: 'MFA_CAN_BE_REMOVED_WITHOUT_MFA',
    type: 'WARNING',
    title: 'Without MFA, the MFA device can be replaced',
    messages: {
      found:
        'Someone who has only the password can remove the device and register another: `{{left}}` is left out of this Deny. Take it out of `NotAction`.',
    },
    policyTypes: ['identity', 'permissions-boundary', 'scp'],
    wrong: policyOf(
      '{ "Effect": "Deny", "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:DeactivateMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice"], "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html',
    needs: 'Deny',
  },
  (statement) => {
    const { action } = statement
    const isWall = conditionsOn(statement, /^aws:multifactorauthpresent$/).length > 0
    if (!isDeny(statement) || !isWall || action?.sense !== 'none-of') return undefined
    const left = removing.filter((name) =>
      action.items.some(({ value }) => coversAction(value, 'iam', name.toLowerCase())),
    )
    if (left.length === 0) return undefined
    const message = told('found', { left: left.map((name) => `iam:${name}`) })
    return { at: atElement(statement, action), message }
  },
)
