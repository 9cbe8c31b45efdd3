// Kinds of pastes about trust, federation, and sign-in that public reports showed: the cause, and words that the answer must and mustn’t have.
import { answerAll, type Row } from '../answer-rows.ts'

const webIdentity =
  'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity'
const rejected = (text: string): string =>
  `An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: ${text}`
const noProvider = (issuer: string): string => rejected(`No OpenIDConnect provider found in your account for ${issuer}`)

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
// biome-ignore format: one row per line
const rejectedTokens: readonly Row[] = [
  ['no provider for a cluster', noProvider('https://oidc.eks.us-east-1.amazonaws.com/id/XXX'), 'credential-problem', ['no identity provider', 'eksctl utils associate-iam-oidc-provider'], ['Renew the credentials']],
  ['no provider for GitHub, without the code', 'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com', 'credential-problem', ['--url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com'], ['Renew the credentials']],
  ['no provider for an unknown issuer', noProvider('https://studio.example.com/api.'), 'credential-problem', ['--url https://studio.example.com/api --client-id-list <AUDIENCE>']],
  ['an audience that the provider lacks', `${rejected('Incorrect token audience')}\n\nUrl: https://oidc.eks.eu-west-1.amazonaws.com/id/0A\nClientIdList:\n  - sts.amazon.com`, 'credential-problem', ['doesn’t list the token’s audience', 'list `sts.amazon.com`', '--client-id sts.amazonaws.com']],
  ['the same in Terraform, without the code', 'Error: Incorrect token audience\n\nclient_id_list = ["sigstore"]\nuses: aws-actions/configure-aws-credentials@v1', 'credential-problem', ['list `sigstore`', '--client-id sts.amazonaws.com']],
  ['the same, and the provider’s ARN is there', `${rejected('Incorrect token audience')} arn:aws:iam::111122223333:oidc-provider/gitlab.com`, 'credential-problem', ['--open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/gitlab.com --client-id <AUDIENCE>']],
  ['keys that AWS couldn’t get', rejected("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"), 'credential-problem', ['couldn’t get the issuer’s keys', '/.well-known/openid-configuration']],
  ['a token without an audience', rejected('Missing a required claim: aud'), 'credential-problem', ['The token has no aud', 'id_tokens']],
]

const cluster = 'oidc.eks.us-west-2.amazonaws.com/id/2ECAF266B92C0DF862D8050278168000'
const trusting = (federated: string, host: string, sub: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: federated },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: sub } },
      },
    ],
  })
const controller = 'system:serviceaccount:kube-system:controller'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// biome-ignore format: one row per line
const providers: readonly Row[] = [
  ['the issuer in the place of the provider’s ARN', `${webIdentity}\n\n${trusting(cluster, cluster, controller)}`, 'web-identity-trust', ['Federated holds the issuer, not the provider’s ARN', `arn:aws:iam::<ACCOUNT_ID>:oidc-provider/${cluster}`]],
  ['the same, and the role’s account is known', `${webIdentity} arn:aws:iam::111122223333:role/controller\n\n${trusting(cluster, cluster, controller)}`, 'web-identity-trust', [`"arn:aws:iam::111122223333:oidc-provider/${cluster}"`]],
  ['the issuer’s URL, for GitHub', `${webIdentity} arn:aws:iam::111122223333:role/deploy\n\n${trusting('https://token.actions.githubusercontent.com', 'token.actions.githubusercontent.com', 'repo:acme/shop:ref:refs/heads/main')}`, 'web-identity-trust', ['"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"']],
  ['the ARN without its beginning', `${webIdentity} arn:aws-us-gov:iam::111122223333:role/deploy\n\n${trusting('oidc-provider/gitlab.com', 'gitlab.com', 'project_path:acme/shop:ref_type:branch:ref:main')}`, 'web-identity-trust', ['"arn:aws-us-gov:iam::111122223333:oidc-provider/gitlab.com"']],
  ['an issuer that AWS knows by name stays', `${webIdentity}\n\n${trusting('accounts.google.com', 'accounts.google.com', '1234')}`, 'web-identity-trust', [], ['not the provider’s ARN']],
]

const trusts = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })
const ec2 = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }
const saml =
  'Not authorized to perform sts:AssumeRoleWithSAML (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 1)'
