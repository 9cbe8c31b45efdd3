import { type Caller, readPolicy } from '../iam/index.ts'
import { presenceOf } from '../reference/index.ts'
import { type CompiledCondition, compileCondition } from './condition.ts'
import { type Known, keyBearer } from './derived-keys.ts'

/** What is certain about a key whose value isn't known. */
export interface KeyLimits {
  /** Every such request carries it. */
  readonly always: boolean
  /** Its value meets these conditions. */
  readonly conditions: readonly CompiledCondition[]
}

/** Looks up what is certain about a key, in lower case. */
export type LimitsOf = (key: string) => KeyLimits

/** What AWS fills in for such a request, as far as caller and action tell it. */
export function limitsFrom(known: Known): LimitsOf {
  const bearer = keyBearer(known)
  return (key) => ({
    always: presenceOf(key, bearer) === 'present',
    conditions: key === 'aws:userid' ? userIdOf(known.caller) : [],
  })
}

/** A role session's aws:userid is the role's ID, a colon, and the session's name. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function userIdOf({ kind, session }: Caller): readonly CompiledCondition[] {
  if (kind !== 'role-session' || !session || /[*?$]/.test(session)) return []
  const Condition = { StringLike: { 'aws:userid': `?*:${session}` } }
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } })
  return readPolicy(text).policy.statements.flatMap(({ conditions }) =>
    conditions.map((condition) => compileCondition(condition, false)),
  )
}
