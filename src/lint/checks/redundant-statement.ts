import { type Clause, policyTypes, type Statement } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { without } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'
import { statementKey } from '../statement-key.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export const redundantStatement = check({
  code: 'REDUNDANT_STATEMENT',
  type: 'SUGGESTION',
  title: 'Two statements are equivalent',
  messages: {
    found:
      'This statement is equivalent to statement {{earlier}}. Remove one of the two, so that no one later changes only one of them.',
  },
  policyTypes,
  wrong: policyOf(
    '{ "Sid": "Costs", "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }',
    '{ "Sid": "CostsAgain", "Effect": "Allow", "Action": ["ce:GetCostAndUsage"], "Resource": "*" }',
  ),
  right: policyOf('{ "Sid": "Costs", "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements, root } }) {
    if (statements.length < 2) return
    const list = member(root, 'Statement')
    const spans = list?.kind === 'array' ? list.items.map(({ span }) => span) : []
    const seen = new Map<string, number>()
    for (const statement of alike(statements)) {
      const { index, path, span } = statement
      const key = statementKey(statement)
      const earlier = seen.get(key)
      if (earlier === undefined) seen.set(key, index)
      else {
        const message = told('found', { earlier: String(earlier + 1) })
        const fix = { title: fixTitle('removeStatement'), changes: [without(spans, index)] } as const
        yield { path, span: { from: span.from, to: span.from + 1 }, message, fix }
      }
    }
  },
})

/** The statements that share their first resource and action in the order of the alphabet with another one: a whole key costs far more than that. */
const alike = (statements: readonly Statement[]): readonly Statement[] =>
  sharing(
    sharing(
      statements.filter(({ effective }) => effective),
      ({ resource }) => firstOf(resource, (raw) => raw),
    ),
    quickKey,
  )

/** The statements whose key another one has, too. */
function sharing(statements: readonly Statement[], keyOf: (statement: Statement) => string): readonly Statement[] {
  const keys = statements.map(keyOf)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return statements.filter((_, i) => (counts.get(keys[i] ?? '') ?? 0) > 1)
}

const quickKey = ({ effect, action, resource, conditions }: Statement): string =>
  `${effect?.value} ${conditions.length} ${firstOf(action, (raw) => raw.toLowerCase())} ${firstOf(resource, (raw) => raw)}`

function firstOf(clause: Clause<{ readonly raw: string }> | undefined, nameOf: (raw: string) => string): string {
  let first: string | undefined
  for (const { value } of clause?.items ?? []) {
    const name = nameOf(value.raw)
    if (first === undefined || name < first) first = name
  }
  return first ?? ''
}
