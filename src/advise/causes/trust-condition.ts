import type { NearMiss } from '../../evaluate/index.ts'
import type { Condition } from '../../iam/index.ts'
import { elementText, messagesOf, type Text } from '../../words/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import { stepOf } from '../deed-steps.ts'
import { mfaDeed, mfaDevice } from '../deeds/caller.ts'
import { deedToMeet } from '../deeds/index.ts'
import { conditionOn, valuesOf } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { statementOf } from '../fixes/except-from-deny.ts'
import { conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { shellWord } from '../shell-word.ts'
import { silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation } from '../situation.ts'
import { listed, ownerOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('trust-condition', {
  roleRequiresExternal: 'The role requires an external ID that the call didn’t send',
  roleRequiresExternalText:
    'Pass the agreed external ID: --external-id with the AWS CLI, or the field of that name in the other company’s product. It’s case-sensitive.',
  roleRequiresMfa: 'The role requires MFA, and the call was made without it',
  roleRequiresMfaText:
    'Name your device and its code in the call: --serial-number and --token-code, or mfa_serial in the profile of ~/.aws/config.',
  tokensSubjectOne: 'The token’s subject is not the one that the role trusts',
  tokensSubjectOneText:
    'Compare the sub claim of the token with the trust policy letter by letter: the repository, the branch or the environment, the namespace and the service account. A “*” needs StringLike.',
  tokensAudienceOne: 'The token’s audience is not the one that the role trusts',
  tokensAudienceOneText:
    'The aud claim must be one that the trust policy names and that the identity provider in IAM lists: sts.amazonaws.com for GitHub Actions and EKS. For SAML it is https://signin.aws.amazon.com/saml.',
  callMeetCondition: 'The call doesn’t meet a condition of the role’s trust policy',
  callMeetConditionText: 'Meet the condition rather than removing it.',
  explanation:
    '{{statement}} would let this caller in, under a condition on {{conditionKey}}: {{clause}}. To AWS that is a plain denial: the message does not mention the condition.',
  meetTrustPolicys: 'Meet the trust policy’s condition',
  mayRequireExternal: 'The role requires an external ID, and nothing shows that the call sent it',
  explanationOpen:
    '{{statement}} lets this caller in if the call names the external ID {{values}}. To AWS a call without it is a plain denial: the message does not mention the condition. If the call did send it, the caller’s own policies don’t allow sts:AssumeRole.',
  mayRequireMfa: 'The role requires MFA, and nothing shows that the call was made with it',
  callWithMfaText:
    'Name the device and its code in the call. In a profile of ~/.aws/config, mfa_serial does that. Replace 123456 with the code, and the device’s ARN if yours has another name: the console shows it under Security credentials.',
  explanationOpenMfa:
    '{{statement}} lets this caller in only with MFA. To AWS a call without it is a plain denial: the message does not mention the condition. The caller’s access keys alone never count as MFA. If the call did use MFA, the caller’s own policies don’t allow sts:AssumeRole.',
  ownToo: 'If the call did that, allow {{action}} to {{who}}',
  ownTooText:
    'Then the caller’s own policies are what’s missing. An IAM administrator of the account adds {{addition}} to one of them.',
  ownNote: 'It helps only if the call also meets the condition of the role’s trust policy.',
  conditionCorrected: 'Or have the condition corrected',
  conditionCorrectedText:
    'If the policy names the wrong value, the role’s administrator corrects it. Don’t remove the condition: it keeps out everyone else in the same account or from the same provider.',
})

interface Found {
  readonly situation: Evaluated
  readonly miss: NearMiss
  /** Nothing says whether the call meets the condition. */
  readonly isOpen: boolean
  /** In lower case. */
  readonly key: string
}

interface Kind {
  readonly title: Text
  readonly article: string
  readonly text: Text
}

const externalId: Kind = {
  title: told('roleRequiresExternal'),
  article: 'roles/external-id',
  text: told('roleRequiresExternalText'),
}
const mfa: Kind = {
  title: told('roleRequiresMfa'),
  article: 'policies/mfa',
  text: told('roleRequiresMfaText'),
}
const subject: Kind = {
  title: told('tokensSubjectOne'),
  article: 'roles/github-oidc',
  text: told('tokensSubjectOneText'),
}
const audience: Kind = {
  title: told('tokensAudienceOne'),
  article: 'roles/oidc-others',
  text: told('tokensAudienceOneText'),
}
const other: Kind = {
  title: told('callMeetCondition'),
  article: 'policies/trust',
  text: told('callMeetConditionText'),
}

const isMfa = (key: string): boolean => key.startsWith('aws:multifactorauth')

const kindOf = (key: string): Kind => {
  if (key === 'sts:externalid') return externalId
  if (isMfa(key)) return mfa
  if (key.endsWith(':sub')) return subject
  return key.endsWith(':aud') ? audience : other
}

/** The trust policy names the caller, but under a condition that isn’t met. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const trustCondition = defineCause<Found>({
  id: 'trust-condition',
  article: 'policies/trust',
  applies: (situation) => {
    const silent = silentLayer(situation, 'trust')
    const miss = silent && nearest(silent.situation, 'trust')
    const key = miss && conditionKey(miss)
    return miss && key !== undefined
      ? { situation: silent.situation, miss, key: key.toLowerCase(), isOpen: false }
      : unshown(situation)
  },
  explain: (found) => (found.isOpen ? open(found) : missed(found)),
  steps: (found) => [meet(found), ...(found.isOpen ? [ownSide(found)] : []), rightCondition(found)],
  fixes: ({ situation, isOpen }) =>
    isOpen ? allowIn(situation, { type: 'identity', note: told('ownNote'), ifNew: told('ownNote') }) : [],
  brings: (found) => {
    const { key } = found
    if (isMfa(key)) return { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' }
    const condition = key === 'sts:externalid' ? conditionOf(found) : undefined
    const [value] = condition ? valuesOf(condition) : []
    return value === undefined ? {} : { 'sts:ExternalId': value }
  },
})

const missed = ({ miss, key }: Found): Explanation => ({
  title: kindOf(key).title,
  article: kindOf(key).article,
  explanation: told('explanation', {
    statement: statementPhrase(miss.ref),
    conditionKey: conditionKey(miss) ?? key,
    clause: elementText(miss.failed.reason),
  }),
})

const open = (found: Found): Explanation => (isMfa(found.key) ? openMfa(found) : openId(found))

const openMfa = ({ miss }: Found): Explanation => ({
  title: told('mayRequireMfa'),
  article: mfa.article,
  explanation: told('explanationOpenMfa', { statement: statementPhrase(miss.ref) }),
  basis: 'experience',
})

const openId = (found: Found): Explanation => {
  const condition = conditionOf(found)
  return {
    title: told('mayRequireExternal'),
    article: externalId.article,
    explanation: told('explanationOpen', {
      statement: statementPhrase(found.miss.ref),
      values: listed(condition ? valuesOf(condition) : [], 'or'),
    }),
    basis: 'experience',
  }
}

/**
 * The pasted trust policy names the caller, and all that isn't known is whether the call sent the external ID, or whether a user's call was made with MFA.
 * The caller's own policies weren't pasted, and nothing speaks against them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function unshown(situation: Situation): Found | undefined {
  const { effect, policyType } = situation.stated
  if (!isEvaluated(situation) || effect !== undefined || policyType !== undefined) return undefined
  if (situation.blame.policyType !== 'identity' || hasGiven(situation, 'identity')) return undefined
  const trust = situation.verdict.gates.find(({ kind, state }) => kind === 'trust' && state === 'unknown')
  for (const { ref, effect: says, elements } of trust?.statements ?? []) {
    const [failed, ...also] = elements.filter(({ answer }) => answer !== 'yes')
    const miss = failed && { ref, failed, also }
    if (says !== 'Allow' || !miss || also.length > 0 || failed.answer !== 'unknown') continue
    const key = conditionKey(miss)?.toLowerCase()
    if (key === 'sts:externalid') return { situation, miss, key, isOpen: true }
    // A role's session never has MFA of its own, so there the decision says it. Access keys alone pass an operator with IfExists.
    if (key === undefined || !isMfa(key) || situation.asked.caller.kind !== 'user') continue
    const found = { situation, miss, key, isOpen: true }
    if (conditionOf(found)?.operator.value?.ifExists === false) return found
  }
  return undefined
}

const conditionOf = ({ situation, miss, key }: Found): Condition | undefined => {
  const statement = statementOf(situation, miss.ref)
  return statement && conditionOn(statement, key)
}

function meet(found: Found): Step {
  if (isMfa(found.key) && found.isOpen) return callWithMfa(found.situation)
  const condition = found.isOpen ? conditionOf(found) : undefined
  const deed = condition && deedToMeet(condition, found.situation.asked)
  return deed ? stepOf(deed) : { title: told('meetTrustPolicys'), text: kindOf(found.key).text, owner: 'caller' }
}

/** A user's call of AssumeRole can bring the code itself. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const callWithMfa = ({ asked }: Evaluated): Step => ({
  ...stepOf(mfaDeed(asked)),
  text: told('callWithMfaText'),
  command: `aws sts assume-role --role-arn ${shellWord(asked.request.resource, '<ROLE_ARN>')} --role-session-name <SESSION_NAME> --serial-number ${mfaDevice(asked.caller)} --token-code 123456`,
})

const ownSide = ({ situation: { asked } }: Found): Step => ({
  title: told('ownToo', { action: asked.action, who: whoPhrase(asked) }),
  text: told('ownTooText', { addition: statementBelow }),
  owner: 'account administrator',
})

const rightCondition = ({ situation }: Found): Step => ({
  title: told('conditionCorrected'),
  text: told('conditionCorrectedText'),
  owner: ownerOf('trust', situation.asked),
})
