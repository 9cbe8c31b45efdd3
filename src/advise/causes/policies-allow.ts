import { type PolicyType, policyTypes } from '../../iam/index.ts'
import { dataText, inTurn, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep } from '../fetch-step.ts'
import { resourceFor } from '../fixes/allow-statement.ts'
import { isInstanceSession } from '../instance-session.ts'
import { likelyDenies } from '../likely-denies.ts'
import { deliverySteps } from '../log-delivery.ts'
import { policyOrderSteps } from '../policy-order.ts'
import { findRoleCommand } from '../role-commands.ts'
import { sentenceNote } from '../sentence-notes.ts'
import { sentenceSteps } from '../sentence-steps.ts'
import { shellWord } from '../shell-word.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { unattachedSteps } from '../unattached.ts'
import { wholeCall } from '../whole-call.ts'
import { typePhrase, whoPhrase } from '../words.ts'

const told = messagesOf('policies-allow', {
  need: '{{action}} ({{reason}})',
  title: 'The policies you gave allow {{action}}',
  titleForOthers: 'The policies that I have allow {{action}}, so AWS must have used others',
  denyTitle: 'An explicit Deny in {{whose}} that isn’t here stops {{action}}',
  aPolicy: 'a policy',
  silentTitle: 'The policies you gave allow {{action}}, and {{type}} that isn’t here doesn’t',
  silentTitleForOthers: 'The policies that I have allow {{action}}, and {{type}} that I don’t have doesn’t',
  nothingGaveDenies: 'Nothing you gave denies {{action}} to {{who}}',
  nothingGaveDeniesForOthers: 'Nothing that I have denies {{action}} to {{who}}',
  denies: 'denies it',
  allow: 'does not allow it',
  saysDocumentGiven:
    'AWS says that {{type}}{{named}} {{verb}}. That document was not given here, or it has changed since.',
  saysDocumentGivenForOthers:
    'AWS says that {{type}}{{named}} {{verb}}. I don’t have that document, or it has changed since.',
  saysSomePolicy: 'AWS says that some policy denies it explicitly. That policy was not given here.',
  saysSomePolicyForOthers: 'AWS says that some policy denies it explicitly. I don’t have that policy.',
  somethingWasntGiven:
    'So something that wasn’t given stopped it: another policy, an older version of one of these, or a caller other than the one named here.',
  somethingWasntGivenForOthers:
    'So something else stopped it: another policy, an older version of one of these, or a caller other than the one named here.',
  notYet:
    '{{stopped}} Or the policy wasn’t attached yet, if the same deployment makes it and the resource that needs it.',
  checkElseCall: 'Check what else the call needs',
  checkElseCallText:
    'The message names only the operation, and the policies don’t allow everything that such a call can need: {{lines}}.',
  checkReallyCalled: 'Check who really called',
  checkReallyCalledText:
    'Run this in the place where it failed: on the server, in the pipeline, in the container. These policies must belong to that user or role.',
  instanceCalled: 'See why the call was made with the instance’s role',
  instanceCalledText:
    'The session’s name is an instance’s ID, so the role {{role}} of the instance made the call. If these policies belong to another role, such as that of a pod or an ECS task, the program didn’t get it. In Kubernetes, check the annotation eks.amazonaws.com/role-arn or the Pod Identity association, and start the pods again. In Amazon ECS, check taskRoleArn in the task definition, and start new tasks. This prints the caller, if you run it in the container:',
  otherRole: 'Check that {{phrase}} has this policy',
  otherRoleText:
    'AWS made this call with {{phrase}}, not with {{other}}. A policy that’s attached to another identity doesn’t count here. If this one is, attach it to this role as well.',
  taskRole: 'the task role, which only the program in the container uses',
  callersOwn: 'your own permissions',
  callersOwnForOthers: 'my own permissions',
  allowOwn: 'If that policy is another identity’s, allow {{action}} to {{who}} itself',
  allowOwnText:
    'The call was made by {{who}}. What your own user or another role can do doesn’t count. An administrator adds this statement to a policy of {{who}}. If a tool made that role, update its stack or environment with the tool first: newer versions often add what’s missing.',
  allowOwnTextForOthers:
    'The call was made by {{who}}. What another user or role can do doesn’t count. Could you add this statement to a policy of {{who}}?',
  missingTitle: 'The object might not exist: without s3:ListBucket, S3 answers 403 instead of 404',
  missingText:
    'The policies you gave allow {{action}}, but not s3:ListBucket on the bucket. S3 says that an object doesn’t exist only to callers who can list the bucket. Everyone else gets Access Denied, as if a permission were missing.',
  missingTextForOthers:
    'The policies that I have allow {{action}}, but not s3:ListBucket on the bucket. S3 says that an object doesn’t exist only to callers who can list the bucket. Everyone else gets Access Denied, as if a permission were missing.',
  checkKey: 'Check that the object exists under this key',
  checkKeyText:
    'Compare the key in the call with the object’s name: capital letters, folders, and a slash at the start count. Keys in S3’s event notifications are URL-encoded, with + for a space: decode them first. Someone who can list the bucket runs this:',
  allowList: 'Allow s3:ListBucket, so that S3 answers 404',
  allowListText:
    'An administrator adds this statement to the policies of the caller. If the object is missing, the same call then fails with NoSuchKey. If it still says Access Denied, the object exists, and something else stops the call.',
  tryOnceMore: 'Try once more',
  tryOnceMoreText:
    'A policy change takes a few seconds, sometimes minutes, to take effect everywhere. Sessions keep the session policy they were created with.',
})

