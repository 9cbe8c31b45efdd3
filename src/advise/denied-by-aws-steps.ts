import type { RuleCode } from '../evaluate/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'

const told = messagesOf('denied-by-aws-steps', {
  assumeRoleAccount: 'Assume a role in the account that owns the resource',
  roleMakesCall:
    'A role there makes the call from inside. Its trust policy names your account or role, and its policies allow the action. Check first that you meant this account: a wrong profile is the most frequent reason.',
  useIamUser: 'Use an IAM user or a role',
  rootUserTemporary:
    'The root user and temporary sessions can’t make this call. Sign in as an IAM user, or use a role, as the sentence above says.',
  makeCallManagement: 'Make the call in the management account',
  signOrganizationsManagement:
    'Sign in to the organization’s management account, or ask someone who can. This shows which account it is:',
  sharedRam: 'Or have it shared with AWS RAM',
  subnetsTransitGateways:
    'Subnets, transit gateways, and some other resources can be shared with other accounts. The owner creates a resource share.',
  someResourcesWithout:
    'Some resources without policies, such as subnets, can be shared with other accounts. The owner creates a resource share.',
  useUsersLong: 'Use the user’s long-term keys, or don’t make the call',
  sessionCantMake:
    'A session can’t make another one this way. The credentials that you have are temporary already: use them, or call AssumeRole.',
  useRoleInstead: 'Use a role instead of a federated user',
  sessionsGetfederationtokenCant:
    'Sessions of GetFederationToken can’t call IAM or STS. AssumeRole gives a session that can.',
  passRoleAccount: 'Pass a role of the account that you call in',
  passRoleAccountForOthers: 'Pass a role of the account that the call is made in',
  createRoleSame:
    'Create the role in the same account as the service that uses it. That role can then assume one in the other account.',
  changePermissionSet: 'Change the permission set in IAM Identity Center',
  editPermissionSet:
    'Edit the permission set and provision it again: Identity Center then changes the role in every account. To pass a role to a service, create one of your own.',
  letServiceChange: 'Let the service change its role',
  serviceLinkedRole:
    'A service-linked role changes with the service’s own settings. To remove it, delete what uses it in the service, then the role.',
  copyPolicyChange: 'Copy the policy and change the copy',
  createCustomerManaged: 'Create a customer managed policy with the same document, change it, and attach it instead.',
  useKeyAlias: 'Use a key and an alias of your own',
  useKeyAliasForOthers: 'Use a key and an alias of our own',
  chooseAliasBegin: 'Choose an alias that doesn’t begin with alias/aws/.',
  delegatedAdministratorAccount: 'Or from the delegated administrator account',
  managementAccountDelegate:
    'The management account can delegate the service to a member account, which can then make the call.',
  makeCallMember: 'Make the call in a member account',
  managementAccountCant: 'The management account can’t make it for itself.',
  anotherWay: 'Do it another way',
  noPolicyAllow: 'No policy can allow this. Check which credentials and which account the call used.',
})

const step = (title: Text, text: Text, owner: Step['owner'], command?: string): Step => ({
  title,
  text,
  owner,
  command,
})

const there = step(
  told('assumeRoleAccount'),
  told('roleMakesCall'),
  'resource owner',
  'aws sts assume-role --role-arn arn:aws:iam::<OWNER_ACCOUNT_ID>:role/<ROLE_NAME> --role-session-name <SESSION_NAME>',
)
const asUser = step(told('useIamUser'), told('rootUserTemporary'), 'caller', 'aws sts get-caller-identity')
const management = step(
  told('makeCallManagement'),
  told('signOrganizationsManagement'),
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
        told('sharedRam'),
        told('subnetsTransitGateways'),
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
        told('sharedRam'),
        told('someResourcesWithout'),
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
    [step(told('useUsersLong'), told('sessionCantMake'), 'caller', 'aws sts get-caller-identity')],
  ],
  [
    'federated-user-credentials',
    [
      step(
        told('useRoleInstead'),
        told('sessionsGetfederationtokenCant'),
        'caller',
        'aws sts assume-role --role-arn <ROLE_ARN> --role-session-name <SESSION_NAME>',
      ),
    ],
  ],
  [
    'role-passed-across-accounts',
    [
      step(
        told('passRoleAccount'),
        told('createRoleSame'),
        'account administrator',
        "aws iam list-roles --query 'Roles[].Arn'",
      ),
    ],
  ],
  [
    'identity-center-role-change',
    [
      step(
        told('changePermissionSet'),
        told('editPermissionSet'),
        'organization administrator',
        'aws sso-admin list-permission-sets --instance-arn <INSTANCE_ARN>',
      ),
    ],
  ],
  [
    'service-linked-role-change',
    [
      step(
        told('letServiceChange'),
        told('serviceLinkedRole'),
        'account administrator',
        'aws iam delete-service-linked-role --role-name <ROLE_NAME>',
      ),
    ],
  ],
  [
    'aws-managed-policy-change',
    [
      step(
        told('copyPolicyChange'),
        told('createCustomerManaged'),
        'account administrator',
        'aws iam create-policy --policy-name <POLICY_NAME> --policy-document file://policy.json',
      ),
    ],
  ],
  [
    'alias-belongs-to-aws',
    [
      step(
        told('useKeyAlias'),
        told('chooseAliasBegin'),
        'account administrator',
        'aws kms create-alias --alias-name alias/<ALIAS_NAME> --target-key-id <KEY_ID>',
      ),
    ],
  ],
  ['management-account-only', [management]],
  [
    'delegated-administrator',
    [
      management,
      step(
        told('delegatedAdministratorAccount'),
        told('managementAccountDelegate'),
        'organization administrator',
        'aws organizations list-delegated-administrators',
      ),
    ],
  ],
  [
    'member-account-only',
    [
      step(
        told('makeCallMember'),
        told('managementAccountCant'),
        'organization administrator',
        'aws organizations list-accounts',
      ),
    ],
  ],
])

const otherwise: NonEmpty<Step> = [
  step(told('anotherWay'), told('noPolicyAllow'), 'caller', 'aws sts get-caller-identity'),
]

/** Do policies have no say where this rule applies, and is there a way around? */
export const hasSteps = (code: RuleCode): boolean => steps.has(code)

/** The steps that help where AWS's own rule denies a request. */
export const stepsFor = (code: RuleCode | undefined): NonEmpty<Step> =>
  (code === undefined ? undefined : steps.get(code)) ?? otherwise
