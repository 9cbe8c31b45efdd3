import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'

const told = messagesOf('silent-scp', {
  title: 'Your organization does not allow {{action}}',
  titleForOthers: 'Our organization does not allow {{action}}',
  policies: 'The policies at {{level}} do',
  one: 'One of them does',
  explanation:
    'Every level of the organization must allow an action: the root, each organizational unit above the account, and the account. {{rest}} not allow {{action}}. No policy in this account can change that. {{near}}',
  levelLacks: 'the level that lacks it',
  allow: 'Allow {{action}} at {{level}}',
  allowText:
    'This is done in the organization’s management account. Often someone detached FullAWSAccess without attaching a replacement.',
  note: 'It grants nothing by itself: it lets the policies in the accounts below decide about this one action.',
})

/** A level of the organization does not allow the action. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
export const silentScp = defineCause<Silent>({
  id: 'silent-scp',
  article: 'policies/scp',
  applies: (situation) => silentLayer(situation, 'scp'),
  explain: ({ situation, gate }) => ({
    title: told('title', { action: situation.asked.action }),
    explanation: told('explanation', {
      rest: gate?.level ? told('policies', { level: gate.level }) : told('one'),
      action: situation.asked.action,
      near: nearPhrase(nearest(situation, 'scp')),
    }),
  }),
  steps: ({ situation, gate }) => [
    meetCondition(situation, 'scp') ?? {
      title: told('allow', { action: situation.asked.action, level: gate?.level ?? told('levelLacks') }),
      text: told('allowText'),
      owner: 'organization administrator',
      statement: statementToAdd(situation, 'scp'),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation, gate }) =>
    allowIn(situation, {
      type: 'scp',
      level: gate?.level,
      note: told('note'),
    }),
})
