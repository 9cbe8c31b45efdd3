import { readOf, type StatementRef } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import type { StandingPolicy } from '../situation.ts'

/**
 * A statement of a pasted trust policy that allows the token's operation to users, roles, or accounts only: no caller with a token is one of them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function misplacedAction(policies: readonly StandingPolicy[], action: string): StatementRef | undefined {
  for (const [policyIndex, policy] of policies.entries()) {
    if (!policy.given || policy.type !== 'trust') continue
    const found = readOf(policy).policy.statements.find((statement) => isMisplaced(statement, action))
    if (!found) continue
    const { index, sid, span } = found
    return { policyType: 'trust', policy: policy.name, policyIndex, statement: index, sid: sid?.value, span }
  }
  return undefined
}

/** "*" and a name that a program fills in could be anyone. */
const isMisplaced = ({ effect, action, principal }: Statement, asked: string): boolean =>
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  action.items.some(({ value }) => value.raw.toLowerCase() === asked.toLowerCase()) &&
  principal?.sense === 'any-of' &&
  principal.items.length > 0 &&
  principal.items.every(
    ({ value: { kind }, path }) =>
      kind === 'arn' || kind === 'account' || (kind === 'invalid' && /\/AWS(?:\/\d+)?$/.test(path)),
  )
