import { type DecidedBy, decisions } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'
import type { Survey } from './survey.ts'

/** An administrator, and the condition keys that this depends on; none if it's certain. */
export interface Administrator {
  readonly dependsOn: readonly string[]
}

/** Tells whether a principal, as it is or as it would be after a change, is an administrator. Undefined: it isn't. */
export type AdministratorCheck = (principal: AccountPrincipal) => Administrator | undefined

/** A principal that may call all of these on everything can give any permission to anyone. */
export const administratorActions = ['iam:AttachUserPolicy', 'iam:CreatePolicyVersion', 'iam:PutRolePolicy'] as const

/** Decides it with `evaluate`: boundaries, SCPs, and Denies count. */
export function administratorCheck(survey: Survey): AdministratorCheck {
  const questions = administratorActions.map((action) => ({
    mightAllow: survey.allowing(action).on('*'),
    decide: decisions(survey, { action, resource: '*' }),
  }))
  return remembered((principal) => {
    const dependsOn = new Set<string>()
    for (const { mightAllow, decide } of questions) {
      if (!mightAllow(principal)) return undefined
      const verdict = decide(principal)
      if (!isPossible(verdict)) return undefined
      for (const key of verdict.missingContext) dependsOn.add(key)
    }
    return { dependsOn: [...dependsOn] }
  })
}

/** Is it allowed, or might it be? */
export const isPossible = ({ decision, canBeAllowed }: DecidedBy): boolean =>
  decision !== 'explicitDeny' && decision !== 'implicitDeny' && canBeAllowed
