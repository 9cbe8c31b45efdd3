import type { Chain, NotSeen } from '../account/index.ts'

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
    case 'missing-documents':
      return `These policies or groups are missing or can’t be read, so answers depend on what they say: ${listed(missing.names)}.`
  }
}

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
