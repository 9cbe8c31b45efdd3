import { type Case, diagnose, report, requestText, sortPaste } from '../../src/advise/index.ts'
import type { Reference } from '../../src/reference/index.ts'
import { readCaseFile, writeCaseFile } from '../../src/session/case-file.ts'
import { policyComplaints } from '../../src/session/complaints.ts'
import { applyEdit } from '../../src/text/index.ts'

/** Goes the whole way from a paste to a fix as the page does. Gives what is wrong with the outcome, in a sentence; undefined where nothing is. */
export function wholeWay(given: Case, reference: Reference | undefined): string | undefined {
  const sorted = sortPaste(given)?.given ?? given
  const diagnosis = diagnose(sorted, reference)
  for (const [i, policy] of diagnosis.policies.entries()) policyComplaints(sorted.policies[i]?.text ?? '', policy)
  requestText(diagnosis)
  report(diagnosis, { engine: 'fuzz', data: undefined })
  const texts = sorted.policies.map(({ text }) => text)
  for (const { policyIndex, edit, before, after } of diagnosis.fixes) {
    if (policyIndex === undefined || !edit) continue
    if (texts[policyIndex] !== before) return 'a fix is made for another text'
    if (applyEdit(before, edit) !== after) return 'a fix does not lead to what it shows'
    texts[policyIndex] = after
  }
  // A policy that is no JSON stays none: its own slip has its own fix.
  for (const { before, after, title } of diagnosis.fixes) {
    if ((before === '' || isJson(before)) && !isJson(after)) return `the fix “${title}” makes no JSON`
  }
  if (!readCaseFile(writeCaseFile({ given: sorted, saved: [] })).ok) return 'its own case file cannot be read'
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) return 'the prototype of all objects was changed'
  return undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
