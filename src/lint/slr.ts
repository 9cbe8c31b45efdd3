import { matches, type Statement, splitArn } from '../iam/index.ts'
import { type Check, identityTypes, type Subject } from './check.ts'
import { isLimitedBy } from './limited-by.ts'
import { type FoundOf, told } from './messages.ts'
import { type ByAction, type ByResource, needsOf, openRoles } from './open-roles.ts'

const open =
  '`{{action}}` with `{{roles}}` lets the caller have the service-linked role of any service created. Name the roles, or add the condition iam:AWSServiceName.'

const messages = { found: open, inBoundary: `${open} (A boundary only limits: it grants nothing itself.)` } as const

/** The six checks for service-linked roles that can be created at will differ only in how the statement says so. */
export const createSlrCheck = (
  byAction: ByAction,
  byResource: ByResource,
  about: Pick<Check, 'code' | 'awsCode' | 'title' | 'wrong' | 'right' | 'source'>,
): Check => ({
  ...about,
  messages,
  type: 'WARNING',
  policyTypes: identityTypes,
  ...needsOf(byAction, byResource),
  find: (subject) => findCreateSlr(subject, byAction, byResource),
})

function* findCreateSlr(
  subject: Subject,
  byAction: ByAction,
  byResource: ByResource,
): Iterable<FoundOf<typeof messages>> {
  const wanted = { action: 'createservicelinkedrole', byAction, byResource, isLimited, isEveryRole }
  for (const { path, span, action, roles } of openRoles(subject, wanted)) {
    const data = { action, roles }
    yield {
      path,
      span,
      message: subject.policyType === 'permissions-boundary' ? told('inBoundary', data) : told('found', data),
    }
  }
}

const isLimited = (statement: Statement): boolean => isLimitedBy(statement, 'iam:awsservicename')

/** Does it match the service-linked roles of all services? */
function isEveryRole(raw: string): boolean {
  if (raw === '*') return true
  const parts = splitArn(raw)
  if (!parts) return false
  const [, , service, region, , name] = parts
  const roles = ['a.amazonaws.com/AWSServiceRoleForA', 'zq9.amazonaws.com/AWSServiceRoleForZq9']
  return (
    matches(service, 'iam') &&
    matches(region, '') &&
    roles.every((role) => matches(name, `role/aws-service-role/${role}`))
  )
}
