import type { CompiledStatement } from '../evaluate/index.ts'
import type { ResourcePattern } from '../iam/index.ts'
import { isHit } from './effects.ts'
import type { AccountPolicy, AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'

/** What identity-based policies allow about one action, whatever else decides. */
export interface Allowances {
  /** Has the principal an identity-based policy that might allow the action on the resource? */
  on(resource: string): (principal: AccountPrincipal) => boolean
  /** The resources that the principal's Allow statements about the action name: ARNs, patterns, or "*". Empty if it has none. */
  named(principal: AccountPrincipal): readonly string[]
}

/** @param about the statements of a policy about the action */
export function allowancesOf(about: (policy: AccountPolicy) => readonly CompiledStatement[]): Allowances {
  const allows = remembered((policy: AccountPolicy) => about(policy).filter(({ effect }) => effect === 'Allow'))
  const relevant = remembered(({ attachments }: AccountPrincipal) =>
    attachments.flatMap(({ policy }) => (allows(policy).length > 0 ? [policy] : [])),
  )
  return {
    on(resource) {
      const mightAllow = remembered((policy: AccountPolicy) =>
        allows(policy).some((statement) => isHit(statement, resource) !== false),
      )
      return (principal) => relevant(principal).some(mightAllow)
    },
    named: (principal) => [
      ...new Set(
        relevant(principal)
          .flatMap(allows)
          .flatMap((statement) => resourcesOf(statement, principal)),
      ),
    ],
  }
}

/** The resources that a statement names. Those that NotResource names are exceptions from all. */
export function resourcesOf({ resource }: CompiledStatement, principal: AccountPrincipal): readonly string[] {
  const named = resource?.items.map(({ value }) => textOf(value, principal)) ?? []
  return resource?.sense === 'any-of' ? named : ['*', ...named]
}

const textOf = (pattern: ResourcePattern, principal: AccountPrincipal): string =>
  pattern.kind === 'arn' ? pattern.raw.replaceAll(/\$\{aws:username\}/g, () => principal.name) : '*'
