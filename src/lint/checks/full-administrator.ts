import type { ActionPattern } from '../../iam/index.ts'
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
    iam: 'Anyone with `{{action}}` on every resource can grant themselves all other permissions. Allow only the actions that you need, on named users, roles, and policies.',
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
        if (value.kind === 'all') yield { path, span, message: told('found') }
        if (isAllOfIam(value)) yield { path, span, message: told('iam', { action: value.raw }) }
      }
    }
  },
})

/** "iam:*" is left out of the escalation paths, as one of them would say too little. */
const isAllOfIam = (action: ActionPattern): boolean =>
  action.kind === 'action' && action.service === 'iam' && /^\*+$/.test(action.name.raw)
