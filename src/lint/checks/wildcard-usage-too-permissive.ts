import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf, valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
export const wildcardUsageTooPermissive: Check = {
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  newer: true,
  type: 'ERROR',
  title: 'A wildcard in a key that names one account, organization or network',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key } of conditionsOf(subject)) {
      if (condition.operator.value?.comparison !== 'string-like') continue
      for (const value of condition.values) {
        const { raw } = value.value
        const isOpen = sensitive.has(key) ? /[*?]/.test(raw) : key === 'aws:userid' && isOpenUserId(raw)
        if (!isOpen) continue
        const message = `${quote(raw)} lets in accounts, organizations or networks that nobody thought of. Write each value of ${quote(condition.key.value)} out.`
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
}

/** AWS takes no wildcard in these. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
const sensitive: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
])

/** "AROA…:session": a wildcard may be behind the colon, or be all that is before it. */
function isOpenUserId(raw: string): boolean {
  const colon = raw.indexOf(':')
  const id = colon < 0 ? raw : raw.slice(0, colon)
  return /[*?]/.test(id) && !(colon > 0 && id === '*')
}
