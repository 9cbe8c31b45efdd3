import type { PolicyType } from '../iam/index.ts'
import { type CheckFilter, type Finding, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import { remember } from '../text/index.ts'

type LintText = (text: string, policyType: PolicyType) => readonly Finding[]

/** What can speak against a change. The other checks take as long again, and a change is a new text at every key. */
const speaksAgainst: CheckFilter = ({ code, type }) =>
  type === 'ERROR' || type === 'SECURITY_WARNING' || isEscalation(code)

/** Returns true if findings with this code are about privilege escalation. */
export const isEscalation = (code: string): boolean =>
  code === 'PRIVILEGE_ESCALATION' || code.startsWith('PASS_ROLE_WITH_')

let knownBy: Reference | undefined
let lintLately = lintWith(undefined)
let objectionsLately = lintWith(undefined, speaksAgainst)

/** Runs `lint`, and caches the findings of policies that didn’t change, because typing changes only one of many. */
export function lintOnce(text: string, policyType: PolicyType, reference: Reference | undefined): readonly Finding[] {
  know(reference)
  return lintLately(text, policyType)
}

/** Only what can speak against a change. */
export function objectionsOnce(
  text: string,
  policyType: PolicyType,
  reference: Reference | undefined,
): readonly Finding[] {
  know(reference)
  return objectionsLately(text, policyType)
}

function know(reference: Reference | undefined): void {
  if (reference === knownBy) return
  knownBy = reference
  lintLately = lintWith(reference)
  objectionsLately = lintWith(reference, speaksAgainst)
}

function lintWith(reference: Reference | undefined, only?: CheckFilter): LintText {
  const byType = new Map<PolicyType, (text: string) => readonly Finding[]>()
  return (text, policyType) => {
    const known = byType.get(policyType) ?? remember((text) => lint({ text, policyType, reference, only }), 64)
    byType.set(policyType, known)
    return known(text)
  }
}
