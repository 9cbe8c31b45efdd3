import type { Condition } from '../iam/index.ts'
import { bringFor } from './bring.ts'
import { type Cause, defineCause } from './cause.ts'
import { type Denying, denyingStatement } from './denying.ts'
import type { Step } from './diagnosis.ts'
import { spareAction, spareCaller } from './fixes/except-from-deny.ts'
import { lockoutSteps } from './lockout.ts'
import { statementPhrase } from './near-miss.ts'
import { ownerOf, whoPhrase } from './words.ts'

/** What makes one kind of conditioned Deny different from the others. */
export interface ConditionedDeny {
  readonly id: string
  readonly article: string
  /** Does a condition on this key (lower case) make it this kind? */
  readonly isAbout: (key: string) => boolean
  /** What the title ends with: "from this network". */
  readonly title: string
  /** Why the condition holds for this call. */
  readonly why: string
}

interface Found extends Denying {
  readonly condition: Condition
}

/** A cause for a Deny that bites because of what a call carries or lacks: often the caller can call otherwise. */
export const conditionedDeny = ({ id, article, isAbout, title, why }: ConditionedDeny): Cause =>
  defineCause<Found>({
    id,
    article,
    applies: (situation) => {
      const denying = denyingStatement(situation)
      const condition = denying?.statement.conditions.find(({ key }) => isAbout(key.value.toLowerCase()))
      return denying && condition ? { ...denying, condition } : undefined
    },
    explain: ({ situation, ref, condition }) => ({
      title: `A policy denies ${situation.asked.action} ${title}`,
      explanation: `${statementPhrase(ref)} denies it under a condition on ${condition.key.value}. ${why} A Deny overrides every Allow, AdministratorAccess included.`,
    }),
    steps: (found) => [otherWay(found), ...lockoutSteps(found.situation), exception(found)],
    fixes: ({ situation, ref }) => [...spareAction(situation, ref), ...spareCaller(situation, ref)],
    otherWays: ({ situation, ref }) => spareCaller(situation, ref),
  })

function otherWay({ statement, condition }: Found): Step {
  const ways = statement.conditions.flatMap((each) => bringFor(each) ?? [])
  const any = ways.length > 1 ? 'Any one of these is enough. ' : ''
  return {
    title: 'Make the call in a way this Deny doesn’t block',
    text:
      ways.length > 0
        ? `${any}${ways.join(' ')}`
        : `Make the call so that its ${condition.key.value} no longer fits the condition.`,
    owner: 'caller',
  }
}

const exception = ({ situation: { asked }, ref }: Found): Step => ({
  title: 'Or ask for an exception',
  text: `Someone added the Deny on purpose, so it should stay. If ${whoPhrase(asked)} must still be able to do this, the policy’s owner adds an exception for this one caller.`,
  owner: ownerOf(ref.policyType, asked),
})
