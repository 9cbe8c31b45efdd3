import { readOf, type StatementRef } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import type { Asked, Evaluated } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'
import { principalArnOf } from './allow-statement.ts'
import { type Draft, editDraft } from './draft.ts'
import { addCondition, addToElement, type ConditionTest } from './edit-policy.ts'

/** The statement of a policy that a verdict refers to. */
export function statementOf({ policies }: Pick<Evaluated, 'policies'>, ref: StatementRef): Statement | undefined {
  const policy = policies[ref.policyIndex]
  return policy && readOf(policy).policy.statements.find(({ index }) => index === ref.statement)
}

/** The denying statement spares this action: one more entry of the NotAction list that its owner keeps for that. */
export function spareAction(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  if (statement?.action?.sense !== 'none-of') return []
  const title = `Let the Deny in “${ref.policy}” spare ${asked.action}`
  const change = { element: 'NotAction', value: asked.action, title }
  const edit = addToElement(policies[ref.policyIndex]?.text ?? '', statement, change)
  const note = `It adds only ${asked.action} to the actions that this Deny already excludes. The Deny then no longer applies to that action, for everyone the policy covers.`
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}

/** The denying statement spares this caller: one more condition, which can only make the Deny narrower. */
export function spareCaller(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  const spared = asked.standIns.has('principal') ? undefined : exceptionFor(asked)
  if (!statement || !spared) return []
  const title = `Except ${spared.who} from the Deny in “${ref.policy}”`
  const edit = addCondition(policies[ref.policyIndex]?.text ?? '', statement, { ...spared.test, title })
  const note = `The Deny stays in force for everyone else. It no longer applies to ${spared.who} at all, so the policy’s owner must agree.`
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}

interface Exception {
  readonly who: string
  readonly test: Omit<ConditionTest, 'title'>
}

/** What a Deny tests to leave this caller out; undefined for one who has no mark to test. */
function exceptionFor(asked: Asked): Exception | undefined {
  if (asked.caller.kind === 'service') {
    return {
      who: 'calls that AWS services make themselves',
      test: { operator: 'BoolIfExists', key: 'aws:PrincipalIsAWSService', value: 'false' },
    }
  }
  const value = principalArnOf(asked.caller)
  return value ? { who: whoPhrase(asked), test: { operator: 'ArnNotLike', key: 'aws:PrincipalArn', value } } : undefined
}
