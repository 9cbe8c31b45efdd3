import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, conditionsOn, isAllow, statementCheck } from '../statement-check.ts'

export const samlWithoutAudience = statementCheck(
  {
    code: 'SAML_WITHOUT_AUDIENCE',
    type: 'SUGGESTION',
    title: 'The trust policy doesn’t check the audience of SAML responses',
    messages: {
      found:
        'Without this check, a response that was issued for another service could be used here. Add `"StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }`.',
    },
    policyTypes: ['trust'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/idp" }, "Action": "sts:AssumeRoleWithSAML" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/idp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
  },
  (statement) => {
    const { principal } = statement
    const isSaml = principal?.items.some(({ value }) => /:saml-provider\//.test(value.raw))
    if (!isAllow(statement) || !isSaml || conditionsOn(statement, /^saml:/).length > 0) return undefined
    const message = told('found')
    return { at: atElement(statement, principal), message }
  },
)
