import { readCaller } from '../iam/index.ts'
import type { PrincipalType } from './denial.ts'

const byCaller = {
  user: 'iam-user',
  role: 'role',
  'role-session': 'assumed-role',
  'federated-user': 'federated-user',
  root: 'root',
  service: 'service',
  'identity-provider': undefined,
  'origin-access-identity': undefined,
  account: 'account',
  anonymous: 'anonymous',
} as const satisfies Record<string, PrincipalType | undefined>

/** What redacted and broken ARNs still show. */
const marks: readonly (readonly [mark: RegExp, type: PrincipalType])[] = [
  [/assumed-role\/AWSReservedSSO_/, 'identity-center-role'],
  [/assumed-role\//, 'assumed-role'],
  [/federated-user\//, 'federated-user'],
  [/^arn:.*:\s*user\//, 'iam-user'],
  [/^arn:.*:\s*role\//, 'role'],
  [/^arn:.*:root$/, 'root'],
]

/** What kind of caller a principal is, by its text; undefined where the text does not tell. */
export function principalTypeOf(principal: string): PrincipalType | undefined {
  const mark = marks.find(([pattern]) => pattern.test(principal))
  if (mark) return mark[1]
  // A `*` by itself means that a name was removed, not everyone.
  const caller = principal === '*' ? undefined : readCaller(principal)
  return caller && byCaller[caller.kind]
}

/** The caller's account: 12 digits in the account's place, or alone; undefined where they are redacted. */
export const accountOf = (principal: string): string | undefined =>
  /^(?:arn:[^:]{0,20}:[^:]{0,20}:[^:]{0,30}:)?(\d{12})(?::|$)/.exec(principal)?.[1]
