// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// The trust policy that CDK writes for assumedBy, and providers that a program or a template makes.
// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html#principals
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'
import { languagesFor } from '../../../src/session/languages.ts'

async function trusted(text: string): Promise<readonly (readonly [type: string | undefined, statements: unknown])[]> {
  const { documents } = readAll(text, await languagesFor([text]))
  return documents.map(({ policyType, text: policy }) => [policyType, JSON.parse(policy).Statement])
}
const allow = (Principal: object, operation = 'AssumeRole', Condition?: object): object => ({
  Effect: 'Allow',
  Principal,
  Action: `sts:${operation}`,
  ...(Condition ? { Condition } : {}),
})
const lambda = { Service: 'lambda.amazonaws.com' }
const github = 'token.actions.githubusercontent.com'
const subject = { StringLike: { [`${github}:sub`]: 'repo:octo-org/app:*' } }
const inStack = { Federated: 'arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }

test.each<[is: string, principal: string, statements: readonly object[]]>([
  ['a service', "new iam.ServicePrincipal('lambda.amazonaws.com')", [allow(lambda)]],
  ['an account', "new iam.AccountPrincipal('111122223333')", [allow({ AWS: '111122223333' })]],
  ['the stack’s account', 'new iam.AccountRootPrincipal()', [allow({ AWS: '${AWS::AccountId}' })]],
  ['anyone', 'new iam.AnyPrincipal()', [allow({ AWS: '*' })]],
  [
    'several',
    "new iam.CompositePrincipal(new iam.ServicePrincipal('lambda.amazonaws.com'), new iam.ArnPrincipal('arn:aws:iam::111122223333:role/ci'))",
    [allow(lambda), allow({ AWS: 'arn:aws:iam::111122223333:role/ci' })],
  ],
  ['a name of the program', 'fn.grantPrincipal', [allow({ AWS: '${fn.grantPrincipal}' })]],
  [
    'a provider that the program makes, with its issuer in the conditions',
    `new iam.WebIdentityPrincipal(provider.openIdConnectProviderArn, ${JSON.stringify(subject)})`,
    [allow(inStack, 'AssumeRoleWithWebIdentity', subject)],
  ],
  [
    'a provider by its ARN',
    "new iam.FederatedPrincipal('arn:aws:iam::111122223333:saml-provider/Okta', {}, 'sts:AssumeRoleWithSAML')",
    [allow({ Federated: 'arn:aws:iam::111122223333:saml-provider/Okta' }, 'AssumeRoleWithSAML', {})],
  ],
  [
    'a principal under conditions',
    "new iam.PrincipalWithConditions(new iam.AccountPrincipal('111122223333'), { StringEquals: { 'sts:ExternalId': 'x' } })",
    [allow({ AWS: '111122223333' }, 'AssumeRole', { StringEquals: { 'sts:ExternalId': 'x' } })],
  ],
])('assumedBy: %s', async (_, principal, statements) => {
  const program = `const role = new iam.Role(this, 'Role', {\n  assumedBy: ${principal},\n});`
  expect(await trusted(program)).toEqual([['trust', statements]])
})

test('assumed_by in Python', async () => {
  const program = 'role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))'
  expect(await trusted(program)).toEqual([['trust', [allow(lambda)]]])
})

test.each<[is: string, document: string]>([
  [
    'Terraform',
    `resource "aws_iam_role" "ci" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringLike = { "${github}:sub" = "repo:octo-org/app:*" } } }] })\n}`,
  ],
  [
    'CloudFormation',
    `Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal: { Federated: !GetAtt Provider.Arn }\n            Action: sts:AssumeRoleWithWebIdentity\n            Condition: { StringLike: { "${github}:sub": "repo:octo-org/app:*" } }`,
  ],
])('a provider that %s makes', async (_, document) => {
  expect(await trusted(document)).toEqual([['trust', [allow(inStack, 'AssumeRoleWithWebIdentity', subject)]]])
})
