import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { whoPhrase } from '../words.ts'

/** The permissions boundary does not list the action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const silentBoundary = defineCause<Silent>({
  id: 'silent-boundary',
  article: 'policies/permissions-boundary',
  applies: (situation) => silentLayer(situation, 'permissions-boundary'),
  explain: ({ situation }) => ({
    title: `The permissions boundary does not allow ${situation.asked.action}`,
    explanation: `A boundary is the most that ${whoPhrase(situation.asked)} may ever do, whatever other policies allow. This one does not include ${situation.asked.action}, so another Allow in another policy cannot help.${nearPhrase(nearest(situation, 'permissions-boundary'))}`,
  }),
  steps: ({ situation }) => [
    meetCondition(situation, 'permissions-boundary') ?? {
      title: `Add ${situation.asked.action} to the boundary`,
      text: 'Only someone who is allowed to change boundaries can do this. Others might share the boundary, and the change raises the limit for all of them. The boundary grants nothing by itself; a policy must still allow the action.',
      owner: 'account administrator',
      statement: statementToAdd(situation, 'permissions-boundary'),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'permissions-boundary',
      note: 'It adds one action to the limit. Everyone who has the same boundary gets the same new limit, but no new permission.',
    }),
})
