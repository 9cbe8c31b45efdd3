import type { Case, RuleSection } from './rule.ts'
import { guide } from './rule.ts'
import { allow, deny, here, identity, object, policy, role, session, user, when } from './scenario.ts'

const keys = guide('reference_policies_condition-keys')
type Part = Readonly<Record<string, unknown>>

/** Nothing but the caller (and what is said here) is known of a request for an object; an identity-based policy allows it under a condition. */
const under = (title: string, condition: Part, decision: Case[2], more: Part = {}): Case => [
  title,
  {
    action: 's3:PutObject',
    on: object,
    owner: here,
    partial: true,
    policies: [identity(allow('*', condition))],
    ...more,
  },
  decision,
]
const given = (key: string) => when('StringLike', key, '*')
const trusting = (condition: Part) =>
  policy('trust', {
    Effect: 'Allow',
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: 'sts:AssumeRole',
    ...condition,
  })

/** A resource-based policy allows everyone under a condition on the key. */
const fromCaller = (title: string, as: string, condition: Part, decision: Case[2]): Case =>
  under(title, {}, decision, { as, policies: [policy('resource', allow('*', { Principal: '*', ...condition }))] })
const service = 'cloudtrail.amazonaws.com'
const center = `arn:aws:sts::${here}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/mary`
/** Operations whose requests don't carry the keys about the resource's owner. */
const withoutOwner =
  'auditmanager:UpdateAssessmentFrameworkShare detective:AcceptInvitation ds:AcceptSharedDirectory ec2:AcceptTransitGatewayPeeringAttachment ec2:AcceptVpcEndpointConnections ec2:AcceptVpcPeeringConnection ec2:CreateTransitGatewayPeeringAttachment ec2:CreateVpcEndpoint ec2:CreateVpcPeeringConnection es:AcceptInboundConnection guardduty:AcceptAdministratorInvitation macie2:AcceptInvitation route53:AssociateVPCWithHostedZone route53:CreateVPCAssociationAuthorization securityhub:AcceptAdministratorInvitation'

