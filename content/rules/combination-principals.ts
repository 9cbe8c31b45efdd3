// Who a policy is about: two accounts, and the principals that a policy names.
import { guide, type Rule } from './rule.ts'
import {
  allow,
  at,
  boundary,
  bucket,
  deny,
  foreigner,
  full,
  here,
  object,
  policy,
  queue,
  queuePolicy,
  role,
  root,
  send,
  session,
  theirQueue,
  theirQueuePolicy,
  there,
  user,
} from './scenario.ts'

const across = guide('reference_policies_evaluation-logic_policy-eval-cross-account')
const principal = guide('reference_policies_elements_principal')
const boundaries = guide('access_policies_boundaries')
const notPrincipal = guide('reference_policies_elements_notprincipal')
const onlyS3 = allow('s3:*')
const sendAcross = { action: 'sqs:SendMessage', on: theirQueue } as const

export const combinationPrincipals: readonly Rule[] = [
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
      ['the same, written as root', { ...send, policies: [queuePolicy({ AWS: root })] }, 'implicitDeny', ['identity']],
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
]

function sparing(...arns: readonly string[]) {
  return policy('resource', deny('sqs:*', { NotPrincipal: { AWS: arns } }))
}
