import { type PolicyRead, type PolicyType, readPolicy } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { actionReader } from './asked-action.ts'
import { type DocumentInput, isDocument, readDocuments } from './documents.ts'
import { inputReader } from './evaluation-input.ts'
import { decide } from './exact.ts'
import { verdictOf } from './explain.ts'
import { type GateRow, gateTable } from './gate-table.ts'
import { gatesOf } from './gates.ts'
import { callReader } from './inputs.ts'
import { type CompiledPolicy, layersOf } from './layers.ts'
import type { Facts, Request } from './request.ts'
import { type CompiledStatement, compileStatements } from './statement.ts'
import type { Decision, PolicyProblem, Verdict } from './verdict.ts'

/** One policy to evaluate: as text (its places are kept) or as a parsed JSON value. */
export interface PolicyInput {
  readonly type: PolicyType
  readonly name?: string | undefined
  /** For SCPs and RCPs: the root, OU or account it is attached to. For resource policies: the resource's ARN, where several take part. */
  readonly target?: string | undefined
  readonly text?: string | undefined
  readonly document?: unknown
  /** It's another identity's: it keeps its place in the list and takes no part. */
  readonly isOfOther?: boolean | undefined
  /** What reading `text` gave, if it was read before. That of another text doesn't count. */
  readonly read?: PolicyRead | undefined
  /** What preparing it gave, if it was prepared before at the same place of the list. That of another policy doesn't count. */
  readonly prepared?: PreparedPolicy | undefined
}

/** What the text says, which is read if it wasn't before. */
export function readOf({ text, document, read }: PolicyInput): PolicyRead {
  const own = text ?? written(document)
  return read?.policy.text === own ? read : readPolicy(own)
}

/** A policy read once, to take part in many evaluators. Its problems and the references to it name the index it was prepared with. */
export interface PreparedPolicy {
  readonly type: PolicyType
  readonly name: string
  readonly text: string
  readonly index: number
  readonly prepared: CompiledPolicy
  readonly problems: readonly PolicyProblem[]
}

/** Policies compiled once for many requests. Invalid documents are reported in `problems`, never thrown. */
export interface Evaluator {
  readonly problems: readonly PolicyProblem[]
  /** The decision alone. */
  decide(request: Request): Decision
  /** The whole verdict, with its reasons. */
  explain(request: Request): Verdict
}

/**
 * Compiles policies. `facts` holds facts outside policies; `reference` tells us which condition keys requests for an action never carry.
 * Statements that AWS would not accept are ignored. `table` is the list of gates; tests remove rows from it.
 */
export const compile = (
  policies: readonly (PolicyInput | DocumentInput)[],
  facts: Facts = {},
  reference?: Reference,
  table: readonly GateRow[] = gateTable,
): Evaluator => compilePrepared(prepare(policies), facts, reference, table)

/** The same for policies that were read before, together with documents of other kinds. */
export function compilePrepared(
  policies: readonly (PreparedPolicy | DocumentInput)[],
  facts: Facts = {},
  reference?: Reference,
  table: readonly GateRow[] = gateTable,
): Evaluator {
  const read = policies.filter((input) => !isDocument(input))
  const layers = layersOf(read.map(({ prepared }) => prepared))
  const documents = policies.filter(isDocument)
  const actionOf = actionReader(gatesOf(table, layers, readDocuments(documents)))
  const hasBoundary = policies.some(({ type }) => type === 'permissions-boundary')
  const given = new Set(documents.map(({ type }) => type))
  const readCall = callReader(inputReader({ actionOf, facts, hasBoundary, reference, documents: given }), layers)
  return {
    problems: read.flatMap(({ problems }) => problems),
    decide: (request) => decide(readCall(request)),
    explain: (request) => verdictOf(readCall(request)),
  }
}

/** Reads policies for any number of evaluators. A reference to one names its place in this list. */
export const prepare = (
  policies: readonly (PolicyInput | DocumentInput)[],
): readonly (PreparedPolicy | DocumentInput)[] =>
  policies.flatMap((input, index): readonly (PreparedPolicy | DocumentInput)[] => {
    if (isDocument(input)) return [input]
    return input.isOfOther ? [] : [preparePolicy(input, index)]
  })

/** The statements of a policy that AWS would accept, ready to match; `index` is the policy's place in its list. */
export const statementsOf = (input: PolicyInput, index: number): readonly CompiledStatement[] =>
  preparePolicy(input, index).prepared.statements

/** Reads a policy for any number of evaluators; `index` is its place in the list that references to it are about. */
export function preparePolicy(input: PolicyInput, index: number): PreparedPolicy {
  const name = input.name ?? `policy ${index + 1}`
  if (input.prepared && isPreparedAs(input.prepared, { ...input, name }, index)) return input.prepared
  const { policy, problems } = readOf(input)
  const variables = policy.version?.value === '2012-10-17'
  const statements = policy.statements.flatMap((statement) => {
    const { index: at, sid, span } = statement
    const ref = { policyType: input.type, policy: name, policyIndex: index, statement: at, sid: sid?.value, span }
    return compileStatements(statement, ref, variables)
  })
  return {
    type: input.type,
    name,
    text: policy.text,
    index,
    prepared: { type: input.type, target: input.target, statements },
    problems: problems.map((problem) => ({ ...problem, policyIndex: index })),
  }
}

const isPreparedAs = (before: PreparedPolicy, { type, name, target, text }: PolicyInput, index: number): boolean =>
  before.text === text &&
  before.type === type &&
  before.name === name &&
  before.prepared.target === target &&
  before.index === index

/** The document as text. A value nested too deeply to serialize isn't a policy. */
function written(document: unknown): string {
  try {
    return JSON.stringify(document, null, 2) ?? 'null'
  } catch {
    return 'null'
  }
}
