import { matchesAction, readOf, type StatementRef } from '../../evaluate/index.ts'
import { callingServices } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import { calledActions } from '../called-action.ts'
import { defineCause } from '../cause.ts'
import { denyingStatement } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { resourceFor } from '../fixes/allow-statement.ts'
import { type Assumption, type Draft, editDraft } from '../fixes/draft.ts'
import { addCondition } from '../fixes/edit-policy.ts'
import { statementOf } from '../fixes/except-from-deny.ts'
import { actionOf, conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed, ownerOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('called-by-service', {
  call: 'call',
  calls: 'calls',
  title: 'A service probably called {{action}} for you, and it can’t meet the condition on {{key}}',
  titleForOthers: 'A service probably called {{action}} for me, and it can’t meet the condition on {{key}}',
  servicesSqsSecrets: 'services such as S3, SQS, or Secrets Manager',
  carriesNoMfa: 'carries no MFA of yours',
  carriesNoMfaForOthers: 'carries no MFA of mine',
  comeNetwork: 'doesn’t come from your network',
  comeNetworkForOthers: 'doesn’t come from my network',
  explanation:
    '{{statement}} has a condition on {{key}}. People rarely call {{action}} themselves: {{rest}} {{restB}} it with the permissions of {{who}}. That call {{restBB}}, so the condition fails although you meet it.',
  explanationForOthers:
    '{{statement}} has a condition on {{key}}. People rarely call {{action}} themselves: {{rest}} {{restB}} it with the permissions of {{who}}. That call {{restBB}}, so the condition fails although I meet it.',
  exemptCallsServices: 'Exempt calls that AWS services make for the caller',
  exemptCallsServicesText:
    'Change the Condition of {{statement}} as below: the Deny then leaves out what a service does with the caller’s permissions. aws:CalledVia with a service’s name exempts that service only.',
  allowServiceMakes: 'Allow it when an AWS service makes the call',
  allowOneService:
    'To allow one service only, use kms:ViaService with its name, such as s3.us-east-1.amazonaws.com, instead of aws:ViaAWSService.',
  allowServiceMakesText:
    'Keep the condition for direct calls, and add {{addition}} for calls through a service. {{rest}}',
  allowNote: 'It allows {{action}} only when an AWS service makes the call with the caller’s permissions.',
  exemptTitle: 'Exempt calls that AWS services make from the Deny in “{{policy}}”',
  exemptNote: 'The Deny stays in force for every direct call.',
  serviceCalled: 'an AWS service made the call',
  didMakeCall: 'If you did make the call yourself',
  didMakeCallForOthers: 'If I did make the call myself',
  signedMfa: 'that you signed in with MFA',
  signedMfaForOthers: 'that I signed in with MFA',
  addressVpcEndpoint: 'your address or VPC endpoint',
  addressVpcEndpointForOthers: 'my address or VPC endpoint',
  didMakeCallText:
    'Then your connection doesn’t meet the condition on {{key}}: check {{rest}}. In CloudTrail, sourceIPAddress of the event holds either your address or a service’s name.',
  didMakeCallTextForOthers: 'Then my connection doesn’t meet the condition on {{key}}: check {{rest}}.',
})

interface Found {
  readonly situation: Evaluated
  readonly key: string
  readonly ref: StatementRef
  readonly effect: 'Allow' | 'Deny'
  readonly services: readonly string[]
}

/**
 * S3, Athena, or Lambda make calls with the caller's permissions, but not from the caller's network: a condition on it fails there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
export const calledByService = defineCause<Found>({
  id: 'called-by-service',
  article: 'policies/network',
  applies: (situation) => {
    if (!isEvaluated(situation) || saysWhereFrom(situation)) return undefined
    const services = isToldByLambda(situation) ? ['lambda.amazonaws.com'] : callingServices(situation.asked.action)
    const found = services.length > 0 && isThroughService(situation) ? conditioned(situation) : undefined
    return found && isMissingThere(found.key.toLowerCase(), situation) ? { situation, services, ...found } : undefined
  },
  explain: ({ situation: { asked }, key, ref, services }) => ({
    title: told('title', { action: asked.action, key }),
    explanation: told('explanation', {
      statement: statementPhrase(ref),
      key,
      action: asked.action,
      rest: services.length > 4 ? told('servicesSqsSecrets') : listed(services, 'or'),
      restB: told(services.length === 1 ? 'calls' : 'call'),
      who: whoPhrase(asked),
      restBB: /multifactor/i.test(key) ? told('carriesNoMfa') : told('comeNetwork'),
    }),
    basis: 'experience',
  }),
  steps: (found) => [exemptStep(found), directStep(found)],
  fixes: (found) => (found.effect === 'Deny' ? exemptServices(found) : allowServices(found)),
})

/** Keys that describe the caller's own connection or sign-in. */
const fromElsewhere: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
])

