import type { Chain, NotSeen, Person, UnusedReason, Way } from '../account/index.ts'
import type { StatementRef } from '../evaluate/index.ts'
import type { Position } from '../text/index.ts'
import { inTurn, messagesOf, type Text, type Told, type Translation, write } from './messages.ts'
import { policyTypeText } from './policy-types.ts'
import { symbolText } from './symbols.ts'

const missed = messagesOf('account-not-seen', {
  'no-scps': 'No SCPs were given. If the account belongs to an organization, its SCPs can deny more.',
  'no-rcps': 'No RCPs were given. The organization that owns a resource can deny more.',
  'no-resource-policies': 'No resource-based policies were given. They can allow or deny more.',
  'no-credential-report': 'No credential report was given, so unused users aren’t listed.',
  sessions: 'Session policies and session tags are chosen when a session starts, so no listing contains them.',
  'chains-cut': 'There were too many roles to follow every chain. Some principals might get further than shown.',
  'unplaced-accounts':
    'The place of these accounts in the organization isn’t known, so SCPs and RCPs of OUs above them might be missing: {{names}}.',
  'levels-without-scps': 'No SCPs were given for these parts of the organization: {{names}}.',
  'listed-twice':
    'The files list these twice with different content, and one of the two is used: {{names}}. Give files of the same time.',
  'missing-documents':
    'These policies or groups are missing or can’t be read, so answers depend on what they say: {{names}}.',
})

/** Something that an answer about an account couldn't take into account. */
export type Missing = NotSeen | { readonly code: 'no-credential-report' }

/** What an answer about an account couldn't take into account: a sentence with its period. */
export const notSeenSentence = (missing: Missing, translation?: Translation): string =>
  write(
    'names' in missing ? missed(missing.code, { names: someOf(missing.names, 5) }) : missed(missing.code),
    translation,
  )

const unused = messagesOf('account-unused-files', {
  'no-answer': 'AWS gave no answer; the credentials probably lack the permission',
  'no-output': 'it isn’t an output of the AWS CLI',
  'unknown-output': 'it isn’t an output that can be used here',
  'no-target':
    'it doesn’t say which root, OU, or account it’s about; put the ID into the file’s name, or use the collection script',
  'no-resource':
    'it doesn’t say which resource it belongs to; put the ARN into the file’s name, or use the collection script',
  'no-name': 'it has no name or ARN',
  'policy-alone': 'it’s a policy without the user, group, or role that has it; give the account details instead',
  'no-report': 'its content isn’t a credential report',
  'no-policy': 'its content isn’t a policy',
  cut: 'its end is missing, or it isn’t JSON: what begins at {{from}} doesn’t end before {{end}}',
  'no-json': 'what begins at {{at}} isn’t JSON',
  place: 'line {{line}}, column {{column}}',
})

/** Why a file or output isn't used: part of a sentence. */
export const unusedWords = (why: UnusedReason, translation?: Translation): string => write(unusedText(why), translation)

function unusedText(why: UnusedReason): Told {
  switch (why.code) {
    case 'cut':
      return unused('cut', { from: place(why.from), end: place(why.end) })
    case 'no-json':
      return unused('no-json', { at: place(why.at) })
    default:
      return unused(why.code)
  }
}

const place = ({ line, column }: Position): Told => unused('place', { line, column })

const told = messagesOf('account', {
  role: 'role {{name}} by sts:AssumeRole',
  roleDepending: 'role {{name}} by sts:AssumeRole (depends on {{keys}})',
  inGroup: '{{name}} (group {{group}})',
  ofPermissionSet: '{{way}} (permission set)',
  everyoneIn: 'everyone in the group {{name}}',
  more: '{{names}}, and {{count}} more',
  noService: 'AWS has no service with the prefix “{{prefix}}”.',
  noAction: 'The list of AWS’s actions doesn’t contain {{action}}. Check the spelling.',
  statement: '{{sid}} of {{policy}} ({{type}})',
  statementNumber: 'statement {{number}} of {{policy}} ({{type}})',
})

/** An action that AWS doesn't have: its service, or its name. A sentence with its full stop. */
export const unknownActionSentence = (
  unknown: { readonly prefix: string } | { readonly action: string },
  translation?: Translation,
): string => write('prefix' in unknown ? told('noService', unknown) : told('noAction', unknown), translation)

/** "AllowPaying of Finance (identity-based policy)": a statement that decided. */
export function statementLabel(
  { policy, policyType, statement, sid }: Pick<StatementRef, 'policy' | 'policyType' | 'statement' | 'sid'>,
  translation?: Translation,
): string {
  const data = { policy, type: policyTypeText(policyType) }
  const text =
    sid === undefined
      ? told('statementNumber', { ...data, number: statement + 1 })
      : told('statement', { ...data, sid })
  return write(text, translation)
}

/** The roles to assume, one entry each: "role Admin by sts:AssumeRole". */
export const chainLabels = (chain: Chain, translation?: Translation): readonly string[] =>
  chainTexts(chain).map((text) => write(text, translation))

/** The same, in no language yet. */
export const chainTexts = (chain: Chain): readonly Told[] =>
  chain.map(({ role: { name }, dependsOn }) =>
    dependsOn.length > 0 ? told('roleDepending', { name, keys: keysText(dependsOn) }) : told('role', { name }),
  )

/** Names one after the other; behind the first few, how many more there are. */
export function someOf(all: readonly string[], most: number): Text {
  const shown = names(all.slice(0, most))
  return all.length > most ? told('more', { names: shown, count: all.length - most }) : shown
}

const names = (all: readonly string[]): Text => inTurn(all, ', ')

/** The keys that an answer depends on, one after the other. */
export const keysText = (keys: readonly string[]): Text => inTurn(keys.map(symbolText), ', ')

/** "SeeBilling (group finance)". */
export const wayLabel = (way: Way, translation?: Translation): string => write(wayText(way), translation)

export const wayText = ({ policy, group }: Way): Text =>
  group === undefined ? policy : told('inGroup', { name: policy, group })

/** "SeeBilling (permission set)": a policy of a role that a permission set made. */
export const permissionSetLabel = (way: Way, translation?: Translation): string =>
  write(told('ofPermissionSet', { way: wayText(way) }), translation)

/** "gina (group Controlling)"; "everyone in the group Controlling" where its members weren't given. */
export const personLabel = (person: Person, translation?: Translation): string => write(personText(person), translation)

export function personText({ name, group, isGroup }: Person): Text {
  if (isGroup) return told('everyoneIn', { name })
  return group === undefined ? name : told('inGroup', { name, group })
}
