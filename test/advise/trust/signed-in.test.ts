// Kinds of pastes about sign-in, MFA, and assumed roles that public reports showed: the cause, and words that the answer must and mustn’t have.
import { answerAll, type Row } from '../answer-rows.ts'

const jane = 'arn:aws:iam::111122223333:user/jane'
const role = 'arn:aws:iam::444455556666:role/Admin'
const denied = (user: string, on = role, action = 'sts:AssumeRole'): string =>
  `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: ${action} on resource: ${on}`
const trusting = (condition: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'sts:AssumeRole',
        Condition: condition,
      },
    ],
  })
const withMfa = trusting({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })
const ofNobody = 'An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied'
const profiles = (more: string): string =>
  `[profile company]\nmfa_serial = arn:aws:iam::111122223333:mfa/jane\n\n[profile build]\nrole_arn = ${role}\nsource_profile = company\n${more}`

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
// biome-ignore format: one row per line
const codes: readonly Row[] = [
  ['the trust policy asks for MFA, and no one is named', `${ofNobody}\n\n${withMfa}`, 'trust-condition', ['The role requires MFA', '--serial-number <MFA_DEVICE_ARN> --token-code 123456', 'See who made the call']],
  ['it asks for MFA of a user', `${denied(jane)}\n\n${withMfa}`, 'trust-condition', ['The role requires MFA', `--role-arn ${role}`, 'mfa/<DEVICE_NAME> --token-code', 'If the call did that']],
  ['a session of a role has no device', `${denied('arn:aws:sts::111122223333:assumed-role/app/i-0a')}\n\n${withMfa}`, 'no-identity-allow', [], ['nothing shows that the call was made with it']],
  ['it asks for an external ID, and no one is named', `${ofNobody}\n\n${trusting({ StringEquals: { 'sts:ExternalId': 'abc' } })}`, 'trust-condition', ['The role requires an external ID', '--external-id abc'], ['Allow sts:AssumeRole to']],
  ['another tool asks for the code', `${denied(jane)}\n\n$ aws s3 ls --profile admin\nEnter MFA code for ${jane}:`, 'trust-condition', ['probably assumed without an MFA code', 'aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/<DEVICE_NAME>'], ['Add a statement']],
  ['AWS says that nothing of the caller allows it', `${denied(jane)} because no identity-based policy allows the sts:AssumeRole action. I use MFA.`, 'no-identity-allow', [], ['without an MFA code']],
  ['only the source profile has a device', `${denied(jane)}\n\n${profiles('')}`, 'trust-condition', ['The profile build assumes its role without MFA', 'aws configure set mfa_serial arn:aws:iam::111122223333:mfa/jane --profile build']],
  ['both profiles have one', `${denied(jane)}\n\n${profiles('mfa_serial = arn:aws:iam::111122223333:mfa/jane')}`, 'trust-condition', ['probably assumed without an MFA code'], ['aws configure set']],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
// biome-ignore format: one row per line
const tags: readonly Row[] = [
  ['session tags, and no one is named', `is not authorized to perform: sts:TagSession on resource: ${role}`, 'incomplete', ['trust policy probably doesn’t allow sts:TagSession', 'next to sts:AssumeRole', 'EKS Pod Identity'], ['no policy attached to the caller']],
  ['a source identity, and no one is named', `is not authorized to perform: sts:SetSourceIdentity on resource: ${role}`, 'incomplete', ['trust policy probably doesn’t allow sts:SetSourceIdentity', 'sets a source identity']],
]

const itself = denied('arn:aws:sts::444455556666:assumed-role/Admin/botocore-session-1')

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html#troubleshoot_roles_cant-assume-role
// biome-ignore format: one row per line
const selves: readonly Row[] = [
  ['a session assumes its own role', itself, 'trust-does-not-name-caller', ['assumes the role that it already comes from', 'Leave the call out']],
  ['a session of a role of the same name elsewhere', denied('arn:aws:sts::111122223333:assumed-role/Admin/x'), 'trust-does-not-name-caller', ['either the role’s trust policy'], ['Leave the call out']],
]

const product = 'Datadog is not authorized to perform action sts:AssumeRole Account affected: 111122223333'
const fromMfa = (text: string): string =>
  `An error occurred (AccessDenied) when calling the GetSessionToken operation: MultiFactorAuthentication failed, ${text}`
const rejected = (text: string): string =>
  `An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: ${text}`

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
// biome-ignore format: one row per line
const responses: readonly Row[] = [
  ['the signature doesn’t fit', rejected('Response signature invalid'), 'credential-problem', ['doesn’t fit the metadata', 'aws iam update-saml-provider'], ['Renew the credentials']],
  ['another issuer', 'Failed to assume role: Issuer not present in specified provider (service: AWSOpenIdDiscoveryService; status code: 400; error code: AuthSamlInvalidSamlResponseException)', 'credential-problem', ['another issuer', 'aws iam update-saml-provider']],
  ['another provider', rejected('Specified provider doesn’t exist.'), 'credential-problem', ['names a provider that IAM doesn’t have', 'aws iam list-saml-providers']],
  ['no session name', 'RoleSessionName is required in AuthnResponse (service: AWSSecurityTokenService; status code: 400; error code: InvalidIdentityToken)', 'credential-problem', ['no session name', 'SAML/Attributes/RoleSessionName']],
]

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html, https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
// biome-ignore format: one row per line
const signIns: readonly Row[] = [
  ['a device that isn’t one', fromMfa('unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.'), 'not-by-policy', ['an ARN with mfa/ in it', 'aws iam list-mfa-devices']],
  ['a session of the portal that has ended', 'An error occurred (UnauthorizedException) when calling the GetRoleCredentials operation: Session token not found or invalid', 'not-by-policy', ['session has ended', 'aws sso login --profile <PROFILE_NAME>']],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
// biome-ignore format: one row per line
const products: readonly Row[] = [
  ['a product that names the action in its own words', product, 'incomplete', ['AWS denied sts:AssumeRole', 'Either the role’s trust policy']],
  ['its role asks for an external ID', `${product}\n\n${trusting({ StringEquals: { 'sts:ExternalId': 'abc' } })}`, 'trust-condition', ['The role requires an external ID', 'another company’s product']],
]

const noAccess = 'No access'

// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
// biome-ignore format: one row per line
const assignments: readonly Row[] = [
  ['the AWS CLI', `An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: ${noAccess}`, 'not-by-policy', ['you don’t have this permission set in this account', 'sso_role_name'], ['CloudTrail']],
  ['the SDK for Go', `operation error SSO: GetRoleCredentials, https response error StatusCode: 403, RequestID: 1, api error ForbiddenException: ${noAccess}`, 'not-by-policy', ['you don’t have this permission set']],
  ['the SDK for Java', `software.amazon.awssdk.services.sso.model.SsoException: ${noAccess} (Service: Sso, Status Code: 403, Request ID: 1)`, 'not-by-policy', ['you don’t have this permission set']],
]

const unknown = 'error: You must be logged in to the server (Unauthorized)'
const caller = (arn: string): string => JSON.stringify({ UserId: 'AROAEXAMPLE:x', Account: '111122223333', Arn: arn })

// https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html, https://docs.aws.amazon.com/eks/latest/userguide/security-iam-troubleshoot.html
// biome-ignore format: one row per line
const clusters: readonly Row[] = [
  ['the message alone', unknown, 'not-authorization', ['doesn’t know the role or user', '--principal-arn <ROLE_ARN>', 'created the cluster']],
  ['whose credentials they are', `${unknown}\n\n${caller('arn:aws:sts::111122223333:assumed-role/dev/x')}`, 'not-authorization', ['--principal-arn arn:aws:iam::111122223333:role/dev']],
  ['a role of Identity Center has a path', `${unknown}\n\n${caller('arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/x')}`, 'not-authorization', ['--principal-arn <ROLE_ARN>']],
  ['aws-auth names a role with its path', `${unknown}\n\nmapRoles: |\n  - rolearn: arn:aws:iam::111122223333:role/team/dev\n    username: dev`, 'not-authorization', ['which matches no one', 'Write arn:aws:iam::111122223333:role/dev instead']],
  ['aws-auth names a session', `${unknown}\n\n  - rolearn: arn:aws:sts::111122223333:assumed-role/dev/x`, 'not-authorization', ['which matches no one', 'Write arn:aws:iam::111122223333:role/dev instead']],
  ['aws-auth names a role', `${unknown}\n\n  - rolearn: arn:aws:iam::111122223333:role/dev`, 'not-authorization', ['doesn’t know the role or user'], ['matches no one']],
]

const webIdentity =
  'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity'
const toAws = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
      },
    ],
  })
