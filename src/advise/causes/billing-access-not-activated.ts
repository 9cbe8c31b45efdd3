import { needsBillingAccess } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import type { Basis } from '../certainty.ts'
import type { Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

/** The root user never let IAM users and roles see Billing. https://repost.aws/knowledge-center/iam-billing-access */
export const billingAccessNotActivated = defineCause<{
  readonly situation: Situation
  readonly basis: Basis
}>({
  id: 'billing-access-not-activated',
  article: 'billing/activate-iam-access',
  applies: (situation) => {
    if (isTold(situation)) return { situation, basis: 'message' }
    if (isLocked(situation)) return { situation, basis: 'rule' }
    return isSuspect(situation) ? { situation, basis: 'experience' } : undefined
  },
  explain: ({ situation: { asked }, basis }) => ({
    title:
      basis === 'experience'
        ? 'IAM access to Billing may not be activated in this account'
        : 'IAM access to Billing is not activated in this account',
    explanation:
      basis === 'experience'
        ? `The policies you gave allow ${asked?.action ?? 'this'}, and ${whoPhrase(asked)} was refused all the same. In Billing that mostly means that the root user has not let IAM users and roles in: then even administrators are refused.`
        : `In this account only the root user may see Billing, so ${whoPhrase(asked)} is refused whatever the policies allow.`,
    basis,
  }),
  steps: () => [
    {
      title: 'Activate IAM access to Billing',
      text: 'Sign in as the root user, open the account menu, choose Account, and under “IAM user and role access to Billing information” choose Edit and activate it. It takes effect at once for everybody whose policies allow Billing.',
      owner: 'account administrator',
    },
    {
      title: 'Ask whoever has the root user of this account',
      text: 'Only the root user can open Billing to others. In an organization that can be somebody in a central team; accounts that were made in AWS Organizations usually have it open already.',
      owner: 'caller',
    },
  ],
})

/** The Billing console and its APIs say it themselves, in sentences that `denial` knows. */
const isTold = ({ denial }: Situation): boolean => denial.sentence?.change === 'billing-access'

const isLocked = ({ verdict }: Situation): boolean =>
  verdict?.gates.some(({ kind, blocks }) => kind === 'billing-access' && blocks) ?? false

/** All that was given allows it, nothing else is named, and it is Billing. */
function isSuspect({ asked, verdict, stated, given, denial, policies }: Situation): boolean {
  if (!asked || denial.kind !== 'access-denied' || verdict?.decision !== 'allowed' || policies.length === 0)
    return false
  const ownOnly = stated.effect !== 'explicit-deny' && (!stated.policyType || stated.policyType === 'identity')
  const isOpen = given.facts?.billingIamAccess === true || asked.caller.kind === 'root'
  return ownOnly && !isOpen && needsBillingAccess(asked.action)
}
