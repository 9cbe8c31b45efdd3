import { matches } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { listed, quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingActionForRolesAnywhereTrustPolicy: Check = {
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  type: 'ERROR',
  title: 'IAM Roles Anywhere needs three actions',
  policyTypes: ['trust'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"] }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { action, effect, path, principal } of statements) {
      const isAnywhere = principal?.items.some(
        ({ value }) => value.kind === 'service' && value.name === 'rolesanywhere.amazonaws.com',
      )
      if (!isAnywhere || effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
      const missing = needed.filter(
        (name) => !action.items.some(({ value }) => matches(value.raw.toLowerCase(), name.toLowerCase())),
      )
      if (missing.length === 0) continue
      const message = `IAM Roles Anywhere also needs ${listed(missing.map(quote))}: without them, AWS denies its sessions. Add them to the statement.`
      yield { path: `${path}/${action.keyword.value}`, span: action.span, message }
    }
  },
}

const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'] as const
