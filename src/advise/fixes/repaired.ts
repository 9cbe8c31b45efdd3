import { lint } from '../../lint/index.ts'
import type { Reference } from '../../reference/index.ts'
import { applyEdit, type Edit } from '../../text/index.ts'
import type { Text } from '../../words/index.ts'
import { endsThere, isMalformed } from '../mistakes.ts'
import type { StandingPolicy } from '../situation.ts'

/** A policy has few slips; each correction can bring the next one to light. */
const mostSlips = 8

/**
 * The policy with every slip corrected that keeps IAM from saving it; the policy itself where there is none. Undefined where one has no correction that
 * is certain: what the statement should say is then for its writer to decide.
 */
export function repaired(policy: StandingPolicy, reference: Reference | undefined): StandingPolicy | undefined {
  let { text } = policy
  for (let round = 0; round <= mostSlips; round++) {
    const slips = lint({ text, policyType: policy.type, reference, only: isMalformed })
    if (slips.length === 0)
      return text === policy.text ? policy : { ...policy, text, read: undefined, linted: undefined }
    if (slips.some((slip) => endsThere(slip, text))) return undefined
    const fix = slips.flatMap((slip) => slip.fix ?? [])[0]
    if (!fix) return undefined
    text = applyEdit(text, fix)
  }
  return undefined
}

/** One change of the text as it was given that makes the corrections and another change of the corrected text. */
export const afterRepair = (given: string, corrected: string, edit: Edit<Text>): Edit<Text> => ({
  title: edit.title,
  changes: [{ span: { from: 0, to: given.length }, insert: applyEdit(corrected, edit) }],
})
