import type { DocumentInput, Facts, PolicyInput, Request } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'

/** People and places that the rules share. */
export const here = '111122223333'
export const there = '444455556666'
export const user = `arn:aws:iam::${here}:user/mateo`
export const root = `arn:aws:iam::${here}:root`
export const session = `arn:aws:sts::${here}:assumed-role/Billing/mary`
export const federated = `arn:aws:sts::${here}:federated-user/arnav`
export const role = `arn:aws:iam::${here}:role/Billing`
export const foreigner = `arn:aws:iam::${there}:user/nikki`
export const queue = `arn:aws:sqs:us-east-1:${here}:invoices`
export const theirQueue = `arn:aws:sqs:us-east-1:${there}:invoices`
export const key = `arn:aws:kms:us-east-1:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
export const theirKey = `arn:aws:kms:us-east-1:${there}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
export const bucket = 'arn:aws:s3:::reports'
export const object = 'arn:aws:s3:::reports/2026/q4.csv'

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

/** A policy of statements; `at` says what an SCP or RCP is attached to. */
export const policy = (type: PolicyType, ...statements: readonly Statement[]): PolicyInput => ({
  type,
  name: type,
  document: { Version: '2012-10-17', Statement: statements },
})
export const at = (target: string, given: PolicyInput): PolicyInput => ({ ...given, target })

/** Policies that many rules need. */
export const full = policy('identity', allow('*'))
export const identity = (...statements: readonly Statement[]): PolicyInput => policy('identity', ...statements)
export const boundary = (...statements: readonly Statement[]): PolicyInput =>
  policy('permissions-boundary', ...statements)
export const scp = (...statements: readonly Statement[]): PolicyInput => at('r-root', policy('scp', ...statements))
export const rcp = (...statements: readonly Statement[]): PolicyInput => at('r-root', policy('rcp', ...statements))
export const queuePolicy = (...principals: readonly unknown[]): PolicyInput =>
  policy('resource', ...principals.map((Principal) => allow('sqs:SendMessage', { Principal, Resource: queue })))
export const theirQueuePolicy = (Principal: unknown): PolicyInput =>
  policy('resource', allow('sqs:SendMessage', { Principal, Resource: theirQueue }))
export const trust = (Principal: unknown, more: Statement = {}): PolicyInput =>
  policy('trust', { Effect: 'Allow', Principal, Action: ['sts:AssumeRole', 'sts:TagSession'], ...more })

/** What many requests ask. */
export const send = { action: 'sqs:SendMessage', on: queue } as const
export const assume = { action: 'sts:AssumeRole', on: role } as const

/** A request with its policies. Not said: mateo, in his own account, asks for ce:GetCostAndUsage. */
export interface Scenario {
  readonly as?: string
  readonly action?: string
  readonly on?: string
  readonly owner?: string
  readonly also?: Request['also']
  readonly context?: Request['context']
  readonly partial?: boolean
  readonly facts?: Facts
  readonly policies: readonly (PolicyInput | DocumentInput)[]
}

/** The scenario as the evaluator takes it. */
export const requestOf = (scenario: Scenario): Request => ({
  principal: scenario.as ?? user,
  action: scenario.action ?? 'ce:GetCostAndUsage',
  resource: scenario.on ?? '*',
  resourceAccount: scenario.owner,
  also: scenario.also,
  context: scenario.context ?? {},
  contextIs: scenario.partial ? 'partial' : 'complete',
})