/** A service's call carries MFA no more than it comes from your network. People call KMS themselves least of all. */
const isMissingThere = (key: string, situation: Evaluated): boolean =>
  fromElsewhere.has(key) ||
  (key.startsWith('aws:multifactorauth') && (situation.asked.service === 'kms' || isToldByLambda(situation)))

/** Lambda’s own sentence: it fetched the deployment package with the caller’s permissions. */
const isToldByLambda = ({ denial }: Evaluated): boolean => denial.sentence?.id === 'lambda-s3-code'

/**
 * Is it likely that a service made the call? Yes if the paste names another operation around it, and no if it names this one. Where none is named, only
 * KMS is rarely called by people: programs read objects and queues themselves all the time.
 */
function isThroughService(situation: Evaluated): boolean {
  const { asked, given } = situation
  if (isToldByLambda(situation)) return true
  const called = calledActions(given).map((action) => action.toLowerCase())
  return called.length === 0 ? asked.service === 'kms' : !called.includes(asked.action.toLowerCase())
}

/** Someone gave the key, or told that no service called: then the condition itself is the matter. */
const saysWhereFrom = ({ given }: Evaluated): boolean =>
  Object.keys(given.context ?? {}).some((key) => /^aws:(?:via|source|vpcsource|called)/i.test(key))

function conditioned(situation: Evaluated): Pick<Found, 'key' | 'ref' | 'effect'> | undefined {
  const denying = denyingStatement(situation)
  const [condition] =
    denying?.statement.conditions.filter(({ key }) => isMissingThere(key.value.toLowerCase(), situation)) ?? []
  if (denying && condition) return { key: condition.key.value, ref: denying.ref, effect: 'Deny' }
  if (situation.verdict.decision === 'undetermined')
    return isToldByLambda(situation) ? underCondition(situation) : undefined
  const miss = situation.blame.effect === 'implicit-deny' ? nearest(situation, 'identity') : undefined
  const key = miss && conditionKey(miss)
  return miss && key !== undefined ? { key, ref: miss.ref, effect: 'Allow' } : undefined
}

/** The statement that allows the action only for the caller’s own connection or sign-in. */
function underCondition(situation: Evaluated): Pick<Found, 'key' | 'ref' | 'effect'> | undefined {
  const { policies, asked } = situation
  for (const [policyIndex, policy] of policies.entries()) {
    if (policy.type !== 'identity') continue
    for (const { index, span, sid, effect, action, conditions } of readOf(policy).policy.statements) {
      if (effect?.value !== 'Allow' || !action || !matchesAction(action, actionOf(asked))) continue
      const key = conditions.find((each) => isMissingThere(each.key.value.toLowerCase(), situation))?.key.value
      const ref = { policyType: policy.type, policyIndex, policy: policy.name, statement: index, sid: sid?.value, span }
      if (key !== undefined) return { key, ref, effect: 'Allow' }
    }
  }
  return undefined
}

function exemptStep({ situation: { asked }, effect, ref }: Found): Step {
  const owner = ownerOf(ref.policyType, asked)
  if (effect === 'Deny') {
    const text = told('exemptCallsServicesText', { statement: statementPhrase(ref) })
    return { title: told('exemptCallsServices'), text, owner }
  }
  return {
    title: told('allowServiceMakes'),
    text: told('allowServiceMakesText', {
      addition: statementBelow,
      rest: asked.service === 'kms' ? told('allowOneService') : '',
    }),
    owner,
  }
}

const viaService = 'aws:ViaAWSService'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-viaawsservice */
const assumption = (): Assumption => ({ clause: told('serviceCalled'), context: { [viaService]: 'true' } })

function exemptServices({ situation, ref }: Found): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  if (!statement) return []
  const test = {
    operator: 'BoolIfExists',
    key: viaService,
    value: 'false',
    title: told('exemptTitle', { policy: ref.policy }),
  }
  const edit = addCondition(policies[ref.policyIndex]?.text ?? '', statement, test)
  const owner = ownerOf(ref.policyType, asked)
  return editDraft(policies, { index: ref.policyIndex, edit, owner, note: told('exemptNote'), assumes: assumption() })
}

const allowServices = ({ situation }: Found): Iterable<Draft> =>
  allowIn(situation, {
    type: 'identity',
    note: told('allowNote', { action: situation.asked.action }),
    statement: {
      Sid: 'ThroughServices',
      Effect: 'Allow',
      Action: situation.asked.action,
      Resource: resourceFor(situation.asked),
      Condition: { Bool: { [viaService]: 'true' } },
    },
    assumes: assumption(),
  })

const directStep = ({ situation: { asked }, key }: Found): Step => ({
  title: told('didMakeCall'),
  text: told('didMakeCallText', {
    key,
    rest: /multifactor/i.test(key) ? told('signedMfa') : told('addressVpcEndpoint'),
  }),
  owner: 'caller',
  command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
})
