import type { Denial } from '../denial/index.ts'
import { functionRoleNeed, type RoleNeed } from '../reference/index.ts'

/** What a function's role needs together with this action, where the denied call was such a role's: other roles do other jobs with the same actions. */
export const functionJob = (action: string, { sentence }: Pick<Denial, 'sentence'>): RoleNeed | undefined =>
  sentence?.caller.kind === 'role' && /function|^the role that the call names$/.test(sentence.caller.phrase)
    ? functionRoleNeed(action)
    : undefined
