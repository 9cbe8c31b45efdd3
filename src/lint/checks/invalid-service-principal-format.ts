import { accessAnalyzer, type Check, type Found, principalTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidServicePrincipalFormat: Check = {
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  type: 'ERROR',
  title: 'A service principal is not written as AWS does',
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudtrail" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement, statement.principal)) {
        if (
          value.kind !== 'service' ||
          /^[a-z0-9][a-z0-9.-]*\.(amazonaws|amazon)\.com(\.cn)?$/i.test(value.raw) ||
          /[$]\{/.test(value.raw)
        )
          continue
        const message = `${quote(value.raw)} is no service principal: those look like \`lambda.amazonaws.com\`.`
        yield { path, span, message }
      }
    }
  },
}
