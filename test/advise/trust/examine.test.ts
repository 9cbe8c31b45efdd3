// Mistakes in trust policies for identity providers, each with the change that fixes it and the answer of the whole diagnosis.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { evidenceIn } from '../../../src/advise/trust/evidence.ts'
import { examineTrust } from '../../../src/advise/trust/examine.ts'
import { applyEdit } from '../../../src/text/index.ts'
import { write } from '../../../src/words/index.ts'
import { diagnosisOf } from '../read-case.ts'

const gitHub = 'token.actions.githubusercontent.com'
const cluster = 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789'
const message = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
const job = (lines: string): string => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
${lines}    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: arn:aws:iam::111122223333:role/deploy
`

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>
interface Trust {
  readonly host?: string
  readonly action?: string
  readonly federated?: string
  readonly conditions: Conditions
}

const policy = ({ host = gitHub, action, federated, conditions }: Trust): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: federated ?? `arn:aws:iam::111122223333:oidc-provider/${host}` },
          Action: action ?? 'sts:AssumeRoleWithWebIdentity',
          Condition: conditions,
        },
      ],
    },
    null,
    2,
  )

const subject = (value: string, operator = 'StringEquals', host = gitHub): Conditions => ({
  StringEquals: {
    [`${host}:aud`]: 'sts.amazonaws.com',
    ...(operator === 'StringEquals' ? { [`${host}:sub`]: value } : {}),
  },
  ...(operator === 'StringEquals' ? {} : { [operator]: { [`${host}:sub`]: value } }),
})

const pod = (value: string): Trust => ({ host: cluster, conditions: subject(value, 'StringEquals', cluster) })
const trustOf = (host: string, claims: Readonly<Record<string, string>>, operator = 'StringEquals'): Trust => ({
  host,
  conditions: {
    [operator]: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${host}:${claim}`, value])),
  },
})
const sentSubject = (value: string): string => `"iss": "https://${gitHub}", "sub": "${value}"`