const logins = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRoleWithSAML', Resource: '*' }],
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html
// biome-ignore format: one row per line
const noProviders: readonly Row[] = [
  ['a role of instances, and a pod’s token', `WebIdentityErr: failed to retrieve credentials\n${webIdentity}\n\n${trusts(ec2)}`, 'web-identity-trust', ['names no identity provider', 'lets in only ec2.amazonaws.com', 'oidc.eks.<REGION>.amazonaws.com/id/<CLUSTER_ID>:sub', 'system:serviceaccount:<NAMESPACE>:<SERVICE_ACCOUNT>']],
  ['the same in Terraform, next to a policy that can’t be read', `${webIdentity}\n\nresource "aws_iam_policy" "a" {\n  policy = file("a.json")\n}\n\nresource "aws_iam_role" "a" {\n  assume_role_policy = <<EOF\n${trusts(ec2)}\nEOF\n}`, 'web-identity-trust', ['names no identity provider'], ['doesn’t decide']],
  ['the same, and a manifest has the names', `${webIdentity}\nkind: ServiceAccount\nmetadata:\n  name: api\n  namespace: shop\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/api\n\n${trusts(ec2)}`, 'web-identity-trust', ['system:serviceaccount:shop:api', 'arn:aws:iam::111122223333:oidc-provider/oidc.eks']],
  ['a role of users, and a workflow’s token', `Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\n${trusts({ ...ec2, Principal: { AWS: 'arn:aws:iam::111122223333:root' } })}`, 'web-identity-trust', ['probably one of GitHub Actions', 'token.actions.githubusercontent.com:sub', 'repo:<OWNER>'], ['lets in only']],
  ['a role of users, and an assertion', `${saml}\n\n${trusts({ ...ec2, Principal: { AWS: 'arn:aws:iam::111122223333:user/a' } })}`, 'web-identity-trust', ['a SAML assertion', ':saml-provider/<PROVIDER_NAME>', 'https://signin.aws.amazon.com/saml']],
  ['a statement for everyone may let the token in', `${webIdentity}\n\n${trusts({ ...ec2, Principal: '*' })}`, 'trust-does-not-name-caller', [], ['names no identity provider']],
  ['no trust policy, and an assertion', `${saml}\n\n${JSON.stringify(logins)}`, 'trust-does-not-name-caller', ['isn’t a trust policy', 'Role attribute', ':saml-provider/<PROVIDER_NAME>'], ['branch']],
  ['no trust policy, and a pod’s token', `kubectl logs controller\n${webIdentity}`, 'trust-does-not-name-caller', ['another namespace or as another service account', 'system:serviceaccount:<NAMESPACE>'], ['branch']],
  ['no trust policy, and a job of GitLab', `id_tokens:\n  AWS_TOKEN:\n    aud: https://gitlab.com\n${webIdentity}`, 'trust-does-not-name-caller', ['"gitlab.com:sub": "project_path:<GROUP>/<PROJECT>:ref_type:branch:ref:<BRANCH>"', '"gitlab.com:aud": "https://gitlab.com"']],
]

const pool =
  'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.'
const users = (key: string, indent: string): string =>
  [
    'AuthRole:',
    '  Type: AWS::IAM::Role',
    '  Properties:',
    '    AssumeRolePolicyDocument:',
    '      Statement:',
    '        - Effect: Allow',
    '          Principal: { Federated: cognito-identity.amazonaws.com }',
    '          Action: sts:AssumeRoleWithWebIdentity',
    '          Condition:',
    '            ForAnyValue:StringLike:',
    `              "${key}": authenticated`,
  ]
    .map((line) => indent + line)
    .join('\n')
const role = [
  'Role:',
  '  Type: AWS::IAM::Role',
  '  Properties:',
  '    AssumeRolePolicyDocument:',
  '      Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: "sts:AssumeRole" }]',
].join('\n')
const creating =
  'User: arn:aws:iam::111122223333:user/dev is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/app'

// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
// biome-ignore format: one row per line
const templates: readonly Row[] = [
  ['an error that looks like a member of the YAML below it', `${pool}\n\n${users('cognito-identity.amazon.com:amr', '')}`, 'web-identity-trust', ['belongs to another provider', '`cognito-identity.amazonaws.com:amr`']],
  ['the same, and the YAML is indented', `${pool}\n\n${users('cognito-identity.amazon.com:amr', '    ')}`, 'web-identity-trust', ['belongs to another provider']],
  ['another error of that form', `AccessDenied: ${creating}\n${role}`, 'no-identity-allow', ['iam:CreateRole']],
  ['one that ends in Error', `ClientError: "An error occurred (AccessDenied) when calling the CreateRole operation: ${creating}"\n${role}`, 'no-identity-allow', ['iam:CreateRole']],
  ['a template behind a workflow’s step, with nothing but an empty line between', `${webIdentity}\n\n      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          audience: sts.amazonaws.com:oidc\n\nTrust:\n  Statement:\n    - Effect: Allow\n      Action: sts:AssumeRoleWithWebIdentity\n      Principal:\n        Federated: arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\n      Condition:\n        StringEquals:\n          token.actions.githubusercontent.com:aud: sts.amazonaws.com`, 'web-identity-trust', ['The audience in the policy isn’t the token’s', 'Remove the line with `audience`']],
  ['a pool’s error alone', pool, 'trust-does-not-name-caller', ['"Federated": "cognito-identity.amazonaws.com"', '<IDENTITY_POOL_ID>', 'set for guests'], ['as its Principal; the role']],
]

const hop = 'arn:aws:iam::111122223333:role/hop'
const session = (action: string, target = '111122223333'): string =>
  `User: arn:aws:sts::111122223333:assumed-role/hop/run is not authorized to perform: ${action} on resource: arn:aws:iam::${target}:role/target`
