import { defineCause } from '../cause.ts'
import { shellWord } from '../shell-word.ts'
import type { Situation } from '../situation.ts'

/** The reason is inside an encoded message that only the account can decode. */
export const encodedMessage = defineCause({
  id: 'encoded-message',
  article: 'messages/encoded-message',
  applies: (situation) => (isHidden(situation) ? situation.denial : undefined),
  explain: () => ({
    title: 'The reason is in an encoded message',
    explanation:
      'AWS encoded the reason because it can contain details about the account. Only AWS can decode it, and only for someone in that account who has the permission.',
    basis: 'message',
  }),
  steps: ({ encodedMessage: message }) => [
    {
      title: 'Decode the message',
      text: `Run this in the same account. It needs the permission sts:DecodeAuthorizationMessage; if you don’t have it, send the message to someone who does.`,
      owner: 'caller',
      command: `aws sts decode-authorization-message --encoded-message ${shellWord(message, 'ENCODED-MESSAGE')} --query DecodedMessage --output text`,
    },
    {
      title: 'Paste the result here',
      text: 'The decoded text contains the caller, the action, the resource, and the request context, and says whether an explicit deny stopped the call.',
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
