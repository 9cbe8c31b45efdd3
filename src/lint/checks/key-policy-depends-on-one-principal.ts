import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const keyPolicyDependsOnOnePrincipal = statementCheck(
  {
    code: 'KEY_POLICY_DEPENDS_ON_ONE_PRINCIPAL',
    type: 'SUGGESTION',
    title: 'Only one user or role can change this KMS key policy',
    messages: {
      found:
        "If `{{only}}` is deleted, no one can change this policy: a new role of that name isn't the same principal, and only AWS Support can help. Allow `kms:*` for the account too.",
    },
    policyTypes: ['resource'],
    exampleOf: 'AWS::KMS::Key',
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" }, "Action": "kms:*", "Resource": "*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }',
    ),
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  },
  (statement, { policy, resourceType }) => {
    const { statements } = policy
    const changing = statements.filter(
      (each) => isAllow(each) && includesAction(each, /^(?:\*|kms:(?:\*|put\*|putkeypolicy))$/),
    )
    const [only, ...more] = changing.flatMap(({ principal }) => principal?.items ?? [])
    if (resourceType !== 'AWS::KMS::Key' || statement !== changing[0]) return undefined
    if (!only || more.length > 0 || only.value.kind !== 'arn') return undefined
    const message = told('found', { only: only.value.raw })
    return { at: atElement(statement, statement.principal), message }
  },
)
