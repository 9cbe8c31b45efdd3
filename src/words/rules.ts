import type { RuleCode, RuleReason } from '../evaluate/index.ts'

/** What a rule of AWS says to a request that it applies to: a sentence with its full stop. */
export const ruleSentence = ({ code }: RuleReason): string => sentences[code]

const sentences: Readonly<Record<RuleCode, string>> = {
  'needs-no-permission': 'This operation needs no permission, and no policy can deny it.',
  'root-user': 'The root user has every permission in its account without a policy.',
  'alias-belongs-to-aws':
    'Aliases that begin with alias/aws/ belong to AWS. No one else can create, change, or delete them.',
  'role-passed-across-accounts': 'You can pass a role only within its own account.',
  'root-assumes-role': 'The root user can’t assume roles.',
  'service-linked-role-change': 'This role is linked to an AWS service. You can’t change its policies in IAM.',
  'identity-center-role-change':
    'This role belongs to IAM Identity Center. You can change it only there, and you can’t pass it to a service.',
  'aws-managed-policy-change': 'This managed policy belongs to AWS. No one else can change, tag, or delete it.',
  'billing-access-off': 'The root user hasn’t turned on IAM access to Billing in this account.',
  'public-policy-blocked': 'S3 Block Public Access ignores the bucket policy, because the policy is public.',
  'kms-grant': 'A grant on the KMS key allows this, even though the key policy and the identity-based policies don’t.',
}
