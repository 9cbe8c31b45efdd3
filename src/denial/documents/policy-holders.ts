import { symbolsIn } from '../../iam/index.ts'
import { type JsonNode, type JsonObject, member } from '../../text/index.ts'
import { type Block, blockAround, blocksIn, keyOf } from './identity-blocks.ts'
import { type Trail, textAt } from './tree.ts'

/** A user, role, or group that a document attaches a policy to. */
export interface PolicyHolder {
  readonly is: 'role' | 'user' | 'group'
  /** Its name in AWS, with "*" for each part that the document leaves open; undefined where it shows nothing of the name. */
  readonly name?: string | undefined
  /** What the document calls it. */
  readonly label?: string | undefined
}

/** Whom the documents of a paste attach which policies to. */
export interface Attachments {
  /** Users, roles, and groups, by what names their blocks. */
  readonly identities: ReadonlyMap<string, PolicyHolder>
  /** The holders of a managed policy, by what names its block or by its own name. */
  readonly attached: ReadonlyMap<string, readonly PolicyHolder[]>
  /** The blocks that use a `data "aws_iam_policy_document"`, by its label. */
  readonly uses: ReadonlyMap<string, readonly Block[]>
}

/** Documents that are put together from others, one in another. */
const mostNested = 5

/**
 * Reads who gets which policy from all trees of a paste: a role and what is attached to it can be in two files.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export function attachmentsIn(trees: readonly JsonNode[]): Attachments {
  const blocks = trees.flatMap((tree) => [...blocksIn(tree)])
  const identities = new Map(blocks.flatMap((block) => identityOf(block) ?? []))
  const attached = new Map<string, readonly PolicyHolder[]>()
  const uses = new Map<string, readonly Block[]>()
  const attach = (policy: string, holders: readonly PolicyHolder[]): void =>
    void attached.set(policy, [...(attached.get(policy) ?? []), ...holders])
  for (const block of blocks) {
    const self = identities.get(keyOf(block))
    const named = self ? [self] : holdersNamed(block, identities)
    // A template's policy names its holders, an attachment names the policy as well, and a role names its policies.
    if (block.kind.startsWith('aws::') && isPolicy(block)) attach(keyOf(block), named)
    for (const key of ['policy_arn', 'managed_policy_arns', 'ManagedPolicyArns'])
      for (const policy of textsIn(member(block.given, key)).flatMap(policyNamed)) attach(policy, named)
    for (const document of documentsIn(block.given)) uses.set(document, [...(uses.get(document) ?? []), block])
  }
  return { identities, attached, uses }
}

/** Whose policy this is. Undefined where a document of its kind doesn't say that, and empty where it could and doesn't. */
export function holdersOf(trail: Trail, attachments: Attachments): readonly PolicyHolder[] | undefined {
  const block = blockAround(trail)
  return block && holdersOfBlock(block, attachments, 0)
}

