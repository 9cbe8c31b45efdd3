import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import type { Owner } from '../diagnosis.ts'
import type { Asked } from '../situation.ts'
import { listed } from '../words.ts'
import type { Demand } from './demand.ts'

const told = messagesOf('deed', {
  other: 'something other than {{values}}',
  less: 'less than {{value}}',
  'at-most': 'at most {{value}}',
  more: 'more than {{value}}',
  'at-least': 'at least {{value}}',
  present: 'any value',
  absent: 'requests without it',
  several: '{{values}} or {{count}} more',
  callersTag: 'the caller’s tag {{tag}}',
  callersName: 'the caller’s user name',
  callersId: 'the caller’s ID (aws:userid)',
  policyNames: 'the value that the policy names',
})

/** What to do so that a request meets a demand: a deed, not the name of a key. */
export interface Deed {
  readonly title: Text
  readonly text: Text
  readonly command?: string | undefined
  /** The caller where nothing else is said. */
  readonly owner?: Owner
  /** It changes the condition, so the caller doesn't meet it as it is. */
  readonly changesCondition?: true
  /** The condition wasn’t meant for this resource, so another statement without it can allow the call on the resource. */
  readonly isApart?: true
}

/** The deed for a demand on one key; undefined where there's nothing that someone could do. */
export type Doing = (demand: Demand, asked: Asked) => Deed | undefined

/** A key in lower case, or the start of several, with a slash at its end. */
export type DeedRow = readonly [keys: string | readonly string[], doing: Doing]

/** The values that the policy names: "a, b or c". */
export function valuesOf({ values }: Demand): Text {
  if (values.length === 0) return told('policyNames')
  const named = values.slice(0, 6).map(valueText)
  return values.length > 6
    ? told('several', { values: inTurn(named, ', '), count: values.length - 6 })
    : listed(named, 'or')
}

/** The usual variables in words. */
function valueText(value: string): Text {
  const tag = /^\$\{aws:PrincipalTag\/([^}]+)\}$/i.exec(value)?.[1]
  if (tag !== undefined) return told('callersTag', { tag })
  if (/^\$\{aws:userid\}\*?$/i.test(value)) return told('callersId')
  return /^\$\{aws:username\}$/i.test(value) ? told('callersName') : value
}

/** What is accepted, for a sentence: "a or b", "something other than a", "at most 5". */
export function wantedOf(demand: Demand): Text {
  const { want, values } = demand
  switch (want) {
    case 'one-of':
      return valuesOf(demand)
    case 'none-of':
      return told('other', { values: valuesOf(demand) })
    case 'present':
    case 'absent':
      return told(want)
    default:
      return told(want, { value: values[0] ?? '' })
  }
}

/** Wants that the policy's own value meets. */
const namesValue: ReadonlySet<Demand['want']> = new Set(['one-of', 'at-most', 'at-least'])

/** The value to send, for a command; undefined where the policy names none. */
export const sent = ({ want, values }: Demand): string | undefined => (namesValue.has(want) ? values[0] : undefined)

/** Does a key have to be there with a value of the policy's, or any? */
export const isWanted = ({ want }: Demand): boolean => want === 'one-of' || want === 'present'

/** Is this what a Boolean key has to be? */
export const isTrue = ({ want, values }: Demand): boolean =>
  want === 'present' || (want === 'one-of' && values[0]?.toLowerCase() === 'true')

/** What follows the slash of a key: a tag's key. */
export const tagOf = ({ key }: Demand): string => key.slice(key.indexOf('/') + 1)
