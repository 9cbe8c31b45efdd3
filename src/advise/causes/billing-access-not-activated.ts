import { needsBillingAccess } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import type { Basis } from '../certainty.ts'
import type { Step } from '../diagnosis.ts'
import type { Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

type Evidence =
  /** The message says that the setting is off. */
  | 'setting'
  /** The message names the setting and the policies, and doesn't say which of them it is. */
  | 'setting-or-policy'
  /** The facts that the reader gave say that the setting is off. */
  | 'fact'
  /** The policies allow it, and AWS denied it. */
  | 'suspicion'

/**
 * IAM users and roles have no access to Billing, because the account setting is off.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html
 */
export const billingAccessNotActivated = defineCause<{
  readonly situation: Situation
  readonly evidence: Evidence
}>({
  id: 'billing-access-not-activated',
  article: 'billing/activate-iam-access',
  applies: (situation) => {
    const evidence = evidenceIn(situation)
    return evidence && { situation, evidence }
  },
  explain: ({ situation: { asked }, evidence }) => ({
    title: titles[evidence],
    explanation: explanations[evidence](whoPhrase(asked), asked?.action ?? 'this'),
    basis: bases[evidence],
  }),
  steps: ({ evidence }) => [turnOn, askRoot, ...(evidence === 'setting-or-policy' ? [addActions] : [])],
})

const bases: Readonly<Record<Evidence, Basis>> = {
  setting: 'message',
  'setting-or-policy': 'experience',
  fact: 'setting',
  suspicion: 'experience',
}

const titles: Readonly<Record<Evidence, string>> = {
  setting: 'IAM access to Billing is turned off in this account',
  'setting-or-policy': 'IAM access to Billing is turned off, or your policies don’t allow this page',
  fact: 'IAM access to Billing is turned off in this account',
  suspicion: 'IAM access to Billing might be turned off in this account',
}

const onlyRoot = (who: string): string =>
  `In this account only the root user can see Billing, so AWS denies ${who}, whatever the policies allow.`

const explanations: Readonly<Record<Evidence, (who: string, action: string) => string>> = {
  setting: onlyRoot,
  'setting-or-policy': () =>
    'The message has two possible causes, and it doesn’t say which one applies: the account setting “IAM user and role access to Billing information” is off, or your policies lack the actions of this page. If you have AdministratorAccess, it’s almost certainly the setting. Everyone else should ask for both.',
  fact: onlyRoot,
  suspicion: (who, action) =>
    `The policies you gave allow ${action}, and AWS still denied ${who}. In Billing that usually means that IAM access to Billing is turned off: then AWS denies even administrators.`,
}

const turnOn: Step = {
  title: 'Turn on IAM access to Billing',
  text: 'Sign in as the root user. Open the account menu and choose Account. Under “IAM user and role access to Billing information”, choose Edit, select Activate IAM Access, and choose Update.',
  owner: 'account administrator',
}

const askRoot: Step = {
  title: 'Ask the person who has the root user of this account',
  text: 'Only the root user can change this setting. In an organization that can be a central team. Accounts that were created in AWS Organizations have the setting on from the start.',
  owner: 'caller',
}

const addActions: Step = {
  title: 'If the setting is on, add the actions of the page',
  text: 'An administrator attaches AWSBillingReadOnlyAccess, or a policy with the actions that the page needs.',
  owner: 'account administrator',
}

function evidenceIn(situation: Situation): Evidence | undefined {
  if (isTold(situation)) return namesBoth(situation) ? 'setting-or-policy' : 'setting'
  if (isLocked(situation)) return 'fact'
  return isSuspect(situation) ? 'suspicion' : undefined
}

/** The Billing console and its APIs say it themselves, in sentences that `denial` knows. */
const isTold = ({ denial }: Situation): boolean => denial.sentence?.change === 'billing-access'

/** "You Need Permissions" lists both: "(1) this account allows IAM and federated users … and (2) you have the required IAM permissions". */
const namesBoth = (situation: Situation): boolean =>
  situation.denial.sentence?.id === 'bill-need-permissions' && !isLocked(situation)

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
