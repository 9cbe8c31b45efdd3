import { guide, type RuleSection } from './rule.ts'
import { allow, bucket, deny, full, here, identity, policy, queuePolicy, send, user, when } from './scenario.ts'

const endpoints = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'
const globalKeys = guide('reference_policies_condition-keys')
const endpoint = (...statements: readonly Readonly<Record<string, unknown>>[]) =>
  policy('vpc-endpoint', ...statements.map((statement) => ({ Principal: '*', ...statement })))
const through = { ...send, context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } as const
const office = identity(deny('*', when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24')))
const officeOrService = identity(
  deny('*', {
    Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, Bool: { 'aws:ViaAWSService': 'false' } },
  }),
)
const forwarded = { action: 's3:ListBucket', on: bucket, owner: here } as const
const fromTopic = policy(
  'resource',
  allow('sqs:SendMessage', { Principal: '*', ...when('StringEquals', 'aws:SourceAccount', here) }),
)

export const network: RuleSection = {
  title: 'VPC endpoints and networks',
  rules: [
    {
      number: 69,
      says: 'A VPC endpoint’s policy is one more gate, for what comes through it and for nothing else.',
      source: endpoints,
      cases: [
        [
          'it allows something else',
          { ...through, policies: [full, endpoint(allow('s3:*'))] },
          'implicitDeny',
          ['vpc-endpoint'],
        ],
        ['it allows all', { ...through, policies: [full, endpoint(allow('*'))] }, 'allowed'],
        [
          'it denies',
          { ...through, policies: [full, endpoint(allow('*'), deny('sqs:*'))] },
          'explicitDeny',
          ['vpc-endpoint'],
        ],
        [
          'it is silent, and the queue names the caller',
          { ...through, policies: [queuePolicy({ AWS: user }), endpoint(allow('s3:*'))] },
          'implicitDeny',
          ['vpc-endpoint'],
        ],
        [
          'it denies, but the call comes over the internet',
          { ...send, policies: [full, endpoint(deny('*'))] },
          'allowed',
        ],
        [
          'it denies, and the call’s network path is unknown',
          { ...send, partial: true, policies: [full, endpoint(deny('*'))] },
          'explicitDeny',
          ['vpc-endpoint'],
        ],
      ],
      instead: 'If the call’s network path is unknown, a VPC endpoint policy that was given applies to it.',
    },
    {
      number: 70,
      says: 'It grants nothing, and its statements need a Principal.',
      source: endpoints,
      cases: [
        ['an endpoint policy alone', { ...through, policies: [endpoint(allow('*'))] }, 'implicitDeny', ['identity']],
        [
          'no Principal in it',
          { ...through, policies: [full, policy('vpc-endpoint', allow('*'))] },
          'implicitDeny',
          ['vpc-endpoint'],
        ],
      ],
    },
    {
      number: 71,
      says: 'A request through a VPC endpoint has no aws:SourceIp, so a Deny for “not from the office” applies to it.',
      source: globalKeys,
      observed: true,
      cases: [
        [
          'through an endpoint',
          {
            ...send,
            context: { 'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:VpcSourceIp': '10.0.0.7' },
            policies: [full, office],
          },
          'explicitDeny',
          ['identity'],
        ],
        [
          'from the office',
          { ...send, context: { 'aws:SourceIp': '203.0.113.9' }, policies: [full, office] },
          'allowed',
        ],
      ],
    },
    {
      number: 72,
      says: 'A call that a service forwards for its caller keeps aws:SourceIp and loses aws:SourceVpc, aws:SourceVpce, and aws:VpcSourceIp. aws:ViaAWSService is true.',
      source: guide('access_forward_access_sessions'),
      cases: [
        [
          'Athena reads for a caller in the office',
          {
            ...forwarded,
            context: { 'aws:ViaAWSService': 'true', 'aws:SourceIp': '203.0.113.9' },
            policies: [full, office],
          },
          'allowed',
        ],
        [
          'the caller came through a VPC endpoint, so no address is left',
          { ...forwarded, context: { 'aws:ViaAWSService': 'true' }, policies: [full, office] },
          'explicitDeny',
          ['identity'],
        ],
        [
          'the same, forwarded calls excepted',
          { ...forwarded, context: { 'aws:ViaAWSService': 'true' }, policies: [full, officeOrService] },
          'allowed',
        ],
        [
          'a condition on the VPC endpoint never matches, whatever else isn’t known',
          {
            ...forwarded,
            partial: true,
            context: { 'aws:ViaAWSService': 'true' },
            policies: [identity(allow('s3:*', when('StringEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d')))],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'the endpoint’s policy doesn’t limit the forwarded call',
          {
            ...forwarded,
            partial: true,
            context: { 'aws:ViaAWSService': 'true' },
            policies: [full, endpoint(deny('*'))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 73,
      says: 'aws:SourceArn and aws:SourceAccount exist when a service calls for a resource; a direct caller has neither.',
      source: guide('confused-deputy'),
      cases: [
        [
          'a service, for this account',
          { ...send, as: 'sns.amazonaws.com', context: { 'aws:SourceAccount': here }, policies: [fromTopic] },
          'allowed',
        ],
        ['a user', { ...send, as: user, policies: [fromTopic] }, 'implicitDeny'],
        [
          'a user, of whose request nothing else is known',
          { ...send, as: user, partial: true, policies: [fromTopic] },
          'implicitDeny',
        ],
        [
          'a service, of whose request nothing else is known',
          { ...send, as: 'sns.amazonaws.com', partial: true, policies: [fromTopic] },
          'undetermined',
        ],
        [
          'a service, no condition',
          { ...send, as: 'sns.amazonaws.com', policies: [queuePolicy({ Service: 'sns.amazonaws.com' })] },
          'allowed',
        ],
      ],
    },
  ],
}