/** The given policies allow the request, so the document that denied it isn’t among them. */
export const policiesAllow = defineCause<Evaluated>({
  id: 'policies-allow',
  article: 'credentials/another-user',
  applies: (situation) => {
    const { policies, stated } = situation
    const isOpen = stated.effect === undefined && stated.policyType === undefined
    const isAllowed = isEvaluated(situation) && situation.verdict.decision === 'allowed'
    return isAllowed && (policies.length > 0 || isOpen) ? situation : undefined
  },
  explain: (situation) =>
    mightBeMissing(situation)
      ? {
          title: told('missingTitle'),
          explanation: told('missingText', { action: situation.asked.action }),
          article: 'messages/not-found-403',
        }
      : {
          title: titleOf(situation),
          explanation: inTurn([whatStoppedIt(situation), sentenceNote(situation.denial.sentence?.id)]),
        },
  steps: (situation) => {
    const { policyType } = situation.stated
    const delivery = deliverySteps(situation.denial)
    if (delivery) return [...delivery, ...(policyType ? [fetchStep(situation, policyType)] : [])]
    const isOwn = policyType === 'identity' && hasGiven(situation, 'identity')
    const [unattached] = unattachedSteps(situation)
    const [wait] = situation.stated.effect === 'explicit-deny' ? [] : policyOrderSteps(situation)
    const other = isOwn ? (instanceStep(situation) ?? otherRoleStep(situation) ?? unattached) : undefined
    const own = isOwn ? [allowOwn(situation)] : []
    if (wait && isOwn) return [wait, ...(other ? [other] : []), sameCaller]
    if (policyType)
      return other ? [other, fetchStep(situation, policyType)] : [fetchStep(situation, policyType), ...own, sameCaller]
    const missing = missingTypes(situation)
    const isDenied = situation.stated.effect === 'explicit-deny'
    const whose = otherRoleStep(situation) ?? instanceStep(situation) ?? sameCaller
    const [first = whose, ...likely] = isDenied ? [...likelyDenies(situation), whose] : [whose]
    const others = [
      ...likely,
      ...furtherSteps(situation),
      ...missing.slice(0, 3).map((type) => fetchStep(situation, type)),
      recent,
    ]
    const known = sentenceSteps(situation.denial.sentence?.id)
    if (known) return [...known, first, ...others]
    if (mightBeMissing(situation)) return [...missingObjectSteps(situation), first, ...others]
    if (wait) return [wait, first, ...others]
    return unattached ? [unattached, first, ...others] : [first, ...others]
  },
})

/** What AWS states comes first; that the given policies allow it is only the reason to look elsewhere. */
function titleOf(situation: Evaluated): Text {
  const { asked, policies, stated } = situation
  const { effect, policyType: type } = stated
  if (policies.length === 0) return told('nothingGaveDenies', { action: asked.action, who: whoPhrase(asked) })
  if (effect === 'explicit-deny')
    return told('denyTitle', { action: asked.action, whose: type ? typePhrase(type) : told('aPolicy') })
  if (type && effect && !hasGiven(situation, type))
    return told('silentTitle', { action: asked.action, type: typePhrase(type) })
  return told('title', { action: asked.action })
}

function whatStoppedIt(situation: Evaluated): Text {
  const stopped = otherPolicy(situation)
  return policyOrderSteps(situation).length > 0 && situation.stated.effect !== 'explicit-deny'
    ? told('notYet', { stopped })
    : stopped
}

function otherPolicy(situation: Evaluated): Text {
  const { effect, policyType, policyArn } = situation.stated
  const named = policyArn ? ` (${policyArn})` : ''
  if (policyType && effect) {
    const verb = effect === 'explicit-deny' ? told('denies') : told('allow')
    return told('saysDocumentGiven', { type: typePhrase(policyType), named, verb })
  }
  if (effect === 'explicit-deny') return told('saysSomePolicy')
  return told('somethingWasntGiven')
}

