import { policyTypes } from '../iam/index.ts'
import type { GatesFor } from './asked-action.ts'
import type { Documents } from './documents.ts'
import type { ByCoverage, EvaluationInput, Gate, GateAnswer } from './gate.ts'
import type { GateRow } from './gate-table.ts'
import { coverageOf, type Layer } from './layers.ts'
import type { Logic } from './logic.ts'
import type { PolicyRow } from './policy-gates.ts'
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
    const given = all.filter((gate) => gate.given)
    return { all, given: given.map((gate) => ({ gate, statements: gate.about(service, actionName) })) }
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
    given: true,
    statements: [],
    meets: () => true,
    about: (service, actionName) => aboutAction(statements, service, actionName),
    ask: (input, about, logic) => {
      if (!row.applies(input, layers, documents)) return undefined
      const no = logic.no(ref)
      const by = { direct: no, role: no, 'federating-user': no, account: no }
      for (const statement of about) {
        const coverage = covered(statement, input)
        const answer = coverage ? matches(statement, input) : 'no'
        // A grant to an account doesn't allow anyone by itself.
        if (!coverage || answer === 'no' || (part === 'grants' && coverage === 'account')) continue
        const hit = answer === 'yes' ? logic.rule(rule) : logic.statement(answer, statement)
        const way = row.coverage ?? coverage
        by[way] = logic.either(by[way], hit)
      }
      return { gate, exempt: undefined, denies: no, allows: byAnyone(by, logic), by }
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
    given: true,
    statements: [],
    meets: () => true,
    about: none,
    ask: (input, _, logic) => {
      if (!row.applies(input, layers)) return undefined
      const no = logic.no(ref)
      const allows = part === 'guards' ? no : logic.rule(rule)
      return { gate, exempt: undefined, denies: no, allows, by: undefined }
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
    given: true,
    statements: layer.statements,
    meets: () => true,
    about: (service, actionName) => aboutAction(layer.statementsFor(service), service, actionName),
    ask: (input, about, logic) => {
      const exempt = row.exemption(input, layer.level)
      if (exempt) return { gate, exempt, denies: logic.no(ref), allows: logic.no(ref), by: undefined }
      return row.part === 'owner' ? askOwner(gate, input, about, logic) : askLayer(gate, input, about, logic)
    },
  }
  return gate
}

const absentGate = (row: PolicyRow): Gate => {
  const ref = refOf(row.type)
  return {
    ...ref,
    ref,
    part: row.part,
    given: false,
    statements: [],
    meets: (input) => row.meets(input),
    about: none,
    ask: () => undefined,
  }
}

const refs = new Map(policyTypes.map((kind): [string, GateRef] => [kind, { kind, level: undefined, rule: undefined }]))
/** The gate of a policy type without policies. */
export const refOf = (kind: PolicyRow['type']): GateRef => refs.get(kind) ?? { kind, level: undefined, rule: undefined }

/** Denies and allows are gathered in one walk over the statements. */
function askLayer<T>(
  gate: Gate,
  input: EvaluationInput,
  about: readonly CompiledStatement[],
  logic: Logic<T>,
): GateAnswer<T> {
  const no = logic.no(gate.ref)
  let denies = no
  let allows = no
  for (const statement of about) {
    const answer = coverageOf(statement, input) ? matches(statement, input) : 'no'
    if (answer === 'no') continue
    const hit = logic.statement(answer, statement)
    if (statement.effect === 'Deny') denies = logic.either(denies, hit)
    else allows = logic.either(allows, hit)
  }
  return { gate, exempt: undefined, denies, allows, by: undefined }
}

/** The owner's side also says which principals each Allow covers. */
function askOwner<T>(
  gate: Gate,
  input: EvaluationInput,
  about: readonly CompiledStatement[],
  logic: Logic<T>,
): GateAnswer<T> {
  const no = logic.no(gate.ref)
  let denies = no
  const by = { direct: no, role: no, 'federating-user': no, account: no }
  for (const statement of about) {
    const coverage = coverageOf(statement, input)
    const answer = coverage ? matches(statement, input) : 'no'
    if (!coverage || answer === 'no') continue
    const hit = logic.statement(answer, statement)
    if (statement.effect === 'Deny') denies = logic.either(denies, hit)
    else by[coverage] = logic.either(by[coverage], hit)
  }
  return { gate, exempt: undefined, denies, allows: byAnyone(by, logic), by }
}

/** Is the caller covered in any way? */
export const byAnyone = <T>(by: ByCoverage<T>, logic: Logic<T>): T =>
  logic.either(by.direct, logic.either(by.role, logic.either(by['federating-user'], by.account)))
