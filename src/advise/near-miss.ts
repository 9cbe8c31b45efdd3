import { matchesAction, type NearMiss, readOf, type StatementRef } from '../evaluate/index.ts'
import { type Condition, type PolicyType, parseArn } from '../iam/index.ts'
import { elementText, inTurn, messagesOf, type Text } from '../words/index.ts'
import { stepOf } from './deed-steps.ts'
import { deedToMeet, isMetByAnother } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import { statementOf } from './fixes/except-from-deny.ts'
import type { Evaluated } from './situation.ts'

const told = messagesOf('near-miss', {
  comesClose: 'comes close',
  wouldAllow: 'would allow it',
  butMatch: '{{statement}} {{rest}}, but its {{element}} doesn’t match: {{clause}}.',
  statement: 'Statement “{{sid}}”',
  statementB: 'Statement {{statement}}',
  of: '{{which}} of “{{policy}}”',
  secondAllowWithout: '{{text}} Don’t add a second Allow without the condition: it would let everything past it.',
  useLike: 'Have {{operator}} replaced with {{like}}',
  useLikeText:
    '{{statement}} compares {{key}} with a pattern, but {{operator}} takes * and ? literally. {{like}} takes them as wildcards.',
  meetPolicysCondition: 'Meet the policy’s condition',
  meetPolicysConditionText:
    '{{statement}} allows it under a condition on {{key}}: {{clause}}. Meet the condition rather than removing it.',
})

/** The statement of this policy type that came nearest to allowing the request. A missed condition is the best hint, then a missed resource. */
export function nearest({ asked, verdict }: Evaluated, type: PolicyType): NearMiss | undefined {
  const near = verdict.closest.filter(
    ({ ref, failed }) => ref.policyType === type && !isOfStandIn(failed, asked) && !isOfOtherService(failed, asked),
  )
  return near.find(({ failed }) => failed.element === 'Condition') ?? near[0]
}

/** A bucket isn't what's in it, nor the other way round, and an alias isn't its key, whatever their names are. */
const ofEveryName: ReadonlySet<string> = new Set(['container', 'contents', 'alias'])

/** A placeholder differs from everything: few slips hold for every name. */
function isOfStandIn({ element, reason }: NearMiss['failed'], { standIns }: Evaluated['asked']): boolean {
  if (element === 'Principal' || element === 'NotPrincipal') return standIns.has('principal')
  if (element !== 'Resource' && element !== 'NotResource') return false
  const isOfEvery = reason.code === 'resource-slip' && ofEveryName.has(reason.slip)
  return standIns.has('resource') && !isOfEvery
}

/** "*" on a table comes nowhere near a secret. */
function isOfOtherService({ reason }: NearMiss['failed'], { request }: Evaluated['asked']): boolean {
  const own = parseArn(request.resource)?.service
  if (reason.code !== 'resource-missed' || own === undefined) return false
  const services = reason.names.map((name) => parseArn(name)?.service)
  return services.every((service) => service !== undefined && service !== own && /^[\w-]+$/.test(service))
}

/** A sentence about it; empty where none came near. */
export const nearPhrase = (miss: NearMiss | undefined): Text =>
  miss
    ? told('butMatch', {
        statement: statementPhrase(miss.ref),
        rest: conditionKey(miss) === undefined ? told('comesClose') : told('wouldAllow'),
        element: miss.failed.element,
        clause: inTurn(
          [miss.failed, ...(miss.also ?? [])].map(({ reason }) => elementText(reason)),
          '; ',
        ),
      })
    : ''

/** A statement by its Sid, else by its number, with the policy's name. */
export function statementPhrase({ statement, sid, policy }: StatementRef): Text {
  const which = sid ? told('statement', { sid }) : told('statementB', { statement: statement + 1 })
  return told('of', { which, policy })
}

/** A condition that does not hold was put there on purpose: the caller meets it, a second Allow without it would undo it. */
export const meetCondition = (situation: Evaluated, type: PolicyType): Step | undefined =>
  meetConditions(situation, type)[0]

