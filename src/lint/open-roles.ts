import { coversAction, type Statement } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import type { Check, Subject } from './check.ts'
import { entriesOf } from './entries.ts'

/** How a statement comes to allow an action: it names the action, a wildcard covers it, or NotAction leaves it in. */
export type ByAction = 'named' | 'star' | 'not-action'
/** On which roles: all of them, or all but some. */
export type ByResource = 'star' | 'not-resource'

/** An action of IAM (in lower case), and which statements allow it on every role. */
interface Wanted {
  readonly action: string
  readonly byAction: ByAction
  readonly byResource: ByResource
  /** Do conditions limit the statement to some roles or services? */
  isLimited(statement: Statement): boolean
  /** Does a resource match every role, whatever its name? */
  isEveryRole(raw: string): boolean
}

/** A statement that allows the action on every role, and the texts in it that say so. */
interface OpenRole {
  readonly statement: Statement
  readonly path: string
  readonly span: Span
  readonly action: string
  readonly roles: string
}

/** Where a policy allows an action of IAM on every role. */
export function* openRoles({ policy }: Subject, wanted: Wanted): Iterable<OpenRole> {
  for (const statement of policy.statements) {
    const { effect, resource } = statement
    if (effect?.value !== 'Allow' || !resource) continue
    if ((resource.sense === 'none-of') !== (wanted.byResource === 'not-resource')) continue
    const action = coveringAction(statement, wanted)
    if (action === undefined || wanted.isLimited(statement)) continue
    if (resource.sense === 'none-of') {
      const path = `${statement.path}/${resource.keyword.value}`
      yield { statement, path, span: resource.keyword.span, action, roles: 'NotResource' }
    } else
      for (const { value, path, span } of entriesOf(resource))
        if (wanted.isEveryRole(value.raw)) yield { statement, path, span, action, roles: value.raw }
  }
}

/** What allows the action in the wanted way: an entry of Action, or "NotAction". */
function coveringAction({ action }: Statement, { action: name, byAction }: Wanted): string | undefined {
  if (!action || (action.sense === 'none-of') !== (byAction === 'not-action')) return undefined
  const covering = action.items.filter(({ value }) => coversAction(value, 'iam', name))
  if (byAction === 'not-action') return covering.length === 0 ? 'NotAction' : undefined
  const wild = covering.find(({ value }) => /[*?]/.test(value.raw))
  if (byAction === 'star') return wild?.value.raw
  return wild ? undefined : covering[0]?.value.raw
}

/** What a policy must have for one of these checks to find anything. */
export function needsOf(byAction: ByAction, byResource: ByResource): Pick<Check, 'needs'> {
  if (byAction === 'not-action') return { needs: 'NotAction' }
  return { needs: byResource === 'not-resource' ? 'NotResource' : 'IAM action' }
}
