// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import type { KeyTexts } from './key-words.ts'
import { messagesOf } from './messages.ts'

const told = messagesOf('keys-of-callers', {
  always: 'Every request.',
  members: 'Requests by principals whose account is in an organization.',
  nonMembers:
    'Requests from accounts outside any organization, anonymous requests, calls by AWS services, and requests to assume a role with SAML or a web identity.',
  services: 'Calls that an AWS service makes as itself, with its service principal.',
  notServices:
    'Calls by users and roles, including service roles, service-linked roles, and calls that a service forwards for its caller.',
  PrincipalArn: 'The ARN of the user or role that makes the request.',
  'PrincipalArn-present': 'Every signed request by a user, role, federated user, or root user.',
  'PrincipalArn-absent': 'Anonymous requests, and calls by AWS services.',
  'PrincipalArn-care': 'For a role session it’s the ARN of the role, with its path, not the ARN of the session.',
  PrincipalAccount: 'The ID of the account that the caller belongs to.',
  'PrincipalAccount-present': 'Every request. In anonymous requests, the value is the word anonymous.',
  PrincipalOrgID: 'The ID of the caller’s organization in AWS Organizations, such as o-a1b2c3d4e5.',
  PrincipalOrgPaths: 'The path of the caller’s account through the organization: organization ID, root, and OUs.',
  'PrincipalOrgPaths-care': 'End a path with a slash. Otherwise ou-ab12-1 also matches ou-ab12-11.',
  'PrincipalTag/':
    'The value of a tag on the calling user or role, or of a session tag. The tag’s key follows the slash.',
  'PrincipalTag/-present': 'Requests by users and roles that have the tag, or whose session was given it.',
  'PrincipalTag/-absent':
    'Requests by users and roles without the tag, the root user, and AWS services; anonymous requests.',
  PrincipalIsAWSService: 'Whether an AWS service makes the call as itself, with its service principal.',
  'PrincipalIsAWSService-present': 'Every signed request. It’s false for users and roles, including service roles.',
  'PrincipalIsAWSService-absent': 'Anonymous requests.',
  PrincipalServiceName: 'The service principal that makes the call, such as cloudtrail.amazonaws.com.',
  PrincipalServiceNamesList:
    'All names of the service principal that makes the call, including its Regional ones, in no particular order.',
  PrincipalType: 'The type of the caller: Account, User, FederatedUser, AssumedRole, or Anonymous.',
  userid: 'The caller’s unique ID: AIDA… for a user, AROA…:<SESSION_NAME> for a role session.',
  username: 'The name of the IAM user that makes the request.',
  'username-present': 'Requests by IAM users.',
  'username-absent': 'Requests by roles, IAM Identity Center, federated users, the root user, and AWS services.',
  'username-care':
    'It’s often used as the variable ${aws:username}. For a role, that variable has no value and the statement doesn’t match.',
  AssumedRoot: 'Whether the credentials come from sts:AssumeRoot.',
  'AssumedRoot-present': 'Requests of root sessions that sts:AssumeRoot opened.',
  'AssumedRoot-absent': 'All other requests, including those that the root user makes with a password or access key.',
  FederatedProvider: 'The identity provider that the session was opened with.',
  'FederatedProvider-present':
    'Requests of sessions opened with sts:AssumeRoleWithWebIdentity, and the request to open one.',
  'FederatedProvider-absent': 'All other requests, including sessions opened with sts:AssumeRole or SAML.',
  'FederatedProvider-care': 'Built-in providers give a host name. Providers that you registered in IAM give their ARN.',
  TokenIssueTime: 'When the temporary credentials of the request were issued.',
  'TokenIssueTime-present': 'Requests with temporary credentials: roles, sts:GetSessionToken, and the console.',
  'TokenIssueTime-absent': 'Requests with long-term access keys, and anonymous requests.',
  SignInSessionArn:
    'The ARN of the AWS Sign-In OAuth session that the request comes from, such as one that aws login opened.',
  'SignInSessionArn-present': 'Requests of AWS Sign-In OAuth sessions.',
  'SignInSessionArn-absent': 'Requests from console sessions and with all other credentials.',
  MultiFactorAuthAge: 'How many seconds ago the caller signed in with MFA.',
  'MultiFactorAuthAge-present': 'Requests with temporary credentials that were obtained with MFA.',
  'MultiFactorAuthAge-absent':
    'Requests with long-term access keys, by federated identities, and in sessions without MFA.',
  MultiFactorAuthPresent: 'Whether the caller signed in with MFA.',
  'MultiFactorAuthPresent-present':
    'Requests with temporary credentials from the console, sts:AssumeRole, or sts:GetSessionToken.',
  'MultiFactorAuthPresent-absent':
    'Direct calls with long-term access keys, and calls by federated identities and AWS services.',
  'MultiFactorAuthPresent-care': 'Calls with access keys lack the key. To deny them, too, use BoolIfExists with false.',
  ChatbotSourceArn: 'The ARN of the chat configuration that opened the session.',
  'ChatbotSourceArn-present': 'Requests of sessions that Amazon Q Developer in chat applications opened.',
  'ChatbotSourceArn-absent': 'All other requests.',
  Ec2InstanceSourceVpc: 'The VPC of the EC2 instance that the role’s credentials were delivered to.',
  'Ec2InstanceSourceVpc-present': 'Requests signed with the credentials of an EC2 instance’s role.',
  'Ec2InstanceSourceVpc-absent': 'Requests with all other credentials, including those of ECS and Lambda.',
  Ec2InstanceSourcePrivateIPv4:
    'The private IPv4 address of the EC2 instance that the role’s credentials were delivered to.',
  'Ec2InstanceSourcePrivateIPv4-care':
    'Private addresses exist in many VPCs. Use it only together with aws:Ec2InstanceSourceVpc.',
  SourceIdentity:
    'The source identity that was set when the role was assumed. It stays the same when the session assumes further roles.',
  'SourceIdentity-present': 'Requests of role sessions with a source identity.',
  'SourceIdentity-absent': 'Requests by IAM users, and of sessions without a source identity.',
  'SourceIdentity-care': 'While the role is being assumed, the key is sts:SourceIdentity.',
})

