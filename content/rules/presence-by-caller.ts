// Keys that are certain because of who calls, and with which credentials.
import { fromCaller, given, keysPage, service, under } from './presence-cases.ts'
import { guide, type Rule } from './rule.ts'
import { allow, deny, here, identity, object, policy, role, session, when } from './scenario.ts'

type Part = Readonly<Record<string, unknown>>
const trusting = (condition: Part) =>
  policy('trust', {
    Effect: 'Allow',
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: 'sts:AssumeRole',
    ...condition,
  })

const center = `arn:aws:sts::${here}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/mary`

export const presenceByCaller: readonly Rule[] = [
  {
    number: 186,
    says: 'aws:PrincipalIsAWSService is there for everyone but anonymous callers.',
    source: `${keysPage}#condition-keys-principalisawsservice`,
    cases: [
      [
        'a Deny for everyone who isn’t a service doesn’t match an anonymous caller',
        {
          as: 'anonymous',
          action: 's3:GetObject',
          on: object,
          owner: here,
          policies: [
            policy(
              'resource',
              allow('s3:*', { Principal: '*' }),
              deny('s3:*', { Principal: '*', ...when('Bool', 'aws:PrincipalIsAWSService', 'false') }),
            ),
          ],
        },
        'allowed',
      ],
    ],
  },
  {
    number: 187,
    says: 'Keys about where a session’s credentials come from are absent for users, and possible for role sessions with every service.',
    source: keysPage,
    cases: [
      under('a user’s source identity', given('aws:SourceIdentity'), 'implicitDeny'),
      under('a session’s source identity', given('aws:SourceIdentity'), 'undetermined', { as: session }),
      under('a user’s EC2 instance', given('ec2:SourceInstanceArn'), 'implicitDeny'),
      under('a session’s managed node', given('ssm:SourceInstanceArn'), 'undetermined', { as: session }),
      under('a session’s function', given('lambda:SourceFunctionArn'), 'undetermined', { as: session }),
      under('a session’s function, when it comes from an instance', given('lambda:SourceFunctionArn'), 'implicitDeny', {
        as: session,
        context: { 'ec2:SourceInstanceArn': `arn:aws:ec2:us-east-1:${here}:instance/i-1` },
      }),
      under('a user’s provider', given('aws:FederatedProvider'), 'implicitDeny'),
      under('a user’s IMDS version', given('ec2:RoleDelivery'), 'implicitDeny'),
      under('AssumeRoot, for a user', when('Null', 'aws:AssumedRoot', 'false'), 'implicitDeny'),
      under('AssumeRoot, for a role session', when('Null', 'aws:AssumedRoot', 'false'), 'implicitDeny', {
        as: session,
      }),
    ],
  },
  {
    number: 188,
    says: 'aws:PrincipalServiceName and aws:PrincipalServiceNamesList are there for AWS services only.',
    source: `${keysPage}#condition-keys-principalservicenameslist`,
    cases: [
      under('a user', when('ForAnyValue:StringLike', 'aws:PrincipalServiceNamesList', '*'), 'implicitDeny'),
      under('a user, by the single key', given('aws:PrincipalServiceName'), 'implicitDeny'),
    ],
  },
  {
    number: 189,
    says: 'IAM Roles Anywhere gives the tags of the certificate to the role’s trust policy.',
    source: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    cases: [
      [
        'the certificate isn’t known',
        {
          as: 'rolesanywhere.amazonaws.com',
          action: 'sts:AssumeRole',
          on: role,
          partial: true,
          policies: [trusting(when('StringEquals', 'aws:PrincipalTag/x509Subject/CN', 'build'))],
        },
        'undetermined',
      ],
      [
        'any other service has no tags',
        {
          as: 'ec2.amazonaws.com',
          action: 'sts:AssumeRole',
          on: role,
          partial: true,
          policies: [
            policy('trust', {
              Effect: 'Allow',
              Principal: { Service: 'ec2.amazonaws.com' },
              Action: 'sts:AssumeRole',
              ...when('StringEquals', 'aws:PrincipalTag/team', 'build'),
            }),
          ],
        },
        'implicitDeny',
      ],
    ],
  },
  {
    number: 191,
    says: 'The aws:userid of a role session ends in the session’s name.',
    source: guide('reference_policies_variables'),
    cases: [
      under('another session’s name', when('StringLike', 'aws:userid', '*:another'), 'implicitDeny', { as: session }),
      under('this session’s name', when('StringLike', 'aws:userid', '*:mary'), 'allowed', { as: session }),
      under('the role’s ID', when('StringLike', 'aws:userid', 'AROAEXAMPLEID:*'), 'undetermined', { as: session }),
    ],
  },
  {
    number: 195,
    says: 'Sessions of IAM Identity Center carry nothing about MFA.',
    source: `${keysPage}#condition-keys-multifactorauthpresent`,
    cases: [
      under('MFA', when('Bool', 'aws:MultiFactorAuthPresent', 'true'), 'implicitDeny', {
        as: `arn:aws:sts::${here}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/mary`,
      }),
      under('MFA of any other session', when('Bool', 'aws:MultiFactorAuthPresent', 'true'), 'undetermined', {
        as: session,
      }),
    ],
  },
  {
    number: 197,
    says: 'Claims of an identity provider’s token come with requests of that token and of its session only.',
    source: guide('reference_policies_iam-condition-keys'),
    cases: [
      under('a user, GitHub’s claim', given('token.actions.githubusercontent.com:sub'), 'implicitDeny'),
      under('a user, a SAML claim', given('saml:aud'), 'implicitDeny'),
      under('a federated user, Google’s claim', given('accounts.google.com:aud'), 'implicitDeny', {
        as: `arn:aws:sts::${here}:federated-user/mary`,
        policies: [
          identity(allow('*', given('accounts.google.com:aud'))),
          policy('session', { Effect: 'Allow', Action: '*', Resource: '*' }),
        ],
      }),
      under('a role session', given('token.actions.githubusercontent.com:sub'), 'undetermined', { as: session }),
      under('a tag with a dot in its key isn’t a claim', given('aws:PrincipalTag/example.com:team'), 'undetermined'),
    ],
  },
  {
    number: 198,
    says: 'A role session’s credentials can bring keys of the service that gave them to requests for every other service.',
    source: keysPage,
    cases:
      'ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId'
        .split(' ')
        .map((key) => under(key, given(key), 'undetermined', { as: session })),
  },
  {
    number: 199,
    says: 'Some keys are absent for users, for anonymous callers, or for AWS services.',
    source: keysPage,
    cases: [
      ...'aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4 aws:SourceArn aws:SourceOrgID aws:SourceOrgPaths glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn identitystore:UserId'
        .split(' ')
        .map((key) => under(`a user: ${key}`, given(key), 'implicitDeny')),
      ...'aws:PrincipalArn aws:PrincipalOrgID aws:PrincipalOrgPaths aws:TokenIssueTime aws:SignInSessionArn aws:CalledVia aws:CalledViaFirst aws:CalledViaLast'
        .split(' ')
        .map((key) =>
          fromCaller(`an anonymous caller: ${key}`, 'anonymous', when('Null', key, 'false'), 'implicitDeny'),
        ),
      ...'aws:SourceIp aws:SourceVpc aws:SourceVpce aws:VpcSourceIp aws:SourceVpcArn aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths'
        .split(' ')
        .map((key) => fromCaller(`a service: ${key}`, service, when('Null', key, 'false'), 'implicitDeny')),
      under(
        'an IAM Identity Center session: MFA age',
        when('Null', 'aws:MultiFactorAuthAge', 'false'),
        'implicitDeny',
        { as: center },
      ),
    ],
  },
]
