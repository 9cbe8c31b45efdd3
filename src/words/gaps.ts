import type { GapCode } from '../evaluate/index.ts'
import { messagesOf, type Translation, write } from './messages.ts'

const told = messagesOf('gaps', {
  acls: 'Access control lists (ACLs) are evaluated only if you paste the output of get-bucket-acl.',
  'access-point-bucket':
    'An access point’s ARN doesn’t name its bucket. Give the bucket’s policy with the bucket’s ARN as its target, because the bucket must allow the request, too.',
  'share-permissions':
    'The permissions of a resource share decide which actions it allows. We assume that they include this one.',
  'bucket-owner-assumed':
    'An S3 ARN doesn’t name the bucket’s owner. We assume that the bucket belongs to the caller’s account.',
  'kms-grants': 'Grants on the KMS key aren’t evaluated. A grant can allow a request that no policy allows.',
  'role-path-unknown': 'A session’s ARN doesn’t contain its role’s path, so we derive aws:PrincipalArn without a path.',
  'lake-formation': 'Permissions in Lake Formation aren’t evaluated.',
  'too-many-completions':
    'There are too many combinations of unknown keys to try them all. Some of the keys named might not matter.',
})

/** A relevant fact that the evaluator doesn't model: a sentence with its period. */
export const gapSentence = (code: GapCode, translation?: Translation): string => write(told(code), translation)
