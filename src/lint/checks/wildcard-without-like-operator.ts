import { type Condition, type Operator, policyTypes, type Statement } from '../../iam/index.ts'
import type { Reference } from '../../reference/index.ts'
import { member } from '../../text/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { typeOfKey } from '../key-types.ts'
import { check, type FoundOf, told } from '../messages.ts'
import { isTooOpen } from '../too-open.ts'

const messages = {
  found:
    'With `{{written}}`, the wildcard in `{{value}}` is a plain character, so it hardly ever matches. For a pattern, use StringLike or StringNotLike.',
} as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const wildcardWithoutLikeOperator = check({
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  type: 'WARNING',
  title: 'A wildcard under an operator that takes it literally',
  messages,
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringLike": { "aws:RequestedRegion": "us-*" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }) {
    for (const statement of statements) {
      for (const condition of statement.conditions) yield* wildcardsIn(condition, statement, reference)
    }
  },
})

const literal: ReadonlySet<Operator['comparison'] | undefined> = new Set(['string', 'string-ignore-case'])

function* wildcardsIn(
  condition: Condition,
  statement: Statement,
  reference: Reference | undefined,
): Iterable<FoundOf<typeof messages>> {
  const { operator, values, path } = condition
  if (!literal.has(operator.value?.comparison)) return
  for (const { value, span } of values) {
    if (!value.pattern.parts.some(({ kind }) => kind === 'star' || kind === 'question')) continue
    const message = told('found', { written: operator.written, value: value.raw })
    const block = statement.conditions.filter(({ operator: { written } }) => written === operator.written)
    const fix = block.every((each) => isFineWithLike(each, reference)) ? useLike(condition, statement) : undefined
    yield { path, span, message, ...withFix(fix) }
  }
}

/** ARNs want operators of their own, some keys no wildcard at all, and a star alone says nothing. */
function isFineWithLike({ key, values }: Condition, reference: Reference | undefined): boolean {
  const name = key.value.toLowerCase()
  if (typeOfKey(name, reference) === 'ARN') return false
  return values.every(({ value: { raw } }) => !/^\*+$/.test(raw) && !isTooOpen(name, raw))
}

/** Values without wildcards mean the same under the other operator, so the whole block can change. */
function useLike(
  { operator: { value: operator, span, written } }: Condition,
  { node }: Statement,
): QuickFix | undefined {
  const like = operator && likes.get(operator.name)
  if (!operator || like === undefined) return undefined
  const start = written.slice(0, written.indexOf(':') + 1)
  const name = `${start}${like}${operator.ifExists ? 'IfExists' : ''}`
  return member(member(node, 'Condition'), name)
    ? undefined
    : replace(fixTitle('use', { name }), span, JSON.stringify(name))
}

/** Those that ignore case have no counterpart with wildcards. */
const likes: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'StringLike'],
  ['StringNotEquals', 'StringNotLike'],
])
