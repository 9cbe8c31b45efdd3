// Rows of pastes with what their answers must say: for tables of kinds that public reports showed.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

/** AWS’s own sentence; `who` without "arn:aws:", `rest` as AWS appends it. */
export const denied = (who: string, action: string, resource: string, rest = ''): string =>
  `User: arn:aws:${who} is not authorized to perform: ${action} on resource: ${resource}${rest}`

export const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

export const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  more: object = {},
): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

/** A paste, the ID of its cause, and words that the answer must and mustn’t have. */
export type Row = readonly [
  is: string,
  paste: string,
  cause: string,
  says: readonly string[],
  saysNot?: readonly string[],
]

/** Everything that the answer says, as one text. */
const toldIn = ({ cause, notices, fixes }: Awaited<ReturnType<typeof diagnose>>): string =>
  [
    cause.title,
    cause.explanation,
    ...cause.steps.flatMap(({ title, text, command, statement }) => [title, text, command, statement]),
    ...notices,
    ...fixes.flatMap(({ title, note, after, options }) => [
      title,
      note,
      after,
      ...options.map(({ action, resource }) => `${action} ${resource}`),
    ]),
  ].join('\n')

/** A test for each row, below the name of its kind. */
export function answerAll(kinds: readonly (readonly [kind: string, rows: readonly Row[]])[]): void {
  describe.each(kinds)('%s', (_, rows) => {
    const cases = rows.map(([is, paste, cause, says, saysNot = []]) => ({ is, paste, cause, says, saysNot }))
    test.each(cases)('$is', async ({ paste, cause, says, saysNot }) => {
      const diagnosis = await diagnose({ paste })
      const told = toldIn(diagnosis)
      expect(diagnosis.cause.id).toBe(cause)
      for (const words of says) expect(told).toContain(words)
      for (const words of saysNot) expect(told).not.toContain(words)
    })
  })
}
