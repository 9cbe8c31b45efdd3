import { escapePointer, policyTypes } from '../../iam/index.ts'
import type { JsonNode } from '../../text/index.ts'
import { policyOf } from '../example.ts'
import { check, type FoundOf, told } from '../messages.ts'

/** What AWS's access key IDs look like. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const accessKey = /(?<![A-Za-z0-9/+])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9/+])/

const messages = {
  found:
    'This text contains an access key ID, and many people can read a policy. Remove it. If the secret access key was ever stored with it, deactivate the key in IAM. To refer to a user, use the ARN.',
} as const

export const secretInPolicy = check({
  code: 'SECRET_IN_POLICY',
  own: true,
  type: 'WARNING',
  title: 'The policy contains an access key ID',
  messages,
  policyTypes,
  wrong: policyOf(
    '{ "Sid": "AKIAIOSFODNN7EXAMPLE", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Sid": "Reports", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
  *find({ policy: { root, text } }) {
    // No text of the policy has an access key ID if the whole has no such letters, escaped or not.
    if (root && /A[KS]IA|\\u/.test(text)) yield* secretsIn(root, '')
  },
})

function* secretsIn(node: JsonNode, path: string): Iterable<FoundOf<typeof messages>> {
  if (node.kind === 'array') {
    for (const [i, item] of node.items.entries()) yield* secretsIn(item, `${path}/${i}`)
  } else if (node.kind === 'object') {
    for (const { key, value } of node.members) yield* secretsIn(value, `${path}/${escapePointer(key.value)}`)
  } else if (node.kind === 'string' && accessKey.test(node.value)) {
    // The key itself is not repeated: findings are shown, logged and sent around.
    const message = told('found')
    yield { path, span: node.span, message }
  }
}