/** What to do for each condition that the nearest statement of this type still misses. */
export function meetConditions(situation: Evaluated, type: PolicyType): readonly Step[] {
  const near = nearest(situation, type)
  if (!near) return []
  const missed = missedAmong(statementOf(situation, near.ref)?.conditions ?? [])
  return [near.failed, ...(near.also ?? [])].flatMap((failed) => {
    const miss = { ref: near.ref, failed }
    return meetOne(situation, miss, missed(miss)) ?? []
  })
}

function meetOne(situation: Evaluated, miss: NearMiss, condition: Condition | undefined): Step | undefined {
  const key = conditionKey(miss)
  if (key === undefined || key.toLowerCase() === passedTo) return undefined
  const like = condition && likeFor(condition)
  if (condition && like !== undefined)
    return {
      title: told('useLike', { operator: condition.operator.written, like }),
      text: told('useLikeText', {
        statement: statementPhrase(miss.ref),
        key,
        operator: condition.operator.written,
        like,
      }),
      owner: 'account administrator',
    }
  const deed = condition && deedToMeet(condition, situation.asked)
  if (deed) return stepOf(deed, deed.changesCondition ? deed.text : told('secondAllowWithout', { text: deed.text }))
  return {
    title: told('meetPolicysCondition'),
    text: told('meetPolicysConditionText', {
      statement: statementPhrase(miss.ref),
      key,
      clause: elementText(miss.failed.reason),
    }),
    owner: 'caller',
  }
}

/** Every condition that the nearest statement misses was meant for another resource of the same call: a statement for this one undoes none of them. */
export function isAllowedApart(situation: Evaluated, type: PolicyType): boolean {
  const near = nearest(situation, type)
  if (!near) return false
  const missed = missedAmong(statementOf(situation, near.ref)?.conditions ?? [])
  return [near.failed, ...(near.also ?? [])].every((failed) => {
    const condition = missed({ ref: near.ref, failed })
    return condition !== undefined && isMetByAnother(condition, situation.asked)
  })
}

/**
 * What the caller does to meet the conditions of the statements that allow the action, where AWS blames a policy of this type and the given one doesn’t
 * stop the call as far as is known.
 */
export function conditionSteps(situation: Evaluated, type: PolicyType): readonly Step[] {
  const { asked, blame, policies } = situation
  if (!blame.unseen || blame.policyType !== type) return []
  return policies
    .filter((policy) => policy.given && policy.type === type)
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, action }) => effect?.value === 'Allow' && action && matchesAction(action, actionOf(asked)))
    .flatMap(({ conditions }) => conditions)
    .flatMap((condition) => {
      const deed = deedToMeet(condition, asked)
      return deed ? [stepOf(deed)] : []
    })
}

/** The operator that takes wildcards, where a condition's only values have some and its own operator compares them literally. */
function likeFor({ operator: { value, written }, values }: Condition): string | undefined {
  if (value?.comparison !== 'string' || value.negated) return undefined
  return values.length > 0 && values.every(({ value: { raw } }) => /[*?]/.test(raw))
    ? written.replace(/StringEquals/i, 'StringLike')
    : undefined
}

/** Finds the condition of a statement that a miss is about: the first one with its key and operator. */
function missedAmong(conditions: readonly Condition[]): (miss: NearMiss) => Condition | undefined {
  const nameOf = (operator: string, key: string): string => `${operator} ${key.toLowerCase()}`
  const named = new Map(
    conditions.toReversed().map((condition) => [nameOf(condition.operator.written, condition.key.value), condition]),
  )
  return ({ failed: { reason } }) =>
    reason.code === 'condition' ? named.get(nameOf(reason.operator, reason.key)) : undefined
}

/** The asked action as the evaluator's matchers take it. */
export const actionOf = ({ action, service }: Evaluated['asked']) => ({
  service,
  actionName: action.slice(service.length + 1).toLowerCase(),
})

/** For another service than the ones named so far, passing a role needs a statement of its own: that one names the service too. */
const passedTo = 'iam:passedtoservice'

/** The key of the condition that failed, as the policy writes it; undefined where another element failed. */
export const conditionKey = ({ failed: { reason } }: NearMiss): string | undefined =>
  reason.code === 'condition' ? reason.key : undefined
