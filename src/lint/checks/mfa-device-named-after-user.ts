// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const mfaDeviceNamedAfterUser = statementCheck(
  {
    code: 'MFA_DEVICE_NAMED_AFTER_USER',
    type: 'SUGGESTION',
    title: 'MFA devices are no longer named after the user',
    messages: {
      found:
        'Users choose the names of their devices, and the console asks for one, so creating a device is denied. Use `arn:aws:iam::*:mfa/*`, as AWS’s example does.',
    },
    policyTypes: ['identity'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "iam:CreateVirtualMFADevice", "Resource": "arn:aws:iam::*:mfa/${aws:username}" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "iam:CreateVirtualMFADevice", "Resource": "arn:aws:iam::*:mfa/*" }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html',
  },
  (statement) => {
    const { resource } = statement
    if (
      !isAllow(statement) ||
      resource?.sense !== 'any-of' ||
      !includesAction(statement, /^iam:(?:createvirtualmfadevice|\*virtualmfadevice)$/)
    )
      return undefined
    const isFixed = resource.items.every(({ value }) => !/:mfa\/\*$|^\*$/.test(value.raw))
    if (!isFixed || !resource.items.some(({ value }) => /:mfa\/\$\{aws:username\}$/i.test(value.raw))) return undefined
    const message = told('found')
    return { at: atElement(statement, resource), message }
  },
)
