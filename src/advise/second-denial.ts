import type { Denial, DenialGroup, Reading } from '../denial/index.ts'
import { isNonEmpty } from '../text/index.ts'
import { messagesOf, type Translation, write } from '../words/index.ts'
import type { Diagnosis, Fix, ForOthers, Step } from './written.ts'

const told = messagesOf('second-denial', {
  alsoFor: 'AWS denied the same call for another reason, too: {{title}}. {{text}}',
  onlyIf: 'the other denial of this call is fixed, too',
})

/** More reasons than these aren't one call's: a paste with them is a log. */
const mostReasons = 3

/**
 * What else of the paste denies the same call: another layer, which AWS checks as well. AWS names one at a time, so two messages come from two tries, or
 * from one service that lists both.
 */
export function secondDenials({ denials }: Reading, denial: Denial): readonly Denial[] {
  const others = denials.filter((group) => group.denial !== denial && isSameCall(group, denial))
  return others.length > mostReasons ? [] : others.map((group) => group.denial)
}

function isSameCall({ denial: other, resources }: DenialGroup, denial: Denial): boolean {
  if (denial.action === undefined || other.action !== denial.action || other.principal !== denial.principal)
    return false
  const isOnSame =
    other.resource === denial.resource || (denial.resource !== undefined && resources.includes(denial.resource))
  const isForSame = other.effect === denial.effect && other.policyType === denial.policyType
  return isOnSame && !isForSame && other.effect !== undefined
}

/**
 * The answer with a step for each further denial of the same call: what leads its own answer. Where the layer that denies there wasn't pasted, no fix is
 * proved by itself.
 */
export function withSecond(
  diagnosis: Diagnosis,
  seconds: readonly Pick<Diagnosis, 'cause' | 'denial'>[],
  translation: Translation | undefined,
): Diagnosis {
  if (seconds.length === 0) return diagnosis
  const { cause, fixes, otherWay, policies } = diagnosis
  const causes = seconds.map((second) => second.cause)
  const isOpen = seconds.some(({ denial: { policyType } }) => !policies.some(({ type }) => type === policyType))
  const onlyIf = write(told('onlyIf'), translation)
  const conditional = (fix: Fix): Fix =>
    isOpen && fix.onlyIf === undefined && fix.proof.after.decision === 'allowed' ? { ...fix, onlyIf } : fix
  const steps = withSteps(cause, causes, translation)
  const forOthers = withSteps(
    cause.forOthers,
    causes.map((second) => second.forOthers),
    translation,
  )
  return {
    ...diagnosis,
    cause: { ...cause, steps, forOthers: { ...cause.forOthers, steps: forOthers } },
    fixes: fixes.map(conditional),
    otherWay: otherWay && conditional(otherWay),
  }
}

function withSteps(
  own: ForOthers,
  seconds: readonly ForOthers[],
  translation: Translation | undefined,
): ForOthers['steps'] {
  const said = new Set(own.steps.map(({ title }) => title))
  const more = seconds.flatMap(({ title, steps: [{ statement: _, ...first }] }): readonly Step[] => {
    if (said.has(first.title)) return []
    said.add(first.title)
    return [{ ...first, text: write(told('alsoFor', { title, text: first.text }), translation) }]
  })
  const steps = [...own.steps, ...more]
  return isNonEmpty(steps) ? steps : own.steps
}
