import { policyTypes, splitArn } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnPrefix = check({
  code: 'INVALID_ARN_PREFIX',
  type: 'ERROR',
  title: 'A resource does not begin with arn:',
  messages: {
    found: '`{{value}}` has six parts, but begins with `{{prefix}}`. An ARN begins with `arn:`, in lowercase.',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arm:aws:s3:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.resource)) {
        const prefix = splitArn(value.raw)?.[0]
        if (prefix === undefined || prefix === 'arn' || /[*?$]/.test(prefix)) continue
        const message = told('found', { value: value.raw, prefix })
        yield {
          path,
          span,
          message,
          fix: replace(
            fixTitle('write', { text: 'arn:' }),
            span,
            JSON.stringify(`arn${value.raw.slice(prefix.length)}`),
          ),
        }
      }
    }
  },
})
