import { escapePointer } from '../../iam/index.ts'
import { type JsonMember, member } from '../../text/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, type FoundOf, told } from '../messages.ts'

const keys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

const messages = {
  found:
    '`{{key}}` isn’t a type of principal. The types are AWS (accounts, users, roles), Service, Federated, and CanonicalUser.',
} as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalKey = check({
  code: 'INVALID_PRINCIPAL_KEY',
  type: 'ERROR',
  title: 'A Principal has a key that does not exist',
  messages,
  policyTypes: principalTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "aws": "arn:aws:iam::111122223333:role/App" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { node, principal, path } of statements) {
      const element = principal?.keyword.value ?? ''
      const value = member(node, element)
      const wrong = value?.kind === 'object' ? value.members.filter(({ key }) => !keys.includes(key.value)) : []
      for (const each of wrong) yield findingFor(each, `${path}/${element}`, (name) => !member(value, name))
    }
  },
})

function findingFor({ key }: JsonMember, path: string, isFree: (name: string) => boolean): FoundOf<typeof messages> {
  const meant = keys.find((name) => name.toLowerCase() === key.value.toLowerCase())
  const fix =
    meant !== undefined && isFree(meant)
      ? replace(fixTitle('write', { text: meant }), key.span, `"${meant}"`)
      : undefined
  const message = told('found', { key: key.value })
  return { path: `${path}/${escapePointer(key.value)}`, span: key.span, message, ...withFix(fix) }
}
