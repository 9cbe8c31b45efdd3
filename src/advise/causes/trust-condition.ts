import type { NearMiss } from '../../evaluate/index.ts'
import { elementText, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { conditionOn, valuesOf } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { statementOf } from '../fixes/except-from-deny.ts'
import { conditionKey, nearest, statementPhrase } from '../near-miss.ts'
import { silentLayer } from '../silent.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf } from '../words.ts'

const told = messagesOf('trust-condition', {
  roleRequiresExternal: 'The role requires an external ID that the call didn’t send',
  roleRequiresExternalText:
    'Pass the external ID that you agreed on: --external-id with the AWS CLI, or the field of that name in the other company’s product. It’s case-sensitive.',
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

const kindOf = (key: string): Kind => {
  if (key === 'sts:externalid') return externalId
  if (key.startsWith('aws:multifactorauth')) return mfa
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
    return miss && key !== undefined ? { situation: silent.situation, miss, key: key.toLowerCase() } : undefined
  },
  explain: ({ miss, key }) => ({
    title: kindOf(key).title,
    article: kindOf(key).article,
    explanation: told('explanation', {
      statement: statementPhrase(miss.ref),
      conditionKey: conditionKey(miss) ?? key,
      clause: elementText(miss.failed.reason),
    }),
  }),
  steps: (found) => [meet(found), rightCondition(found)],
  brings: ({ situation, miss, key }) => {
    if (key.startsWith('aws:multifactorauth'))
      return { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' }
    const statement = statementOf(situation, miss.ref)
    const condition = statement && key === 'sts:externalid' ? conditionOn(statement, key) : undefined
    const [value] = condition ? valuesOf(condition) : []
    return value === undefined ? {} : { 'sts:ExternalId': value }
  },
})

const meet = ({ key }: Found): Step => ({
  title: told('meetTrustPolicys'),
  text: kindOf(key).text,
  owner: 'caller',
})

const rightCondition = ({ situation }: Found): Step => ({
  title: told('conditionCorrected'),
  text: told('conditionCorrectedText'),
  owner: ownerOf('trust', situation.asked),
})
