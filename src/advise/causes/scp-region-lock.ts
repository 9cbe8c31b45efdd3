import { needsBillingAccess } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import { conditionOn, type Denying, denyingStatement, valuesOf } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { spareAction, spareCaller } from '../fixes/except-from-deny.ts'
import { statementPhrase } from '../near-miss.ts'
import { listed } from '../words.ts'

/** The organization locks Regions, and the action's service is not among those that the lock spares. */
export const scpRegionLock = defineCause<Denying>({
  id: 'scp-region-lock',
  article: 'billing/region-lock',
  applies: (situation) => {
    const denying = denyingStatement(situation)
    const isLock = denying?.ref.policyType === 'scp' && conditionOn(denying.statement, 'aws:RequestedRegion')
    return isLock ? denying : undefined
  },
  explain: ({ situation, ref, statement }) => {
    const condition = conditionOn(statement, 'aws:RequestedRegion')
    const regions = condition?.operator.value?.negated ? ` outside ${listed(valuesOf(condition), 'or')}` : ''
    return {
      title: `Your organization locks Regions, and the lock catches ${situation.asked.action}`,
      explanation: `${statementPhrase(ref)} denies every call${regions} that it does not spare. ${regionOf(situation) ?? 'Global services such as Billing and Cost Management answer in us-east-1, wherever you are'}, and ${situation.asked.action} is not among the spared actions. No policy in this account can change that.`,
    }
  },
  steps: ({ situation, statement }) => [
    statement.action?.sense === 'none-of'
      ? {
          title: `Add ${situation.asked.action} to the actions that the Region lock spares`,
          text: 'The list under NotAction is there for services that work from one Region only. This is done in the organization’s management account.',
          owner: 'organization administrator',
        }
      : {
          title: 'Except this caller from the Region lock',
          text: 'This Deny has no list of spared actions. The smallest change is an exception for the one role or user.',
          owner: 'organization administrator',
        },
    ...(needsBillingAccess(situation.asked.action) ? [] : [callElsewhere]),
  ],
  fixes: ({ situation, ref }) => [...spareAction(situation, ref), ...spareCaller(situation, ref)],
  otherWays: ({ situation, ref }) => spareCaller(situation, ref),
})

/** Billing answers from one Region only. */
const callElsewhere: Step = {
  title: 'Call in a Region that is open',
  text: 'This works where the service is offered there. Global services such as IAM answer from one Region only.',
  owner: 'caller',
}

function regionOf({ asked }: Denying['situation']): string | undefined {
  const region = Object.entries(asked.request.context ?? {}).find(
    ([key]) => key.toLowerCase() === 'aws:requestedregion',
  )?.[1]
  return typeof region === 'string' && /^[a-z0-9-]+$/.test(region) ? `This call went to ${region}` : undefined
}
