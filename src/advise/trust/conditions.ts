import type { Condition } from '../../iam/index.ts'
import { type Change, member } from '../../text/index.ts'
import { type ClaimKey, claimKey } from './condition-keys.ts'
import type { Examined } from './finding.ts'
import { rewrite } from './finding.ts'

/** A condition on a claim of the token. */
export interface ClaimCondition {
  readonly condition: Condition
  readonly key: ClaimKey
}

/** Claims that every token has: with these, a ForAllValues operator doesn't pass for want of a value. */
const inEveryToken: ReadonlySet<string> = new Set(['sub', 'aud'])

/** The conditions that the token has to meet: those that an absent key fails, and those on claims that every token has. */
export const neededClaims = ({
  statement,
  provider,
}: Pick<Examined, 'statement' | 'provider'>): readonly ClaimCondition[] =>
  statement.conditions
    .filter(({ operator: { value } }) => value && !value.negated && value.comparison !== 'null')
    .map((condition) => ({ condition, key: claimKey(condition.key.value, provider) }))
    .filter(({ condition: { operator }, key }) => {
      const passesWithout = operator.value?.ifExists === true || operator.value?.quantifier === 'for-all'
      return !passesWithout || (key.is === 'claim' && inEveryToken.has(key.claim.toLowerCase()))
    })

/** Those on one claim, however their key is written. */
export const conditionsOn = (examined: Examined, claim: string): readonly ClaimCondition[] =>
  neededClaims(examined).filter(({ key }) => key.is !== 'other' && key.claim.toLowerCase() === claim)

/** Do the values of this condition take wildcards? */
export const takesWildcards = ({ operator: { value } }: Condition): boolean =>
  value?.comparison === 'string-like' || value?.comparison === 'arn'

/** Writes StringLike in the place of StringEquals; nothing where the statement has a StringLike block already, or another operator. */
export function likeInstead(
  { text, statement }: Pick<Examined, 'text' | 'statement'>,
  { operator }: Condition,
): readonly Change[] {
  if (operator.value?.comparison !== 'string') return []
  const like = operator.written.replace(/StringEquals/i, 'StringLike')
  const conditions = member(statement.node, 'Condition')
  const isTaken =
    conditions?.kind === 'object' &&
    conditions.members.some(({ key }) => key.value.toLowerCase() === like.toLowerCase())
  return isTaken || text[operator.span.from] !== '"' ? [] : [rewrite(operator.span, like)]
}
