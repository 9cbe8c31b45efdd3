import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'

/** A level of the organization does not allow the action. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
export const silentScp = defineCause<Silent>({
  id: 'silent-scp',
  article: 'policies/scp',
  applies: (situation) => silentLayer(situation, 'scp'),
  explain: ({ situation, gate }) => ({
    title: `Your organization does not allow ${situation.asked.action}`,
    explanation: `Every level of the organization must allow an action: the root, each organizational unit above the account, and the account. ${gate?.level ? `The policies at ${gate.level} do` : 'One of them does'} not allow ${situation.asked.action}. No policy in this account can change that.${nearPhrase(nearest(situation, 'scp'))}`,
  }),
  steps: ({ situation, gate }) => [
    meetCondition(situation, 'scp') ?? {
      title: `Allow ${situation.asked.action} at ${gate?.level ?? 'the level that lacks it'}`,
      text: 'This is done in the organization’s management account. It is often the work of one missing FullAWSAccess that was detached without a replacement.',
      owner: 'organization administrator',
      statement: statementToAdd(situation, 'scp'),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation, gate }) =>
    allowIn(situation, {
      type: 'scp',
      level: gate?.level,
      note: 'It grants nothing by itself: it lets the policies in the accounts below decide about this one action.',
    }),
})
