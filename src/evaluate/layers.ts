import { decidesPerTarget, type PolicyType } from '../iam/index.ts'
import { isByToken } from './asked-action.ts'
import { byService, type StatementsFor } from './by-service.ts'
import type { Coverage } from './principal-match.ts'
import { type CompiledStatement, covered, type Subject } from './statement.ts'

/** One compiled policy; `target` is the entity that an SCP, an RCP, or a resource-based policy is attached to. */
export interface CompiledPolicy {
  readonly type: PolicyType
  readonly target: string | undefined
  readonly statements: readonly CompiledStatement[]
}

/** Policies that are evaluated together: all policies of one type, of one SCP or RCP level, or of one resource. */
export interface Layer {
  readonly type: PolicyType
  readonly level: string | undefined
  readonly statements: readonly CompiledStatement[]
  /** Those of the statements that can match a request for a service. */
  readonly statementsFor: StatementsFor
}

/** Groups policies into layers: SCPs and RCPs by level, resource-based policies by resource, everything else by type, in the order first met. */
export function layersOf(policies: readonly CompiledPolicy[]): readonly Layer[] {
  const layers = new Map<string, { type: PolicyType; level: string | undefined; statements: CompiledStatement[] }>()
  for (const { type, target, statements } of policies) {
    const level = decidesPerTarget.has(type) ? target : undefined
    const name = `${type} ${level ?? ''}`
    const layer = layers.get(name) ?? { type, level, statements: [] }
    layer.statements.push(...statements)
    layers.set(name, layer)
  }
  return [...layers.values()].map((layer) => ({ ...layer, statementsFor: byService(layer.statements) }))
}

/** How a statement covers the caller. Types that name no principals hold for everyone they are attached to; a Principal in them is invalid. */
export function coverageOf(statement: CompiledStatement, subject: Subject): Coverage | undefined {
  if (!statement.namesPrincipals) return statement.statement.principal ? undefined : 'direct'
  const type = statement.ref.policyType
  if (type === 'trust' && statement.effect === 'Allow' && isWrongCaller(subject)) return undefined
  const coverage = covered(statement, subject)
  return coverage && statement.effect === 'Allow' && isWithoutEffect(type, subject) ? 'account' : coverage
}

/** A key policy's Allow of kms:RetireGrant doesn't allow anyone by itself. https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html */
const isWithoutEffect = (type: PolicyType, { service, actionName }: Subject): boolean =>
  type === 'resource' && service === 'kms' && actionName === 'retiregrant'

/**
 * AssumeRoleWithWebIdentity and AssumeRoleWithSAML are called with a token, so only an identity provider can be their caller.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
const isWrongCaller = ({ service, actionName, caller }: Subject): boolean =>
  isByToken(service, actionName) && caller.kind !== 'identity-provider'
