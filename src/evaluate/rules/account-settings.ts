import { billingServices } from '../../reference/index.ts'
import { isPublic } from '../public-access.ts'
import type { RuleRow } from './rule.ts'

/** Switches of an account that deny whatever the policies say. */
export const accountSettings: readonly RuleRow[] = [
  {
    is: 'rule',
    code: 'billing-access-off',
    kind: 'billing-access',
    part: 'guards',
    services: [...billingServices],
    source: 'https://repost.aws/knowledge-center/iam-billing-access',
    applies: ({ facts, caller }) =>
      facts.billingIamAccess === false && caller.kind !== 'root' && caller.account !== undefined,
  },
  {
    // All four settings on: a bucket policy that makes the bucket public then reaches only the owner's own account.
    is: 'rule',
    code: 'public-policy-blocked',
    kind: 's3-block-public-access',
    part: 'guards',
    services: ['s3'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    applies: ({ facts, caller, crossAccount, resource }, layers) =>
      facts.s3BlockPublicAccess === true &&
      (caller.kind === 'anonymous' || crossAccount) &&
      layers.some(
        ({ type, statements }) => type === 'resource' && statements.some((statement) => isPublic(statement, resource)),
      ),
  },
]
