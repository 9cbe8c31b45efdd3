import { type Caller, type Condition, isSymbolName, readPolicy } from '../iam/index.ts'
import { presenceOf } from '../reference/index.ts'
import { type Known, keyBearer } from './derived-keys.ts'

/** What is certain about a key whose value isn't known. */
export interface KeyLimits {
  /** Every such request carries it. */
  readonly always: boolean
  /** Its value meets these conditions. */
  readonly conditions: readonly Condition[]
}

/** What is certain about a key, derived from the caller and the action. The key is in lower case. */
export const limitsOf = (key: string, known: Known): KeyLimits => ({
  // A document's own name, such as CloudFormation's Bucket, always has a value.
  always: isSymbolName(key) || presenceOf(key, keyBearer(known)) === 'present',
  conditions: key === 'aws:userid' ? userIdOf(known.caller) : [],
})

/** A role session's aws:userid is the role's ID, a colon, and the session's name. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function userIdOf({ kind, session }: Caller): readonly Condition[] {
  if (kind !== 'role-session' || !session || /[*?$]/.test(session)) return []
  const ends = { StringLike: { 'aws:userid': `?*:${session}` } }
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: ends } })
  return readPolicy(text).policy.statements.flatMap(({ conditions }) => conditions)
}
