import { type ActionPattern, coversActions, type Entry, policyTypes } from '../../iam/index.ts'
import { without } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { beforeWildcard, entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, type FoundOf, told } from '../messages.ts'

/** So many patterns of one statement are compared with its other actions: bounds the time for a hostile list. */
const mostPatterns = 200

const messages = {
  twice: '`{{value}}` appears twice in this list.',
  covered: '`{{value}}` adds nothing: `{{wider}}` in the same list covers it.',
} as const

export const redundantAction = check({
  code: 'REDUNDANT_ACTION',
  type: 'SUGGESTION',
  title: 'An action is covered by another one',
  messages,
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": ["ce:Get*", "ce:GetCostAndUsage"], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:Get*"], "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) yield* redundantIn(entriesOf(statement.action))
  },
})

function* redundantIn(entries: readonly Entry<ActionPattern>[]): Iterable<FoundOf<typeof messages>> {
  // What is alone is covered by nothing.
  if (entries.length < 2) return
  const patterns = byService(entries.filter(({ value }) => isWild(value)).slice(0, mostPatterns))
  const seen = new Set<string>()
  for (const entry of entries) {
    const { value, path, span, list } = entry
    const name = value.kind === 'all' ? '*' : value.raw.toLowerCase()
    const again = seen.has(name)
    seen.add(name)
    const wider = (patterns.get(serviceOf(value)) ?? patterns.get(''))?.find((other) => isWider(other.value, value))
    if (value.kind === 'invalid' || !list || (!again && !wider)) continue
    const message = again
      ? told('twice', { value: value.raw })
      : told('covered', { value: value.raw, wider: wider?.value.raw ?? '' })
    yield { path, span, message, fix: { title: fixTitle('removeIt'), changes: [without(list.spans, list.index)] } }
  }
}

type Entries = readonly Entry<ActionPattern>[]

/** Which patterns can cover an action of a service: those of that service, and "*". A policy can have hundreds of others. */
function byService(patterns: Entries): ReadonlyMap<string, Entries> {
  const everything = patterns.filter(({ value }) => value.kind === 'all')
  const found = new Map<string, Entry<ActionPattern>[]>([['', everything]])
  for (const entry of patterns) {
    const service = serviceOf(entry.value)
    if (service === '') continue
    const of = found.get(service) ?? []
    of.push(entry)
    found.set(service, of)
  }
  if (everything.length > 0) for (const [service, of] of found) if (service !== '') of.push(...everything)
  return found
}

const serviceOf = (action: ActionPattern): string => (action.kind === 'action' ? action.service : '')

const isWild = (action: ActionPattern): boolean =>
  action.kind === 'all' || (action.kind === 'action' && /[*?]/.test(action.name.raw))

/** Does the one match all that the other one matches, under another name? The same name twice is another finding. */
const isWider = (wide: ActionPattern, narrow: ActionPattern): boolean =>
  narrow.kind === 'action' &&
  (wide.kind !== 'action' || narrow.name.raw.startsWith(beforeWildcard(wide.name.raw))) &&
  wide.raw.toLowerCase() !== narrow.raw.toLowerCase() &&
  coversActions(wide, narrow)
