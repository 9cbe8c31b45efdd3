import { escalationPaths, type Finding } from '../lint/index.ts'
import { principalArnOf } from './fixes/allow-statement.ts'
import type { Draft } from './fixes/draft.ts'
import { isEscalation, objectionsOnce } from './lint-once.ts'
import type { Evaluated } from './situation.ts'
import { whoPhrase } from './words.ts'

/** What makes a change a risk. One that is refused is not shown; what it would have done is said instead. */
export interface Danger {
  readonly refused: boolean
  /** A sentence or two. */
  readonly why: string
}

/** What our own lint says of an action that AWS does not list. A notice tells that already: the fix must name the action all the same. */
const unlistedAction: ReadonlySet<string> = new Set(['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION'])

/** Actions on users, roles and policies that lead to other permissions. */
const raising: ReadonlySet<string> = new Set(
  escalationPaths
    .flatMap(({ actions }) => actions)
    .filter((action) => action.startsWith('iam:') && action !== 'iam:PassRole'),
)

/** Would the change bring a mistake that our own lint then reports? */
export const addsErrors = (draft: Draft, situation: Evaluated): boolean =>
  added(draft, situation, ({ type }) => type === 'ERROR').length > 0

/** What somebody could do with the changed policy beyond what was asked for; undefined where nothing is known. */
export function dangerOf(draft: Draft, situation: Evaluated): Danger | undefined {
  const [all] = added(draft, situation, ({ code }) => isEscalation(code))
  if (all) return { refused: true, why: `A change that allows this on everything is not offered. ${all.message}` }
  const [risk] = added(draft, situation, ({ type }) => type === 'SECURITY_WARNING')
  if (risk) return { refused: false, why: risk.message }
  const { action, request, caller } = situation.asked
  if (draft.policyType !== 'identity' || !raising.has(action)) return undefined
  if (request.resource === principalArnOf(caller)) return dangerToItself(situation)
  return {
    refused: false,
    why: `${action} can lead to other permissions: whoever may change users, roles or policies can use what those may do. Give it only to people who administer IAM.`,
  }
}

/** To one's own user or role: a password or key of one's own raises nothing, a policy of one's own everything. */
function dangerToItself({ asked }: Evaluated): Danger | undefined {
  if (!/^iam:(Put|Attach)(User|Role)Policy$/.test(asked.action)) return undefined
  return {
    refused: true,
    why: `A change that allows this is not offered: with ${asked.action} on itself ${whoPhrase(asked)} could give itself all permissions. Have an administrator make the change that is needed instead.`,
  }
}

/** Findings of a kind that the change brings. The resource is as AWS itself named it: what lint says of that is no mistake of the change. */
function added(
  { policyType, before, after }: Draft,
  { reference, asked }: Evaluated,
  isMeant: (finding: Finding) => boolean,
): readonly Finding[] {
  const counts = (text: string, finding: Finding): boolean =>
    isMeant(finding) &&
    (asked.known !== undefined || !unlistedAction.has(finding.code)) &&
    text.slice(finding.span.from, finding.span.to) !== JSON.stringify(asked.request.resource)
  const findings = (text: string): readonly Finding[] =>
    text === '' ? [] : objectionsOnce(text, policyType, reference).filter((finding) => counts(text, finding))
  const [old, now] = [findings(before), findings(after)]
  return now.length > old.length ? now.slice(old.length) : []
}
