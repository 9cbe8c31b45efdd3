// How the policies of one account work together.
import { guide, type Rule } from './rule.ts'
import {
  allow,
  assume,
  at,
  boundary,
  deny,
  federated,
  full,
  here,
  identity,
  policy,
  queuePolicy,
  rcp,
  role,
  root,
  scp,
  send,
  session,
  trust,
  user,
  when,
} from './scenario.ts'

const order = guide('reference_policies_evaluation-logic_policy-eval-denyallow')
const boundaries = guide('access_policies_boundaries')
const federation = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html'
const onlyS3 = allow('s3:*')

export const combinationGates: readonly Rule[] = [
  {
    number: 1,
    says: 'A Deny in any policy of any kind wins, whatever else allows.',
    source: order,
    cases: [
      ['a Deny next to full access', { policies: [full, identity(deny('ce:*'))] }, 'explicitDeny', ['identity']],
      [
        'a Deny in the boundary',
        { policies: [full, boundary(allow('*'), deny('ce:*'))] },
        'explicitDeny',
        ['permissions-boundary'],
      ],
      [
        'a Deny in the queue’s policy',
        { ...send, policies: [full, policy('resource', deny('sqs:*', { Principal: '*' }))] },
        'explicitDeny',
        ['resource'],
      ],
    ],
  },
  {
    number: 2,
    says: 'RCPs only deny: RCPFullAWSAccess allows at every level, so an RCP that does not mention the action changes nothing.',
    source: order,
    cases: [
      ['no RCP at all', { ...send, policies: [full] }, 'allowed'],
      ['an RCP about something else', { ...send, policies: [full, rcp(deny('s3:*', { Principal: '*' }))] }, 'allowed'],
      [
        'an RCP that denies it',
        { ...send, policies: [full, rcp(deny('sqs:*', { Principal: '*' }))] },
        'explicitDeny',
        ['rcp'],
      ],
    ],
  },
  {
    number: 3,
    says: 'Where there are SCPs, every level must allow; without an organization there is no such gate.',
    source: order,
    cases: [
      ['no SCP given', { policies: [full] }, 'allowed'],
      ['a level without an Allow', { policies: [full, at('ou-1', policy('scp', onlyS3))] }, 'implicitDeny', ['scp']],
    ],
  },
  {
    number: 4,
    says: 'SCPs of one level add up, levels limit each other.',
    source: order,
    cases: [
      [
        'the root allows, the unit does not',
        { policies: [full, scp(allow('*')), at('ou-1', policy('scp', onlyS3))] },
        'implicitDeny',
        ['scp'],
      ],
      [
        'two SCPs of one unit',
        { policies: [full, at('ou-1', policy('scp', onlyS3)), at('ou-1', policy('scp', allow('ce:*')))] },
        'allowed',
      ],
    ],
  },
  {
    number: 5,
    says: 'In one account either the identity policy or the resource’s policy is enough.',
    source: order,
    cases: [
      ['only the queue’s policy', { ...send, policies: [queuePolicy({ AWS: user })] }, 'allowed'],
      ['only the identity policy', { ...send, policies: [full, queuePolicy({ AWS: role })] }, 'allowed'],
      ['neither', { ...send, policies: [queuePolicy({ AWS: role })] }, 'implicitDeny'],
    ],
  },
  {
    number: 6,
    says: 'A resource policy that names the IAM user is not limited by a silent identity policy or boundary.',
    source: order,
    cases: [['a silent boundary', { ...send, policies: [boundary(onlyS3), queuePolicy({ AWS: user })] }, 'allowed']],
  },
  {
    number: 7,
    says: 'One that names the role is limited by a silent boundary and a silent session policy, not by a silent identity policy.',
    source: order,
    cases: [
      ['no identity policy', { ...send, as: session, policies: [queuePolicy({ AWS: role })] }, 'allowed'],
      [
        'a silent boundary',
        { ...send, as: session, policies: [boundary(onlyS3), queuePolicy({ AWS: role })] },
        'implicitDeny',
        ['permissions-boundary'],
      ],
      [
        'a silent session policy',
        { ...send, as: session, policies: [policy('session', onlyS3), queuePolicy({ AWS: role })] },
        'implicitDeny',
        ['session'],
      ],
    ],
  },
  {
    number: 8,
    says: 'One that names the very session is limited by neither.',
    source: order,
    cases: [
      [
        'both are silent',
        {
          ...send,
          as: session,
          policies: [policy('session', onlyS3), boundary(onlyS3), queuePolicy({ AWS: session })],
        },
        'allowed',
      ],
    ],
  },
  {
    number: 9,
    says: 'Everyone as the principal, with aws:PrincipalArn equal to the role’s ARN, is limited by neither as well.',
    source: order,
    cases: [
      [
        'both are silent',
        { ...send, as: session, policies: [policy('session', onlyS3), boundary(onlyS3), everyoneWho(role)] },
        'allowed',
      ],
      [
        'another role is meant',
        { ...send, as: session, policies: [policy('session', onlyS3), boundary(onlyS3), everyoneWho(`${role}2`)] },
        'implicitDeny',
      ],
    ],
  },
  {
    number: 10,
    says: 'A Deny in the boundary or the session policy wins over a resource policy that names the caller.',
    source: order,
    cases: [
      [
        'in the session policy',
        { ...send, as: session, policies: [policy('session', deny('sqs:*')), queuePolicy({ AWS: session })] },
        'explicitDeny',
        ['session'],
      ],
      [
        'in the boundary',
        { ...send, policies: [boundary(deny('sqs:*')), queuePolicy({ AWS: user })] },
        'explicitDeny',
        ['permissions-boundary'],
      ],
    ],
  },
  {
    number: 11,
    says: 'A resource policy that names a federated user’s session grants directly.',
    source: order,
    cases: [
      [
        'a silent session policy',
        { ...send, as: federated, policies: [policy('session', onlyS3), queuePolicy({ AWS: federated })] },
        'allowed',
      ],
      [
        'another session is named',
        { ...send, as: federated, policies: [policy('session', onlyS3), queuePolicy({ AWS: `${federated}2` })] },
        'implicitDeny',
      ],
    ],
  },
  {
    number: 12,
    says: 'One that names the user who federated is limited by the session policy.',
    source: order,
    cases: [
      [
        'a silent session policy',
        { ...send, as: federated, policies: [policy('session', onlyS3), queuePolicy({ AWS: user })] },
        'implicitDeny',
        ['identity', 'session'],
      ],
    ],
    instead:
      'AWS doesn’t say which user created the session, so the evaluator treats a named IAM user as a different caller.',
  },
  {
    number: 13,
    says: 'GetFederationToken without a session policy gives a session without permissions.',
    source: federation,
    cases: [['full access of the user', { as: federated, policies: [full] }, 'implicitDeny', ['session']]],
  },
  {
    number: 14,
    says: 'A session policy that does not mention the action denies.',
    source: order,
    cases: [['only S3', { as: session, policies: [full, policy('session', onlyS3)] }, 'implicitDeny', ['session']]],
  },
  {
    number: 15,
    says: 'A role’s session without a session policy is not limited by one.',
    source: order,
    cases: [['none given', { as: session, policies: [full] }, 'allowed']],
  },
  {
    number: 16,
    says: 'A boundary grants nothing.',
    source: boundaries,
    cases: [['a boundary alone', { policies: [boundary(allow('*'))] }, 'implicitDeny', ['identity']]],
  },
  {
    number: 17,
    says: 'Identity policies add up, those of the user’s groups too; a group is never a principal.',
    source: boundaries,
    cases: [
      ['two policies', { policies: [identity(onlyS3), full] }, 'allowed'],
      [
        'a group as principal',
        { ...send, policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:group/finance` })] },
        'implicitDeny',
      ],
    ],
  },
  {
    number: 18,
    says: 'The root user doesn’t need a policy. An SCP, an RCP, or a resource policy can still deny it.',
    source: order,
    cases: [
      ['except that it cannot assume roles', { ...assume, as: root, policies: [trust({ AWS: root })] }, 'implicitDeny'],
      ['no policy', { as: root, policies: [] }, 'allowed'],
      ['an identity policy, which cannot be attached to it', { as: root, policies: [identity(deny('*'))] }, 'allowed'],
      [
        'an SCP of a member account',
        { as: root, policies: [scp(allow('*')), at(here, policy('scp', deny('ce:*')))] },
        'explicitDeny',
        ['scp'],
      ],
      [
        'the queue’s policy',
        { ...send, as: root, policies: [policy('resource', deny('sqs:*', { Principal: '*' }))] },
        'explicitDeny',
        ['resource'],
      ],
    ],
  },
]

function everyoneWho(arn: string) {
  return policy('resource', allow('sqs:*', { Principal: '*', ...when('ArnEquals', 'aws:PrincipalArn', arn) }))
}
