import { coversAction, matches, type Statement, splitArn } from '../iam/index.ts'
import { type Check, identityTypes, type Subject } from './check.ts'
import { entriesOf } from './entries.ts'
import { isLimitedBy } from './limited-by.ts'
import { type FoundOf, type MessageOf, told } from './messages.ts'

type ByAction = 'named' | 'star' | 'not-action'
type ByResource = 'star' | 'not-resource'

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
  find: (subject) => findCreateSlr(subject, byAction, byResource),
})

function* findCreateSlr(
  { policy, policyType }: Subject,
  byAction: ByAction,
  byResource: ByResource,
): Iterable<FoundOf<typeof messages>> {
  for (const statement of policy.statements) {
    const { effect, resource } = statement
    const covering = coveringAction(statement)
    if (
      effect?.value !== 'Allow' ||
      !resource ||
      covering?.by !== byAction ||
      isLimitedBy(statement, 'iam:awsservicename')
    )
      continue
    const message = (roles: string): MessageOf<typeof messages> => {
      const data = { action: covering.text, roles }
      return policyType === 'permissions-boundary' ? told('inBoundary', data) : told('found', data)
    }
    if (byResource === 'not-resource' && resource.sense === 'none-of') {
      const path = `${statement.path}/${resource.keyword.value}`
      yield { path, span: resource.keyword.span, message: message('NotResource') }
    }
    if (byResource !== 'star' || resource.sense === 'none-of') continue
    for (const { value, path, span } of entriesOf(resource)) {
      if (isEveryRole(value.raw)) yield { path, span, message: message(value.raw) }
    }
  }
}

function coveringAction({ action }: Statement): { readonly by: ByAction; readonly text: string } | undefined {
  if (!action) return undefined
  const covering = action.items.filter(({ value }) => coversAction(value, 'iam', 'createservicelinkedrole'))
  if (action.sense === 'none-of') return covering.length === 0 ? { by: 'not-action', text: 'NotAction' } : undefined
  const wild = covering.find(({ value }) => /[*?]/.test(value.raw))
  const first = wild ?? covering[0]
  return first && { by: wild ? 'star' : 'named', text: first.value.raw }
}

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
