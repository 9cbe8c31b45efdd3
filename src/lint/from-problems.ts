import type { ReadProblem } from '../iam/index.ts'
import { problemText } from '../words/index.ts'
import { withFix } from './changes.ts'
import type { Subject } from './check.ts'
import type { QuickFix } from './fix-titles.ts'
import { type FoundOf, told } from './messages.ts'

/** What the reader says of a text, in its own words. */
export const problemMessages = { problem: '{{problem}}' } as const

/** Turns what the reader said into findings: those that `concerns` picks, each with its fix where there is one. */
export const fromProblems = (
  { problems }: Subject,
  concerns: (problem: ReadProblem) => boolean,
  fixOf: (problem: ReadProblem) => QuickFix | undefined = () => undefined,
): readonly FoundOf<typeof problemMessages>[] =>
  problems.filter(concerns).map((problem) => ({
    path: problem.path ?? '',
    span: problem.span,
    message: told('problem', { problem: problemText(problem) }),
    ...withFix(fixOf(problem)),
  }))
