import { preparePolicy, readOf, unreadPolicy } from '../evaluate/index.ts'
import { readPolicy } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** What the answer depends on where a policy's text ends in the middle. */
export const restOf = (name: string): string => `what the rest of ${name} says`

/**
 * The policy as it's evaluated if its text is cut off: its last statement is open. A condition can follow, and nothing says which; so the statement neither
 * allows nor denies for sure.
 */
export function withOpenEnd(policy: StandingPolicy, index: number): StandingPolicy {
  const { policy: document, problems } = readOf(policy)
  const last = document.statements.at(-1)
  const open = readPolicy(JSON.stringify(unreadPolicy(restOf(policy.name), policy.type))).policy.statements.find(
    ({ effect }) => effect?.value === last?.effect?.value,
  )
  if (!last || !open) return policy
  const ended = { ...last, conditions: [...last.conditions, ...open.conditions] }
  const read = { policy: { ...document, statements: [...document.statements.slice(0, -1), ended] }, problems }
  return { ...policy, read, prepared: preparePolicy({ ...policy, read, prepared: undefined }, index) }
}
