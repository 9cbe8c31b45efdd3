import type { Denial } from '../../denial/index.ts'
import { defineCause } from '../cause.ts'
import { type NoPolicyAnswer, noPolicyAnswers } from '../no-policy.ts'

/** A service says that something other than an IAM policy decides: no fix is offered. */
export const notByPolicy = defineCause<NoPolicyAnswer>({
  id: 'not-by-policy',
  article: 'messages/which-gate',
  applies: ({ denial }) => answerTo(denial),
  explain: ({ title, explanation, article }) => ({ title, explanation, article, basis: 'message' }),
  steps: ({ steps }) => steps,
})

function answerTo({ sentence }: Denial): NoPolicyAnswer | undefined {
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
    default:
      return noPolicyAnswers[sentence.change]
  }
}
