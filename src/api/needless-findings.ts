// Where lint and compare meet: statements that change nothing, proven by comparing the policy with and without them.
import { needlessStatements } from '../compare/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import { positionAt } from '../text/index.ts'
import { needlessSentence } from '../words/index.ts'

/** A finding that rests on a proof, not on a comparison of two statements: Access Analyzer has none of these. */
export interface ProvenFinding extends Finding {
  readonly proven: true
}

/** The statements of a policy that change nothing, without those that `known` findings of lint are about already. */
export function needlessFindings(
  {
    text,
    type,
    reference,
  }: { readonly text: string; readonly type: PolicyType; readonly reference: Reference | undefined },
  known: readonly Finding[],
): readonly ProvenFinding[] {
  const told = new Set(
    known
      .filter(({ code }) => code === 'REDUNDANT_STATEMENT' || code === 'DEAD_STATEMENT')
      .map(({ span }) => span.from),
  )
  return needlessStatements(type, text, reference)
    .filter(({ statement }) => !told.has(statement.span.from))
    .map((needless) => {
      const { span, statement: index } = needless.statement
      return {
        code: needless.why === 'denied' ? 'DEAD_STATEMENT' : 'REDUNDANT_STATEMENT',
        type: needless.why === 'denied' ? 'WARNING' : 'SUGGESTION',
        path: `/Statement/${index}`,
        span: { from: span.from, to: span.from + 1 },
        ...positionAt(text, span.from),
        message: needlessSentence(needless),
        messageId: 'proven',
        data: {},
        proven: true,
      }
    })
}
