import type { Denial } from '../../denial/index.ts'
import { masksInName, splitArn } from '../../iam/index.ts'
import type { Case } from '../diagnosis.ts'
import type { Mask } from '../mask.ts'
import { withoutKind } from '../stand-in.ts'
import { bareNameOf } from './bare-name.ts'

/** A value for each mask, by the mask's text. */
export type Values = ReadonlyMap<string, string>

/** The values that nothing else in the case has. */
export const standIns = (masks: readonly Mask[]): Values => new Map(masks.map(({ text, standIn }) => [text, standIn]))

/** An ARN, or a text that is a mask alone, with its masks filled in; any other text as it is. */
export function fillIn(text: string, masks: readonly Mask[], values: Values): string {
  const whole = values.get(text)
  if (whole !== undefined) return whole
  const parts = splitArn(text)
  if (parts?.[0] !== 'arn') return text
  const [, partition, service, region, account, resource] = parts
  const named = (part: string): string => {
    // "A" masks an account, and is a letter of a name; "[REDACTED]" can mask both.
    const own = masksInName(part)
    return longestFirst(masks).reduce((filled, { kind, text: mask }) => {
      const value = values.get(mask)
      const isMask = kind === 'name' || own.includes(mask)
      return isMask && value !== undefined ? filled.replaceAll(mask, () => value) : filled
    }, part)
  }
  return ['arn', partition, named(service), named(region), values.get(account) ?? account, named(resource)].join(':')
}

/** The same for what a message names without its ARN: "role shop-***-api". */
function fillResource(text: string, masks: readonly Mask[], values: Values): string {
  const filled = fillIn(text, masks, values)
  const name = filled === text ? bareNameOf(text) : ''
  if (name === '') return filled
  const own = masksInName(name)
    .toSorted((a, b) => b.length - a.length)
    .reduce((all, mask) => all.replaceAll(mask, () => values.get(mask) ?? mask), name)
  return text.slice(0, text.length - name.length) + own
}

/** "*****" is also a part of "**************". */
const longestFirst = (masks: readonly Mask[]): readonly Mask[] =>
  masks.toSorted((a, b) => b.text.length - a.text.length)

/** A piece of a document that was replaced: where it stood, and how much longer it became. */
export interface Shift {
  /** Where the filled string begins, in the filled text. */
  readonly from: number
  readonly to: number
  /** What to subtract from a place behind it. */
  readonly by: number
}

/** A document with the masks of its strings filled in, and what moved. */
export function fillDocument(
  text: string,
  masks: readonly Mask[],
  values: Values,
): { readonly text: string; readonly shifts: readonly Shift[] } {
  const shifts: Shift[] = []
  let moved = 0
  const filled = text.replace(/"((?:[^"\\\n]|\\.){1,2000})"/g, (quoted, inner: string, at: number) => {
    const value = fillIn(inner, masks, values)
    if (value === inner) return quoted
    const by = value.length - inner.length
    shifts.push({ from: at + moved, to: at + moved + value.length + 2, by: moved + by })
    moved += by
    return `"${value}"`
  })
  return { text: filled, shifts }
}

/** The case with all masks filled in. */
export const fillCase = (given: Case, masks: readonly Mask[], values: Values): Case => ({
  ...given,
  ...(given.principal === undefined ? {} : { principal: fillIn(given.principal, masks, values) }),
  ...(given.resource === undefined ? {} : { resource: fillResource(given.resource, masks, values) }),
  policies: given.policies.map((policy) => ({ ...policy, text: fillDocument(policy.text, masks, values).text })),
})

/** The denial with all masks filled in. */
export function fillDenial(denial: Denial, masks: readonly Mask[], values: Values): Denial {
  const filled = (text: string | undefined): string | undefined => text && fillIn(text, masks, values)
  return {
    ...denial,
    principal: filled(denial.principal),
    resource: denial.resource && fillResource(withoutKind(denial.resource), masks, values),
    policyArn: filled(denial.policyArn),
  }
}

/** More combinations than these aren't tried. */
const mostCombinations = 48

/** Every other way to fill the masks in: with what each could be. One mask at a time first. */
export function otherValues(masks: readonly Mask[]): readonly Values[] {
  const base = standIns(masks)
  const single = masks.flatMap(({ text, couldBe }) => couldBe.map((value) => new Map([...base, [text, value]])))
  let together: readonly Values[] = [base]
  for (const { text, couldBe } of masks) {
    const more = together.flatMap((values) => couldBe.map((value) => new Map([...values, [text, value]])))
    together = [...together, ...more].slice(0, mostCombinations)
  }
  return [...single, ...together.slice(1)].slice(0, mostCombinations)
}
