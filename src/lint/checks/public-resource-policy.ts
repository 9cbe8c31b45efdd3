import { type Statement, symbolsIn } from '../../iam/index.ts'
import { deniesThePublic, isPublicStatement, type PublicDefinition, publicDefinitionOf } from '../../reference/index.ts'
import type { Subject } from '../check.ts'
import { deniedWholly } from '../dead-statements.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { typeOfService } from '../resource-types.ts'

/** By AWS's own definition for the type of resource; where AWS has none, everyone without a condition that chooses callers. */
export const publicResourcePolicy = check({
  code: 'PUBLIC_RESOURCE_POLICY',
  own: true,
  type: 'SECURITY_WARNING',
  title: 'The resource-based policy is public',
  messages: {
    found:
      'Anyone on the internet can make these requests, without AWS credentials where the service allows that: `{{actions}}` on `{{resources}}`. Name the principals, or add a condition such as `aws:PrincipalOrgID`.',
    onThis:
      'Anyone on the internet can make these requests, without AWS credentials where the service allows that: `{{actions}}` on this resource. Name the principals, or add a condition such as `aws:PrincipalOrgID`.',
    exceptActions:
      'Anyone on the internet can make these requests, without AWS credentials where the service allows that: everything but `{{actions}}` on `{{resources}}`. Name the principals, or add a condition such as `aws:PrincipalOrgID`.',
    exceptActionsOnThis:
      'Anyone on the internet can make these requests, without AWS credentials where the service allows that: everything but `{{actions}}` on this resource. Name the principals, or add a condition such as `aws:PrincipalOrgID`.',
  },
  policyTypes: ['resource'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
  ),
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  *find(subject) {
    const limited = limitedByDeny(subject)
    for (const statement of subject.policy.statements) {
      if (!isPublic(statement, subject) || limited.has(statement)) continue
      const [first] = entriesOf(statement.principal)
      const { principal, path } = statement
      if (!principal) continue
      const message = messageFor(statement)
      yield { path: first?.path ?? `${path}/${principal.keyword.value}`, span: first?.span ?? principal.span, message }
    }
  },
})

function isPublic(statement: Statement, subject: Subject): boolean {
  const { effect, principal, conditions, effective } = statement
  if (!effective || effect?.value !== 'Allow' || !principal) return false
  // What a template leaves open can be one fixed caller.
  if (conditions.some(({ values }) => values.some(({ value }) => symbolsIn(value.raw).length > 0))) return false
  const definition = definitionFor(statement, subject)
  if (definition) return isPublicStatement(statement, definition)
  return (
    principal.sense === 'any-of' &&
    conditions.every(({ key }) => sentByAnyone.has(key.value.toLowerCase())) &&
    principal.items.some(({ value }) => value.kind === 'everyone')
  )
}

/** Keys that every caller can meet. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const sentByAnyone: ReadonlySet<string> = new Set(['aws:securetransport', 'aws:useragent', 'aws:referer'])

function definitionFor({ action }: Statement, { resourceType }: Subject): PublicDefinition | undefined {
  const services = new Set(action?.items.map(({ value }) => (value.kind === 'action' ? value.service : '')) ?? [])
  const [service = ''] = services
  return publicDefinitionOf(resourceType ?? (services.size === 1 ? typeOfService(service) : undefined) ?? '')
}

/** The statements for everyone that a Deny limits to fixed callers, as in the policy of a private API. */
function limitedByDeny(subject: Subject): ReadonlySet<Statement> {
  const limited = deniedWholly(subject.policy.statements, (deny, allow) => {
    const definition = definitionFor(allow, subject)
    return definition !== undefined && deniesThePublic(deny, definition, { symbolsAreFixed: true })
  })
  return new Set(Array.from(limited, ({ statement }) => statement))
}

function messageFor({ action, resource }: Statement) {
  const actions = action?.items.map(({ value }) => value.raw) ?? []
  const resources = resource?.sense === 'any-of' ? resource.items.map(({ value }) => value.raw) : []
  if (action?.sense === 'none-of')
    return resources.length > 0
      ? told('exceptActions', { actions, resources })
      : told('exceptActionsOnThis', { actions })
  return resources.length > 0 ? told('found', { actions, resources }) : told('onThis', { actions })
}
