import { policyTypes } from '../../iam/index.ts'
import { arnsOf, partIn, typesOf } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingArnRegion: Check = {
  code: 'MISSING_ARN_REGION',
  type: 'ERROR',
  title: 'An ARN lacks the Region that its service has',
  policyTypes: policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs::111122223333:jobs" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:111122223333:jobs" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const at of arnsOf(subject)) {
      const { region, path, span } = at
      if (region !== '') continue
      const types = typesOf(at, subject.reference)
      if (!types?.length || types.some((type) => partIn(type, 'region') === '')) continue
      const message =
        'ARNs of this kind have a Region, so an ARN without one matches nothing. Write the Region between the third and fourth colons, or `*` for all Regions.'
      yield { path, span, message }
    }
  },
}
