import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Situation } from '../situation.ts'

const told = messagesOf('cost-explorer-off', {
  title: 'Cost Explorer isn’t turned on for this account',
  explanation:
    'No policy stopped this. The management account of the organization must turn on Cost Explorer once, and it also decides whether member accounts can use it. After that, the data takes up to a day to appear.',
  askCostExplorer: 'Ask for Cost Explorer to be turned on',
  askCostExplorerText:
    'Someone with access to the management account opens Cost Explorer there once. Under Billing and Cost Management, Cost management preferences, linked account access must be on. In an account without an organization, turn it on in the account itself.',
})

const says =
  /not enabled for cost explorer|cost explorer (?:is )?(?:not|has not been) (?:yet )?enabled|DataUnavailableException/i

const isTold = ({ denial, given }: Situation): boolean =>
  denial.sentence?.change === 'cost-explorer' || says.test(given.paste.slice(0, 20_000))

/** The management account turns Cost Explorer on. https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html */
export const costExplorerOff = defineCause<Situation>({
  id: 'cost-explorer-off',
  article: 'billing/cost-explorer',
  applies: (situation) => (isTold(situation) ? situation : undefined),
  explain: () => ({
    title: told('title'),
    explanation: told('explanation'),
    basis: 'message',
  }),
  steps: () => [
    {
      title: told('askCostExplorer'),
      text: told('askCostExplorerText'),
      owner: 'organization administrator',
    },
  ],
})
