import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const restrictAccessToServicePrincipal = check({
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  type: 'SECURITY_WARNING',
  title: 'An AWS service can act for any customer',
  messages: {
    found:
      '`{{value}}` works for every AWS customer, so another customer could also make it call this resource. Add aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths.',
  },
  policyTypes: ['resource'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::trail/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::trail/*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } }',
  ),

  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { effect, principal, conditions } = statement
      if (effect?.value !== 'Allow' || principal?.sense !== 'any-of') continue
      if (conditions.some(({ key }) => limiting.test(key.value))) continue
      for (const { value, path, span } of entriesOf(principal)) {
        if (value.kind !== 'service') continue
        const message = told('found', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})

/** Keys that say for whom a service comes; the older ones have a check of their own. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const limiting = /^aws:(?:source(?:arn|account|orgid|orgpaths|owner)|referer)$/i
