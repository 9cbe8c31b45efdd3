import type { Owner } from '../advise/index.ts'
import type { Saying } from '../controls/decision-words.ts'
import type { Secret } from '../denial/index.ts'
import type { Answer, Decision, GateKind, GateResult } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Complaint } from '../session/messages.ts'
import type { PolicyState } from './policy-state.ts'
import type { AnswerTab } from './reducer.ts'

// What the page says, in one place, so that it can be read through and kept in one voice.

const gateWords: Readonly<Record<GateResult['state'], Saying>> = {
  allows: { word: 'Allows it', icon: 'yes' },
  denies: { word: 'Denies', icon: 'stop' },
  silent: { word: 'Doesn’t allow it', icon: 'no' },
  unknown: { word: 'It depends', icon: 'unknown' },
  'not given': { word: 'Not given', icon: 'none' },
  exempt: { word: 'Doesn’t apply', icon: 'none' },
}

/** What a gate says. One that doesn't allow, and whose Allow isn't needed, stops no one. */
export const gateSaying = ({ state, blocks }: Pick<GateResult, 'state' | 'blocks'>): Saying =>
  state === 'silent' && !blocks ? { word: 'Not needed', icon: 'none' } : gateWords[state]

export const answerWords: Readonly<Record<Answer, Saying>> = {
  yes: { word: 'matches', icon: 'yes' },
  no: { word: 'does not match', icon: 'no' },
  unknown: { word: 'not known', icon: 'unknown' },
}

/** The types' names where there is little room: next to a policy's name. */
const shortTypeNames: Readonly<Record<PolicyType, string>> = {
  identity: 'identity-based',
  resource: 'resource-based',
  trust: 'trust policy',
  'permissions-boundary': 'boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  'vpc-endpoint': 'VPC endpoint',
}

export const shortTypeName = (type: PolicyType): string => shortTypeNames[type]

/** AWS's terms for the two kinds of denial. */
export const denialWords: Readonly<Partial<Record<Decision, string>>> = {
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
}

export const answerTabWords: Readonly<Record<AnswerTab, string>> = {
  fix: 'Fix',
  why: 'Why',
  questions: 'Questions',
  message: 'Message',
}

/** What a policy does to the request. */
export const policyStateWords: Readonly<Record<PolicyState, Saying & { readonly tone: string }>> = {
  denies: { word: 'denies it', icon: 'stop', tone: 'deny' },
  allows: { word: 'allows it', icon: 'yes', tone: 'allow' },
  depends: { word: 'depends on the request', icon: 'unknown', tone: 'maybe' },
  silent: { word: 'doesn’t decide', icon: 'none', tone: 'none' },
  broken: { word: 'has errors', icon: 'warning', tone: 'maybe' },
  unread: { word: 'not evaluated', icon: 'none', tone: 'none' },
}

/** Why a request fails although nothing denies it: usually a missing Allow, sometimes an account setting. */
export const stoppedWords: Readonly<Partial<Record<GateKind, string>>> = {
  'billing-access': 'Nothing denies it, but the root user hasn’t turned on IAM access to Billing in this account.',
  's3-block-public-access': 'Nothing denies it, but S3 Block Public Access blocks it.',
  aws: 'Nothing denies it, but AWS never allows this caller to do it.',
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

/** What an empty editor asks for. */
export const editorPlaceholder = 'Paste the policy here. It begins with {'

/** Where an example doesn't load. */
export const exampleProblem = (name: string): string => `The example “${name}” doesn’t exist or can’t be loaded.`

/** The title of all quick fixes at once. */
export const allFixesTitle = (count: number): string => `Make all ${count} fixes`
