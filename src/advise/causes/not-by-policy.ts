import type { Denial } from '../../denial/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { inTurn, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { declarativePolicyAnswer, type NoPolicyAnswer, noPolicyAnswers } from '../no-policy.ts'
import { saysItself, sentenceNote, sentenceTitle } from '../sentence-notes.ts'
import { sentenceSteps } from '../sentence-steps.ts'

interface Found {
  readonly answer: NoPolicyAnswer
  /** What to know about this very sentence; empty where there is nothing. */
  readonly note: Text
  /** What this very sentence means; undefined where its kind says it. */
  readonly own: Text | undefined
  /** The sentence says it, too: it isn’t only what people found it to mean. */
  readonly isSaid: boolean
  readonly steps: NonEmpty<Step>
}

/** A service says that something other than an IAM policy decides: no fix is offered. */
export const notByPolicy = defineCause<Found>({
  id: 'not-by-policy',
  article: 'messages/which-gate',
  applies: ({ denial }) => {
    const answer = answerTo(denial)
    const id = denial.sentence?.id
    return (
      answer && {
        answer,
        note: sentenceNote(id),
        own: sentenceTitle(id),
        isSaid: id === undefined || saysItself(id),
        steps: sentenceSteps(id) ?? answer.steps,
      }
    )
  },
  explain: ({ answer: { title, explanation, article }, note, own, isSaid }) => ({
    title: own ?? title,
    explanation: own === undefined ? inTurn([explanation, note]) : note || explanation,
    article,
    basis: isSaid ? 'message' : 'experience',
  }),
  steps: ({ steps }) => steps,
})

function answerTo(denial: Denial): NoPolicyAnswer | undefined {
  const { sentence } = denial
  if (!sentence) return undefined
  switch (sentence.change) {
    case 'identity':
    case 'resource':
    case 'trust':
    case 'key':
    // These have causes of their own.
    case 'billing-access':
    case 'cost-explorer':
    case 'block-public-access':
      return undefined
    case 'declarative-policy':
      return declarativePolicyAnswer(denial)
    default:
      return noPolicyAnswers[sentence.change]
  }
}
