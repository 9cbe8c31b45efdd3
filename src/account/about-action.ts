import type { CompiledStatement, PreparedPolicy } from '../evaluate/index.ts'
import { policiesByService, statementsAbout } from './effects.ts'
import type { AccountPolicy } from './read-account.ts'
import { remembered } from './remembered.ts'

/** The statements about one action in all identity-based policies. */
export interface AboutAction {
  /** Actions with the same class are the same to every statement of these policies: they share this object. */
  readonly sameFor: object
  /** The policies of the account that have such a statement. */
  readonly policies: ReadonlySet<AccountPolicy>
  /** A policy's statements about the action; the policy can be a supposed one, which isn't in the account. */
  statements(policy: AccountPolicy): readonly CompiledStatement[]
}

const none: readonly CompiledStatement[] = []

/** Reads the account's policies for each action once. Actions that no statement tells apart share what was read. */
export function aboutActions(
  policies: ReadonlySet<AccountPolicy>,
  read: (policy: AccountPolicy) => PreparedPolicy,
): (action: string) => AboutAction {
  const byService = policiesByService(policies, read)
  const classes = new Map<string, ReadonlyMap<AccountPolicy, readonly CompiledStatement[]>>()
  return remembered((action) => {
    const own = new Map<AccountPolicy, readonly CompiledStatement[]>()
    let key = ''
    for (const policy of byService.about(action)) {
      const statements = statementsAbout(read(policy), action)
      if (statements.length === 0) continue
      own.set(policy, statements)
      for (const { ref } of statements) key += `${ref.policyIndex}.${ref.statement} `
    }
    const found = classes.get(key) ?? own
    classes.set(key, found)
    return {
      sameFor: found,
      policies: new Set(found.keys()),
      statements: (policy) =>
        found.get(policy) ?? (policies.has(policy) ? none : statementsAbout(read(policy), action)),
    }
  })
}
