import type { Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { isPipelineUser, pipelineUser, pipelineUserStep } from './pipeline-user.ts'
import type { Situation } from './situation.ts'
import { isUserOfRole, userOfRole, userOfRoleStep } from './user-of-role.ts'

/** An answer to a call that no one should allow. */
export interface Instead {
  readonly title: Text
  readonly explanation: Text
  readonly step: Step
}

/** What to do about a call that fails because it's the wrong one, or made with the wrong credentials; undefined for any other. */
export function insteadOfAllowing(situation: Situation): Instead | undefined {
  if (isUserOfRole(situation)) return { ...userOfRole, step: userOfRoleStep }
  return isPipelineUser(situation) ? { ...pipelineUser(situation), step: pipelineUserStep } : undefined
}
