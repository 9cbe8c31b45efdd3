import type { Condition } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { type Cause, defineCause } from './cause.ts'
import { avoidSteps } from './deed-steps.ts'
import { unnamedCaller } from './deny-steps.ts'
import { avoidable, type Denying, denyingStatement, isNeverCarried } from './denying.ts'
import type { Step } from './diagnosis.ts'
import { spareAction, spareCaller } from './fixes/except-from-deny.ts'
import { lockoutSteps } from './lockout.ts'
import { statementPhrase } from './near-miss.ts'
import { ownerOf, whoPhrase } from './words.ts'

const told = messagesOf('conditioned-deny', {
  title: 'A policy denies {{action}} {{title}}',
  explanation:
    '{{statement}} denies it under a condition on {{value}}. {{why}} A Deny overrides every Allow, AdministratorAccess included.',
  makeCallWay: 'Make the call in a way this Deny doesn’t block',
  makeCallNo: 'Make the call so that its {{value}} no longer fits the condition.',
  askException: 'Or ask for an exception',
  askExceptionText:
    'Someone added the Deny on purpose, so it should stay. If {{who}} must still be able to do this, the policy’s owner adds an exception for this one caller.',
})

/** What makes one kind of conditioned Deny different from the others. */
export interface ConditionedDeny {
  readonly id: string
  readonly article: string
  /** Does a condition on this key (lower case) make it this kind? */
  readonly isAbout: (key: string) => boolean
  /** What the title ends with: "from this network"; of its key, in lower case. */
  readonly title: Text | ((key: string) => Text)
  /** Why the condition holds for this call; of its key, in lower case. */
  readonly why: Text | ((key: string) => Text)
}

interface Found extends Denying {
  readonly condition: Condition
}

const ofKey = (text: ConditionedDeny['why'], { key }: Condition): Text =>
  typeof text === 'function' ? text(key.value.toLowerCase()) : text

/** A cause for a Deny that bites because of what a call carries or lacks: often the caller can call otherwise. */
export const conditionedDeny = ({ id, article, isAbout, title, why }: ConditionedDeny): Cause =>
  defineCause<Found>({
    id,
    article,
    applies: (situation) => {
      const denying = denyingStatement(situation)
      const condition = denying?.statement.conditions.find(
        ({ key }) => isAbout(key.value.toLowerCase()) && !isNeverCarried(denying.situation, key.value),
      )
      return denying && condition ? { ...denying, condition } : undefined
    },
    explain: ({ situation, ref, condition }) => ({
      title: told('title', { action: situation.asked.action, title: ofKey(title, condition) }),
      explanation: told('explanation', {
        statement: statementPhrase(ref),
        value: condition.key.value,
        why: ofKey(why, condition),
      }),
    }),
    steps: (found) => [...otherWays(found), ...lockoutSteps(found.situation), exception(found)],
    fixes: ({ situation, ref }) => [...spareAction(situation, ref), ...spareCaller(situation, ref)],
    otherWays: ({ situation, ref }) => spareCaller(situation, ref),
  })

const otherWays = (found: Found): readonly [Step, ...Step[]] => {
  const { situation, condition } = found
  const [first, ...more] = avoidSteps(avoidable(found), situation.asked)
  const plain: Step = {
    title: told('makeCallWay'),
    text: told('makeCallNo', { value: condition.key.value }),
    owner: 'caller',
  }
  return [first ?? plain, ...more]
}

const exception = ({ situation: { asked }, ref }: Found): Step => ({
  title: told('askException'),
  text: asked.caller.kind === 'anonymous' ? unnamedCaller : told('askExceptionText', { who: whoPhrase(asked) }),
  owner: ownerOf(ref.policyType, asked),
})
