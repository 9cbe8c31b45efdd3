import { isAccountId } from '../../iam/index.ts'
import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { exceptionStep, searchStep } from '../deny-steps.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { comesWithToken } from '../fixes/allow-statement.ts'
import { functionUrl } from '../function-url.ts'
import { letsInSentence, letsInSteps } from '../lets-in.ts'
import { likelyDenies } from '../likely-denies.ts'
import { isMissingOrDenied } from '../missing-or-denied.ts'
import { sentenceNote } from '../sentence-notes.ts'
import { sentenceSteps } from '../sentence-steps.ts'
import { isOfSession, leaveOutStep } from '../session-extras.ts'
import { shellWord } from '../shell-word.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation } from '../situation.ts'
import { servicesTrusted } from '../trusted-services.ts'
import { unsentIn } from '../unsent.ts'
import { typeName, typePhrase } from '../words.ts'

const told = messagesOf('incomplete', {
  note: 'It allows this one action and no other. Attach it to the user or role that made the call.',
  resourcesPolicyLet: 'The resource’s policy doesn’t let {{name}} in',
  deniedSomethingMessage: 'AWS denied something, and the message doesn’t say which action',
  deniedCallersArn: 'AWS denied {{action}}, and the caller’s ARN can’t be read',
  policyDenies: 'An explicit Deny in {{type}} stops {{action}}',
  aPolicy: 'a policy',
  missingOrDenied: 'What the call names doesn’t exist, or the caller lacks {{action}}',
  callerProbablyLacks: 'The caller probably lacks {{action}}, and the message doesn’t say who called',
  unreadable:
    'The caller isn’t named by a whole ARN: the ARN was cut short or masked on the way, or it’s a name that a tool uses.',
  saysDeniesExplicitly: 'AWS says that {{type}}{{named}} denies it explicitly. No Allow anywhere can outweigh that.',
  saysPolicyDenies: 'AWS says that a policy denies it explicitly. No Allow anywhere can outweigh that.',
  saysNoAllows: 'AWS says that no {{type}}{{named}} allows it.',
  messageSayPolicy:
    'The message doesn’t say which policy denied it. Usually no policy attached to the caller allows it.',
  seeMadeCall: 'See who made the call',
  seeMadeCallText:
    'Run this where the call was made, and enter the ARN as the caller. Then give the policies of that user or role.',
  deniedNobody: 'AWS denied {{action}}, and the message doesn’t say who called',
  eitherSide:
    'The message doesn’t say which side denied it. Either the role’s trust policy doesn’t let the caller in, or the caller’s own policies don’t allow sts:AssumeRole on the role. A role that doesn’t exist gives the same answer.',
  eitherSideOfSession:
    'The call assumes a role and also {{does}}. AWS checks that as {{action}}, in addition to sts:AssumeRole. Usually the role’s trust policy doesn’t allow it. If the role is in another account, or its trust policy names the account rather than the caller, the caller’s own policies must allow it, too.',
  lacksSession: 'The role’s trust policy probably doesn’t allow {{action}}',
  sendsTags: 'sends session tags',
  setsIdentity: 'sets a source identity',
  allowInTrust: 'Allow {{action}} in the role’s trust policy',
  allowInTrustText:
    'The role’s administrator adds {{action}} next to sts:AssumeRole in the statement that lets the caller in, and keeps its conditions. This shows the policy:',
  namedInTrust: 'See whether the role’s trust policy names that caller',
  namedInTrustText:
    'It must name the user, the role, or the account under Principal, and every condition must be met, such as an external ID. Run this in the role’s account. If it says that there’s no such role, the ARN in the call is wrong.',
  allowedToAssume: 'See whether the caller’s own policies allow it',
  allowedToAssumeText:
    'If the trust policy names the account rather than the caller, or the role is in another account, the caller’s own policies need {{action}} on {{arn}}, too.',
  dataEncryptedKms:
    'The data is encrypted with a KMS key, and the service uses the key with the permissions of the caller.',
  findKey: 'Find the key',
  findKeyText:
    'The data is encrypted with a KMS key. This prints which one, if you run it with permissions to look at the resource.',
  allowKey: 'Allow {{action}} on that key',
  allowKeyText:
    'Add the statement to the policies of the user or role that made the call, with the key’s ARN. The key’s policy must let the account’s own policies count, which is the default. If the key belongs to another account, its policy must name the caller, too. No one else can use an AWS managed key (aws/s3, aws/ssm) from another account.',
  servicesMessageFits: 'The service’s message fits several actions.',
  severalServicesOperation: 'Several services have the operation that was called.',
  several: '{{rest}} The action is one of {{actionCandidates}}. Enter yours.',
  unknown: 'Enter it as service:Action, such as s3:GetObject. The CloudTrail event of the call names it.',
  sayAction: 'Say which action it was',
})

