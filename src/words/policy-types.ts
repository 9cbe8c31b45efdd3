import { type PolicyTypeClue, policyTypeNames } from '../iam/index.ts'
import { dataText, messagesOf, type Text, type Translation, write } from './messages.ts'

/** "identity-based policy" */
export const policyTypeText = messagesOf('policy-types', policyTypeNames)

/** Where a policy's type comes from: its text, the user, AWS's message, or a clause about the document that it was in. */
export type TypeReason = PolicyTypeClue | 'chosen' | 'blamed' | { readonly told: string }

/** Where a policy's type comes from: a clause for "because …". */
export const typeClause = (because: TypeReason, translation?: Translation): string => {
  const clause: Text = typeof because === 'string' ? clauses(because) : dataText(because.told)
  return write(clause, translation)
}

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
