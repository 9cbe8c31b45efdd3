import type { PolicyDocument, Statement } from './policy.ts'
import type { PolicyType } from './policy-type.ts'
import { supportsRcp } from './rcp-services.ts'
import { readPolicy } from './read-policy.ts'

/** What a document's type is guessed from. src/words has a clause for each. */
export type PolicyTypeClue =
  | 'nothing-read'
  | 'who-assumes-a-role'
  | 'denies-everyone'
  | 'names-principals'
  | 'locks-regions'
  | 'only-denies'
  | 'allows-without-principal'

/** The likely type of a document, and the reason. */
export interface PolicyTypeGuess {
  readonly type: PolicyType
  readonly because: PolicyTypeClue
}

/**
 * Guesses from a policy's text what it's attached to. Identity-based policies, SCPs, permissions boundaries, and session policies look alike:
 * without a Principal and without the signs of an SCP, we assume an identity-based policy and ask the user to correct that.
 */
export const guessPolicyType = (text: string): PolicyTypeGuess => guessTypeOf(readPolicy(text).policy)

/** The same for a policy that was read already. */
export function guessTypeOf(policy: PolicyDocument): PolicyTypeGuess {
  const { statements } = policy
  if (statements.length === 0) return { type: 'identity', because: 'nothing-read' }
  return statements.some((statement) => statement.principal)
    ? guessWithPrincipal(policy)
    : guessWithoutPrincipal(policy)
}

function guessWithPrincipal({ statements }: PolicyDocument): PolicyTypeGuess {
  if (statements.every((s) => actionsOf(s).every(isAssumption) && !s.resource)) {
    return { type: 'trust', because: 'who-assumes-a-role' }
  }
  if (statements.every(deniesEveryone) && statements.every(isOfRcpService) && !statements.some(namesResource))
    return { type: 'rcp', because: 'denies-everyone' }
  return { type: 'resource', because: 'names-principals' }
}

function guessWithoutPrincipal({ statements }: PolicyDocument): PolicyTypeGuess {
  const denies = statements.filter((s) => s.effect?.value === 'Deny')
  const locksRegion = denies.some((s) => s.conditions.some(({ key }) => /^aws:RequestedRegion$/i.test(key.value)))
  if (locksRegion && denies.some((s) => s.action?.sense === 'none-of')) {
    return { type: 'scp', because: 'locks-regions' }
  }
  if (denies.length === statements.length) return { type: 'scp', because: 'only-denies' }
  return { type: 'identity', because: 'allows-without-principal' }
}

const actionsOf = (statement: Statement): readonly string[] =>
  statement.action?.items.map(({ value }) => value.raw.toLowerCase()) ?? []

const isAssumption = (action: string): boolean =>
  action.startsWith('sts:assumerole') || ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'].includes(action)

/** AWS doesn't accept RCPs that name any other service, or `*` alone. */
const isOfRcpService = ({ action }: Statement): boolean =>
  action?.sense === 'any-of' && action.items.every(({ value }) => value.kind === 'action' && supportsRcp(value.service))

/** An RCP applies to a whole account or organization: a policy that names one resource is that resource's own policy. */
const namesResource = ({ resource }: Statement): boolean =>
  resource?.items.some(({ value }) => /^arn:[^:*]*:[^:*]*:[^:]*:[^:]*:[\w.-]/.test(value.raw)) === true

const deniesEveryone = ({ effect, principal }: Statement): boolean =>
  effect?.value === 'Deny' &&
  principal?.sense === 'any-of' &&
  principal.items.every(({ value }) => value.kind === 'everyone')
