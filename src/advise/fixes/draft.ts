import type { ContextInput, Facts } from '../../evaluate/index.ts'
import type { PolicyType } from '../../iam/index.ts'
import { applyEdit, type Edit } from '../../text/index.ts'
import type { Text } from '../../words/index.ts'
import type { Fix, Owner } from '../diagnosis.ts'
import type { StandingPolicy } from '../situation.ts'

/** A fix before its proof: which document becomes what. */
export interface Draft
  extends Omit<
    Fix,
    'proof' | 'policyIndex' | 'risk' | 'included' | 'options' | 'holder' | 'onlyIf' | 'source' | 'affects'
  > {
  /** Index among the standing policies; undefined: a new document. */
  readonly index: number | undefined
  /** The document's name. */
  readonly name: string
  /** What the change is for, where the message leaves that out. */
  readonly assumes?: Assumption | undefined
}

/** Something about the request that nothing confirms: the change is evaluated as if it were so, and says so. */
export interface Assumption {
  /** A clause after "if": "an AWS service made the call". */
  readonly clause: Text
  readonly resource?: string
  readonly context?: Readonly<Record<string, ContextInput>>
  readonly facts?: Facts
}

/** Who makes a change, and what is to say about it. */
export interface DraftWords {
  readonly owner: Owner
  readonly note: Text
  readonly needed?: readonly string[] | undefined
}

/** A change of one standing policy: none where the edit could not be made. */
export interface PolicyEdit extends DraftWords {
  readonly index: number
  readonly edit: Edit<Text> | undefined
  readonly assumes?: Assumption | undefined
}

/** A draft that edits a standing policy. */
export function editDraft(policies: readonly StandingPolicy[], change: PolicyEdit): readonly Draft[] {
  const { index, edit, owner, note, needed, assumes } = change
  const policy = policies[index]
  if (!policy || !edit) return []
  const { type: policyType, text: before, name } = policy
  const after = applyEdit(before, edit)
  return [{ title: edit.title, owner, policyType, index, edit, name, before, after, note, needed, assumes }]
}

/** A document that is to be made. */
export interface NewPolicy extends DraftWords {
  readonly title: Text
  readonly name: string
  readonly after: string
  readonly assumes?: Assumption | undefined
}

/** A draft that adds a document. */
export const newDraft = (policyType: PolicyType, policy: NewPolicy): Draft => ({
  ...policy,
  policyType,
  index: undefined,
  edit: undefined,
  before: '',
})
