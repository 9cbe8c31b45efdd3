import type { StatementRef } from '../../evaluate/index.ts'
import { type PolicyType, policyTypeNames } from '../../iam/index.ts'
import { bringFor } from '../bring.ts'
import { defineCause } from '../cause.ts'
import { type Denying, denyingStatement } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { spareAction, spareCaller } from '../fixes/except-from-deny.ts'
import { likelyDenies } from '../likely-denies.ts'
import { lockoutSteps } from '../lockout.ts'
import { statementPhrase } from '../near-miss.ts'
import type { Situation } from '../situation.ts'
import { listed, ownerOf, typePhrase, whoPhrase } from '../words.ts'

interface Found {
  readonly situation: Situation
  readonly denying: Denying | undefined
}

/** A Deny applies. It overrides every Allow, so only an exception in it helps, or a call that it doesn’t match. */
export const explicitDeny = defineCause<Found>({
  id: 'explicit-deny',
  article: 'policies/how-aws-decides',
  applies: (situation) =>
    situation.blame.effect === 'explicit-deny' && situation.asked
      ? { situation, denying: denyingStatement(situation) }
      : undefined,
  explain: ({ situation, denying }) => {
    const type = situation.blame.policyType
    const whose = type ? typePhrase(type) : 'a policy'
    const action = situation.asked?.action ?? 'it'
    const which = denying
      ? denyingPhrase(denying)
      : `AWS says so in its message${situation.stated.policyArn ? `: ${situation.stated.policyArn}` : ', and the policy was not given here'}.`
    return {
      title: `An explicit Deny in ${whose} stops ${action}`,
      explanation: `${which} A Deny overrides every Allow, so another Allow can’t help, not even AdministratorAccess.`,
    }
  },
  steps: ({ situation, denying }) => {
    const [first, ...more] = [
      ...bringSteps(denying),
      ...lockoutSteps(situation),
      ...(denying ? [] : [...likelyDenies(situation), ...unseenSteps(situation)]),
      ...(situation.blame.policyType ? [] : [searchStep]),
      exceptionStep(situation, situation.blame.policyType),
    ]
    return [first ?? exceptionStep(situation, undefined), ...more]
  },
  fixes: ({ denying }) =>
    denying ? [...spareAction(denying.situation, denying.ref), ...spareCaller(denying.situation, denying.ref)] : [],
  otherWays: ({ denying }) => (denying ? spareCaller(denying.situation, denying.ref) : []),
})

/** More statements than this are counted, not named. */
const mostNamed = 4

/** Names every statement that denies. If each one applies only for some values of an unknown key, together they deny every value. */
function denyingPhrase({ situation: { verdict } }: Denying): string {
  const refs: readonly StatementRef[] = verdict.decidedBy
  const named = refs.slice(0, mostNamed).map((ref) => `${statementPhrase(ref)}, ${typePhrase(ref.policyType)},`)
  const more = refs.length - named.length
  if (refs.length < 2) return `${named.join('')} denies this.`
  const all = listed(more > 0 ? [...named, `${more} more`] : named)
  const unsure = verdict.gates.flatMap(({ statements }) => statements.filter(({ answer }) => answer === 'unknown'))
  return unsure.some(({ ref }) => refs.includes(ref))
    ? `${all} deny this between them: whatever the details of the request that aren’t known, one of them applies.`
    : `${all} each deny this.`
}

function bringSteps(denying: Denying | undefined): readonly Step[] {
  const ways = denying?.statement.conditions.flatMap((condition) => bringFor(condition) ?? []) ?? []
  if (ways.length === 0) return []
  const text = ways.length > 1 ? `Any one of these is enough. ${ways.join(' ')}` : ways.join('')
  return [{ title: 'Make the call in a way this Deny doesn’t block', text, owner: 'caller' }]
}

const searchStep: Step = {
  title: 'Find the policy that denies',
  text: 'Look for “"Effect": "Deny"” in the policies of the caller and its groups, in the permissions boundary, in the resource’s policy and in the organization’s service control policies, and paste what you find. Often such a Deny requires MFA, a Region, a network, or a tag.',
  owner: 'account administrator',
}

function exceptionStep({ asked }: Situation, type: PolicyType | undefined): Step {
  const name = type ? `this ${policyTypeNames[type]}` : 'the policy'
  return {
    title: `Ask the owner of ${name} for an exception`,
    text: `Someone added the Deny on purpose, so don’t remove it. If ${whoPhrase(asked)} should be able to do this, the smallest change is an exception for this caller or this action.`,
    owner: type ? ownerOf(type, asked) : 'account administrator',
  }
}
