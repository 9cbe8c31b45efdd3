import type { NearMiss } from '../evaluate/index.ts'
import type { Condition } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Asked } from './situation.ts'
import { listed, nameOf } from './words.ts'

const told = messagesOf('deeds', {
  signMfa: 'Sign in with MFA',
  signMfaText:
    'Replace 123456 with the code of your device to get temporary credentials, and use the three returned values. In the console, sign out and sign in again with MFA. A role session has MFA only if the AssumeRole call includes the code.',
  signMfaTextForOthers:
    'I replace 123456 with the code of my device to get temporary credentials, and use the three returned values.',
  callNetworkPolicy: 'Call from the network that the policy names',
  callNetworkPolicyText:
    'The policy allows it from {{values}}. Connect to that network (VPN, VPC, or office) and call again. This shows the address that AWS sees:',
  callThroughVpc: 'Call through a VPC endpoint',
  callThroughVpcText:
    'The policy allows it from {{values}} only. A request carries this key only if it goes through a VPC endpoint for the service: without one, requests from inside the VPC don’t have it either. Call from an instance in that VPC, and check that the VPC has an endpoint and that the subnet’s route table uses it.',
  createUser: 'Create the user with this boundary',
  createRole: 'Create the role with this boundary',
  createBoundaryText:
    'The policy allows {{action}} only together with the permissions boundary {{values}}. Name it in the call; Terraform calls it permissions_boundary, CloudFormation PermissionsBoundary.',
  useRegion: 'Use Region {{values}}',
  useRegionText:
    'The policy allows it in {{values}} only. Add --region to the command, or change the Region of your profile.',
  requestEncryption: 'Request encryption',
  requestEncryptionText:
    'Send the header x-amz-server-side-encryption with {{values}}. In the SDKs the parameter is called ServerSideEncryption.',
  encryptKeyPolicy: 'Encrypt with the key that the policy names',
  encryptKeyPolicyText: 'Name the key {{values}} in the upload.',
  listFolderPolicy: 'List only the folder that the policy names',
  listFolderPolicyText:
    'The policy allows listing with the prefix {{values}}. Name it in the call; the whole bucket can’t be listed.',
  oneLevel: 'List one level, or allow listing without a delimiter',
  oneLevelText:
    'The policy allows listing only with the delimiter {{values}}, which “aws s3 ls” sends for one folder. “aws s3 sync” and --recursive list everything below the prefix and send none. For them, an administrator takes s3:delimiter out of the condition; s3:prefix can stay.',
  sendExternalId: 'Send the external ID',
  sendExternalIdText: 'The trust policy lets the caller in only if AssumeRole names the external ID {{values}}.',
  usePathIdentity: 'Use the path of the identity that is signed in',
  usePathIdentityText:
    'The policy allows each identity its own part only, and this call was for {{values}}. Compare that with the identity ID of the session: in a client it’s the identityId, and it isn’t the sub of the user pool. Guests and signed-in users have different ones.',
  useKeyThrough: 'Use the key through {{values}}',
  useKeyThroughText:
    'The policy allows the key only when {{values}} uses it for you. Read the encrypted data with that service instead of calling KMS yourself.',
  sendTagsCreate: 'Send the tags in the create call',
  sendTagsCreateText:
    'The policy allows {{action}} only if the call itself sets the tag {{tag}} ({{values}}). Tools that tag the resource afterward are denied: set the tag in the same call (TagSpecifications for EC2, Tags elsewhere; default_tags in Terraform’s provider).',
  tagPutCaller: 'Have the tag {{tag}} put on the caller',
  tagPutCallerText:
    'The policy allows it to users and roles with the tag {{tag}} ({{values}}). An administrator adds the tag. IAM Identity Center and SAML can also send it as a session tag.',
  tagPutResource: 'Have the tag {{tag}} put on the resource',
  tagPutResourceText:
    'The policy allows it on resources with the tag {{tag}} ({{values}}). Check the name first: a resource that doesn’t exist has no tag either. Otherwise ask its owner to add the tag, or use a resource that has it.',
  newHasNoTags: 'Ask for the tag in the request, because what is created has none yet',
  newHasNoTagsText:
    'The policy allows {{action}} only on resources with the tag {{tag}}, and what the call creates has no tag before the call. For the new resource, an administrator writes aws:RequestTag/{{tag}} ({{values}}) in the condition, and the call sends the tag. Existing resources that the call names, such as a VPC, can keep the old condition in a statement of their own.',
  tagWhileCreating: 'Set the tags in the call that creates the resource',
  tagWhileCreatingText:
    'The policy allows {{action}} only as a part of {{values}}. A later call that adds tags to what exists is denied. In Terraform, give the tags to the resource itself instead of a tag resource such as aws_ec2_tag.',
  valuePolicyNames: 'the value that the policy names',
})

