import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, conditionsOn, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const kmsGrantsForAnyone = statementCheck(
  {
    code: 'KMS_GRANTS_FOR_ANYONE',
    type: 'SUGGESTION',
    title: 'kms:CreateGrant lets the caller share the key with anyone',
    messages: {
      found:
        'A grant can give any principal of any account access to the key. Add `"Bool": { "kms:GrantIsForAWSResource": "true" }`, or limit the grantee with `kms:GranteePrincipal`.',
    },
    policyTypes: ['resource'],
    exampleOf: 'AWS::KMS::Key',
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "kms:CreateGrant", "Resource": "*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } }',
    ),
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  },
  (statement) => {
    const isLimited = conditionsOn(statement, /^kms:(?:grant|viaservice|calleraccount|retiringprincipal)/).length > 0
    if (!isAllow(statement) || !includesAction(statement, /^kms:creategrant$/) || isLimited) return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
