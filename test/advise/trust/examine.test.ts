// Mistakes in trust policies for identity providers, each with the change that fixes it and the answer of the whole diagnosis.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { evidenceIn } from '../../../src/advise/trust/evidence.ts'
import { examineTrust } from '../../../src/advise/trust/examine.ts'
import { applyEdit } from '../../../src/text/index.ts'
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
    expect(fixes[0]?.proof.after.decision).toMatch(/allowed|undetermined/)
    expect(fixes[0]?.proof.before.decision).toBe('implicitDeny')
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
