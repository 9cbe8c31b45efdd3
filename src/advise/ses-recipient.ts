import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { hasGiven, type Situation } from './situation.ts'

const told = messagesOf('ses-recipient', {
  recipient: 'If {{address}} is the recipient, allow its identity, too, or leave the sandbox',
  recipientText:
    'In the sandbox, Amazon SES sends only to verified identities, and it can check the action against the recipient’s identity as well as the sender’s. Then a policy that names only the sender’s identity isn’t enough. With production access, recipients don’t have to be identities. The command prints whether the account has it.',
})

/**
 * An address in the message of SES that the pasted policies don't name can be the recipient's.
 * https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html, https://github.com/aws/aws-sdk-js/issues/3641 (2026-11-30)
 */
export function recipientSteps(situation: Situation): readonly Step[] {
  const { asked, stated } = situation
  const [, address] =
    /^arn:[^:]*:ses:[^:]*:[^:]*:identity\/([^@\s/]{1,64}@[\w.-]{1,200})$/.exec(asked?.request.resource ?? '') ?? []
  const isOfPolicies = hasGiven(situation, 'identity') && stated.effect !== 'explicit-deny'
  if (address === undefined || !isOfPolicies) return []
  return [
    {
      title: told('recipient', { address }),
      text: told('recipientText'),
      owner: 'account administrator',
      command: 'aws sesv2 get-account --query ProductionAccessEnabled',
    },
  ]
}
