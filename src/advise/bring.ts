import type { Condition } from '../iam/index.ts'
import { listed } from './words.ts'

/** How a caller gets out of a Deny, by the key that its condition looks at. `values` are those of the policy. */
type Bring = (values: string, negated: boolean) => string

const fromThere: Bring = (values, negated) =>
  negated ? `Call from ${values}: everywhere else is denied.` : `Don’t call from ${values}.`

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const brings: ReadonlyMap<string, Bring> = new Map<string, Bring>([
  ['aws:sourceip', fromThere],
  ['aws:vpcsourceip', fromThere],
  ['aws:sourcevpc', fromThere],
  ['aws:sourcevpce', fromThere],
  [
    'aws:requestedregion',
    (values, negated) => (negated ? `Call in ${values}.` : `Call in another Region than ${values}.`),
  ],
  ['aws:securetransport', () => 'Call over HTTPS.'],
  ['aws:principalorgid', (values) => `Call with a user or role of the organization ${values}.`],
  [
    'aws:viaawsmcpservice',
    (_, negated) =>
      negated
        ? 'Let the agent make the call through the AWS MCP server.'
        : 'Make the call yourself, with the AWS CLI or in the console: the policy denies it to AI agents that work through the AWS MCP server.',
  ],
  [
    'aws:calledviaawsmcp',
    () =>
      'Make the call yourself, with the AWS CLI or in the console: the policy denies it to AI agents that work through the AWS MCP server.',
  ],
  ['aws:viaawsservice', () => 'Make the call directly, not through another AWS service.'],
  ['aws:calledvia', (values) => `Make the call directly, not through ${values}.`],
  ['aws:calledviafirst', (values) => `Make the call directly, not through ${values}.`],
  ['aws:calledvialast', (values) => `Make the call directly, not through ${values}.`],
  ['aws:useragent', () => 'Call with another tool.'],
  ['s3:x-amz-server-side-encryption', (values) => `Send the header x-amz-server-side-encryption with ${values}.`],
  [
    'iam:permissionsboundary',
    (values, negated) =>
      negated
        ? `Name the permissions boundary ${values} in the call: --permissions-boundary in the AWS CLI, permissions_boundary in Terraform, PermissionsBoundary in CloudFormation.`
        : `Use another permissions boundary than ${values}.`,
  ],
  [
    'aws:principalarn',
    (values, negated) => (negated ? `Call as ${values}: the Deny spares it.` : `Call as someone else than ${values}.`),
  ],
])

const families: readonly (readonly [prefix: string, bring: (tag: string, values: string) => string])[] = [
  ['aws:requesttag/', (tag, values) => `Give the tag ${tag} in the call (the policy says ${values}).`],
  ['aws:principaltag/', (tag, values) => `The user or role needs the tag ${tag} (the policy says ${values}).`],
  ['aws:resourcetag/', (tag, values) => `The resource needs another tag ${tag} (the policy says ${values}).`],
]

/** What the caller can bring so that this condition of a Deny no longer holds; undefined where nothing general can be said. */
export function bringFor({ key, values, operator }: Condition): string | undefined {
  const name = key.value.toLowerCase()
  const said = listed(values.map(({ value }) => value.raw).slice(0, 6), 'or')
  const plain = brings.get(name)
  if (plain) return plain(said, operator.value?.negated ?? false)
  const family = families.find(([prefix]) => name.startsWith(prefix))
  if (family) return family[1](key.value.slice(family[0].length), said)
  // What describes the call, such as ec2:InstanceType, is for the caller to choose: the Deny spares the values that it excludes.
  return operator.value?.negated && !name.startsWith('aws:')
    ? `Make the call so that ${key.value} is ${said}.`
    : undefined
}
