import { member } from '../../text/index.ts'
import { accessAnalyzer, type Check, type Found, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const emptyObjectPrincipal: Check = {
  code: 'EMPTY_OBJECT_PRINCIPAL',
  type: 'SUGGESTION',
  title: 'The Principal is an empty object',
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": {}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { node, path } of statements) {
      for (const element of ['Principal', 'NotPrincipal']) {
        const value = member(node, element)
        if (value?.kind !== 'object' || value.members.length > 0) continue
        const message = `\`${element}\` names no one, so the statement has no effect. Name a principal, for example \`{ "AWS": "arn:aws:iam::111122223333:role/NAME" }\`.`
        yield { path: `${path}/${element}`, span: value.span, message }
      }
    }
  },
}
