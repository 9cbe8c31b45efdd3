import type { Denial } from '../../denial/index.ts'
import { dataText, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { clusterForbidden } from '../cluster-forbidden.ts'
import { clusterSignIn } from '../cluster-sign-in.ts'
import { databaseSignIn } from '../database-sign-in.ts'
import type { Case, Step } from '../diagnosis.ts'
import { articleInstead } from '../look-alike-articles.ts'

const told = messagesOf('not-authorization', {
  awssAuthorizedError: 'This isn’t AWS’s “not authorized” error',
  awssAuthorizedErrorForOthers: 'As far as I can tell, policies of AWS aren’t the cause',
  iCantFind: 'I can’t find AWS’s “not authorized” error in this text',
  iCantFindForOthers: 'I can’t tell whether policies of AWS are the cause',
  explanation: 'It contains no sentence that AWS or one of its services uses to deny a call.',
  explanationForOthers: 'The message contains no sentence that AWS or one of its services uses to deny a call.',
  on: 'on {{resource}}',
  iFoundCaller: 'I found a caller and an action, but not AWS’s sentence. Is this your error?',
  iFoundCallerForOthers: 'The text names a caller and an action, but doesn’t contain AWS’s sentence.',
  caller: 'the caller',
  action: 'an action',
  deniedEnterValuesExplanation:
    'Was {{principal}} denied {{action}} {{on}}? If so, enter these values as the caller, the action and the resource.',
  deniedEnterValuesExplanationForOthers: 'The caller is {{principal}}, the action {{action}} {{on}}.',
  followErrorPolicy: 'Follow this error, not a policy',
  followErrorPolicyForOthers: '',
  followErrorPolicyText: 'It isn’t about an IAM policy, so changing one doesn’t help.',
  meantAnotherError: 'If you meant another error, paste all of it',
  meantAnotherErrorForOthers: '',
  meantAnotherErrorText:
    'Look for a line with “is not authorized to perform”, “AccessDenied” or “UnauthorizedOperation”, and paste it with the lines around it. A CloudTrail event works too.',
})

/** The text is about something other than a denied permission. */
export const notAuthorization = defineCause({
  id: 'not-authorization',
  article: 'messages/which-gate',
  applies: ({ denial, asked, given }) =>
    (denial.kind === 'not-authorization' || denial.kind === 'possible-denial') && !asked
      ? { denial, signIn: signInOf(denial, given) }
      : undefined,
  explain: ({ denial, signIn }) => ({
    ...articleInstead(denial),
    ...(signIn ? { title: signIn.title, explanation: signIn.explanation } : titleOf(denial)),
    basis: 'experience',
  }),
  steps: ({ denial, signIn }) => signIn?.steps ?? (denial.insteadOf === undefined ? [pasteAll] : [followIt, pasteAll]),
})

/** A cluster or a database that let no one in asks AWS about it, so it has steps of its own. */
function signInOf({ insteadTopic }: Denial, given: Case) {
  if (insteadTopic === 'kubernetes') return clusterSignIn(given) ?? clusterForbidden(given)
  return insteadTopic === 'database' ? databaseSignIn(given) : undefined
}

/** A known error of another system, a possible denial, and an unknown text get different answers. */
function titleOf({ insteadOf, candidate }: Denial): { readonly title: Text; readonly explanation: Text } {
  if (insteadOf !== undefined) return { title: told('awssAuthorizedError'), explanation: dataText(insteadOf) }
  if (!candidate) {
    return {
      title: told('iCantFind'),
      explanation: told('explanation'),
    }
  }
  const { principal, action, resource } = candidate
  const on = resource === undefined ? '' : told('on', { resource })
  return {
    title: told('iFoundCaller'),
    explanation: told('deniedEnterValuesExplanation', {
      principal: principal ?? told('caller'),
      action: action ?? told('action'),
      on,
    }),
  }
}

const followIt: Step = {
  title: told('followErrorPolicy'),
  text: told('followErrorPolicyText'),
  owner: 'caller',
}

const pasteAll: Step = {
  title: told('meantAnotherError'),
  text: told('meantAnotherErrorText'),
  owner: 'caller',
}
