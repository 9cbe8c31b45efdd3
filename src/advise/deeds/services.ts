import { messagesOf } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import type { Asked } from '../situation.ts'
import { nameOf } from '../words.ts'
import { bucketContext } from './bucket-context.ts'
import { type DeedRow, type Doing, isTrue, isWanted, sent, valuesOf, wantedOf } from './deed.ts'
import type { Demand } from './demand.ts'

const told = messagesOf('deeds-services', {
  createUser: 'Create the user with this boundary',
  createRole: 'Create the role with this boundary',
  createBoundaryText:
    'The policy accepts {{action}} only together with the permissions boundary {{values}}. Name it in the call; Terraform calls it permissions_boundary, CloudFormation PermissionsBoundary.',
  setBoundary: 'Set this boundary',
  setBoundaryText: 'The policy accepts {{action}} only with the permissions boundary {{values}}.',
  putOnUser: 'Put this boundary on the user first',
  putOnRole: 'Put this boundary on the role first',
  putBoundaryText:
    'The policy accepts {{action}} only for users and roles that have the permissions boundary {{values}}.',
  otherBoundary: 'Use another permissions boundary than {{values}}',
  otherBoundaryText: 'The policy doesn’t accept {{action}} with this boundary.',
  anyBoundary: 'Name a permissions boundary in the call',
  anyBoundaryText:
    'The policy accepts {{action}} only with a permissions boundary. Ask which one your organization uses.',
  anyBoundaryTextForOthers: 'The policy accepts {{action}} only with a permissions boundary. Which one do we use?',
  noBoundary: 'Make the call without a permissions boundary',
  noBoundaryText: 'The policy doesn’t accept {{action}} with one.',
  policyArn: 'Use the policy {{values}}',
  otherPolicy: 'Use another policy than {{values}}',
  policyArnText: 'The policy limits which managed policies can be attached or detached.',
  linkedService: 'Create the role for {{values}}',
  otherLinkedService: 'Create the role for another service than {{values}}',
  linkedServiceText: 'The policy limits the services that service-linked roles are created for.',
  passedTo: 'Pass the role to {{wanted}}',
  passedToText: 'The policy looks at the service that gets the role.',
  associated: 'Pass the role for {{wanted}}',
  associatedText: 'The policy looks at the resource that the role is for.',
  externalId: 'Send the external ID',
  externalIdText: 'The trust policy lets the caller in only if AssumeRole names the external ID {{values}}.',
  otherExternalId: 'Send another external ID',
  anyExternalIdText: 'The policy accepts AssumeRole with {{wanted}} as the external ID.',
  sessionName: 'Name the session {{wanted}}',
  sessionNameText:
    'The policy looks at the name of the session. A variable such as aws:username in it is the caller’s own name.',
  roleDuration: 'Have the role’s longest session limited instead',
  durationText:
    'AWS sends {{key}} only with bearer tokens, so a condition on it never fits {{action}}. The role’s own setting limits how long its sessions last.',
  transitive: 'Make only these session tags transitive: {{wanted}}',
  transitiveText: 'The policy looks at the tags that later sessions inherit.',
  useKeyThrough: 'Use the key through {{values}}',
  useKeyThroughText:
    'The policy allows the key only when {{values}} uses it for you. Read the encrypted data with that service instead of calling KMS yourself.',
  useKeyThroughTextForOthers:
    'The policy allows the key only when {{values}} uses it for me. I read the encrypted data with that service instead of calling KMS directly.',
  otherRegion: 'Have kms:ViaService name the key’s Region',
  otherRegionText:
    'The policy names {{values}}, and the key is in {{region}}. A service uses a key only in the key’s own Region, so the name must end with {{region}}.amazonaws.com. An administrator changes it.',
  notThrough: 'Don’t use the key through {{values}}',
  notThroughText: 'The policy doesn’t accept the key when this service uses it.',
  encryptionContext: 'Send the encryption context {{key}}',
  encryptionContextText:
    'The policy accepts {{wanted}} for {{key}} in the encryption context. It’s case-sensitive, and it must be the same for encrypting and decrypting.',
  attested: 'Call KMS from the enclave, with its attestation document',
  attestedText:
    'The policy accepts only calls from a Nitro enclave whose measurement {{name}} is {{wanted}}. The call must carry the enclave’s signed attestation document in the parameter Recipient: the AWS Nitro Enclaves SDK and kmstool-enclave-cli do that, other SDKs and the parent instance don’t. Compare the values: in debug mode they’re all zeros, and each new build has others.',
  notAttested: 'Call KMS without an attestation document',
  grantForService: 'Let the AWS service create the grant',
  grantForServiceText:
    'The policy accepts CreateGrant only when an AWS service that works with KMS calls it for you, such as EBS when it attaches an encrypted volume.',
  grantForServiceTextForOthers:
    'The policy accepts CreateGrant only when an AWS service that works with KMS calls it for me, such as EBS when it attaches an encrypted volume.',
  grantYourself: 'Create the grant yourself, not through an AWS service',
  grantYourselfForOthers: 'I create the grant myself, not through an AWS service',
  tagWhileCreating: 'Set the tags in the call that creates the resource',
  tagWhileCreatingText:
    'The policy accepts {{action}} only as a part of {{values}}. A later call that adds tags to what exists is denied. In Terraform, give the tags to the resource itself instead of a tag resource such as aws_ec2_tag.',
  tagAfter: 'Set the tags in a call of their own',
  tagAfterText: 'The policy doesn’t accept {{action}} as a part of {{values}}.',
  imdsv2: 'Get the instance’s credentials with IMDSv2',
  imdsv2Text:
    'The policy accepts credentials that were delivered with version {{wanted}} of the instance metadata service. Update the SDK on the instance, or require version 2 with the command.',
  onInstance: 'Make the call on the instance {{wanted}}',
  onInstanceText: 'The policy looks at the instance that the credentials were delivered to.',
  fromFunction: 'Make the call from the function {{wanted}}',
  fromFunctionText: 'The policy looks at the Lambda function whose credentials are used.',
  invokeUrl: 'Call the function through its URL',
  invokeDirectly: 'Invoke the function itself, not its URL',
  invokeText: 'The policy looks at whether the call comes through the function URL.',
  customDomain: 'Call the API through its custom domain',
  customDomainText: 'The policy looks at the domain name of the call, and accepts {{wanted}}.',
  usePathIdentity: 'Use the path of the identity that is signed in',
  usePathIdentityText:
    'The policy allows each identity its own part only, and this call was for {{values}}. Compare that with the identity ID of the session: in a client it’s the identityId, and it isn’t the sub of the user pool. Guests and signed-in users have different ones.',
})