const toGitHub = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
        },
      },
    },
  ],
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// biome-ignore format: one row per line
const misplaced: readonly Row[] = [
  ['the token’s operation is allowed to a role', `${webIdentity}\npermissions:\n  id-token: write\n\n${toAws('arn:aws:iam::111122223333:role/runner')}`, 'web-identity-trust', ['allows sts:AssumeRoleWithWebIdentity to a user, role, or account', 'oidc-provider/token.actions.githubusercontent.com', 'Or let the program call sts:AssumeRole']],
  ['it’s allowed to a name that isn’t an ARN', `${webIdentity}\n\n${toAws('RUNNER_ROLE_ARN')}`, 'web-identity-trust', ['allows sts:AssumeRoleWithWebIdentity to a user, role, or account']],
  ['the other policy names a provider', `${webIdentity}\n\n${toGitHub}\n\n${toAws('arn:aws:iam::111122223333:role/runner')}`, 'web-identity-trust', ['no token belongs to one']],
  ['a provider alone', `${webIdentity}\n\n${toGitHub}`, 'web-identity-trust', [], ['no token belongs to one']],
]

const module = (entry: string, name: string): string =>
  `${webIdentity}\n\nmodule "irsa" {\n  oidc_providers = {\n    main = {\n      namespace_service_accounts = ["${entry}"]\n    }\n  }\n}\n\nresource "kubernetes_service_account_v1" "app" {\n  metadata {\n    name      = "${name}"\n    namespace = kubernetes_namespace.app.metadata[0].name\n  }\n}`
