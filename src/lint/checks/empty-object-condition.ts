import { escapePointer, policyTypes, type Statement } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { removeMember, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const emptyObjectCondition: Check = {
  code: 'EMPTY_OBJECT_CONDITION',
  type: 'SUGGESTION',
  title: 'A Condition is empty',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": {} } }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const statement of statements) yield* emptyIn(statement)
  },
}

function* emptyIn({ node, path }: Statement): Iterable<Found> {
  const condition = member(node, 'Condition')
  if (condition?.kind !== 'object') return
  const fix = removeMember('Remove Condition', node, 'Condition')
  if (condition.members.length === 0) {
    const message = 'This `Condition` is empty and limits nothing. Remove it, or add a condition.'
    yield { path: `${path}/Condition`, span: condition.span, message, ...withFix(fix) }
  }
  for (const { key, value } of condition.members) {
    if (value.kind !== 'object' || value.members.length > 0) continue
    const alone = condition.members.length === 1
    const message = `${quote(key.value)} has no condition key, so it limits nothing. Remove it, or add a key and its value.`
    const without = alone ? fix : removeMember(`Remove ${key.value}`, condition, key.value)
    const at = `${path}/Condition/${escapePointer(key.value)}`
    yield { path: at, span: value.span, message, ...withFix(without) }
  }
}