export const keyPresence: RuleSection = {
  title: 'Keys whose presence is certain',
  rules: [
    {
      number: 186,
      says: 'aws:PrincipalIsAWSService is there for everyone but anonymous callers.',
      source: `${keys}#condition-keys-principalisawsservice`,
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
      source: keys,
      cases: [
        under('a user’s source identity', given('aws:SourceIdentity'), 'implicitDeny'),
        under('a session’s source identity', given('aws:SourceIdentity'), 'undetermined', { as: session }),
        under('a user’s EC2 instance', given('ec2:SourceInstanceArn'), 'implicitDeny'),
        under('a session’s managed node', given('ssm:SourceInstanceArn'), 'undetermined', { as: session }),
        under('a session’s function', given('lambda:SourceFunctionArn'), 'undetermined', { as: session }),
        under(
          'a session’s function, when it comes from an instance',
          given('lambda:SourceFunctionArn'),
          'implicitDeny',
          {
            as: session,
            context: { 'ec2:SourceInstanceArn': `arn:aws:ec2:us-east-1:${here}:instance/i-1` },
          },
        ),
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
      source: `${keys}#condition-keys-principalservicenameslist`,
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
      number: 190,
      says: 'A request carries aws:SourceIp or the keys of a VPC endpoint, never both.',
      source: `${keys}#condition-keys-sourceip`,
      cases: [
        under('an address is known, so no endpoint is', given('aws:SourceVpce'), 'implicitDeny', {
          context: { 'aws:SourceIp': '203.0.113.9' },
        }),
        under(
          'an endpoint is known, so no address is',
          when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
          'implicitDeny',
          {
            context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
          },
        ),
        [
          'a Deny that asks for both never matches',
          {
            action: 's3:PutObject',
            on: object,
            owner: here,
            partial: true,
            policies: [
              identity(
                allow('*'),
                deny('*', {
                  Condition: {
                    StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
                    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                  },
                }),
              ),
            ],
          },
          'allowed',
        ],
        under('neither is known', given('aws:SourceVpce'), 'undetermined'),
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
      number: 192,
      says: 'Every request to IAM names the Region us-east-1.',
      source: `${keys}#condition-keys-requestedregion`,
      cases: [
        under('that Region', when('StringEquals', 'aws:RequestedRegion', 'us-east-1'), 'allowed', {
          action: 'iam:ListUsers',
          on: '*',
        }),
        under('another Region', when('StringEquals', 'aws:RequestedRegion', 'eu-west-1'), 'implicitDeny', {
          action: 'iam:ListUsers',
          on: '*',
        }),
        under('a Regional service', when('StringEquals', 'aws:RequestedRegion', 'eu-west-1'), 'undetermined'),
      ],
    },
    {
      number: 193,
      says: 'Only some services report who owns the VPC endpoint.',
      source: `${keys}#condition-keys-vpceaccount`,
      cases: [
        under('Amazon SNS doesn’t', when('StringEquals', 'aws:VpceAccount', here), 'implicitDeny', {
          action: 'sns:Publish',
          on: `arn:aws:sns:us-east-1:${here}:t`,
        }),
        under('Amazon S3 does', when('StringEquals', 'aws:VpceAccount', here), 'undetermined'),
        under('Amazon DynamoDB reports the account', when('StringEquals', 'aws:VpceAccount', here), 'undetermined', {
          action: 'dynamodb:GetItem',
          on: `arn:aws:dynamodb:us-east-1:${here}:table/t`,
        }),
        under('but not the VPC’s ARN', given('aws:SourceVpcArn'), 'implicitDeny', {
          action: 'dynamodb:GetItem',
          on: `arn:aws:dynamodb:us-east-1:${here}:table/t`,
        }),
      ],
    },
    {
      number: 194,
      says: 'Some keys come with every request, so a test for their absence never matches.',
      source: keys,
      cases: [
        under('aws:SecureTransport', when('Null', 'aws:SecureTransport', 'true'), 'implicitDeny'),
        under('aws:CurrentTime', when('Null', 'aws:CurrentTime', 'false'), 'allowed'),
        under('aws:TokenIssueTime, for a role session', when('Null', 'aws:TokenIssueTime', 'false'), 'allowed', {
          as: session,
        }),
        under('aws:TokenIssueTime, for a user', when('Null', 'aws:TokenIssueTime', 'false'), 'undetermined', {
          as: user,
        }),
      ],
    },
    {
      number: 195,
      says: 'Sessions of IAM Identity Center carry nothing about MFA.',
      source: `${keys}#condition-keys-multifactorauthpresent`,
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
      number: 196,
      says: 'Requests for some operations don’t carry aws:ResourceAccount.',
      source: `${keys}#condition-keys-resourceaccount`,
      cases: [
        under('the EBS direct APIs', when('StringEquals', 'aws:ResourceAccount', here), 'implicitDeny', {
          action: 'ebs:GetSnapshotBlock',
          on: 'arn:aws:ec2:us-east-1::snapshot/snap-1',
        }),
        under('any other operation', when('StringEquals', 'aws:ResourceAccount', here), 'allowed'),
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
        under('a tag with a dot in its key is no claim', given('aws:PrincipalTag/example.com:team'), 'undetermined'),
      ],
    },
    {
      number: 198,
      says: 'A role session’s credentials can bring keys of the service that gave them to requests for every other service.',
      source: keys,
      cases:
        'ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId'
          .split(' ')
          .map((key) => under(key, given(key), 'undetermined', { as: session })),
    },
    {
      number: 199,
      says: 'Some keys are absent for users, for anonymous callers, or for AWS services.',
      source: keys,
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
    {
      number: 200,
      says: 'Every request carries the time, the user agent, the Region, and the type of the principal; every request of an identity says whether a service forwarded it.',
      source: keys,
      cases: [
        ...'aws:EpochTime aws:UserAgent aws:RequestedRegion aws:ViaAWSService'
          .split(' ')
          .map((key) => under(key, when('Null', key, 'false'), 'allowed')),
        ...'aws:PrincipalType aws:PrincipalServiceNamesList'
          .split(' ')
          .map((key) => fromCaller(`a service: ${key}`, service, when('Null', key, 'false'), 'allowed')),
      ],
    },
    {
      number: 201,
      says: 'iam:PassRole and some services’ requests don’t say whose VPC endpoint they came through, and some operations’ requests don’t say who owns the resource.',
      source: `${keys}#condition-keys-resourceaccount`,
      cases: [
        ...['aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths'].map((key) =>
          under(`iam:PassRole: ${key}`, given(key), 'implicitDeny', { action: 'iam:PassRole', on: role }),
        ),
        ...['aws:VpceOrgID', 'aws:VpceOrgPaths'].map((key) =>
          under(`Amazon SNS: ${key}`, given(key), 'implicitDeny', {
            action: 'sns:Publish',
            on: `arn:aws:sns:us-east-1:${here}:t`,
          }),
        ),
        ...['aws:ResourceOrgID', 'aws:ResourceOrgPaths'].map((key) =>
          under(`the EBS direct APIs: ${key}`, when('Null', key, 'false'), 'implicitDeny', {
            action: 'ebs:GetSnapshotBlock',
            on: 'arn:aws:ec2:us-east-1::snapshot/snap-1',
          }),
        ),
        ...withoutOwner
          .split(' ')
          .map((action) =>
            under(action, when('Null', 'aws:ResourceAccount', 'false'), 'implicitDeny', { action, on: '*' }),
          ),
      ],
    },
  ],
}
