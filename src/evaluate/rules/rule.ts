import type { Documents } from '../documents.ts'
import type { EvaluationInput, GatePart } from '../gate.ts'
import type { Layer } from '../layers.ts'
import type { Coverage } from '../principal-match.ts'
import type { PlainRuleCode } from '../reasons.ts'
import type { CompiledStatement } from '../statement.ts'
import type { GateKind, RuleKind } from '../verdict.ts'

/**
 * A rule that AWS enforces itself, as one row of the gate table. If the rule applies, a row that guards shuts its gate; every other row opens
 * it. src/words/rules.ts has the sentence for its code, and content/rules has a case that fails without the row.
 */
export interface RuleRow {
  readonly is: 'rule'
  readonly code: PlainRuleCode
  readonly kind: RuleKind
  readonly part: GatePart
  /** The services whose actions the rule is about, as lower-case prefixes; undefined: any. Other requests don't pay for the row. */
  readonly services: readonly string[] | undefined
  /** Only about requests from another account than the resource's? */
  readonly crossAccountOnly?: true
  /** AWS's page. */
  readonly source: string
  /** Does the rule apply to the request? `layers` holds the policies given. */
  applies(input: EvaluationInput, layers: readonly Layer[]): boolean
}

/** A rule that denies the request, whatever the policies say. */
export const awsDenies = (row: Omit<RuleRow, 'is' | 'kind' | 'part'>): RuleRow => ({
  is: 'rule',
  kind: 'aws',
  part: 'guards',
  ...row,
})

/**
 * A rule that AWS's own statements, a grant, or an access control list decide, as one row of the gate table. Its statements are matched
 * like those of a policy, so what isn't known becomes a question. A row that guards or limits is shut until one of them allows the request.
 */
export interface StatementRow {
  readonly is: 'statements'
  readonly code: PlainRuleCode
  readonly kind: GateKind
  readonly part: GatePart
  readonly services: readonly string[] | undefined
  /** Only about requests from another account than the resource's? */
  readonly crossAccountOnly?: true
  /** AWS's page. */
  readonly source: string
  /** For whom an Allow on the owner's side is meant; undefined: as its Principal says. */
  readonly coverage: Coverage | undefined
  /** Called once for a set of documents. */
  statements(documents: Documents): readonly CompiledStatement[]
  applies(input: EvaluationInput, layers: readonly Layer[], documents: Documents): boolean
}
