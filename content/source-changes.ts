// What changed in an article because one of its sources was read again.

interface SourceChange {
  /** The article's path: "billing/support". */
  readonly article: string
  /** The day on which the source was read. */
  readonly date: string
  /** What was wrong or missing, in a sentence or two. */
  readonly changed: string
}

/** The newest first. An article without a row agreed with its sources when they were read again. */
export const sourceChanges: readonly SourceChange[] = [
  {
    article: 'policies/kms-key',
    date: '2026-11-30',
    changed:
      'A grant can go to an AWS service, for one resource only: `GranteeServicePrincipal` with the constraint `SourceArn`.',
  },
  {
    article: 'policies/lambda-versions',
    date: '2026-11-30',
    changed: 'Durable executions were missing: their ARNs have a version, never an alias.',
  },
  {
    article: 'billing/budgets',
    date: '2026-11-30',
    changed: 'What a budget action can do in other accounts was missing.',
  },
  {
    article: 'policies/lambda-versions',
    date: '2026-11-29',
    changed:
      '`PutResourcePolicy` writes the whole policy of a function, version, or alias, and replaces what was there.',
  },
  {
    article: 'messages/anonymous',
    date: '2026-11-29',
    changed:
      'A resource policy that names roles needs `AWS_IAM` at every method. What function URLs and OpenSearch domains need to be public was missing.',
  },
  {
    article: 'messages/databases',
    date: '2026-11-29',
    changed:
      'The log `iam-db-auth-error` says why a sign-in failed. Keys that sign-in doesn’t know, other accounts, RDS Proxy, and other host names were missing.',
  },
  {
    article: 'messages/kubernetes-rbac',
    date: '2026-11-29',
    changed: '`kubectl auth can-i --list` and `--as` don’t count access policies. The console’s sentence was missing.',
  },
  {
    article: 'messages/lake-formation',
    date: '2026-11-29',
    changed:
      'Locations in S3, the key of the catalog, hybrid access mode, and that grants apply in one Region were missing.',
  },
  {
    article: 'messages/sso-expired',
    date: '2026-11-29',
    changed: 'A sign-in lasts 8 hours by default, and up to 90 days. Profiles without `sso_session` can’t renew it.',
  },
  {
    article: 'messages/quota',
    date: '2026-11-29',
    changed:
      'The first request of an account creates a service-linked role, which needs a permission. Bucket quotas are in `us-east-1`.',
  },
  {
    article: 'messages/opt-in-and-quota',
    date: '2026-11-29',
    changed:
      'Verification can take four hours. Sessions of STS’s global address aren’t valid in Regions that must be turned on.',
  },
  {
    article: 'messages/throttling',
    date: '2026-11-29',
    changed: '`adaptive` is for one resource only. EC2 has smaller limits for lists without pages or filters.',
  },
  {
    article: 'messages/encoded-message',
    date: '2026-11-29',
    changed: 'An encoded message expires, and CloudTrail keeps 1 KB of a message.',
  },
  {
    article: 'messages/cloudtrail',
    date: '2026-11-29',
    changed: 'Listing objects is a data event, too. A message ends after 1 KB, and can be in `responseElements`.',
  },
  {
    article: 'messages/clock',
    date: '2026-11-29',
    changed: 'EC2 says `RequestExpired`. `time.aws.com` works outside AWS.',
  },
  {
    article: 'messages/expired-token',
    date: '2026-11-29',
    changed: 'EC2 also says `RequestExpired`. How long a presigned link can last was missing.',
  },
  {
    article: 'messages/signature',
    date: '2026-11-29',
    changed: 'What to compare in your own code, the date of the signature, and pods in EKS were missing.',
  },
  {
    article: 'messages/not-a-denial',
    date: '2026-11-29',
    changed: '`TagPolicyViolation` was missing.',
  },
  {
    article: 'start/what-is-new',
    date: '2026-11-29',
    changed:
      'One paragraph of AWS’s page about SCPs still describes the old language. Very few roles still trust themselves, and CloudTrail shows which.',
  },
  {
    article: 'start/glossary',
    date: '2026-11-29',
    changed: 'A row for the delegated administrator.',
  },
  {
    article: 'policies/what-is-checked',
    date: '2026-11-29',
    changed: 'AWS’s list of findings still has SCP_SYNTAX_ERROR_ACTION_WILDCARD.',
  },
  {
    article: 'messages/vpc-endpoint-explicit',
    date: '2026-11-29',
    changed: 'S3 names the endpoint policy only if the bucket is in the caller’s account.',
  },
  {
    article: 'messages/vpc-endpoint-implicit',
    date: '2026-11-29',
    changed:
      'The account that owns the endpoint records the event. S3 names the endpoint policy only if the bucket is in the caller’s account.',
  },
  {
    article: 'messages/resource-explicit',
    date: '2026-11-29',
    changed: 'Block Public Access denies with the same words, without a Deny in the bucket policy.',
  },
  {
    article: 'messages/resource-implicit',
    date: '2026-11-29',
    changed:
      'A public ACL that Block Public Access ignores leads to this message. More services than KMS and IAM need an Allow of their own.',
  },
  {
    article: 'messages/boundary-implicit',
    date: '2026-11-29',
    changed: 'A resource-based policy that names the user or the session isn’t limited by the boundary.',
  },
  {
    article: 'messages/which-gate',
    date: '2026-11-29',
    changed:
      'Within an account, the resource-based or the identity-based policy is enough. The page said that all kinds must allow.',
  },
  {
    article: 'messages/trust-policy',
    date: '2026-11-29',
    changed: 'A date, a source identity, and a role that assumes itself were missing.',
  },
  {
    article: 'messages/no-detail',
    date: '2026-11-29',
    changed: 'S3 leaves out the reason for directory buckets, and for some denials by a VPC endpoint policy.',
  },
  {
    article: 'messages/anatomy',
    date: '2026-11-29',
    changed: 'S3 puts *with policy ARN* before the name of the policy.',
  },
  {
    article: 'billing/billing-conductor',
    date: '2026-11-29',
    changed:
      'What the page needs in addition, and tags, were missing. The policy no longer allows changing the preference for billing transfers.',
  },
  {
    article: 'billing/cost-optimization-hub',
    date: '2026-11-29',
    changed: 'What opting in for all accounts needs was missing from the fix.',
  },
  {
    article: 'billing/purchase-orders',
    date: '2026-11-29',
    changed: 'How AWS chooses the purchase order for an invoice, and purchase orders of the Marketplace, were missing.',
  },
  {
    article: 'billing/savings-plans',
    date: '2026-11-29',
    changed: 'Canceling a queued plan, tags, and the managed policies were missing.',
  },
  {
    article: 'policies/permissions-boundary',
    date: '2026-11-29',
    changed:
      'A Deny with `NotPrincipal` always denies those who have a boundary. A policy for everyone with a condition on `aws:PrincipalArn` isn’t limited by one.',
  },
  {
    article: 'policies/identity-based',
    date: '2026-11-29',
    changed: 'A role can have 20 managed policies.',
  },
  {
    article: 'policies/not-action',
    date: '2026-11-29',
    changed:
      'AWS doesn’t support Allow with `NotPrincipal`. Where `NotPrincipal` exists, and how to let a service in, were missing.',
  },
  {
    article: 'policies/resource-based',
    date: '2026-11-29',
    changed: 'How to name permission sets of IAM Identity Center, and what limits `"Principal": "*"`, were missing.',
  },
  {
    article: 'policies/condition-operators',
    date: '2026-11-29',
    changed:
      '`ForAnyValue:` in a Deny lets requests without the key pass. Numbers, dates, and addresses accept no wildcards and no variables.',
  },
  {
    article: 'policies/kms-key',
    date: '2026-11-29',
    changed:
      'KMS’s default key policy lets the account decide, however you create the key. What another account can do with a key, and how to name it, were missing.',
  },
  {
    article: 'policies/mfa',
    date: '2026-11-29',
    changed:
      'CloudTrail can say that a role’s session has MFA although its requests carry none. A request that a service makes with an access key carries `false`.',
  },
  {
    article: 'policies/network',
    date: '2026-11-29',
    changed:
      'A service that continues with your permissions doesn’t pass on the VPC. In resource-based policies, services that call as themselves need an exception.',
  },
  {
    article: 'policies/s3-bucket',
    date: '2026-11-29',
    changed:
      'S3 names the policy type only within an account or an organization. Block Public Access can look like an explicit deny in the bucket policy.',
  },
  {
    article: 'policies/service-to-service',
    date: '2026-11-29',
    changed:
      'EventBridge can use a role for Lambda, SNS, and SQS. CloudWatch Logs as a target, senders in Regions that must be turned on, and consumers’ keys were missing.',
  },
  {
    article: 'policies/session',
    date: '2026-11-29',
    changed:
      'A resource-based policy that names the session isn’t limited by the session policy. A federated user can’t call IAM and can call almost nothing in STS.',
  },
  {
    article: 'policies/tags',
    date: '2026-11-29',
    changed:
      'Session tags don’t pass to the next role, unless they are transitive. Some services know only a tag key of their own.',
  },
  {
    article: 'policies/variables',
    date: '2026-11-29',
    changed: 'A negated operator matches if the variable has no value. Keys with several values can’t be variables.',
  },
  {
    article: 'policies/vpc-endpoint',
    date: '2026-11-29',
    changed: 'Not every service supports endpoint policies. Why AWS doesn’t accept an endpoint policy was missing.',
  },
  {
    article: 'billing/lost-root-mfa',
    date: '2026-11-29',
    changed: 'How to synchronize a device whose codes are wrong was missing.',
  },
  {
    article: 'credentials/sign-in-network',
    date: '2026-11-29',
    changed:
      'Each of the three sentences comes from another check, and an RCP can answer before the password, too. AWS Support’s recovery link was missing.',
  },
  {
    article: 'credentials/lost-mfa-device',
    date: '2026-11-29',
    changed: 'A device can be synchronized instead of removed.',
  },
  {
    article: 'billing/region-lock',
    date: '2026-11-29',
    changed:
      'An SCP can have 10,240 characters, and ten can be attached at each level. CloudFront needs ACM and KMS in `us-east-1`.',
  },
  {
    article: 'messages/quota',
    date: '2026-11-29',
    changed: 'Ten SCPs and five RCPs fit on a level, and an SCP can have 10,240 characters.',
  },
  {
    article: 'billing/tax-settings',
    date: '2026-11-29',
    changed:
      'Inheritance is turned on under Tax registrations. The bucket policy for documents that a program hands in was missing.',
  },
  {
    article: 'policies/trust',
    date: '2026-11-29',
    changed: 'An ARN in `Principal` can’t contain a wildcard.',
  },
  {
    article: 'policies/scp',
    date: '2026-11-29',
    changed:
      'How many SCPs a level can have and how long they can be, what they can’t limit, and that turning them off detaches all of them, were missing.',
  },
  {
    article: 'policies/rcp',
    date: '2026-11-29',
    changed:
      'Budgets, Support, Compute Optimizer, Cost Optimization Hub, and the sign-in support RCPs, and `kms:RetireGrant` is exempt. An RCP’s actions must name a service.',
  },
  {
    article: 'policies/region',
    date: '2026-11-29',
    changed: 'To assume a role through STS in a Region that must be turned on, the role’s account needs it.',
  },
  {
    article: 'billing/billing-transfer',
    date: '2026-11-29',
    changed:
      'Limits on transfers look like `ConstraintViolationException`. Billing groups need `iam:CreateServiceLinkedRole` whenever they are turned on.',
  },
  {
    article: 'billing/close-account',
    date: '2026-11-29',
    changed:
      'Without all features, only the member’s root user can close it. Three members can be closed at the same time.',
  },
  {
    article: 'billing/leave-or-join-organization',
    date: '2026-11-29',
    changed:
      'A created account can leave after four days, and an invitation expires after 15. A new member can show “Complete sign-up” for 48 hours. AWS’s default SCP is missing in rare cases.',
  },
  {
    article: 'billing/member-account-without-root',
    date: '2026-11-29',
    changed:
      'The root user of the management account can’t open root sessions, but a delegated administrator can. The names of two buttons were wrong, and the permissions to turn the feature on were missing.',
  },
  {
    article: 'roles/saml',
    date: '2026-11-29',
    changed:
      'The audience is the Recipient of the answer, not its Audience element. What to do about each other message, and the address for encrypted answers, were missing.',
  },
  {
    article: 'roles/oidc-others',
    date: '2026-11-29',
    changed:
      'For HCP Terraform, AWS also denies requests to older roles without `sub`. Stacks send another subject than workspaces. GitLab’s policy names the project’s number.',
  },
  {
    article: 'roles/service-linked-roles',
    date: '2026-11-29',
    changed:
      'A request that names such a role needs `iam:PassRole` on it. Spot’s role must be created first for the command line, and needs a grant on your own keys.',
  },
  {
    article: 'roles/service-roles',
    date: '2026-11-29',
    changed:
      'A request that names a service-linked role needs `iam:PassRole` on it. Such a role can’t have a permissions boundary.',
  },
  {
    article: 'roles/role-chaining',
    date: '2026-11-29',
    changed: 'A switch in the console is a chain, too, if you signed in with a role.',
  },
  {
    article: 'roles/switch-role',
    date: '2026-11-29',
    changed: 'Path and name of a role can have 64 characters together. How long a switched session lasts was missing.',
  },
  {
    article: 'roles/pass-role',
    date: '2026-11-29',
    changed:
      'Only the last of several services counts, and some don’t send the key. `iam:AssociatedResourceArn` was missing.',
  },
  {
    article: 'roles/ecs-tasks',
    date: '2026-11-29',
    changed:
      'Log groups, files in S3, and ECS Exec need further actions. Parameters on EC2 instances need a setting of the agent.',
  },
  {
    article: 'roles/eks-pod-identity',
    date: '2026-11-29',
    changed:
      'An association can turn off tags, or limit the pod with a session policy. Private subnets need a VPC endpoint.',
  },
  {
    article: 'roles/eks-irsa',
    date: '2026-11-29',
    changed: 'A role in another account needs the cluster’s provider there.',
  },
  {
    article: 'roles/session-tags',
    date: '2026-11-29',
    changed:
      'Names of tags are compared without upper and lower case. The limits, and that tags of a role are never transitive, were missing.',
  },
  {
    article: 'roles/identity-center',
    date: '2026-11-29',
    changed: 'Roles without `AWSReservedSSO_` can come from account access manager.',
  },
  {
    article: 'roles/github-oidc',
    date: '2026-11-29',
    changed:
      'A colon in a name becomes `%3A`, and GitHub Enterprise has issuers of its own. AWS doesn’t save a subject of only wildcards, either.',
  },
  {
    article: 'roles/external-id',
    date: '2026-11-29',
    changed: 'Which characters an external ID can have was missing.',
  },
  {
    article: 'roles/cross-account',
    date: '2026-11-29',
    changed:
      'The root user can’t assume roles, and roles work only within their partition. Trust policies can end on a date or require a source identity.',
  },
  {
    article: 'credentials/leaked-key',
    date: '2026-11-29',
    changed:
      'Newer quarantine policies also deny reading from S3, so programs can stop. Ending a role’s sessions affects everyone who uses the role, and doesn’t work for roles of IAM Identity Center.',
  },
  {
    article: 'credentials/last-used',
    date: '2026-11-29',
    changed:
      'AWS records one use per 15 minutes. The report lacks credentials for single services, and only its creator can read the one about services.',
  },
  {
    article: 'credentials/key-formats',
    date: '2026-11-29',
    changed: 'The prefix `ANVA` was missing. A key’s account says nothing about whether the key works.',
  },
  {
    article: 'credentials/alternatives',
    date: '2026-11-29',
    changed: 'A role that wasn’t created in the console needs an instance profile before EC2 can use it.',
  },
  {
    article: 'credentials/another-user',
    date: '2026-11-29',
    changed: 'A partner with temporary delegated access works under your role’s name.',
  },
  {
    article: 'credentials/rejected-credentials',
    date: '2026-11-29',
    changed:
      'Turning on a Region takes minutes to hours, and a session from the global STS address doesn’t work there.',
  },
  {
    article: 'credentials/two-keys',
    date: '2026-11-29',
    changed: 'AWS lists the quota on another page now.',
  },
  {
    article: 'credentials/which-key-is-used',
    date: '2026-11-29',
    changed: 'Each SDK has an order of its own.',
  },
  {
    article: 'messages/not-a-denial',
    date: '2026-11-29',
    changed: 'AWS KMS has dry runs, too, not only EC2.',
  },
  {
    article: 'billing/not-authorized',
    date: '2026-11-29',
    changed: 'A message names one policy type only, even if several deny the request.',
  },
  {
    article: 'billing/data-exports',
    date: '2026-11-29',
    changed:
      'A data export needs only `s3:PutObject` for one service, and its bucket can belong to another account. An older report also needs `s3:GetBucketAcl`, which was missing.',
  },
  {
    article: 'billing/support',
    date: '2026-11-29',
    changed:
      'Opening cases in the console needs `support-console:*`, which AWS’s own policy has, too. Some actions of Trusted Advisor can be limited to single checks. Through the Support API, it needs actions of `support:`.',
  },
  {
    article: 'billing/region-lock',
    date: '2026-11-29',
    changed: 'The list of exemptions has `support-console:*`.',
  },
  {
    article: 'billing/marketplace',
    date: '2026-11-29',
    changed:
      'The message of Amazon Bedrock is quoted as AWS writes it. The models that need no subscription are named, and the form that Anthropic asks for. What AWS’s policy also opens, and which actions details and requests need, were missing.',
  },
  {
    article: 'billing/budgets',
    date: '2026-11-29',
    changed:
      'A topic for alerts must be in the account of the budget. The policy of the topic, and the reasons why an alert doesn’t arrive, were missing. Tags need an action of their own, and changing a budget action needs `iam:PassRole`, too.',
  },
  {
    article: 'billing/credits',
    date: '2026-11-29',
    changed: 'The account that owns a credit can turn it on and off by itself.',
  },
  {
    article: 'billing/cost-explorer',
    date: '2026-11-29',
    changed: 'Opening Cost Explorer also turns on Cost Anomaly Detection.',
  },
  {
    article: 'billing/close-account',
    date: '2026-11-29',
    changed: 'Closing a member account closes a linked GovCloud account, too.',
  },
]
