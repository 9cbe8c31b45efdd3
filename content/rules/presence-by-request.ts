// Keys that are certain because of the operation, the network, or the resource.
import { fromCaller, given, keysPage, service, under } from './presence-cases.ts'
import type { Rule } from './rule.ts'
import { allow, deny, here, identity, object, role, session, user, when } from './scenario.ts'

/** Operations whose requests don't carry the keys about the resource's owner. */
const withoutOwner =
  'auditmanager:UpdateAssessmentFrameworkShare detective:AcceptInvitation ds:AcceptSharedDirectory ec2:AcceptTransitGatewayPeeringAttachment ec2:AcceptVpcEndpointConnections ec2:AcceptVpcPeeringConnection ec2:CreateTransitGatewayPeeringAttachment ec2:CreateVpcEndpoint ec2:CreateVpcPeeringConnection es:AcceptInboundConnection guardduty:AcceptAdministratorInvitation macie2:AcceptInvitation route53:AssociateVPCWithHostedZone route53:CreateVPCAssociationAuthorization securityhub:AcceptAdministratorInvitation'

export const presenceByRequest: readonly Rule[] = [
  {
    number: 190,
    says: 'A request carries aws:SourceIp or the keys of a VPC endpoint, never both.',
    source: `${keysPage}#condition-keys-sourceip`,
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
    number: 192,
    says: 'Every request to IAM names the Region us-east-1.',
    source: `${keysPage}#condition-keys-requestedregion`,
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
    source: `${keysPage}#condition-keys-vpceaccount`,
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
    source: keysPage,
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
    number: 196,
    says: 'Requests for some operations don’t carry aws:ResourceAccount.',
    source: `${keysPage}#condition-keys-resourceaccount`,
    cases: [
      under('the EBS direct APIs', when('StringEquals', 'aws:ResourceAccount', here), 'implicitDeny', {
        action: 'ebs:GetSnapshotBlock',
        on: 'arn:aws:ec2:us-east-1::snapshot/snap-1',
      }),
      under('any other operation', when('StringEquals', 'aws:ResourceAccount', here), 'allowed'),
    ],
  },
  {
    number: 200,
    says: 'Every request carries the time, the user agent, the Region, and the type of the principal; every request of an identity says whether a service forwarded it.',
    source: keysPage,
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
    source: `${keysPage}#condition-keys-resourceaccount`,
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
]
