import type { StatementRef } from '../../evaluate/index.ts'
import type { Condition } from '../../iam/index.ts'
import { member, type Span } from '../../text/index.ts'
import { messagesOf } from '../../words/index.ts'
import { isNeverCarried } from '../denying.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf } from '../words.ts'
import { type Draft, editDraft } from './draft.ts'
import { statementOf } from './except-from-deny.ts'

const told = messagesOf('fixes/drop-action', {
  title: 'Take {{action}} out of the Deny in “{{policy}}”',
  note: 'No request for {{action}} carries {{key}}, so this Deny always stops it. It stays in force for its other actions.',
})

/** The condition of a Deny that no request for the action can get out of, because such requests never carry its key. */
const unmeetable = (situation: Evaluated, ref: StatementRef): Condition | undefined =>
  statementOf(situation, ref)?.conditions.find(({ key }) => isNeverCarried(situation, key.value))

/** The Deny no longer names the action that can’t meet its condition; none where it names the action with a pattern, or no other one. */
export function dropAction(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  const condition = unmeetable(situation, ref)
  const list = statement && member(statement.node, 'Action')
  if (!condition || list?.kind !== 'array') return []
  const isIt = (item: (typeof list.items)[number]): boolean =>
    item.kind === 'string' && item.value.toLowerCase() === asked.action.toLowerCase()
  const index = list.items.findIndex(isIt)
  if (index < 0 || list.items.length < 2) return []
  const span = spanWithComma(
    list.items.map((item) => item.span),
    index,
  )
  const title = told('title', { action: asked.action, policy: ref.policy })
  const note = told('note', { action: asked.action, key: condition.key.value })
  return editDraft(policies, {
    index: ref.policyIndex,
    edit: { title, changes: [{ span, insert: '' }] },
    owner: ownerOf(ref.policyType, asked),
    note,
  })
}

/** One of several neighbors, along with its comma. */
function spanWithComma(spans: readonly Span[], index: number): Span {
  const [before, it, after] = [spans[index - 1], spans[index], spans[index + 1]]
  const { from, to } = it ?? { from: 0, to: 0 }
  return before ? { from: before.to, to } : { from, to: after?.from ?? to }
}
