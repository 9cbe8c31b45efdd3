import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { articleInstead } from '../look-alike-articles.ts'

/** The text tells of something else than a refused permission. */
export const notAuthorization = defineCause({
  id: 'not-authorization',
  article: 'messages/which-gate',
  applies: ({ denial, asked }) => (denial.kind === 'not-authorization' && !asked ? denial : undefined),
  explain: (denial) => ({
    ...articleInstead(denial),
    title: 'This is no “not authorized” error of AWS',
    explanation: denial.insteadOf ?? 'Nothing in this text says that AWS refused a permission.',
    certainty: 'likely',
  }),
  steps: ({ insteadOf }) => (insteadOf === undefined ? [pasteAll] : [followIt(insteadOf), pasteAll]),
})

const followIt = (insteadOf: string): Step => ({
  title: 'Follow this error, not a policy',
  text: insteadOf,
  owner: 'caller',
})

const pasteAll: Step = {
  title: 'If you meant another error, paste all of it',
  text: 'Look for a line with “is not authorized to perform”, “AccessDenied” or “UnauthorizedOperation”, and paste it with the lines around it. A CloudTrail event works too.',
  owner: 'caller',
}
