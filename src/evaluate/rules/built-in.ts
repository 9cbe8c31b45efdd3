import { readPolicy } from '../../iam/index.ts'
import { type CompiledStatement, compileStatements } from '../statement.ts'

/** A statement as JSON. */
export type StatementInput = Readonly<Record<string, unknown>>

/** Statements that no one pasted: AWS's own, or what a grant or an ACL says. They are never named as the statement that decided. */
export function builtIn(...statements: readonly StatementInput[]): readonly CompiledStatement[] {
  const { policy } = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
  return policy.statements.flatMap((statement) => {
    const { index, span } = statement
    const ref = { policyType: 'resource', policy: '', policyIndex: -1, statement: index, sid: undefined, span } as const
    return compileStatements(statement, ref, false)
  })
}

/** Statements that hold for every set of policies: read once. */
export function always(...statements: readonly StatementInput[]): () => readonly CompiledStatement[] {
  const read = builtIn(...statements)
  return () => read
}
