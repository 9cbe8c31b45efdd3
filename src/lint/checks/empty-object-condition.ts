import { escapePointer, policyTypes, type Statement } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { removeMember, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, type FoundOf, told } from '../messages.ts'

const messages = {
  empty: 'This `Condition` is empty and limits nothing. Remove it, or add a condition.',
  operatorOnly: '`{{key}}` has no condition key, so it limits nothing. Remove it, or add a key and its value.',
} as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const emptyObjectCondition = check({
  code: 'EMPTY_OBJECT_CONDITION',
  type: 'SUGGESTION',
  title: 'A Condition is empty',
  messages,
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": {} } }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) yield* emptyIn(statement)
  },
})

function* emptyIn({ node, path }: Statement): Iterable<FoundOf<typeof messages>> {
  const condition = member(node, 'Condition')
  if (condition?.kind !== 'object') return
  const fix = removeMember(fixTitle('remove', { name: 'Condition' }), node, 'Condition')
  if (condition.members.length === 0) {
    const message = told('empty')
    yield { path: `${path}/Condition`, span: condition.span, message, ...withFix(fix) }
  }
  for (const { key, value } of condition.members) {
    if (value.kind !== 'object' || value.members.length > 0) continue
    const alone = condition.members.length === 1
    const message = told('operatorOnly', { key: key.value })
    const without = alone ? fix : removeMember(fixTitle('remove', { name: key.value }), condition, key.value)
    const at = `${path}/Condition/${escapePointer(key.value)}`
    yield { path: at, span: value.span, message, ...withFix(without) }
  }
}
