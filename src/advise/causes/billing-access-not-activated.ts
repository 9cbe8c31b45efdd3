import { needsBillingAccess } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Basis } from '../certainty.ts'
import type { Step } from '../diagnosis.ts'
import type { Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('billing-access-not-activated', {
  iamAccessBilling: 'IAM access to Billing is turned off in this account',
  iamAccessBillingTurned: 'IAM access to Billing is turned off, or your policies don’t allow this page',
  iamAccessBillingTurnedForOthers: 'IAM access to Billing is turned off, or my policies don’t allow this page',
  iamAccessBillingMight: 'IAM access to Billing might be turned off in this account',
  accountRootUser:
    'In this account only the root user can see Billing, so AWS denies {{who}}, whatever the policies allow.',
  messageTwoPossible:
    'The message has two possible causes, and it doesn’t say which one applies: the account setting “IAM user and role access to Billing information” is off, or your policies lack the actions of this page. If you have AdministratorAccess, it’s almost certainly the setting. Everyone else should ask for both.',
  messageTwoPossibleForOthers:
    'The message has two possible causes, and it doesn’t say which one applies: the account setting “IAM user and role access to Billing information” is off, or my policies lack the actions of this page.',
  policiesGaveAllow:
    'The policies you gave allow {{action}}, and AWS still denied {{who}}. In Billing that usually means that IAM access to Billing is turned off: then AWS denies even administrators.',
  policiesGaveAllowForOthers:
    'The policies that I have allow {{action}}, and AWS still denied {{who}}. In Billing that usually means that IAM access to Billing is turned off: then AWS denies even administrators.',
  turnIamAccess: 'Turn on IAM access to Billing',
  turnIamAccessText:
    'Sign in as the root user. Open the account menu and choose Account. Under “IAM user and role access to Billing information”, choose Edit, select Activate IAM Access, and choose Update.',
  askPersonRoot: 'Ask the person who has the root user of this account',
  askPersonRootText:
    'Only the root user can change this setting. In an organization that can be a central team. Accounts that were created in AWS Organizations have the setting on from the start.',
  settingAddActions: 'If the setting is on, add the actions of the page',
  settingAddActionsText:
    'An administrator attaches AWSBillingReadOnlyAccess, or a policy with the actions that the page needs.',
})

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

const titles: Readonly<Record<Evidence, Text>> = {
  setting: told('iamAccessBilling'),
  'setting-or-policy': told('iamAccessBillingTurned'),
  fact: told('iamAccessBilling'),
  suspicion: told('iamAccessBillingMight'),
}

const onlyRoot = (who: Text): Text => told('accountRootUser', { who })

const explanations: Readonly<Record<Evidence, (who: Text, action: string) => Text>> = {
  setting: onlyRoot,
  'setting-or-policy': () => told('messageTwoPossible'),
  fact: onlyRoot,
  suspicion: (who, action) => told('policiesGaveAllow', { action, who }),
}

const turnOn: Step = {
  title: told('turnIamAccess'),
  text: told('turnIamAccessText'),
  owner: 'account administrator',
}

const askRoot: Step = {
  title: told('askPersonRoot'),
  text: told('askPersonRootText'),
  owner: 'caller',
}

const addActions: Step = {
  title: told('settingAddActions'),
  text: told('settingAddActionsText'),
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
