import type { Owner } from '../advise/index.ts'
import type { Saying } from '../controls/decision-words.ts'
import type { Secret } from '../denial/index.ts'
import type { Answer, GateKind, GateResult } from '../evaluate/index.ts'
import { type PolicyType, policyTypeNames } from '../iam/index.ts'
import type { Complaint } from '../session/messages.ts'

// What the page says, in one place, so that it can be read through and kept in one voice.

/** Where no policy was given, so that there is nothing to evaluate. */
export const notDecided: Readonly<Record<'refused' | 'elsewhere', Saying & { readonly meaning: string }>> = {
  refused: { word: 'Denied', icon: 'no', meaning: 'AWS says so. Add the policies, and the statement can be named.' },
  elsewhere: { word: 'No permission was refused', icon: 'info', meaning: 'This needs another remedy than a policy.' },
}

export const gateWords: Readonly<Record<GateResult['state'], Saying>> = {
  allows: { word: 'Lets it through', icon: 'yes' },
  denies: { word: 'Denies', icon: 'stop' },
  silent: { word: 'Does not allow it', icon: 'no' },
  unknown: { word: 'It depends', icon: 'unknown' },
  'not given': { word: 'Not given', icon: 'none' },
  exempt: { word: 'Does not count', icon: 'none' },
}

export const answerWords: Readonly<Record<Answer, Saying>> = {
  yes: { word: 'matches', icon: 'yes' },
  no: { word: 'does not match', icon: 'no' },
  unknown: { word: 'not known', icon: 'unknown' },
}

/** "SCP", where AWS has such a short name. */
export const shortTypeName = (type: PolicyType): string => policyTypeNames[type].replace(/^.*\((\w+)\)$/, '$1')

/** What stops a request that nothing denies: mostly an Allow that is missing, sometimes a switch. */
export const stoppedWords: Readonly<Partial<Record<GateKind, string>>> = {
  'billing-access': 'Nothing denies it, but Billing is not open to IAM users and roles in this account.',
  's3-block-public-access': 'Nothing denies it, but S3 blocks what is public.',
  aws: 'Nothing denies it, but AWS does not let this caller do it at all.',
}

export const severityWords: Readonly<Record<Complaint['severity'], Saying>> = {
  error: { word: 'Error', icon: 'stop' },
  security: { word: 'Security warning', icon: 'warning' },
  warning: { word: 'Warning', icon: 'warning' },
  suggestion: { word: 'Suggestion', icon: 'info' },
}

export const ownerWords: Readonly<Record<Owner, string>> = {
  caller: 'you',
  'account administrator': 'an administrator of the account',
  'resource owner': 'the owner of the resource',
  'organization administrator': 'an administrator of the organization',
}

const secretNames: Readonly<Record<Secret['kind'], string>> = {
  'access-key-id': 'an access key ID',
  'secret-access-key': 'a secret access key',
  'session-token': 'a session token',
  'private-key': 'a private key',
  password: 'a password',
  signature: 'the signature of a signed URL',
  token: 'a token',
}

/** What was blanked and why: shown at once, read aloud by screen readers. */
export function secretsBlanked(found: readonly Pick<Secret, 'kind'>[]): string {
  const kinds = [...new Set(found.map(({ kind }) => secretNames[kind]))]
  const what = kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}` : kinds.join('')
  const them = kinds.length > 1 ? 'them' : 'it'
  return `Your text contained ${what}. We removed ${them}: the check doesn’t need secrets. Replace any key that you copied around.`
}

/** "12.3 MB", for people. */
export function sizeInWords(characters: number): string {
  if (characters < 1000) return `${characters} characters`
  if (characters < 1_000_000) return `${Math.round(characters / 1000)} KB`
  return `${(characters / 1_000_000).toFixed(1)} MB`
}
