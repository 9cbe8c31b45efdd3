import type { JsonMember, JsonNode, Span } from '../../text/index.ts'
import { type Call, callOf } from './tree.ts'

/** The property of CDK's roles that holds who may assume them, in TypeScript and in Python. */
export const assumedBy: ReadonlySet<string> = new Set(['assumedBy', 'assumed_by'])

const samlConsole = 'https://signin.aws.amazon.com/saml'

/**
 * The statements of the trust policy that CDK writes for `assumedBy`: one for each principal of a composite. A principal that's a name or built elsewhere is a
 * symbol. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html#principals
 */
export function trustStatements(principal: JsonNode): readonly JsonNode[] {
  const call = callOf(principal)
  if (call && /CompositePrincipal$/.test(call.name)) return call.arguments.flatMap(trustStatements)
  const { span } = principal
  const { type, name, action, condition } = call ? ofCall(call, principal) : named(symbolOf(principal))
  const members: readonly JsonMember[] = [
    entry('Effect', text('Allow', span), span),
    entry('Principal', { kind: 'object', members: [entry(type, name, span)], span }, span),
    entry('Action', text(`sts:${action}`, span), span),
    ...(condition ? [entry('Condition', condition, span)] : []),
  ]
  return [{ kind: 'object', members, span }]
}

/** A principal that a program keeps in a variable: `const p = new iam.FederatedPrincipal(`, in TypeScript and in Python. */
const kept = /([A-Za-z_]\w{0,60})(?:: {0,2}[\w.]{1,60})? {0,4}= {0,4}(?:await )?(?:new )?$/

/**
 * The same trees with the principals that a program keeps in a variable, where `assumedBy` names it. A variable that's given twice stays a name.
 */
export function withPrincipals(trees: readonly JsonNode[], text: string): readonly JsonNode[] {
  const found = new Map<string, JsonNode | undefined>()
  for (const call of trees.flatMap(principalCalls)) {
    const { from } = call.span
    const [, name] = kept.exec(text.slice(Math.max(0, from - 200), from)) ?? []
    if (name !== undefined) found.set(name, found.has(name) ? undefined : call)
  }
  return found.size === 0 ? trees : trees.map((tree) => filled(tree, found))
}

function principalCalls(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items.flatMap(principalCalls)
  if (node.kind !== 'object') return []
  const call = callOf(node)
  if (call && /Principal(?:WithConditions)?$/.test(call.name)) return [node]
  return node.members.flatMap(({ value }) => principalCalls(value))
}

function filled(node: JsonNode, found: ReadonlyMap<string, JsonNode | undefined>): JsonNode {
  if (node.kind === 'array') return { ...node, items: node.items.map((item) => filled(item, found)) }
  if (node.kind !== 'object') return node
  const members = node.members.map((each) => {
    const [, name] =
      assumedBy.has(each.key.value) && each.value.kind === 'string'
        ? (/^\$\{(?:this\.|self\.)?(\w{1,60})\}$/.exec(each.value.value) ?? [])
        : []
    const principal = name === undefined ? undefined : found.get(name)
    return { ...each, value: principal ?? filled(each.value, found) }
  })
  return { ...node, members }
}

interface Trusted {
  readonly type: 'AWS' | 'Service' | 'Federated'
  readonly name: JsonNode
  readonly action: string
  readonly condition?: JsonNode | undefined
}

const named = (name: JsonNode): Trusted => ({ type: 'AWS', name, action: 'AssumeRole' })

function ofCall({ name, arguments: given }: Call, node: JsonNode): Trusted {
  const [first = symbolOf(node), condition, action] = given
  const short = name.slice(name.lastIndexOf('.') + 1).replace(/^new/, '')
  switch (short) {
    case 'ServicePrincipal':
      return { type: 'Service', name: first, action: 'AssumeRole' }
    case 'AccountPrincipal':
    case 'ArnPrincipal':
      return named(first)
    case 'AnyPrincipal':
    case 'StarPrincipal':
      return named(text('*', node.span))
    case 'AccountRootPrincipal':
      return named(text(accountOfStack, node.span))
    case 'WebIdentityPrincipal':
    case 'OpenIdConnectPrincipal':
      return { type: 'Federated', name: providerOf(first), action: 'AssumeRoleWithWebIdentity', condition }
    case 'SamlPrincipal':
      return { type: 'Federated', name: providerOf(first), action: 'AssumeRoleWithSAML', condition }
    case 'SamlConsolePrincipal':
      return {
        type: 'Federated',
        name: providerOf(first),
        action: 'AssumeRoleWithSAML',
        condition: forConsole(node.span),
      }
    case 'FederatedPrincipal': {
      const written = action?.kind === 'string' ? action.value.replace(/^sts:/, '') : 'AssumeRole'
      return { type: 'Federated', name: first, action: written, condition }
    }
    case 'PrincipalWithConditions': {
      const inner = callOf(first)
      return { ...(inner ? ofCall(inner, first) : named(symbolOf(first))), condition }
    }
    default:
      return named(symbolOf(node))
  }
}

/** The account that a stack is deployed to. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it this way
const accountOfStack = '${AWS::AccountId}'

/** A provider that the program makes means its ARN. */
const providerOf = (node: JsonNode): JsonNode => (node.kind === 'string' ? node : symbolOf(node))

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-saml.html */
const forConsole = (span: Span): JsonNode => ({
  kind: 'object',
  members: [
    entry('StringEquals', { kind: 'object', members: [entry('SAML:aud', text(samlConsole, span), span)], span }, span),
  ],
  span,
})

/** A name of the program, or a call of it, as a symbol. */
function symbolOf(node: JsonNode): JsonNode {
  if (node.kind === 'string') return node
  const name =
    callOf(node)
      ?.name.replaceAll(/[^\w.]+/g, ' ')
      .trim() || 'a principal'
  return text(`\${${name}}`, node.span)
}

const text = (value: string, span: Span): JsonNode => ({ kind: 'string', value, span })

const entry = (key: string, value: JsonNode, span: Span): JsonMember => ({ key: { value: key, span }, value })
