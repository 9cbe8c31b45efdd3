import type { Unread } from '../denial/index.ts'
import { readOf, unreadPolicy } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import { member } from '../text/index.ts'
import type { Case } from './diagnosis.ts'
import { restOf, withOpenEnd } from './open-end.ts'
import type { StandingPolicy } from './situation.ts'

/**
 * What can't be read may allow or deny: each such part takes part as a policy that does either, depending on what it says. So it never counts as
 * an implicit deny, and the answer is never certain without it. `leftovers` are those of the paste.
 */
export function unreadParts(
  standing: readonly StandingPolicy[],
  given: Pick<Case, 'policies'>,
  leftovers: readonly Unread[],
): readonly StandingPolicy[] {
  const policies = standing.flatMap((policy, i) => {
    const isRead = isReadable(policy)
    const isPartial = given.policies[i]?.partial === true || (isRead && endsOpen(policy))
    if (!isPartial && isRead) return []
    const what = isPartial ? restOf(policy.name) : `what ${policy.name} says`
    return [{ ...policy, name: what, text: JSON.stringify(unreadPolicy(what, policy.type)), given: false }]
  })
  const pasted = leftovers.map(({ language, policyType }, i): StandingPolicy => {
    const type: PolicyType = policyType ?? 'identity'
    const what = `what the unread ${language} says${i > 0 ? ` (${i + 1})` : ''}`
    return {
      type,
      name: what,
      target: undefined,
      text: JSON.stringify(unreadPolicy(what, type)),
      given: false,
    }
  })
  return [...policies, ...pasted]
}

/** The policies, the last statement of each one that is cut off open. */
export const withOpenEnds = (
  standing: readonly StandingPolicy[],
  given: Pick<Case, 'policies'>,
): readonly StandingPolicy[] =>
  standing.map((policy, i) => (isCutOff(policy, given.policies[i]) ? withOpenEnd(policy, i) : policy))

/** Does a policy end in the middle of its text, or did what it was read from? */
const isCutOff = (policy: StandingPolicy, given: Case['policies'][number] | undefined): boolean =>
  given?.cutOff === true || (isReadable(policy) && endsOpen(policy))

/** Is the text a policy document, however wrong its statements are? An empty text is none yet, and nothing is hidden in it. */
function isReadable(policy: StandingPolicy): boolean {
  if (policy.text.trim() === '') return true
  const { root } = readOf(policy).policy
  return root !== undefined && member(root, 'Statement') !== undefined
}

/**
 * Does the text end in the middle? Then its last statement can have conditions that were cut off, and more statements can follow. Where only the
 * document's own brace is missing, nothing is hidden.
 */
function endsOpen(policy: StandingPolicy): boolean {
  const text = policy.text.trimEnd()
  const isOpen = readOf(policy).problems.some(({ code, span }) => openAtEnd.has(code) && span.to >= text.length)
  return isOpen && !isWhole(`${text}}`)
}

/** What the reader of JSON says of a text that stops too early. */
const openAtEnd: ReadonlySet<string> = new Set([
  'json-string',
  'json-colon',
  'json-value',
  'json-key',
  'json-number',
  'json-symbol',
  'json-close-brace',
  'json-close-bracket',
])

function isWhole(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