const targetOf = ({ standIns, request }: Asked): string | undefined =>
  standIns.has('resource') ? undefined : request.resource

function boundaryCommand(operation: string, isUser: boolean, first: string | undefined): string {
  const arn = shellWord(first, '<BOUNDARY_ARN>')
  if (operation === 'CreateRole')
    return `aws iam create-role --role-name <ROLE_NAME> --assume-role-policy-document file://trust.json --permissions-boundary ${arn}`
  if (operation === 'CreateUser') return `aws iam create-user --user-name <USER_NAME> --permissions-boundary ${arn}`
  return isUser
    ? `aws iam put-user-permissions-boundary --user-name <USER_NAME> --permissions-boundary ${arn}`
    : `aws iam put-role-permissions-boundary --role-name <ROLE_NAME> --permissions-boundary ${arn}`
}

/** In a create call it's the boundary that is named; in others, the one that the role or user has. */
const boundary: Doing = (demand, { action }) => {
  const values = valuesOf(demand)
  const isUser = /user/i.test(action)
  if (demand.want === 'absent') return { title: told('noBoundary'), text: told('noBoundaryText', { action }) }
  if (demand.want === 'none-of')
    return { title: told('otherBoundary', { values }), text: told('otherBoundaryText', { action }) }
  const command = boundaryCommand(nameOf(action), isUser, sent(demand))
  if (demand.want === 'present')
    return { title: told('anyBoundary'), text: told('anyBoundaryText', { action }), command }
  if (action.endsWith('PermissionsBoundary'))
    return { title: told('setBoundary'), text: told('setBoundaryText', { action, values }), command }
  return action.startsWith('iam:Create')
    ? {
        title: told(isUser ? 'createUser' : 'createRole'),
        text: told('createBoundaryText', { action, values }),
        command,
      }
    : { title: told(isUser ? 'putOnUser' : 'putOnRole'), text: told('putBoundaryText', { action, values }), command }
}

