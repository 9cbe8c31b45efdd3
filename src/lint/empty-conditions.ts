import { escapePointer, type Operator, policyTypes, readOperator, type Statement } from '../iam/index.ts'
import { member } from '../text/index.ts'
import { accessAnalyzer, type Check, type Found } from './check.ts'
import { told } from './messages.ts'

/** What makes the difference between the four codes for a key without values: the operator's prefix or suffix. */
type Flavour = 'plain' | 'for-all' | 'for-any' | 'if-exists'

/** A negated operator matches every value that isn't in its list, and nothing is in an empty one. */
const negatedMessages: Readonly<Record<Flavour, string>> = {
  plain:
    '`{{key}}` has an empty list of values. A negated operator always matches then, so this limits nothing. Write the values, or remove the key.',
  'for-all':
    '`{{key}}` has an empty list of values. A negated operator with `ForAllValues` always matches then, so this limits nothing. Write the values, or remove the key.',
  'for-any':
    '`{{key}}` has an empty list of values. A negated operator with `ForAnyValue` then matches every request that carries the key. Write the values, or require that with `"Null": { "KEY": "false" }`.',
  'if-exists':
    '`{{key}}` has an empty list of values. A negated operator always matches then, so this limits nothing. Write the values, or remove the key.',
}

/** One of the four checks for a condition key whose list of values is empty. */
export const emptyValuesCheck = (
  flavour: Flavour,
  about: Pick<Check, 'code' | 'title' | 'wrong' | 'right'> & { readonly messages: { readonly found: string } },
): Check => ({
  ...about,
  messages: { ...about.messages, negated: negatedMessages[flavour] },
  type: 'SUGGESTION',
  policyTypes,
  needs: 'condition',
  source: accessAnalyzer,
  *find({ policy: { statements }, conditions }) {
    if (conditions.every(({ condition }) => condition.values.length > 0)) return
    for (const statement of statements) {
      for (const { key, operator, ...place } of emptyKeys(statement)) {
        if (flavourOf(operator) !== flavour) continue
        yield { ...place, message: told(operator.negated ? 'negated' : 'found', { key }) }
      }
    }
  },
})

function flavourOf({ quantifier, ifExists }: Operator): Flavour {
  if (quantifier !== 'single') return quantifier
  return ifExists ? 'if-exists' : 'plain'
}

/** Every key of a statement that stands before an empty list. */
function* emptyKeys({
  node,
  path,
}: Statement): Iterable<{ key: string; operator: Operator } & Pick<Found, 'path' | 'span'>> {
  const condition = member(node, 'Condition')
  if (condition?.kind !== 'object') return
  for (const block of condition.members) {
    const operator = readOperator(block.key.value)
    if (!operator || block.value.kind !== 'object') continue
    for (const { key, value } of block.value.members) {
      if (value.kind !== 'array' || value.items.length > 0) continue
      const at = `${path}/Condition/${escapePointer(block.key.value)}/${escapePointer(key.value)}`
      yield { key: key.value, operator, path: at, span: value.span }
    }
  }
}