const filled = '$' + '{local.cluster}'

// https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
// biome-ignore format: one row per line
const modules: readonly Row[] = [
  ['a prefix that the module doesn’t have', module('shop:app', `${filled}-app`), 'trust-does-not-name-caller', ['trusts another service account', 'Make the two names equal']],
  ['another name', module('shop:app', 'web'), 'trust-does-not-name-caller', ['takes only tokens of the service account `app`']],
  ['a namespace that’s filled in', module(`${filled}:app`, 'app'), 'trust-does-not-name-caller', ['another namespace or as another service account'], ['trusts another service account', 'kubernetes_namespace']],
  ['a name that’s filled in', module('shop:app', filled), 'trust-does-not-name-caller', [], ['trusts another service account']],
]

const toCluster = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-west-2.amazonaws.com/id/0A' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { 'oidc.eks.us-west-2.amazonaws.com/id/0A:sub': 'system:serviceaccount:shop:reader' },
      },
    },
  ],
})

// https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
// biome-ignore format: one row per line
const prose: readonly Row[] = [
  ['another namespace in words', `${webIdentity}\nThe pod uses the service account reader in the namespace payments.\n\n${toCluster}`, 'web-identity-trust', ['The policy names another namespace']],
  ['another service account in words', `${webIdentity}\nI run it as service account "writer" in the "shop" namespace.\n\n${toCluster}`, 'web-identity-trust', ['system:serviceaccount:shop:writer']],
  ['the same ones in words', `${webIdentity}\nMy service account \`reader\` is in the shop namespace.\n\n${toCluster}`, 'web-identity-trust', ['fits some tokens'], ['The policy names another']],
  ['the subject that the trust policy has, in words', `WebIdentityErr: ${webIdentity}\n\nThe role trusts the sub:\n\n\`system:serviceaccount:shop:reader\``, 'trust-does-not-name-caller', ['takes only `system:serviceaccount:shop:reader`', 'system:serviceaccount:<NAMESPACE>:<SERVICE_ACCOUNT>']],
  ['the subject of the token, in words', `${webIdentity}\n\nThe token has the sub system:serviceaccount:shop:reader`, 'trust-does-not-name-caller', [':sub": "system:serviceaccount:shop:reader"'], ['takes only']],
  ['words without names', `${webIdentity}\nThe service account is in the right namespace.\n\n${toCluster}`, 'web-identity-trust', ['fits some tokens'], ['The policy names another']],
]

const unknownKey = 'Error: The security token included in the request is invalid.'
const step = '      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: X\n'

// https://github.com/aws-actions/configure-aws-credentials
// biome-ignore format: one row per line
const jobs: readonly Row[] = [
  ['the second step of a job', `${step}${step}${unknownKey}`, 'credential-problem', ['unset-current-credentials: true', 'self-hosted runner']],
  ['no workflow', unknownKey, 'credential-problem', ['Renew the credentials'], ['unset-current-credentials']],
]

answerAll([
  ['a token’s operation allowed to AWS principals', misplaced],
  ['service accounts of Terraform', modules],
  ['service accounts in words', prose],
  ['credentials that a job has already', jobs],
  ['what a role asks the call to send', codes],
  ['session tags and source identities', tags],
  ['SAML responses that AWS doesn’t take', responses],
  ['sign-ins that failed', signIns],
  ['products of others', products],
  ['roles that assume themselves', selves],
  ['permission sets that aren’t assigned', assignments],
  ['clusters that don’t know the caller', clusters],
])