/** The message names an operation, and AWS checks more for it than that: what of it the policies don’t allow. */
function furtherSteps(situation: Evaluated): readonly Step[] {
  const isNamed = situation.denial.action !== undefined || situation.given.action !== undefined
  const isTold = mightBeMissing(situation)
  const all = isNamed || !hasGiven(situation, 'identity') ? [] : wholeCall(situation)
  const needs = all.filter(({ action }) => !isTold || action !== 's3:ListBucket').slice(0, mostNeeds)
  if (needs.length === 0) return []
  const lines = needs.map(({ action, reason }) => told('need', { action, reason }))
  return [
    {
      title: told('checkElseCall'),
      text: told('checkElseCallText', { lines: inTurn(lines, '; ') }),
      owner: 'account administrator',
    },
  ]
}

const mostNeeds = 5

/**
 * Without s3:ListBucket, a missing object looks like a missing permission. Where AWS names the action itself, the object isn't the question.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (2026-11-30)
 */
function mightBeMissing(situation: Evaluated): boolean {
  const { asked, stated, denial, given } = situation
  const isNamed = denial.action !== undefined || given.action !== undefined
  return (
    asked.action === 's3:GetObject' &&
    !isNamed &&
    stated.effect === undefined &&
    hasGiven(situation, 'identity') &&
    wholeCall(situation).some(({ action }) => action === 's3:ListBucket')
  )
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
function missingObjectSteps({ asked }: Evaluated): readonly [Step, Step] {
  const [, partition = 'aws', bucket = '', key] = /^arn:([^:]*):s3:::([^/]+)\/(.*)$/.exec(asked.request.resource) ?? []
  const start = key === undefined ? undefined : /^[^+%<*?]*/.exec(key)?.[0]
  const prefix = shellWord(start === '' ? undefined : start, '<BEGINNING_OF_THE_KEY>')
  const place = shellWord(/^[\w.-]{3,63}$/.exec(bucket)?.[0], '<BUCKET_NAME>')
  const resource = `arn:${partition}:s3:::${place}`
  return [
    {
      title: told('checkKey'),
      text: told('checkKeyText'),
      owner: 'caller',
      command: `aws s3api list-objects-v2 --bucket ${place} --prefix ${prefix} --query 'Contents[].Key' --max-items 20`,
    },
    {
      title: told('allowList'),
      text: told('allowListText'),
      owner: 'account administrator',
      statement: JSON.stringify({ Effect: 'Allow', Action: 's3:ListBucket', Resource: resource }, null, 2),
    },
  ]
}

/** Policy types that apply to this request and that weren’t given. */
const missingTypes = ({ verdict }: Evaluated): readonly PolicyType[] =>
  verdict.gates.flatMap(({ kind, state }) => (state === 'not given' ? policyTypes.filter((type) => type === kind) : []))

const sameCaller: Step = {
  title: told('checkReallyCalled'),
  text: told('checkReallyCalledText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}

const instanceStep = ({ asked }: Evaluated): Step | undefined =>
  isInstanceSession(asked)
    ? { ...sameCaller, title: told('instanceCalled'), text: told('instanceCalledText', { role: asked.caller.name }) }
    : undefined

/**
 * A service called with a role of its own: a policy that allows the call is often attached to another one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function otherRoleStep({ denial: { sentence } }: Evaluated): Step | undefined {
  if (sentence?.caller.kind !== 'role') return undefined
  const { phrase } = sentence.caller
  const other = /\btask execution role$/.test(phrase) ? told('taskRole') : told('callersOwn')
  return {
    title: told('otherRole', { phrase: dataText(phrase) }),
    text: told('otherRoleText', { phrase: dataText(phrase), other }),
    owner: 'account administrator',
    command: findRoleCommand(phrase),
  }
}

/** AWS names the caller and says that none of its policies allows it: a pasted one that does is someone else's, or it was changed since. */
const allowOwn = ({ asked }: Evaluated): Step => ({
  title: told('allowOwn', { action: asked.action, who: whoPhrase(asked) }),
  text: told('allowOwnText', { who: whoPhrase(asked) }),
  owner: 'account administrator',
  statement: JSON.stringify({ Effect: 'Allow', Action: asked.action, Resource: resourceFor(asked) }, null, 2),
})

const recent: Step = {
  title: told('tryOnceMore'),
  text: told('tryOnceMoreText'),
  owner: 'caller',
}
