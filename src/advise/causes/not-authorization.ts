import type { Denial } from '../../denial/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { articleInstead } from '../look-alike-articles.ts'

/** The text tells of something else than a refused permission. */
export const notAuthorization = defineCause({
  id: 'not-authorization',
  article: 'messages/which-gate',
  applies: ({ denial, asked }) =>
    (denial.kind === 'not-authorization' || denial.kind === 'possible-denial') && !asked ? denial : undefined,
  explain: (denial) => ({
    ...articleInstead(denial),
    ...titleOf(denial),
    basis: 'experience',
  }),
  steps: ({ insteadOf }) => (insteadOf === undefined ? [pasteAll] : [followIt(insteadOf), pasteAll]),
})

/** What is known to be another system's error, what could be meant, and what isn't known are different answers. */
function titleOf({ insteadOf, candidate }: Denial): { readonly title: string; readonly explanation: string } {
  if (insteadOf !== undefined) return { title: 'This is no “not authorized” error of AWS', explanation: insteadOf }
  if (!candidate) {
    return {
      title: 'I can’t find AWS’s “not authorized” error in this text',
      explanation: 'No sentence that AWS or one of its services uses to deny a call was found.',
    }
  }
  const { principal, action, resource } = candidate
  const on = resource === undefined ? '' : ` on ${resource}`
  return {
    title: 'I can’t find AWS’s sentence, but a caller and an action. Is this it?',
    explanation: `Was ${principal ?? 'the caller'} denied ${action ?? 'an action'}${on}? If so, enter these values as the caller, the action and the resource.`,
  }
}

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