const policyArn: Doing = (demand, { action }) => {
  const arn = shellWord(sent(demand), '<POLICY_ARN>')
  return {
    title: told(isWanted(demand) ? 'policyArn' : 'otherPolicy', { values: valuesOf(demand) }),
    text: told('policyArnText'),
    command: /User/.test(action)
      ? `aws iam attach-user-policy --user-name <USER_NAME> --policy-arn ${arn}`
      : /Group/.test(action)
        ? `aws iam attach-group-policy --group-name <GROUP_NAME> --policy-arn ${arn}`
        : `aws iam attach-role-policy --role-name <ROLE_NAME> --policy-arn ${arn}`,
  }
}

const linkedService: Doing = (demand) => ({
  title: told(isWanted(demand) ? 'linkedService' : 'otherLinkedService', { values: valuesOf(demand) }),
  text: told('linkedServiceText'),
  command: `aws iam create-service-linked-role --aws-service-name ${shellWord(sent(demand), '<SERVICE>.amazonaws.com')}`,
})

const externalId: Doing = (demand, asked) => {
  const values = valuesOf(demand)
  if (demand.want === 'absent') return undefined
  return {
    title: told(demand.want === 'none-of' ? 'otherExternalId' : 'externalId'),
    text:
      demand.want === 'one-of'
        ? told('externalIdText', { values })
        : told('anyExternalIdText', { wanted: wantedOf(demand) }),
    command: `aws sts assume-role --role-arn ${shellWord(targetOf(asked), '<ROLE_ARN>')} --role-session-name <SESSION_NAME> --external-id ${shellWord(sent(demand), '<EXTERNAL_ID>')}`,
  }
}

/** "${aws:username}" is what role sessions of users are usually asked to be named. */
const sessionName: Doing = (demand, asked) => {
  const { caller } = asked
  const isOwn = /^\$\{aws:username\}$/i.test(sent(demand) ?? '') && caller.kind === 'user'
  const name = shellWord(isOwn ? caller.name : sent(demand), '<SESSION_NAME>')
  return {
    title: told('sessionName', { wanted: wantedOf(demand) }),
    text: told('sessionNameText'),
    command: `aws sts assume-role --role-arn ${shellWord(targetOf(asked), '<ROLE_ARN>')} --role-session-name ${name}`,
  }
}

/** Only requests for bearer tokens have the key. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_durationseconds */
const duration: Doing = ({ key, values }, { action, request, standIns }) => ({
  title: told('roleDuration'),
  text: told('durationText', { key, action }),
  command: `aws iam update-role --role-name ${shellWord(standIns.has('resource') ? undefined : request.resource.split('/').at(-1), '<ROLE_NAME>')} --max-session-duration ${shellWord(values[0], '3600')}`,
  owner: 'account administrator',
  changesCondition: true,
})

const transitive: Doing = (demand, asked) => ({
  title: told('transitive', { wanted: wantedOf(demand) }),
  text: told('transitiveText'),
  command: `aws sts assume-role --role-arn ${shellWord(targetOf(asked), '<ROLE_ARN>')} --role-session-name <SESSION_NAME> --transitive-tag-keys ${shellWord(sent(demand), '<TAG_KEY>')}`,
})

/** A service calls KMS in its own Region. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
const viaService: Doing = (demand, { request }) => {
  const values = valuesOf(demand)
  const region = /^arn:[\w-]+:kms:([a-z]{2}[a-z-]+-\d):/.exec(request.resource)?.[1]
  const isElsewhere = (name: string): boolean =>
    /^[a-z0-9-]+\.[a-z]{2}[a-z-]+-\d\.amazonaws\.com/.test(name) && !name.includes(`.${region}.`)
  if (demand.want === 'one-of' && region !== undefined && demand.values.every(isElsewhere))
    return {
      title: told('otherRegion'),
      text: told('otherRegionText', { values, region }),
      owner: 'account administrator',
      changesCondition: true,
    }
  return isWanted(demand)
    ? { title: told('useKeyThrough', { values }), text: told('useKeyThroughText', { values }) }
    : { title: told('notThrough', { values }), text: told('notThroughText') }
}

const encryptionContext: Doing = (demand, asked) => {
  const key = demand.key.slice('kms:EncryptionContext:'.length)
  const ofBucket = bucketContext(demand)
  if (ofBucket) return ofBucket
  return {
    title: told('encryptionContext', { key }),
    text: told('encryptionContextText', { key, wanted: wantedOf(demand) }),
    command: /Decrypt$/.test(asked.action)
      ? `aws kms decrypt --ciphertext-blob fileb://<FILE> --encryption-context ${contextPair(key, demand)}`
      : `aws kms encrypt --key-id ${shellWord(targetOf(asked), '<KEY_ID>')} --plaintext fileb://<FILE> --encryption-context ${contextPair(key, demand)}`,
  }
}
const contextPair = (key: string, demand: Demand): string =>
  `${shellWord(key, '<KEY>')}=${shellWord(sent(demand), '<CONTEXT_VALUE>')}`

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclaves.html */
const attested: Doing = (demand) => ({
  title: told(demand.want === 'absent' ? 'notAttested' : 'attested'),
  text:
    demand.want === 'absent'
      ? told('notThroughText')
      : told('attestedText', { name: demand.key.slice('kms:RecipientAttestation:'.length), wanted: wantedOf(demand) }),
  command: 'nitro-cli describe-enclaves',
})

