// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import type { KeyWords } from './key-words.ts'

const always = 'Every request.'
const members = 'Requests by principals whose account is in an organization.'
const nonMembers =
  'Requests from accounts outside any organization, anonymous requests, calls by AWS services, and requests to assume a role with SAML or a web identity.'
const services = 'Calls that an AWS service makes as itself, with its service principal.'
const notServices =
  'Calls by users and roles, including service roles, service-linked roles, and calls that a service forwards for its caller.'

/** Keys that say who calls, and with which session. */
export const keysOfCallers: readonly (readonly [key: string, words: KeyWords])[] = [
  [
    'aws:PrincipalArn',
    {
      holds: 'The ARN of the user or role that makes the request.',
      present: 'Every signed request by a user, role, federated user, or root user.',
      absent: 'Anonymous requests, and calls by AWS services.',
      care: 'For a role session it’s the ARN of the role, with its path, not the ARN of the session.',
    },
  ],
  [
    'aws:PrincipalAccount',
    {
      holds: 'The ID of the account that the caller belongs to.',
      present: 'Every request. In anonymous requests, the value is the word anonymous.',
      absent: undefined,
    },
  ],
  [
    'aws:PrincipalOrgID',
    {
      holds: 'The ID of the caller’s organization in AWS Organizations, such as o-a1b2c3d4e5.',
      present: members,
      absent: nonMembers,
    },
  ],
  [
    'aws:PrincipalOrgPaths',
    {
      holds: 'The path of the caller’s account through the organization: organization ID, root, and OUs.',
      present: members,
      absent: nonMembers,
      care: 'End a path with a slash. Otherwise ou-ab12-1 also matches ou-ab12-11.',
    },
  ],
  [
    'aws:PrincipalTag/',
    {
      holds: 'The value of a tag on the calling user or role, or of a session tag. The tag’s key follows the slash.',
      present: 'Requests by users and roles that have the tag, or whose session was given it.',
      absent: 'Requests by users and roles without the tag, the root user, and AWS services; anonymous requests.',
    },
  ],
  [
    'aws:PrincipalIsAWSService',
    {
      holds: 'Whether an AWS service makes the call as itself, with its service principal.',
      present: 'Every signed request. It’s false for users and roles, including service roles.',
      absent: 'Anonymous requests.',
    },
  ],
  [
    'aws:PrincipalServiceName',
    {
      holds: 'The service principal that makes the call, such as cloudtrail.amazonaws.com.',
      present: services,
      absent: notServices,
    },
  ],
  [
    'aws:PrincipalServiceNamesList',
    {
      holds:
        'All names of the service principal that makes the call, including its Regional ones, in no particular order.',
      present: services,
      absent: notServices,
    },
  ],
  [
    'aws:PrincipalType',
    {
      holds: 'The type of the caller: Account, User, FederatedUser, AssumedRole, or Anonymous.',
      present: always,
      absent: undefined,
    },
  ],
  [
    'aws:userid',
    {
      holds: 'The caller’s unique ID: AIDA… for a user, AROA…:<SESSION_NAME> for a role session.',
      present: always,
      absent: undefined,
    },
  ],
  [
    'aws:username',
    {
      holds: 'The name of the IAM user that makes the request.',
      present: 'Requests by IAM users.',
      absent: 'Requests by roles, IAM Identity Center, federated users, the root user, and AWS services.',
      care: 'It’s often used as the variable ${aws:username}. For a role, that variable has no value and the statement doesn’t match.',
    },
  ],
  [
    'aws:AssumedRoot',
    {
      holds: 'Whether the credentials come from sts:AssumeRoot.',
      present: 'Requests of root sessions that sts:AssumeRoot opened.',
      absent: 'All other requests, including those that the root user makes with a password or access key.',
    },
  ],
  [
    'aws:FederatedProvider',
    {
      holds: 'The identity provider that the session was opened with.',
      present: 'Requests of sessions opened with sts:AssumeRoleWithWebIdentity, and the request to open one.',
      absent: 'All other requests, including sessions opened with sts:AssumeRole or SAML.',
      care: 'Built-in providers give a host name. Providers that you registered in IAM give their ARN.',
    },
  ],
  [
    'aws:TokenIssueTime',
    {
      holds: 'When the temporary credentials of the request were issued.',
      present: 'Requests with temporary credentials: roles, sts:GetSessionToken, and the console.',
      absent: 'Requests with long-term access keys, and anonymous requests.',
    },
  ],
  [
    'aws:SignInSessionArn',
    {
      holds: 'The ARN of the AWS Sign-In OAuth session that the request comes from, such as one that aws login opened.',
      present: 'Requests of AWS Sign-In OAuth sessions.',
      absent: 'Requests from console sessions and with all other credentials.',
    },
  ],
  [
    'aws:MultiFactorAuthAge',
    {
      holds: 'How many seconds ago the caller signed in with MFA.',
      present: 'Requests with temporary credentials that were obtained with MFA.',
      absent: 'Requests with long-term access keys, by federated identities, and in sessions without MFA.',
    },
  ],
  [
    'aws:MultiFactorAuthPresent',
    {
      holds: 'Whether the caller signed in with MFA.',
      present: 'Requests with temporary credentials from the console, sts:AssumeRole, or sts:GetSessionToken.',
      absent: 'Direct calls with long-term access keys, and calls by federated identities and AWS services.',
      care: 'Calls with access keys lack the key. To deny them, too, use BoolIfExists with false.',
    },
  ],
  [
    'aws:ChatbotSourceArn',
    {
      holds: 'The ARN of the chat configuration that opened the session.',
      present: 'Requests of sessions that Amazon Q Developer in chat applications opened.',
      absent: 'All other requests.',
    },
  ],
  [
    'aws:Ec2InstanceSourceVpc',
    {
      holds: 'The VPC of the EC2 instance that the role’s credentials were delivered to.',
      present: 'Requests signed with the credentials of an EC2 instance’s role.',
      absent: 'Requests with all other credentials, including those of ECS and Lambda.',
    },
  ],
  [
    'aws:Ec2InstanceSourcePrivateIPv4',
    {
      holds: 'The private IPv4 address of the EC2 instance that the role’s credentials were delivered to.',
      present: 'Requests signed with the credentials of an EC2 instance’s role.',
      absent: 'Requests with all other credentials, including those of ECS and Lambda.',
      care: 'Private addresses exist in many VPCs. Use it only together with aws:Ec2InstanceSourceVpc.',
    },
  ],
  [
    'aws:SourceIdentity',
    {
      holds:
        'The source identity that was set when the role was assumed. It stays the same when the session assumes further roles.',
      present: 'Requests of role sessions with a source identity.',
      absent: 'Requests by IAM users, and of sessions without a source identity.',
      care: 'While the role is being assumed, the key is sts:SourceIdentity.',
    },
  ],
]
