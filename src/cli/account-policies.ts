import { type JsonNode, type JsonObject, member, positionsIn, readJson, writeJson } from '../text/index.ts'
import { placing } from './placing.ts'
import type { PolicyInFile } from './policy-in-file.ts'

const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const

/** The policies of one `PolicyDocument`, and how the listing calls it. */
interface Listed {
  readonly node: JsonNode
  readonly name: string
  readonly policyType: 'identity' | 'trust'
}

/**
 * Every policy in the output of `aws iam get-account-authorization-details`: inline ones, trust policies, and the default versions of managed ones.
 * Undefined if the text isn't such an output. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function accountPolicies(file: string): readonly PolicyInFile[] | undefined {
  if (!/"(?:User|Group|Role)DetailList"/.test(file)) return undefined
  const { value: root } = readJson(file)
  if (root?.kind !== 'object' || !lists.slice(0, 3).some((list) => member(root, list)?.kind === 'array'))
    return undefined
  const positionOf = positionsIn(file)
  return lists
    .flatMap((list) => objectsIn(root, list))
    .flatMap(listedOf)
    .map(({ node, name, policyType }) => {
      const { text, places } = writeJson(node)
      return { text, name, policyType, ...placing({ span: node.span, places, name }, positionOf) }
    })
}

function listedOf(entity: JsonObject): readonly Listed[] {
  const owner = textOf(entity, 'UserName') ?? textOf(entity, 'GroupName') ?? textOf(entity, 'RoleName')
  const inline = ['UserPolicyList', 'GroupPolicyList', 'RolePolicyList'].flatMap((list) => objectsIn(entity, list))
  const versions = objectsIn(entity, 'PolicyVersionList').filter((version) => {
    const isDefault = member(version, 'IsDefaultVersion')
    return isDefault?.kind !== 'boolean' || isDefault.value
  })
  return [
    ...documentIn(entity, 'AssumeRolePolicyDocument', owner ?? 'a role', 'trust'),
    ...inline.flatMap((each) =>
      documentIn(each, 'PolicyDocument', `${owner ?? '?'} ${textOf(each, 'PolicyName') ?? ''}`.trim(), 'identity'),
    ),
    ...versions.flatMap((each) => documentIn(each, 'Document', textOf(entity, 'PolicyName') ?? 'a policy', 'identity')),
  ]
}

/** The document under a key: an object, or JSON in a string, encoded for a URL as the API returns it. */
function documentIn(
  object: JsonObject,
  key: string,
  name: string,
  policyType: Listed['policyType'],
): readonly Listed[] {
  const node = member(object, key)
  if (node?.kind === 'object') return [{ node, name, policyType }]
  if (node?.kind !== 'string') return []
  const { value } = readJson(decoded(node.value))
  // Nothing inside a string has a place of its own: its findings are placed at the string.
  return value?.kind === 'object' ? [{ node: movedTo(value, node), name, policyType }] : []
}

function decoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The same tree, with every part at the place of one node. */
function movedTo(node: JsonNode, { span }: JsonNode): JsonNode {
  if (node.kind === 'array') return { ...node, span, items: node.items.map((item) => movedTo(item, { ...item, span })) }
  if (node.kind !== 'object') return { ...node, span }
  const members = node.members.map(({ key, value }) => ({
    key: { ...key, span },
    value: movedTo(value, { ...value, span }),
  }))
  return { ...node, span, members }
}

const textOf = (object: JsonObject, key: string): string | undefined => {
  const value = member(object, key)
  return value?.kind === 'string' ? value.value : undefined
}

function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const list = member(object, key)
  return list?.kind === 'array' ? list.items.filter((item) => item.kind === 'object') : []
}
