import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** The policy doesn't say which account its role is in, so this is a hint. */
export const missingExternalId = check({
  code: 'MISSING_EXTERNAL_ID',
  own: true,
  type: 'SUGGESTION',
  title: 'The trust policy trusts a whole account without an external ID',
  messages: {
    found:
      'If account `{{account}}` belongs to another company, require the external ID that it gave you (`sts:ExternalId`). Otherwise its other customers can have it use your role.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "u7f3a9c1" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { effect, principal, conditions } = statement
      if (effect?.value !== 'Allow' || principal?.sense !== 'any-of' || conditions.length > 0) continue
      for (const { value, path, span } of entriesOf(principal)) {
        const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(value.raw)?.[1]
        if (account === undefined) continue
        const message = told('found', { account })
        yield { path, span, message }
      }
    }
  },
})
