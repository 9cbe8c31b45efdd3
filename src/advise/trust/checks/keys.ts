import { conditionsOn, neededClaims } from '../conditions.ts'
import { changeWords, type Examined, rewrite, type TrustCheck, type TrustFinding } from '../finding.ts'

/**
 * A condition on a key that no request with this provider's token carries: the statement can't match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const neverPresentKeys: TrustCheck = (examined) =>
  neededClaims(examined).flatMap(({ condition, key }) => {
    const { provider, issuer } = examined
    const written = condition.key.value
    const right = provider.kind === 'saml' ? `SAML:${key.claim}` : `${provider.host}:${key.claim}`
    const found = (title: string, text: string, to: string | undefined): TrustFinding => ({
      code: 'key-never-present',
      certain: true,
      title,
      text,
      span: condition.key.span,
      changes: to === undefined ? [] : [rewrite(condition.key.span, to)],
      change: to === undefined ? undefined : changeWords(written, to),
    })
    switch (key.is) {
      case 'arn':
        return [
          found(
            'The condition key begins with the provider’s ARN',
            `Keys begin with the issuer’s host, without the ARN before it. No request carries \`${written}\`, so this statement lets no token in.`,
            right,
          ),
        ]
      case 'scheme':
        return [
          found(
            'The condition key begins with https://',
            `Keys begin with the issuer’s host, without the scheme. No request carries \`${written}\`, so this statement lets no token in.`,
            right,
          ),
        ]
      case 'other-provider':
        return [
          found(
            'The condition key belongs to another provider than the Principal',
            `The statement trusts \`${provider.host}\`, and its condition asks for a claim of \`${key.before}\`. Tokens of one never carry the other’s keys, so this statement lets no token in. If the provider is the wrong one, change the Principal instead.`,
            right,
          ),
        ]
      case 'unmapped': {
        const known = issuer?.claims
          ? ` For ${issuer.name} AWS knows aud, sub, amr, ${issuer.claims.split(' ').join(', ')}.`
          : ' AWS knows aud, sub, and amr.'
        return [
          {
            ...found(
              `AWS has no condition key for the claim ${key.claim}`,
              `A claim that AWS doesn’t map never reaches the policy, even if it is in the token, so this statement lets no token in.${known}`,
              undefined,
            ),
            ...withoutKey(examined, written),
          },
        ]
      }
      default:
        return []
    }
  })

/** Where sub is pinned as well, the key can go without letting anyone else in; otherwise sub has to say it. */
function withoutKey(examined: Examined, key: string): Partial<TrustFinding> {
  const pinned = conditionsOn(examined, 'sub').some(
    ({ condition: { values }, key: { is } }) => is === 'claim' && values.every(({ value }) => !/^\*?$/.test(value.raw)),
  )
  const block = examined.statement.conditions.filter(({ key: other }) => other.value === key)
  const [condition] = block
  if (!pinned || !condition || block.length > 1) {
    return { change: `Pin \`${examined.provider.host}:sub\` instead of \`${key}\`.` }
  }
  const changes = removal(examined, key)
  return {
    changes,
    ...(changes.length > 0
      ? { change: `Remove \`${key}\`: the condition on sub stays.` }
      : { change: `Remove \`${key}\`.` }),
  }
}

/** Takes a key out of its block, with the comma that parts it from the next or the one before; nothing where it is the block's only one. */
function removal({ statement }: Examined, key: string): TrustFinding['changes'] {
  const conditions = statement.node.members.find((each) => each.key.value === 'Condition')?.value
  if (conditions?.kind !== 'object') return []
  for (const { value: block } of conditions.members) {
    if (block.kind !== 'object') continue
    const at = block.members.findIndex((each) => each.key.value === key)
    const [own, next, last] = [block.members[at], block.members[at + 1], block.members[at - 1]]
    if (!own) continue
    if (next) return [{ span: { from: own.key.span.from, to: next.key.span.from }, insert: '' }]
    if (last) return [{ span: { from: last.value.span.to, to: own.value.span.to }, insert: '' }]
    return removeBlock(conditions, block)
  }
  return []
}

type JsonObject = Examined['statement']['node']

function removeBlock(conditions: JsonObject, block: JsonObject): TrustFinding['changes'] {
  const at = conditions.members.findIndex(({ value }) => value === block)
  const [own, next, last] = [conditions.members[at], conditions.members[at + 1], conditions.members[at - 1]]
  if (own && next) return [{ span: { from: own.key.span.from, to: next.key.span.from }, insert: '' }]
  return own && last ? [{ span: { from: last.value.span.to, to: own.value.span.to }, insert: '' }] : []
}
