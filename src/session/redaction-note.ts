import type { RedactOptions } from '../advise/index.ts'

/** What an export says about itself, one sentence each. */
export const redactionNote = ({ buckets }: RedactOptions): readonly string[] => [
  `Replaced with placeholders: account numbers, IP addresses, email addresses, names of people, users, roles, sessions, groups, customer managed policies, profiles, repositories, and MFA devices, IDs of principals, organizations, and networks${buckets ? ', and bucket names' : ''}. The same name always has the same placeholder.`,
  `Still readable: actions, Regions, times, ${buckets ? '' : 'bucket names, '}object keys and names of other resources, tags, statement IDs (Sid), host names of your own, request IDs that aren’t UUIDs, names that are part of a longer word, and names in sentences that don’t say whose they are.`,
]
