import { readOf } from '../../evaluate/index.ts'
import { findRetired, needsBillingAccess } from '../../reference/index.ts'
import { isNonEmpty, type NonEmpty } from '../../text/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, isEvaluated, type StandingPolicy } from '../situation.ts'
import { listed, whoPhrase } from '../words.ts'

interface Found {
  readonly situation: Evaluated
  readonly retired: NonEmpty<string>
}

/** The policy allows actions that AWS has replaced. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html */
export const retiredAction = defineCause<Found>({
  id: 'retired-action',
  article: 'billing/retired-actions',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.blame.policyType !== 'identity') return undefined
    const { allowed, retired } = allowedActions(situation.policies)
    const concerns = needsBillingAccess(situation.asked.action) || retired.length === allowed.length
    return concerns && isNonEmpty(retired) ? { situation, retired } : undefined
  },
  explain: ({ situation, retired }) => ({
    title: 'The policy allows actions that AWS no longer asks about',
    explanation: `AWS has replaced ${listed(retired.slice(0, 4))} by finer actions, and now asks for ${situation.asked.action}. The old names grant nothing any more.`,
  }),
  steps: ({ situation, retired }) => [
    {
      title: `Allow ${situation.asked.action} to ${whoPhrase(situation.asked)}`,
      text: 'An administrator adds the statement below. The next page of the console may ask for more of the new actions: paste the next message here as well.',
      owner: 'account administrator',
    },
    {
      title: 'Replace the old actions',
      text: `${listed(retired.slice(0, 4))} can go once the new ones are in place: ${replacements(retired)}.`,
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) => {
    const note = `It allows ${situation.asked.action}, which takes the old name’s place here.`
    return allowIn(situation, { type: 'identity', note })
  },
})

/** What the identity policies allow, and which of it is retired. */
function allowedActions(policies: readonly StandingPolicy[]): {
  allowed: readonly string[]
  retired: readonly string[]
} {
  const allowed = policies
    .filter(({ type }) => type === 'identity')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, action }) => effect?.value === 'Allow' && action?.sense === 'any-of')
    .flatMap(({ action }) => action?.items.map(({ value }) => value.raw) ?? [])
  return { allowed, retired: [...new Set(allowed.filter((action) => findRetired(action) !== undefined))] }
}

const replacements = (retired: readonly string[]): string =>
  listed([...new Set(retired.flatMap((action) => findRetired(action)?.replacedBy ?? []))].slice(0, 6))
