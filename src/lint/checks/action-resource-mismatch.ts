import { policyTypes } from '../../iam/index.ts'
import { hasNeedless } from '../arns.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { unreachedActions } from '../unreached-actions.ts'

/** The most common reason for "not authorized": the statement names the right action, and a resource that the action is never asked on. */
export const actionResourceMismatch = check({
  code: 'ACTION_RESOURCE_MISMATCH',
  own: true,
  type: 'WARNING',
  title: 'The action does not apply to any resource in the statement',
  messages: {
    allow:
      "`{{action}}` applies to `{{forms}}`, and no resource in this statement has an ARN like that. The statement doesn't allow it.",
    deny: "`{{action}}` applies to `{{forms}}`, and no resource in this statement has an ARN like that. The statement doesn't deny it.",
  },
  policyTypes: policyTypes.filter((type) => type !== 'trust'),
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find(subject) {
    const { policy, arns } = subject
    // A part that the type of the ARN doesn't have is told by ARN_REGION_NOT_ALLOWED and ARN_ACCOUNT_NOT_ALLOWED.
    const reported = new Set(
      arns.filter((at) => hasNeedless(at, 'region') || hasNeedless(at, 'account')).map(({ statement }) => statement),
    )
    for (const statement of policy.statements) {
      if (reported.has(statement)) continue
      for (const { entry, forms } of unreachedActions(statement, subject)) {
        const data = { action: entry.value.raw, forms }
        const message = statement.effect?.value === 'Deny' ? told('deny', data) : told('allow', data)
        yield { path: entry.path, span: entry.span, message }
      }
    }
  },
})
