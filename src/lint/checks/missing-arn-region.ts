import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingArnRegion = check({
  code: 'MISSING_ARN_REGION',
  type: 'ERROR',
  title: 'An ARN lacks the Region that its service has',
  messages: {
    found:
      'ARNs of this kind have a Region, so an ARN without one matches nothing. Write the Region between the third and fourth colons, or `*` for all Regions.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs::111122223333:jobs" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:111122223333:jobs" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const at of subject.arns) {
      const { region, path, span } = at
      if (region !== '') continue
      const { forms } = at
      if (!forms?.length || forms.some((form) => form.region === '')) continue
      const message = told('found')
      yield { path, span, message }
    }
  },
})
