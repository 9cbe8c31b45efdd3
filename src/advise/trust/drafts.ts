import { messagesOf } from '../../words/index.ts'
import { type Draft, editDraft } from '../fixes/draft.ts'
import type { Evaluated } from '../situation.ts'
import { ownerOf } from '../words.ts'
import { editOf } from './corrected.ts'
import type { ExaminedStatement } from './examine.ts'

const told = messagesOf('trust/drafts', {
  note: 'The condition stays as narrow as intended: no one else from this provider gets access.',
})

const note = told('note')

/** Everything that was found, as one change; then what is certain alone; then each finding by itself. */
export function trustDrafts(situation: Evaluated, { index, findings }: ExaminedStatement): readonly Draft[] {
  const changing = findings.filter(({ changes }) => changes.length > 0)
  const certain = changing.filter((finding) => finding.certain)
  // Where only the reader knows how to correct something that keeps every token out, a guess about the rest gets no one in.
  const isShut = findings.some((finding) => finding.certain && finding.changes.length === 0)
  const sets = isShut ? [certain] : [changing, certain, ...changing.map((finding) => [finding])]
  const owner = ownerOf('trust', situation.asked)
  return sets.flatMap((set) => {
    const edit = editOf(set)
    return edit ? editDraft(situation.policies, { index, edit, owner, note }) : []
  })
}
