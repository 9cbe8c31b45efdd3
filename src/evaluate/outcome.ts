import { type PolicyType, policyTypes } from '../iam/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Exact } from './exact.ts'
import type { Folded } from './fold.ts'
import type { Hit, Hits } from './logic.ts'
import type { CertainOutcome, GateRef, Outcome, StatementRef } from './verdict.ts'

/**
 * The decision with its cause: that of every completion (`folded`, in their order), united. So two Denies that between them cover every
 * value of an unknown key are both named.
 */
export function outcomeOf(exact: Exact, folded: NonEmpty<Folded<Hits>>): Outcome {
  switch (exact.is) {
    case 'depends': {
      const [first, ...more] = exact.questions
      const { questions, canBeAllowed } = exact
      return { ...undetermined, missingContext: [first.key, ...more.map(({ key }) => key)], questions, canBeAllowed }
    }
    case 'too-many':
      return { ...undetermined, missingContext: exact.keys, questions: [], canBeAllowed: exact.canBeAllowed }
    case 'decided':
      return { ...certain(unitedAll(folded)), missingContext: [], questions: [] }
  }
}

const undetermined = {
  decision: 'undetermined',
  decidedBy: [],
  rule: undefined,
  blockedBy: [],
  missing: [],
} as const

const unitedAll = ([first, ...more]: NonEmpty<Folded<Hits>>): Folded<Hits> =>
  more.reduce(
    (all, { denied, allowed }) => ({ denied: united(all.denied, denied), allowed: united(all.allowed, allowed) }),
    first,
  )

/** The causes of two completions. They differ only where both are denied explicitly: then what does not allow is kept. */
function united(a: Hits, b: Hits): Hits {
  if (a.is === 'yes' && b.is === 'yes') return { is: 'yes', by: distinct([...a.by, ...b.by]) }
  if (a.is === 'no' && b.is === 'no') return { is: 'no', by: distinct([...a.by, ...b.by]) }
  return a.is === 'no' ? a : b
}

/** Hits of one statement are different objects, so they are compared by their statement. */
function distinct<Item extends Hit | GateRef>([first, ...more]: NonEmpty<Item>): NonEmpty<Item> {
  const seen = new Set<object>([identityOf(first)])
  return [first, ...more.filter((item) => !seen.has(identityOf(item)) && seen.add(identityOf(item)))]
}

const identityOf = (item: Hit | GateRef): object =>
  'is' in item ? (item.is === 'statement' ? item.statement : item.reason) : item

function certain({ denied, allowed }: Folded<Hits>): CertainOutcome {
  if (denied.is === 'yes') return explicitDeny(denied.by, allowed.is === 'no' ? distinct(allowed.by) : [])
  if (allowed.is === 'yes') return allowedBy(allowed.by)
  if (allowed.is === 'no') return implicitDeny(distinct(allowed.by))
  throw new Error('A completion is undecided')
}

function explicitDeny(by: NonEmpty<Hit>, missing: readonly GateRef[]): CertainOutcome {
  const [first, ...more] = refsOf(by)
  if (!first) throw new Error('Only statements deny explicitly')
  const types = [...more.map(({ policyType }) => policyType), ...policiesIn(missing)]
  const others = types.filter((type) => type !== first.policyType)
  return {
    decision: 'explicitDeny',
    decidedBy: [first, ...more],
    rule: undefined,
    blockedBy: [first.policyType, ...new Set(others)],
    missing,
  }
}

function allowedBy(by: NonEmpty<Hit>): CertainOutcome {
  const [first, ...more] = refsOf(by)
  const allowed = { decision: 'allowed', blockedBy: [], missing: [] } as const
  if (first) return { ...allowed, decidedBy: [first, ...more], rule: undefined }
  const [rule] = by.flatMap((hit) => (hit.is === 'rule' ? hit.reason.code : []))
  if (rule === undefined) throw new Error('A statement or a rule allows')
  return { ...allowed, decidedBy: [], rule }
}

/** If AWS itself denies the request, nothing else matters: no policy could allow it. */
function finalOf(missing: NonEmpty<GateRef>): NonEmpty<GateRef> {
  const [first, ...more] = missing.filter(({ kind }) => kind === 'aws')
  return first ? [first, ...more] : missing
}

function implicitDeny(gates: NonEmpty<GateRef>): CertainOutcome {
  const missing = finalOf(gates)
  const [rule] = missing.flatMap((gate) => gate.rule?.code ?? [])
  return { decision: 'implicitDeny', decidedBy: [], rule, blockedBy: [...new Set(policiesIn(missing))], missing }
}

/** The statements, each once. */
const refsOf = (by: NonEmpty<Hit>): readonly StatementRef[] => [
  ...new Set(by.flatMap((hit) => (hit.is === 'statement' ? hit.statement.ref : []))),
]

const policiesIn = (gates: readonly GateRef[]): readonly PolicyType[] =>
  gates.flatMap(({ kind }) => policyTypes.filter((type) => type === kind))
