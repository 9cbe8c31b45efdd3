// Trust policies of programs that get the provider from elsewhere, and the workload that stands next to them.
import { answerAll, type Row } from '../answer-rows.ts'

const webIdentity = 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity'

const account = (name: string, namespace: string): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: ${namespace}`

/** A document of Terraform that trusts `provider` under a condition on `key`. */
const document = (provider: string, key: string, value: string, test = 'StringEquals'): string =>
  `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [${provider}]
    }
    condition {
      test     = "${test}"
      variable = "${key}"
      values   = ["${value}"]
    }
  }
}`

const cluster = '${replace(module.eks.cluster_oidc_issuer_url, "https://", "")}'

const openIssuers: readonly Row[] = [
  [
    'an ARN from a module, the host from a local',
    `${webIdentity}\n\n${document('module.eks.oidc_provider_arn', '${local.oidc}:sub', 'system:serviceaccount:kube-system:dns')}\n\n${account('dns', 'net')}`,
    'web-identity-trust',
    ['names another namespace', 'system:serviceaccount:net:dns'],
  ],
  [
    'another expression in the ARN than in the keys',
    `${webIdentity}\n\n${document('"arn:aws:iam::${local.account}:oidc-provider/${local.oidc}"', `${cluster}:sub`, 'system:serviceaccount:kube-system:dns')}\n\n${account('dns-sa', 'kube-system')}`,
    'web-identity-trust',
    ['names another service account'],
    ['belongs to another provider'],
  ],
  [
    'names that begin alike for 80 characters',
    `${webIdentity}\n\n${document('data.terraform_remote_state.the_platform_of_the_company_in_production.outputs.cluster_provider_arn', '${data.terraform_remote_state.the_platform_of_the_company_in_production.outputs.cluster_provider_url}:sub', 'system:serviceaccount:shop:web-*')}`,
    'web-identity-trust',
    ['A wildcard under StringEquals'],
  ],
  [
    'jsonencode',
    `${webIdentity}\n\nresource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect = "Allow"\n      Principal = { Federated = aws_iam_openid_connect_provider.eks.arn }\n      Action = "sts:AssumeRoleWithWebIdentity"\n      Condition = { StringEquals = { "\${aws_iam_openid_connect_provider.eks.url}:sub" = "system:serviceaccount:a:b" } }\n    }]\n  })\n}\n\n${account('b', 'c')}`,
    'web-identity-trust',
    ['names another namespace', 'system:serviceaccount:c:b'],
  ],
  [
    'a heredoc',
    `${webIdentity}\n\nresource "aws_iam_role" "r" {\n  assume_role_policy = <<EOF\n{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "Federated": "\${module.eks.oidc_provider_arn}" },\n    "Action": "sts:AssumeRoleWithWebIdentity",\n    "Condition": { "StringEquals": { "\${module.eks.oidc_provider}:sub": "system:serviceaccount:a:b-*" } }\n  }]\n}\nEOF\n}`,
    'web-identity-trust',
    ['A wildcard under StringEquals', 'Change StringEquals to StringLike'],
  ],
  [
    'GitHub, by its subject',
    `Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\n${document('aws_iam_openid_connect_provider.gh.arn', '${aws_iam_openid_connect_provider.gh.url}:sub', 'repo:example-org/app:ref:refs/heads/main')}\n\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    environment: prod\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v4`,
    'web-identity-trust',
    ['The job has an environment', 'repo:example-org/app:environment:prod'],
  ],
  [
    'a SAML provider',
    `Not authorized to perform sts:AssumeRoleWithSAML\n\nresource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({\n    Statement = [{\n      Effect = "Allow"\n      Principal = { Federated = aws_iam_saml_provider.idp.arn }\n      Action = "sts:AssumeRoleWithSAML"\n      Condition = { StringEquals = { "SAML:aud" = "https://idp.example.com" } }\n    }]\n  })\n}`,
    'web-identity-trust',
    ['The audience in the policy', 'https://signin.aws.amazon.com/saml'],
  ],
  [
    'CDK',
    `${webIdentity}\n\nconst role = new iam.Role(this, 'R', {\n  assumedBy: new iam.WebIdentityPrincipal(cluster.openIdConnectProvider.openIdConnectProviderArn, {\n    StringEquals: { [\`\${cluster.clusterOpenIdConnectIssuer}:sub\`]: 'system:serviceaccount:apps:web-*' },\n  }),\n});`,
    'web-identity-trust',
    ['A wildcard under StringEquals'],
  ],
  [
    'nothing that shows',
    `${webIdentity}\n\n${document('module.eks.oidc_provider_arn', '${local.oidc}:sub', 'system:serviceaccount:net:dns')}\n\n${account('dns', 'net')}`,
    'web-identity-trust',
    ['has no mistake that shows'],
    ['does not let'],
  ],
]

const role = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Federated: arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub: system:serviceaccount:apps:web`

const trusted = document(
  'module.eks.oidc_provider_arn',
  '${module.eks.oidc_provider}:sub',
  'system:serviceaccount:apps:web',
)
const created = (name: string, more = ''): string =>
  `resource "kubernetes_service_account" "${name}" {\n  metadata {\n    name      = "${name}"\n    namespace = "apps"\n${more}  }\n}`
const annotated = '    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.web.arn }\n'

const workloads: readonly Row[] = [
  [
    'a manifest behind a template, with nothing but an empty line between',
    `${webIdentity}\n\n${role}\n\n${account('web-sa', 'apps')}`,
    'web-identity-trust',
    ['The pod runs as the service account `web-sa`'],
  ],
  [
    'a manifest as the next document',
    `${webIdentity}\n\n${role}\n---\n${account('web-sa', 'apps')}`,
    'web-identity-trust',
    ['The pod runs as the service account `web-sa`'],
  ],
  [
    'Terraform’s service account',
    `${webIdentity}\n\n${trusted}\n\n${created('web-sa')}`,
    'web-identity-trust',
    ['The pod runs as the service account `web-sa`'],
  ],
  [
    'of two service accounts, the one with a role',
    `${webIdentity}\n\n${trusted}\n\n${created('other')}\n\n${created('web-sa', annotated)}`,
    'web-identity-trust',
    ['The pod runs as the service account `web-sa`'],
  ],
  [
    'two service accounts, either of which could be the one',
    `${webIdentity}\n\n${trusted}\n\n${created('other')}\n\n${created('web-sa')}`,
    'web-identity-trust',
    ['has no mistake that shows'],
  ],
]

answerAll([
  ['an issuer that isn’t written out', openIssuers],
  ['the workload next to the policy', workloads],
])
