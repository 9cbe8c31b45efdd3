import { parseArn } from '../../iam/index.ts'
import { namesInIssuer, type OidcIssuerRow, oidcIssuer, oidcIssuers } from '../../reference/index.ts'
import { evidenceIn, type TokenEvidence } from './evidence.ts'

/** Who made the token that a call came with, as far as the paste tells. */
export interface TokenMaker {
  readonly kind: 'kubernetes' | 'saml' | 'cognito' | 'other'
  /** "GitHub Actions"; undefined if nothing tells. */
  readonly name: string | undefined
  /** A statement of a trust policy that lets its tokens in, with the reader's names in angle brackets. */
  readonly statement: string
}

const cognito = 'cognito-identity.amazonaws.com'
const eks = 'oidc.eks.<REGION>.amazonaws.com/id/<CLUSTER_ID>'

/** Whose tokens the tools present whose errors, variables, and files a paste holds. The first that fits counts. */
const tools: readonly (readonly [pattern: RegExp, issuer: string])[] = [
  [
    /configure-aws-credentials|assume role with OIDC|\bgithub actions?\b|\bid-token: write\b|\bGITHUB_|ACTIONS_ID_TOKEN/i,
    'token.actions.githubusercontent.com',
  ],
  [/\bCI_JOB_JWT|\bid_tokens\b|\bgitlab[.-]/i, 'gitlab.com'],
  [/\bBITBUCKET_|bitbucket[.-]/i, 'api.bitbucket.org/2.0/workspaces/<WORKSPACE>/pipelines-config/identity/oidc'],
  [/\bCIRCLE_OIDC_TOKEN|\bcircleci\b/i, 'oidc.circleci.com/org/<ORG_ID>'],
  [/\bTFC_(?:AWS|WORKLOAD)_|app\.terraform\.io/, 'app.terraform.io'],
  [/\bbuildkite\b/i, 'agent.buildkite.com'],
  [/\bkube|\bEKS\b|\beksctl\b|\.eks\.|serviceaccount|WebIdentityErr|controller-runtime|Reconciler error/i, eks],
]

/** Longer pastes say it in their first part. */
const longest = 50_000

/** Reads who made the token of an AssumeRoleWithWebIdentity or AssumeRoleWithSAML call. */
export function tokenMaker(paste: string, action: string): TokenMaker {
  const text = paste.slice(0, longest)
  const evidence = evidenceIn(text)
  if (/SAML$/i.test(action)) return { kind: 'saml', name: undefined, statement: samlStatement(evidence) }
  if (/\bcognito\b|identity ?pool/i.test(text))
    return { kind: 'cognito', name: 'Amazon Cognito', statement: forSignedIn() }
  const told = evidence.issuer === undefined ? undefined : oidcIssuer(evidence.issuer)
  const form = tools.find(([pattern]) => pattern.test(text))?.[1]
  const issuer = told ?? oidcIssuers.find((row) => row.issuer === form)
  return {
    kind: issuer?.issuer.startsWith('oidc.eks.') ? 'kubernetes' : 'other',
    name: issuer?.name,
    statement: webIdentityStatement(issuer, evidence),
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html */
const samlStatement = (evidence: TokenEvidence): string =>
  written({
    Principal: { Federated: `${accountOf(evidence)}:saml-provider/<PROVIDER_NAME>` },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  })

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
function webIdentityStatement(issuer: OidcIssuerRow | undefined, evidence: TokenEvidence): string {
  const host = evidence.issuer ?? issuer?.issuer ?? '<ISSUER>'
  const names = issuer ? namesInIssuer(issuer, host) : new Map<string, string>()
  const named = (form: string): string => form.replaceAll(/<[^<>]+>/g, (hole) => names.get(hole) ?? hole)
  const subject = evidence.subject ?? filled(named(issuer?.subjects[0] ?? '<SUBJECT>'), evidence)
  return written({
    Principal: { Federated: `${accountOf(evidence)}:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${host}:aud`]: evidence.audience ?? named(issuer?.audience ?? '<AUDIENCE>'),
        [`${host}:sub`]: subject,
      },
    },
  })
}

/** The subject's form with the names that the paste tells. */
const filled = (form: string, { namespace, serviceAccount, repository }: TokenEvidence): string =>
  form
    .replace('<NAMESPACE>', namespace ?? '<NAMESPACE>')
    .replace('<SERVICE_ACCOUNT>', serviceAccount ?? '<SERVICE_ACCOUNT>')
    .replace('<OWNER>/<REPO>', repository ?? '<OWNER>/<REPO>')

function accountOf({ role }: TokenEvidence): string {
  const arn = parseArn(role ?? '')
  return `arn:${arn?.partition ?? 'aws'}:iam::${arn?.account ?? '<ACCOUNT_ID>'}`
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
const forSignedIn = (): string =>
  written({
    Principal: { Federated: cognito },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${cognito}:aud`]: '<IDENTITY_POOL_ID>' },
      'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
    },
  })

const written = (statement: object): string => JSON.stringify({ Effect: 'Allow', ...statement }, null, 2)
