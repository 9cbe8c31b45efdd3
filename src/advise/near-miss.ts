import type { NearMiss, StatementRef } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Evaluated } from './situation.ts'

/** The statement of this policy type that came nearest to allowing it. A condition that nearly held tells most, then a resource. */
export function nearest({ verdict }: Evaluated, type: PolicyType): NearMiss | undefined {
  const near = verdict.closest.filter(({ ref }) => ref.policyType === type)
  return near.find(({ failed }) => failed.element === 'Condition') ?? near[0]
}

/** A sentence about it, with a blank before; empty where none came near. */
export const nearPhrase = (miss: NearMiss | undefined): string =>
  miss
    ? ` ${statementPhrase(miss.ref)} comes close, but its ${miss.failed.element} does not fit: ${miss.failed.why}.`
    : ''

/** A statement by its Sid, else by its number, with the policy's name. */
export function statementPhrase({ statement, sid, policy }: StatementRef): string {
  const which = sid ? `Statement “${sid}”` : `Statement ${statement + 1}`
  return `${which} of “${policy}”`
}
