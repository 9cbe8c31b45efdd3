import { isPossible } from './administrator-check.ts'
import { type AccountQuestion, type DecidedBy, decisions } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** An action on a resource in a given context, in an account. */
export type Asked = Pick<AccountQuestion, 'action' | 'resource' | 'context'>

/** Asks the same questions about many principals. */
export interface Asker {
  /** The verdict where the principal can do it, or might; undefined where it can't. Each question is prepared once. */
  possible(asked: Asked): (principal: AccountPrincipal) => DecidedBy | undefined
  /** Can any principal have it, by a policy of its own or by a role's trust policy? */
  isAllowed(action: string): boolean
  /** The resources that the principal's policies name when they allow the action; "*" is one of them. */
  named(action: string): (principal: AccountPrincipal) => readonly string[]
}

/** A role's trust policy can allow these without a policy of the caller's own. */
const isGrantedByTrust = (action: string): boolean => /^sts:AssumeRole/i.test(action)

export function asker(survey: Survey): Asker {
  const prepared = new Map<string, (principal: AccountPrincipal) => DecidedBy | undefined>()
  return {
    possible(asked) {
      const key = JSON.stringify([asked.action, asked.resource, asked.context])
      const found = prepared.get(key) ?? prepare(asked)
      prepared.set(key, found)
      return found
    },
    isAllowed: (action) => isGrantedByTrust(action) || survey.allowing(action).isAllowed,
    named: (action) => survey.allowing(action).named,
  }

  function prepare(asked: Asked): (principal: AccountPrincipal) => DecidedBy | undefined {
    const mightAllow = isGrantedByTrust(asked.action) ? () => true : survey.allowing(asked.action).on(asked.resource)
    const decide = decisions(survey, asked)
    return (principal) => {
      if (!mightAllow(principal)) return undefined
      const verdict = decide(principal)
      return isPossible(verdict) ? verdict : undefined
    }
  }
}
