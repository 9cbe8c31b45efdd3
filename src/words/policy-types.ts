import { type PolicyTypeClue, policyTypeNames } from '../iam/index.ts'
import { dataText, messagesOf, type Text, type Translation, write } from './messages.ts'

/** "identity-based policy" */
export const policyTypeText = messagesOf('policy-types', policyTypeNames)

/** Where a policy's type comes from: its text, the user, AWS's message, or a clause about the document that it was in. */
export type TypeReason = PolicyTypeClue | 'chosen' | 'blamed' | { readonly told: string }

/** Where a policy's type comes from: a clause for "because …". */
export const typeClause = (because: TypeReason, translation?: Translation): string => {
  return write(typeof because === 'string' ? clauses(because) : toldClause(because.told), translation)
}

/** A clause that was kept with a case. Some have names in them; the others are words of a row of data. */
function toldClause(clause: string): Text {
  for (const [pattern, text] of clausesWithNames) {
    const found = pattern.exec(clause)
    if (found) return text(found)
  }
  // A clause of someone else's file can have anything in it; ours have no places.
  return clause.includes('{{') ? clause : dataText(clause)
}

const named = messagesOf('policy-type-clauses', {
  lineAbove: 'the line above it says “{{line}}”',
  codeGives: 'the code gives it to {{name}}',
  belongsTo: 'it belongs to the {{kind}} “{{name}}”',
})

const clausesWithNames: readonly (readonly [RegExp, (found: RegExpExecArray) => Text])[] = [
  [/^the line above it says “(.*)”$/s, ([, line = '']) => named('lineAbove', { line })],
  [/^the code gives it to (.+)$/s, ([, name = '']) => named('codeGives', { name })],
  [/^it belongs to the (\S+) “(.*)”$/s, ([, kind = '', name = '']) => named('belongsTo', { kind, name })],
]

const clauses = messagesOf('policy-type-clues', {
  'nothing-read': 'no statement could be read yet',
  'who-assumes-a-role': 'it says who can assume a role',
  'denies-everyone': 'it only denies, and it denies everyone',
  'names-principals': 'it names principals',
  'locks-regions': 'it locks Regions the way service control policies do',
  'only-denies': 'it only denies, as service control policies usually do',
  'allows-without-principal': 'it allows actions and names no principal',
  chosen: 'you chose it',
  blamed: 'AWS’s message blames such a policy',
})
