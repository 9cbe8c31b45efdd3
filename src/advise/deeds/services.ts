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
  encrypt: 'Request encryption',
  encryptText:
    'Send the header x-amz-server-side-encryption with {{wanted}}. In the SDKs the parameter is called ServerSideEncryption.',
  anyEncryptText:
    'Send the header x-amz-server-side-encryption with aws:kms or AES256. In the SDKs the parameter is called ServerSideEncryption. In Amazon Redshift, add KMS_KEY_ID and ENCRYPTED to UNLOAD.',
  noEncrypt: 'Don’t send the header x-amz-server-side-encryption',
  noEncryptText: 'The policy accepts only uploads without it. The bucket encrypts by default.',
  encryptKey: 'Encrypt with the key that the policy names',
  encryptKeyText:
    'Name the key {{values}} in the upload. S3 compares the text as it is sent, so send the key’s ARN, not its alias.',
  otherKey: 'Encrypt with another key than {{values}}',
  anyKey: 'Name a KMS key in the upload',
  noKey: 'Don’t name a KMS key in the upload',
  keyText: 'The policy looks at the header x-amz-server-side-encryption-aws-kms-key-id.',
  listFolder: 'List only the folder that the policy names',
  listFolderText:
    'The policy accepts listing with the prefix {{values}}. Name it in the call; the whole bucket can’t be listed.',
  otherFolder: 'List another folder than {{values}}',
  otherFolderText: 'The policy doesn’t accept listing with this prefix.',
  anyFolder: 'List a folder, not the whole bucket',
  anyFolderText: 'The policy accepts listing only with a prefix.',
  oneLevel: 'List one level, or allow listing without a delimiter',
  oneLevelText:
    'The policy accepts listing only with the delimiter {{values}}, which “aws s3 ls” sends for one folder. “aws s3 sync” and --recursive list everything below the prefix and send none. For them, an administrator takes s3:delimiter out of the condition; s3:prefix can stay.',
  noDelimiter: 'List without a delimiter',
  noDelimiterText: 'The policy accepts {{wanted}} as the delimiter. “--recursive” sends none.',
  objectTag: 'Send the object’s tag in the upload',
  objectTagText: 'The policy looks at the tags that the upload sets ({{key}}). It accepts {{wanted}}.',
  signedHeader: 'Sign the request in the header, not in a link',
  presigned: 'Use a presigned URL',
  signedForm: 'Use a browser form (POST)',
  authTypeText: 'The policy looks at how the request is signed, and accepts {{wanted}} for {{key}}.',
  signature: 'Sign with {{wanted}}',
  signatureText: 'The AWS CLI and current SDKs use Signature Version 4. Update an older tool.',
  freshLink: 'Make a new link and use it at once',
  freshLinkText:
    'The policy accepts signatures that are {{wanted}} milliseconds old. A presigned URL that was made earlier doesn’t work anymore.',
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
  mountTarget: 'Mount the file system through a mount target',
  mountTargetText:
    'The policy accepts clients that mount through a mount target in the VPC, with the EFS mount helper.',
  ownRows: 'Ask for rows of your own only',
  ownRowsForOthers: 'I ask for rows of my own only',
  ownRowsText:
    'The policy accepts the partition key {{values}}. Name it in the call: a Scan, or a Query for another one, is denied.',
  onlyAttributes: 'Ask only for the attributes {{values}}',
  otherAttributes: 'Don’t ask for the attributes {{values}}',
  onlyAttributesText:
    'The policy limits the attributes of the items, and a call that names none asks for all of them. Name them in the projection expression.',
  accessPoint: 'Call through the access point {{wanted}}',
  accessPointOf: 'Call through an access point of account {{wanted}}',
  accessPointFrom: 'Call through an access point whose network origin is {{wanted}}',
  accessPointText: 'The policy looks at the access point of the call. Give its ARN in the place of the bucket’s name.',
  accessPointMountText: 'The policy looks at the access point of the call. Mount the file system through it.',
  customDomain: 'Call the API through its custom domain',
  customDomainText: 'The policy looks at the domain name of the call, and accepts {{wanted}}.',
  noScan: 'Use Query or GetItem instead of a Scan',
  noScanText: 'The policy doesn’t accept a Scan of the whole table.',
  scan: 'Use a Scan',
  scanText: 'The policy accepts only a Scan of the whole table.',
  usePathIdentity: 'Use the path of the identity that is signed in',
  usePathIdentityText:
    'The policy allows each identity its own part only, and this call was for {{values}}. Compare that with the identity ID of the session: in a client it’s the identityId, and it isn’t the sub of the user pool. Guests and signed-in users have different ones.',
})

