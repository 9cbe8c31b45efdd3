import { policyTypes } from '../../iam/index.ts'
import { arnsOf, partIn, typesOf } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingArnAccount: Check = {
  code: 'MISSING_ARN_ACCOUNT',
  newer: true,
  type: 'ERROR',
  title: 'An ARN lacks the account ID that its service requires',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1::jobs" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const arn of arnsOf(subject)) {
      const types = typesOf(arn, subject.reference)
      // A wildcard for the Region can reach over the colon: `arn:aws:kms:*::*` matches, and Access Analyzer accepts it.
      if (/[*?]/.test(arn.region)) continue
      if (arn.account !== '' || !types || types.length === 0 || ownedByAws.has(arn.service)) continue
      if (types.some((type) => partIn(type, 'account') === '')) continue
      const message = `Every such ARN of ${quote(arn.service)} names an account, so ${quote(arn.raw)} matches nothing. Write the 12 digits, or \`*\` for any account.`
      yield { path: arn.path, span: arn.span, message }
    }
  },
}

/** Services that have things of AWS itself, written without an account: documents and parameters, views. */
const ownedByAws: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2'])
