import { policyTypes, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const conditionsNeverMetTogether = check({
  code: 'CONDITIONS_NEVER_MET_TOGETHER',
  own: true,
  type: 'WARNING',
  title: 'Two conditions require keys that no request carries together',
  messages: {
    allow:
      'A request through a VPC endpoint carries no `{{address}}`, and no other request carries `{{network}}`. All conditions of a statement must match, so this one allows nothing. Use two statements.',
    deny: 'A request through a VPC endpoint carries no `{{address}}`, and no other request carries `{{network}}`. All conditions of a statement must match, so this one denies nothing. Use two statements.',
  },
  policyTypes,
  needs: /^aws:sourceip$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const asked = keysAskedFor(statement)
      const address = asked.find(({ name }) => name === 'aws:sourceip')
      const network = asked.find(({ name }) => throughEndpoint.has(name))
      if (!address || !network) continue
      const data = { address: address.written, network: network.written }
      const message = statement.effect?.value === 'Deny' ? told('deny', data) : told('allow', data)
      yield { path: address.path, span: address.span, message }
    }
  },
})

/** Only requests through a VPC endpoint carry these. */
const throughEndpoint: ReadonlySet<string> = new Set([
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
])

/** The keys that a request must carry for the statement to match. */
const keysAskedFor = ({ conditions }: Statement) =>
  conditions.flatMap(({ key, path, operator: { value: operator } }) => {
    if (!operator || operator.negated || operator.ifExists) return []
    if (operator.comparison === 'null' || operator.quantifier === 'for-all') return []
    return [{ name: key.value.toLowerCase(), written: key.value, path, span: key.span }]
  })
