import type { Condition } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { type Deed, deedsToAvoid, deedsToAvoidAll } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked } from './situation.ts'

const told = messagesOf('deed-steps', {
  anyOneEnough:
    '{{text}} Any one of the first {{count}} steps is enough: the Deny applies only if all of its conditions match.',
  allNeeded: '{{text}} All of the first {{count}} steps are needed: several statements deny the call, each by itself.',
})

/** A deed as a step. */
export const stepOf = ({ title, text, command, owner = 'caller' }: Deed, said: Text = text): Step => ({
  title,
  text: said,
  owner,
  command,
})

/**
 * What to do so that no Deny with such conditions applies, one set of conditions for each Deny. For a single one, all that helps, what is easiest first;
 * for several, what's easiest for each. Empty where nothing general can be said.
 */
export function avoidSteps(denies: readonly (readonly Condition[])[], asked: Asked): readonly Step[] {
  const [only = [], ...others] = denies
  const [deeds, note] =
    others.length === 0
      ? ([deedsToAvoid(only, asked), 'anyOneEnough'] as const)
      : ([deedsToAvoidAll(denies, asked), 'allNeeded'] as const)
  return deeds.map((deed, i) =>
    i === 0 && deeds.length > 1 ? stepOf(deed, told(note, { text: deed.text, count: deeds.length })) : stepOf(deed),
  )
}
