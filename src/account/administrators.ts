import { type Chain, chainsTo } from './chains.ts'
import { type DecidedBy, decisions } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'
import type { Survey } from './survey.ts'

/** Permissions that together lead to others, as the escalation checks list them. */
export interface EscalationRow {
  /** "service:Action", in AWS's spelling; all of them are needed. */
  readonly actions: readonly string[]
  /** "attach AdministratorAccess to any user": what follows "can". */
  readonly how: string
  /** The service that a role is passed to. */
  readonly passedTo?: string
  readonly source: string
}

/** How a principal gets to administrator permissions. */
export type AdministratorPath =
  /** It can change anyone's permissions already. */
  | { readonly principal: AccountPrincipal; readonly is: 'administrator' }
  | {
      readonly principal: AccountPrincipal
      readonly is: 'escalation'
      readonly row: EscalationRow
      /** The role that is passed; undefined where none is. An administrator comes before others. */
      readonly role: { readonly principal: AccountPrincipal; readonly isAdministrator: boolean } | undefined
      /** The condition keys that it depends on; empty if it's certain. */
      readonly dependsOn: readonly string[]
    }
  /** It can assume a role that is an administrator, directly or through others. */
  | { readonly principal: AccountPrincipal; readonly is: 'chain'; readonly chain: Chain }

/** A principal that may call all of these on everything can give any permission to anyone. */
const administratorActions = ['iam:AttachUserPolicy', 'iam:CreatePolicyVersion', 'iam:PutRolePolicy'] as const

/** Paths per principal that are listed; further ones add nothing. */
const mostPaths = 5

/**
 * Everyone who is an administrator, or can become one by the rows or by assuming roles. A permission counts where it's granted on all resources, on
 * the caller's own user, and for `iam:PassRole` on a role of the account that trusts the service. `evaluate` decides each of these.
 */
export function pathsToAdministrator(survey: Survey, rows: readonly EscalationRow[]): readonly AdministratorPath[] {
  const { principals } = survey.account
  const decider = deciderFor(survey)
  const isAdministrator = (principal: AccountPrincipal): boolean =>
    administratorActions.every((action) => decider(action, '*', undefined)(principal)?.decision === 'allowed')
  const administrators = new Set(principals.filter(isAdministrator))
  const { chains } = chainsTo(
    survey,
    [...administrators].filter(({ kind }) => kind === 'role'),
    administrators,
  )
  const byRank = [...principals].sort((a, b) => Number(administrators.has(b)) - Number(administrators.has(a)))
  const trusting = remembered((service: string) =>
    byRank
      .filter(({ trust }) => trust && JSON.stringify(trust.document).includes(`"${service}"`))
      .map((role) => ({ principal: role, isAdministrator: administrators.has(role) })),
  )
  const escalations = (principal: AccountPrincipal): readonly AdministratorPath[] => {
    /** One per outcome: another set of permissions with the same outcome adds nothing. */
    const found = new Map<string, AdministratorPath>()
    for (const row of rows) {
      if (found.size >= mostPaths) break
      if (found.has(row.how)) continue
      const path = escalationOf(principal, row, decider, trusting)
      if (path) found.set(row.how, path)
    }
    return [...found.values()]
  }
  return principals.flatMap((principal): readonly AdministratorPath[] => {
    if (administrators.has(principal)) return [{ principal, is: 'administrator' }]
    const chain = chains.get(principal)
    return [...(chain ? [{ principal, is: 'chain', chain } as const] : []), ...escalations(principal)]
  })
}

type PassedRole = NonNullable<Extract<AdministratorPath, { is: 'escalation' }>['role']>

type Decide = (
  action: string,
  resource: string,
  passedTo: string | undefined,
) => (principal: AccountPrincipal) => DecidedBy | undefined

/** Decides, where a policy of the principal might allow it at all. Each question is prepared once. */
function deciderFor(survey: Survey): Decide {
  const allowing = remembered((action: string) => survey.allowing(action))
  const known = new Map<string, ReturnType<Decide>>()
  return (action, resource, passedTo) => {
    const key = `${action} ${resource} ${passedTo ?? ''}`
    const found = known.get(key) ?? prepared()
    known.set(key, found)
    return found

    function prepared(): ReturnType<Decide> {
      const mightAllow = allowing(action)(resource)
      const context = passedTo === undefined ? {} : { 'iam:PassedToService': passedTo }
      const decide = decisions(survey, { action, resource, context })
      return (principal) => (mightAllow(principal) ? decide(principal) : undefined)
    }
  }
}

function escalationOf(
  principal: AccountPrincipal,
  row: EscalationRow,
  decide: Decide,
  trusting: (service: string) => readonly PassedRole[],
): AdministratorPath | undefined {
  const { actions, passedTo } = row
  const others = actions.filter((action) => action !== 'iam:PassRole')
  const open: DecidedBy[] = []
  for (const action of others) {
    const verdict = granted(principal, action, decide)
    if (!verdict) return undefined
    open.push(verdict)
  }
  const path = (role: PassedRole | undefined, verdicts: readonly DecidedBy[]): AdministratorPath => ({
    principal,
    is: 'escalation',
    row,
    role,
    dependsOn: [...new Set(verdicts.flatMap(({ missingContext }) => missingContext))],
  })
  if (others.length === actions.length) return path(undefined, open)
  for (const role of passedTo === undefined ? [] : trusting(passedTo)) {
    if (role.principal === principal) continue
    const verdict = decide('iam:PassRole', role.principal.arn, passedTo)(principal)
    if (verdict && isPossible(verdict)) return path(role, [...open, verdict])
  }
  return undefined
}

/** Is the action possible on all resources, or on the caller's own user? */
function granted(principal: AccountPrincipal, action: string, decide: Decide): DecidedBy | undefined {
  const everywhere = decide(action, '*', undefined)(principal)
  if (everywhere && isPossible(everywhere)) return everywhere
  if (principal.kind !== 'user' || !/^iam:(?:Attach|Put)User/.test(action)) return undefined
  const own = decide(action, principal.arn, undefined)(principal)
  return own && isPossible(own) ? own : undefined
}

const isPossible = ({ decision, canBeAllowed }: DecidedBy): boolean =>
  decision !== 'explicitDeny' && decision !== 'implicitDeny' && canBeAllowed
