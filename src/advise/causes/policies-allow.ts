import { type PolicyType, policyTypes } from '../../iam/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep } from '../fetch-step.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { wholeCall } from '../whole-call.ts'
import { typePhrase, whoPhrase } from '../words.ts'

/** The given policies allow the request, so the document that denied it isn’t among them. */
export const policiesAllow = defineCause<Evaluated>({
  id: 'policies-allow',
  article: 'credentials/another-user',
  applies: (situation) => {
    const { policies, stated } = situation
    const isOpen = stated.effect === undefined && stated.policyType === undefined
    const isAllowed = isEvaluated(situation) && situation.verdict.decision === 'allowed'
    return isAllowed && (policies.length > 0 || isOpen) ? situation : undefined
  },
  explain: (situation) => ({
    title:
      situation.policies.length > 0
        ? `The policies you gave allow ${situation.asked.action}`
        : `Nothing you gave denies ${situation.asked.action} to ${whoPhrase(situation.asked)}`,
    explanation: whatStoppedIt(situation),
  }),
  steps: (situation) => {
    const { policyType } = situation.stated
    if (policyType) return [fetchStep(situation, policyType), sameCaller]
    const missing = missingTypes(situation)
    return [
      sameCaller,
      ...furtherSteps(situation),
      ...missing.slice(0, 3).map((type) => fetchStep(situation, type)),
      recent,
    ]
  },
})

function whatStoppedIt(situation: Evaluated): string {
  const { effect, policyType, policyArn } = situation.stated
  const named = policyArn ? ` (${policyArn})` : ''
  if (policyType && effect) {
    const verb = effect === 'explicit-deny' ? 'denies it' : 'does not allow it'
    return `AWS says that ${typePhrase(policyType)}${named} ${verb}. That document was not given here, or it has changed since.`
  }
  if (effect === 'explicit-deny')
    return 'AWS says that some policy denies it explicitly. That policy was not given here.'
  return 'So something that wasn’t given stopped it: another policy, an older version of one of these, or a caller other than the one named here.'
}

/** The message names an operation, and AWS checks more for it than that: what of it the policies don’t allow. */
function furtherSteps(situation: Evaluated): readonly Step[] {
  const isNamed = situation.denial.action !== undefined || situation.given.action !== undefined
  const needs = isNamed || !hasGiven(situation, 'identity') ? [] : wholeCall(situation).slice(0, mostNeeds)
  if (needs.length === 0) return []
  const lines = needs.map(({ action, reason }) => `${action} (${reason})`)
  return [
    {
      title: 'Check what else the call needs',
      text: `The message names only the operation, and the policies don’t allow everything that such a call can need: ${lines.join('; ')}.`,
      owner: 'account administrator',
    },
  ]
}

const mostNeeds = 5

/** Policy types that apply to this request and that weren’t given. */
const missingTypes = ({ verdict }: Evaluated): readonly PolicyType[] =>
  verdict.gates.flatMap(({ kind, state }) => (state === 'not given' ? policyTypes.filter((type) => type === kind) : []))

const sameCaller: Step = {
  title: 'Check who really called',
  text: 'Run this in the place where it failed: on the server, in the pipeline, in the container. These policies must belong to that user or role.',
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}

const recent: Step = {
  title: 'Try once more',
  text: 'A policy change takes a few seconds, sometimes minutes, to take effect everywhere. Sessions keep the session policy they were created with.',
  owner: 'caller',
}
