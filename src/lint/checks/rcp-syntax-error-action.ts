import { supportsRcp } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services */
export const rcpSyntaxErrorAction: Check = {
  code: 'RCP_SYNTAX_ERROR_ACTION',
  type: 'ERROR',
  title: 'A resource control policy names a service that it cannot cover',
  policyTypes: ['rcp'],
  wrong: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "ec2:*"], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "kms:*"], "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }): Iterable<Found> {
    for (const statement of statements) {
      if (statement.effect?.value === 'Allow') continue
      for (const { value, path, span } of entriesOf(statement, statement.action)) {
        if (value.kind === 'all') {
          const message =
            'AWS rejects `*` alone as the action of your own resource control policy. List the services: `s3:*`, `sqs:*`, `kms:*`.'
          yield { path, span, message }
        }
        // A service that AWS does not have is told by INVALID_SERVICE_IN_ACTION.
        if (value.kind !== 'action' || supportsRcp(value.service) || !reference?.prefixes.has(value.service)) continue
        const message = `Resource control policies do not support ${quote(value.service)} (list of September 2026), so AWS rejects ${quote(value.raw)}. To limit your own users and roles, use a service control policy.`
        yield { path, span, message }
      }
    }
  },
}
