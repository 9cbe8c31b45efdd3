import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, statementCheck } from '../statement-check.ts'

export const trustWholeOrganization = statementCheck(
  {
    code: 'TRUST_WHOLE_ORGANIZATION',
    type: 'SUGGESTION',
    title: 'Every account of the organization can assume the role',
    messages: {
      found:
        'Anyone in any account of the organization, sandboxes too, who has `sts:AssumeRole` can assume this role. Name the callers with `aws:PrincipalArn`, or the accounts.',
    },
    policyTypes: ['trust'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Deploy" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
  (statement) => {
    const { principal, conditions } = statement
    const isEveryone = principal?.sense === 'any-of' && principal.items.some(({ value }) => value.kind === 'everyone')
    const isOrganization =
      conditions.length > 0 && conditions.every(({ key }) => /^aws:principalorg(?:id|paths)$/i.test(key.value))
    if (!isAllow(statement) || !isEveryone || !isOrganization) return undefined
    const message = told('found')
    return { at: atElement(statement, principal), message }
  },
)