const letsHop = (principal: string, more: object = {}): string =>
  trusts({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', ...more })
const withId = { Condition: { StringEquals: { 'sts:ExternalId': 'k-17' } } }
const assumes = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
// biome-ignore format: one row per line
const sessions: readonly Row[] = [
  ['a source identity, and the statement asks for an external ID', `${session('sts:SetSourceIdentity')}\n\n${letsHop(hop, withId)}`, 'trust-does-not-name-caller', ['It keeps its conditions', '"sts:ExternalId": "k-17"', '"sts:SetSourceIdentity"']],
  ['session tags, and the statement names the account and an organization', `${session('sts:TagSession', '444455556666')}\n\n${letsHop('arn:aws:iam::111122223333:root', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })}`, 'trust-does-not-name-caller', ['"aws:PrincipalOrgID": "o-a1b2c3d4e5"', '"sts:TagSession"', 'along from role to role']],
  ['session tags, and the statement has several actions', `${session('sts:TagSession')}\n\n${letsHop(hop, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })}`, 'trust-does-not-name-caller', ['"sts:SetSourceIdentity",\n    "sts:TagSession"']],
  ['the trust policy lets another role in', `${session('sts:TagSession')}\n\n${letsHop('arn:aws:iam::111122223333:role/other', withId)}`, 'trust-does-not-name-caller', ['arn:aws:iam::111122223333:role/hop'], ['It keeps its conditions']],
  ['a user’s tags don’t come along', `User: arn:aws:iam::111122223333:user/a is not authorized to perform: sts:TagSession on resource: ${hop}`, 'trust-does-not-name-caller', ['role-skip-session-tagging'], ['along from role to role']],
  ['the caller’s own policy allows it', `${session('sts:AssumeRole', '444455556666')}\n\n${assumes}`, 'trust-does-not-name-caller', ['probably doesn’t let the role hop in', 'The policies that you gave allow sts:AssumeRole'], ['AssumeThisRole', 'Either']],
  ['the caller’s own policy allows it, and no one is named', `An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole\n\n${assumes}`, 'trust-does-not-name-caller', ['probably doesn’t let the caller in'], ['AssumeThisRole']],
  ['the caller’s own policy is about something else', `${session('sts:AssumeRole', '444455556666')}\n\n${assumes.replace('sts:AssumeRole', 's3:GetObject')}`, 'no-identity-allow', ['sts:AssumeRole']],
]

const tags = (who: string): string =>
  `AccessDenied: User: arn:aws:sts::111122223333:assumed-role/${who} is not authorized to perform: autoscaling:DescribeTags`
const annotation =
  'kind: ServiceAccount\nmetadata:\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/autoscaler'
const variable =
  'AWS_ROLE_ARN=arn:aws:iam::111122223333:role/autoscaler\nAWS_WEB_IDENTITY_TOKEN_FILE=/var/run/secrets/eks.amazonaws.com/serviceaccount/token'

// https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts-minimum-sdk.html
// biome-ignore format: one row per line
const nodes: readonly Row[] = [
  ['the role of worker nodes, and an annotation', `${tags('test-worker-node/30e721c9-test')}\n\n${annotation}`, 'no-role-in-setting', ['The node’s role made the call', 'the role test-worker-node', 'role/autoscaler', 'don’t allow autoscaling:DescribeTags']],
  ['a session with an instance’s name, and a variable', `${tags('shop-eks/i-0123456789abcdef0')}\n\n${variable}`, 'no-role-in-setting', ['The node’s role made the call', 'too old']],
  ['the variable in a pod’s manifest', `${tags('NodeInstanceRole/i-0123456789abcdef0')}\n\nenv:\n  - name: AWS_ROLE_ARN\n    value: arn:aws:iam::111122223333:role/autoscaler`, 'no-role-in-setting', ['role/autoscaler']],
  ['the service account’s own role', `${tags('autoscaler/1700000000000000000')}\n\n${annotation}`, 'no-identity-allow', ['Allow autoscaling:DescribeTags'], ['node’s role']],
  ['a role that the pod’s role assumed', `${tags('billing-reader/run')}\n\n${variable}`, 'no-identity-allow', ['Allow autoscaling:DescribeTags'], ['node’s role']],
]

const hub = 'token.actions.githubusercontent.com'
const sent = (sub: string): string =>
  `${webIdentity}\n{"roleSessionName": "GitHubActions", "subjectFromWebIdentityToken": "${sub}"}`
const branches = `"StringLike": {\n"${hub}:sub": [\n"repo:acme/infra:ref:refs/heads/main",\n"repo:acme/infra:ref:refs/heads/feat/*"\n]\n}`
const provider = `arn:aws:iam::111122223333:oidc-provider/${hub}`
const several = (...subs: readonly string[]): string =>
  trusts({
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${hub}:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${hub}:sub`]: subs } },
  })
const workflow = `on: workflow_dispatch\njobs:\n  a:\n    environment: \${{ github.event.inputs.environment }}\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n`

// https://docs.github.com/en/actions/reference/security/oidc
// biome-ignore format: one row per line
const subjects: readonly Row[] = [
  ['an event of CloudTrail, and a condition’s operator alone', `${sent('repo:acme/infra:ref:refs/heads/na-421')}\n${branches}`, 'web-identity-trust', ['isn’t among those in the policy', 'Likely: Add `repo:acme/infra:ref:refs/heads/na-421`'], ['Confirmed', 'Change `']],
  ['none of several values fits: they stay', `${sent('repo:acme/infra:ref:refs/heads/na-421')}\n${several('repo:acme/infra:ref:refs/heads/main', 'repo:acme/infra:ref:refs/heads/feat/*')}`, 'web-identity-trust', ['Confirmed: Add', '"repo:acme/infra:ref:refs/heads/main"', '"repo:acme/infra:ref:refs/heads/na-421"']],
  ['anyone can open a pull request', `${sent('repo:acme/infra:pull_request')}\n${several('repo:acme/infra:ref:refs/heads/main', 'repo:acme/infra:ref:refs/heads/dev')}`, 'web-identity-trust', ['isn’t among those'], ['"repo:acme/infra:pull_request"']],
  ['one of several values differs in its case only', `${sent('repo:Acme/infra:ref:refs/heads/main')}\n${several('repo:acme/infra:ref:refs/heads/main', 'repo:acme/web:ref:refs/heads/main')}`, 'web-identity-trust', ['upper and lower case']],
  ['an environment from an expression', `${webIdentity}\n\n${workflow}\n\n${trusting(provider, hub, 'repo:acme/infra:ref:refs/heads/main')}`, 'web-identity-trust', ['to `repo:acme/infra:environment:<ENVIRONMENT_NAME>`']],
]

const reader = `arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF`
const west = 'oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF'
const url = (region: string, id: string): string => `https://oidc.eks.${region}.amazonaws.com/id/${id}`

// https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
// biome-ignore format: one row per line
const clusters: readonly Row[] = [
  ['a provider of another Region', `${webIdentity}\nissuer ${url('us-east-2', '0123456789ABCDEF0123456789ABCDEF')}\n\n${trusting(reader, west, controller)}`, 'web-identity-trust', ['names another cluster', '"oidc.eks.us-east-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub"']],
  ['a provider of a cluster that was created again', `${webIdentity}\n"issuer": "${url('us-west-2', 'FEDCBA9876543210FEDCBA9876543210')}"\n\n${trusting(reader, west, controller)}`, 'web-identity-trust', ['names another cluster', 'id/FEDCBA9876543210FEDCBA9876543210:aud']],
  ['the cluster’s own provider', `${webIdentity}\n${url('us-west-2', '0123456789ABCDEF0123456789ABCDEF')}\n\n${trusting(reader, west, controller)}`, 'web-identity-trust', ['fits some tokens'], ['another cluster']],
  ['two clusters decide nothing', `${webIdentity}\n${url('us-east-2', '0123456789ABCDEF0123456789ABCDEF')}\n${url('us-east-1', '0123456789ABCDEF0123456789ABCDEF')}\n\n${trusting(reader, west, controller)}`, 'web-identity-trust', [], ['another cluster']],
]

const unsaved = 'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// biome-ignore format: one row per line
const unsavedPolicies: readonly Row[] = [
  ['a role of Identity Center without its Region', `dev mode failed: ${unsaved}aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0123456789abcdef"`, 'not-authorization', ['no principal has this ARN', 'holds its Region', 'aws:PrincipalArn']],
  ['the same in a bucket policy of Terraform', 'putting S3 Bucket Policy: api error MalformedPolicy: Invalid principal in policy\n\n  identifiers = ["arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_data_0123456789abcdef"]', 'not-authorization', ['holds its Region']],
  ['a role that doesn’t exist', `An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: ${unsaved}gone"`, 'not-authorization', ['doesn’t exist or can’t be a principal'], ['Identity Center']],
]

const issuer = `arn:aws:iam::111122223333:oidc-provider/${cluster}`
const logLine =
  '{"level":"error","msg":"Reconciler error","controller":"targetGroupBinding","namespace":"rabbitmq","error":"caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity"}'

// https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
// biome-ignore format: one row per line
const pods: readonly Row[] = [
  ['a log of JSON names the namespace of what it works on', `${logLine}\n\n${trusting(issuer, cluster, controller)}`, 'web-identity-trust', ['fits some tokens'], ['another namespace']],
  ['so does klog', `E0205 controller.go:217] "msg"="Reconciler error" "controller"="ingress" "request"={"Namespace":"game","Name":"x"} ${webIdentity}\n\n${trusting(issuer, cluster, controller)}`, 'web-identity-trust', ['fits some tokens'], ['another namespace']],
  ['a manifest in JSON names the pod’s own', `${webIdentity}\n{"kind": "Pod", "metadata": {"name": "a", "namespace": "shop"}}\n\n${trusting(issuer, cluster, controller)}`, 'web-identity-trust', ['The policy names another namespace']],
  ['a certain mistake that only the reader can correct comes without a guess as its fix', `${webIdentity} -n shop\n\n${trusting(cluster, cluster, controller)}`, 'web-identity-trust', ['not the provider’s ARN', 'The policy names another namespace'], ['The condition stays as narrow']],
]

const kinds: readonly (readonly [kind: string, rows: readonly Row[]])[] = [
  ['tokens that AWS doesn’t take', rejectedTokens],
  ['providers in a trust policy', providers],
  ['what a paste says about a pod', pods],
  ['a trust policy without a provider, or none', noProviders],
  ['errors above templates', templates],
  ['providers of clusters', clusters],
  ['policies that AWS doesn’t save', unsavedPolicies],
  ['subjects of GitHub’s tokens', subjects],
  ['pods with the role of their node', nodes],
  ['roles, session tags, and source identities', sessions],
]

answerAll(kinds)
