import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const duplicateKeysWithDifferentCase: Check = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  type: 'ERROR',
  title: 'A condition key appears twice under one operator, in different case',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1", "aws:requestedregion": "eu-west-1" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { conditions } of statements) {
      const seen = new Set<string>()
      for (const { operator, key, path, span } of conditions) {
        const name = `${operator.span.from} ${key.value.toLowerCase()}`
        if (seen.has(name)) {
          const message = `Condition keys ignore case, so ${quote(key.value)} appears twice here. Write it once, with all values in one list.`
          yield { path, span, message }
        }
        seen.add(name)
      }
    }
  },
}
