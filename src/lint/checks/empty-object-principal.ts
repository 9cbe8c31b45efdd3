import { member } from '../../text/index.ts'
import { accessAnalyzer, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const emptyObjectPrincipal = check({
  code: 'EMPTY_OBJECT_PRINCIPAL',
  type: 'SUGGESTION',
  title: 'The Principal is an empty object',
  messages: {
    found:
      '`{{element}}` names no one, so the statement has no effect. Name a principal, for example `{ "AWS": "arn:aws:iam::111122223333:role/<ROLE_NAME>" }`.',
  },
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": {}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { node, path } of statements) {
      for (const element of ['Principal', 'NotPrincipal']) {
        const value = member(node, element)
        if (value?.kind !== 'object' || value.members.length > 0) continue
        const message = told('found', { element })
        yield { path: `${path}/${element}`, span: value.span, message }
      }
    }
  },
})
