import { messagesOf, type Text } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-encryption', {
  encryptedAsks: 'without the encryption that it requires',
  why: 'The call came without the encryption that the policy wants: over plain HTTP, without the header, or with another key.',
  transport: 'The call came over plain HTTP.',
  tls: 'The connection uses an older version of TLS than the policy accepts.',
  header: 'The upload has no header x-amz-server-side-encryption, or the header has another value.',
  key: 'The upload names another KMS key than the policy does, or none.',
  customerKey: 'The policy looks at keys that come with the upload (SSE-C).',
  volume:
    'The new volume would not be encrypted as the policy wants. The parameter is Encrypted, next to encryption by default for the Region.',
  database:
    'The database’s storage would not be encrypted as the policy wants. The parameter is StorageEncrypted. What’s restored from a snapshot is encrypted if the snapshot is.',
  fileSystem: 'The file system would not be encrypted as the policy wants. The parameter is Encrypted.',
  cacheAtRest:
    'The cache would not be encrypted at rest as the policy wants. The parameter is AtRestEncryptionEnabled.',
  cacheInTransit:
    'The cache would not be encrypted in transit as the policy wants. The parameter is TransitEncryptionEnabled.',
})

/** The key decides which parameter it is. The pages of each are those of the services’ condition keys. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const whys: ReadonlyMap<string, Text> = new Map([
  ['aws:securetransport', told('transport')],
  ['s3:tlsversion', told('tls')],
  ['s3:x-amz-server-side-encryption', told('header')],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', told('key')],
  ['s3:x-amz-server-side-encryption-customer-algorithm', told('customerKey')],
  ['ec2:encrypted', told('volume')],
  ['rds:storageencrypted', told('database')],
  ['elasticfilesystem:encrypted', told('fileSystem')],
  ['elasticache:atrestencryptionenabled', told('cacheAtRest')],
  ['elasticache:transitencryptionenabled', told('cacheInTransit')],
])

/** A Deny for what is not encrypted, on the way or at rest. https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingServerSideEncryption.html */
export const explicitDenyEncryption = conditionedDeny({
  id: 'explicit-deny-encryption',
  article: 'policies/s3-bucket',
  isAbout: (key) => whys.has(key) || /server-side-encryption|:encrypted$|:storageencrypted$/.test(key),
  title: told('encryptedAsks'),
  why: (key) => whys.get(key) ?? told('why'),
})