const bucketOf = (arn: string): string => shellWord(/^arn:[\w-]+:s3:::([\w.-]+)/.exec(arn)?.[1], '<BUCKET>')
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

const encryption: Doing = (demand, { request }) => {
  if (demand.want === 'absent') return { title: told('noEncrypt'), text: told('noEncryptText') }
  return {
    title: told('encrypt'),
    text: demand.want === 'present' ? told('anyEncryptText') : told('encryptText', { wanted: wantedOf(demand) }),
    command: `aws s3 cp <FILE> s3://${bucketOf(request.resource)}/<KEY> --sse ${shellWord(sent(demand), 'aws:kms')}`,
  }
}

const encryptionKey: Doing = (demand, { request }) => {
  const values = valuesOf(demand)
  if (demand.want === 'absent') return { title: told('noKey'), text: told('keyText') }
  const [title, text] =
    demand.want === 'one-of'
      ? [told('encryptKey'), told('encryptKeyText', { values })]
      : [demand.want === 'none-of' ? told('otherKey', { values }) : told('anyKey'), told('keyText')]
  return {
    title,
    text,
    command: `aws s3 cp <FILE> s3://${bucketOf(request.resource)}/<KEY> --sse aws:kms --sse-kms-key-id ${shellWord(sent(demand), '<KEY_ARN>')}`,
  }
}

const prefix: Doing = (demand, { request }) => {
  const values = valuesOf(demand)
  const command = `aws s3 ls s3://${bucketOf(request.resource)}/${shellWord(sent(demand)?.replace(/[*].*$/, ''), '<PREFIX>/')}`
  if (demand.want === 'one-of') return { title: told('listFolder'), text: told('listFolderText', { values }), command }
  if (demand.want === 'present') return { title: told('anyFolder'), text: told('anyFolderText'), command }
  return demand.want === 'none-of'
    ? { title: told('otherFolder', { values }), text: told('otherFolderText'), command }
    : undefined
}

const delimiter: Doing = (demand, { request }) =>
  demand.want === 'one-of' || demand.want === 'present'
    ? {
        title: told('oneLevel'),
        text: told('oneLevelText', { values: valuesOf(demand) }),
        command: `aws s3 ls s3://${bucketOf(request.resource)}/<PREFIX>/`,
        changesCondition: true,
      }
    : {
        title: told('noDelimiter'),
        text: told('noDelimiterText', { wanted: wantedOf(demand) }),
        command: `aws s3 ls s3://${bucketOf(request.resource)}/<PREFIX>/ --recursive`,
      }

/** "team" of s3:RequestObjectTag/team. */
const tagIn = (key: string): string | undefined => key.split('/')[1]

const objectTag: Doing = (demand, { request }) => ({
  title: told('objectTag'),
  text: told('objectTagText', { key: demand.key, wanted: wantedOf(demand) }),
  command: `aws s3api put-object --bucket ${bucketOf(request.resource)} --key <KEY> --body <FILE> --tagging ${shellWord(tagIn(demand.key), '<TAG_KEY>')}=${shellWord(sent(demand), '<TAG_VALUE>')}`,
})

const authType: Doing = (demand) => {
  const only = demand.want === 'one-of' && demand.values.length === 1 ? demand.values[0] : undefined
  const isLinkUnwanted = demand.want === 'none-of' && demand.values.includes('REST-QUERY-STRING')
  const title = only === 'REST-QUERY-STRING' ? 'presigned' : only === 'POST' ? 'signedForm' : ('signedHeader' as const)
  if (only === undefined && !isLinkUnwanted) return undefined
  return { title: told(title), text: told('authTypeText', { key: demand.key, wanted: wantedOf(demand) }) }
}

