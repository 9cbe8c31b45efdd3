import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

export const fullAdministrator = check({
  code: 'FULL_ADMINISTRATOR',
  own: true,
  type: 'WARNING',
  title: 'The policy grants full administrator access',
  messages: {
    found:
      'This allows every action on every resource, in this account and wherever its principals are trusted. Grant only the services that you need.',
  },
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }'),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { effect, action, resource, conditions } = statement
      if (effect?.value !== 'Allow' || action?.sense !== 'any-of' || conditions.length > 0) continue
      if (resource?.sense !== 'any-of' || !resource.items.some(({ value }) => value.kind === 'all')) continue
      for (const { value, path, span } of entriesOf(action)) {
        if (value.kind !== 'all') continue
        const message = told('found')
        yield { path, span, message }
      }
    }
  },
})
