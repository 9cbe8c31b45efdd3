import type { PolicyType } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'
import { ownerOf, typeName, whoPhrase } from './words.ts'

const told = messagesOf('deny-steps', {
  findPolicyDenies: 'Find the policy that denies',
  findPolicyDeniesText:
    'Look for “"Effect": "Deny"” in the policies of the caller and its groups, in the permissions boundary, in the resource’s policy and in the organization’s service control policies, and paste what you find. Often such a Deny requires MFA, a Region, a network, or a tag.',
  findPolicyDeniesTextForOthers:
    'Look for “"Effect": "Deny"” in the policies of the caller and its groups, in the permissions boundary, in the resource’s policy and in the organization’s service control policies. Often such a Deny requires MFA, a Region, a network, or a tag.',
  unnamedCaller:
    'The request isn’t signed, so no exception can name its caller. The policy’s owner can change what the Deny tests, such as the network. Or sign the request: then the exception can name the user or role that signs it.',
  this: 'this {{type}}',
  policy: 'the policy',
  askOwnerException: 'Ask the owner of {{name}} for an exception',
  askOwnerExceptionText:
    'Someone added the Deny on purpose, so don’t remove it. If {{who}} should be able to do this, the smallest change is an exception for this caller or this action.',
})

/**
 * Requests without a signature say nothing about who sends them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
export const unnamedCaller = told('unnamedCaller')

/** Where to look for the Deny, if nothing says which policy has it. */
export const searchStep: Step = {
  title: told('findPolicyDenies'),
  text: told('findPolicyDeniesText'),
  owner: 'account administrator',
}

/** The policy’s owner can exempt a caller or an action; undefined as the type where it isn’t known. */
export function exceptionStep({ asked }: Situation, type: PolicyType | undefined): Step {
  const name = type ? told('this', { type: typeName(type) }) : told('policy')
  return {
    title: told('askOwnerException', { name }),
    text: asked?.caller.kind === 'anonymous' ? unnamedCaller : told('askOwnerExceptionText', { who: whoPhrase(asked) }),
    owner: type ? ownerOf(type, asked) : 'account administrator',
  }
}
