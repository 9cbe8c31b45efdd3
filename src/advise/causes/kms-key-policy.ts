import { keyActionsOf } from '../../reference/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { allowStatement } from '../fixes/allow-statement.ts'
import { forService } from '../fixes/of-sentence.ts'
import { managedKey, managedKeyExplanation, managedKeySteps } from '../managed-key.ts'
import { conditionSteps, meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { ownerOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('kms-key-policy', {
  note: 'In a key policy, “*” means only this key. It allows only what the statement names, only to this caller.',
  ifNew: '{{note}} A key always has a policy: add this statement to it and keep the others.',
  nameKeyPolicy: 'Name {{who}} in the key policy',
  nameKeyPolicyText:
    'The key’s administrator adds {{addition}}. Often another service, such as S3 or SQS, makes the call for you. You still need access to the key then.',
  nameServiceText:
    'The key’s administrator adds {{addition}}. A service that sends to an encrypted topic or queue makes a data key and decrypts it, so it needs both actions.',
  keyPolicyAllow: 'The key policy does not allow {{action}}',
  explanation:
    'AWS says so. The key policy that you gave doesn’t stop the call, unless one of its conditions isn’t met: it might belong to another key, or be an older one.',
  explanationForOthers:
    'AWS says so. The key policy that I have doesn’t stop the call, unless one of its conditions isn’t met: it might belong to another key, or be an older one.',
  accessKmsKeyExplanation:
    'Access to a KMS key depends on its key policy. Policies of users and roles have an effect only if the key policy delegates to their account. This one allows {{action}} neither to {{who}} nor to the account. {{near}}',
  keyPolicyProbably: 'The key policy probably doesn’t let {{who}} use the key',
  serviceNoPoliciesExplanation:
    'A service has no policies of its own, so only the key policy can allow {{action}} to it, and none was given. The keys that AWS manages (aws/sqs, aws/sns) never let other services in: use a customer managed key.',
  serviceNoPoliciesExplanationForOthers:
    'A service has no policies of its own, so only the key policy can allow {{action}} to it, and I don’t have that policy. The keys that AWS manages (aws/sqs, aws/sns) never let other services in: the service needs a customer managed key.',
  deniedEitherKey: 'AWS denied {{action}}: either the key policy or the caller’s own policies',
  ownLacksToo:
    'AWS names the key policy, and it was not given. The policies that you gave for {{who}} don’t allow {{action}} either. Most key policies leave the decision to the account’s own policies, and then that permission is what’s missing. Otherwise the key policy must allow it.',
  ownLacksTooForOthers:
    'AWS names the key policy, and I don’t have it. The policies that I have for {{who}} don’t allow {{action}} either. Most key policies leave the decision to the account’s own policies, and then that permission is what’s missing. Otherwise the key policy must allow it.',
  ownFirst: 'Allow {{action}} to {{who}}',
  ownFirstText:
    'An IAM administrator of the account adds the statement to a policy of {{who}}. It’s enough if the key policy leaves the decision to the account, as the one does that KMS creates.',
  accessKmsKeyDepends:
    'Access to a KMS key depends on its key policy, and none was given. Either it allows {{action}} neither to {{who}} nor to the account, or it delegates to the account, and the policies of {{who}} don’t allow it.',
  accessKmsKeyDependsForOthers:
    'Access to a KMS key depends on its key policy, and I don’t have it. Either it allows {{action}} neither to {{who}} nor to the account, or it delegates to the account, and the policies of {{who}} don’t allow it.',
})

/** A key’s own key policy decides first. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const kmsKeyPolicy = defineCause<Silent>({
  id: 'kms-key-policy',
  article: 'policies/kms-key',
  applies: (situation) => (situation.asked?.service === 'kms' ? silentLayer(situation, 'resource') : undefined),
  explain: ({ situation }) => {
    const managed = managedKey(situation)
    if (managed !== undefined) return managedKeyExplanation(managed, situation)
    return lacksOwn(situation)
      ? bothLack(situation)
      : isShown(situation)
        ? shownPolicy(situation)
        : unseenPolicy(situation)
  },
  steps: ({ situation }) => {
    const managed = managedKey(situation)
    if (managed !== undefined) return managedKeySteps(managed, situation)
    const [first = nameStep(situation), ...more] = [
      ...(lacksOwn(situation) ? [ownStep(situation)] : []),
      ...conditionSteps(situation, 'resource'),
      meetCondition(situation, 'resource') ?? nameStep(situation),
      ...(isShown(situation) && !lacksOwn(situation) ? unseenSteps(situation) : [fetchStep(situation, 'resource')]),
    ]
    return [first, ...more]
  },
  fixes: ({ situation }) => {
    if (managedKey(situation) !== undefined) return []
    const note = told('note')
    const ifNew = told('ifNew', { note })
    return allowIn(situation, { type: 'resource', note, ifNew, ...forService(situation) })
  },
})

const nameStep = ({ asked }: Evaluated): Step => ({
  title: told('nameKeyPolicy', { who: whoPhrase(asked) }),
  text: told(sendsEncrypted(asked) ? 'nameServiceText' : 'nameKeyPolicyText', { addition: statementBelow }),
  owner: ownerOf('resource', asked),
})

const sendsEncrypted = ({ caller, action }: Evaluated['asked']): boolean =>
  caller.kind === 'service' && keyActionsOf(caller.name, action) !== undefined

/** AWS names the key policy, which wasn’t pasted, and the caller’s own policies, which were, don’t allow the action either. */
const lacksOwn = (situation: Evaluated): boolean =>
  !hasGiven(situation, 'resource') &&
  !situation.asked.crossAccount &&
  hasGiven(situation, 'identity') &&
  situation.verdict.gates.some(({ kind, state }) => kind === 'identity' && state === 'silent')

const bothLack = ({ asked }: Evaluated): Explanation => ({
  title: told('deniedEitherKey', { action: asked.action }),
  explanation: told('ownLacksToo', { action: asked.action, who: whoPhrase(asked) }),
  basis: 'experience',
})

const ownStep = ({ asked }: Evaluated): Step => ({
  title: told('ownFirst', { action: asked.action, who: whoPhrase(asked) }),
  text: told('ownFirstText', { who: whoPhrase(asked) }),
  owner: ownerOf('identity', asked),
  statement: JSON.stringify(allowStatement('identity', asked), null, 2),
})

/** Pasted, or named by AWS as the policy that denied the call. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') || situation.stated.policyType === 'resource'

/** AWS blames the key policy, and the one that was pasted doesn’t stop the call as far as is known. */
const otherPolicy = ({ asked }: Evaluated): Explanation => ({
  title: told('keyPolicyAllow', { action: asked.action }),
  explanation: told('explanation'),
})

const shownPolicy = (situation: Evaluated): Explanation =>
  situation.blame.unseen && hasGiven(situation, 'resource')
    ? otherPolicy(situation)
    : {
        title: told('keyPolicyAllow', { action: situation.asked.action }),
        explanation: told('accessKmsKeyExplanation', {
          action: situation.asked.action,
          who: whoPhrase(situation.asked),
          near: nearPhrase(nearest(situation, 'resource')),
        }),
      }

/** The policy wasn’t pasted, so the answer claims nothing about its contents. */
function unseenPolicy({ asked }: Evaluated): Explanation {
  const who = whoPhrase(asked)
  if (asked.caller.kind === 'service')
    return {
      title: told('keyPolicyProbably', { who }),
      explanation: told('serviceNoPoliciesExplanation', { action: asked.action }),
      basis: 'experience',
    }
  return {
    title: told('deniedEitherKey', { action: asked.action }),
    explanation: told('accessKmsKeyDepends', { action: asked.action, who }),
  }
}
