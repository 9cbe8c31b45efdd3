import { defineCause } from '../cause.ts'
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
  steps: () => [
    {
      title: 'Paste the whole error',
      text: 'Look for a line with “is not authorized to perform”, “AccessDenied” or “UnauthorizedOperation”, and paste it with the lines around it. A CloudTrail event works too.',
      owner: 'caller',
    },
  ],
})