const freshLink: Doing = (demand, { request }) =>
  demand.want === 'less' || demand.want === 'at-most'
    ? {
        title: told('freshLink'),
        text: told('freshLinkText', { wanted: wantedOf(demand) }),
        command: `aws s3 presign s3://${bucketOf(request.resource)}/<KEY>`,
      }
    : undefined

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

const rows: Doing = (demand) =>
  isWanted(demand)
    ? {
        title: told('ownRows'),
        text: told('ownRowsText', { values: valuesOf(demand) }),
        command:
          "aws dynamodb query --table-name <TABLE_NAME> --key-condition-expression '<PARTITION_KEY> = :key' --expression-attribute-values file://values.json",
      }
    : undefined

const tableScan: Doing = (demand) =>
  isTrue(demand)
    ? { title: told('scan'), text: told('scanText'), command: 'aws dynamodb scan --table-name <TABLE_NAME>' }
    : {
        title: told('noScan'),
        text: told('noScanText'),
        command: 'aws dynamodb get-item --table-name <TABLE_NAME> --key file://key.json',
      }

const attributes: Doing = (demand) =>
  demand.want === 'one-of' || demand.want === 'none-of'
    ? {
        title: told(demand.want === 'one-of' ? 'onlyAttributes' : 'otherAttributes', { values: valuesOf(demand) }),
        text: told('onlyAttributesText'),
        command:
          'aws dynamodb get-item --table-name <TABLE_NAME> --key file://key.json --projection-expression <ATTRIBUTES>',
      }
    : undefined

const accessPoint =
  (id: 'accessPoint' | 'accessPointOf' | 'accessPointFrom'): Doing =>
  (demand) => ({
    title: told(id, { wanted: wantedOf(demand) }),
    text: told('accessPointText'),
    command: `aws s3api get-object --bucket ${shellWord(id === 'accessPoint' ? sent(demand) : undefined, '<ACCESS_POINT_ARN>')} --key <KEY> <FILE>`,
  })

const mountPoint: Doing = (demand) => ({
  title: told('accessPoint', { wanted: wantedOf(demand) }),
  text: told('accessPointMountText'),
  command: 'aws efs describe-access-points',
})

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
  ['s3:x-amz-server-side-encryption', encryption],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', encryptionKey],
  ['s3:prefix', prefix],
  ['s3:delimiter', delimiter],
  [['s3:requestobjecttag/', 's3:requestobjecttagkeys'], objectTag],
  ['s3:authtype', authType],
  [
    's3:signatureversion',
    (demand) => ({
      title: told('signature', { wanted: wantedOf(demand) }),
      text: told('signatureText'),
      // https://docs.aws.amazon.com/cli/latest/topic/s3-config.html
      command: sent(demand) === 'AWS4-HMAC-SHA256' ? 'aws configure set default.s3.signature_version s3v4' : undefined,
    }),
  ],
  ['s3:signatureage', freshLink],
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
    'elasticfilesystem:accessedviamounttarget',
    (demand) => (isTrue(demand) ? { title: told('mountTarget'), text: told('mountTargetText') } : undefined),
  ],
  [['dynamodb:leadingkeys', 'dynamodb:firstpartitionkeyvalues'], rows],
  ['dynamodb:fulltablescan', tableScan],
  ['dynamodb:attributes', attributes],
  ['s3:dataaccesspointarn', accessPoint('accessPoint')],
  ['s3:dataaccesspointaccount', accessPoint('accessPointOf')],
  ['s3:accesspointnetworkorigin', accessPoint('accessPointFrom')],
  ['elasticfilesystem:accesspointarn', mountPoint],
  [
    'execute-api:viadomainarn',
    (demand) => ({ title: told('customDomain'), text: told('customDomainText', { wanted: wantedOf(demand) }) }),
  ],
  ['cognito-identity.amazonaws.com:sub', poolIdentity],
]
