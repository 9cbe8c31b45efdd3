import { type Change, type Edit, isNonEmpty } from '../../text/index.ts'
import { type Draft, editDraft } from '../fixes/draft.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf } from '../words.ts'
import type { ExaminedStatement } from './examine.ts'
import type { TrustFinding } from './finding.ts'

const note = 'The condition stays as narrow as intended: no one else from this provider gets access.'

/** Everything that was found, as one change; then what is certain alone; then each finding by itself. */
export function trustDrafts(situation: Evaluated, { index, findings }: ExaminedStatement): readonly Draft[] {
  const changing = findings.filter(({ changes }) => changes.length > 0)
  const sets = [changing, changing.filter(({ certain }) => certain), ...changing.map((finding) => [finding])]
  const owner = ownerOf('trust', situation.asked)
  return sets.flatMap((set) => {
    const edit = editOf(set)
    return edit ? editDraft(situation.policies, { index, edit, owner, note }) : []
  })
}

function editOf(findings: readonly TrustFinding[]): Edit | undefined {
  const changes: Change[] = []
  for (const change of findings.flatMap((finding) => finding.changes)) {
    const isFree = changes.every(({ span }) => span.to <= change.span.from || change.span.to <= span.from)
    if (isFree) changes.push(change)
  }
  const title =
    findings.length === 1
      ? (findings[0]?.change ?? '').replace(/\.$/, '').replaceAll('`', '')
      : 'Correct the trust policy'
  return isNonEmpty(changes) ? { title, changes } : undefined
}
