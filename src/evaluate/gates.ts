import type { PolicyType } from '../iam/index.ts'
import type { GatesFor } from './asked-action.ts'
import type { Documents } from './documents.ts'
import type { Draft, EvaluationInput, Gate } from './gate.ts'
import type { GateRow } from './gate-table.ts'
import { coverageOf, type Layer } from './layers.ts'
import { byCoverage, type Logic } from './logic.ts'
import type { PolicyRow } from './policy-gates.ts'
import type { ByCoverage } from './principal-match.ts'
import type { RuleRow, StatementRow } from './rules/rule.ts'
import { type CompiledStatement, covered, isAbout, matches } from './statement.ts'
import type { GateRef } from './verdict.ts'

/**
 * Builds the gates of a table for these policies. A request is evaluated only by the gates of its service and the statements about its action,
 * so rules and statements about other services and actions cost nothing.
 */
export function gatesOf(table: readonly GateRow[], layers: readonly Layer[], documents: Documents): GatesFor {
  const made = table.map((row) => ({
    services: row.is === 'policies' ? undefined : row.services,
    gates: gatesOfRow(row, layers, documents),
  }))
  return (service, actionName) => {
    const all = made.flatMap(({ services, gates }) =>
      services === undefined || services.includes(service) ? gates : [],
    )
    const given = all
      .filter((gate) => gate.given)
      .map((gate) => ({ gate, statements: gate.about(service, actionName) }))
    return { all, given, withinAccount: given.filter(({ gate }) => !gate.crossAccountOnly) }
  }
}

function gatesOfRow(row: GateRow, layers: readonly Layer[], documents: Documents): readonly Gate[] {
  switch (row.is) {
    case 'rule':
      return [ruleGate(row, layers)]
    case 'statements':
      return statementGates(row, layers, documents)
    case 'policies':
      return policyGates(row, layers)
  }
}

function statementGates(row: StatementRow, layers: readonly Layer[], documents: Documents): readonly Gate[] {
  const { kind, part } = row
  const rule = { code: row.code }
  const ref: GateRef = { kind, level: undefined, rule }
  const statements = row.statements(documents)
  // A document that wasn't given allows nothing.
  if (statements.length === 0) return []
  const gate: Gate = {
    ...ref,
    ref,
    part,
    crossAccountOnly: row.crossAccountOnly === true,
    given: true,
    statements: [],
    meets: () => true,
    about: (service, actionName) => aboutAction(statements, service, actionName),
    ask: (input, about, logic, draft) => {
      if (!row.applies(input, layers, documents)) return false
      const by = byCoverage(draft.allows)
      for (const statement of about) {
        const coverage = covered(statement, input)
        const answer = coverage ? matches(statement, input) : 'no'
        // A grant to an account doesn't allow anyone by itself.
        if (!coverage || answer === 'no' || (part === 'grants' && coverage === 'account')) continue
        const hit = answer === 'yes' ? logic.rule(rule) : logic.statement(answer, statement)
        const way = row.coverage ?? coverage
        by[way] = logic.either(by[way], hit)
      }
      draft.allows = byAnyone(by, logic)
      draft.by = by
      return true
    },
  }
  return [gate]
}

function ruleGate(row: RuleRow, layers: readonly Layer[]): Gate {
  const { kind, part } = row
  const rule = { code: row.code }
  const ref: GateRef = { kind, level: undefined, rule }
  const gate: Gate = {
    ...ref,
    ref,
    part,
    crossAccountOnly: row.crossAccountOnly === true,
    given: true,
    statements: [],
    meets: () => true,
    about: none,
    ask: (input, _, logic, draft) => {
      if (!row.applies(input, layers)) return false
      if (part !== 'guards') draft.allows = logic.rule(rule)
      return true
    },
  }
  return gate
}

const noStatements: readonly CompiledStatement[] = []
const none = (): readonly CompiledStatement[] => noStatements

/** The statements about this action, in their order. */
function aboutAction(
  statements: readonly CompiledStatement[],
  service: string,
  actionName: string,
): readonly CompiledStatement[] {
  const about = statements.filter((statement) => isAbout(statement, { service, actionName }))
  return about.length === statements.length ? statements : about
}

/** One gate for each layer of this policy type; if no policy was given, one gate that never answers. */
function policyGates(row: PolicyRow, layers: readonly Layer[]): readonly Gate[] {
  const own = layers.filter(({ type }) => type === row.type)
  return own.length > 0 ? own.map((layer) => layerGate(row, layer)) : [absentGate(row)]
}

function layerGate(row: PolicyRow, layer: Layer): Gate {
  const ref: GateRef = { kind: row.type, level: layer.level, rule: undefined }
  const gate: Gate = {
    ...ref,
    ref,
    part: row.part,
    crossAccountOnly: false,
    given: true,
    statements: layer.statements,
    meets: () => true,
    about: (service, actionName) => aboutAction(layer.statementsFor(service), service, actionName),
    ask: (input, about, logic, draft) => {
      draft.exempt = row.exemption(input, layer.level)
      if (draft.exempt) return true
      if (row.part === 'owner') askOwner(draft, input, about, logic)
      else askLayer(draft, input, about, logic)
      return true
    },
  }
  return gate
}

const absentGate = (row: PolicyRow): Gate => {
  const ref = refs[row.type]
  return {
    ...ref,
    ref,
    part: row.part,
    crossAccountOnly: false,
    given: false,
    statements: [],
    meets: (input) => row.meets(input),
    about: none,
    ask: () => false,
  }
}

const refTo = (kind: PolicyType): GateRef => ({ kind, level: undefined, rule: undefined })

/** The gates of policy types without policies. */
export const refs: Readonly<Record<PolicyType, GateRef>> = {
  identity: refTo('identity'),
  resource: refTo('resource'),
  trust: refTo('trust'),
  'permissions-boundary': refTo('permissions-boundary'),
  session: refTo('session'),
  scp: refTo('scp'),
  rcp: refTo('rcp'),
  'vpc-endpoint': refTo('vpc-endpoint'),
}

/** Denies and allows are gathered in one walk over the statements. */
function askLayer<T>(
  draft: Draft<T>,
  input: EvaluationInput,
  about: readonly CompiledStatement[],
  logic: Logic<T>,
): void {
  for (const statement of about) {
    const answer = coverageOf(statement, input) ? matches(statement, input) : 'no'
    if (answer === 'no') continue
    const hit = logic.statement(answer, statement)
    if (statement.effect === 'Deny') draft.denies = logic.either(draft.denies, hit)
    else draft.allows = logic.either(draft.allows, hit)
  }
}

/** The owner's side also says which principals each Allow covers. */
function askOwner<T>(
  draft: Draft<T>,
  input: EvaluationInput,
  about: readonly CompiledStatement[],
  logic: Logic<T>,
): void {
  const by = byCoverage(draft.allows)
  for (const statement of about) {
    const coverage = coverageOf(statement, input)
    const answer = coverage ? matches(statement, input) : 'no'
    if (!coverage || answer === 'no') continue
    const hit = logic.statement(answer, statement)
    if (statement.effect === 'Deny') draft.denies = logic.either(draft.denies, hit)
    else by[coverage] = logic.either(by[coverage], hit)
  }
  draft.allows = byAnyone(by, logic)
  draft.by = by
}

/** Is the caller covered in any way? */
export const byAnyone = <T>(by: ByCoverage<T>, logic: Logic<T>): T =>
  logic.either(by.direct, logic.either(by.role, logic.either(by['federating-user'], by.account)))
