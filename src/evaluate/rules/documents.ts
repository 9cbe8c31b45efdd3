import { builtIn } from './built-in.ts'
import type { StatementRow } from './rule.ts'

const grants = 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'

/** Grants on KMS keys that were pasted. A grant never denies, and it needs neither a key policy nor an identity-based policy. */
export const listedGrants: StatementRow = {
  is: 'statements',
  code: 'listed-grant',
  kind: 'kms-grant',
  part: 'grants',
  services: ['kms'],
  source: grants,
  coverage: undefined,
  statements: (documents) => builtIn(...documents.grants),
  applies: () => true,
}

/** A bucket's access control list allows in the place of the bucket policy. */
export const bucketAcl: StatementRow = {
  is: 'statements',
  code: 'bucket-acl',
  kind: 'bucket-acl',
  part: 'owner-grants',
  services: ['s3'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
  coverage: undefined,
  statements: (documents) => builtIn(...documents.acls),
  applies: () => true,
}
