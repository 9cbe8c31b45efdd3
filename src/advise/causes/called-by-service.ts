import { callingServices } from '../../reference/index.ts'
import { defineCause } from '../cause.ts'
import { denyingStatement } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed, ownerOf, whoPhrase } from '../words.ts'

interface Found {
  readonly situation: Evaluated
  readonly key: string
  readonly statement: string
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
    title: `A service probably called ${asked.action} for you, and it can’t meet the condition on ${key}`,
    explanation: `${statement} has a condition on ${key}. People rarely call ${asked.action} themselves: ${services.length > 4 ? 'services such as S3, SQS, or Secrets Manager' : listed(services, 'or')} ${services.length === 1 ? 'calls' : 'call'} it with the permissions of ${whoPhrase(asked)}. That call ${/multifactor/i.test(key) ? 'carries no MFA of yours' : 'doesn’t come from your network'}, so the condition fails although you meet it.`,
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
      title: 'Exempt calls that AWS services make for the caller',
      text: `Add this test to the Condition of ${statement}: the Deny then leaves out what a service does with the caller’s permissions. aws:CalledVia with a service’s name exempts that service only.`,
      owner,
      statement: JSON.stringify({ Bool: { 'aws:ViaAWSService': 'false' } }, null, 2),
    }
  }
  return {
    title: 'Allow it when an AWS service makes the call',
    text: `Keep the condition for direct calls, and add a second statement for calls through a service.${asked.service === 'kms' ? ' To allow one service only, use kms:ViaService with its name, such as s3.us-east-1.amazonaws.com, instead of aws:ViaAWSService.' : ''}`,
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
  title: 'If you did make the call yourself',
  text: `Then your connection doesn’t meet the condition on ${key}: check ${/multifactor/i.test(key) ? 'that you signed in with MFA' : 'your address or VPC endpoint'}. In CloudTrail, sourceIPAddress of the event holds either your address or a service’s name.`,
  owner: 'caller',
  command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${asked.action.slice(asked.service.length + 1)} --max-results 20`,
})
