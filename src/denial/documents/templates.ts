import type { PolicyType } from '../../iam/index.ts'
import { assumedBy } from './cdk-trust.ts'
import { near, type Trail, textAt } from './tree.ts'

/** What a kind of resource in a template holds: CloudFormation's, Terraform's, and Pulumi's names, in lower case. */
const kinds: readonly (readonly [kind: RegExp, policyType: PolicyType])[] = [
  [/^(?:aws::ec2::vpcendpoint|aws_vpc_endpoint|aws:ec2.*:vpcendpoint)/, 'vpc-endpoint'],
  [/^(?:aws::iam::|aws_iam_|aws:iam|aws::sso::permissionset|aws_ssoadmin_|aws:ssoadmin)/, 'identity'],
  // SAM writes a role around the policies of a function or a state machine; only an API's are its resource policy.
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
  [/^aws::serverless::(?!api)/, 'identity'],
  [/^(?:aws::organizations::policy|aws_organizations_policy|aws:organizations)/, 'scp'],
  [/^(?:aws::|aws_|aws:)/, 'resource'],
]
const trustKeys: ReadonlySet<string> = new Set([
  'AssumeRolePolicyDocument',
  'assume_role_policy',
  'assumeRolePolicy',
  ...assumedBy,
])

/** Classes and methods of CDK, Pulumi, and boto3 that a policy is handed to. The first that fits counts. */
const calls: readonly (readonly [name: RegExp, policyType: PolicyType])[] = [
  [/(?:addToResourcePolicy|add_to_resource_policy|AddToResourcePolicy)$/, 'resource'],
  [/(?:addTo(?:Role|Principal)?Policy|add_to_(?:role_|principal_)?policy)$/, 'identity'],
  [/organizations\.Policy$/, 'scp'],
  [/\.Vpc\w{0,20}Endpoint\w{0,20}$/, 'vpc-endpoint'],
  [
    /(?:^|\.)(?:Policy|RolePolicy|UserPolicy|GroupPolicy|ManagedPolicy|CfnPolicy|CfnManagedPolicy|Role|User|Group|CfnRole)$/,
    'identity',
  ],
  [/(?:Bucket|Queue|Topic|Key|Repository|Registry|Secret|FileSystem|Vault|EventBus)\w{0,10}Policy\w{0,3}$/, 'resource'],
]

interface FromTemplate {
  readonly policyType: PolicyType | undefined
  readonly because: string | undefined
  readonly name: string
}

/** What a template, a Terraform file or plan, or a program says about a policy in it; undefined outside these. */
export function fromTemplate(trail: Trail): FromTemplate | undefined {
  const at = trail.findLastIndex(({ object }) => kindOf(object) !== undefined)
  const object = trail[at]?.object
  const kind = object && kindOf(object)
  if (!object || kind === undefined) return fromTerraform(trail) ?? fromProgram(trail)
  const own = trail.slice(at + 1)
  const named = textAt(object, 'address') ?? trail[at - 1]?.key ?? kind
  return told(trail, { kind, named, inner: near(own, 'PolicyName', 'name'), within: own })
}

/** `resource "aws_iam_role" "app" { … }`: the kind and the label are keys. */
function fromTerraform(trail: Trail): FromTemplate | undefined {
  const isKind = (each: Trail[number] | undefined): boolean =>
    each !== undefined && /^aws_[a-z0-9_]{1,80}$/.test(each.key)
  // A label can look like a kind, too: data "aws_iam_policy_document" "aws_gateway_controller".
  const at = trail.findLastIndex((each, index) => isKind(each) && !isKind(trail[index - 1]))
  const kind = trail[at]?.key
  if (kind === undefined) return undefined
  return told(trail, {
    kind,
    named: `${kind}.${trail[at + 1]?.key ?? ''}`,
    inner: undefined,
    within: trail.slice(at + 1),
  })
}

function fromProgram(trail: Trail): FromTemplate | undefined {
  for (const { key } of [...trail].reverse()) {
    const name = key.startsWith('call:') ? key.slice(5) : undefined
    const found = name === undefined ? undefined : calls.find(([pattern]) => pattern.test(name))?.[1]
    if (name === undefined || !found) continue
    const isTrust = trail.some((each) => trustKeys.has(each.key))
    const short = name.slice(name.lastIndexOf('.') + 1)
    return { policyType: isTrust ? 'trust' : found, because: `${codeGives}${short}`, name: short }
  }
  return undefined
}

interface Told {
  readonly kind: string
  readonly named: string
  readonly inner: string | undefined
  readonly within: Trail
}

const belongs = 'it belongs to the '
const codeGives = 'the code gives it to '

/** What a template makes or a program writes that has a policy. */
export interface TemplateHolder {
  readonly is: 'role' | 'user' | 'group' | undefined
  /** CloudFormation makes it. */
  readonly isOfStack: boolean
  /** Its name in the template; empty in a program. */
  readonly name: string
}

const holders: readonly (readonly [TemplateHolder['is'], RegExp])[] = [
  [
    'role',
    /^(?:AWS::IAM::Role|AWS::Serverless::|aws_iam_role|aws:iam.*[:/]Role|addToRolePolicy$|add_to_role_policy$|(?:Cfn)?Role)/,
  ],
  ['user', /^(?:AWS::IAM::User|aws_iam_user|aws:iam.*[:/]User|User)/],
  ['group', /^(?:AWS::IAM::Group|aws_iam_group|aws:iam.*[:/]Group|Group)/],
]

/** Who has a policy, by what was told of it; undefined for one that no template or program gives to anyone. */
export function templateHolder(because: string | undefined): TemplateHolder | undefined {
  const [, kind, name = ''] = /^(?:it belongs to the (\S+) “(.*)”|the code gives it to \S+)$/s.exec(because ?? '') ?? []
  if (because === undefined || (kind === undefined && !because.startsWith(codeGives))) return undefined
  const called = kind ?? because.slice(codeGives.length)
  const is = holders.find(([, pattern]) => pattern.test(called))?.[0]
  return { is, isOfStack: called.startsWith('AWS::'), name: name.slice(name.lastIndexOf('.') + 1) }
}

function told(trail: Trail, { kind, named, inner, within }: Told): FromTemplate | undefined {
  // A Terraform policy document is used elsewhere, so only its content shows its type.
  if (kind === 'aws_iam_policy_document') return { policyType: undefined, because: undefined, name: inner ?? named }
  const found = kinds.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1]
  if (!found) return undefined
  const isTrust = trail.some(({ key }) => trustKeys.has(key))
  const isRcp = /RESOURCE_CONTROL/.test(near(within, 'Type', 'type') ?? '')
  const policyType = isTrust ? 'trust' : found === 'scp' && isRcp ? 'rcp' : found
  return { policyType, because: `${belongs}${kind} “${named}”`, name: inner ?? named }
}

function kindOf(object: Parameters<typeof textAt>[0]): string | undefined {
  const kind = textAt(object, 'Type') ?? textAt(object, 'type')
  return kind !== undefined && /^(?:AWS::\w+::|aws_\w|aws:\w+[/:])/.test(kind) ? kind : undefined
}
