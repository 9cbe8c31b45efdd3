import type { StatementRef } from '../../evaluate/index.ts'
import { readPolicy, type Statement } from '../../iam/index.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'
import { principalArnOf } from './allow-statement.ts'
import { type Draft, editDraft } from './draft.ts'
import { addCondition, addToElement } from './edit-policy.ts'

/** The statement of a policy that a verdict refers to. */
export function statementOf({ policies }: Pick<Evaluated, 'policies'>, ref: StatementRef): Statement | undefined {
  const text = policies[ref.policyIndex]?.text ?? ''
  return readPolicy(text).policy.statements.find(({ index }) => index === ref.statement)
}

/** The denying statement spares this action: one more entry of the NotAction list that its owner keeps for that. */
export function spareAction(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  if (statement?.action?.sense !== 'none-of') return []
  const title = `Let the Deny in “${ref.policy}” spare ${asked.action}`
  const change = { element: 'NotAction', value: asked.action, title }
  const edit = addToElement(policies[ref.policyIndex]?.text ?? '', statement, change)
  const note = `Only ${asked.action} joins the actions that this Deny spares already. For that action it then no longer holds, for everybody whom the policy covers.`
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}

/** The denying statement spares this caller: one more condition, which can only make the Deny narrower. */
export function spareCaller(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  const value = principalArnOf(asked.caller)
  if (!statement || !value || asked.standIns.has('principal')) return []
  const title = `Except ${whoPhrase(asked)} from the Deny in “${ref.policy}”`
  const test = { operator: 'ArnNotLike', key: 'aws:PrincipalArn', value, title }
  const edit = addCondition(policies[ref.policyIndex]?.text ?? '', statement, test)
  const note = `The Deny stays in force for everybody else. For ${whoPhrase(asked)} it is lifted as a whole, so whoever put it there must agree.`
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}
