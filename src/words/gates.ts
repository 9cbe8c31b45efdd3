import type { GateKind, GateRef, GateResult } from '../evaluate/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import { exemptClause } from './exemptions.ts'
import { write } from './messages.ts'
import { ruleText } from './rules.ts'

/** What a gate says to the request: a plain sentence with its full stop. */
export function gateSentence({ reason, ...gate }: Pick<GateResult, 'kind' | 'level' | 'reason'>): string {
  const name = `The ${inSentence(gate)}`
  switch (reason.code) {
    case 'rule':
      return write(ruleText(reason.rule))
    case 'exempt':
      return `${name} doesn’t apply: ${exemptClause(reason.why)}.`
    case 'denies':
      return `${name} explicitly denies ${reason.action}.`
    case 'allows':
      return `${name} allows ${reason.action}.`
    case 'allows-account':
      return `${name} allows the caller’s account, so the caller’s own policies must allow the request, too.`
    case 'does-not-deny':
      return `${name} doesn’t deny it.`
    case 'does-not-allow':
      return `${name} doesn’t allow ${reason.action}.`
    case 'depends':
      return `${name} might allow or deny it: that depends on details of the request that aren’t known yet.`
    case 'differs-by-value':
      return `${name} answers differently for different values of an unknown key, but the decision is the same for all of them.`
    case 'not-given':
      return reason.needed
        ? `No ${inSentence(gate)} was given, and one must allow this.`
        : `No ${inSentence(gate)} was given. If there is one, the answer can change.`
    case 'no-session-policy':
      return 'No session policy was given, and without one a federated user session has no permissions.'
  }
}

const inSentence = ({ kind, level }: Pick<GateRef, 'kind' | 'level'>): string =>
  `${gateNames[kind]}${level === undefined ? '' : ` at ${level}`}`

const gateNames: Readonly<Record<GateKind, string>> = {
  ...policyTypeNames,
  'billing-access': 'IAM access to Billing',
  's3-block-public-access': 'S3 Block Public Access',
  'kms-grant': 'grant on the KMS key',
  'bucket-acl': 'access control list (ACL) of the bucket',
  sharing: 'resource share',
  delegation: 'delegated administrator',
  'data-access': 'data access policy',
  aws: 'rule of AWS',
}

/** "Service control policy (SCP) at r-root": a gate's name, as a heading. */
export function gateName(gate: Pick<GateRef, 'kind' | 'level'>): string {
  const name = inSentence(gate)
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
