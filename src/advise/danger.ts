import { type PolicyRead, parseArn } from '../iam/index.ts'
import { escalationPaths, type Finding } from '../lint/index.ts'
import type { Text } from '../words/index.ts'
import { messagesOf } from '../words/index.ts'
import { isEscalation, objectionsOf } from './findings.ts'
import { principalArnOf } from './fixes/allow-statement.ts'
import type { Draft } from './fixes/draft.ts'
import { takesNoSource } from './fixes/service-source.ts'
import type { Evaluated } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('danger', {
  why: 'We don’t offer a change that allows this on every resource. {{message}}',
  whyForOthers: 'On every resource it would be too much. {{message}}',
  whyLeadPrivilegeEscalation:
    '{{action}} can lead to privilege escalation: someone who can change users, roles, or policies can gain their permissions. Grant it only to people who administer IAM.',
  noSource:
    '{{who}} works for every AWS customer. Don’t limit it with aws:SourceArn or aws:SourceAccount here: AWS doesn’t support them for these calls, and nothing would be delivered.',
  whyWeOfferChange:
    'We don’t offer a change that allows this: with {{action}} on itself, {{who}} could grant itself all permissions. Ask an administrator to make the necessary change instead.',
  whyWeOfferChangeForOthers: 'With {{action}} on itself, {{who}} could grant itself all permissions.',
})

/** The risk of a change. A withheld change isn’t shown; the answer says what it would have done instead. */
export interface Danger {
  readonly withheld: boolean
  /** A sentence or two. */
  readonly why: Text
}

/** Lint findings for an action that AWS doesn’t list. A notice already says so, and the fix must name the action anyway. */
const unlistedAction: ReadonlySet<string> = new Set(['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION'])

/** Actions on users, roles and policies that lead to other permissions. */
const raising: ReadonlySet<string> = new Set(
  escalationPaths
    .flatMap(({ actions }) => actions)
    .filter((action) => action.startsWith('iam:') && action !== 'iam:PassRole'),
)

/** What speaks against a document, before a change and after it. */
export interface Objections {
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
}

export const noObjections: Objections = { before: [], after: [] }

interface KnownOfDraft {
  /** What speaks against the document before the change, where an earlier draft left it so. */
  readonly before?: readonly Finding[]
  /** The document after the change. */
  readonly read?: PolicyRead
}

/** What speaks against the document of a draft. */
export function objectionsTo(draft: Draft, situation: Evaluated, { before, read }: KnownOfDraft): Objections {
  const { index, policyType: type } = draft
  const standing = index === undefined ? undefined : situation.policies[index]
  const of = (text: string, known: PolicyRead | undefined): readonly Finding[] =>
    text === '' ? [] : objectionsOf({ text, type, linted: standing?.linted, read: known }, situation.reference)
  return { before: before ?? of(draft.before, standing?.read), after: of(draft.after, read) }
}

/** Does nothing that lint looks for here speak against the change? */
export const addsNothing = (draft: Draft, objections: Objections, situation: Evaluated): boolean =>
  added(draft, objections, situation, () => true).length === 0

/** Would the change bring a mistake that our own lint then reports? */
export const addsErrors = (draft: Draft, objections: Objections, situation: Evaluated): boolean =>
  added(draft, objections, situation, ({ type }) => type === 'ERROR').length > 0

/** What the changed policy would make possible beyond the request; undefined if no such risk is known. */
export function dangerOf(draft: Draft, objections: Objections, situation: Evaluated): Danger | undefined {
  const [all] = added(draft, objections, situation, ({ code }) => isEscalation(code))
  if (all) return { withheld: true, why: told('why', { message: all.message }) }
  const [risk] = added(draft, objections, situation, ({ type }) => type === 'SECURITY_WARNING')
  if (risk) return { withheld: false, why: sourceRisk(risk, situation) ?? risk.message }
  const { action, request, caller } = situation.asked
  if (draft.policyType !== 'identity' || !raising.has(action)) return undefined
  if (request.resource === principalArnOf(caller)) return dangerToItself(situation)
  return {
    withheld: false,
    why: told('whyLeadPrivilegeEscalation', { action }),
  }
}

/** Advice to name the source would break what AWS documents not to work with it. */
const sourceRisk = ({ code }: Finding, { asked }: Evaluated): Text | undefined =>
  code === 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL' && takesNoSource(asked)
    ? told('noSource', { who: asked.caller.name })
    : undefined

/** On the caller’s own identity: creating a password or key is harmless, changing a policy is privilege escalation. */
function dangerToItself({ asked }: Evaluated): Danger | undefined {
  if (!/^iam:(Put|Attach)(User|Role)Policy$/.test(asked.action)) return undefined
  return {
    withheld: true,
    why: told('whyWeOfferChange', { action: asked.action, who: whoPhrase(asked) }),
  }
}

/**
 * Findings of one kind that the change adds. Findings about the resource don’t count, because AWS itself named it that way; nor about its Region,
 * wherever it stands: it can be hidden in the message, or be newer than our list.
 */
function added(
  draft: Draft,
  { before, after }: Objections,
  { asked }: Evaluated,
  isMeant: (finding: Finding) => boolean,
): readonly Finding[] {
  const named = JSON.stringify(asked.request.resource)
  const region = parseArn(asked.request.resource)?.region
  const isNamedByAws = (part: string, code: string): boolean =>
    part === named || (code === 'INVALID_ARN_REGION' && parseArn(part.slice(1, -1))?.region === region)
  const counts = (text: string, finding: Finding): boolean =>
    isMeant(finding) &&
    (asked.known !== undefined || !unlistedAction.has(finding.code)) &&
    !isNamedByAws(text.slice(finding.span.from, finding.span.to), finding.code)
  const old = before.filter((finding) => counts(draft.before, finding))
  const now = after.filter((finding) => counts(draft.after, finding))
  return now.length > old.length ? now.slice(old.length) : []
}
