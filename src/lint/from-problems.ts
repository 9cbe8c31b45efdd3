import type { ReadProblem } from '../iam/index.ts'
import type { Edit } from '../text/index.ts'
import { withFix } from './changes.ts'
import type { Found, Subject } from './check.ts'
import { sentence } from './words.ts'

/** Turns what the reader said into findings: those that `concerns` picks, each with its fix where there is one. */
export const fromProblems = (
  { problems }: Subject,
  concerns: (problem: ReadProblem) => boolean,
  fixOf: (problem: ReadProblem) => Edit | undefined = () => undefined,
): readonly Found[] =>
  problems.filter(concerns).map((problem) => ({
    path: problem.path ?? '',
    span: problem.span,
    message: sentence(problem),
    ...withFix(fixOf(problem)),
  }))
