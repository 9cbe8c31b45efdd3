import { matchesAction, readOf } from '../../evaluate/index.ts'
import type { Caller, PolicyRead, PrincipalPattern, Statement } from '../../iam/index.ts'
import { positionAt, writeJson } from '../../text/index.ts'
import { messagesOf } from '../../words/index.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf } from '../words.ts'
import { type Draft, editDraft } from './draft.ts'
import { addToElement } from './edit-policy.ts'

const told = messagesOf('fixes/session-action', {
  title: 'Add {{action}} to the statement that lets the caller in',
  note: 'The statement keeps its conditions. Everyone whom it lets in can do this, too.',
})

/** The statement of a given trust policy that lets the caller assume the role. */
interface LettingIn {
  readonly index: number
  readonly read: PolicyRead
  readonly statement: Statement
}

/**
 * AssumeRole is allowed by a statement of the trust policy, often under conditions such as an external ID, and that statement lacks what the call does
 * besides: one of its own would leave the conditions out. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
 */
function lettingIn({ policies, asked }: Evaluated): LettingIn | undefined {
  for (const [index, policy] of policies.entries()) {
    if (!policy.given || policy.type !== 'trust') continue
    const read = readOf(policy)
    const statement = read.policy.statements.find((each) => letsIn(each, asked.caller))
    if (statement) return { index, read, statement }
  }
  return undefined
}

const letsIn = ({ effective, effect, action, principal }: Statement, caller: Caller): boolean =>
  effective &&
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  matchesAction(action, { service: 'sts', actionName: 'assumerole' }) &&
  principal?.sense === 'any-of' &&
  principal.items.some(({ value }) => names(value, caller))

function names(value: PrincipalPattern, { account, name }: Caller): boolean {
  if (value.kind === 'account') return value.account === account
  return value.kind === 'arn' && value.arn.account === account && value.arn.resource.split('/').includes(name)
}

/** That statement with the action added, as JSON, and its first line; undefined where no trust policy was given that lets the caller in. */
export function withSessionAction(
  situation: Evaluated,
): { readonly statement: string; readonly line: number } | undefined {
  const found = lettingIn(situation)
  if (!found) return undefined
  const { statement, read } = found
  const written: unknown = JSON.parse(writeJson(statement.node).text)
  const actions = statement.action?.items.map(({ value }) => value.raw) ?? []
  return {
    statement: JSON.stringify({ ...(written as object), Action: [...actions, situation.asked.action] }, null, 2),
    line: positionAt(read.policy.text, statement.node.span.from).line,
  }
}

/** The change of that statement; none where the trust policy has none. */
export function sessionActionDrafts(situation: Evaluated): readonly Draft[] {
  const found = lettingIn(situation)
  if (!found) return []
  const { action } = situation.asked
  const edit = addToElement(found.read.policy.text, found.statement, {
    element: 'Action',
    value: action,
    title: told('title', { action }),
  })
  const owner = ownerOf('trust', situation.asked)
  return editDraft(situation.policies, { index: found.index, edit, owner, note: told('note') })
}
