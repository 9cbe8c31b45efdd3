import { guide, type RuleSection } from './rule.ts'
import {
  allow,
  assume,
  bucket,
  deny,
  foreigner,
  full,
  here,
  identity,
  policy,
  role,
  session,
  there,
  trust,
  user,
  when,
} from './scenario.ts'

const assumeRole = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html'
const github = `arn:aws:iam::${here}:oidc-provider/token.actions.githubusercontent.com`
const cognito = 'cognito-identity.amazonaws.com'
const subject = 'token.actions.githubusercontent.com:sub'
const web = { as: github, action: 'sts:AssumeRoleWithWebIdentity', on: role } as const
const ssoRole = `arn:aws:iam::${here}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Finance_1`
const trusts = (Federated: string, more: ReturnType<typeof when> = {}) =>
  policy('trust', { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', ...more })
const webTrust = (operator: string, value: string) => trusts(github, when(operator, subject, value))

export const trustPolicies: RuleSection = {
  title: 'Assuming roles',
  rules: [
    {
      number: 34,
      says: 'In one account a trust policy that names the user or role is enough.',
      source: assumeRole,
      cases: [
        ['the user is named', { ...assume, policies: [trust({ AWS: user })] }, 'allowed'],
        [
          'the role of the caller is named',
          { ...assume, as: session, on: `${role}Admin`, policies: [trust({ AWS: role })] },
          'allowed',
        ],
      ],
    },
    {
      number: 35,
      says: 'One that names the account needs an Allow in an identity policy too.',
      source: assumeRole,
      cases: [
        ['none', { ...assume, policies: [trust({ AWS: here })] }, 'implicitDeny', ['identity']],
        ['with one', { ...assume, policies: [full, trust({ AWS: here })] }, 'allowed'],
      ],
    },
    {
      number: 36,
      says: 'The trust policy must always allow, even for administrators. It decides nothing but who assumes the role.',
      source: assumeRole,
      cases: [
        ['its Allow of another call', { policies: [policy('trust', allow('*', { Principal: '*' }))] }, 'implicitDeny'],
        ['its Deny of another call', { policies: [full, policy('trust', deny('*', { Principal: '*' }))] }, 'allowed'],
        ['it names another account', { ...assume, policies: [full, trust({ AWS: there })] }, 'implicitDeny', ['trust']],
        ['it was not given', { ...assume, policies: [full] }, 'implicitDeny', ['trust']],
      ],
    },
    {
      number: 37,
      says: 'Between accounts the trust policy and the caller’s identity policy must allow.',
      source: assumeRole,
      cases: [
        [
          'only the trust policy',
          { ...assume, as: foreigner, policies: [trust({ AWS: there })] },
          'implicitDeny',
          ['identity'],
        ],
        [
          'only the trust policy, the caller is named',
          { ...assume, as: foreigner, policies: [trust({ AWS: foreigner })] },
          'implicitDeny',
          ['identity'],
        ],
        ['both', { ...assume, as: foreigner, policies: [full, trust({ AWS: there })] }, 'allowed'],
      ],
    },
    {
      number: 38,
      says: 'A role that assumes itself must be named in its own trust policy.',
      source: 'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/',
      observed: true,
      cases: [
        ['it is not', { ...assume, as: session, policies: [full, trust({ AWS: user })] }, 'implicitDeny', ['trust']],
        ['it is', { ...assume, as: session, policies: [full, trust({ AWS: role })] }, 'allowed'],
      ],
    },
    {
      number: 39,
      says: 'With a web identity or SAML only the Federated principal counts; identity policies don’t matter.',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
      cases: [
        [
          'the user is named',
          {
            ...web,
            as: user,
            policies: [full, policy('trust', { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:*' })],
          },
          'implicitDeny',
          ['trust'],
        ],
        [
          'the provider is named',
          {
            ...web,
            policies: [trusts(github)],
          },
          'allowed',
        ],
        [
          'the issuer in the place of its ARN',
          { ...web, policies: [trusts('token.actions.githubusercontent.com')] },
          'implicitDeny',
          ['trust'],
        ],
        ['Cognito, which has no ARN', { ...web, as: cognito, policies: [trusts(cognito)] }, 'allowed'],
        [
          'Google, where Cognito is named',
          { ...web, as: 'accounts.google.com', policies: [trusts(cognito)] },
          'implicitDeny',
          ['trust'],
        ],
        ['identity policies that deny', { ...web, policies: [identity(deny('*')), trusts(github)] }, 'allowed'],
      ],
    },
    {
      number: 40,
      says: 'Under StringEquals a star in the subject is a star: only StringLike takes a pattern.',
      source: guide('id_roles_create_for-idp_oidc'),
      cases: [
        [
          'StringEquals',
          {
            ...web,
            context: { [subject]: 'repo:anycompany/web:ref:refs/heads/main' },
            policies: [webTrust('StringEquals', 'repo:anycompany/web:*')],
          },
          'implicitDeny',
          ['trust'],
        ],
        [
          'StringLike',
          {
            ...web,
            context: { [subject]: 'repo:anycompany/web:ref:refs/heads/main' },
            policies: [webTrust('StringLike', 'repo:anycompany/web:*')],
          },
          'allowed',
        ],
        [
          'the subject is not known',
          { ...web, partial: true, policies: [webTrust('StringLike', 'repo:anycompany/web:*')] },
          'undetermined',
        ],
      ],
    },
    {
      number: 41,
      says: 'Session tags and a source identity must be allowed on both sides.',
      source: guide('id_session-tags'),
      observed: true,
      cases: [
        [
          'only the trust policy',
          { ...assume, action: 'sts:TagSession', policies: [trust({ AWS: user })] },
          'implicitDeny',
          ['identity'],
        ],
        [
          'only the identity policy',
          { ...assume, action: 'sts:SetSourceIdentity', policies: [full, trust({ AWS: user })] },
          'implicitDeny',
          ['trust'],
        ],
        ['both', { ...assume, action: 'sts:TagSession', policies: [full, trust({ AWS: user })] }, 'allowed'],
      ],
    },
    {
      number: 42,
      says: 'sts:GetCallerIdentity needs no permission, and no Deny stops it.',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
      cases: [
        ['a Deny of everything', { action: 'sts:GetCallerIdentity', policies: [identity(deny('*'))] }, 'allowed'],
      ],
    },
    {
      number: 43,
      says: 'Without the external id the trust policy’s condition fails, and the message is a plain denial of sts:AssumeRole.',
      source: guide('id_roles_common-scenarios_third-party'),
      observed: true,
      cases: [
        [
          'none sent',
          { ...assume, policies: [trust({ AWS: user }, when('StringEquals', 'sts:ExternalId', 'x1'))] },
          'implicitDeny',
          ['trust'],
        ],
        [
          'the right one',
          {
            ...assume,
            context: { 'sts:ExternalId': 'x1' },
            policies: [trust({ AWS: user }, when('StringEquals', 'sts:ExternalId', 'x1'))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 44,
      says: 'A session of a session lasts an hour at most.',
      source: guide('id_roles'),
      cases: [],
      instead: 'No policy says so, and no policy can change it. The articles about role chaining explain it.',
    },
    {
      number: 45,
      says: 'Long-term keys and services send no aws:MultiFactorAuthPresent: “false” is not “absent”.',
      source: guide('reference_policies_condition-keys'),
      observed: true,
      cases: [
        [
          'Bool false, no key',
          { policies: [full, identity(deny('*', when('Bool', 'aws:MultiFactorAuthPresent', 'false')))] },
          'allowed',
        ],
        [
          'BoolIfExists false, no key',
          { policies: [full, identity(deny('*', when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false')))] },
          'explicitDeny',
          ['identity'],
        ],
        [
          'Bool false, signed in without MFA',
          {
            context: { 'aws:MultiFactorAuthPresent': 'false' },
            policies: [full, identity(deny('*', when('Bool', 'aws:MultiFactorAuthPresent', 'false')))],
          },
          'explicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 46,
      says: 'Roles of AWS services and of Identity Center cannot be changed, whatever a policy allows.',
      source: guide('id_roles_terms-and-concepts'),
      observed: true,
      cases: [
        ['a policy for one', { action: 'iam:PutRolePolicy', on: ssoRole, policies: [full] }, 'implicitDeny'],
        ['passing one', { action: 'iam:PassRole', on: ssoRole, policies: [full] }, 'implicitDeny'],
        ['reading one', { action: 'iam:GetRole', on: ssoRole, policies: [full] }, 'allowed'],
        [
          'deleting one through its service',
          {
            action: 'iam:DeleteServiceLinkedRole',
            on: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
            policies: [full],
          },
          'allowed',
        ],
        [
          'changing a managed policy of AWS',
          { action: 'iam:CreatePolicyVersion', on: 'arn:aws:iam::aws:policy/AdministratorAccess', policies: [full] },
          'implicitDeny',
        ],
        [
          'reading a managed policy of AWS',
          { action: 'iam:GetPolicy', on: 'arn:aws:iam::aws:policy/AdministratorAccess', policies: [full] },
          'allowed',
        ],
        [
          'someone’s own bucket, for comparison',
          { action: 's3:ListBucket', on: bucket, owner: here, policies: [identity(allow('s3:*'))] },
          'allowed',
        ],
      ],
    },
  ],
}
