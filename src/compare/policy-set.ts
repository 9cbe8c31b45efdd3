import { type CompiledStatement, type PolicyInput, readOf, statementsOf } from '../evaluate/index.ts'
import { isSymbolName, type PolicyType, symbolsIn, variablesOf } from '../iam/index.ts'
import type { StatementSet } from './dimension.ts'

/** A statement of either side. Two that say the same are one. */
export interface Entry {
  readonly bit: StatementSet
  readonly statement: CompiledStatement
}

/** The statements of all policies that take part, and which of them belong to which side. */
export interface Statements {
  readonly entries: readonly Entry[]
  readonly all: StatementSet
  readonly sides: readonly [old: Side, now: Side]
}

/** One list of policies. */
export interface Side {
  readonly allows: StatementSet
  readonly denies: StatementSet
}

/** Reads both sides. A statement that occurs in both gets one bit, so whatever it matches can't be a difference. */
export function readSides([old, now]: readonly [readonly PolicyInput[], readonly PolicyInput[]]): Statements {
  const known = new Map<string, Entry>()
  const sideOf = (policies: readonly PolicyInput[]): Side => {
    let [allows, denies] = [0n, 0n]
    policies.forEach((policy, index) => {
      for (const statement of statementsOf(policy, index)) {
        const name = nameOf(policy, statement)
        const entry = known.get(name) ?? { bit: 1n << BigInt(known.size), statement }
        known.set(name, entry)
        if (statement.effect === 'Allow') allows |= entry.bit
        else denies |= entry.bit
      }
    })
    return { allows, denies }
  }
  const sides = [sideOf(old), sideOf(now)] as const
  return { entries: [...known.values()], all: (1n << BigInt(known.size)) - 1n, sides }
}

/** The types of the policies that take part. */
export const typesOf = (entries: readonly Entry[]): ReadonlySet<PolicyType> =>
  new Set(entries.map(({ statement }) => statement.ref.policyType))

/** What a statement says, without its Sid. Policies of different targets or types keep theirs apart. */
function nameOf({ type, target }: PolicyInput, { statement, effect }: CompiledStatement): string {
  const { principal, action, resource, conditions } = statement
  const clause = (of: typeof action | typeof principal | typeof resource): unknown =>
    of && [
      of.sense,
      of.items
        .map(({ value }) => ('raw' in value ? value : ''))
        .map(written)
        .sort(),
    ]
  const tests = conditions.map(({ operator, key, values }) => [
    operator.written.toLowerCase(),
    key.value.toLowerCase(),
    values.map(({ value }) => written(value.pattern)).sort(),
  ])
  return JSON.stringify([
    type,
    target,
    effect,
    clause(principal),
    clause(action),
    clause(resource),
    tests.map((test) => JSON.stringify(test)).sort(),
  ])
}

/** A pattern as text. Whether it has variables depends on the policy's version, so that is part of it. */
const written = (value: object | string): string => JSON.stringify(value)

/** Does one side allow what satisfies these statements? An explicit deny wins. */
export const allowsBy = ({ allows, denies }: Side, statements: StatementSet): boolean =>
  (statements & denies) === 0n && (statements & allows) !== 0n

/** The policy variables that statements hold, in lower case, with how many different patterns hold more than one. */
export function variablesIn(entries: readonly Entry[]): {
  readonly keys: ReadonlySet<string>
  readonly isTangled: boolean
} {
  const keys = new Set<string>()
  let isTangled = false
  for (const { statement } of entries)
    for (const pattern of patternsOf(statement)) {
      const own = variablesOf(pattern).filter((key) => !isSymbolName(key))
      for (const key of own) keys.add(key)
      if (own.length > 1) isTangled = true
    }
  return { keys, isTangled }
}

const patternsOf = ({ statement: { resource, conditions } }: CompiledStatement) => [
  ...(resource?.items ?? []).flatMap(({ value }) => (value.kind === 'arn' ? [value.whole] : [])),
  ...conditions.flatMap(({ values }) => values.map(({ value }) => value.pattern)),
]

/** Does a policy have a statement that can't be read for such a name, as with `"Principal": "${var.caller}"`? */
export const hasOpenStatement = (policy: PolicyInput): boolean => {
  const { policy: read } = readOf(policy)
  return read.statements.some(
    ({ effective, span }) => !effective && symbolsIn(read.text.slice(span.from, span.to)).length > 0,
  )
}

/** Names that a document leaves open, such as Terraform's "${var.bucket}": nothing can be proven about their value. */
export const hasSymbols = (entries: readonly Entry[]): boolean =>
  entries.some(
    ({ statement }) =>
      patternsOf(statement).some((pattern) => variablesOf(pattern).some(isSymbolName)) || statement.isOpen,
  )
