import type { Check, Found } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'

export const fullAdministrator: Check = {
  code: 'FULL_ADMINISTRATOR',
  own: true,
  type: 'WARNING',
  title: 'The policy grants full administrator access',
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }'),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  *find({ policy: { statements } }): Iterable<Found> {
    for (const statement of statements) {
      const { effect, action, resource, conditions } = statement
      if (effect?.value !== 'Allow' || action?.sense !== 'any-of' || conditions.length > 0) continue
      if (resource?.sense !== 'any-of' || !resource.items.some(({ value }) => value.kind === 'all')) continue
      for (const { value, path, span } of entriesOf(statement, action)) {
        if (value.kind !== 'all') continue
        const message =
          'This allows every action on every resource, in this account and wherever its principals are trusted. Grant only the services that you need.'
        yield { path, span, message }
      }
    }
  },
}
