import { policyTypes, splitArn } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const missingArnField = check({
  code: 'MISSING_ARN_FIELD',
  type: 'ERROR',
  title: 'A resource is not a complete ARN',
  messages: {
    found:
      '`{{value}}` isn’t an ARN: an ARN needs six parts, `arn:partition:service:region:account:resource`, of which Region and account can be empty. An S3 object is `arn:aws:s3:::bucket/key`.',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.resource)) {
        if (!isIncomplete(value.raw)) continue
        const message = told('found', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})

/** A pattern such as "arn:aws:s3*" might match the parts that it does not show; so might a template’s placeholder. */
function isIncomplete(raw: string): boolean {
  if (splitArn(raw) || raw.includes('${') || isShortForm(raw)) return false
  return raw.startsWith('arn:') ? !canGoOn(raw) : !/^[*?]/.test(raw)
}

/** API Gateway completes "execute-api:/stage/GET/pets" in the policies of its APIs. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html */
const isShortForm = (raw: string): boolean => raw.startsWith('execute-api:/')

/** Does the wildcard stand where the parts that follow can be under it? An account begins with digits, and no part before the last holds a slash. */
function canGoOn(raw: string): boolean {
  const parts = raw.split(':')
  const last = parts.at(-1) ?? ''
  const shown = last.slice(0, Math.max(last.search(/[*?]/), 0))
  return /[*?]/.test(last) && !shown.includes('/') && (parts.length < 5 || /^\d*$/.test(shown))
}
