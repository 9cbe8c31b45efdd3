import { accessAnalyzer, principalTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalFormat = check({
  code: 'INVALID_PRINCIPAL_FORMAT',
  type: 'ERROR',
  title: 'A principal is neither an account nor a user, role or session',
  messages: {
    ...problemMessages,
    noArn:
      'AWS doesn’t accept `{{value}}` as a principal: it isn’t an ARN, an account, or `*`. Write 12 digits, or the ARN of a user or role; groups are never principals.',
    otherArn:
      'AWS doesn’t accept `{{value}}` as a principal: it is an ARN that names no user, role, or session. Write 12 digits, or the ARN of a user or role; groups are never principals.',
  },
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:group/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    const { statements, text } = subject.policy
    yield* fromProblems(
      subject,
      ({ code, path = '', span }) => code === 'data-type' && /\/(Not)?Principal$/.test(path) && text[span.from] === '"',
    )
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        const id = value.kind === 'invalid' ? reasons.get(value.problem) : value.kind === 'open' ? 'noArn' : undefined
        if (id === undefined || isSpecial(value.raw)) continue
        const message = told(id, { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})

const reasons: ReadonlyMap<string, 'noArn' | 'otherArn'> = new Map([
  ['no-arn', 'noArn'],
  ['other-arn', 'otherArn'],
])

/** A template's placeholder, or an origin access identity of CloudFront, which has "cloudfront" for an account. */
const isSpecial = (raw: string): boolean => raw.includes('${') || raw.startsWith('arn:aws:iam::cloudfront:user/')
