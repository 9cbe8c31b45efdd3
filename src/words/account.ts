import type { Chain, NotSeen, UnusedReason } from '../account/index.ts'
import type { Position } from '../text/index.ts'

/** What an answer about an account couldn't take into account: a sentence with its period. */
export function notSeenSentence(missing: NotSeen): string {
  switch (missing.code) {
    case 'no-scps':
      return 'No SCPs were given. If the account belongs to an organization, its SCPs can deny more.'
    case 'no-rcps':
      return 'No RCPs were given. The organization that owns a resource can deny more.'
    case 'no-resource-policies':
      return 'No resource-based policies were given. They can allow or deny more.'
    case 'sessions':
      return 'Session policies and session tags are chosen when a session starts, so no listing contains them.'
    case 'chains-cut':
      return 'There were too many roles to follow every chain. Some principals might get further than shown.'
    case 'unplaced-accounts':
      return `The place of these accounts in the organization isn’t known, so SCPs and RCPs of OUs above them might be missing: ${listed(missing.names)}.`
    case 'levels-without-scps':
      return `No SCPs were given for these parts of the organization: ${listed(missing.names)}.`
    case 'listed-twice':
      return `The files list these twice with different content, and one of the two is used: ${listed(missing.names)}. Give files of the same time.`
    case 'missing-documents':
      return `These policies or groups are missing or can’t be read, so answers depend on what they say: ${listed(missing.names)}.`
  }
}

/** Why a file or output isn't used: part of a sentence. */
export function unusedWords(why: UnusedReason): string {
  switch (why.code) {
    case 'no-answer':
      return 'AWS gave no answer; the credentials probably lack the permission'
    case 'no-output':
      return 'it isn’t an output of the AWS CLI'
    case 'unknown-output':
      return 'it isn’t an output that can be used here'
    case 'no-target':
      return 'it doesn’t say which root, OU, or account it’s about; put the ID into the file’s name, or use the collection script'
    case 'no-resource':
      return 'it doesn’t say which resource it belongs to; put the ARN into the file’s name, or use the collection script'
    case 'no-name':
      return 'it has no name or ARN'
    case 'policy-alone':
      return 'it’s a policy without the user, group, or role that has it; give the account details instead'
    case 'no-report':
      return 'its content isn’t a credential report'
    case 'no-policy':
      return 'its content isn’t a policy'
    case 'cut':
      return `its end is missing, or it isn’t JSON: what begins at ${place(why.from)} doesn’t end before ${place(why.end)}`
    case 'no-json':
      return `what begins at ${place(why.at)} isn’t JSON`
  }
}

const place = ({ line, column }: Position): string => `line ${line}, column ${column}`

/** The roles to assume, one entry each: "role Admin by sts:AssumeRole". */
export const chainLabels = (chain: Chain): readonly string[] =>
  chain.map(
    ({ role, dependsOn }) =>
      `role ${role.name} by sts:AssumeRole${dependsOn.length > 0 ? ` (depends on ${dependsOn.join(', ')})` : ''}`,
  )

const mostNames = 5
const listed = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')}, and ${names.length - mostNames} more`
    : names.join(', ')
