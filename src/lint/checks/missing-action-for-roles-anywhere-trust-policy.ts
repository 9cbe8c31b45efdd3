import { matches } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingActionForRolesAnywhereTrustPolicy = check({
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  type: 'ERROR',
  title: 'IAM Roles Anywhere needs three actions',
  messages: {
    found:
      'IAM Roles Anywhere also needs `{{missing}}`: without them, AWS denies its sessions. Add them to the statement.',
  },
  policyTypes: ['trust'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"] }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { action, effect, path, principal } of statements) {
      const isAnywhere = principal?.items.some(
        ({ value }) => value.kind === 'service' && value.name === 'rolesanywhere.amazonaws.com',
      )
      if (!isAnywhere || effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
      const missing = needed.filter(
        (name) => !action.items.some(({ value }) => matches(value.raw.toLowerCase(), name.toLowerCase())),
      )
      if (missing.length === 0) continue
      const message = told('found', { missing })
      yield { path: `${path}/${action.keyword.value}`, span: action.span, message }
    }
  },
})

const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'] as const
