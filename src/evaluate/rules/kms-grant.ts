import type { RuleRow } from './rule.ts'

/** Actions that a grant on a KMS key can allow. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
const grantable: ReadonlySet<string> = new Set([
  'creategrant',
  'decrypt',
  'derivesharedsecret',
  'describekey',
  'encrypt',
  'generatedatakey',
  'generatedatakeypair',
  'generatedatakeypairwithoutplaintext',
  'generatedatakeywithoutplaintext',
  'generatemac',
  'getpublickey',
  'reencryptfrom',
  'reencryptto',
  'retiregrant',
  'sign',
  'verify',
  'verifymac',
])

/** A grant never denies, and it needs neither a key policy nor an identity-based policy. */
export const kmsGrant: RuleRow = {
  is: 'rule',
  code: 'kms-grant',
  kind: 'kms-grant',
  part: 'grants',
  services: ['kms'],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  // The grantee is an IAM identity or an AWS service.
  applies: ({ facts, actionName, caller }) =>
    facts.kmsGrant === true && grantable.has(actionName) && (caller.account !== undefined || caller.kind === 'service'),
}
