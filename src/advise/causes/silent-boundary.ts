import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('silent-boundary', {
  title: 'The permissions boundary does not allow {{action}}',
  explanation:
    'A permissions boundary limits what {{who}} can do, whatever other policies allow. This one doesn’t include {{action}}, so an Allow in another policy can’t help. {{near}}',
  addBoundary: 'Add {{action}} to the boundary',
  addBoundaryText:
    'Only someone who is allowed to change boundaries can do this. Others might share the boundary, and the change raises the limit for all of them. The boundary grants nothing by itself; a policy must still allow the action.',
  note: 'It adds one action to the limit. Everyone who has the same boundary gets the same new limit, but no new permission.',
})

/** The permissions boundary does not list the action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const silentBoundary = defineCause<Silent>({
  id: 'silent-boundary',
  article: 'policies/permissions-boundary',
  applies: (situation) => silentLayer(situation, 'permissions-boundary'),
  explain: ({ situation }) => ({
    title: told('title', { action: situation.asked.action }),
    explanation: told('explanation', {
      who: whoPhrase(situation.asked),
      action: situation.asked.action,
      near: nearPhrase(nearest(situation, 'permissions-boundary')),
    }),
  }),
  steps: ({ situation }) => [
    meetCondition(situation, 'permissions-boundary') ?? {
      title: told('addBoundary', { action: situation.asked.action }),
      text: told('addBoundaryText'),
      owner: 'account administrator',
      statement: statementToAdd(situation, 'permissions-boundary'),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'permissions-boundary',
      note: told('note'),
    }),
})
