import { type Case, guide, type RuleSection } from './rule.ts'
import { allow, deny, full, here, identity, object, policy, role, root, scp, session, user, when } from './scenario.ts'

const source = guide('reference_policies_variables')
const globalKeys = guide('reference_policies_condition-keys')
const home = (owner: string) => ({ action: 's3:GetObject', on: `arn:aws:s3:::home/${owner}/a.txt`, owner: here })
const ownHome = allow('s3:*', { Resource: 'arn:aws:s3:::home/${aws:username}/*' })
const teamHome = (text: string) => identity(allow('s3:*', { Resource: `arn:aws:s3:::home/${text}/*` }))

const red = when('StringEquals', 'aws:PrincipalTag/team', 'red')
const ofTeam = policy('resource', allow('*', { Principal: '*', ...red }))

/** The request has the key with this value, or lacks it. An SCP asks, since it asks the root user too. */
const carries = (as: string, key: string, value: string | undefined): Case => [
  `${as} has ${value === undefined ? `no ${key}` : `${key} ${value}`}`,
  {
    as,
    policies: [
      full,
      scp(allow('*', value === undefined ? when('Null', key, 'true') : when('StringEquals', key, value))),
    ],
  },
  'allowed',
]

export const variables: RuleSection = {
  title: 'Policy variables, and keys that AWS fills in',
  rules: [
    {
      number: 117,
      // AWS's pages disagree about Bool: this one and Access Analyzer's check INVALID_VARIABLE_FOR_OPERATOR leave it out, and we follow them.
      says: 'Variables work in resources and in conditions on texts and ARNs, nowhere else.',
      source,
      cases: [
        ['in a resource', { ...home('mateo'), policies: [identity(ownHome)] }, 'allowed'],
        ['someone else’s folder', { ...home('nikki'), policies: [identity(ownHome)] }, 'implicitDeny'],
        [
          'in a condition',
          {
            context: { 'my:key': 'mateo' },
            policies: [identity(allow('*', when('StringEquals', 'my:key', '${aws:username}')))],
          },
          'allowed',
        ],
        ['in an action', { policies: [identity(allow('ce:Get${aws:username}'))] }, 'implicitDeny'],
        [
          'under Bool',
          {
            context: { 'my:key': 'true', 'my:flag': 'true' },
            policies: [identity(allow('*', when('Bool', 'my:key', '${my:flag}')))],
          },
          'implicitDeny',
        ],
        [
          'under a number operator',
          {
            context: { 'my:key': '5', 'my:limit': '10' },
            policies: [identity(allow('*', when('NumericLessThan', 'my:key', '${my:limit}')))],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 118,
      says: 'Without Version 2012-10-17 a variable is plain text.',
      source,
      cases: [
        [
          'no Version',
          { ...home('mateo'), policies: [{ type: 'identity', name: 'old', document: { Statement: [ownHome] } }] },
          'implicitDeny',
        ],
        [
          'Version 2008-10-17',
          {
            ...home('mateo'),
            policies: [{ type: 'identity', name: 'old', document: { Version: '2008-10-17', Statement: [ownHome] } }],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 119,
      says: 'A variable whose key is missing: its resource never matches, its condition fails, a condition that negates holds.',
      source,
      cases: [
        ['in a resource', { ...home('mateo'), as: session, policies: [identity(ownHome)] }, 'implicitDeny'],
        [
          'under StringEquals',
          {
            context: { 'my:key': 'a' },
            policies: [identity(allow('*', when('StringEquals', 'my:key', '${my:other}')))],
          },
          'implicitDeny',
        ],
        [
          'under StringNotEquals',
          {
            context: { 'my:key': 'a' },
            policies: [full, identity(deny('*', when('StringNotEquals', 'my:key', '${my:other}')))],
          },
          'explicitDeny',
        ],
      ],
    },
    {
      number: 120,
      says: 'A default value replaces a missing key.',
      source,
      cases: [
        ['the key is missing', { ...home('all'), policies: [teamHome("${aws:PrincipalTag/team, 'all'}")] }, 'allowed'],
        [
          'the key is there',
          {
            ...home('all'),
            context: { 'aws:PrincipalTag/team': 'red' },
            policies: [teamHome("${aws:PrincipalTag/team, 'all'}")],
          },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 121,
      says: 'A key with several values isn’t a variable.',
      source,
      cases: [
        [
          'aws:TagKeys',
          { ...home('a'), context: { 'aws:TagKeys': ['a', 'b'] }, policies: [teamHome('${aws:TagKeys}')] },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 122,
      says: 'A variable’s value is plain text: a `*` in a tag isn’t a wildcard.',
      source,
      cases: [
        [
          'a tag with the value *',
          {
            ...home('red'),
            context: { 'aws:PrincipalTag/team': '*' },
            policies: [teamHome('${aws:PrincipalTag/team}')],
          },
          'implicitDeny',
        ],
        [
          'the folder is called *',
          { ...home('*'), context: { 'aws:PrincipalTag/team': '*' }, policies: [teamHome('${aws:PrincipalTag/team}')] },
          'allowed',
        ],
      ],
    },
    {
      number: 123,
      says: 'Only IAM users have aws:username.',
      source: globalKeys,
      cases: [
        carries(user, 'aws:username', 'mateo'),
        carries(session, 'aws:username', undefined),
        carries(root, 'aws:username', undefined),
      ],
    },
    {
      number: 124,
      says: 'A session’s aws:PrincipalArn is its role’s ARN; anonymous callers have none.',
      source: globalKeys,
      cases: [
        carries(user, 'aws:PrincipalArn', user),
        carries(user, 'aws:PrincipalType', 'User'),
        carries(user, 'aws:PrincipalIsAWSService', 'false'),
        carries(session, 'aws:PrincipalArn', role),
        carries(session, 'aws:PrincipalType', 'AssumedRole'),
        carries(session, 'aws:PrincipalAccount', here),
        carries(root, 'aws:PrincipalArn', root),
        [
          'the request’s own words win',
          {
            context: { 'aws:UserName': 'other' },
            policies: [identity(allow('*', when('StringEquals', 'aws:username', 'other')))],
          },
          'allowed',
        ],
        [
          'anonymous',
          {
            ...home('a'),
            as: 'anonymous',
            policies: [
              policy('resource', allow('s3:*', { Principal: '*', ...when('Null', 'aws:PrincipalArn', 'true') })),
            ],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 125,
      says: 'A session’s aws:PrincipalTag holds the role’s tags, overridden by the session’s. Only users and roles have tags.',
      source: guide('id_session-tags'),
      cases: [
        ['a session, its tags not known', { as: session, partial: true, policies: [ofTeam] }, 'undetermined'],
        ['an anonymous caller', { as: 'anonymous', partial: true, policies: [ofTeam] }, 'implicitDeny'],
        ['the root user', { as: root, partial: true, policies: [ofTeam, scp(allow('*'), deny('*', red))] }, 'allowed'],
        [
          'the value as given',
          {
            action: 's3:GetObject',
            on: object,
            owner: here,
            as: session,
            context: { 'aws:PrincipalTag/team': 'red' },
            policies: [identity(allow('s3:*', when('StringEquals', 'aws:PrincipalTag/team', 'red')))],
          },
          'allowed',
        ],
      ],
      instead: 'Tags of roles are in no policy: the checker asks for the value that counts.',
    },
  ],
}
