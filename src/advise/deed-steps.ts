import type { Condition } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { type Deed, deedsToAvoid } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked } from './situation.ts'

const told = messagesOf('deed-steps', {
  anyOneEnough:
    '{{text}} Any one of the first {{count}} steps is enough: the Deny applies only if all of its conditions match.',
})

/** A deed as a step. */
export const stepOf = ({ title, text, command, owner = 'caller' }: Deed, said: Text = text): Step => ({
  title,
  text: said,
  owner,
  command,
})

/** What to do so that a Deny with these conditions doesn't apply, what is easiest first; empty where nothing general can be said. */
export function avoidSteps(conditions: readonly Condition[], asked: Asked): readonly Step[] {
  const deeds = deedsToAvoid(conditions, asked)
  return deeds.map((deed, i) =>
    i === 0 && deeds.length > 1
      ? stepOf(deed, told('anyOneEnough', { text: deed.text, count: deeds.length }))
      : stepOf(deed),
  )
}
