import type { PolicyType } from '../iam/index.ts'
import { type Finding, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import { remember } from '../text/index.ts'

type LintText = (text: string, policyType: PolicyType) => readonly Finding[]

let lintLately: LintText = lintWith(undefined)
let knownBy: Reference | undefined

/** What `lint` says; of the policies that did not change since the last time it is remembered. Who types changes one of many. */
export function lintOnce(text: string, policyType: PolicyType, reference: Reference | undefined): readonly Finding[] {
  if (reference !== knownBy) {
    lintLately = lintWith(reference)
    knownBy = reference
  }
  return lintLately(text, policyType)
}

function lintWith(reference: Reference | undefined): LintText {
  const byType = new Map<PolicyType, (text: string) => readonly Finding[]>()
  return (text, policyType) => {
    const known = byType.get(policyType) ?? remember((text) => lint({ text, policyType, reference }), 64)
    byType.set(policyType, known)
    return known(text)
  }
}
