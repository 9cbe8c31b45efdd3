import type { Denial } from '../../denial/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { articleInstead } from '../look-alike-articles.ts'

/** The text is about something other than a denied permission. */
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

/** A known error of another system, a possible denial, and an unknown text get different answers. */
function titleOf({ insteadOf, candidate }: Denial): { readonly title: string; readonly explanation: string } {
  if (insteadOf !== undefined) return { title: 'This isn’t AWS’s “not authorized” error', explanation: insteadOf }
  if (!candidate) {
    return {
      title: 'I can’t find AWS’s “not authorized” error in this text',
      explanation: 'It contains no sentence that AWS or one of its services uses to deny a call.',
    }
  }
  const { principal, action, resource } = candidate
  const on = resource === undefined ? '' : ` on ${resource}`
  return {
    title: 'I found a caller and an action, but not AWS’s sentence. Is this your error?',
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
