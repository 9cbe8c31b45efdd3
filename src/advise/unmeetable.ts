import { messagesOf } from '../words/index.ts'
import { type Denying, isNeverCarried } from './denying.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Asked } from './situation.ts'
import { ownerOf } from './words.ts'

const told = messagesOf('unmeetable', {
  takeOut: 'Have {{action}} taken out of this Deny',
  takeOutText:
    'No request for {{action}} carries {{key}}, so no call can meet this condition, and the Deny always applies. The policy’s owner takes the action out of the list. The Deny stays in force for the others.',
  takeOutLinkedText:
    'A service-linked role can’t have a permissions boundary, so no call of {{action}} can meet this condition, and the Deny always applies. The policy’s owner takes the action out of the list. The Deny stays in force for the others.',
  createdOnce: 'Have the service-linked role created once',
  createdOnceText:
    'Someone whom this Deny doesn’t cover creates it. After that no one needs this permission: the role is there for the whole account.',
})

const createsLinkedRole = 'iam:CreateServiceLinkedRole'

/**
 * A Deny asks for a key that requests for the action never carry: what it demands can’t be done, so the Deny has to change.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function unmeetableSteps({ situation, ref, statement }: Denying): readonly Step[] {
  const { asked } = situation
  const condition = statement.conditions.find(({ key }) => isNeverCarried(situation, key.value))
  if (!condition) return []
  const { action } = asked
  const key = condition.key.value
  const isOfBoundary = action === createsLinkedRole && key.toLowerCase() === 'iam:permissionsboundary'
  const takeOut: Step = {
    title: told('takeOut', { action }),
    text: isOfBoundary ? told('takeOutLinkedText', { action }) : told('takeOutText', { action, key }),
    owner: ownerOf(ref.policyType, asked),
  }
  return [takeOut, ...createdOnceSteps(asked)]
}

/** A service’s own role is created once in an account, so someone else can do it. */
export function createdOnceSteps({ action, request }: Asked): readonly Step[] {
  if (action !== createsLinkedRole) return []
  const [, service] = /:role\/aws-service-role\/([a-z0-9.-]{1,80})\//.exec(request.resource) ?? []
  const command = `aws iam create-service-linked-role --aws-service-name ${shellWord(service, '<SERVICE>.amazonaws.com')}`
  return [{ title: told('createdOnce'), text: told('createdOnceText'), owner: 'account administrator', command }]
}
