import { matchesAction, readOf, type StatementRef } from '../evaluate/index.ts'
import type { Condition, Statement } from '../iam/index.ts'
import { conditionOn } from './denying.ts'
import { statementOf } from './fixes/except-from-deny.ts'
import { type Profile, profilesIn } from './profiles.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation } from './situation.ts'

/** What a role asks the AssumeRole call to send. */
export type Wanted = 'external-id' | 'mfa'

/** Nothing shows that the call sent what the role asks for, or may ask for. */
export interface Unsent {
  readonly situation: Evaluated
  readonly wants: Wanted
  /** The statement that asks for it; undefined where only the text around the message speaks of it. */
  readonly asks: { readonly ref: StatementRef; readonly condition: Condition } | undefined
  /** The profile that assumes the role without a code, and the one whose device it doesn't take over. */
  readonly profile: { readonly name: string; readonly source: string; readonly serial: string } | undefined
}

const wantedBy = (key: string): Wanted | undefined =>
  key === 'sts:externalid' ? 'external-id' : key.startsWith('aws:multifactorauth') ? 'mfa' : undefined

/**
 * The pasted trust policy asks for an external ID or MFA, or the paste speaks of MFA: that alone can be the reason, and the message never says so.
 * The caller's own policies weren't pasted, and nothing speaks against them. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function unsentIn(situation: Situation): Unsent | undefined {
  if (!isEvaluated(situation) || situation.asked.action !== 'sts:AssumeRole') return undefined
  const { effect, policyType } = situation.stated
  if (effect !== undefined || policyType !== undefined || hasGiven(situation, 'identity')) return undefined
  if (!hasGiven(situation, 'trust')) return spokenOf(situation)
  const asks = situation.asked.standIns.has('principal') ? askedOfAll(situation) : leftOpen(situation)
  const wants = asks && wantedBy(asks.condition.key.value.toLowerCase())
  if (!asks || !wants || (wants === 'mfa' && !needsCode(situation, asks.condition))) return undefined
  return { situation, wants, asks, profile: undefined }
}

/** Access keys alone pass an operator with IfExists. */
const needsCode = (situation: Evaluated, { operator }: Condition): boolean =>
  canSendCode(situation) && operator.value?.ifExists === false

/** Only users have MFA devices: a session of a role can't send a code. */
const canSendCode = ({ asked: { standIns, caller } }: Evaluated): boolean =>
  standIns.has('principal') || caller.kind === 'user'

/** The statement that lets this caller in if the call sends something, and nothing else about it is open. */
function leftOpen(situation: Evaluated): Unsent['asks'] {
  if (situation.blame.policyType !== 'identity') return undefined
  const trust = situation.verdict.gates.find(({ kind, state }) => kind === 'trust' && state === 'unknown')
  for (const { ref, effect, elements } of trust?.statements ?? []) {
    const [open, ...also] = elements.filter(({ answer }) => answer !== 'yes')
    if (effect !== 'Allow' || also.length > 0 || open?.answer !== 'unknown') continue
    const statement = statementOf(situation, ref)
    const condition = statement && sentOnly(statement)
    if (condition) return { ref, condition }
  }
  return undefined
}

/** Every statement that lets users or roles in asks for it, whichever of them called. */
function askedOfAll({ policies }: Evaluated): Unsent['asks'] {
  const asking = policies.flatMap((policy, policyIndex) =>
    policy.given && policy.type === 'trust'
      ? readOf(policy)
          .policy.statements.filter(letsPeopleIn)
          .map((statement) => ({ policy, policyIndex, statement, condition: sentOnly(statement) }))
      : [],
  )
  const [first] = asking
  if (!first?.condition || asking.some(({ condition }) => condition === undefined)) return undefined
  const { policy, policyIndex, statement, condition } = first
  const { index, sid, span } = statement
  const ref = { policyType: policy.type, policy: policy.name, policyIndex, statement: index, sid: sid?.value, span }
  return { ref, condition }
}

const letsPeopleIn = ({ effective, effect, action, principal }: Statement): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  matchesAction(action, { service: 'sts', actionName: 'assumerole' }) &&
  (principal?.sense !== 'any-of' ||
    principal.items.some(({ value: { kind } }) => kind !== 'service' && kind !== 'federated'))

/** The condition on what the call sends, if it has one. */
const sentOnly = (statement: Statement): Condition | undefined =>
  conditionOn(statement, 'sts:ExternalId', 'aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge')

/** Longer pastes name MFA in passing. */
const mostText = 20_000

const speaksOfMfa = /\bmfa_serial\b|\bMFA\b|\bmulti-?factor\b|\bTokenCode\b|--token-code\b/i

/** The trust policy wasn't pasted, but the text around the message speaks of MFA. */
function spokenOf(situation: Evaluated): Unsent | undefined {
  if (!canSendCode(situation)) return undefined
  const text = situation.given.paste.slice(0, mostText)
  return speaksOfMfa.test(text)
    ? { situation, wants: 'mfa', asks: undefined, profile: profileWithout(profilesIn(text)) }
    : undefined
}

/** The AWS CLI asks for a code only where the profile of the role itself has mfa_serial. https://github.com/99designs/aws-vault/issues/164 */
function profileWithout(profiles: readonly Profile[]): Unsent['profile'] {
  for (const { name, settings } of profiles) {
    const source = settings.get('source_profile')
    if (source === undefined || !settings.has('role_arn') || settings.has('mfa_serial')) continue
    const serial = profiles.find((other) => other.name === source)?.settings.get('mfa_serial')
    if (serial !== undefined) return { name, source, serial }
  }
  return undefined
}
