/**
 * An ARN without what all ARNs of an account share: "user/mateojackson" for arn:aws:iam::123456789012:user/mateojackson. A session is named by its name and
 * role: "nikki (FinanceViewer)". Other texts stay as they are.
 */
export function shortName(text: string): string {
  const name = text.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '')
  const [kind, role, session, ...rest] = name.split('/')
  if (kind !== 'assumed-role' || role === undefined || session === undefined || rest.length > 0) return name
  return `${session} (${role.replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}$/, '$1')})`
}

/** The account that an ARN names; nothing where it names none. */
export const accountIn = (arn: string): string => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? ''
