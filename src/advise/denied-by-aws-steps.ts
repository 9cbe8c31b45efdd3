import type { RuleCode } from '../evaluate/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Step } from './diagnosis.ts'

const step = (title: string, text: string, owner: Step['owner'], command?: string): Step => ({
  title,
  text,
  owner,
  command,
})

const there = step(
  'Assume a role in the account that owns the resource',
  'A role there makes the call from inside. Its trust policy names your account or role, and its policies allow the action. Check first that you meant this account: a wrong profile is the most frequent reason.',
  'resource owner',
  'aws sts assume-role --role-arn arn:aws:iam::OWNER-ACCOUNT-ID:role/ROLE-NAME --role-session-name SESSION-NAME',
)
const asUser = step(
  'Use an IAM user or a role',
  'The root user and temporary sessions can’t make this call. Sign in as an IAM user, or use a role, as the sentence above says.',
  'caller',
  'aws sts get-caller-identity',
)
const management = step(
  'Make the call in the management account',
  'Sign in to the organization’s management account, or ask someone who can. This shows which account it is:',
  'organization administrator',
  'aws organizations describe-organization --query Organization.MasterAccountId',
)

/** What helps where no policy can. */
const steps: ReadonlyMap<RuleCode, NonEmpty<Step>> = new Map<RuleCode, NonEmpty<Step>>([
  [
    'own-account-only',
    [
      there,
      step(
        'Or have it shared with AWS RAM',
        'Subnets, transit gateways, and some other resources can be shared with other accounts. The owner creates a resource share.',
        'resource owner',
        'aws ram get-resource-shares --resource-owner OTHER-ACCOUNTS',
      ),
    ],
  ],
  [
    'no-resource-policies',
    [
      there,
      step(
        'Or have it shared with AWS RAM',
        'Some resources without policies, such as subnets, can be shared with other accounts. The owner creates a resource share.',
        'resource owner',
        'aws ram get-resource-shares --resource-owner OTHER-ACCOUNTS',
      ),
    ],
  ],
  ['root-assumes-role', [asUser]],
  ['root-assumes-root', [asUser]],
  ['only-iam-users', [asUser]],
  [
    'session-credentials',
    [
      step(
        'Use the user’s long-term keys, or don’t make the call',
        'A session can’t make another one this way. The credentials that you have are temporary already: use them, or call AssumeRole.',
        'caller',
        'aws sts get-caller-identity',
      ),
    ],
  ],
  [
    'federated-user-credentials',
    [
      step(
        'Use a role instead of a federated user',
        'Sessions of GetFederationToken can’t call IAM or STS. AssumeRole gives a session that can.',
        'caller',
        'aws sts assume-role --role-arn ROLE-ARN --role-session-name SESSION-NAME',
      ),
    ],
  ],
  [
    'role-passed-across-accounts',
    [
      step(
        'Pass a role of the account that you call in',
        'Create the role in the same account as the service that uses it. That role can then assume one in the other account.',
        'account administrator',
        "aws iam list-roles --query 'Roles[].Arn'",
      ),
    ],
  ],
  [
    'identity-center-role-change',
    [
      step(
        'Change the permission set in IAM Identity Center',
        'Edit the permission set and provision it again: Identity Center then changes the role in every account. To pass a role to a service, create one of your own.',
        'organization administrator',
        'aws sso-admin list-permission-sets --instance-arn INSTANCE-ARN',
      ),
    ],
  ],
  [
    'service-linked-role-change',
    [
      step(
        'Let the service change its role',
        'A service-linked role changes with the service’s own settings. To remove it, delete what uses it in the service, then the role.',
        'account administrator',
        'aws iam delete-service-linked-role --role-name ROLE-NAME',
      ),
    ],
  ],
  [
    'aws-managed-policy-change',
    [
      step(
        'Copy the policy and change the copy',
        'Create a customer managed policy with the same document, change it, and attach it instead.',
        'account administrator',
        'aws iam create-policy --policy-name POLICY-NAME --policy-document file://policy.json',
      ),
    ],
  ],
  [
    'alias-belongs-to-aws',
    [
      step(
        'Use a key and an alias of your own',
        'Choose an alias that doesn’t begin with alias/aws/.',
        'account administrator',
        'aws kms create-alias --alias-name alias/ALIAS-NAME --target-key-id KEY-ID',
      ),
    ],
  ],
  ['management-account-only', [management]],
  [
    'delegated-administrator',
    [
      management,
      step(
        'Or from the delegated administrator account',
        'The management account can delegate the service to a member account, which can then make the call.',
        'organization administrator',
        'aws organizations list-delegated-administrators',
      ),
    ],
  ],
  [
    'member-account-only',
    [
      step(
        'Make the call in a member account',
        'The management account can’t make it for itself.',
        'organization administrator',
        'aws organizations list-accounts',
      ),
    ],
  ],
])

const otherwise: NonEmpty<Step> = [
  step(
    'Do it another way',
    'No policy can allow this. Check which credentials and which account the call used.',
    'caller',
    'aws sts get-caller-identity',
  ),
]

/** Do policies have no say where this rule applies, and is there a way around? */
export const hasSteps = (code: RuleCode): boolean => steps.has(code)

/** The steps that help where AWS's own rule denies a request. */
export const stepsFor = (code: RuleCode | undefined): NonEmpty<Step> =>
  (code === undefined ? undefined : steps.get(code)) ?? otherwise
