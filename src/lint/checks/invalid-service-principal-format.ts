import { type Condition, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidServicePrincipalFormat = check({
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  type: 'ERROR',
  title: 'A service principal is not in AWS’s format',
  messages: {
    principal: '`{{value}}` isn’t a service principal: those look like `lambda.amazonaws.com`.',
    value: '`{{value}}` isn’t a service name that `{{key}}` can have: those look like `{{like}}`.',
  },
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/reports", "Condition": { "StringEquals": { "iam:PassedToService": "lambda" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/reports", "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const statement of subject.policy.statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        if (value.kind !== 'service' || isService(value.raw) || value.raw.includes('${')) continue
        const message = told('principal', { value: value.raw })
        yield { path, span, message }
      }
    }
    for (const { condition, key } of subject.conditions) {
      const form = forms.get(key)
      if (!form || !isText(condition)) continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (/[*?]|\$\{/.test(raw) || form.fits(raw)) continue
        const message = told('value', { value: raw, key: condition.key.value, like: form.like })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})

const isService = (text: string): boolean => /^[a-z0-9][a-z0-9.-]*\.(amazonaws|amazon)\.com(\.cn)?$/i.test(text)
const service = { fits: isService, like: 'lambda.amazonaws.com' }
/** KMS names the Region too. */
const regional = {
  fits: (text: string): boolean => isService(text) && /^[a-z0-9-]+\.[a-z]{2,4}(-[a-z]+)+-\d\./i.test(text),
  like: 's3.us-east-1.amazonaws.com',
}

/** The keys that hold services, and how each writes them. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const forms: ReadonlyMap<string, typeof service> = new Map([
  ['aws:calledvia', service],
  ['aws:calledviafirst', service],
  ['aws:calledvialast', service],
  ['aws:principalservicename', service],
  ['aws:principalservicenameslist', service],
  ['iam:passedtoservice', service],
  ['iam:awsservicename', service],
  ['kms:viaservice', regional],
])

const isText = ({ operator: { value } }: Condition): boolean => value?.comparison.startsWith('string') ?? false
