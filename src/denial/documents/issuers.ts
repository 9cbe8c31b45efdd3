import { type JsonNode, member } from '../../text/index.ts'

/**
 * The policy with the ARN of an OIDC provider that the same program or template makes, where its conditions name the issuer: condition keys begin with the
 * issuer's host, and so does what follows "oidc-provider/". Any other provider that isn't written out stays a symbol.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function withIssuers(policy: JsonNode): JsonNode {
  const statement = member(policy, 'Statement')
  if (policy.kind !== 'object' || !statement) return policy
  const changed =
    statement.kind === 'array' ? { ...statement, items: statement.items.map(withIssuer) } : withIssuer(statement)
  return withMember(policy, 'Statement', changed)
}

function withIssuer(statement: JsonNode): JsonNode {
  const principal = member(statement, 'Principal')
  const federated = principal && member(principal, 'Federated')
  if (federated?.kind !== 'string' || !/^\$\{[^{}]{1,200}\}$/.test(federated.value)) return statement
  const host = issuerIn(member(statement, 'Condition'))
  if (host === undefined) return statement
  const value = `arn:aws:iam::\${AWS::AccountId}:oidc-provider/${host}`
  return withMember(statement, 'Principal', withMember(principal, 'Federated', { ...federated, value }))
}

/** The host that a condition key begins with: no service's prefix has a dot in it, and every issuer's host does. */
function issuerIn(condition: JsonNode | undefined): string | undefined {
  if (condition?.kind !== 'object') return undefined
  const keys = condition.members.flatMap(({ value }) => (value.kind === 'object' ? value.members : []))
  return keys.flatMap(
    ({ key }) => /^([\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:\/[\w./-]{1,200})?):\w{1,60}$/.exec(key.value)?.[1] ?? [],
  )[0]
}

const withMember = (node: JsonNode | undefined, name: string, value: JsonNode): JsonNode =>
  node?.kind === 'object'
    ? { ...node, members: node.members.map((each) => (each.key.value === name ? { ...each, value } : each)) }
    : value
