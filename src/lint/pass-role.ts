import { coversAction, type Entry, matches, type Statement, splitArn } from '../iam/index.ts'
import { type Check, identityTypes, type Subject } from './check.ts'
import { entriesOf } from './entries.ts'
import { isAcceptedIfExists, isLimitedBy, isOnlyIfExists } from './limited-by.ts'
import { type FoundOf, type MessageOf, told } from './messages.ts'

/** How a statement comes to allow iam:PassRole: it names the action, a wildcard covers it, or NotAction leaves it in. */
type ByAction = 'named' | 'star' | 'not-action'
/** On which roles: all of them, or all but some. */
type ByResource = 'star' | 'not-resource'

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
  find: (subject) => findPassRole(subject, byAction, byResource),
})

function* findPassRole(
  subject: Subject,
  byAction: ByAction,
  byResource: ByResource,
): Iterable<FoundOf<typeof messages>> {
  for (const statement of subject.policy.statements) {
    if (statement.effect?.value !== 'Allow' || isLimitedBy(statement, 'iam:passedtoservice')) continue
    if (isAcceptedIfExists(statement)) continue
    const covering = coveringAction(statement)
    if (covering?.by !== byAction) continue
    for (const entry of everyRole(statement, byResource)) {
      const data = { action: covering.text, roles: entry.text }
      yield { path: entry.path, span: entry.span, message: messageFor(statement, subject, data) }
    }
  }
}

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

function coveringAction(statement: Statement): { by: ByAction; text: string } | undefined {
  const { action } = statement
  const covering = action?.items.filter(({ value }) => coversAction(value, 'iam', 'passrole')) ?? []
  if (!action) return undefined
  if (action.sense === 'none-of') return covering.length === 0 ? { by: 'not-action', text: 'NotAction' } : undefined
  const [first] = covering
  if (!first) return undefined
  const wild = covering.find(({ value }) => /[*?]/.test(value.raw))
  return { by: wild ? 'star' : 'named', text: (wild ?? first).value.raw }
}

function everyRole(
  statement: Statement,
  byResource: ByResource,
): readonly { path: string; span: Entry<unknown>['span']; text: string }[] {
  const { resource } = statement
  if (!resource) return []
  if (resource.sense === 'none-of') {
    const path = `${statement.path}/${resource.keyword.value}`
    return byResource === 'not-resource' ? [{ path, span: resource.keyword.span, text: 'NotResource' }] : []
  }
  if (byResource !== 'star') return []
  return entriesOf(resource)
    .filter(({ value }) => isEveryRole(value.raw))
    .map((entry) => ({ ...entry, text: entry.value.raw }))
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
