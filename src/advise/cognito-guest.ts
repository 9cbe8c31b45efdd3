import type { Verdict } from '../evaluate/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case } from './diagnosis.ts'
import type { Stated } from './situation.ts'

const told = messagesOf('cognito-guest', {
  guestRole:
    'The role {{role}} seems to be the one for identities that didn’t sign in to Amazon Cognito, so we assume that one of them made the call.',
  guestDenied:
    'The policies allow the call to identities that signed in to Amazon Cognito, and AWS denied it, so we assume that one that didn’t sign in made it.',
})

/** What is assumed if nothing else can have stopped the call. */
export const guestDenied: Text = told('guestDenied')

const cognitoSession = /\/([\w+=,.@-]{1,64})\/CognitoIdentityCredentials\b/

/**
 * Amazon Cognito adds a session policy for guests only. A session is one of a guest if AWS names such a policy, and probably if the role's name says so:
 * the console, Amplify, and most guides call the role of guests Unauth.
 */
export function guestOf({ facts, principal, paste }: Case, { policyType, effect }: Stated): Guest {
  const [, role] = cognitoSession.exec(principal ?? paste.slice(0, 20_000)) ?? []
  if (role === undefined || facts?.cognitoGuest !== undefined) return { facts, guess: undefined }
  if (policyType === 'session' && effect === 'implicit-deny')
    return { facts: { ...facts, cognitoGuest: true }, guess: undefined }
  const isNamed = policyType === undefined && /un-?_?auth/i.test(role)
  return isNamed
    ? { facts: { ...facts, cognitoGuest: true }, guess: told('guestRole', { role }) }
    : { facts, guess: undefined }
}

interface Guest {
  readonly facts: Case['facts']
  /** What was assumed from the role's name. */
  readonly guess: Text | undefined
}

/** Does nothing but whether a guest called keep the answer open? */
export const isUpToGuest = (verdict: Verdict | undefined): boolean =>
  verdict?.decision === 'undetermined' &&
  verdict.missingContext.length > 0 &&
  verdict.missingContext.every((key) => key.toLowerCase() === 'cognitoguest')
