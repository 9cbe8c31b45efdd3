import { needsBillingAccess } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import { type Evaluated, isEvaluated, type Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

/** The root user never let IAM users and roles see Billing. https://repost.aws/knowledge-center/iam-billing-access */
export const billingAccessNotActivated = defineCause<Evaluated>({
  id: 'billing-access-not-activated',
  article: 'billing/let-others-in',
  applies: (situation) =>
    isEvaluated(situation) && (isTold(situation) || isLocked(situation) || isSuspect(situation))
      ? situation
      : undefined,
  explain: (situation) => ({
    title: 'IAM access to Billing is not activated in this account',
    explanation:
      isTold(situation) || isLocked(situation)
        ? `In this account only the root user may see Billing, so ${whoPhrase(situation.asked)} is refused whatever the policies allow.`
        : `The policies you gave allow ${situation.asked.action}, and ${whoPhrase(situation.asked)} was refused all the same. In Billing that mostly means that the root user has not let IAM users and roles in: then even administrators are refused.`,
    certainty: isTold(situation) ? 'stated by AWS' : isLocked(situation) ? 'proved' : 'likely',
  }),
  steps: () => [
    {
      title: 'Activate IAM access to Billing',
      text: 'Sign in as the root user, open the account menu, choose Account, and under “IAM user and role access to Billing information” choose Edit and activate it. It takes effect at once for everybody whose policies allow Billing.',
      owner: 'account administrator',
    },
    {
      title: 'Can’t you sign in as root?',
      text: 'In an organization the root user of this account can be somebody in your central team. Accounts that were made in AWS Organizations have the switch on from the start.',
      owner: 'caller',
    },
  ],
})

/** Some pages of the console say it themselves. */
const isTold = ({ given }: Situation): boolean =>
  /access to billing information is (disabled|not activated|deactivated)/i.test(given.paste)

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
