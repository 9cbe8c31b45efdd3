import type { PolicyType } from '../../iam/index.ts'
import type { JsonNode } from '../../text/index.ts'
import { near, type Trail, textAt } from './tree.ts'

/** What a kind of resource in a template holds: CloudFormation's and Terraform's names, in lower case without marks. */
const kinds: readonly (readonly [kind: RegExp, policyType: PolicyType])[] = [
  [/^(?:aws::ec2::vpcendpoint|aws_vpc_endpoint)/, 'vpc-endpoint'],
  [/^(?:aws::iam::|aws_iam_|aws::sso::permissionset|aws_ssoadmin_)/, 'identity'],
  [/^(?:aws::organizations::policy|aws_organizations_policy)/, 'scp'],
  [/^(?:aws::|aws_)/, 'resource'],
]
const trustKeys: ReadonlySet<string> = new Set(['AssumeRolePolicyDocument', 'assume_role_policy'])

/** What a CloudFormation template or a Terraform plan tells of a policy in it; undefined outside of both. */
export function fromTemplate(
  trail: Trail,
): { readonly policyType: PolicyType; readonly because: string; readonly name: string } | undefined {
  const at = trail.findLastIndex(({ object }) => kindOf(object) !== undefined)
  const object = trail[at]?.object
  const kind = object && kindOf(object)
  if (!object || kind === undefined) return undefined
  const isTrust = trustKeys.has(trail.at(-1)?.key ?? '')
  const own = trail.slice(at + 1)
  const isRcp = /RESOURCE_CONTROL/.test(near(own, 'Type', 'type') ?? '')
  const found = kinds.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1]
  if (!found) return undefined
  const policyType = isTrust ? 'trust' : found === 'scp' && isRcp ? 'rcp' : found
  const named = textAt(object, 'address') ?? trail[at - 1]?.key ?? kind
  const inner = near(own, 'PolicyName', 'name')
  return { policyType, because: `it belongs to the ${kind} “${named}”`, name: inner ?? named }
}

function kindOf(object: Parameters<typeof textAt>[0]): string | undefined {
  const kind = textAt(object, 'Type') ?? textAt(object, 'type')
  return kind !== undefined && /^(?:AWS::\w+::|aws_\w)/.test(kind) ? kind : undefined
}

/** A template's functions that a document can hold. */
export const holdsFunctions = (text: string): boolean => /"(?:Ref|Fn::\w{1,30})"\s{0,9}:/.test(text)

/** The value with CloudFormation's functions written as "${Name}": what they stand for is only known when the stack is made. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const [only, ...more] = node.members
      const text = only && more.length === 0 ? resolved(only.key.value, only.value) : undefined
      return text ?? Object.fromEntries(node.members.map(({ key, value }) => [key.value, plainValue(value)]))
    }
    case 'array':
      return node.items.map(plainValue)
    case 'null':
      return null
    default:
      return node.value
  }
}

function resolved(name: string, value: JsonNode): string | undefined {
  const plain = plainValue(value)
  const texts = Array.isArray(plain) ? plain.filter((item) => typeof item === 'string') : []
  switch (name) {
    case 'Ref':
      return typeof plain === 'string' ? inBraces(plain) : undefined
    case 'Fn::GetAtt':
      return inBraces(typeof plain === 'string' ? plain : texts.join('.'))
    case 'Fn::ImportValue':
      return inBraces(typeof plain === 'string' ? plain : 'import')
    case 'Fn::Sub':
      return withPartition(typeof plain === 'string' ? plain : (texts[0] ?? ''))
    case 'Fn::Join':
      return joined(plain)
    default:
      return undefined
  }
}

function joined(plain: unknown): string | undefined {
  if (!Array.isArray(plain)) return undefined
  const [separator, parts]: readonly unknown[] = plain
  return typeof separator === 'string' && Array.isArray(parts) ? parts.map(String).join(separator) : undefined
}

const inBraces = (name: string): string => withPartition(`\${${name}}`)

// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes its names this way
const withPartition = (text: string): string => text.replaceAll('${AWS::Partition}', 'aws')
