import type { Condition } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import { listed } from './words.ts'

const told = messagesOf('bring', {
  callEverywhereElse: 'Call from {{values}}: everywhere else is denied.',
  call: 'Don’t call from {{values}}.',
  callB: 'Call in {{values}}.',
  callAnotherRegion: 'Call in another Region than {{values}}.',
  callOverHttps: 'Call over HTTPS.',
  callUserRole: 'Call with a user or role of the organization {{values}}.',
  letAgentMake: 'Let the agent make the call through the AWS MCP server.',
  makeCallYourself:
    'Make the call yourself, with the AWS CLI or in the console: the policy denies it to AI agents that work through the AWS MCP server.',
  makeCallDirectly: 'Make the call directly, not through another AWS service.',
  makeCallDirectlyThrough: 'Make the call directly, not through {{values}}.',
  callAnotherTool: 'Call with another tool.',
  sendHeaderX: 'Send the header x-amz-server-side-encryption with {{values}}.',
  sendAnyHeader:
    'Send the header x-amz-server-side-encryption with aws:kms or AES256. In the AWS CLI the option is --sse.',
  sendNoHeader: 'Don’t send the header x-amz-server-side-encryption: the bucket encrypts by default.',
  leaveOut: 'Make the call without {{value}}.',
  sendKey: 'Make the call so that it has {{value}}.',
  sendTag: 'Set the tag {{tag}} in the call that creates the resource.',
  leaveTag: 'Make the call without the tag {{tag}}.',
  namePermissionsBoundary:
    'Name the permissions boundary {{values}} in the call: --permissions-boundary in the AWS CLI, permissions_boundary in Terraform, PermissionsBoundary in CloudFormation.',
  useAnotherPermissions: 'Use another permissions boundary than {{values}}.',
  callDenySpares: 'Call as {{values}}: the Deny exempts it.',
  callSomeoneElse: 'Call as someone else than {{values}}.',
  giveTagCall: 'Give the tag {{tag}} in the call (the policy says {{values}}).',
  userRoleNeeds: 'The user or role needs the tag {{tag}} (the policy says {{values}}).',
  resourceNeedsAnother: 'The resource needs another tag {{tag}} (the policy says {{values}}).',
  makeCall: 'Make the call so that {{value}} is {{said}}.',
})

/** How a caller gets out of a Deny, by the key that its condition looks at. `values` are those of the policy. */
type Bring = (values: Text, negated: boolean) => Text

const fromThere: Bring = (values, negated) =>
  negated ? told('callEverywhereElse', { values }) : told('call', { values })

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const brings: ReadonlyMap<string, Bring> = new Map<string, Bring>([
  ['aws:sourceip', fromThere],
  ['aws:vpcsourceip', fromThere],
  ['aws:sourcevpc', fromThere],
  ['aws:sourcevpce', fromThere],
  [
    'aws:requestedregion',
    (values, negated) => (negated ? told('callB', { values }) : told('callAnotherRegion', { values })),
  ],
  ['aws:securetransport', () => told('callOverHttps')],
  ['aws:principalorgid', (values) => told('callUserRole', { values })],
  ['aws:viaawsmcpservice', (_, negated) => (negated ? told('letAgentMake') : told('makeCallYourself'))],
  ['aws:calledviaawsmcp', () => told('makeCallYourself')],
  ['aws:viaawsservice', () => told('makeCallDirectly')],
  ['aws:calledvia', (values) => told('makeCallDirectlyThrough', { values })],
  ['aws:calledviafirst', (values) => told('makeCallDirectlyThrough', { values })],
  ['aws:calledvialast', (values) => told('makeCallDirectlyThrough', { values })],
  ['aws:useragent', () => told('callAnotherTool')],
  ['s3:x-amz-server-side-encryption', (values) => told('sendHeaderX', { values })],
  [
    'iam:permissionsboundary',
    (values, negated) =>
      negated ? told('namePermissionsBoundary', { values }) : told('useAnotherPermissions', { values }),
  ],
  [
    'aws:principalarn',
    (values, negated) => (negated ? told('callDenySpares', { values }) : told('callSomeoneElse', { values })),
  ],
])

const families: readonly (readonly [prefix: string, bring: (tag: string, values: Text) => Text])[] = [
  ['aws:requesttag/', (tag, values) => told('giveTagCall', { tag, values })],
  ['aws:principaltag/', (tag, values) => told('userRoleNeeds', { tag, values })],
  ['aws:resourcetag/', (tag, values) => told('resourceNeedsAnother', { tag, values })],
]

/** What the caller can bring so that this condition of a Deny no longer holds; undefined where nothing general can be said. */
export function bringFor({ key, values, operator }: Condition): Text | undefined {
  const name = key.value.toLowerCase()
  // Null compares nothing: a Deny under "true" is for calls without the key, one under "false" for calls with it.
  if (operator.value?.comparison === 'null')
    return presence(key.value, !values.some(({ value }) => value.raw === 'true'))
  const said = listed(values.map(({ value }) => value.raw).slice(0, 6), 'or')
  const plain = brings.get(name)
  if (plain) return plain(said, operator.value?.negated ?? false)
  const family = families.find(([prefix]) => name.startsWith(prefix))
  if (family) return family[1](key.value.slice(family[0].length), said)
  // What describes the call, such as ec2:InstanceType, is for the caller to choose: the Deny spares the values that it excludes.
  return operator.value?.negated && !name.startsWith('aws:') ? told('makeCall', { value: key.value, said }) : undefined
}

/** How to leave out a key that a Deny wants to be absent, or to send one that it wants to be there; undefined for what the caller can't choose. */
function presence(key: string, isUnwanted: boolean): Text | undefined {
  const name = key.toLowerCase()
  if (name === 's3:x-amz-server-side-encryption') return told(isUnwanted ? 'sendNoHeader' : 'sendAnyHeader')
  const tag = /^aws:requesttag\//i.test(key) ? key.slice(key.indexOf('/') + 1) : undefined
  if (tag !== undefined) return told(isUnwanted ? 'leaveTag' : 'sendTag', { tag })
  if (name.startsWith('aws:')) return undefined
  return told(isUnwanted ? 'leaveOut' : 'sendKey', { value: key })
}
