import type { RuleReason } from '../evaluate/index.ts'
import { messagesOf, type Told } from './messages.ts'

const told = messagesOf('rules', {
  'needs-no-permission': 'This operation needs no permission, and no policy can deny it.',
  'root-user': 'The root user has every permission in its account without a policy.',
  'alias-belongs-to-aws':
    'Aliases that begin with alias/aws/ belong to AWS. No one else can create, change, or delete them.',
  'role-passed-across-accounts': 'You can pass a role only within its own account.',
  'root-assumes-role': 'The root user can’t assume roles.',
  'service-linked-role-change': 'This role is linked to an AWS service, so IAM lets no one change its policies.',
  'identity-center-role-change':
    'This role belongs to IAM Identity Center. You can change it only there, and you can’t pass it to a service.',
  'aws-managed-policy-change': 'This managed policy belongs to AWS. No one else can change, tag, or delete it.',
  'billing-access-off': 'The root user hasn’t turned on IAM access to Billing in this account.',
  'public-policy-blocked': 'S3 Block Public Access ignores the bucket policy, because the policy is public.',
  'bucket-acl': 'The bucket’s access control list (ACL) allows this.',
  'needs-no-allow': 'This operation needs no permission.',
  'unsigned-call': 'This operation takes no AWS credentials, so it needs no permission.',
  'session-credentials':
    'AWS doesn’t accept the credentials of a session here. Use the long-term credentials of an IAM user.',
  'federated-user-credentials':
    'A federated user session can’t call IAM, and the only AWS STS operation that it can call is GetCallerIdentity.',
  'root-assumes-root': 'The root user can’t call AssumeRoot. Use a user or role in the management account.',
  'only-iam-users': 'Only IAM users can change their own password.',
  'only-cognito-identities': 'Only credentials that Amazon Cognito issued work here.',
  'management-account-only': 'Only the management account of the organization can make this call.',
  'member-account-only': 'The management account can’t make this call, only a member account can.',
  'delegated-administrator':
    'A member account can make this call only if it is the delegated administrator for the service.',
  'own-account-only':
    'No policy can allow this from another account. Use credentials of the account that owns the resource: assume a role there.',
  'no-resource-policies':
    'No policy can allow this from another account, because this resource can’t have a resource-based policy. Use credentials of the account that owns it: assume a role there.',
  'caller-side-only': 'AWS asks only the caller’s policies, although the resource belongs to another account.',
  shared: 'The owner shares the resource with the caller’s account.',
  'data-access-policy': 'A data access policy of OpenSearch Serverless must allow this, too.',
  'cognito-guest': 'Amazon Cognito limits guests with a session policy of its own.',
  'listed-grant': 'A grant in the list allows this, even though the key policy and the identity-based policies don’t.',
  'kms-grant': 'A grant on the KMS key allows this, even though the key policy and the identity-based policies don’t.',
})

/** What a rule of AWS says to a request that it applies to: a sentence with its full stop. */
export const ruleText = ({ code }: RuleReason): Told => told(code)
