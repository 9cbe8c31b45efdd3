import { needsBillingAccess } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { avoidSteps } from '../deed-steps.ts'
import { conditionOn, type Denying, denyingStatement, valuesOf } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { spareAction, spareCaller } from '../fixes/except-from-deny.ts'
import { statementPhrase } from '../near-miss.ts'
import { listed } from '../words.ts'

const told = messagesOf('scp-region-lock', {
  outside: 'outside {{values}}',
  title: 'Your organization’s Region lock denies {{action}}',
  titleForOthers: 'Our organization’s Region lock denies {{action}}',
  globalServicesBilling:
    'Global services such as Billing and Cost Management answer in us-east-1, wherever the call comes from',
  explanation:
    '{{statement}} denies every call {{regions}}, except for the actions that it exempts. {{region}}, and {{action}} isn’t exempt. No policy in this account can change that.',
  addActionsRegion: 'Add {{action}} to the actions that the Region lock exempts',
  addActionsRegionText:
    'Put it into the list under NotAction, which is for services that run in one Region only. Make the change in the organization’s management account.',
  exceptCallerRegion: 'Except this caller from the Region lock',
  exceptCallerRegionText:
    'This Deny has no list of exempt actions. The smallest change is an exception for the one role or user.',
  exceptService: 'Exempt this role from the Region lock',
  exceptServiceText:
    'The role belongs to the organization’s own setup, such as AWS Control Tower, and works in every Region that it watches. Add it to the roles that the Deny leaves out (ArnNotLike on aws:PrincipalArn), in the management account.',
  callWent: 'This call went to {{region}}',
  noRegionNamed: 'The message doesn’t say to which Region this call went',
})

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
    const regions = condition?.operator.value?.negated
      ? told('outside', { values: listed(valuesOf(condition), 'or') })
      : ''
    return {
      title: told('title', { action: situation.asked.action }),
      explanation: told('explanation', {
        statement: statementPhrase(ref),
        regions,
        region: regionOf(situation) ?? told('globalServicesBilling'),
        action: situation.asked.action,
      }),
    }
  },
  steps: ({ situation, statement }) => {
    const spared: Step =
      statement.action?.sense === 'none-of'
        ? {
            title: told('addActionsRegion', { action: situation.asked.action }),
            text: told('addActionsRegionText'),
            owner: 'organization administrator',
          }
        : {
            title: told('exceptCallerRegion'),
            text: told('exceptCallerRegionText'),
            owner: 'organization administrator',
          }
    if (isOfLandingZone(situation)) return [exceptService, spared]
    const [elsewhere] = callElsewhere(situation, statement)
    return elsewhere ? [elsewhere, spared] : [spared]
  },
  fixes: ({ situation, ref }) =>
    isOfLandingZone(situation)
      ? spareCaller(situation, ref)
      : [...spareAction(situation, ref), ...spareCaller(situation, ref)],
  otherWays: ({ situation, ref }) => spareCaller(situation, ref),
})

/** Roles that AWS Control Tower, StackSets, and the landing zones make: no one chooses their Region. https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html */
const isOfLandingZone = ({ asked: { caller } }: Denying['situation']): boolean =>
  /^(?:aws-controltower-|AWSControlTower|stacksets-exec-|AWSAFT|AWSAccelerator|PBMMAccel-)/.test(caller.name)

const exceptService: Step = {
  title: told('exceptService'),
  text: told('exceptServiceText'),
  owner: 'organization administrator',
}

/** What the caller can do without a change. Billing answers from one Region only. */
const callElsewhere = ({ asked }: Denying['situation'], { conditions }: Denying['statement']): readonly Step[] =>
  needsBillingAccess(asked.action)
    ? []
    : avoidSteps([conditions.filter(({ key }) => key.value.toLowerCase() === 'aws:requestedregion')], asked).filter(
        ({ owner }) => owner === 'caller',
      )

function regionOf({ asked }: Denying['situation']): Text | undefined {
  if (asked.assumedKeys.has('aws:requestedregion') && !needsBillingAccess(asked.action)) return told('noRegionNamed')
  const region = Object.entries(asked.request.context ?? {}).find(
    ([key]) => key.toLowerCase() === 'aws:requestedregion',
  )?.[1]
  return typeof region === 'string' && /^[a-z0-9-]+$/.test(region) ? told('callWent', { region }) : undefined
}
