import type { NoPolicy } from '../denial/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Owner, Step } from './diagnosis.ts'

/** The answer where no policy can help: what decides instead, and what to do. */
export interface NoPolicyAnswer {
  readonly title: string
  readonly explanation: string
  readonly article: string
  readonly steps: NonEmpty<Step>
}

const step = (title: string, text: string, owner: Owner, command?: string): Step => ({ title, text, owner, command })

/** Reasons that have a cause of their own. */
type Elsewhere = 'billing-access' | 'cost-explorer' | 'block-public-access'

/** One answer per reason. The sources stand with the sentences in `denial`. */
export const noPolicyAnswers: Readonly<Record<Exclude<NoPolicy, Elsewhere>, NoPolicyAnswer>> = {
  'payer-only': {
    title: 'Only the management account can do this',
    explanation:
      'In an organization with consolidated billing, the management account (the payer account) manages this feature. A member account is denied whatever its policies allow.',
    article: 'billing/not-authorized',
    steps: [
      step(
        'Ask the team that manages the management account',
        'They can do it there, or turn on access for member accounts in the Billing preferences.',
        'organization administrator',
        'aws organizations describe-organization --query Organization.MasterAccountId',
      ),
    ],
  },
  'management-account': {
    title: 'This works only from the management account or a delegated administrator',
    explanation:
      'AWS Organizations and the services that work with it accept this call only from the management account, or from an account that is registered as the delegated administrator of the service. Policies in other accounts change nothing.',
    article: 'messages/no-detail',
    steps: [
      step(
        'Call it from the right account',
        'Sign in to the management account or to the delegated administrator. If you are there already, leave out the account ID in the call.',
        'caller',
        'aws sts get-caller-identity',
      ),
      step(
        'Or have your account registered as delegated administrator',
        'The management account registers one account per service.',
        'organization administrator',
        'aws organizations list-delegated-administrators',
      ),
    ],
  },
  'trusted-access': {
    title: 'Trusted access is off in your organization',
    explanation:
      'The service needs trusted access to AWS Organizations, and no one has turned it on. You aren’t missing a permission.',
    article: 'messages/which-gate',
    steps: [
      step(
        'Turn on trusted access for the service',
        'The management account does it once, in the Organizations console under Services.',
        'organization administrator',
        'aws organizations list-aws-service-access-for-organization',
      ),
    ],
  },
  'turn-on': {
    title: 'The service or feature isn’t turned on in this account',
    explanation: 'AWS denies the call until someone turns on the feature. No policy change will fix this.',
    article: 'messages/opt-in-and-quota',
    steps: [
      step(
        'Turn on the service or feature',
        'Open the service’s console in the same account and Region, and follow its setup.',
        'account administrator',
      ),
    ],
  },
  region: {
    title: 'This isn’t available in the Region that you called',
    explanation:
      'The service doesn’t offer the operation in this Region, or the account hasn’t turned the Region on. No policy change will fix this.',
    article: 'messages/opt-in-and-quota',
    steps: [
      step(
        'Call another Region',
        'Check the Region of the call and of your profile.',
        'caller',
        'aws configure get region',
      ),
      step(
        'Or turn on the Region',
        'An administrator turns on Regions in the account settings.',
        'account administrator',
        'aws account list-regions --region-opt-status-contains DISABLED',
      ),
    ],
  },
  'account-state': {
    title: 'AWS limits this account',
    explanation:
      'The cause is the account’s plan, its payment method, its verification, or a subscription. AWS denies the call for everyone in the account, whatever policies allow.',
    article: 'messages/opt-in-and-quota',
    steps: [
      step(
        'Check the account’s state',
        'Look at the messages in the Billing console and in the account’s email: a plan to upgrade, a payment method to add, a verification to finish, or terms to accept.',
        'account administrator',
      ),
      step('Ask AWS Support', 'AWS Support can say what the account lacks.', 'account administrator'),
    ],
  },
  'model-access': {
    title: 'The account doesn’t have access to this model',
    explanation:
      'Amazon Bedrock checks access to the model per account and Region, apart from IAM: the use case form, the agreement, or the country. No policy change will fix this.',
    article: 'billing/marketplace',
    steps: [
      step(
        'Ask for access to the model',
        'Open Amazon Bedrock in the same Region, choose the model in the model catalog, and follow what it asks for.',
        'account administrator',
      ),
    ],
  },
  'bucket-setting': {
    title: 'A setting of the bucket or object denies this',
    explanation:
      'The bucket’s or object’s own settings (Object Ownership, Object Lock, encryption, or the storage class) don’t accept the request. No policy change will fix this.',
    article: 'policies/s3-bucket',
    steps: [
      step(
        'Change the request, or the setting',
        'Leave out what the setting doesn’t accept, such as an ACL or an encryption type. Or ask the owner of the bucket to change the setting.',
        'resource owner',
      ),
    ],
  },
  'key-state': {
    title: 'The KMS key can’t be used in its present state',
    explanation:
      'The key is disabled, scheduled for deletion, unavailable, or not one that can be shared. Key policies and IAM policies don’t matter until that changes.',
    article: 'policies/kms-key',
    steps: [
      step(
        'See the key’s state',
        'Enable the key, cancel its deletion, or use another key.',
        'resource owner',
        'aws kms describe-key --key-id <KEY_ID> --query KeyMetadata.KeyState',
      ),
    ],
  },
  'bad-policy': {
    title: 'AWS doesn’t accept the policy or role in this request',
    explanation:
      'The request was allowed, but the policy, principal, or role that it carries isn’t valid: a principal that doesn’t exist, a policy that locks everyone out, or a role that can’t be used here.',
    article: 'messages/not-a-refusal',
    steps: [
      step(
        'Correct the policy or role',
        'Check that every principal exists, in the right account and partition.',
        'caller',
      ),
    ],
  },
  grant: {
    title: 'A grant outside IAM is missing',
    explanation:
      'Lake Formation or S3 Access Grants decides this with grants of its own. An IAM policy that allows everything doesn’t help.',
    article: 'messages/lake-formation',
    steps: [
      step(
        'Ask for the grant',
        'The data lake administrator, or the owner of the location, grants the permission that the message names.',
        'resource owner',
        'aws lakeformation list-permissions --principal DataLakePrincipalIdentifier=<CALLER_ARN>',
      ),
    ],
  },
  application: {
    title: 'The application decides this, not IAM',
    explanation:
      'An authorizer, a user pool, a database grant, or the roles of the application deny the request. No IAM policy is evaluated for it.',
    article: 'messages/other-clouds-and-databases',
    steps: [
      step(
        'Look at the application’s own rules',
        'Check the authorizer, the user’s group or role in the application, or the token and its scopes.',
        'resource owner',
      ),
    ],
  },
  'signed-url': {
    title: 'The signed request isn’t valid, or isn’t signed at all',
    explanation:
      'The URL or form has expired, was changed after it was signed, or carries no signature. Policies decide only for a request that is signed correctly.',
    article: 'messages/signature',
    steps: [
      step(
        'Sign the request again',
        'Create a new URL or form, and send it with exactly the headers that were signed.',
        'caller',
      ),
    ],
  },
  'owner-shares': {
    title: 'The owner hasn’t shared this with your account',
    explanation:
      'The image, snapshot, hosted zone, or bucket belongs to another account, and its owner decides who can use it. A policy in your account isn’t enough.',
    article: 'policies/cross-account',
    steps: [step('Ask the owner to share it', 'The owner shares it with your account ID.', 'resource owner')],
  },
  'aws-owned': {
    title: 'This belongs to an AWS service',
    explanation: 'Only the service that created it can change it. No permission is missing.',
    article: 'roles/service-linked-roles',
    steps: [
      step('Change it where the service is set up', 'Use the console or API of the service that owns it.', 'caller'),
    ],
  },
  'sign-in': {
    title: 'The sign-in failed, not your permissions',
    explanation:
      'The session, the MFA code, or the answer of the identity provider isn’t valid, so AWS evaluated no policy.',
    article: 'credentials/refused-credentials',
    steps: [
      step('Sign in again', 'Use a new session or a fresh MFA code, and check the profile and the device.', 'caller'),
    ],
  },
  'sign-in-network': {
    title: 'The account or the organization allows sign-in only from certain networks',
    explanation:
      'A policy about the console sign-in denied you before AWS looked at your permissions. Programs with access keys aren’t affected.',
    article: 'credentials/sign-in-network',
    steps: [
      step('Sign in from an allowed network', 'Use the network of your company, for example its VPN.', 'caller'),
      step(
        'Read the sign-in policy',
        'Run aws signin get-resource-policy --region us-east-1. If it names no network, an RCP of the organization denies the sign-in.',
        'account administrator',
      ),
    ],
  },
  'not-possible': {
    title: 'AWS doesn’t allow this for anyone',
    explanation:
      'The request asks for something that no policy can allow: the wrong kind of credentials, a limit, or a missing setting in the request.',
    article: 'messages/which-gate',
    steps: [step('Change the request', 'Do what the message asks for, or use another kind of credentials.', 'caller')],
  },
  'declarative-policy': {
    title: 'A declarative policy of your organization denies this',
    explanation:
      'Your organization enforces a setting of the service with a declarative policy. It isn’t an IAM policy or an SCP: no Allow helps, and an account can’t change the setting itself. The message may be a text that your organization wrote.',
    article: 'policies/scp',
    steps: [
      step(
        'See the effective policy for EC2',
        'It shows the settings that the organization enforces in this account, and the custom message.',
        'caller',
        'aws organizations describe-effective-policy --policy-type DECLARATIVE_POLICY_EC2',
      ),
      step(
        'See the effective policy for S3',
        'It shows whether the organization enforces Block Public Access.',
        'caller',
        'aws organizations describe-effective-policy --policy-type S3_POLICY',
      ),
      step(
        'Ask the team that manages the organization',
        'Only the management account or a delegated administrator can change or detach the policy.',
        'organization administrator',
      ),
    ],
  },
  'tag-policy': {
    title: 'A tag policy of your organization doesn’t accept these tags',
    explanation: 'The request’s tags don’t comply with the tag policy of the organization. No permission is missing.',
    article: 'messages/which-gate',
    steps: [
      step(
        'See which tags and values are allowed',
        'Use those in the request.',
        'caller',
        'aws organizations describe-effective-policy --policy-type TAG_POLICY',
      ),
    ],
  },
  tool: {
    title: 'The tool denies this itself, before it calls AWS',
    explanation: 'A deny list of the tool or its settings blocked the operation. AWS saw no request.',
    article: 'messages/not-a-refusal',
    steps: [step('Change the tool’s settings', 'Look for its security policy or deny list.', 'caller')],
  },
  network: {
    title: 'The network path is missing, not a permission',
    explanation: 'The service could not be reached: no route, no public address, or no VPC endpoint.',
    article: 'messages/not-a-refusal',
    steps: [
      step(
        'Check the route',
        'Look at the subnet’s route table, NAT gateway, VPC endpoints, and security groups.',
        'account administrator',
      ),
    ],
  },
  missing: {
    title: 'AWS says that this doesn’t exist',
    explanation: 'Check its name, Region, and account.',
    article: 'messages/not-found-403',
    steps: [step('Check the name', 'Compare the name, Region, and account with the one that exists.', 'caller')],
  },
}
