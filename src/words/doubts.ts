import type { Denial } from '../denial/index.ts'
import { messagesOf, type Speaker, speaker, type Translation } from './messages.ts'

const told = messagesOf('doubts', {
  principal: 'possible principal: {{value}}',
  action: 'possible action: {{value}}',
  resource: 'possible resource: {{value}}',
  check: 'Check the {{field}}: the text says {{read}}, and {{why}}.',
  checkOther: 'Check the {{field}}: the text says {{read}}, and {{why}}. It could be {{other}}.',
  'field-principal': 'principal',
  'field-action': 'action',
  'field-resource': 'resource',
  'field-policyArn': 'policy’s ARN',
  'line-break': 'a line break may have cut it',
  blank: 'it has a space in it',
  'run-together': 'the words around it have no spaces',
  'unknown-service': 'no service has this prefix',
  'look-alike': 'screenshots confuse letters and marks that look alike',
})

/** What may be read wrong, and what could be meant: a sentence per line. */
export function doubtLines({ doubts, candidate }: Denial, translation?: Translation): readonly string[] {
  const say: Speaker<typeof told.messages> = speaker(told, translation)
  const possible = (['principal', 'action', 'resource'] as const).flatMap((field) => {
    const value = candidate?.[field]
    return value === undefined ? [] : [say(field, { value })]
  })
  const doubted = doubts.map(({ field, read, instead: [other], because }) => {
    const data = { field: say(`field-${field}`), read, why: say(because) }
    return other === undefined ? say('check', data) : say('checkOther', { ...data, other })
  })
  return [...possible, ...doubted]
}
