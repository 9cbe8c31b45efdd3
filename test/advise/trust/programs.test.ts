// Trust policies that programs write in parts, and statements for several providers.
import { answerAll, type Row } from '../answer-rows.ts'

const webIdentity = 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity'
const pool =
  'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.'
const conditions = `{
  StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.ref },
  'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
}`

const programs: readonly Row[] = [
  [
    'a principal in a variable, without its action',
    `${pool}\n\nconst signedIn = new iam.FederatedPrincipal('cognito-identity.amazonaws.com', ${conditions});\n\nconst role = new iam.Role(this, 'SignedIn', {\n  assumedBy: signedIn,\n});`,
    'web-identity-trust',
    ['The statement allows sts:AssumeRole, and the token', 'the third argument is the action'],
    ['does not let the service'],
  ],
  [
    'a principal in a variable, in Python',
    `${webIdentity}\n\ntrusted = iam.WebIdentityPrincipal("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", {\n    "StringEquals": {"token.actions.githubusercontent.com:sub": "repo:example-org/app:*"},\n})\n\nrole = iam.Role(self, "Deploy", assumed_by=trusted)`,
    'web-identity-trust',
    ['A wildcard under StringEquals'],
  ],
  [
    'a part of a class, with imported names',
    `${pool} (unauthenticated user)\n\n      guests: new Role(this, 'Guests', {\n        assumedBy: new FederatedPrincipal('cognito-identity.amazonaws.com', ${conditions}, 'sts:AssumeRoleWithWebIdentity'),\n      }),`,
    'web-identity-trust',
    ['a guest asked for it', 'must say `unauthenticated`'],
  ],
  [
    'a principal with conditions, without its action',
    `${webIdentity}\n\nconst role = new iam.Role(this, 'R', {\n  assumedBy: new iam.PrincipalWithConditions(\n    new iam.FederatedPrincipal('arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'),\n    { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example-org/app:*' } },\n  ),\n});`,
    'web-identity-trust',
    ['Make the principal one that takes tokens: WebIdentityPrincipal'],
  ],
]

const eks = 'oidc.eks.eu-west-1.amazonaws.com/id'
const federated = (id: string): string => `arn:aws:iam::111122223333:oidc-provider/${eks}/${id}`
const trusts = (condition: object, providers: readonly string[] = ['AAAA', 'BBBB']): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: providers.map(federated) },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: condition,
        },
      ],
    },
    null,
    2,
  )
const sub = 'system:serviceaccount:apps:web'

const providers: readonly Row[] = [
  [
    'keys of both in one block',
    `${webIdentity}\n\n${trusts({ StringEquals: { [`${eks}/AAAA:sub`]: sub, [`${eks}/BBBB:sub`]: sub } })}`,
    'web-identity-trust',
    ['claims of two providers', 'Write one statement for each provider', `"Federated": "${federated('BBBB')}"`],
    ['belongs to another provider', `Change \`${eks}/BBBB:sub\``],
  ],
  [
    'keys of both in two blocks',
    `${webIdentity}\n\n${trusts({ StringEquals: { [`${eks}/AAAA:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${eks}/BBBB:sub`]: 'system:serviceaccount:apps:*' } })}`,
    'web-identity-trust',
    ['claims of two providers'],
  ],
  [
    'conditions that pass without the key',
    `${webIdentity}\n\n${trusts({ StringEqualsIfExists: { [`${eks}/AAAA:amr`]: 'x', [`${eks}/BBBB:amr`]: 'x' } })}`,
    'web-identity-trust',
    ['has no mistake that shows'],
  ],
  [
    'a key of a provider that the statement doesn’t trust',
    `${webIdentity}\n\n${trusts({ StringEquals: { [`${eks}/BBBB:sub`]: sub } }, ['AAAA'])}`,
    'web-identity-trust',
    ['The condition key belongs to another provider than the Principal'],
  ],
]

const inCluster =
  'WebIdentityErr: failed to retrieve credentials caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity'
const module = (list: string, entry: string, more = ''): string =>
  `module "irsa" {\n  source    = "terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts-eks"\n  role_name = "app"\n${more}  ${list} = ["${entry}"]\n}`

const modules: readonly Row[] = [
  [
    'a wildcard',
    `${inCluster}\n\n${module('namespace_service_accounts', 'shop:web-*')}`,
    'trust-does-not-name-caller',
    ['The module writes StringEquals', 'assume_role_condition_test = "StringLike"'],
  ],
  [
    'a wildcard with the right operator',
    `${inCluster}\n\n${module('namespace_service_accounts', 'shop:web-*', '  assume_role_condition_test = "StringLike"\n')}`,
    'trust-does-not-name-caller',
    [],
    ['The module writes StringEquals'],
  ],
  [
    'a wildcard in a list of whole subjects',
    `${inCluster}\n\n${module('oidc_fully_qualified_subjects', 'system:serviceaccount:shop:web-*')}`,
    'trust-does-not-name-caller',
    ['oidc_subjects_with_wildcards'],
  ],
  [
    'another namespace, on the command line',
    `${inCluster}\n\n${module('oidc_fully_qualified_subjects', 'system:serviceaccount:shop:web')}\n\n$ helm install web --namespace store charts/web`,
    'trust-does-not-name-caller',
    ['the pod runs in the namespace `store`', 'Write `system:serviceaccount:store:web`'],
  ],
  [
    'another name, and locals',
    `${inCluster}\n\nlocals {\n  space = "shop"\n  account = "web"\n}\n\n${module('oidc_fully_qualified_subjects', 'system:serviceaccount:${local.space}:${local.account}')}\n\nserviceAccountName: web-chart\nnamespace: shop`,
    'trust-does-not-name-caller',
    ['the pod runs as `shop:web-chart`'],
  ],
  [
    'the same names',
    `${inCluster}\n\n${module('namespace_service_accounts', 'shop:web')}\n\nserviceAccountName: web\nnamespace: shop`,
    'trust-does-not-name-caller',
    [],
    ['The role trusts another service account'],
  ],
  [
    'a name from elsewhere',
    `${inCluster}\n\n${module('namespace_service_accounts', '${var.space}:web')}\n\nserviceAccountName: web-chart\nnamespace: shop`,
    'trust-does-not-name-caller',
    [],
    ['The role trusts another service account'],
  ],
]

answerAll([
  ['modules for service accounts', modules],
  ['principals of programs', programs],
  ['several providers in one statement', providers],
])