/** The message leaves out the caller or the action, or names a caller that can’t be read. The answer reports the rest. */
export const incomplete = defineCause<Situation>({
  id: 'incomplete',
  article: 'messages/which-gate',
  applies: (situation) => {
    const { asked } = situation
    // A caller with a token has no ARN to name: the trust policy decides by the token.
    // An identity-based policy that is pasted alone belongs to the caller, even if we don’t know who that is.
    // A trust policy can name a caller whose name isn't known.
    const mayBeTrusted = hasGiven(situation, 'trust') && servicesTrusted(situation.policies).length === 0
    const isOwn =
      (hasGiven(situation, 'identity') && !mayBeTrusted) ||
      (isEvaluated(situation) && servicesTrusted(situation.policies).length > 0)
    // A policy for everyone that depends on a condition decides without the caller's name.
    const isForAnyone = hasGiven(situation, 'resource') && situation.verdict?.decision === 'undetermined'
    // So does a Deny of the organization, no matter who called.
    const isLimited =
      hasGiven(situation, 'scp') &&
      (situation.verdict?.decision === 'undetermined' || situation.verdict?.decision === 'explicitDeny')
    // What a role asks the call to send is the likely reason, no matter who called.
    const isUnsent = unsentIn(situation) !== undefined
    const isNamed = isOwn || isForAnyone || isLimited || isUnsent
    return !asked || (asked.standIns.has('principal') && !comesWithToken(asked) && !isNamed) ? situation : undefined
  },
  explain: (situation) => {
    const url = functionUrl(situation)
    if (url) return { title: url.title, explanation: url.explanation, basis: 'experience' }
    return {
      title: titleOf(situation),
      explanation: inTurn([
        ...(situation.asked && isUnreadable(situation) ? [unreadable] : []),
        whatIsStated(situation),
        aboutKey(situation),
        letsInSentence(situation),
        sentenceNote(situation.denial.sentence?.id),
      ]),
    }
  },
  steps: (situation) => {
    const [first, ...further] = isForSession(situation) ? roleSteps(situation) : []
    const ask = situation.asked ? whoStep : actionStep(situation)
    const own = functionUrl(situation)?.steps ?? sentenceSteps(situation.denial.sentence?.id)
    if (own && !first) return own
    return [
      first ?? ask,
      ...(first ? [...further, ask] : []),
      ...(situation.stated.effect === 'explicit-deny' ? likelyDenies(situation) : []),
      ...letsInSteps(situation),
      ...keySteps(situation),
      ...(first ? [] : roleSteps(situation)),
      ...(situation.stated.policyType ? [fetchStep(situation, situation.stated.policyType)] : []),
      ...denySteps(situation),
    ]
  },
  fixes: (situation) => {
    const { effect, policyType } = situation.stated
    const mayHelp = effect !== 'explicit-deny' && (policyType === undefined || policyType === 'identity')
    if (!mayHelp || !isEvaluated(situation) || functionUrl(situation)) return []
    const note = told('note')
    return allowIn(situation, { type: 'identity', note, ifNew: note })
  },
})

/** The owner of the Deny decides, no matter who called. */
const denySteps = (situation: Situation): readonly Step[] =>
  situation.asked && situation.stated.effect === 'explicit-deny'
    ? [...(situation.stated.policyType ? [] : [searchStep]), exceptionStep(situation, situation.stated.policyType)]
    : []

function titleOf(situation: Situation): Text {
  const { asked, denial } = situation
  const by = denial.sentence?.caller
  if (!asked && by?.kind === 'service') return told('resourcesPolicyLet', { name: by.name })
  if (!asked) return told('deniedSomethingMessage')
  const { effect, policyType } = situation.stated
  if (effect === 'explicit-deny')
    return told('policyDenies', { type: policyType ? typePhrase(policyType) : told('aPolicy'), action: asked.action })
  if (isForSession(situation) && policyType === undefined) return told('lacksSession', { action: asked.action })
  if (isOfRole(situation) && !isUnreadable(situation)) return told('deniedNobody', { action: asked.action })
  if (isMissingOrDenied(situation)) return told('missingOrDenied', { action: asked.action })
  return isUnreadable(situation)
    ? told('deniedCallersArn', { action: asked.action })
    : told('callerProbablyLacks', { action: asked.action })
}

/** A caller is named, though not by an ARN or another name that AWS gives. */
const isUnreadable = ({ given, denial }: Situation): boolean =>
  Boolean(given.principal || (denial.principal && !isAccountId(denial.principal)))

