import type { CompiledStatement } from '../evaluate/index.ts'
import type { ResourcePattern } from '../iam/index.ts'
import type { AboutAction } from './about-action.ts'
import { isHit } from './effects.ts'
import type { AccountPolicy, AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'

/** What identity-based policies allow about one action, whatever else decides. */
export interface Allowances {
  /** Does any policy of the account allow it, on whatever resource? */
  readonly isAllowed: boolean
  /** Has the principal an identity-based policy that might allow the action on the resource? */
  on(resource: string): (principal: AccountPrincipal) => boolean
  /** The resources that the principal's Allow statements about the action name: ARNs, patterns, or "*". Empty if it has none. */
  named(principal: AccountPrincipal): readonly string[]
}

/** @param about the statements about the action */
export function allowancesOf(about: AboutAction): Allowances {
  const found = new Map<AccountPolicy, readonly CompiledStatement[]>()
  for (const policy of about.policies) {
    const statements = allowing(about.statements(policy))
    if (statements.length > 0) found.set(policy, statements)
  }
  const allows = (policy: AccountPolicy): readonly CompiledStatement[] =>
    found.get(policy) ?? allowing(about.statements(policy))
  return {
    isAllowed: found.size > 0,
    on(resource) {
      const mightAllow = remembered((policy: AccountPolicy) =>
        allows(policy).some((statement) => isHit(statement, resource) !== false),
      )
      return ({ attachments }) => attachments.some(({ policy }) => mightAllow(policy))
    },
    named: (principal) => {
      const statements = principal.attachments.flatMap(({ policy }) => allows(policy))
      return statements.length === 0
        ? []
        : [...new Set(statements.flatMap((statement) => resourcesOf(statement, principal)))]
    },
  }
}

const allowing = (statements: readonly CompiledStatement[]): readonly CompiledStatement[] =>
  statements.length === 0 ? statements : statements.filter(({ effect }) => effect === 'Allow')

/** The resources that a statement names. Those that NotResource names are exceptions from all. */
export function resourcesOf({ resource }: CompiledStatement, principal: AccountPrincipal): readonly string[] {
  const named = resource?.items.map(({ value }) => textOf(value, principal)) ?? []
  return resource?.sense === 'any-of' ? named : ['*', ...named]
}

const textOf = (pattern: ResourcePattern, principal: AccountPrincipal): string =>
  pattern.kind === 'arn' ? pattern.raw.replaceAll(/\$\{aws:username\}/g, () => principal.name) : '*'
