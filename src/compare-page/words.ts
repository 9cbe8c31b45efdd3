import type { Comparison, UnknownReason } from '../compare/index.ts'
import type { IconName } from '../controls/icon-paths.ts'
import type { Difference, Outcome } from './messages.ts'

/** What a whole comparison came to: a headline, a sentence, and how it's marked. */
export interface Verdict {
  readonly tone: 'more' | 'less' | 'same' | 'unknown'
  readonly icon: IconName
  readonly headline: string
  readonly sentence: string
}

type Result = Comparison['result']

/** The verdict on both directions. Only what is proven is called proven. */
export function verdictOf({ opened, closed }: Pick<Difference, 'opened' | 'closed'>): Verdict {
  return verdicts[opened.result][closed.result]
}

const more = { tone: 'more', icon: 'warning' } as const
const unknown = { tone: 'unknown', icon: 'unknown' } as const

const verdicts: Readonly<Record<Result, Readonly<Record<Result, Verdict>>>> = {
  fail: {
    fail: {
      ...more,
      headline: 'Allows more, and also less',
      sentence:
        'The new version allows requests that the old one doesn’t, and no longer allows some that the old one does.',
    },
    pass: {
      ...more,
      headline: 'Allows more',
      sentence: 'The new version allows everything that the old one allows, and more.',
    },
    unknown: {
      ...more,
      headline: 'Allows more',
      sentence:
        'The new version allows requests that the old one doesn’t. Whether it takes anything away can’t be proven.',
    },
  },
  pass: {
    fail: {
      tone: 'less',
      icon: 'yes',
      headline: 'Allows less, and nothing new',
      sentence: 'Proven: the new version allows no request that the old one doesn’t. It no longer allows some.',
    },
    pass: {
      tone: 'same',
      icon: 'yes',
      headline: 'Allows exactly the same',
      sentence: 'Proven: both versions allow the same requests.',
    },
    unknown: {
      tone: 'less',
      icon: 'yes',
      headline: 'Allows nothing new',
      sentence:
        'Proven: the new version allows no request that the old one doesn’t. Whether it takes anything away can’t be proven.',
    },
  },
  unknown: {
    fail: {
      ...unknown,
      headline: 'Allows less; new access can’t be ruled out',
      sentence:
        'The new version no longer allows some requests. We found nothing that it newly allows, but can’t prove it.',
    },
    pass: {
      ...unknown,
      headline: 'New access can’t be ruled out',
      sentence: 'The new version takes nothing away. We found nothing that it newly allows, but can’t prove it.',
    },
    unknown: {
      ...unknown,
      headline: 'No difference found, but not proven',
      sentence: 'We found no request that the versions decide differently, but can’t prove that there is none.',
    },
  },
}

/** The columns of the answer, in their order. */
export const columns = [
  {
    of: 'opened',
    title: 'Newly allowed',
    icon: 'add',
    none: 'Nothing. Proven for every request.',
    by: 'Allowed by',
  },
  {
    of: 'closed',
    title: 'No longer allowed',
    icon: 'none',
    none: 'Nothing. Proven for every request.',
    by: 'Was allowed by',
  },
  {
    of: 'kept',
    title: 'Still allowed',
    icon: 'yes',
    none: 'Nothing: no request is allowed by both versions.',
    by: 'Allowed by',
  },
] as const satisfies readonly {
  readonly of: 'opened' | 'closed' | 'kept'
  readonly title: string
  readonly icon: string
  readonly none: string
  readonly by: string
}[]

/** How many examples a column has, in words. */
export function countInWords(outcome: Outcome): string {
  if (outcome.result === 'pass') return 'none'
  if (outcome.result === 'unknown') return 'not proven'
  return outcome.examples.length === 1 ? '1 example' : `${outcome.examples.length} examples`
}

/** Why a column is not proven, for people: one sentence, without the "Unknown:" of the command line. */
export const reasonWords: Readonly<Record<UnknownReason, string>> = {
  'too-many-combinations': 'The statements can match in too many combinations to compare all of them.',
  'too-many-values': 'The patterns can match in too many ways to try all of them.',
  variables: 'Policy variables occur in several places, and their values can change the answer.',
  'related-keys': 'Condition keys whose values depend on each other take part.',
  'open-names': 'A policy contains names that are filled in later, such as Terraform variables.',
  'examples-not-confirmed': 'The statements differ, but AWS’s other rules decide every request that we tried alike.',
  'unreadable-policy': 'A policy can’t be read. See the problem below it.',
  'no-definition': 'AWS doesn’t define public access for this type of resource.',
}

/** What the answers to the "never allow" questions say. */
export function neverWords(outcome: Outcome | undefined, ask: 'not-granted' | 'not-public'): string {
  if (!outcome) return 'Waits for the new version.'
  if (outcome.result === 'unknown') return `Not proven. ${reasonWords[outcome.because]}`
  if (ask === 'not-public')
    return outcome.result === 'pass' ? 'Not public. Proven.' : 'Public, as AWS defines it for this type of resource.'
  return outcome.result === 'pass' ? 'Never allowed. Proven.' : 'Allowed by the new version.'
}

/** "Opens 3 ways to more permissions". */
export const escalationsInWords = (count: number): string =>
  `Opens ${count === 1 ? 'a way' : `${count} ways`} to more permissions (privilege escalation)`
