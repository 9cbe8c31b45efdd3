/** How certain an answer is. */
type Certainty = 'confirmed' | 'stated by AWS' | 'likely'

/** The label above every answer: how certain it is, and why. */
export interface CertaintyWords {
  readonly label: string
  /** A sentence without its subject and its full stop: "what you pasted decides it". */
  readonly because: string
}

/** The three labels. */
export const certaintyWords: Readonly<Record<Certainty, CertaintyWords>> = {
  confirmed: { label: 'Confirmed', because: 'what you pasted decides it' },
  'stated by AWS': { label: 'Stated by AWS', because: 'AWS says so, in the message or in its documentation' },
  likely: { label: 'Likely', because: 'it’s the usual reason, but what you pasted doesn’t prove it' },
}

/** "Confirmed: what you pasted decides it." */
export const certaintySentence = (certainty: Certainty): string =>
  `${certaintyWords[certainty].label}: ${certaintyWords[certainty].because}.`
