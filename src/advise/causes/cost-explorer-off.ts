import { defineCause } from '../cause.ts'
import type { Situation } from '../situation.ts'

const says =
  /not enabled for cost explorer|cost explorer (?:is )?(?:not|has not been) (?:yet )?enabled|DataUnavailableException/i

const isTold = ({ denial, given }: Situation): boolean =>
  denial.sentence?.change === 'cost-explorer' || says.test(given.paste.slice(0, 20_000))

/** Cost Explorer is a switch of the management account. https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html */
export const costExplorerOff = defineCause<Situation>({
  id: 'cost-explorer-off',
  article: 'billing/cost-explorer',
  applies: (situation) => (isTold(situation) ? situation : undefined),
  explain: () => ({
    title: 'Cost Explorer is not switched on for this account',
    explanation:
      'No policy stopped this. Cost Explorer must be switched on once, by the management account of the organization, which also decides whether member accounts may use it. After that its data takes up to a day to appear.',
    basis: 'message',
  }),
  steps: () => [
    {
      title: 'Ask for Cost Explorer to be switched on',
      text: 'Somebody with access to the management account opens Cost Explorer there once; under Billing and Cost Management, Cost management preferences, linked account access must be on. An account without an organization switches it on itself.',
      owner: 'organization administrator',
    },
  ],
})
