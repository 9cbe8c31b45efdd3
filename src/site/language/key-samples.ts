import type { SceneName } from './scenes.ts'

/** A condition on a key as people write it, with values that fit and don't. */
export interface KeySample {
  readonly scene: SceneName
  readonly operator: string
  /** The key with its tail, where it needs one. */
  readonly key?: string
  readonly wanted: readonly string[]
  /** Values of a request, several for a multivalued key. */
  readonly fits: readonly string[]
  readonly other: readonly string[]
}

const sample = (
  scene: SceneName,
  operator: string,
  wanted: string,
  fits: string | readonly string[],
  other: string | readonly string[],
): KeySample => ({ scene, operator, wanted: [wanted], fits: [fits].flat(), other: [other].flat() })

const orgPath = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'
const otherPath = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/'
const underOrgPath = ['ForAnyValue:StringLike', `${orgPath}*`, [`${orgPath}ou-ab12-33333333/`], [otherPath]] as const
const vpcArn = 'arn:aws:ec2:us-east-1:111122223333:vpc/'
const yes = ['Bool', 'true', 'true', 'false'] as const
const account = ['StringEquals', '111122223333', '111122223333', '444455556666'] as const
const organization = ['StringEquals', 'o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'o-f6g7h8i9j0'] as const

/** By the key's name in AWS's spelling. */
export const keySamples: ReadonlyMap<string, KeySample> = new Map<string, KeySample>([
  [
    'aws:PrincipalArn',
    sample(
      'session',
      'ArnLike',
      'arn:aws:iam::111122223333:role/Report*',
      'arn:aws:iam::111122223333:role/Reporting',
      'arn:aws:iam::111122223333:role/Deploy',
    ),
  ],
  ['aws:PrincipalAccount', sample('user', ...account)],
  ['aws:PrincipalOrgID', sample('user', ...organization)],
  ['aws:PrincipalOrgPaths', sample('user', ...underOrgPath)],
  [
    'aws:PrincipalTag/',
    { ...sample('user', 'StringEquals', 'finance', 'finance', 'sales'), key: 'aws:PrincipalTag/team' },
  ],
  ['aws:PrincipalIsAWSService', sample('service', ...yes)],
  [
    'aws:PrincipalServiceName',
    sample('service', 'StringEquals', 's3.amazonaws.com', 's3.amazonaws.com', 'cloudtrail.amazonaws.com'),
  ],
  [
    'aws:PrincipalServiceNamesList',
    sample(
      'service',
      'ForAnyValue:StringEquals',
      's3.amazonaws.com',
      ['s3.amazonaws.com', 's3.us-east-1.amazonaws.com'],
      ['cloudtrail.amazonaws.com'],
    ),
  ],
  ['aws:PrincipalType', sample('user', 'StringEquals', 'User', 'User', 'AssumedRole')],
  [
    'aws:userid',
    sample('session', 'StringLike', 'AROAEXAMPLEROLEID:*', 'AROAEXAMPLEROLEID:mateo', 'AROAOTHERROLEID:mateo'),
  ],
  ['aws:username', sample('user', 'StringEquals', 'mateo', 'mateo', 'ana')],
  ['aws:AssumedRoot', sample('root', ...yes)],
  [
    'aws:FederatedProvider',
    sample(
      'session',
      'StringEquals',
      'cognito-identity.amazonaws.com',
      'cognito-identity.amazonaws.com',
      'accounts.google.com',
    ),
  ],
  [
    'aws:TokenIssueTime',
    sample('session', 'DateGreaterThan', '2026-11-01T00:00:00Z', '2026-11-28T09:00:00Z', '2026-10-31T09:00:00Z'),
  ],
  [
    'aws:SignInSessionArn',
    sample(
      'session',
      'ArnLike',
      'arn:aws:signin:us-east-1:111122223333:session/*',
      'arn:aws:signin:us-east-1:111122223333:session/a1b2c3',
      'arn:aws:signin:us-east-1:444455556666:session/a1b2c3',
    ),
  ],
  ['aws:MultiFactorAuthAge', sample('user', 'NumericLessThan', '3600', '600', '7200')],
  ['aws:MultiFactorAuthPresent', sample('user', ...yes)],
  [
    'aws:ChatbotSourceArn',
    sample(
      'session',
      'ArnLike',
      'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/*',
      'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/finance',
      'arn:aws:chatbot::444455556666:chat-configuration/slack-channel/finance',
    ),
  ],
  [
    'aws:Ec2InstanceSourceVpc',
    sample('session', 'StringEquals', 'vpc-0123456789abcdef0', 'vpc-0123456789abcdef0', 'vpc-0fedcba9876543210'),
  ],
  ['aws:Ec2InstanceSourcePrivateIPv4', sample('session', 'IpAddress', '10.0.0.0/16', '10.0.4.7', '10.1.4.7')],
  ['aws:SourceIdentity', sample('session', 'StringEquals', 'mateo', 'mateo', 'ana')],
  ['aws:SourceIp', sample('user', 'IpAddress', '203.0.113.0/24', '203.0.113.7', '198.51.100.7')],
  [
    'aws:SourceVpc',
    sample('user', 'StringEquals', 'vpc-0123456789abcdef0', 'vpc-0123456789abcdef0', 'vpc-0fedcba9876543210'),
  ],
  [
    'aws:SourceVpcArn',
    sample(
      'user',
      'ArnEquals',
      `${vpcArn}vpc-0123456789abcdef0`,
      `${vpcArn}vpc-0123456789abcdef0`,
      `${vpcArn}vpc-0fedcba9876543210`,
    ),
  ],
  [
    'aws:SourceVpce',
    sample('user', 'StringEquals', 'vpce-0123456789abcdef0', 'vpce-0123456789abcdef0', 'vpce-0fedcba9876543210'),
  ],
  ['aws:VpceAccount', sample('user', ...account)],
  ['aws:VpceOrgID', sample('user', ...organization)],
  ['aws:VpceOrgPaths', sample('user', ...underOrgPath)],
  ['aws:VpcSourceIp', sample('user', 'IpAddress', '10.0.0.0/16', '10.0.4.7', '10.1.4.7')],
  ['aws:ResourceAccount', sample('user', ...account)],
  ['aws:ResourceOrgID', sample('user', ...organization)],
  ['aws:ResourceOrgPaths', sample('user', ...underOrgPath)],
  [
    'aws:ResourceTag/',
    { ...sample('tagging', 'StringEquals', 'finance', 'finance', 'sales'), key: 'aws:ResourceTag/team' },
  ],
  [
    'aws:CalledVia',
    sample(
      'user',
      'ForAnyValue:StringEquals',
      'athena.amazonaws.com',
      ['athena.amazonaws.com'],
      ['cloudformation.amazonaws.com'],
    ),
  ],
  [
    'aws:CalledViaFirst',
    sample('user', 'StringEquals', 'athena.amazonaws.com', 'athena.amazonaws.com', 'cloudformation.amazonaws.com'),
  ],
  [
    'aws:CalledViaLast',
    sample('user', 'StringEquals', 'athena.amazonaws.com', 'athena.amazonaws.com', 'cloudformation.amazonaws.com'),
  ],
  ['aws:ViaAWSService', sample('user', ...yes)],
  [
    'aws:CalledViaAWSMCP',
    sample('user', 'StringEquals', 'aws-mcp.amazonaws.com', 'aws-mcp.amazonaws.com', 'other-mcp.amazonaws.com'),
  ],
  ['aws:ViaAWSMCPService', sample('user', ...yes)],
  ['aws:IsMcpServiceAction', sample('user', ...yes)],
  [
    'aws:CurrentTime',
    sample('user', 'DateLessThan', '2026-12-31T23:59:59Z', '2026-11-28T09:00:00Z', '2027-01-01T00:00:00Z'),
  ],
  ['aws:EpochTime', sample('user', 'DateLessThan', '1798761599', '1795856400', '1798761600')],
  [
    'aws:referer',
    sample('user', 'StringLike', 'https://example.com/*', 'https://example.com/reports', 'https://example.org/'),
  ],
  ['aws:UserAgent', sample('user', 'StringLike', 'aws-cli/*', 'aws-cli/2.31.0', 'Boto3/1.40.0')],
  ['aws:RequestedRegion', sample('user', 'StringEquals', 'eu-central-1', 'eu-central-1', 'us-east-1')],
  [
    'aws:RequestTag/',
    { ...sample('tagging', 'StringEquals', 'finance', 'finance', 'sales'), key: 'aws:RequestTag/team' },
  ],
  ['aws:TagKeys', sample('tagging', 'ForAllValues:StringEquals', 'team', ['team'], ['team', 'owner'])],
  ['aws:SecureTransport', sample('user', ...yes)],
  [
    'aws:SourceArn',
    sample(
      'service',
      'ArnLike',
      'arn:aws:s3:::amzn-s3-demo-*',
      'arn:aws:s3:::amzn-s3-demo-bucket',
      'arn:aws:s3:::other-bucket',
    ),
  ],
  ['aws:SourceAccount', sample('service', ...account)],
  ['aws:SourceOrgID', sample('service', ...organization)],
  ['aws:SourceOrgPaths', sample('service', ...underOrgPath)],
  ['aws:SourceOwner', sample('service', ...account)],
])
