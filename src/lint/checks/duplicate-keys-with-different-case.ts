import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const duplicateKeysWithDifferentCase = check({
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  type: 'ERROR',
  title: 'A condition key appears twice under one operator, in different case',
  messages: {
    found: 'Condition keys ignore case, so `{{key}}` appears twice here. Write it once, with all values in one list.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1", "aws:requestedregion": "eu-west-1" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { conditions } of statements) {
      const seen = new Set<string>()
      for (const { operator, key, path, span } of conditions) {
        const name = `${operator.span.from} ${key.value.toLowerCase()}`
        if (seen.has(name)) {
          const message = told('found', { key: key.value })
          yield { path, span, message }
        }
        seen.add(name)
      }
    }
  },
})
