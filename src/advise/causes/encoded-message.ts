import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { shellWord } from '../shell-word.ts'
import type { Situation } from '../situation.ts'

const told = messagesOf('encoded-message', {
  title: 'The reason is in an encoded message',
  explanation:
    'AWS encoded the reason because it can contain details about the account. Only AWS can decode it, and only for someone in that account who has the permission.',
  decodeMessage: 'Decode the message',
  decodeMessageText:
    'Run this in the same account. It needs the permission sts:DecodeAuthorizationMessage; if you don’t have it, send the message to someone who does.',
  pasteResultHere: 'Paste the result here',
  pasteResultHereForOthers: '',
  pasteResultHereText:
    'The decoded text contains the caller, the action, the resource, and the request context, and says whether an explicit deny stopped the call.',
})

/** The reason is inside an encoded message that only the account can decode. */
export const encodedMessage = defineCause({
  id: 'encoded-message',
  article: 'messages/encoded-message',
  applies: (situation) => (isHidden(situation) ? situation.denial : undefined),
  explain: () => ({
    title: told('title'),
    explanation: told('explanation'),
    basis: 'message',
  }),
  steps: ({ encodedMessage: message }) => [
    {
      title: told('decodeMessage'),
      text: told('decodeMessageText'),
      owner: 'caller',
      command: `aws sts decode-authorization-message --encoded-message ${shellWord(message, '<ENCODED_MESSAGE>')} --query DecodedMessage --output text`,
    },
    {
      title: told('pasteResultHere'),
      text: told('pasteResultHereText'),
      owner: 'caller',
    },
  ],
})

/** The reason is hidden unless the rest of the message, or the policies, reveal it. */
function isHidden({ denial, stated, policies, asked }: Situation): boolean {
  if (denial.kind !== 'encoded-authorization-failure') return false
  const told = stated.effect !== undefined && stated.policyType !== undefined
  return !asked || (!told && policies.length === 0)
}
