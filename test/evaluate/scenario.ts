import { compile, type Facts, type PolicyInput, type Request, type Verdict } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'

/** People and places that the tables share. */
export const here = '111122223333'
export const there = '444455556666'
export const user = `arn:aws:iam::${here}:user/mateo`
export const session = `arn:aws:sts::${here}:assumed-role/Billing/mary`
export const role = `arn:aws:iam::${here}:role/Billing`
export const queue = `arn:aws:sqs:us-east-1:${here}:invoices`
export const theirQueue = `arn:aws:sqs:us-east-1:${there}:invoices`
export const key = `arn:aws:kms:us-east-1:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
export const billingRole = `arn:aws:iam::${here}:role/Billing`

type Statement = Readonly<Record<string, unknown>>

/** Statements in one breath; what is not said is left out. */
export const allow = (action: string | readonly string[], more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...more,
})
export const deny = (action: string | readonly string[], more: Statement = {}): Statement => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  ...more,
})
export const when = (operator: string, contextKey: string, value: unknown): Statement => ({
  Condition: { [operator]: { [contextKey]: value } },
})

/** A policy of statements; `target` for SCPs and RCPs. */
export const policy = (type: PolicyType, ...statements: readonly Statement[]): PolicyInput => ({
  type,
  name: type,
  document: { Version: '2012-10-17', Statement: statements },
})
export const at = (target: string, given: PolicyInput): PolicyInput => ({ ...given, target })

export interface Scenario {
  readonly as?: string
  readonly action?: string
  readonly on?: string
  readonly owner?: string
  readonly context?: Request['context']
  readonly partial?: boolean
  readonly facts?: Facts
  readonly policies: readonly PolicyInput[]
}

/** Asks the engine: mateo, in his own account, for ce:GetCostAndUsage, unless told otherwise. Both ways of asking must agree. */
export function ask({
  as = user,
  action = 'ce:GetCostAndUsage',
  on = '*',
  owner,
  context = {},
  partial,
  facts,
  policies,
}: Scenario): Verdict {
  const request: Request = {
    principal: as,
    action,
    resource: on,
    resourceAccount: owner,
    context,
    contextIs: partial ? 'partial' : 'complete',
  }
  const evaluator = compile(policies, facts)
  const verdict = evaluator.explain(request)
  const word = evaluator.decide(request)
  if (word !== verdict.decision) throw new Error(`decide says ${word}, explain says ${verdict.decision}`)
  return verdict
}
