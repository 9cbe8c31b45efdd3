// The core's reasons as English sentences: one file per subject.
export { certaintySentence, certaintyWords } from './certainty.ts'
export { comparisonSentence, needlessSentence } from './compare.ts'
export { elementClause } from './elements.ts'
export { gapSentence } from './gaps.ts'
export { gateName, gateSentence } from './gates.ts'
export { type Grant, type Opens, opensSentence } from './opens.ts'
export { type ProblemWords, problemWords } from './problems.ts'
export { ruleSentence } from './rules.ts'
