import { messagesOf, type Translation, write } from './messages.ts'

/** How certain an answer is. */
type Certainty = 'confirmed' | 'stated by AWS' | 'likely'

const labels = messagesOf('certainty-labels', {
  confirmed: 'Confirmed',
  'stated by AWS': 'Stated by AWS',
  likely: 'Likely',
})

const reasons = messagesOf('certainty-reasons', {
  confirmed: 'what you pasted decides it',
  'stated by AWS': 'AWS says so, in the message or in its documentation',
  likely: 'it’s the usual reason, but what you pasted doesn’t prove it',
})

/** The label above every answer: how certain it is, and why. */
export interface CertaintyWords {
  readonly label: string
  /** A sentence without its subject and its full stop: "what you pasted decides it". */
  readonly because: string
}

const wordsOf = (certainty: Certainty, translation?: Translation): CertaintyWords => ({
  label: write(labels(certainty), translation),
  because: write(reasons(certainty), translation),
})

/** The three labels. */
export const certaintyWords: Readonly<Record<Certainty, CertaintyWords>> = {
  confirmed: wordsOf('confirmed'),
  'stated by AWS': wordsOf('stated by AWS'),
  likely: wordsOf('likely'),
}

/** "Confirmed: what you pasted decides it." */
export function certaintySentence(certainty: Certainty, translation?: Translation): string {
  const { label, because } = wordsOf(certainty, translation)
  return `${label}: ${because}.`
}
