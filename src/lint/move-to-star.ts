import type { Entry, Statement } from '../iam/index.ts'
import { member } from '../text/index.ts'
import { replace, without } from './changes.ts'
import { fixTitle, type QuickFix } from './fix-titles.ts'

/** Gives a whole statement the resource "*". */
export const useStar = ({ resource }: Statement): QuickFix | undefined =>
  resource && replace(fixTitle('starResource'), resource.span, '"*"')

/** Moves one of a statement's actions into a statement of its own with the resource "*". `text` is the policy's. */
export function moveToStar(
  text: string,
  statement: Statement,
  entry: Entry<{ readonly raw: string }>,
): QuickFix | undefined {
  // A single statement that isn’t in a list has no room for another one.
  if (!entry.list || statement.path === '/Statement') return undefined
  const end = { from: statement.span.to, to: statement.span.to }
  const alone = `, ${aloneWithStar(text, statement, entry.value.raw)}`
  const changes = [{ span: end, insert: alone }, without(entry.list.spans, entry.list.index)] as const
  return { title: fixTitle('moveToStar', { action: entry.value.raw }), changes }
}

/** The same effect under the same conditions. */
function aloneWithStar(text: string, { node, effect }: Statement, action: string): string {
  const condition = member(node, 'Condition')
  const members = [
    `"Effect": ${JSON.stringify(effect?.value)}`,
    `"Action": ${JSON.stringify(action)}`,
    '"Resource": "*"',
    ...(condition ? [`"Condition": ${text.slice(condition.span.from, condition.span.to)}`] : []),
  ]
  return `{ ${members.join(', ')} }`
}
