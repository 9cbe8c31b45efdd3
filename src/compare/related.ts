import type { ContextValue } from '../evaluate/index.ts'
import { automatonOf, isAccountId, splitArn } from '../iam/index.ts'
import type { StatementSet } from './dimension.ts'
import type { Entry } from './policy-set.ts'

/** An ARN, and the key that holds the same account. */
interface Pair {
  readonly arn: 'resource' | 'aws:sourcearn'
  readonly account: string
}

/**
 * The account in a resource's ARN is aws:ResourceAccount, the one in aws:SourceArn is aws:SourceAccount.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const pairs: readonly Pair[] = [
  { arn: 'resource', account: 'aws:resourceaccount' },
  { arn: 'aws:sourcearn', account: 'aws:sourceaccount' },
]

/**
 * Parts of a request that name one account. For each account that a condition names, two bits say whether both parts can still be about it, and whether
 * both can still be about another one: a combination of which neither can be true means no request.
 */
export interface Related {
  readonly all: StatementSet
  /** Accounts by which resources are told apart. */
  readonly owners: readonly string[]
  bitsOfResource(arn: string): StatementSet
  /** The key is in lower case. */
  bitsOfKey(key: string, value: ContextValue): StatementSet
  /** Does no request satisfy these bits? */
  isImpossible(set: StatementSet): boolean
}

/** An account that one of the pairs is asked about, and its first bit. */
interface Asked {
  readonly pair: Pair
  readonly account: string
  readonly bit: bigint
}

/** Accounts that are looked at; with more of them the classes would become too many. */
const mostAccounts = 8

/** `first` is the first bit that nothing else has; `fixed` are the keys that are filled in as variables, which have no bits. */
export function relatedIn(entries: readonly Entry[], first: number, fixed: ReadonlySet<string>): Related {
  const asked = pairs
    .filter(({ account }) => !fixed.has(account))
    .flatMap((pair) => accountsAskedOf(pair.account, entries).map((account) => ({ pair, account })))
    .map((each, i): Asked => ({ ...each, bit: 1n << BigInt(first + 2 * i) }))
  const all = asked.reduce((bits, { bit }) => bits | bit | (bit << 1n), 0n)
  const sourceOf = sourceAccounts(entries)
  /** The bits that an account rules out; undefined where a part doesn't say it. */
  const bitsFor = (isAbout: (pair: Pair) => boolean, told: string | undefined): StatementSet =>
    told === undefined
      ? all
      : asked
          .filter(({ pair }) => isAbout(pair))
          .reduce((bits, { account, bit }) => bits & ~(account === told ? bit << 1n : bit), all)
  return {
    all,
    owners: asked.filter(({ pair }) => pair.arn === 'resource').map(({ account }) => account),
    bitsOfResource: (arn) => bitsFor((pair) => pair.arn === 'resource', splitArn(arn)?.[4] || undefined),
    bitsOfKey(key, value) {
      if (value.is !== 'single') return all
      if (key === 'aws:sourcearn') return bitsFor((pair) => pair.arn === key, sourceOf(value.value))
      return bitsFor((pair) => pair.account === key, value.value)
    },
    isImpossible: (set) => asked.some(({ bit }) => (set & (bit | (bit << 1n))) === 0n),
  }
}

/** The accounts that conditions on a key spell out. */
function accountsAskedOf(key: string, entries: readonly Entry[]): readonly string[] {
  const raws = entries.flatMap(({ statement }) =>
    statement.conditions.flatMap((each) =>
      each.key === key ? each.condition.values.map(({ value }) => value.raw) : [],
    ),
  )
  return [...new Set(raws)].filter(isAccountId).slice(0, mostAccounts)
}

/** The account of every ARN that comes out like this one: what conditions don't spell out isn't told. */
function sourceAccounts(entries: readonly Entry[]): (arn: string) => string | undefined {
  const patterns = entries.flatMap(({ statement }) =>
    statement.conditions.flatMap(({ key, operator, condition }) =>
      key === 'aws:sourcearn' && operator.comparison === 'arn'
        ? condition.values.flatMap(({ value: { pattern } }) => {
            const account = splitArn(pattern.raw)?.[4] ?? ''
            if (!pattern.glob || !isAccountId(account)) return []
            return [{ account, automaton: automatonOf({ glob: pattern.glob, ignoresCase: false, colons: 5 }) }]
          })
        : [],
    ),
  )
  return (arn) =>
    patterns.find(({ automaton }) =>
      automaton.accepts([...arn].reduce((state, letter) => automaton.step(state, letter), automaton.start)),
    )?.account
}
