import { readOf, type StatementRef } from '../../evaluate/index.ts'
import type { Caller, Statement } from '../../iam/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import type { Asked, Evaluated } from '../situation.ts'
import { ownerOf, whoPhrase } from '../words.ts'
import { principalArnOf } from './allow-statement.ts'
import { type Draft, editDraft } from './draft.ts'
import { addCondition, addToElement, type ConditionTest } from './edit-policy.ts'

const told = messagesOf('fixes/except-from-deny', {
  title: 'Exempt {{action}} from the Deny in “{{policy}}”',
  note: 'It adds only {{action}} to the actions that this Deny already excludes. The Deny then no longer applies to that action, for everyone the policy covers.',
  exceptDeny: 'Exempt {{who}} from the Deny in “{{policy}}”',
  denyStaysForceEveryone:
    'The Deny stays in force for everyone else. It no longer applies to {{who}} at all, so the policy’s owner must agree.',
  callsServicesMake: 'calls that AWS services make themselves',
})

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
  const title = told('title', { policy: ref.policy, action: asked.action })
  const change = { element: 'NotAction', value: asked.action, title }
  const edit = addToElement(policies[ref.policyIndex]?.text ?? '', statement, change)
  const note = told('note', { action: asked.action })
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}

/** The denying statement spares this caller: one more condition, which can only make the Deny narrower. */
export function spareCaller(situation: Evaluated, ref: StatementRef): readonly Draft[] {
  const { asked, policies } = situation
  const statement = statementOf(situation, ref)
  const spared = asked.standIns.has('principal') ? undefined : exceptionFor(asked)
  if (!statement || !spared) return []
  const title = told('exceptDeny', { who: spared.who, policy: ref.policy })
  const edit = addCondition(policies[ref.policyIndex]?.text ?? '', statement, { ...spared.test, title })
  const note = told('denyStaysForceEveryone', { who: spared.who })
  return editDraft(policies, { index: ref.policyIndex, edit, owner: ownerOf(ref.policyType, asked), note })
}

interface Exception {
  readonly who: Text
  readonly test: Omit<ConditionTest, 'title'>
}

/** What a Deny tests to leave this caller out; undefined for one who has no mark to test. */
function exceptionFor(asked: Asked): Exception | undefined {
  const mark = markOf(asked.caller)
  if (!mark) return undefined
  const { operators, key, value } = mark.spares
  const who = asked.caller.kind === 'service' ? told('callsServicesMake') : whoPhrase(asked)
  return { who, test: { operator: operators[0], key, value } }
}

/** A test of a condition key, under any of these operators: they mean the same. */
export interface MarkTest {
  readonly operators: NonEmpty<string>
  /** Does each further value only add to what the test is about? */
  readonly isList: boolean
  readonly key: string
  readonly value: string
}

/** What distinguishes a caller from all others: a test that holds for the others, and one that holds for this caller only. */
export interface Mark {
  readonly spares: MarkTest
  readonly isOnly: MarkTest
}

/** The mark of a caller; undefined for one whose requests carry none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
export function markOf(caller: Caller): Mark | undefined {
  if (caller.kind === 'service') {
    const key = 'aws:PrincipalIsAWSService'
    return {
      spares: { operators: ['BoolIfExists'], isList: false, key, value: 'false' },
      isOnly: { operators: ['Bool'], isList: false, key, value: 'true' },
    }
  }
  const key = 'aws:PrincipalArn'
  const value = principalArnOf(caller)
  if (!value) return undefined
  return {
    spares: { operators: ['ArnNotLike', 'ArnNotEquals'], isList: true, key, value },
    isOnly: { operators: ['ArnLike', 'ArnEquals'], isList: false, key, value },
  }
}