function holdersOfBlock(
  block: Block,
  { identities, attached, uses }: Attachments,
  depth: number,
): readonly PolicyHolder[] | undefined {
  if (block.kind === 'aws_iam_policy_document') {
    if (depth > mostNested) return []
    const users = uses.get(block.label)
    const found = users?.map((user) => holdersOfBlock(user, { identities, attached, uses }, depth + 1)) ?? [[]]
    // A bucket that uses it has no holder: nothing is told then.
    return found.every((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? [])
  }
  const self = identities.get(keyOf(block))
  if (self) return [self]
  const [, inline] = /^aws_iam_(role|user|group)_policy$/.exec(block.kind) ?? []
  if (isKind(inline)) {
    const named = holdersNamed(block, identities).filter(({ is }) => is === inline)
    return named.length > 0 ? named : [{ is: inline }]
  }
  if (!isPolicy(block)) return undefined
  const name = textAt(block.given, 'name') ?? textAt(block.given, 'ManagedPolicyName')
  return [...(attached.get(keyOf(block)) ?? []), ...(name === undefined ? [] : (attached.get(name) ?? []))]
}

const isKind = (text: string | undefined): text is PolicyHolder['is'] =>
  text === 'role' || text === 'user' || text === 'group'

const isPolicy = ({ kind }: Block): boolean =>
  /^(?:aws_iam_policy|aws::iam::(?:managed|role|user|group)?policy)$/.test(kind)

/** The properties that hold an identity's own name, or its beginning. */
const nameKeys = { role: 'RoleName', user: 'UserName', group: 'GroupName' } as const

function identityOf(block: Block): readonly (readonly [string, PolicyHolder])[] | undefined {
  const [, kind] = /^aws(?:_iam_|::iam::)(role|user|group)$/.exec(block.kind) ?? []
  if (!isKind(kind)) return undefined
  const { label, given } = block
  const prefix = textAt(given, 'name_prefix')
  const name = textAt(given, 'name') ?? textAt(given, nameKeys[kind])
  const own = name === undefined ? prefix && `${prefix}*` : name
  return [[keyOf(block), { is: kind, name: own && withStars(own), label }]]
}

/** The holders that a block names: `role = aws_iam_role.worker.id`, `Roles: [!Ref Worker]`. */
function holdersNamed({ given }: Block, identities: Attachments['identities']): readonly PolicyHolder[] {
  return (['role', 'user', 'group'] as const).flatMap((is) => {
    const single = nameKeys[is]
    return [is, `${is}s`, single, single.replace('Name', 's')]
      .flatMap((key) => textsIn(member(given, key)))
      .map((text) => holderNamed(text, is, identities))
  })
}

/** "${aws_iam_role.worker.id}", "${data.aws_iam_role.worker[0].name}", "${Worker}", or a name. */
const reference = /^\$\{((?:data\.)?[\w-]{1,200}(?:\.[\w-]{1,200})?)(?:\[[^\]]{0,100}\])?(?:\.(?:name|id|arn|Arn))?\}$/

function holderNamed(text: string, is: PolicyHolder['is'], identities: Attachments['identities']): PolicyHolder {
  const [, key = ''] = reference.exec(text) ?? []
  const label = key.replace(/^data\./, '').replace(/^aws_iam_\w+\./, '')
  const known = identities.get(key) ?? identities.get(key.replace(/\.(?:name|id|arn)$/i, ''))
  return known ?? (key === '' ? { is, name: withStars(text) } : { is, label: label.replace(/\.(?:name|id|arn)$/i, '') })
}

/** What names a policy where it's attached: its block, or the name in its ARN. */
function policyNamed(text: string): readonly string[] {
  const [, name] = /^arn:[\w-]{1,20}:iam::[^:]{0,80}:policy\/(?:[^/]{1,100}\/){0,20}([^/]{1,128})$/.exec(text) ?? []
  if (name !== undefined) return [name]
  const [, key] = reference.exec(text) ?? []
  return key === undefined ? [] : [key.replace(/\.(?:arn|id)$/i, '')]
}

/** The labels of the documents that a block takes: `policy`, `assume_role_policy`, `inline_policy { policy }`, `source_policy_documents`. */
function documentsIn(given: JsonObject): readonly string[] {
  return given.members.flatMap(({ key, value }) =>
    key.value === 'inline_policy'
      ? (value.kind === 'array' ? value.items : [value]).flatMap((each) =>
          each.kind === 'object' ? documentsIn(each) : [],
        )
      : /polic|json/.test(key.value)
        ? textsIn(value).flatMap((text) => /^\$\{data\.aws_iam_policy_document\.([\w-]{1,200})/.exec(text)?.[1] ?? [])
        : [],
  )
}

const textsIn = (node: JsonNode | undefined): readonly string[] =>
  (node?.kind === 'array' ? node.items : [node]).flatMap((each) => (each?.kind === 'string' ? each.value : []))

/** A name with what it leaves open as "*"; undefined where it leaves all open. */
function withStars(text: string): string | undefined {
  const name = symbolsIn(text).reduce((left, symbol) => left.replaceAll(`\${${symbol}}`, '*'), text)
  return /[A-Za-z0-9]/.test(name) ? name : undefined
}
