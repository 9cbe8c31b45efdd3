import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-encryption', {
  encryptedAsks: 'without the encryption that it requires',
  why: 'The call came without the encryption that the policy wants: over plain HTTP, without the header, or with another key.',
})

/** A Deny for what is not encrypted, on the way or at rest. https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingServerSideEncryption.html */
export const explicitDenyEncryption = conditionedDeny({
  id: 'explicit-deny-encryption',
  article: 'policies/s3-bucket',
  isAbout: (key) =>
    key === 'aws:securetransport' ||
    key === 's3:tlsversion' ||
    /server-side-encryption|:encrypted$|:storageencrypted$/.test(key),
  title: told('encryptedAsks'),
  why: told('why'),
})
