import { policyTypes } from '../../iam/index.ts'
import type { Check, Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { unreachedActions } from '../unreached-actions.ts'
import { listed, quote } from '../words.ts'

/** The most common reason for "not authorized": the statement names the right action, and a resource that the action is never asked on. */
export const actionResourceMismatch: Check = {
  code: 'ACTION_RESOURCE_MISMATCH',
  own: true,
  type: 'WARNING',
  title: 'The action does not apply to any resource in the statement',
  policyTypes: policyTypes.filter((type) => type !== 'trust'),
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ policy: { statements }, reference }): Iterable<Found> {
    if (!reference) return
    for (const statement of statements) {
      const verb = statement.effect?.value === 'Deny' ? 'deny' : 'allow'
      for (const { entry, forms } of unreachedActions(statement, reference)) {
        const message = `${quote(entry.value.raw)} applies to ${listed(forms.map(quote), 3)}, and no resource in this statement has an ARN like that. The statement doesn't ${verb} it.`
        yield { path: entry.path, span: entry.span, message }
      }
    }
  },
}
