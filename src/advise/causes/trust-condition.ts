import type { NearMiss } from '../../evaluate/index.ts'
import type { Condition } from '../../iam/index.ts'
import { elementText, messagesOf, type Text } from '../../words/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import { conditionOn, valuesOf } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { statementOf } from '../fixes/except-from-deny.ts'
import { conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { silentLayer } from '../silent.ts'
import type { Evaluated } from '../situation.ts'
import { type Unsent, unsentIn } from '../unsent.ts'
import { sendCode, unsentFixes, unsentSteps, unsentWords } from '../unsent-words.ts'
import { ownerOf } from '../words.ts'

const told = messagesOf('trust-condition', {
  roleRequiresExternal: 'The role requires an external ID that the call didn’t send',
  roleRequiresExternalText:
    'Pass the agreed external ID: --external-id with the AWS CLI, or the field of that name in the other company’s product. It’s case-sensitive.',
  roleRequiresMfa: 'The role requires MFA, and the call was made without it',
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
  conditionCorrected: 'Or have the condition corrected',
  conditionCorrectedText:
    'If the policy names the wrong value, the role’s administrator corrects it. Don’t remove the condition: it keeps out everyone else in the same account or from the same provider.',
})

interface Found {
  readonly situation: Evaluated
  readonly miss: NearMiss
  /** In lower case. */
  readonly key: string
}

interface Kind {
  readonly title: Text
  readonly article: string
  /** What to do; undefined for MFA, which has a step of its own. */
  readonly text: Text | undefined
}

const externalId: Kind = {
  title: told('roleRequiresExternal'),
  article: 'roles/external-id',
  text: told('roleRequiresExternalText'),
}
const mfa: Kind = {
  title: told('roleRequiresMfa'),
  article: 'policies/mfa',
  text: undefined,
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
export const trustCondition = defineCause<Found | Unsent>({
  id: 'trust-condition',
  article: 'policies/trust',
  applies: (situation) => {
    const silent = silentLayer(situation, 'trust')
    const miss = silent && nearest(silent.situation, 'trust')
    const key = miss && conditionKey(miss)
    return miss && key !== undefined
      ? { situation: silent.situation, miss, key: key.toLowerCase() }
      : unsentIn(situation)
  },
  explain: (found) => ('wants' in found ? unsentWords(found) : missed(found)),
  steps: (found) => ('wants' in found ? unsentSteps(found) : [meet(found), rightCondition(found)]),
  fixes: (found) => ('wants' in found ? unsentFixes(found) : []),
  brings: (found) => {
    const key = 'wants' in found ? found.asks?.condition.key.value.toLowerCase() : found.key
    if (key === undefined) return {}
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

const conditionOf = (found: Found | Unsent): Condition | undefined => {
  if ('wants' in found) return found.asks?.condition
  const statement = statementOf(found.situation, found.miss.ref)
  return statement && conditionOn(statement, found.key)
}

function meet({ key, situation: { asked } }: Found): Step {
  const { text } = kindOf(key)
  return text === undefined ? sendCode(asked) : { title: told('meetTrustPolicys'), text, owner: 'caller' }
}

const rightCondition = ({ situation }: Found): Step => ({
  title: told('conditionCorrected'),
  text: told('conditionCorrectedText'),
  owner: ownerOf('trust', situation.asked),
})
