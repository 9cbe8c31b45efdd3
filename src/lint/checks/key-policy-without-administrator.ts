import { coversAction, type Statement } from '../../iam/index.ts'
import type { Subject } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

export const keyPolicyWithoutAdministrator = check({
  code: 'KEY_POLICY_WITHOUT_ADMINISTRATOR',
  own: true,
  type: 'WARNING',
  title: 'No one can change this KMS key policy',
  messages: {
    found:
      'No statement allows `kms:PutKeyPolicy`, and IAM policies count only if the key policy allows the account. No one can change this policy again, only AWS Support can. Allow `kms:*` for the account or for administrators.',
  },
  policyTypes: ['resource'],
  exampleOf: 'AWS::KMS::Key',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }',
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" }',
  ),
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  *find(subject) {
    const { statements } = subject.policy
    const [first] = statements
    if (!first || !isKeyPolicy(subject) || statements.some(letsChange)) return
    const message = told('found')
    yield { path: first.path, span: { from: first.span.from, to: first.span.from + 1 }, message }
  },
})

const isKeyPolicy = ({ resourceType }: Subject): boolean => resourceType === 'AWS::KMS::Key'

const letsChange = ({ effect, action }: Statement): boolean =>
  effect?.value === 'Allow' &&
  (action?.sense === 'none-of' ||
    Boolean(action?.items.some(({ value }) => value.kind === 'open' || coversAction(value, 'kms', 'putkeypolicy'))))
