import type { Statement } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpSyntaxErrorAllow = check({
  code: 'RCP_SYNTAX_ERROR_ALLOW',
  type: 'ERROR',
  title: 'A resource control policy allows something',
  messages: {
    found:
      'Only RCPFullAWSAccess, which AWS attaches, can allow: it allows everything to everyone, without a condition. Your own resource control policy can only deny. Write `"Effect": "Deny"` for the requests that you want to block.',
  },
  policyTypes: ['rcp'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      if (statement.effect?.value !== 'Allow' || isFullAccess(statement)) continue
      const message = told('found')
      yield { path: `${statement.path}/Effect`, span: statement.effect.span, message }
    }
  },
})

/** The one statement of RCPFullAWSAccess. */
const isFullAccess = ({ principal, action, resource, conditions }: Statement): boolean =>
  conditions.length === 0 &&
  [action, resource].every(
    (clause) => clause?.sense === 'any-of' && clause.items.some(({ value }) => value.kind === 'all'),
  ) &&
  principal?.sense === 'any-of' &&
  principal.items.some(({ value }) => value.kind === 'everyone')
