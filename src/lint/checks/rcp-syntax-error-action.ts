import { supportsRcp } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services */
export const rcpSyntaxErrorAction = check({
  code: 'RCP_SYNTAX_ERROR_ACTION',
  type: 'ERROR',
  title: 'A resource control policy names a service that it cannot cover',
  messages: {
    star: 'AWS rejects `*` alone as the action of your own resource control policy. List the services: `s3:*`, `sqs:*`, `kms:*`.',
    unsupported:
      'Resource control policies do not support `{{service}}` (list of September 2026), so AWS rejects `{{value}}`. To limit your own users and roles, use a service control policy.',
  },
  policyTypes: ['rcp'],
  wrong: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "ec2:*"], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "kms:*"], "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }) {
    for (const statement of statements) {
      if (statement.effect?.value === 'Allow') continue
      for (const { value, path, span } of entriesOf(statement.action)) {
        if (value.kind === 'all') {
          const message = told('star')
          yield { path, span, message }
        }
        // A service that AWS does not have is told by INVALID_SERVICE_IN_ACTION.
        if (value.kind !== 'action' || supportsRcp(value.service) || !reference?.prefixes.has(value.service)) continue
        const message = told('unsupported', { service: value.service, value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
