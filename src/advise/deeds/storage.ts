import { messagesOf } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import { type DeedRow, type Doing, isTrue, isWanted, sent, valuesOf, wantedOf } from './deed.ts'

const told = messagesOf('deeds-storage', {
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
  noScan: 'Use Query or GetItem instead of a Scan',
  noScanText: 'The policy doesn’t accept a Scan of the whole table.',
  scan: 'Use a Scan',
  scanText: 'The policy accepts only a Scan of the whole table.',
})

const bucketOf = (arn: string): string => shellWord(/^arn:[\w-]+:s3:::([\w.-]+)/.exec(arn)?.[1], '<BUCKET>')

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

/** Keys of buckets, tables, and file systems whose deed is more than an option. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const storageDeeds: readonly DeedRow[] = [
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
]
