import type { NearMiss } from '../evaluate/index.ts'
import type { Condition } from '../iam/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Asked } from './situation.ts'
import { listed, nameOf } from './words.ts'

/** What to do so that a condition of an Allow holds: a deed, not the name of a key. */
type Deed = (values: string, asked: Asked, tag: string) => Pick<Step, 'title' | 'text' | 'command'>

const mfa: Deed = (_, { caller }) => ({
  title: 'Sign in with MFA',
  text: 'Replace 123456 with the code of your device to get temporary credentials, and use the three returned values. In the console, sign out and sign in again with MFA. A role session has MFA only if the AssumeRole call includes the code.',
  command: `aws sts get-session-token --serial-number arn:${caller.partition}:iam::${caller.account ?? 'ACCOUNT-ID'}:mfa/${shellWord(caller.kind === 'user' ? caller.name : undefined, 'DEVICE-NAME')} --token-code 123456`,
})
const fromThere: Deed = (values) => ({
  title: 'Call from the network that the policy names',
  text: `The policy allows it from ${values}. Connect to that network (VPN, VPC, or office) and call again. This shows the address that AWS sees:`,
  command: 'curl https://checkip.amazonaws.com',
})
const throughEndpoint: Deed = (values) => ({
  title: 'Call through a VPC endpoint',
  text: `The policy allows it from ${values} only. A request carries this key only if it goes through a VPC endpoint for the service: without one, requests from inside the VPC don’t have it either. Call from an instance in that VPC, and check that the VPC has an endpoint and that the subnet’s route table uses it.`,
  command: 'aws ec2 describe-vpc-endpoints',
})
const boundary: Deed = (values, { action }) => ({
  title: `Create the ${/user/i.test(action) ? 'user' : 'role'} with this boundary`,
  text: `The policy allows ${action} only together with the permissions boundary ${values}. Name it in the call; Terraform calls it permissions_boundary, CloudFormation PermissionsBoundary.`,
  command: boundaryCommand(nameOf(action), values),
})

const bucketOf = (arn: string): string => shellWord(/^arn:[\w-]+:s3:::([\w.-]+)/.exec(arn)?.[1], 'BUCKET')

function boundaryCommand(operation: string, values: string): string | undefined {
  const arn = shellWord(values, 'BOUNDARY-ARN')
  if (operation === 'CreateRole')
    return `aws iam create-role --role-name ROLE-NAME --assume-role-policy-document file://trust.json --permissions-boundary ${arn}`
  if (operation === 'CreateUser') return `aws iam create-user --user-name USER-NAME --permissions-boundary ${arn}`
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
    (values) => ({
      title: `Use Region ${values}`,
      text: `The policy allows it in ${values} only. Add --region to the command, or change the Region of your profile.`,
      command: `aws configure set region ${shellWord(values.split(/,? or |, /)[0], 'REGION')}`,
    }),
  ],
  [
    's3:x-amz-server-side-encryption',
    (values) => ({
      title: 'Request encryption',
      text: `Send the header x-amz-server-side-encryption with ${values}. In the SDKs the parameter is called ServerSideEncryption.`,
      command: `aws s3 cp FILE s3://BUCKET/KEY --sse ${shellWord(values.split(/,? or |, /)[0], 'aws:kms')}`,
    }),
  ],
  [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    (values) => ({
      title: 'Encrypt with the key that the policy names',
      text: `Name the key ${values} in the upload.`,
      command: `aws s3 cp FILE s3://BUCKET/KEY --sse aws:kms --sse-kms-key-id ${shellWord(values, 'KEY-ARN')}`,
    }),
  ],
  [
    's3:prefix',
    (values, { request }) => ({
      title: 'List only the folder that the policy names',
      text: `The policy allows listing with the prefix ${values}. Name it in the call; the whole bucket can’t be listed.`,
      command: `aws s3 ls s3://${bucketOf(request.resource)}/${shellWord(values.replace(/[*].*$/, ''), 'PREFIX/')}`,
    }),
  ],
  [
    'sts:externalid',
    (values, { request, standIns }) => ({
      title: 'Send the external ID',
      text: `The trust policy lets the caller in only if AssumeRole names the external ID ${values}.`,
      command: `aws sts assume-role --role-arn ${shellWord(standIns.has('resource') ? undefined : request.resource, 'ROLE-ARN')} --role-session-name SESSION-NAME --external-id ${shellWord(values, 'EXTERNAL-ID')}`,
    }),
  ],
  [
    'cognito-identity.amazonaws.com:sub',
    (values) => ({
      title: 'Use the path of the identity that is signed in',
      text: `The policy allows each identity its own part only, and this call was for ${values}. Compare that with the identity ID of the session: in a client it’s the identityId, and it isn’t the sub of the user pool. Guests and signed-in users have different ones.`,
    }),
  ],
  [
    'kms:viaservice',
    (values) => ({
      title: `Use the key through ${values}`,
      text: `The policy allows the key only when ${values} uses it for you. Read the encrypted data with that service instead of calling KMS yourself.`,
    }),
  ],
])

/** Tags are sent while something is created; tools that tag it afterward are too late. */
const requestTag: Deed = (values, { action }, tag) => ({
  title: 'Send the tags in the create call',
  text: `The policy allows ${action} only if the call itself sets the tag ${tag} (${values}). Tools that tag the resource afterward are denied: set the tag in the same call (TagSpecifications for EC2, Tags elsewhere; default_tags in Terraform’s provider).`,
  command: action.startsWith('ec2:')
    ? `aws ec2 ${kebab(nameOf(action))} --tag-specifications 'ResourceType=RESOURCE-TYPE,Tags=[{Key=${shellWord(tag, 'TAG-KEY')},Value=${shellWord(values.split(/,? or |, /)[0], 'TAG-VALUE')}}]'`
    : undefined,
})
const families: readonly (readonly [prefix: string, deed: Deed])[] = [
  ['aws:requesttag/', requestTag],
  [
    'aws:principaltag/',
    (values, { caller }, tag) => ({
      title: `Have the tag ${tag} put on the caller`,
      text: `The policy allows it to users and roles with the tag ${tag} (${values}). An administrator adds the tag. IAM Identity Center and SAML can also send it as a session tag.`,
      command:
        caller.kind === 'user'
          ? `aws iam tag-user --user-name ${shellWord(caller.name, 'USER-NAME')} --tags Key=${shellWord(tag, 'TAG-KEY')},Value=TAG-VALUE`
          : `aws iam tag-role --role-name ${shellWord(caller.name, 'ROLE-NAME')} --tags Key=${shellWord(tag, 'TAG-KEY')},Value=TAG-VALUE`,
    }),
  ],
  [
    'aws:resourcetag/',
    (values, _, tag) => ({
      title: `Have the tag ${tag} put on the resource`,
      text: `The policy allows it on resources with the tag ${tag} (${values}). Ask the resource’s owner to add the tag, or use a resource that has it.`,
    }),
  ],
]

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase()

/** The deed for a condition on this key, with the values that the policy names; undefined where nothing general can be said. */
export function deedFor(key: string, values: readonly string[], asked: Asked): ReturnType<Deed> | undefined {
  const said = listed(values.slice(0, 6), 'or') || 'the value that the policy names'
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
