import { callingServices } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { denyingStatement } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed, ownerOf, whoPhrase } from '../words.ts'

const told = messagesOf('called-by-service', {
  title: 'A service probably called {{action}} for you, and it can’t meet the condition on {{key}}',
  servicesSqsSecrets: 'services such as S3, SQS, or Secrets Manager',
  carriesNoMfa: 'carries no MFA of yours',
  comeNetwork: 'doesn’t come from your network',
  explanation:
    '{{statement}} has a condition on {{key}}. People rarely call {{action}} themselves: {{rest}} {{restB}} it with the permissions of {{who}}. That call {{restBB}}, so the condition fails although you meet it.',
  exemptCallsServices: 'Exempt calls that AWS services make for the caller',
  exemptCallsServicesText:
    'Add this test to the Condition of {{statement}}: the Deny then leaves out what a service does with the caller’s permissions. aws:CalledVia with a service’s name exempts that service only.',
  allowServiceMakes: 'Allow it when an AWS service makes the call',
  allowOneService:
    'To allow one service only, use kms:ViaService with its name, such as s3.us-east-1.amazonaws.com, instead of aws:ViaAWSService.',
  allowServiceMakesText:
    'Keep the condition for direct calls, and add a second statement for calls through a service. {{rest}}',
  didMakeCall: 'If you did make the call yourself',
  signedMfa: 'that you signed in with MFA',
  addressVpcEndpoint: 'your address or VPC endpoint',
  didMakeCallText:
    'Then your connection doesn’t meet the condition on {{key}}: check {{rest}}. In CloudTrail, sourceIPAddress of the event holds either your address or a service’s name.',
})

interface Found {
  readonly situation: Evaluated
  readonly key: string
  readonly statement: Text
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
    const services = callingServices(situation.asked.action)
    const found = services.length > 0 ? conditioned(situation) : undefined
    return found && isMissingThere(found.key.toLowerCase(), situation) ? { situation, services, ...found } : undefined
  },
  explain: ({ situation: { asked }, key, statement, services }) => ({
    title: told('title', { action: asked.action, key }),
    explanation: told('explanation', {
      statement,
      key,
      action: asked.action,
      rest: services.length > 4 ? told('servicesSqsSecrets') : listed(services, 'or'),
      restB: services.length === 1 ? 'calls' : 'call',
      who: whoPhrase(asked),
      restBB: /multifactor/i.test(key) ? told('carriesNoMfa') : told('comeNetwork'),
    }),
    basis: 'experience',
  }),
  steps: (found) => [exemptStep(found), directStep(found)],
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
const isMissingThere = (key: string, { asked }: Evaluated): boolean =>
  fromElsewhere.has(key) || (key.startsWith('aws:multifactorauth') && asked.service === 'kms')

/** Someone gave the key, or told that no service called: then the condition itself is the matter. */
const saysWhereFrom = ({ given }: Evaluated): boolean =>
  Object.keys(given.context ?? {}).some((key) => /^aws:(?:via|source|vpcsource|called)/i.test(key))

function conditioned(situation: Evaluated): Pick<Found, 'key' | 'statement' | 'effect'> | undefined {
  const denying = denyingStatement(situation)
  const [condition] =
    denying?.statement.conditions.filter(({ key }) => isMissingThere(key.value.toLowerCase(), situation)) ?? []
  if (denying && condition) return { key: condition.key.value, statement: statementPhrase(denying.ref), effect: 'Deny' }
  const miss = situation.blame.effect === 'implicit-deny' ? nearest(situation, 'identity') : undefined
  const key = miss && conditionKey(miss)
  return miss && key !== undefined ? { key, statement: statementPhrase(miss.ref), effect: 'Allow' } : undefined
}

function exemptStep({ situation: { asked }, effect, statement }: Found): Step {
  const owner = ownerOf('identity', asked)
  if (effect === 'Deny') {
    return {
      title: told('exemptCallsServices'),
      text: told('exemptCallsServicesText', { statement }),
      owner,
      statement: JSON.stringify({ Bool: { 'aws:ViaAWSService': 'false' } }, null, 2),
    }
  }
  return {
    title: told('allowServiceMakes'),
    text: told('allowServiceMakesText', { rest: asked.service === 'kms' ? told('allowOneService') : '' }),
    owner,
    statement: JSON.stringify(
      {
        Sid: 'ThroughServices',
        Effect: 'Allow',
        Action: asked.action,
        Resource: asked.request.resource,
        Condition: { Bool: { 'aws:ViaAWSService': 'true' } },
      },
      null,
      2,
    ),
  }
}

const directStep = ({ situation: { asked }, key }: Found): Step => ({
  title: told('didMakeCall'),
  text: told('didMakeCallText', {
    key,
    rest: /multifactor/i.test(key) ? told('signedMfa') : told('addressVpcEndpoint'),
  }),
  owner: 'caller',
  command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
})
