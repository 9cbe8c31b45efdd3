import type { OutputKind } from '../account/index.ts'
import type { IconName } from '../controls/icon-paths.ts'
import type { BillingCell, ShownChange, WhoRow } from './messages.ts'

export const kindsInWords: Readonly<Record<OutputKind, string>> = {
  'account-details': 'account details',
  organization: 'the organization’s tree',
  attachments: 'where SCPs and RCPs are attached',
  'organization-policies': 'SCPs and RCPs',
  'resource-policies': 'resource-based policies',
  'identity-center': 'IAM Identity Center',
  'credential-report': 'credential report',
}

interface Saying {
  readonly word: string
  readonly icon: IconName
}

export const whoWords: Readonly<Record<WhoRow['can'], Saying>> = {
  yes: { word: 'Yes', icon: 'yes' },
  depends: { word: 'It depends', icon: 'unknown' },
  chain: { word: 'With a role', icon: 'info' },
  no: { word: 'No', icon: 'no' },
}

export const billingWords: Readonly<Record<BillingCell['can'], Saying>> = {
  yes: { word: 'Yes', icon: 'yes' },
  depends: { word: 'Depends', icon: 'unknown' },
  no: { word: 'No', icon: 'no' },
}

/** A change as an instruction. */
export function changeInWords({ is, name, sharedWith }: ShownChange): string {
  const shared = sharedWith > 0 ? ` It stays with ${sharedWith === 1 ? 'one other' : `${sharedWith} others`}.` : ''
  if (is === 'leave-group') return `Remove this user from the group ${name}.${shared}`
  if (is === 'detach') return `Detach or delete the policy ${name}.${shared}`
  return is === 'grant' ? 'Attach this policy.' : 'Attach this policy, which denies the task.'
}
