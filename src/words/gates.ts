import type { GateKind, GateRef, GateResult } from '../evaluate/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import { exemptClause } from './exemptions.ts'
import { capital, messagesOf, type Text, type Translation, write } from './messages.ts'
import { policyTypeText } from './policy-types.ts'
import { ruleText } from './rules.ts'

const told = messagesOf('gates', {
  exempt: 'The {{gate}} doesn’t apply: {{why}}.',
  denies: 'The {{gate}} explicitly denies {{action}}.',
  allows: 'The {{gate}} allows {{action}}.',
  allowsAccount: 'The {{gate}} allows the caller’s account, so the caller’s own policies must allow the request, too.',
  doesNotDeny: 'The {{gate}} doesn’t deny it.',
  doesNotAllow: 'The {{gate}} doesn’t allow {{action}}.',
  depends: 'The {{gate}} might allow or deny it: that depends on details of the request that aren’t known yet.',
  differsByValue:
    'The {{gate}} answers differently for different values of an unknown key, but the decision is the same for all of them.',
  needed: 'No {{gate}} was given, and one must allow this.',
  notGiven: 'No {{gate}} was given. If there is one, the answer can change.',
  noSessionPolicy: 'No session policy was given, and without one a federated user session has no permissions.',
  atLevel: '{{gate}} at {{level}}',
})

const names = messagesOf('gate-names', {
  'billing-access': 'IAM access to Billing',
  's3-block-public-access': 'S3 Block Public Access',
  'kms-grant': 'grant on the KMS key',
  'bucket-acl': 'access control list (ACL) of the bucket',
  sharing: 'resource share',
  delegation: 'delegated administrator',
  'data-access': 'data access policy',
  aws: 'rule of AWS',
})

/** What a gate says to the request: a plain sentence with its full stop. */
export const gateSentence = (
  result: Pick<GateResult, 'kind' | 'level' | 'reason'>,
  translation?: Translation,
): string => write(gateText(result), translation)

function gateText({ reason, ...ref }: Pick<GateResult, 'kind' | 'level' | 'reason'>): Text {
  const gate = inSentence(ref)
  switch (reason.code) {
    case 'rule':
      return ruleText(reason.rule)
    case 'exempt':
      return told('exempt', { gate, why: exemptClause(reason.why) })
    case 'denies':
      return told('denies', { gate, action: reason.action })
    case 'allows':
      return told('allows', { gate, action: reason.action })
    case 'allows-account':
      return told('allowsAccount', { gate })
    case 'does-not-deny':
      return told('doesNotDeny', { gate })
    case 'does-not-allow':
      return told('doesNotAllow', { gate, action: reason.action })
    case 'depends':
      return told('depends', { gate })
    case 'differs-by-value':
      return told('differsByValue', { gate })
    case 'not-given':
      return told(reason.needed ? 'needed' : 'notGiven', { gate })
    case 'no-session-policy':
      return told('noSessionPolicy')
  }
}

function inSentence({ kind, level }: Pick<GateRef, 'kind' | 'level'>): Text {
  const gate = isPolicyType(kind) ? policyTypeText(kind) : names(kind)
  return level === undefined ? gate : told('atLevel', { gate, level })
}

const isPolicyType = (kind: GateKind): kind is keyof typeof policyTypeNames => Object.hasOwn(policyTypeNames, kind)

/** "Service control policy (SCP) at r-root": a gate's name, as a heading. */
export const gateName = (gate: Pick<GateRef, 'kind' | 'level'>, translation?: Translation): string =>
  write(capital(inSentence(gate)), translation)
