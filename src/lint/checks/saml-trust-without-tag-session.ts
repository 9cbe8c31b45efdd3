import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const samlTrustWithoutTagSession = statementCheck(
  {
    code: 'SAML_TRUST_WITHOUT_TAG_SESSION',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A SAML sign-in with session tags fails without sts:TagSession',
    messages: {
      found:
        'If the identity provider sends session tags, the sign-in fails until this role also allows `sts:TagSession`. Add the action if you use session tags.',
    },
    policyTypes: ['trust'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/idp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/idp" }, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"], "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required',
  },
  (statement, { policy: { statements } }) => {
    const isOpen = statements.some(
      (each) => isAllow(each) && includesAction(each, /^(?:\*|sts:\*|sts:tagsession|sts:tag\*)$/),
    )
    if (isOpen || !isAllow(statement) || !includesAction(statement, /^sts:assumerolewithsaml$/)) return undefined
    return { at: atElement(statement, statement.action), message: told('found') }
  },
)
