import type { Denial } from '../denial/index.ts'
import { messagesOf, type Text, write } from '../words/index.ts'
import type { CauseFound, Step } from './diagnosis.ts'
import type { Course } from './prove.ts'
import { recordStep } from './recorded.ts'
import { withoutAddition } from './words.ts'

const told = messagesOf('later-steps', {
  changePolicy: 'Don’t change a policy for this',
  changePolicyForOthers: 'Allow only what is needed here',
  after: 'AWS checks this next. {{text}}',
})

const notOffered = (why: Text): Step => ({
  title: told('changePolicy'),
  text: why,
  owner: 'account administrator',
})

/** AWS's own record holds what the answer has to guess. */
export function withRecord(cause: CauseFound, denial: Denial): CauseFound {
  const step = recordStep(denial)
  return step ? { ...cause, steps: [...cause.steps, step] } : cause
}

/** Steps speak of the statement of the first fix. Where none can be written, they don’t. */
function withoutStatement({ steps: [first, ...more], ...cause }: CauseFound): CauseFound {
  const said = (step: Step): Step =>
    step.statement === undefined ? { ...step, text: withoutAddition(step.text) } : step
  return { ...cause, steps: [said(first), ...more.map(said)] }
}

/** Adds a step for each cause behind the first one, unless a fix resolves it or an earlier step covers it. */
export function withLaterSteps(cause: CauseFound, { fixes, withheld, later }: Course): CauseFound {
  const [why] = withheld
  if (why !== undefined && fixes.length === 0) return { ...cause, steps: [notOffered(why)] }
  if (fixes.length === 0) return withoutStatement(cause)
  const said = new Set(cause.steps.map(({ title }) => write(title)))
  const more = later
    .filter(({ id }) => id !== 'policies-allow')
    .flatMap(({ steps }) => steps.slice(0, 1))
    .filter(({ title }) => !said.has(write(title)) && said.add(write(title)))
  const after = (step: Step): Step => ({ ...step, text: told('after', { text: step.text }) })
  return { ...cause, steps: [...cause.steps, ...more.map(after)] }
}
