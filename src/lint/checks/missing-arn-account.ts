import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingArnAccount = check({
  code: 'MISSING_ARN_ACCOUNT',
  newer: true,
  type: 'ERROR',
  title: 'An ARN lacks the account ID that its service requires',
  messages: {
    found:
      'Every such ARN of `{{service}}` names an account, so `{{arn}}` matches nothing. Write the 12 digits, or `*` for any account.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1::jobs" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const arn of subject.arns) {
      const { forms } = arn
      // A wildcard for the Region can reach over the colon: `arn:aws:kms:*::*` matches, and Access Analyzer accepts it.
      if (/[*?]/.test(arn.region)) continue
      if (arn.account !== '' || !forms || forms.length === 0 || ownedByAws.has(arn.service)) continue
      if (forms.some((form) => form.account === '')) continue
      const message = told('found', { service: arn.service, arn: arn.raw })
      yield { path: arn.path, span: arn.span, message }
    }
  },
})

/** Services that have things of AWS itself, written without an account: documents and parameters, views. */
const ownedByAws: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2'])