/** Keys that say who calls, and with which session. */
export const keysOfCallers: readonly (readonly [key: string, texts: KeyTexts])[] = [
  [
    'aws:PrincipalArn',
    {
      holds: told('PrincipalArn'),
      present: told('PrincipalArn-present'),
      absent: told('PrincipalArn-absent'),
      care: told('PrincipalArn-care'),
    },
  ],
  [
    'aws:PrincipalAccount',
    { holds: told('PrincipalAccount'), present: told('PrincipalAccount-present'), absent: undefined },
  ],
  ['aws:PrincipalOrgID', { holds: told('PrincipalOrgID'), present: told('members'), absent: told('nonMembers') }],
  [
    'aws:PrincipalOrgPaths',
    {
      holds: told('PrincipalOrgPaths'),
      present: told('members'),
      absent: told('nonMembers'),
      care: told('PrincipalOrgPaths-care'),
    },
  ],
  [
    'aws:PrincipalTag/',
    { holds: told('PrincipalTag/'), present: told('PrincipalTag/-present'), absent: told('PrincipalTag/-absent') },
  ],
  [
    'aws:PrincipalIsAWSService',
    {
      holds: told('PrincipalIsAWSService'),
      present: told('PrincipalIsAWSService-present'),
      absent: told('PrincipalIsAWSService-absent'),
    },
  ],
  [
    'aws:PrincipalServiceName',
    { holds: told('PrincipalServiceName'), present: told('services'), absent: told('notServices') },
  ],
  [
    'aws:PrincipalServiceNamesList',
    { holds: told('PrincipalServiceNamesList'), present: told('services'), absent: told('notServices') },
  ],
  ['aws:PrincipalType', { holds: told('PrincipalType'), present: told('always'), absent: undefined }],
  ['aws:userid', { holds: told('userid'), present: told('always'), absent: undefined }],
  [
    'aws:username',
    {
      holds: told('username'),
      present: told('username-present'),
      absent: told('username-absent'),
      care: told('username-care'),
    },
  ],
  [
    'aws:AssumedRoot',
    { holds: told('AssumedRoot'), present: told('AssumedRoot-present'), absent: told('AssumedRoot-absent') },
  ],
  [
    'aws:FederatedProvider',
    {
      holds: told('FederatedProvider'),
      present: told('FederatedProvider-present'),
      absent: told('FederatedProvider-absent'),
      care: told('FederatedProvider-care'),
    },
  ],
  [
    'aws:TokenIssueTime',
    { holds: told('TokenIssueTime'), present: told('TokenIssueTime-present'), absent: told('TokenIssueTime-absent') },
  ],
  [
    'aws:SignInSessionArn',
    {
      holds: told('SignInSessionArn'),
      present: told('SignInSessionArn-present'),
      absent: told('SignInSessionArn-absent'),
    },
  ],
  [
    'aws:MultiFactorAuthAge',
    {
      holds: told('MultiFactorAuthAge'),
      present: told('MultiFactorAuthAge-present'),
      absent: told('MultiFactorAuthAge-absent'),
    },
  ],
  [
    'aws:MultiFactorAuthPresent',
    {
      holds: told('MultiFactorAuthPresent'),
      present: told('MultiFactorAuthPresent-present'),
      absent: told('MultiFactorAuthPresent-absent'),
      care: told('MultiFactorAuthPresent-care'),
    },
  ],
  [
    'aws:ChatbotSourceArn',
    {
      holds: told('ChatbotSourceArn'),
      present: told('ChatbotSourceArn-present'),
      absent: told('ChatbotSourceArn-absent'),
    },
  ],
  [
    'aws:Ec2InstanceSourceVpc',
    {
      holds: told('Ec2InstanceSourceVpc'),
      present: told('Ec2InstanceSourceVpc-present'),
      absent: told('Ec2InstanceSourceVpc-absent'),
    },
  ],
  [
    'aws:Ec2InstanceSourcePrivateIPv4',
    {
      holds: told('Ec2InstanceSourcePrivateIPv4'),
      present: told('Ec2InstanceSourceVpc-present'),
      absent: told('Ec2InstanceSourceVpc-absent'),
      care: told('Ec2InstanceSourcePrivateIPv4-care'),
    },
  ],
  [
    'aws:SourceIdentity',
    {
      holds: told('SourceIdentity'),
      present: told('SourceIdentity-present'),
      absent: told('SourceIdentity-absent'),
      care: told('SourceIdentity-care'),
    },
  ],
]
