import { accessAnalyzer, type Check, type Found, principalTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalFormat: Check = {
  code: 'INVALID_PRINCIPAL_FORMAT',
  type: 'ERROR',
  title: 'A principal is neither an account nor a user, role or session',
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:group/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    const { statements, text } = subject.policy
    yield* fromProblems(
      subject,
      ({ code, path = '', span }) => code === 'data-type' && /\/(Not)?Principal$/.test(path) && text[span.from] === '"',
    )
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement, statement.principal)) {
        const reason = value.kind === 'invalid' ? reasons.get(value.problem) : undefined
        if (reason === undefined || isSpecial(value.raw)) continue
        const message = `AWS doesn’t accept ${quote(value.raw)} as a principal: it ${reason}. Write 12 digits, or the ARN of a user or role; groups are never principals.`
        yield { path, span, message }
      }
    }
  },
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['no-arn', 'isn’t an ARN, an account, or `*`'],
  ['other-arn', 'is an ARN that names no user, role, or session'],
])

/** A template's placeholder, or an origin access identity of CloudFront, which has "cloudfront" for an account. */
const isSpecial = (raw: string): boolean => raw.includes('${') || raw.startsWith('arn:aws:iam::cloudfront:user/')
