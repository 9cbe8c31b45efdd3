import { messagesOf, type Text } from '../../../words/index.ts'
import { likelySubject, type SubjectMistake } from './subject-mistake.ts'

const told = messagesOf('trust/subjects/slip', {
  subjectForm: 'The subject doesn’t have {{issuer}}’s form',
  subjectFormText: 'The policy asks for `{{value}}`. {{text}}',
})

/** A way in which people write an issuer's subjects wrong, and what they mean. */
export interface Slip {
  readonly pattern: RegExp
  /** As in String.replace. */
  readonly to: string
  readonly text: Text
}

/** The first slip that the value shows, with the value that was meant. `issuer` is its name: "GitHub". */
export function slipIn(value: string, slips: readonly Slip[], issuer: string): SubjectMistake | undefined {
  for (const { pattern, to: form, text } of slips) {
    const to = value.replace(pattern, form)
    if (to === value) continue
    return {
      code: 'subject-form',
      certain: false,
      title: told('subjectForm', { issuer }),
      text: told('subjectFormText', { value, text }),
      to,
      subject: likelySubject(to),
    }
  }
  return undefined
}
