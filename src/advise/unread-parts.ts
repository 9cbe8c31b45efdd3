import type { Unread } from '../denial/index.ts'
import { readOf, unreadPolicy } from '../evaluate/index.ts'
import { member } from '../text/index.ts'
import type { Case } from './diagnosis.ts'
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
    const isPartial = given.policies[i]?.partial === true || (isRead && isCutOff(policy))
    if (!isPartial && isRead) return []
    const what = isPartial ? `what the rest of ${policy.name} says` : `what ${policy.name} says`
    return [{ ...policy, name: what, text: JSON.stringify(unreadPolicy(what, policy.type)), given: false }]
  })
  const pasted = leftovers.map(({ language }, i): StandingPolicy => {
    const what = `what the unread ${language} says${i > 0 ? ` (${i + 1})` : ''}`
    return {
      type: 'identity',
      name: what,
      target: undefined,
      text: JSON.stringify(unreadPolicy(what, 'identity')),
      given: false,
    }
  })
  return [...policies, ...pasted]
}

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
function isCutOff(policy: StandingPolicy): boolean {
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