/** What to do so that a condition of an Allow holds: a deed, not the name of a key. */
type Deed = (values: Values, asked: Asked, tag: string) => Pick<Step, 'title' | 'text' | 'command'>

/** The values that the policy names, as a list for a sentence, and the first one for a command. */
interface Values {
  readonly values: Text
  readonly first: string | undefined
}

const mfa: Deed = (_, { caller }) => ({
  title: told('signMfa'),
  text: told('signMfaText'),
  command: `aws sts get-session-token --serial-number arn:${caller.partition}:iam::${caller.account ?? '<ACCOUNT_ID>'}:mfa/${shellWord(caller.kind === 'user' ? caller.name : undefined, '<DEVICE_NAME>')} --token-code 123456`,
})
const fromThere: Deed = ({ values }) => ({
  title: told('callNetworkPolicy'),
  text: told('callNetworkPolicyText', { values }),
  command: 'curl https://checkip.amazonaws.com',
})
const throughEndpoint: Deed = ({ values }) => ({
  title: told('callThroughVpc'),
  text: told('callThroughVpcText', { values }),
  command: 'aws ec2 describe-vpc-endpoints',
})
const boundary: Deed = ({ values, first }, { action }) => ({
  title: told(/user/i.test(action) ? 'createUser' : 'createRole'),
  text: told('createBoundaryText', { action, values }),
  command: boundaryCommand(nameOf(action), first),
})

const bucketOf = (arn: string): string => shellWord(/^arn:[\w-]+:s3:::([\w.-]+)/.exec(arn)?.[1], '<BUCKET>')

function boundaryCommand(operation: string, first: string | undefined): string | undefined {
  const arn = shellWord(first, '<BOUNDARY_ARN>')
  if (operation === 'CreateRole')
    return `aws iam create-role --role-name <ROLE_NAME> --assume-role-policy-document file://trust.json --permissions-boundary ${arn}`
  if (operation === 'CreateUser') return `aws iam create-user --user-name <USER_NAME> --permissions-boundary ${arn}`
  return undefined
}