const unreadable = told('unreadable')

function whatIsStated(situation: Situation): Text {
  const { effect, policyType, policyArn } = situation.stated
  const named = policyArn ? ` (${policyArn})` : ''
  if (effect === 'explicit-deny') {
    return policyType ? told('saysDeniesExplicitly', { type: typePhrase(policyType), named }) : told('saysPolicyDenies')
  }
  if (policyType) return told('saysNoAllows', { type: typeName(policyType), named })
  if (isOfRole(situation)) return told('eitherSide')
  return isForSession(situation) ? sidesOfSession(situation.asked) : told('messageSayPolicy')
}

/** Is a role to be assumed? Then its trust policy has a say, too. */
const isOfRole = ({ asked }: Situation): boolean => asked?.action === 'sts:AssumeRole'

const isForSession = (situation: Situation): situation is Evaluated => isEvaluated(situation) && isOfSession(situation)

const sidesOfSession = ({ action }: Evaluated['asked']): Text =>
  told('eitherSideOfSession', { action, does: told(action === 'sts:TagSession' ? 'sendsTags' : 'setsIdentity') })

/** Both sides of an AssumeRole call whose caller isn't known. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
function roleSteps(situation: Situation): readonly Step[] {
  const { asked, stated } = situation
  if (!asked || stated.policyType !== undefined || !(isOfRole(situation) || isForSession(situation))) return []
  const owner = 'account administrator'
  const arn = asked.standIns.has('resource') ? '<ROLE_ARN>' : asked.request.resource
  const name = shellWord(asked.standIns.has('resource') ? undefined : /[^/:]*$/.exec(arn)?.[0], '<ROLE_NAME>')
  const command = `aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`
  const { action } = asked
  return [
    isForSession(situation)
      ? { title: told('allowInTrust', { action }), text: told('allowInTrustText', { action }), owner, command }
      : { title: told('namedInTrust'), text: told('namedInTrustText'), owner, command },
    { title: told('allowedToAssume'), text: told('allowedToAssumeText', { action, arn }), owner },
    ...(isForSession(situation) ? [leaveOutStep(situation)] : []),
  ]
}

const whoStep: Step = {
  title: told('seeMadeCall'),
  text: told('seeMadeCallText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}

const aboutKey = ({ asked, denial }: Situation): Text =>
  asked?.service === 'kms' && asked.standIns.has('resource') && denial.action === undefined
    ? told('dataEncryptedKms')
    : ''

/** By operation: the command that prints the key of what was read. */
const keyCommands: ReadonlyMap<string, string> = new Map([
  ['GetObject', 'aws s3api head-object --bucket <BUCKET> --key <KEY> --query SSEKMSKeyId'],
  ['GetSecretValue', 'aws secretsmanager describe-secret --secret-id <SECRET> --query KmsKeyId'],
  [
    'GetParameter',
    "aws ssm describe-parameters --parameter-filters Key=Name,Values=<NAME> --query 'Parameters[].KeyId'",
  ],
])

/**
 * S3, Systems Manager, and others use a KMS key with the caller’s permissions; their messages leave out which key it was.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
function keySteps({ asked, given, stated }: Situation): readonly Step[] {
  if (asked?.service !== 'kms') return []
  const known = asked.standIns.has('resource') ? undefined : asked.request.resource
  if (known !== undefined && (stated.effect !== undefined || !known.includes(':key/'))) return []
  const operation = /calling the (\w{3,60}) operation/.exec(given.paste.slice(0, 20_000))?.[1] ?? ''
  const command = known === undefined ? keyCommands.get(operation.replace(/s$/, '')) : undefined
  const statement = { Effect: 'Allow', Action: asked.action, Resource: known ?? '<KEY_ARN>' }
  return [
    ...(command === undefined
      ? []
      : [
          {
            title: told('findKey'),
            text: told('findKeyText'),
            owner: 'account administrator' as const,
            command,
          },
        ]),
    {
      title: told('allowKey', { action: asked.action }),
      text: told('allowKeyText'),
      owner: 'account administrator',
      statement: JSON.stringify(statement, null, 2),
    },
  ]
}

function actionStep({ denial: { actionCandidates: candidates, sentence } }: Situation): Step {
  const isOpen = sentence?.caller.kind === 'service' && candidates.length === 0
  const actionCandidates = isOpen ? sentence.actions : candidates
  const several = told('several', {
    rest: isOpen ? told('servicesMessageFits') : told('severalServicesOperation'),
    actionCandidates: actionCandidates.join(', '),
  })
  const unknown = told('unknown')
  return { title: told('sayAction'), text: actionCandidates.length > 0 ? several : unknown, owner: 'caller' }
}
