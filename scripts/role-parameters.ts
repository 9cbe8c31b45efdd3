// node scripts/role-parameters.ts: writes src/reference/role-parameters.json, the parameter in which an operation takes the ARN of an IAM role. A caller who
// passes a role to a service needs iam:PassRole (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html), and AWS's list of dependent
// actions names few of these operations. It reads the API models of botocore, which it downloads with pip, or those in the folder that is named.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { loadReference } from '../src/hosting/load-reference.ts'

const models = 'botocore==1.43.107'
const target = fileURLToPath(new URL('../src/reference/role-parameters.json', import.meta.url))

interface Member {
  readonly shape: string
  readonly documentation?: string
}
interface Shape {
  readonly type?: string
  readonly pattern?: string
  readonly members?: Readonly<Record<string, Member>>
  readonly member?: Member
  readonly value?: Member
}
interface Model {
  readonly metadata: { readonly signingName?: string; readonly endpointPrefix: string }
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

/** Operations that take a role without using it as a service's: those of IAM and STS, and of people who are named by their role. */
const notPassed =
  /^(?:iam|sts|auditmanager|chime|connect|inspector|grafana|signin):|^emr-containers:|^neptune-db:|^lex:PutIntent$|^ec2:AssociateEnclaveCertificateIamRole$|^elasticmapreduce:AddJobFlowSteps$|^eks:(?:Create|Update)AccessEntry$/
/** Roles of other accounts, and names of things that aren't IAM roles. */
const otherRole =
  /resourceIdentifier|service_?Linked|guestRole|target_?Role|source_?RoleArn|assumable|cross_?Account|principal|participant|backendRole|rbacRole|RoleMappings|(?:^|\.)messages\.|organizationRole/i

/** What AWS calls otherwise than a role's ARN. */
const otherwise: Readonly<Record<string, string>> = {
  'cognito-idp:CreateUserPool': 'SmsConfiguration.SnsCallerArn',
  'cognito-idp:UpdateUserPool': 'SmsConfiguration.SnsCallerArn',
  'cognito-idp:SetUserPoolMfaConfig': 'SmsMfaConfiguration.SmsConfiguration.SnsCallerArn',
  'cognito-identity:SetIdentityPoolRoles': 'Roles',
  'mediaconvert:CreateJob': 'Role',
  'redshift:ModifyClusterIamRoles': 'AddIamRoles',
  'redshift:RestoreFromClusterSnapshot': 'IamRoles',
  'redshift-serverless:CreateNamespace': 'iamRoles',
  'redshift-serverless:UpdateNamespace': 'iamRoles',
  'ssm:CreateActivation': 'IamRole',
  'ssm:StartAutomationExecution': 'AutomationAssumeRole',
}

const makes =
  /^(?:Create|Update|Put|Start|Register|Set|Modify|Associate|Add|Enable|Import|Export|Copy|Restore|Run|Submit|Attach|Configure|Replace|Publish|Activate)/

/** The paths of an input's members that take a role's ARN. */
function rolesIn(model: Model, name: string, path: readonly string[] = [], above: readonly string[] = []): string[] {
  const shape = model.shapes[name]
  if (!shape || path.length > 5 || above.includes(name)) return []
  const inside = [...above, name]
  const item = shape.member ?? shape.value
  if (item) return rolesIn(model, item.shape, path, inside)
  return Object.entries(shape.members ?? {}).flatMap(([key, member]) =>
    isRole(model, key, member) ? [[...path, key].join('.')] : rolesIn(model, member.shape, [...path, key], inside),
  )
}

function isRole(model: Model, key: string, { shape, documentation = '' }: Member): boolean {
  const { type, pattern = '' } = model.shapes[shape] ?? {}
  if (type !== 'string') return false
  return (
    /role_?arn$/i.test(key) ||
    (/role$/i.test(key) && (/:role/.test(pattern) || /\bARN\b|Amazon Resource Name/.test(documentation)))
  )
}

function download(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-models-'))
  execFileSync('pip', ['download', '--quiet', '--no-deps', '--dest', folder, models], { stdio: 'inherit' })
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, readdirSync(folder)[0] ?? ''), folder])
  return join(folder, 'botocore', 'data')
}

const data = process.argv[2] ?? download()
const reference = await loadReference()
const found = new Map<string, Map<string, string>>()
/** One model of a service can have an operation that another has, too: the last one wins, and what's written above wins over both. */
const add = (prefix: string, action: string, parameter: string): void => {
  const known = reference.services.get(prefix)?.actions.get(action.toLowerCase())
  if (!known || notPassed.test(`${prefix}:${known.name}`)) return
  const actions = found.get(prefix) ?? new Map<string, string>()
  found.set(prefix, actions.set(action.toLowerCase(), parameter.split('.').at(-1) ?? ''))
}
const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .sort()
for (const folder of foldersIn(data)) {
  const versions = join(data, folder)
  const newest = foldersIn(versions).at(-1)
  const file = join(versions, newest ?? '', 'service-2.json.gz')
  if (newest === undefined || !existsSync(file)) continue
  const model: Model = JSON.parse(gunzipSync(readFileSync(file)).toString())
  const { signingName, endpointPrefix } = model.metadata
  for (const [operation, { input }] of Object.entries(model.operations)) {
    if (!input || !makes.test(operation)) continue
    // The outermost is the operation's own; one inside can be for a part that few calls have.
    const [parameter] = rolesIn(model, input.shape)
      .filter((path) => !otherRole.test(path))
      .toSorted((a, b) => a.split('.').length - b.split('.').length)
    if (parameter === undefined) continue
    for (const prefix of new Set([signingName ?? endpointPrefix, folder])) add(prefix, operation, parameter)
  }
}
for (const [name, parameter] of Object.entries(otherwise)) {
  const [prefix = '', action = ''] = name.split(':')
  add(prefix, action, parameter)
}
const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
const services = Object.fromEntries(
  sorted.map(([prefix, actions]) => [prefix, Object.fromEntries([...actions].sort())]),
)
writeFileSync(target, `${JSON.stringify({ source: models, services })}\n`)
