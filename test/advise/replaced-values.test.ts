// A fix that replaces a value is written in the language of the document: Terraform, YAML, or a program.
import { describe, expect, test } from 'vitest'
import { withReplacedValues } from '../../src/advise/deliver/replaced-values.ts'
import { diagnosisOf } from './read-case.ts'

const branch = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const environment = 'repo:octo-org/octo-repo:environment:production'
const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
const keys = 'token.actions.githubusercontent.com'
const denied = `Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity

jobs:
  deploy:
    environment: production
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: arn:aws:iam::111122223333:role/deploy
`
const cdk = (assumedBy: string, action = ''): string =>
  `new iam.Role(this, 'Deploy', {\n  assumedBy: new iam.${assumedBy}, {\n    StringEquals: { '${keys}:aud': 'sts.amazonaws.com' },\n    StringLike: { '${keys}:sub': '${branch}' },\n  }${action}),\n});`

describe('a trust policy whose subject names the branch, and a job with an environment', () => {
  test.each<[language: string, document: string, tool: string]>([
    [
      'a document of Terraform',
      `data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRoleWithWebIdentity"]\n    principals {\n      type        = "Federated"\n      identifiers = ["${provider}"]\n    }\n    condition {\n      test     = "StringLike"\n      variable = "${keys}:sub"\n      values   = ["${branch}"]\n    }\n  }\n}\n\nresource "aws_iam_role" "deploy" {\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}`,
      'Your Terraform',
    ],
    [
      'jsonencode',
      `resource "aws_iam_role" "deploy" {\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { Federated = "${provider}" }\n      Action    = "sts:AssumeRoleWithWebIdentity"\n      Condition = { StringEquals = { "${keys}:sub" = "${branch}" } }\n    }]\n  })\n}`,
      'Your Terraform',
    ],
    [
      'a template of CloudFormation, in the same YAML as the workflow',
      `Resources:\n  Deploy:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Principal:\n              Federated: ${provider}\n            Action: sts:AssumeRoleWithWebIdentity\n            Condition:\n              StringEquals:\n                ${keys}:sub: ${branch}`,
      'Your YAML',
    ],
    ['CDK, WebIdentityPrincipal', cdk(`WebIdentityPrincipal('${provider}'`), 'Your code'],
    [
      'CDK, FederatedPrincipal',
      cdk(`FederatedPrincipal('${provider}'`, ", 'sts:AssumeRoleWithWebIdentity'"),
      'Your code',
    ],
    ['CDK, OpenIdConnectPrincipal', cdk('OpenIdConnectPrincipal(provider'), 'Your code'],
    ['CDK, a role with a name', `const role = ${cdk(`WebIdentityPrincipal('${provider}'`)}`, 'Your code'],
  ])('%s', async (_, document, tool) => {
    const { fixes, cause } = await diagnosisOf(`${denied}\n${document}`)
    const [own] = fixes.at(-1)?.deliveries ?? []
    expect(own?.tool).toBe(tool)
    expect(own?.text).toContain(environment)
    // Nothing else changes.
    expect(document).toContain(own?.text.replace(environment, branch))
    // Lines of the JSON that was read from it aren't anyone's.
    expect(cause.steps[0]?.title).toBe('Change the trust policy')
  })
})

describe('values', () => {
  const policy = (Resource: unknown, Action = 's3:GetObject'): string =>
    JSON.stringify({ Statement: [{ Action, Resource }] })
  test.each<[what: string, before: string, after: string, source: string, written: string | undefined]>([
    ['one', policy('a:b'), policy('a:c'), 'x = "a:b"', 'x = "a:c"'],
    ['a part of another isn’t one', policy('a:b'), policy('a:c'), 'x = "a:b/c", y = "a:b"', 'x = "a:b/c", y = "a:c"'],
    ['a key', JSON.stringify({ a: 'x' }), JSON.stringify({ b: 'x' }), 'a: x', 'b: x'],
    ['twice, and only one changes', policy(['a', 'a']), policy(['a', 'b']), '["a", "a"]', undefined],
    ['twice, and both change', policy(['a', 'a']), policy(['b', 'b']), '["a", "a"]', '["b", "b"]'],
    ['in a comment, too', policy('a:b'), policy('a:c'), '# a:b\nx = "a:b"', undefined],
    ['not written there', policy('a:b'), policy('a:c'), 'x = local.y', undefined],
    ['a statement more', policy('a'), JSON.stringify({ Statement: [{}, {}] }), 'x = "a"', undefined],
    ['one that needs quotes', policy('a:b'), policy('a"b'), 'x = "a:b"', undefined],
    ['no JSON', '{', policy('a'), 'x', undefined],
  ])('%s', (_, before, after, source, written) => {
    expect(withReplacedValues(before, after, source)).toBe(written)
  })
})