/** The mistake, the policy, the text pasted with the message, the finding, and a text that the fixed policy contains. */
const fixedPolicies: readonly (readonly [string, Trust, string, string, string])[] = [
  [
    'a key that begins with the provider’s ARN',
    {
      host: cluster,
      conditions: {
        StringEquals: { [`arn:aws:iam::111122223333:oidc-provider/${cluster}:sub`]: 'system:serviceaccount:a:b' },
      },
    },
    '',
    'key-never-present',
    `"${cluster}:sub"`,
  ],
  [
    'a key of another cluster',
    {
      host: cluster,
      conditions: {
        StringEquals: {
          'oidc.eu-west-1.eks.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789:sub': 'system:serviceaccount:a:b',
        },
      },
    },
    '',
    'key-never-present',
    `"${cluster}:sub"`,
  ],
  [
    'a key with https://',
    { conditions: { StringEquals: { [`https://${gitHub}:sub`]: 'repo:o/r:pull_request' } } },
    '',
    'key-never-present',
    `"${gitHub}:sub"`,
  ],
  [
    'a claim that AWS doesn’t map',
    { conditions: { StringEquals: { [`${gitHub}:iss`]: 'x', [`${gitHub}:sub`]: 'repo:o/r:pull_request' } } },
    '',
    'key-never-present',
    '"repo:o/r:pull_request"',
  ],
  [
    'sts:AssumeRole for a provider',
    { action: 'sts:AssumeRole', conditions: subject('repo:o/r:*', 'StringLike') },
    '',
    'wrong-operation',
    '"sts:AssumeRoleWithWebIdentity"',
  ],
  [
    'a provider of another account',
    { federated: `arn:aws:iam::444455556666:oidc-provider/${gitHub}`, conditions: subject('repo:o/r:*', 'StringLike') },
    'role: arn:aws:iam::111122223333:role/deploy',
    'provider-of-another-account',
    `iam::111122223333:oidc-provider/${gitHub}`,
  ],
  [
    'a scheme in the provider',
    {
      federated: `arn:aws:iam::111122223333:oidc-provider/https://${gitHub}`,
      conditions: subject('repo:o/r:*', 'StringLike'),
    },
    '',
    'scheme-in-provider',
    `"arn:aws:iam::111122223333:oidc-provider/${gitHub}"`,
  ],
  ['a star under StringEquals', { conditions: subject('repo:o/r:*') }, '', 'wildcard', '"StringLike"'],
  [
    'a branch, and an environment in the job',
    { conditions: subject('repo:o/r:ref:refs/heads/main') },
    job('    environment: production\n'),
    'environment',
    '"repo:o/r:environment:production"',
  ],
  [
    'a branch, and an environment with a name below',
    { conditions: subject('repo:o/r:ref:refs/heads/main') },
    job('    environment:\n      name: staging\n'),
    'environment',
    '"repo:o/r:environment:staging"',
  ],
  [
    'another environment',
    { conditions: subject('repo:o/r:environment:prod') },
    job('    environment: production\n'),
    'environment',
    '"repo:o/r:environment:production"',
  ],
  ['no type of ref', { conditions: subject('repo:o/r:main') }, '', 'subject-form', '"repo:o/r:ref:refs/heads/main"'],
  [
    'no repo: in front',
    { conditions: subject('o/r:ref:refs/heads/main') },
    '',
    'subject-form',
    '"repo:o/r:ref:refs/heads/main"',
  ],
  ['a URL', { conditions: subject('https://github.com/o/r', 'StringLike') }, '', 'subject-form', '"repo:o/r:*"'],
  [
    'a repository in another case',
    { conditions: subject('repo:Org/App:*', 'StringLike') },
    'GITHUB_REPOSITORY=org/App',
    'case',
    '"repo:org/App:*"',
  ],
  [
    'IDs in the token',
    { conditions: subject('repo:o/r:*', 'StringLike') },
    sentSubject('repo:o@12/r@34:ref:refs/heads/main'),
    'immutable-subject',
    '"repo:o@12/r@34:*"',
  ],
  [
    'another subject in the token',
    { conditions: subject('repo:o/r:ref:refs/heads/main') },
    sentSubject('repo:o/r:ref:refs/heads/dev'),
    'subject',
    '"repo:o/r:ref:refs/heads/dev"',
  ],
  [
    'another audience in the workflow',
    {
      conditions: {
        StringEquals: { [`${gitHub}:aud`]: 'https://github.com/o' },
        StringLike: { [`${gitHub}:sub`]: 'repo:o/r:*' },
      },
    },
    job(''),
    'audience',
    '"sts.amazonaws.com"',
  ],
  [
    'a misspelled audience',
    { host: cluster, conditions: { StringEquals: { [`${cluster}:aud`]: 'sts.amazon.com' } } },
    '',
    'audience',
    '"sts.amazonaws.com"',
  ],
  [
    'a service account under the audience',
    { host: cluster, conditions: { StringEquals: { [`${cluster}:aud`]: 'system:serviceaccount:web:api' } } },
    '',
    'subject-under-audience',
    `"${cluster}:sub": "system:serviceaccount:web:api"`,
  ],
  [
    'GitLab: the project under the audience',
    trustOf('gitlab.com', { aud: 'project_path:g/p:ref_type:branch:ref:main' }),
    '',
    'subject-under-audience',
    '"gitlab.com:sub": "project_path:g/p:ref_type:branch:ref:main"',
  ],
  [
    'GitHub: the repository under the audience',
    trustOf(gitHub, { aud: 'repo:o/r:*' }, 'StringLike'),
    '',
    'subject-under-audience',
    `"${gitHub}:sub": "repo:o/r:*"`,
  ],
  [
    'GitHub: an owner in another case, with every repository',
    { conditions: subject('repo:acme/*', 'StringLike') },
    'https://github.com/Acme/site/actions/runs/123',
    'case',
    '"repo:Acme/*"',
  ],
  [
    'another namespace',
    pod('system:serviceaccount:default:app'),
    'kind: ServiceAccount\nmetadata:\n  name: app\n  namespace: prod\n',
    'service-account',
    '"system:serviceaccount:prod:app"',
  ],
  [
    'another service account',
    pod('system:serviceaccount:prod:app'),
    'spec:\n  serviceAccountName: worker\n',
    'service-account',
    '"system:serviceaccount:prod:worker"',
  ],
  ['a service account without its prefix', pod('prod:app'), '', 'subject-form', '"system:serviceaccount:prod:app"'],
  [
    'GitLab: refs/heads/ in the ref',
    {
      host: 'gitlab.com',
      conditions: { StringEquals: { 'gitlab.com:sub': 'project_path:g/p:ref_type:branch:ref:refs/heads/main' } },
    },
    '',
    'subject-form',
    '"project_path:g/p:ref_type:branch:ref:main"',
  ],
  [
    'HCP Terraform: no project in the subject',
    trustOf('app.terraform.io', { sub: 'organization:acme:workspace:prod:run_phase:*' }, 'StringLike'),
    '',
    'subject-form',
    '"organization:acme:project:*:workspace:prod:run_phase:*"',
  ],
  [
    'HCP Terraform: the audience of other issuers',
    trustOf('app.terraform.io', { aud: 'sts.amazonaws.com', sub: 'organization:acme:project:p:*' }, 'StringLike'),
    '',
    'audience',
    '"aws.workload.identity"',
  ],
  [
    'CircleCI: the audience is the organization, which the issuer names',
    trustOf('oidc.circleci.com/org/1234', { aud: 'sts.amazonaws.com' }),
    '',
    'audience',
    '"oidc.circleci.com/org/1234:aud": "1234"',
  ],
  [
    'CircleCI: a subject without the user',
    trustOf('oidc.circleci.com/org/1234', { sub: 'org/1234/project/56' }),
    '',
    'subject-form',
    '"org/1234/project/56/*"',
  ],
  [
    'Buildkite: a subject without commit and step',
    trustOf('agent.buildkite.com', { sub: 'organization:acme:pipeline:app:ref:main' }),
    '',
    'subject-form',
    '"organization:acme:pipeline:app:ref:main:*"',
  ],
  [
    'Bitbucket: a UUID without braces',
    trustOf('api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', {
      sub: '12345678-90ab-cdef-1234-567890abcdef:*',
    }),
    '',
    'subject-form',
    '"{12345678-90ab-cdef-1234-567890abcdef}:*"',
  ],
  [
    'Vercel: keys of the global issuer',
    {
      host: 'oidc.vercel.com/acme',
      conditions: { StringEquals: { 'oidc.vercel.com:sub': 'owner:acme:project:p:environment:production' } },
    },
    '',
    'key-never-present',
    '"oidc.vercel.com/acme:sub"',
  ],
  [
    'GitLab: a claim that sub holds',
    { host: 'gitlab.com', conditions: { StringEquals: { 'gitlab.com:project_path': 'acme/app' } } },
    '',
    'key-never-present',
    '"gitlab.com:sub": "project_path:acme/app:*"',
  ],
  [
    'GitHub: an owner in a claim of its own',
    { conditions: { StringEquals: { [`${gitHub}:repository_owner`]: 'acme' } } },
    '',
    'key-never-present',
    '"repo:acme/*"',
  ],
  [
    'Microsoft Entra ID: the slash at the end is missing, and oid isn’t a key',
    {
      host: 'sts.windows.net/11111111-2222-3333-4444-555555555555/',
      conditions: {
        StringEquals: {
          'sts.windows.net/11111111-2222-3333-4444-555555555555:aud': 'api://app',
          'sts.windows.net/11111111-2222-3333-4444-555555555555/:oid': 'abc',
        },
      },
    },
    '',
    'key-never-present',
    '"sts.windows.net/11111111-2222-3333-4444-555555555555/:aud"',
  ],
  [
    'Google: the audience that a program asked for',
    { federated: 'accounts.google.com', conditions: { StringEquals: { 'accounts.google.com:aud': 'my-app' } } },
    '',
    'requested-audience',
    '"accounts.google.com:oaud"',
  ],
  [
    'Cognito: amr in another case',
    {
      federated: 'cognito-identity.amazonaws.com',
      conditions: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:1234' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'Authenticated' },
      },
    },
    '',
    'case',
    '"authenticated"',
  ],
  [
    'SAML: another audience',
    {
      federated: 'arn:aws:iam::111122223333:saml-provider/Idp',
      action: 'sts:AssumeRoleWithSAML',
      conditions: { StringEquals: { 'SAML:aud': 'https://signin.aws.com/saml' } },
    },
    '',
    'audience',
    '"https://signin.aws.amazon.com/saml"',
  ],
  [
    'SAML: a key of another provider',
    {
      federated: 'arn:aws:iam::111122223333:saml-provider/Idp',
      action: 'sts:AssumeRoleWithSAML',
      conditions: { StringEquals: { 'sso.example.com:aud': 'x' } },
    },
    '',
    'key-never-present',
    '"SAML:aud"',
  ],
]

