import type { MatchedDeny } from '../denial/index.ts'
import { inRange, matches, readIpRange } from '../iam/index.ts'
import { inTurn, messagesOf, type Text } from '../words/index.ts'
import { stepOf } from './deed-steps.ts'
import { type Demand, deedFor } from './deeds/index.ts'
import type { Step } from './diagnosis.ts'
import type { Asked, Situation } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('matched-deny', {
  statement: 'The decoded message names the statement “{{sid}}”.',
  statementOf: 'The decoded message names the statement “{{sid}}” of the policy {{policy}}.',
  unnamed: 'The decoded message names the statement.',
  unnamedOf: 'The decoded message names a statement of the policy {{policy}}.',
  conditions: 'It has a condition on {{conditions}}.',
  condition: '{{key}} ({{values}}; {{sent}})',
  sent: 'the request has {{value}}',
  notSent: 'the request doesn’t have it',
  more: '{{shown}}, …',
})

interface Matched {
  readonly phrase: Text
  /** What to do so that the statement doesn’t apply. Any one of them is enough. */
  readonly steps: readonly Step[]
}

/**
 * What a decoded message says about the Deny that stopped the call; undefined where it names none.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function matchedDeny({ denial, asked }: Situation): Matched | undefined {
  const { matched, context } = denial
  if (!matched || !asked) return undefined
  const sent = new Map([...context].map(([key, value]) => [key.toLowerCase(), value]))
  const demands = matched.conditions.flatMap((condition) => demandBy(condition, sent.get(condition.key.toLowerCase())))
  return {
    phrase: inTurn([named(matched), conditionsPhrase(matched, sent)]),
    steps: demands.flatMap((demand) => deedStep(demand, asked)),
  }
}

function deedStep(demand: Demand, asked: Asked): readonly Step[] {
  const deed = deedFor(demand, asked)
  return deed ? [stepOf(deed)] : []
}

function named({ sid, policy }: MatchedDeny): Text {
  if (policy === undefined) return sid === undefined ? told('unnamed') : told('statement', { sid })
  return sid === undefined ? told('unnamedOf', { policy }) : told('statementOf', { sid, policy })
}

type Value = string | readonly string[] | undefined
type Conditions = MatchedDeny['conditions']

function conditionsPhrase({ conditions }: MatchedDeny, sent: ReadonlyMap<string, Value>): Text {
  if (conditions.length === 0) return ''
  const all = conditions.map(({ key, values }) => {
    const value = sent.get(key.toLowerCase())
    return told('condition', {
      key,
      values: some(values),
      sent: value === undefined ? told('notSent') : told('sent', { value: some([value].flat()) }),
    })
  })
  return told('conditions', { conditions: listed(all) })
}

/** More values than this are left out. */
const mostValues = 4

const some = (values: readonly string[]): Text => {
  const shown = values.slice(0, mostValues).join(', ')
  return values.length > mostValues ? told('more', { shown }) : shown
}

/**
 * What the request has to bring, by what it brought: the message leaves out the operator of a condition. A Deny that lists the request’s own value
 * denies what it lists; one that doesn’t denies everything else. Numbers and dates are compared by their order, which says neither.
 */
function demandBy({ key, values }: Conditions[number], value: Value): readonly Demand[] {
  const [sent, ...more] = value === undefined ? [] : [value].flat()
  if (more.length > 0 || values.some((each) => /^\d+(?:\.\d+)?$|^\d{4}-\d{2}-\d{2}/.test(each))) return []
  const isListed = sent !== undefined && values.some((each) => isSame(sent, each))
  const only = values.length === 1 ? values[0]?.toLowerCase() : undefined
  if (only === 'true' || only === 'false') {
    // A key that’s missing where “true” is listed: Null asks for that.
    if (sent === undefined && only === 'true') return [{ key, effect: 'Deny', want: 'present', values: [] }]
    const wanted = sent === undefined ? 'true' : isListed ? opposite(only) : only
    return [{ key, effect: 'Deny', want: 'one-of', values: [wanted] }]
  }
  return [{ key, effect: 'Deny', want: isListed ? 'none-of' : 'one-of', values }]
}

const opposite = (value: 'true' | 'false'): string => (value === 'true' ? 'false' : 'true')

function isSame(sent: string, written: string): boolean {
  const [inner, outer] = [readIpRange(sent), readIpRange(written)]
  if (inner && outer) return inRange(inner, outer)
  return matches(written.toLowerCase(), sent.toLowerCase())
}
