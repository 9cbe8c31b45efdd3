import { readOf } from '../../evaluate/index.ts'
import { findRetired, needsBillingAccess } from '../../reference/index.ts'
import { isNonEmpty, type NonEmpty } from '../../text/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { type Evaluated, isEvaluated, type StandingPolicy } from '../situation.ts'
import { listed, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('retired-action', {
  title: 'The policy allows actions that AWS no longer asks about',
  explanation:
    'AWS has replaced {{retired}} with finer actions, and now asks for {{action}}. The old names no longer grant anything.',
  allow: 'Allow {{action}} to {{who}}',
  allowText:
    'An administrator adds {{addition}}. The next page of the console might need more of the new actions. If it does, paste its message here as well.',
  replaceOldActions: 'Replace the old actions',
  replaceOldActionsText: '{{retired}} can go once the new ones are in place: {{replacements}}.',
  note: 'It allows {{action}}, which takes the old name’s place here.',
})

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
    const onlyRetired = retired.length === allowed.length
    const concerns = retired.filter((action) => tookPlaceOf(action, situation.asked, onlyRetired))
    return isNonEmpty(concerns) ? { situation, retired: concerns } : undefined
  },
  explain: ({ situation, retired }) => ({
    title: told('title'),
    explanation: told('explanation', { retired: listed(retired.slice(0, 4)), action: situation.asked.action }),
  }),
  steps: ({ situation, retired }) => [
    {
      title: told('allow', { action: situation.asked.action, who: whoPhrase(situation.asked) }),
      text: told('allowText', { addition: statementBelow }),
      owner: 'account administrator',
    },
    {
      title: told('replaceOldActions'),
      text: told('replaceOldActionsText', {
        retired: listed(retired.slice(0, 4)),
        replacements: replacements(retired),
      }),
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) => {
    const note = told('note', { action: situation.asked.action })
    return allowIn(situation, { type: 'identity', note })
  },
})

/**
 * Can the denied action be what took this one's place? Billing's pages ask for many; otherwise the service must be one of those that did.
 * Where nothing took its place, any action can be meant, if the policies allow nothing else.
 */
function tookPlaceOf(retired: string, { action, service }: Evaluated['asked'], onlyRetired: boolean): boolean {
  const replacedBy = findRetired(retired)?.replacedBy ?? []
  if (replacedBy.length === 0) return onlyRetired
  return needsBillingAccess(action) || replacedBy.some((each) => each.startsWith(`${service}:`))
}

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
  return { allowed, retired: [...new Set(allowed)].filter((action) => findRetired(action) !== undefined) }
}

const replacements = (retired: readonly string[]): Text =>
  listed([...new Set(retired.flatMap((action) => findRetired(action)?.replacedBy ?? []))].slice(0, 6))
