import { escapePointer } from '../../iam/index.ts'
import { type JsonMember, member } from '../../text/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

const keys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalKey: Check = {
  code: 'INVALID_PRINCIPAL_KEY',
  type: 'ERROR',
  title: 'A Principal has a key that does not exist',
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "aws": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { node, principal, path } of statements) {
      const element = principal?.keyword.value ?? ''
      const value = member(node, element)
      const wrong = value?.kind === 'object' ? value.members.filter(({ key }) => !keys.includes(key.value)) : []
      for (const each of wrong) yield findingFor(each, `${path}/${element}`, (name) => !member(value, name))
    }
  },
}

function findingFor({ key }: JsonMember, path: string, isFree: (name: string) => boolean): Found {
  const meant = keys.find((name) => name.toLowerCase() === key.value.toLowerCase())
  const fix = meant !== undefined && isFree(meant) ? replace(`Write ${meant}`, key.span, `"${meant}"`) : undefined
  const message = `${quote(key.value)} isn’t a type of principal. The types are AWS (accounts, users, roles), Service, Federated, and CanonicalUser.`
  return { path: `${path}/${escapePointer(key.value)}`, span: key.span, message, ...withFix(fix) }
}
