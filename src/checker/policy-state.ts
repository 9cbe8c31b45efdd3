import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import type { Complaint, PolicySize } from '../session/messages.ts'
import type { TypeReason } from '../words/index.ts'
import { type BenchPolicy, standingPolicies } from './state.ts'
import type { Answered } from './store.ts'

/** What a policy does to the request, in one word each. */
export type PolicyState = 'denies' | 'allows' | 'depends' | 'silent' | 'broken' | 'unread'

/** What the engine says of a policy. */
export interface PolicyTold {
  readonly size: PolicySize | undefined
  readonly recognised: { readonly type: PolicyType; readonly chosen: boolean; readonly because: TypeReason } | undefined
  readonly complaints: readonly Complaint[]
  readonly findings: readonly Finding[]
  readonly state: PolicyState
  /** The statement that makes it so, counted from 1. */
  readonly statement: number | undefined
}

const none: readonly Complaint[] = []

/** What the answer says of a policy; of its text only as long as it is the one that the engine read. */
export function toldOf(answered: Answered | undefined, { id, text }: BenchPolicy): PolicyTold {
  const policies = answered ? standingPolicies(answered.bench) : []
  const index = policies.findIndex((policy) => policy.id === id)
  if (!answered || index < 0)
    return {
      size: undefined,
      recognised: undefined,
      complaints: none,
      findings: [],
      state: 'unread',
      statement: undefined,
    }
  const isSame = policies[index]?.text === text
  const complaints = isSame ? (answered.answer.policies[index] ?? none) : none
  return {
    size: isSame ? answered.answer.sizes[index] : undefined,
    recognised: answered.answer.diagnosis.policies[index],
    complaints,
    findings: isSame ? (answered.answer.diagnosis.policies[index]?.findings ?? []) : [],
    ...effectOf(answered, index, complaints),
  }
}

function effectOf(
  { answer: { diagnosis } }: Answered,
  index: number,
  complaints: readonly Complaint[],
): Pick<PolicyTold, 'state' | 'statement'> {
  if (complaints.some(({ severity }) => severity === 'error')) return { state: 'broken', statement: undefined }
  if (!diagnosis.verdict) return { state: 'unread', statement: undefined }
  const traces = diagnosis.verdict.gates.flatMap(({ statements }) =>
    statements.filter(({ ref, answer }) => ref.policyIndex === index && answer !== 'no'),
  )
  const found =
    traces.find(({ effect, answer }) => effect === 'Deny' && answer === 'yes') ??
    traces.find(({ answer }) => answer === 'unknown') ??
    traces.find(({ effect }) => effect === 'Allow')
  if (!found) return { state: 'silent', statement: undefined }
  const state = found.answer === 'unknown' ? 'depends' : found.effect === 'Deny' ? 'denies' : 'allows'
  return { state, statement: found.ref.statement + 1 }
}
