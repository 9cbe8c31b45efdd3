/** What the credential report says about one user. Dates are ISO 8601, as in the report. */
export interface Credentials {
  readonly hasPassword: boolean
  readonly hasMfa: boolean
  readonly activeKeys: number
  /** The last use of the password or a key; undefined if there was none, or none is known. */
  readonly lastUsed: string | undefined
  readonly created: string | undefined
}

/** Is it the CSV of `aws iam get-credential-report`? */
export const isCredentialReport = (text: string): boolean => /^\uFEFF?user,arn,user_creation_time,/.test(text)

/**
 * Reads the credential report, by the ARN of users. Its fields never contain commas or quotes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export function readCredentialReport(text: string): ReadonlyMap<string, Credentials> {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = new Map(head.split(',').map((name, i) => [name, i]))
  return new Map(
    rows.flatMap((row) => {
      const cells = row.split(',')
      const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? ''
      const arn = cell('arn')
      return arn === '' ? [] : [[arn, credentialsIn(cell)] as const]
    }),
  )
}

function credentialsIn(cell: (name: string) => string): Credentials {
  const isTrue = (name: string): boolean => cell(name) === 'true'
  const dates = ['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date']
    .map(cell)
    .filter((date) => /^\d{4}-/.test(date))
  const created = cell('user_creation_time')
  return {
    hasPassword: isTrue('password_enabled'),
    hasMfa: isTrue('mfa_active'),
    activeKeys: ['access_key_1_active', 'access_key_2_active'].filter(isTrue).length,
    lastUsed: dates.toSorted().at(-1),
    created: /^\d{4}-/.test(created) ? created : undefined,
  }
}
