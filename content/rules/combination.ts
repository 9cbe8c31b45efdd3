import { guide, type RuleSection } from './rule.ts'
import {
  allow,
  assume,
  at,
  boundary,
  bucket,
  deny,
  federated,
  foreigner,
  full,
  here,
  identity,
  object,
  policy,
  queue,
  queuePolicy,
  rcp,
  role,
  root,
  scp,
  send,
  session,
  theirQueue,
  theirQueuePolicy,
  there,
  trust,
  user,
  when,
} from './scenario.ts'

const order = guide('reference_policies_evaluation-logic_policy-eval-denyallow')
const across = guide('reference_policies_evaluation-logic_policy-eval-cross-account')
const principal = guide('reference_policies_elements_principal')
const boundaries = guide('access_policies_boundaries')
const notPrincipal = guide('reference_policies_elements_notprincipal')
const federation = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html'
const onlyS3 = allow('s3:*')
const sendAcross = { action: 'sqs:SendMessage', on: theirQueue } as const

export const combination: RuleSection = {
  title: 'How the policies work together',
  rules: [
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
        [
          'an RCP about something else',
          { ...send, policies: [full, rcp(deny('s3:*', { Principal: '*' }))] },
          'allowed',
        ],
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
        [
          'except that it cannot assume roles',
          { ...assume, as: root, policies: [trust({ AWS: root })] },
          'implicitDeny',
        ],
        ['no policy', { as: root, policies: [] }, 'allowed'],
        [
          'an identity policy, which cannot be attached to it',
          { as: root, policies: [identity(deny('*'))] },
          'allowed',
        ],
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
    {
      number: 19,
      says: 'Between accounts both sides must allow.',
      source: across,
      cases: [
        ['both do', { ...sendAcross, policies: [full, theirQueuePolicy({ AWS: user })] }, 'allowed'],
        ['only the caller’s side', { ...sendAcross, policies: [full] }, 'implicitDeny', ['resource']],
        [
          'only the owner’s side',
          { ...sendAcross, policies: [theirQueuePolicy({ AWS: user })] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 20,
      says: 'Between accounts even a policy that names the session needs an Allow on the caller’s side.',
      source: across,
      cases: [
        [
          'the session is named',
          { ...sendAcross, as: session, policies: [theirQueuePolicy({ AWS: session })] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 21,
      says: 'Between accounts the caller’s boundary limits, although the user is named.',
      source: across,
      cases: [
        [
          'a silent boundary',
          { ...sendAcross, policies: [full, boundary(onlyS3), theirQueuePolicy({ AWS: user })] },
          'implicitDeny',
          ['permissions-boundary'],
        ],
      ],
    },
    {
      number: 22,
      says: 'The caller’s SCPs bind the caller; the owner’s SCPs do not bind callers of other accounts, the owner’s RCPs do.',
      source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
      cases: [
        [
          'the owner’s SCP',
          { ...sendAcross, policies: [full, theirQueuePolicy({ AWS: user }), at(there, policy('scp', deny('*')))] },
          'allowed',
        ],
        [
          'the caller’s SCP',
          { ...sendAcross, policies: [full, theirQueuePolicy({ AWS: user }), at(here, policy('scp', deny('*')))] },
          'explicitDeny',
          ['scp'],
        ],
        [
          'the owner’s RCP',
          {
            ...sendAcross,
            policies: [full, theirQueuePolicy({ AWS: user }), at(there, policy('rcp', deny('*', { Principal: '*' })))],
          },
          'explicitDeny',
          ['rcp'],
        ],
      ],
    },
    {
      number: 23,
      says: 'An account as the principal of an Allow hands over: its identities still need an Allow of their own.',
      source: principal,
      cases: [
        ['no identity policy', { ...send, policies: [queuePolicy({ AWS: here })] }, 'implicitDeny', ['identity']],
        [
          'the same, written as root',
          { ...send, policies: [queuePolicy({ AWS: root })] },
          'implicitDeny',
          ['identity'],
        ],
        ['with one', { ...send, policies: [full, queuePolicy({ AWS: here })] }, 'allowed'],
      ],
    },
    {
      number: 24,
      says: 'An account as the principal of a Deny hits everyone in it.',
      source: principal,
      cases: [
        [
          'a user',
          { ...send, policies: [full, policy('resource', deny('sqs:*', { Principal: { AWS: here } }))] },
          'explicitDeny',
          ['resource'],
        ],
        [
          'someone else’s user',
          { ...send, policies: [full, policy('resource', deny('sqs:*', { Principal: { AWS: there } }))] },
          'allowed',
        ],
      ],
    },
    {
      number: 25,
      says: 'A role as the principal includes all its sessions. The session’s ARN doesn’t show the role’s path.',
      source: principal,
      observed: true,
      cases: [
        [
          'a role with a path',
          { ...send, as: session, policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:role/finance/Billing` })] },
          'allowed',
        ],
      ],
    },
    {
      number: 26,
      says: 'After you delete a user or role, its unique ID stays in the policy and matches no one, not even a new user or role with the same name.',
      source: principal,
      cases: [['an id', { ...send, policies: [queuePolicy({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })] }, 'implicitDeny']],
    },
    {
      number: 27,
      says: 'A principal takes no wildcard but the star alone.',
      source: principal,
      cases: [['user/*', { ...send, policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:user/*` })] }, 'implicitDeny']],
    },
    {
      number: 28,
      says: 'The star is everyone, anonymous callers too, in both ways to write it.',
      source: principal,
      cases: [
        ['"*"', { ...send, as: 'anonymous', policies: [queuePolicy('*')] }, 'allowed'],
        ['{"AWS": "*"}', { ...send, as: 'anonymous', policies: [queuePolicy({ AWS: '*' })] }, 'allowed'],
      ],
    },
    {
      number: 29,
      says: 'A statement of a resource policy without Principal matches no one.',
      source: principal,
      observed: true,
      cases: [
        ['an Allow', { ...send, policies: [policy('resource', allow('sqs:*'))] }, 'implicitDeny'],
        ['a Deny', { ...send, policies: [full, policy('resource', deny('sqs:*'))] }, 'allowed'],
      ],
    },
    {
      number: 30,
      says: 'A Deny with NotPrincipal hits everyone who has a boundary, even if listed.',
      source: boundaries,
      cases: [
        [
          'listed, with a boundary',
          { ...send, policies: [full, boundary(allow('*')), sparing(user)] },
          'explicitDeny',
          ['resource'],
        ],
        ['listed, without', { ...send, policies: [full, sparing(user)] }, 'allowed'],
        ['not listed', { ...send, policies: [full, sparing(role)] }, 'explicitDeny', ['resource']],
      ],
    },
    {
      number: 31,
      says: 'A Deny with NotPrincipal must list the account, the role and the session to spare a session for sure.',
      source: notPrincipal,
      cases: [
        ['all three', { ...send, as: session, policies: [full, sparing(root, role, session)] }, 'allowed'],
        [
          'another role',
          { ...send, as: session, policies: [full, sparing(root, `${role}2`)] },
          'explicitDeny',
          ['resource'],
        ],
      ],
    },
    {
      number: 32,
      says: 'An Allow with NotPrincipal grants everyone else, anonymous callers too.',
      source: notPrincipal,
      cases: [
        [
          'anonymous',
          {
            ...send,
            as: 'anonymous',
            policies: [
              policy('resource', { Effect: 'Allow', NotPrincipal: { AWS: user }, Action: 'sqs:*', Resource: queue }),
            ],
          },
          'allowed',
        ],
        [
          'the one who is listed',
          {
            ...send,
            policies: [
              policy('resource', { Effect: 'Allow', NotPrincipal: { AWS: user }, Action: 'sqs:*', Resource: queue }),
            ],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 33,
      says: 'AWS names one gate; there may be more behind it. The checker names all.',
      source: guide('troubleshoot_access-denied'),
      cases: [
        [
          'two gates are shut',
          { policies: [full, boundary(onlyS3), at('ou-1', policy('scp', onlyS3))] },
          'implicitDeny',
          ['scp', 'permissions-boundary'],
        ],
        [
          'someone else’s bucket, no one allows it',
          {
            as: foreigner,
            action: 's3:GetObject',
            on: object,
            owner: here,
            policies: [policy('resource', allow('s3:*', { Principal: { AWS: user }, Resource: [bucket, object] }))],
          },
          'implicitDeny',
          ['identity', 'resource'],
        ],
      ],
    },
  ],
}

function everyoneWho(arn: string) {
  return policy('resource', allow('sqs:*', { Principal: '*', ...when('ArnEquals', 'aws:PrincipalArn', arn) }))
}

function sparing(...arns: readonly string[]) {
  return policy('resource', deny('sqs:*', { NotPrincipal: { AWS: arns } }))
}