const examine = (trust: Trust, paste: string) =>
  examineTrust([{ type: 'trust', text: policy(trust) }], evidenceIn(paste)).flatMap(({ findings }) => findings)

describe('a mistake in a trust policy', () => {
  it.each(fixedPolicies)('%s', (_, trust, paste, code, after) => {
    const finding = examine(trust, paste).find((each) => each.code === code)
    expect(finding).toBeDefined()
    const [first, ...more] = finding?.changes ?? []
    const text = first ? applyEdit(policy(trust), { title: '', changes: [first, ...more] }) : ''
    expect(text).toContain(after)
    expect(() => JSON.parse(text)).not.toThrow()
  })

  it.each(fixedPolicies)('%s: the whole diagnosis names it and proves the change', async (_, trust, paste) => {
    const error =
      trust.action === 'sts:AssumeRoleWithSAML' ? 'Not authorized to perform sts:AssumeRoleWithSAML' : message
    const { cause, fixes } = await diagnosisOf(`${error}\n\n${paste}`, [
      { name: 'Trust', type: 'trust', text: policy(trust) },
    ])
    expect(cause.id).toBe('web-identity-trust')
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
    expect(fixes[0]?.proof.before.decision).toMatch(/implicitDeny|undetermined/)
  })

  it.each<readonly [string, Trust, string]>([
    ['a flawless policy', { conditions: subject('repo:o/r:*', 'StringLike') }, ''],
    [
      'the environment that the job has',
      { conditions: subject('repo:o/r:environment:production') },
      job('    environment: production\n'),
    ],
    ['a branch without a job', { conditions: subject('repo:o/r:ref:refs/heads/main') }, ''],
    [
      'an environment of another job',
      { conditions: subject('repo:o/r:ref:refs/heads/main') },
      `${job('')}  other:\n    runs-on: x\n    environment: prod\n    steps:\n      - run: x\n`,
    ],
    [
      'a claim that AWS maps',
      {
        conditions: {
          StringEquals: { [`${gitHub}:repository_owner_id`]: '1', [`${gitHub}:sub`]: 'repo:o/r:pull_request' },
        },
      },
      '',
    ],
    [
      'a subject of HCP Terraform',
      trustOf('app.terraform.io', { sub: 'organization:acme:project:*:workspace:w:run_phase:*' }, 'StringLike'),
      '',
    ],
    [
      'all subjects of an organization',
      trustOf('agent.buildkite.com', { sub: 'organization:acme:*' }, 'StringLike'),
      '',
    ],
    ['an audience that a customer chose', trustOf('oidc.circleci.com/org/1234', { aud: 'my-audience' }), ''],
    ['an issuer that the table doesn’t know', trustOf('id.example.com', { aud: 'sts.amazonaws.com', sub: 'x' }), ''],
    [
      'a key with IfExists',
      { conditions: { ...subject('repo:o/r:*', 'StringLike'), StringEqualsIfExists: { [`${gitHub}:iss`]: 'x' } } },
      '',
    ],
    ['keys in another case', { conditions: { StringLike: { [`${gitHub.toUpperCase()}:SUB`]: 'repo:o/r:*' } } }, ''],
    ['a pod’s service account', pod('system:serviceaccount:prod:app'), 'serviceAccountName: app\nnamespace: prod\n'],
    [
      'a Regional audience of SAML',
      {
        federated: 'arn:aws:iam::111122223333:saml-provider/Idp',
        action: 'sts:AssumeRoleWithSAML',
        conditions: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
      },
      '',
    ],
  ])('%s has none', (_, trust, paste) => {
    expect(examine(trust, paste)).toEqual([])
  })

  it('is told without a change where only the reader knows the right value', () => {
    const found = examine(
      {
        host: 'cognito-identity.amazonaws.com',
        federated: 'cognito-identity.amazonaws.com',
        conditions: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1_AbCdEfGhI' } },
      },
      '',
    )
    expect(found).toMatchObject([{ code: 'user-pool-audience', changes: [] }])
  })

  it.each<readonly [string, Trust, string]>([
    [
      'Google: an email address as the subject',
      trustOf('accounts.google.com', { sub: 'app@p.iam.gserviceaccount.com' }),
      'subject-form',
    ],
    [
      'Bitbucket: names instead of UUIDs',
      trustOf('api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', { sub: 'acme/app:*' }),
      'subject-form',
    ],
    [
      'Bitbucket: an audience with a UUID that only the reader knows',
      trustOf('api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', { aud: 'sts.amazonaws.com' }),
      'audience',
    ],
    ['Buildkite: no subject', trustOf('agent.buildkite.com', { aud: 'sts.amazonaws.com' }), 'demanded-condition'],
  ])('%s: says what to write, and changes nothing', (_, trust, code) => {
    const federated = trust.host === 'accounts.google.com' ? { federated: 'accounts.google.com' } : {}
    const found = examine({ ...trust, ...federated }, '').find((each) => each.code === code)
    expect(found?.changes).toEqual([])
    expect(write(found?.change ?? '')).toMatch(/^(?:Put|Write|Add) /)
  })

  it('doesn’t offer to let pull requests in', () => {
    const found = examine({ conditions: subject('repo:o/r:ref:refs/heads/main') }, sentSubject('repo:o/r:pull_request'))
    expect(found).toMatchObject([{ code: 'subject', certain: true, changes: [] }])
  })
})