const grantForService: Doing = (demand) =>
  isTrue(demand)
    ? { title: told('grantForService'), text: told('grantForServiceText') }
    : {
        title: told('grantYourself'),
        text: told('notThroughText'),
        command: 'aws kms create-grant --key-id <KEY_ID> --grantee-principal <PRINCIPAL_ARN> --operations <OPERATIONS>',
      }

const createAction: Doing = (demand, { action }) =>
  isWanted(demand)
    ? { title: told('tagWhileCreating'), text: told('tagWhileCreatingText', { action, values: valuesOf(demand) }) }
    : { title: told('tagAfter'), text: told('tagAfterText', { action, values: valuesOf(demand) }) }

const roleDelivery: Doing = (demand) => ({
  title: told('imdsv2'),
  text: told('imdsv2Text', { wanted: wantedOf(demand) }),
  command: 'aws ec2 modify-instance-metadata-options --instance-id <INSTANCE_ID> --http-tokens required',
})

const functionUrl: Doing = (demand) =>
  isTrue(demand)
    ? {
        title: told('invokeUrl'),
        text: told('invokeText'),
        command: 'aws lambda get-function-url-config --function-name <FUNCTION_NAME>',
      }
    : {
        title: told('invokeDirectly'),
        text: told('invokeText'),
        command: 'aws lambda invoke --function-name <FUNCTION_NAME> output.json',
      }

/** What an identity pool's policies write a path with. */
const poolIdentity: Doing = (demand) => ({
  title: told('usePathIdentity'),
  text: told('usePathIdentityText', { values: valuesOf(demand) }),
})

/** Keys of single services whose deed is more than an option. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const serviceDeeds: readonly DeedRow[] = [
  ['iam:permissionsboundary', boundary],
  ['iam:policyarn', policyArn],
  ['iam:awsservicename', linkedService],
  [
    'iam:passedtoservice',
    (demand) => ({ title: told('passedTo', { wanted: wantedOf(demand) }), text: told('passedToText') }),
  ],
  [
    'iam:associatedresourcearn',
    (demand) => ({ title: told('associated', { wanted: wantedOf(demand) }), text: told('associatedText') }),
  ],
  ['sts:externalid', externalId],
  ['sts:rolesessionname', sessionName],
  ['sts:durationseconds', duration],
  ['sts:transitivetagkeys', transitive],
  ['kms:viaservice', viaService],
  ['kms:encryptioncontext:', encryptionContext],
  ['kms:recipientattestation:', attested],
  ['kms:grantisforawsresource', grantForService],
  // AWS sets it only where tags are part of another call. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
  [
    ['ec2:createaction', 'ecs:createaction', 'elasticloadbalancing:createaction', 'elasticfilesystem:createaction'],
    createAction,
  ],
  ['ec2:roledelivery', roleDelivery],
  [
    ['ec2:sourceinstancearn', 'ssm:sourceinstancearn'],
    (demand) => ({ title: told('onInstance', { wanted: wantedOf(demand) }), text: told('onInstanceText') }),
  ],
  [
    'lambda:sourcefunctionarn',
    (demand) => ({ title: told('fromFunction', { wanted: wantedOf(demand) }), text: told('fromFunctionText') }),
  ],
  ['lambda:invokedviafunctionurl', functionUrl],
  [
    'execute-api:viadomainarn',
    (demand) => ({ title: told('customDomain'), text: told('customDomainText', { wanted: wantedOf(demand) }) }),
  ],
  ['cognito-identity.amazonaws.com:sub', poolIdentity],
]
