import { policyTypes } from '../../iam/index.ts'
import { couldMatchAsText, typeMeant } from '../arns.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** Access Analyzer accepts these ARNs, because their wildcard for the account could match across a colon. INVALID_ARN_RESOURCE reports the others. */
export const misspelledResourceType = check({
  code: 'MISSPELLED_RESOURCE_TYPE',
  own: true,
  type: 'WARNING',
  title: 'The resource type in an ARN is misspelled',
  messages: { found: '`{{value}}` matches no `{{service}}` resource. ARNs of this type look like `{{arn}}`.' },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "states:StartExecution", "Resource": "arn:aws:states:*:*:statemachine:orders" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "states:StartExecution", "Resource": "arn:aws:states:*:*:stateMachine:orders" }',
  ),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find(subject) {
    for (const at of subject.arns) {
      const service = subject.reference?.services.get(at.service)
      if (!service || at.forms?.length !== 0 || !couldMatchAsText(at, service)) continue
      const meant = typeMeant(at, service)
      if (!meant) continue
      const message = told('found', { value: at.raw, service: at.service, arn: meant.arn })
      yield { path: at.path, span: at.span, message }
    }
  },
})
