import type { Statement } from '../iam/index.ts'
import { type Edit, member } from '../text/index.ts'
import { replace, without } from './changes.ts'
import type { Entry } from './entries.ts'

/** Gives the whole statement the resource "*"; with an entry: moves this action into a statement of its own that has it. */
export function moveToStar(statement: Statement, entry?: Entry<{ readonly raw: string }>): Edit | undefined {
  const { resource, path, span } = statement
  if (!resource) return undefined
  if (!entry) return replace('Use Resource *', resource.span, '"*"')
  // A statement that stands alone, without a list around it, has no room for another one.
  if (!entry.list || path === '/Statement') return undefined
  const changes = [
    { span: { from: span.to, to: span.to }, insert: `, ${statementFor(statement, entry.value.raw)}` },
    without(entry.list.spans, entry.list.index),
  ] as const
  return { title: `Move ${entry.value.raw} into a statement with Resource *`, changes }
}

/** The same effect under the same conditions. */
function statementFor({ node, effect, conditions }: Statement, action: string): string {
  const condition = conditions.length > 0 ? member(node, 'Condition') : undefined
  const members = [
    `"Effect": ${JSON.stringify(effect?.value ?? 'Allow')}`,
    `"Action": ${JSON.stringify(action)}`,
    '"Resource": "*"',
    ...(condition ? [`"Condition": ${JSON.stringify(toPlain(condition))}`] : []),
  ]
  return `{ ${members.join(', ')} }`
}
