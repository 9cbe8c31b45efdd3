import { escapePointer } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { accessAnalyzer, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const emptyArrayPrincipal = check({
  code: 'EMPTY_ARRAY_PRINCIPAL',
  type: 'SUGGESTION',
  title: 'The list of principals is empty',
  messages: {
    found: '`{{key}}` is an empty list, so it adds nothing to the `{{element}}`. Name the principals, or remove it.',
  },
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": [] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/Finance"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { node, path } of statements) {
      for (const element of ['Principal', 'NotPrincipal']) {
        const value = member(node, element)
        for (const { key, value: list } of value?.kind === 'object' ? value.members : []) {
          if (list.kind !== 'array' || list.items.length > 0) continue
          const message = told('found', { key: key.value, element })
          yield { path: `${path}/${element}/${escapePointer(key.value)}`, span: list.span, message }
        }
      }
    }
  },
})
