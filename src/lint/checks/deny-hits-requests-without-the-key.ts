import { policyTypes, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksThatKeyIsThere, atKey, conditionsOn, isDeny, isNegated, statementCheck } from '../statement-check.ts'

const rest =
  'and a negated operator also matches when the key is missing, with or without `IfExists`: this Deny applies to them. If you don’t want that, add `"Null": { "{{key}}": "false" }`.'

const messages = {
  encryption: `Uploads that rely on the bucket's default encryption send no such header, ${rest}`,
  viaService: `Calls to KMS that no service makes carry no \`kms:ViaService\`, ${rest}`,
  principalTag: `Roles without the tag, those of AWS services too, carry no such key, ${rest}`,
  organization: `Callers with a token of an identity provider belong to no account and carry no such key, ${rest}`,
  resourceOwner: `Some calls, such as those for VPC peering, carry no such key, ${rest}`,
  endpoint: `Only some services set this key, ${rest}`,
} as const

/** Keys that usual requests lack, and which those are. */
const optional: readonly {
  readonly key: RegExp
  readonly id: keyof typeof messages
  readonly when: (statement: Statement) => boolean
}[] = [
  {
    key: /^s3:x-amz-server-side-encryption(?:-aws-kms-key-id)?$/,
    id: 'encryption',
    when: () => true,
  },
  {
    key: /^kms:viaservice$/,
    id: 'viaService',
    when: () => true,
  },
  {
    key: /^aws:principaltag\//,
    id: 'principalTag',
    when: ({ conditions }) => conditions.length === 1,
  },
  {
    key: /^aws:principal(?:orgid|orgpaths|account)$/,
    id: 'organization',
    when: ({ action }) => Boolean(action?.items.some(({ value }) => /^sts:(?:\*|assumerolewith)/i.test(value.raw))),
  },
  {
    key: /^aws:resource(?:account|orgid|orgpaths)$/,
    id: 'resourceOwner',
    when: ({ action }) => action?.sense === 'any-of' && action.items.some(({ value }) => withoutOwner.test(value.raw)),
  },
  {
    key: /^aws:(?:sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths)$/,
    id: 'endpoint',
    when: ({ action }) =>
      Boolean(action?.items.some(({ value }) => value.kind !== 'action' || !withEndpointKeys.has(value.service))),
  },
]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount */
const withoutOwner = /^ec2:(?:accept|create|reject|modify)vpcpeering\w*$/i

/** The services that AWS's page of the key names first; more are added. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgid */
const withEndpointKeys: ReadonlySet<string> = new Set(['s3', 'kms', 'sts', 'secretsmanager', 'sqs', 'ecr', 'lambda'])

export const denyHitsRequestsWithoutTheKey = statementCheck(
  {
    code: 'DENY_HITS_REQUESTS_WITHOUT_THE_KEY',
    type: 'SUGGESTION',
    title: 'A Deny with a negated operator also denies requests without the key',
    messages,
    policyTypes: ['resource', ...policyTypes.filter((type) => type !== 'resource')],
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" }, "Null": { "s3:x-amz-server-side-encryption": "false" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    needs: 'Deny',
  },
  (statement) => {
    if (!isDeny(statement)) return undefined
    const known = optional.flatMap((row) =>
      conditionsOn(statement, row.key, isNegated).map((condition) => ({ condition, ...row })),
    )
    const found = known.find(
      ({ condition, when }) => when(statement) && !asksThatKeyIsThere(statement, condition.key.value),
    )
    if (!found) return undefined
    const { condition, id } = found
    const message = told(id, { key: condition.key.value })
    return { at: atKey(condition), message }
  },
)
