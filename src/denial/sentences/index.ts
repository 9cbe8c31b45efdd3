// Services deny calls in sentences of their own. A table of rows says what each means; one pass over the words finds them.
export { additionalWords, sentenceWords } from './find.ts'
export {
  canPolicyHelp,
  type ReadSentence,
  readAdditional,
  readSentence,
  type Sentence,
  type SentenceCaller,
} from './read-sentence.ts'
export type { NoPolicy, PolicySide } from './row.ts'
