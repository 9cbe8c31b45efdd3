import type { PolicyType } from '../iam/index.ts'
import { type Finding, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'

/** More policies than this on one bench are rare. */
const most = 64

let known = new Map<string, readonly Finding[]>()
let knownBy: Reference | undefined

/** What `lint` says; of the policies that did not change since the last time it is remembered. Who types changes one of many. */
export function lintOnce(text: string, policyType: PolicyType, reference: Reference | undefined): readonly Finding[] {
  if (reference !== knownBy) {
    known = new Map()
    knownBy = reference
  }
  const key = `${policyType} ${text}`
  const findings = known.get(key) ?? lint({ text, policyType, reference })
  // Put at the end: the one that was not needed longest goes first.
  known.delete(key)
  known.set(key, findings)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return findings
}
