import { type DenialAnswer, doubtsOf, readDenialAndAll, toAnswer } from '../denial/index.ts'
import { type GroupAnswer, groupAnswer } from './group-answer.ts'

/** What a pasted text says about a denial: null where it doesn't say. */
export interface Explanation extends DenialAnswer, ReturnType<typeof doubtsOf> {
  /** The actions that are possible where several services have the operation that the text names. */
  readonly actionCandidates?: readonly string[]
  /** All kinds of denials in the text, where it has more than one. */
  readonly denials?: readonly GroupAnswer[]
}

/**
 * Reads what was denied out of a pasted text: a message from the console, the AWS CLI, an SDK, Terraform, a log, or a CloudTrail event.
 * It needs no data about AWS's services. It never throws for what the text holds.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * @param text the pasted text
 * @returns the first denial, and all kinds of denials where there are several
 * @example
 * const message = 'User: arn:aws:iam::123456789012:user/mary is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::logs/1'
 * explain(message).action // 's3:GetObject'
 */
export const explain = (text: string): Explanation => explanationOf(readDenialAndAll(text))

/** A reading of a text as JSON has it. */
export function explanationOf({ denial, denials: groups }: ReturnType<typeof readDenialAndAll>): Explanation {
  const { actionCandidates } = denial
  return {
    ...toAnswer(denial),
    ...(actionCandidates.length > 0 ? { actionCandidates } : {}),
    ...doubtsOf(denial),
    // The contract is one answer. If the text has more denials, they are listed next to it.
    ...(groups.length > 1 ? { denials: groups.map(groupAnswer) } : {}),
  }
}
