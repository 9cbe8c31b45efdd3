import { alwaysNamesResource, type Statement, servicesNamingResource } from '../../iam/index.ts'
import { accessAnalyzer, type Subject } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** Services that reject resource-based policies without a Resource. Policies of ECR, for example, have none. */
const inResourcePolicies: ReadonlySet<string> = new Set([
  ...servicesNamingResource,
  'sqs',
  'sns',
  'secretsmanager',
  'lambda',
])

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const missingResource = check({
  code: 'MISSING_RESOURCE',
  type: 'ERROR',
  title: 'A statement has no Resource',
  messages: {
    found:
      'The statement does not name the resources that it applies to. Add `"Resource"`: an ARN, a list of ARNs, or `"*"` for all.',
  },
  policyTypes: [...alwaysNamesResource, 'resource'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const statement of subject.policy.statements) {
      if (statement.resource || !isNeeded(statement, subject)) continue
      const { from } = statement.span
      const message = told('found')
      yield { path: statement.path, span: { from, to: from + 1 }, message }
    }
  },
})

function isNeeded({ action }: Statement, { policyType, resourceType }: Subject): boolean {
  if (policyType !== 'resource') return true
  if (resourceType !== undefined) return inResourcePolicies.has(resourceType.toLowerCase().split('::')[1] ?? '')
  const services = action?.items.map(({ value }) => (value.kind === 'action' ? value.service : '')) ?? []
  return services.length > 0 && services.every((service) => inResourcePolicies.has(service))
}
