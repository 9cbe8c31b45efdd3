import type { AdministratorCheck } from './administrator-check.ts'
import type { Asked, Asker } from './asker.ts'
import type { Passing } from './passing.ts'
import type { Account, AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** Permissions that together lead to others, as the escalation checks list them. */
export interface EscalationRow {
  /** "service:Action", in AWS's spelling; all of them are needed. */
  readonly actions: readonly string[]
  /** "attach AdministratorAccess to any user": what follows "can". */
  readonly how: string
  /** The service that a role is passed to. */
  readonly passedTo?: string
  /** What someone or something else has to do, as a sentence; undefined where the actions are enough. */
  readonly others?: string
  readonly source: string
}

/** What actions are granted on: everything, or only these resources. */
export type GrantedOn = 'everything' | readonly [string, ...string[]]

/** A way from permissions to more permissions, by one row. */
export interface Escalation {
  readonly principal: AccountPrincipal
  readonly is: 'escalation'
  readonly row: EscalationRow
  /** ARNs, or patterns of ARNs; the best first. */
  readonly on: GrantedOn
  /** Roles that can be passed, administrators first; empty where none is. */
  readonly roles: readonly AccountPrincipal[]
  /** May any role be passed that trusts the service? */
  readonly isAnyRole: boolean
  /** The condition keys that it depends on; empty if it's certain. */
  readonly dependsOn: readonly string[]
  /** "administrator": evaluate confirms that the principal then is one, or acts as one. "more": it gets other permissions than it has. */
  readonly leadsTo: 'administrator' | 'more'
  /** Does the principal's permissions boundary keep it from more? */
  readonly isBounded: boolean
  /** What was decided, one action after the other. */
  readonly asked: readonly Asked[]
}

/** What every kind of escalation is decided with. */
export interface EscalationTools {
  readonly survey: Survey
  readonly account: Account
  readonly asker: Asker
  readonly check: AdministratorCheck
  readonly administrators: readonly AccountPrincipal[]
  readonly passing: Passing
}

/** Finds out whether a principal can take a path; undefined if it can't. */
export type FindEscalation = (principal: AccountPrincipal) => Escalation | undefined
