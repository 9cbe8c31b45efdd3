import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('message-keys', {
  encryptMessages: 'Allow both actions on the key of the topic or queue',
  encryptMessagesText:
    'A caller that publishes to an encrypted topic or sends to an encrypted queue needs kms:GenerateDataKey and kms:Decrypt on its key, and the message names neither. Add this to the policies of the user or role that publishes or sends. The key’s policy must let the account’s own policies count, which is the default. If the key belongs to another account, its policy must name the caller, too. If an AWS service publishes or sends, its service principal goes into the key’s policy instead. Reading from a queue needs only kms:Decrypt.',
})

/** Amazon SNS and Amazon SQS pass on what AWS KMS answers. */
const ofMessaging = /\b(?:SNS|SQS)\b|KMSAccessDenied|sns\.Topic|sqs\.Queue/i
const onlyReads = /\breading from SQS|\bReceiveMessage\b/i

/** Does a publisher or a sender lack the key of its topic or queue? The message is the one about a ciphertext, whose key isn't named. */
export const isOfMessageKey = ({ asked, stated }: Situation, paste: string): boolean =>
  asked?.service === 'kms' &&
  asked.standIns.has('resource') &&
  stated.effect !== 'explicit-deny' &&
  ofMessaging.test(paste) &&
  !onlyReads.test(paste)

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (2026-11-30) */
export const messageKeyStep = (): Step => ({
  title: told('encryptMessages'),
  text: told('encryptMessagesText'),
  owner: 'account administrator',
  statement: JSON.stringify(
    { Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: '<KEY_ARN>' },
    null,
    2,
  ),
})