describe('the caller where none is named', () => {
  it('is the provider of the pasted trust policy', async () => {
    const { request, cause } = await diagnosisOf(message, [
      { name: 'Trust', type: 'trust', text: policy({ conditions: subject('repo:o/r:*', 'StringLike') }) },
    ])
    expect(request?.principal).toBe(`arn:aws:iam::111122223333:oidc-provider/${gitHub}`)
    expect(cause).toMatchObject({ id: 'web-identity-trust', certainty: 'likely' })
    expect(cause.explanation).toContain('matches `repo:o/r:*`')
  })

  it('is the one that the workflow belongs to, among several', async () => {
    const [eks, actions] = [
      policy(pod('system:serviceaccount:a:b')),
      policy({ conditions: subject('repo:o/r:*', 'StringLike') }),
    ]
    const { request } = await diagnosisOf(
      `${message}\n\n${job('')}`,
      [eks, actions].map((text, i) => ({ name: `Trust ${i}`, type: 'trust' as const, text })),
    )
    expect(request?.principal).toContain(gitHub)
  })
})

test('the examination takes any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (key, value, paste) => {
      const text = policy({
        conditions: { StringEquals: { [`${gitHub}:${key}`]: value, [key]: value, [`${gitHub}:sub`]: value } },
      })
      for (const { findings } of examineTrust([{ type: 'trust', text }], evidenceIn(paste)))
        for (const { changes } of findings)
          for (const change of changes)
            expect(() => JSON.parse(applyEdit(text, { title: '', changes: [change] }))).not.toThrow()
    }),
    { seed: 17, numRuns: 300 },
  )
})
