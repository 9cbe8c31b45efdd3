// Whose policy a template's or Terraform's is: what attaches it names a user, a role, or a group.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'
import { languagesFor } from '../../../src/session/languages.ts'

const json = '{ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] }'
const policy = `resource "aws_iam_policy" "read" {\n  name   = "read-raw"\n  policy = jsonencode(${json})\n}\n`
const role = (name: string): string => `resource "aws_iam_role" "loader" {\n  ${name}\n}\n`
const attachment = (kind: string, holder: string, arn = 'aws_iam_policy.read.arn'): string =>
  `resource "aws_iam_${kind}" "a" {\n  ${holder}\n  policy_arn = ${arn}\n}\n`
const ofLoader = 'role = aws_iam_role.loader.name'
const document = (label: string, more = ''): string =>
  `data "aws_iam_policy_document" "${label}" {\n  ${more}\n  statement {\n    actions = ["s3:GetObject"]\n    resources = ["*"]\n  }\n}\n`
const template = (type: string, holders: string, more = ''): string =>
  `Resources:\n  Reads:\n    Type: AWS::IAM::${type}\n    Properties:\n      PolicyName: reads\n      ${holders}\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: "*"\n${more}`
const cfnRole = (properties: string): string =>
  `  Loader:\n    Type: AWS::IAM::Role\n    Properties:\n      ${properties}\n`
const cdk = "new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })"

// biome-ignore format: one row per line
test.each<[what: string, text: string, holders: readonly string[] | undefined]>([
  ['a role’s name', policy + role('name = "data-loader"') + attachment('role_policy_attachment', ofLoader), ['role data-loader']],
  ['a part of its name', policy + role('name = "${var.env}-loader"') + attachment('role_policy_attachment', ofLoader), ['role *-loader']],
  ['its beginning', policy + role('name_prefix = "loader-"') + attachment('role_policy_attachment', ofLoader), ['role loader-*']],
  ['a role of another file', policy + attachment('role_policy_attachment', 'role = aws_iam_role.loader[0].id'), ['role ? (loader)']],
  ['a name', policy + attachment('role_policy_attachment', 'role = "data-loader"'), ['role data-loader']],
  ['a role that is looked up', `${policy}data "aws_iam_role" "app" {\n  name = "app"\n}\n${attachment('role_policy_attachment', 'role = data.aws_iam_role.app.name')}`, ['role app']],
  ['a user', `${policy}resource "aws_iam_user" "u" {\n  name = "mary"\n}\n${attachment('user_policy_attachment', 'user = aws_iam_user.u.name')}`, ['user mary']],
  ['several', policy + role('name = "data-loader"') + attachment('policy_attachment', 'roles = [aws_iam_role.loader.name]\n  users = ["mary"]\n  groups = ["dev"]'), ['role data-loader', 'user mary', 'group dev']],
  ['the policy’s ARN', policy + attachment('role_policy_attachment', 'role = "data-loader"', '"arn:aws:iam::111122223333:policy/team/read-raw"'), ['role data-loader']],
  ['another policy’s', policy + attachment('role_policy_attachment', 'role = "data-loader"', 'aws_iam_policy.other.arn'), []],
  ['the role names it', policy + role('name = "data-loader"\n  managed_policy_arns = [aws_iam_policy.read.arn]'), ['role data-loader']],
  ['no one', policy, []],
  ['a document that no one uses', document('d'), []],
  ['an inline policy', `${role('name = "data-loader"')}resource "aws_iam_role_policy" "p" {\n  ${ofLoader}\n  policy = data.aws_iam_policy_document.d.json\n}\n${document('d')}`, ['role data-loader']],
  ['a policy in the role', `${role('name = "data-loader"\n  inline_policy {\n    policy = data.aws_iam_policy_document.d.json\n  }')}${document('d')}`, ['role data-loader']],
  ['a document in a document', `${policy.replace(`jsonencode(${json})`, 'data.aws_iam_policy_document.all.json')}${attachment('role_policy_attachment', 'role = "data-loader"')}${document('d')}data "aws_iam_policy_document" "all" {\n  source_policy_documents = [data.aws_iam_policy_document.d.json]\n}\n`, ['role data-loader']],
  ['documents in a circle', document('a', 'source_policy_documents = [data.aws_iam_policy_document.a.json]'), []],
  ['two files', `${policy}\nand in roles.tf:\n\n${role('name = "data-loader"')}${attachment('role_policy_attachment', ofLoader)}`, ['role data-loader']],
  ['a bucket’s policy', `resource "aws_s3_bucket_policy" "b" {\n  policy = data.aws_iam_policy_document.d.json\n}\n${document('d')}`, undefined],
  ['JSON', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}', undefined],
  ['a template’s role', template('Policy', 'Roles: [!Ref Loader]', cfnRole('RoleName: data-loader')), ['role data-loader']],
  ['a template’s role without a name', template('Policy', 'Roles: [!Ref Loader]', cfnRole('Path: /')), ['role ? (Loader)']],
  ['a template’s parameter', template('ManagedPolicy', 'Roles: [!Ref RoleParameter]'), ['role ? (RoleParameter)']],
  ['a stack’s name', template('ManagedPolicy', "Roles: [!Sub '${AWS::StackName}-loader']"), ['role *-loader']],
  ['a role that names it', template('ManagedPolicy', 'Path: /', cfnRole('RoleName: data-loader\n      ManagedPolicyArns: [!Ref Reads]')), ['role data-loader']],
  ['a user of a template', template('Policy', 'Users: [mary]'), ['user mary']],
  ['a policy of its own', template('RolePolicy', 'RoleName: data-loader'), ['role data-loader']],
  ['CDK', `const role = new iam.Role(this, 'Loader', { roleName: 'data-loader', assumedBy });\nrole.addToPolicy(${cdk});\n`, ['role data-loader']],
  ['CDK, a policy with roles', `const role = new iam.Role(this, 'Loader', { assumedBy });\nnew iam.Policy(this, 'P', { roles: [role], statements: [${cdk}] });\n`, ['role ? (Loader)']],
  ['CDK, attached later', `const role = new iam.Role(this, 'Loader', { roleName: 'data-loader', assumedBy });\nconst reads = new iam.ManagedPolicy(this, 'P', { statements: [${cdk}] });\nrole.addManagedPolicy(reads);\n`, ['role data-loader']],
  ['CDK in Python', 'role = iam.Role(self, "Loader", role_name="data-loader", assumed_by=by)\nreads = iam.ManagedPolicy(self, "Reads", statements=[iam.PolicyStatement(actions=["s3:GetObject"], resources=["*"])])\nrole.add_managed_policy(reads)\n', ['role data-loader']],
  ['CDK, of no one', `new iam.ManagedPolicy(this, 'P', { statements: [${cdk}] });\n`, []],
  ['Pulumi', 'const role = new aws.iam.Role("loader", { name: "data-loader" });\nconst policy = new aws.iam.Policy("read", {\n  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] }),\n});\nnew aws.iam.RolePolicyAttachment("a", { role: role.name, policyArn: policy.arn });\n', ['role data-loader']],
  ['a template’s policy of no one', template('ManagedPolicy', 'Path: /'), []],
])('%s', async (_, text, holders) => {
  const { documents } = readAll(text, await languagesFor([text]))
  const own = documents.filter(({ policyType }) => policyType !== "trust")
  const told = own.map(
    (each) => each.holders?.map(({ is, name, label = '' }) => `${is} ${name ?? `? (${label})`}`),
  )
  expect(told).toEqual([holders])
})
