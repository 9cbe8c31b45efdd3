import type { Condition } from '../../../iam/index.ts'
import { messagesOf, type Text } from '../../../words/index.ts'
import { inSubject } from '../claims-in-subject.ts'
import { conditionsOn, likeInstead, neededClaims, takesWildcards } from '../conditions.ts'
import { changeWords, type Examined, rewrite, type TrustCheck, type TrustFinding } from '../finding.ts'
import { othersAskedFor } from './both-providers.ts'

const told = messagesOf('trust/checks/keys', {
  conditionKeyBegins: 'The condition key begins with the provider’s ARN',
  keysBeginIssuers:
    'Keys begin with the issuer’s host, without the ARN before it. No request carries `{{written}}`, so this statement lets no token in.',
  conditionKeyBeginsHttps: 'The condition key begins with https://',
  keysBeginIssuersHost:
    'Keys begin with the issuer’s host, without the scheme. No request carries `{{written}}`, so this statement lets no token in.',
  conditionKeyBelongs: 'The condition key belongs to another provider than the Principal',
  statementTrustsCondition:
    'The statement trusts `{{host}}`, and its condition asks for a claim of `{{before}}`. Tokens of one never carry the other’s keys, so this statement lets no token in. If the provider is the wrong one, change the Principal instead.',
  knowsAudSub: 'For {{name}} AWS knows aud, sub, amr, {{claims}}.',
  knowsAudSubAmr: 'AWS knows aud, sub, and amr.',
  noConditionKey: 'AWS has no condition key for the claim {{claim}}',
  claimMapNever:
    'A claim that AWS doesn’t map never reaches the policy, even if it is in the token, so this statement lets no token in. {{known}}',
  removeConditionSub: 'Remove `{{key}}`: the condition on sub stays.',
  pinInstead: 'Pin `{{right}}` instead of `{{value}}`.',
  underStringlike: ', under StringLike',
  askSubInstead: 'Ask for sub instead: `{{right}}` with `{{to}}`{{rest}}.',
})

/**
 * A condition on a key that no request with this provider's token carries: the statement can't match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const neverPresentKeys: TrustCheck = (examined) =>
  neededClaims(examined).flatMap(({ condition, key }) => {
    const { provider, issuer } = examined
    const written = condition.key.value
    const right = provider.kind === 'saml' ? `SAML:${key.claim}` : `${provider.host}:${key.claim}`
    const found = (title: Text, text: Text, to: string | undefined): TrustFinding => ({
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
        return [found(told('conditionKeyBegins'), told('keysBeginIssuers', { written }), right)]
      case 'scheme':
        return [found(told('conditionKeyBeginsHttps'), told('keysBeginIssuersHost', { written }), right)]
      case 'other-provider':
        // Both are trusted: neither the key nor the Principal is wrong.
        if (othersAskedFor(examined).includes(key.before)) return []
        return [
          found(
            told('conditionKeyBelongs'),
            told('statementTrustsCondition', { host: provider.host, before: key.before }),
            right,
          ),
        ]
      case 'unmapped': {
        const known = issuer?.claims
          ? told('knowsAudSub', { name: issuer.name, claims: issuer.claims.split(' ').join(', ') })
          : told('knowsAudSubAmr')
        return [
          {
            ...found(told('noConditionKey', { claim: key.claim }), told('claimMapNever', { known }), undefined),
            ...withoutKey(examined, condition, key.claim),
          },
        ]
      }
      default:
        return []
    }
  })

/** Where sub is pinned as well, the key can go without letting anyone else in; otherwise sub has to say it. */
function withoutKey(examined: Examined, condition: Condition, claim: string): Partial<TrustFinding> {
  const key = condition.key.value
  const isPinned = conditionsOn(examined, 'sub').some(
    ({ condition: { values }, key: { is } }) => is === 'claim' && values.every(({ value }) => !/^\*?$/.test(value.raw)),
  )
  const isAlone = examined.statement.conditions.filter(({ key: other }) => other.value === key).length === 1
  if (!isPinned || !isAlone) return asSubject(examined, condition, claim)
  return { changes: removal(examined, key), change: told('removeConditionSub', { key }) }
}

/** The same demand on sub, where the issuer's subjects say it and no other condition does. */
function asSubject(examined: Examined, condition: Condition, claim: string): Partial<TrustFinding> {
  const { provider, issuer } = examined
  const right = `${provider.host}:sub`
  const write = inSubject(issuer?.issuer, claim)
  const isTaken = conditionsOn(examined, 'sub').length > 0
  const texts = condition.values.map(({ value, span }) => ({ from: value.raw, to: write?.(value.raw) ?? '', span }))
  const needsLike = !takesWildcards(condition) && texts.some(({ to }) => /[*?]/.test(to))
  const operator = needsLike ? likeInstead(examined, condition) : []
  const [first] = texts
  if (!write || !first || isTaken || (needsLike && operator.length === 0))
    return { change: told('pinInstead', { right, value: condition.key.value }) }
  return {
    changes: [
      rewrite(condition.key.span, right),
      ...texts.filter(({ from, to }) => from !== to).map(({ to, span }) => rewrite(span, to)),
      ...operator,
    ],
    change: told('askSubInstead', { right, to: first.to, rest: needsLike ? told('underStringlike') : '' }),
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
