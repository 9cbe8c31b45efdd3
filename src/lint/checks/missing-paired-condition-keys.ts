import { policyTypes, type Statement } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingPairedConditionKeys = check({
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  type: 'SECURITY_WARNING',
  title: 'A private address identifies no network without its VPC',
  messages: {
    found:
      'Any VPC can use these addresses, so `{{key}}` alone does not identify the network that a request comes from. Add `{{partners}}` to the same condition.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    const keysOf = keysPerStatement()
    for (const { condition, key, statement } of subject.conditions) {
      const pair = pairs.get(key)
      const partners = pair?.effects.includes(statement.effect?.value ?? '') ? pair.partners : undefined
      if (!partners || hasOneOf(keysOf(statement), partners)) continue
      const message = told('found', { key: condition.key.value, partners })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

const hasOneOf = (keys: ReadonlySet<string>, partners: readonly string[]): boolean =>
  partners.some((partner) => keys.has(partner.toLowerCase()))

/** Gathers a statement's keys the first time it is asked about: once per condition would cost the square of their number. */
function keysPerStatement(): (statement: Statement) => ReadonlySet<string> {
  const gathered = new Map<Statement, ReadonlySet<string>>()
  return (statement) => {
    const keys = gathered.get(statement) ?? new Set(statement.conditions.map(({ key }) => key.value.toLowerCase()))
    gathered.set(statement, keys)
    return keys
  }
}

/** Keys that say something only together with one of their partners. AWS itself denies by the address of an instance alone. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateip4 */
const pairs: ReadonlyMap<string, { readonly partners: readonly string[]; readonly effects: readonly string[] }> =
  new Map([
    [
      'aws:vpcsourceip',
      { partners: ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'], effects: ['Allow', 'Deny'] },
    ],
    ['aws:ec2instancesourceprivateipv4', { partners: ['aws:Ec2InstanceSourceVpc'], effects: ['Allow'] }],
  ])
