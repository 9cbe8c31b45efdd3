import { matches, type Statement, splitArn } from '../iam/index.ts'
import { type Check, identityTypes, type Subject } from './check.ts'
import { isAcceptedIfExists, isLimitedBy, isOnlyIfExists } from './limited-by.ts'
import { type FoundOf, type MessageOf, told } from './messages.ts'
import { type ByAction, type ByResource, needsOf, openRoles } from './open-roles.ts'

const open =
  '`{{action}}` with `{{roles}}` lets the caller pass any role in the account to a service, even the most powerful one.'
const addCondition = 'Name the roles, or add a condition on `iam:PassedToService`.'
const removeIfExists =
  'Name the roles, or remove `IfExists` from the condition on `iam:PassedToService`: every request to pass a role carries that key.'
const onlyLimits = '(A boundary only limits: it grants nothing itself.)'

const messages = {
  found: `${open} ${addCondition}`,
  ifExists: `${open} ${removeIfExists}`,
  inBoundary: `${open} ${addCondition} ${onlyLimits}`,
  ifExistsInBoundary: `${open} ${removeIfExists} ${onlyLimits}`,
} as const

/** The six checks for a role that can be passed at will differ only in how the statement says so. */
export const passRoleCheck = (
  byAction: ByAction,
  byResource: ByResource,
  about: Pick<Check, 'code' | 'awsCode' | 'title' | 'wrong' | 'right' | 'source'>,
): Check => ({
  ...about,
  messages,
  type: 'SECURITY_WARNING',
  policyTypes: identityTypes,
  ...needsOf(byAction, byResource),
  find: (subject) => findPassRole(subject, byAction, byResource),
})

function* findPassRole(
  subject: Subject,
  byAction: ByAction,
  byResource: ByResource,
): Iterable<FoundOf<typeof messages>> {
  const wanted = { action: 'passrole', byAction, byResource, isLimited, isEveryRole }
  for (const { statement, path, span, action, roles } of openRoles(subject, wanted))
    yield { path, span, message: messageFor(statement, subject, { action, roles }) }
}

const isLimited = (statement: Statement): boolean =>
  isLimitedBy(statement, 'iam:passedtoservice') || isAcceptedIfExists(statement)

function messageFor(
  statement: Statement,
  { policyType }: Subject,
  data: { readonly action: string; readonly roles: string },
): MessageOf<typeof messages> {
  const isBoundary = policyType === 'permissions-boundary'
  if (isOnlyIfExists(statement, 'iam:passedtoservice'))
    return isBoundary ? told('ifExistsInBoundary', data) : told('ifExists', data)
  return isBoundary ? told('inBoundary', data) : told('found', data)
}

/** Does it match every role of some account, whatever their names? */
function isEveryRole(raw: string): boolean {
  if (raw === '*') return true
  const parts = splitArn(raw)
  if (!parts) return raw.endsWith('*') && matches(raw, 'arn:aws:iam::111122223333:role/x')
  const [, partition, service, region, , name] = parts
  const isIam = matches(service, 'iam') && matches(region, '')
  return isIam && partition !== '' && ['role/a', 'role/team/Zq9'].every((role) => matches(name, role))
}
