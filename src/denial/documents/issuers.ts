import { type JsonNode, member } from '../../text/index.ts'

/**
 * The policy with the ARN of an identity provider that the same program or template makes, where its conditions name the issuer: condition keys begin with the
 * issuer's host, and so does what follows "oidc-provider/". An issuer that isn't written out stays a symbol, the one that the keys begin with: the program
 * gets both from one cluster or provider as a rule.
 * The same policy where nothing changes. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function withIssuers(policy: JsonNode): JsonNode {
  const statement = member(policy, 'Statement')
  if (policy.kind !== 'object' || !statement) return policy
  if (statement.kind !== 'array') {
    const changed = withIssuer(statement)
    return changed === statement ? policy : withMember(policy, 'Statement', changed)
  }
  const items = statement.items.map(withIssuer)
  const isSame = items.every((item, i) => item === statement.items[i])
  return isSame ? policy : withMember(policy, 'Statement', { ...statement, items })
}

function withIssuer(statement: JsonNode): JsonNode {
  const principal = member(statement, 'Principal')
  const federated = principal && member(principal, 'Federated')
  if (federated?.kind !== 'string') return statement
  const value = providerArn(federated.value, statement)
  if (value === undefined) return statement
  return withMember(statement, 'Principal', withMember(principal, 'Federated', { ...federated, value }))
}

/** Is the whole text a name without a value? */
const isSymbol = (text: string): boolean => /^\$\{[^{}]{1,200}\}$/.test(text)

// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it this way
const ownAccount = 'arn:aws:iam::${AWS::AccountId}:'

/** The provider's ARN with what the conditions say about it; undefined where they say no more than Federated does. */
function providerArn(federated: string, statement: JsonNode): string | undefined {
  const host = issuerIn(member(statement, 'Condition'))
  if (!isSymbol(federated)) {
    // The cluster's URL under another name: `local.oidc` here, `replace(module.eks.url, …)` there.
    const [, arn, own] = /^(arn:.{1,300}:oidc-provider\/)(\$\{[^{}]{1,200}\})$/.exec(federated) ?? []
    return arn !== undefined && host !== undefined && isSymbol(host) && host !== own ? `${arn}${host}` : undefined
  }
  if (host !== undefined) return `${ownAccount}oidc-provider/${host}`
  const kind = kindOf(member(statement, 'Action'))
  return kind === undefined ? undefined : `${ownAccount}${kind}-provider/${federated}`
}

/** Whose tokens the operation takes. */
function kindOf(action: JsonNode | undefined): 'oidc' | 'saml' | undefined {
  const names = action?.kind === 'array' ? action.items : action ? [action] : []
  const allows = (operation: string): boolean =>
    names.some((name) => name.kind === 'string' && name.value.toLowerCase() === operation)
  if (allows('sts:assumerolewithwebidentity')) return 'oidc'
  return allows('sts:assumerolewithsaml') ? 'saml' : undefined
}

/** The host that a condition key begins with: no service's prefix has a dot in it, and every issuer's host does, unless it's a symbol. */
function issuerIn(condition: JsonNode | undefined): string | undefined {
  if (condition?.kind !== 'object') return undefined
  const keys = condition.members.flatMap(({ value }) => (value.kind === 'object' ? value.members : []))
  const hosts = (pattern: RegExp): readonly string[] => keys.flatMap(({ key }) => pattern.exec(key.value)?.[1] ?? [])
  const [written] = hosts(/^([\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:\/[\w./-]{1,200})?):\w{1,60}$/)
  return written ?? hosts(/^(\$\{[^{}]{1,200}\}):(?:sub|aud|amr|oaud|email)$/i)[0]
}

const withMember = (node: JsonNode | undefined, name: string, value: JsonNode): JsonNode =>
  node?.kind === 'object'
    ? { ...node, members: node.members.map((each) => (each.key.value === name ? { ...each, value } : each)) }
    : value