/** By key, in lower case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const deeds: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['aws:multifactorauthpresent', mfa],
  ['aws:multifactorauthage', mfa],
  ['aws:sourceip', fromThere],
  ['aws:vpcsourceip', fromThere],
  ['aws:sourcevpc', throughEndpoint],
  ['aws:sourcevpce', throughEndpoint],
  ['iam:permissionsboundary', boundary],
  [
    'aws:requestedregion',
    ({ values, first }) => ({
      title: told('useRegion', { values }),
      text: told('useRegionText', { values }),
      command: `aws configure set region ${shellWord(first, '<REGION>')}`,
    }),
  ],
  [
    's3:x-amz-server-side-encryption',
    ({ values, first }) => ({
      title: told('requestEncryption'),
      text: told('requestEncryptionText', { values }),
      command: `aws s3 cp <FILE> s3://<BUCKET>/<KEY> --sse ${shellWord(first, 'aws:kms')}`,
    }),
  ],
  [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    ({ values, first }) => ({
      title: told('encryptKeyPolicy'),
      text: told('encryptKeyPolicyText', { values }),
      command: `aws s3 cp <FILE> s3://<BUCKET>/<KEY> --sse aws:kms --sse-kms-key-id ${shellWord(first, '<KEY_ARN>')}`,
    }),
  ],
  [
    's3:prefix',
    ({ values, first }, { request }) => ({
      title: told('listFolderPolicy'),
      text: told('listFolderPolicyText', { values }),
      command: `aws s3 ls s3://${bucketOf(request.resource)}/${shellWord(first?.replace(/[*].*$/, ''), '<PREFIX>/')}`,
    }),
  ],
  ['s3:delimiter', ({ values }) => ({ title: told('oneLevel'), text: told('oneLevelText', { values }) })],
  [
    'sts:externalid',
    ({ values, first }, { request, standIns }) => ({
      title: told('sendExternalId'),
      text: told('sendExternalIdText', { values }),
      command: `aws sts assume-role --role-arn ${shellWord(standIns.has('resource') ? undefined : request.resource, '<ROLE_ARN>')} --role-session-name <SESSION_NAME> --external-id ${shellWord(first, '<EXTERNAL_ID>')}`,
    }),
  ],
  [
    'cognito-identity.amazonaws.com:sub',
    ({ values }) => ({
      title: told('usePathIdentity'),
      text: told('usePathIdentityText', { values }),
    }),
  ],
  [
    // AWS sets it only where tags are part of another call. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
    'ec2:createaction',
    ({ values }, { action }) => ({
      title: told('tagWhileCreating'),
      text: told('tagWhileCreatingText', { action, values }),
    }),
  ],
  [
    'kms:viaservice',
    ({ values }) => ({
      title: told('useKeyThrough', { values }),
      text: told('useKeyThroughText', { values }),
    }),
  ],
])

/** Tags are sent while something is created; tools that tag it afterward are too late. */
const requestTag: Deed = ({ values, first }, { action }, tag) => ({
  title: told('sendTagsCreate'),
  text: told('sendTagsCreateText', { action, tag, values }),
  command: action.startsWith('ec2:')
    ? `aws ec2 ${kebab(nameOf(action))} --tag-specifications 'ResourceType=<RESOURCE_TYPE>,Tags=[{Key=${shellWord(tag, '<TAG_KEY>')},Value=${shellWord(first, '<TAG_VALUE>')}}]'`
    : undefined,
})
const families: readonly (readonly [prefix: string, deed: Deed])[] = [
  ['aws:requesttag/', requestTag],
  [
    'aws:principaltag/',
    ({ values }, { caller }, tag) => ({
      title: told('tagPutCaller', { tag }),
      text: told('tagPutCallerText', { tag, values }),
      command:
        caller.kind === 'user'
          ? `aws iam tag-user --user-name ${shellWord(caller.name, '<USER_NAME>')} --tags Key=${shellWord(tag, '<TAG_KEY>')},Value=<TAG_VALUE>`
          : `aws iam tag-role --role-name ${shellWord(caller.name, '<ROLE_NAME>')} --tags Key=${shellWord(tag, '<TAG_KEY>')},Value=<TAG_VALUE>`,
    }),
  ],
  [
    'aws:resourcetag/',
    ({ values }, { action }, tag) =>
      /^[\w-]+:(?:Create|Run|Allocate)/.test(action)
        ? { title: told('newHasNoTags'), text: told('newHasNoTagsText', { action, tag, values }) }
        : { title: told('tagPutResource', { tag }), text: told('tagPutResourceText', { tag, values }) },
  ],
]

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase()

/** The deed for a condition on this key, with the values that the policy names; undefined where nothing general can be said. */
export function deedFor(key: string, values: readonly string[], asked: Asked): ReturnType<Deed> | undefined {
  const said = { values: listed(values.slice(0, 6), 'or') || told('valuePolicyNames'), first: values[0] }
  const name = key.toLowerCase()
  const deed = deeds.get(name)
  if (deed) return deed(said, asked, '')
  // Services have such keys of their own: "ssm:resourceTag/…", "s3:ExistingObjectTag/…".
  const general = name.replace(/^[\w-]+:(?:existingobject|resource)tag\//, 'aws:resourcetag/')
  const family = families.find(([prefix]) => general.startsWith(prefix))
  return family?.[1](said, asked, key.slice(key.indexOf('/') + 1))
}

/** The condition of a statement that this miss is about. */
export const missedCondition = (
  conditions: readonly Condition[],
  { failed: { reason } }: NearMiss,
): Condition | undefined =>
  reason.code === 'condition'
    ? conditions.find(({ key }) => key.value.toLowerCase() === reason.key.toLowerCase())
    : undefined
