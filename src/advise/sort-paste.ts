import {
  isWhole,
  type Languages,
  type ListedAccess,
  type Mention,
  type PastedPolicy,
  type Reading,
  readAll,
} from '../denial/index.ts'
import { guessPolicyType, policyTypeNames } from '../iam/index.ts'
import type { Case, GivenPolicy } from './diagnosis.ts'
import { noteSentence, unreadSentence } from './read-notes.ts'
import { sourceOf } from './source.ts'
import { typePhrase } from './words.ts'

/** A case whose paste held documents: what is left of the paste, the documents among the policies, and what there is to tell. */
export interface SortedPaste {
  readonly given: Case
  /** The policies that were taken out of the paste, the last ones of `given`. */
  readonly taken: readonly GivenPolicy[]
  /** What was taken, what is missing, what was left out: plain sentences. */
  readonly notices: readonly string[]
  /** A read-only command for each document that an output names and does not hold. */
  readonly commands: readonly string[]
}

/** Takes the documents out of a case's paste; undefined where there are none. `languages` reads what isn't JSON. */
export function sortPaste(given: Case, languages?: Languages): SortedPaste | undefined {
  return sortReading(given, readAll(given.paste, languages))
}

/** The same for a paste that was read already. */
export function sortReading(given: Case, reading: Reading): SortedPaste | undefined {
  const { rest, text, documents, listed, leftovers, context } = reading
  if (rest === text && leftovers.length + listed.length === 0) return undefined
  const taken = documents.map((policy, i) => asGiven(policy, text, given.policies.length + i + 1))
  return {
    given: { ...given, ...askedBy(given, reading), paste: rest, policies: [...given.policies, ...taken] },
    taken,
    notices: [
      ...takenSentence(taken),
      ...listedSentences(listed),
      ...documents.flatMap((document, i) => toldOf(document, taken[i], documents.length > 1)),
      ...leftovers.map((unread) => unreadSentence(unread, text)),
      ...leftOutSentence(reading),
      ...missingSentence(context.mentions),
    ],
    commands: context.mentions.flatMap((mention) => commandFor(mention) ?? []),
  }
}

function asGiven(policy: PastedPolicy, pasted: string, number: number): GivenPolicy {
  const { name, policyType, because, target, text, notes, reach } = policy
  const source = sourceOf(policy, pasted)
  const type = policyType && because !== undefined ? { type: policyType, because } : {}
  const partial = isWhole(notes) ? {} : { partial: true }
  return {
    name: name ?? `Policy ${number}`,
    text,
    ...type,
    ...(target === undefined ? {} : { target }),
    ...partial,
    ...(reach ? { reach } : {}),
    ...(source ? { source } : {}),
  }
}

/** What was done to read a document; with its name where there are several. */
function toldOf({ notes, text }: PastedPolicy, given: GivenPolicy | undefined, isNamed: boolean): readonly string[] {
  if (!given) return []
  const sentence = noteSentence(notes, typePhrase(given.type ?? guessPolicyType(text).type))
  if (sentence === '') return []
  return [isNamed ? `${given.name}: ${sentence}` : sentence]
}

/** Policies of a case that aren't JSON, read as what they are; undefined where all are JSON. `text` of a policy that can't be read stays. */
export function readGivenPolicies(
  given: Case,
  languages: Languages,
): { readonly given: Case; readonly notices: readonly string[] } | undefined {
  const notices: string[] = []
  const moved: GivenPolicy[] = []
  let isRead = false
  const policies = given.policies.flatMap((policy): readonly GivenPolicy[] => {
    if (isPolicyText(policy.text)) return [policy]
    const { documents, listed, leftovers } = readAll(policy.text, languages)
    if (listed.length > 0 && documents.length === 0) {
      moved.push(policy)
      return []
    }
    notices.push(...leftovers.map((unread) => `${policy.name}: ${unreadSentence(unread, policy.text)}`))
    if (documents.length === 0) return [policy]
    isRead = true
    return documents.map((document, i) => {
      const own = {
        ...asGiven(document, policy.text, i + 1),
        ...(policy.type ? { type: policy.type, because: policy.because } : {}),
      }
      const name = documents.length === 1 ? policy.name : `${policy.name}: ${own.name}`
      const named = { ...own, name, ...(policy.target === undefined ? {} : { target: policy.target }) }
      notices.push(...toldOf(document, named, true))
      return leftovers.length > 0 ? { ...named, partial: true } : named
    })
  })
  notices.push(...moved.map(({ name }) => `${name} isn’t a policy, so it was moved to what you pasted.`))
  const paste = [given.paste, ...moved.map(({ text }) => text)].filter((text) => text.trim() !== '').join('\n')
  return isRead || notices.length > 0 ? { given: { ...given, policies, paste }, notices } : undefined
}

/** A policy in JSON, whatever is wrong with it. */
const isPolicyText = (text: string): boolean =>
  text.trim() === '' || /^\s*\{\s*(?:"(?:Version|Id|Statement)"|\})/.test(text)

/** The caller and the action, if only the output of a command reveals them. */
function askedBy(given: Case, { denial, context: { caller, simulated } }: Reading): Partial<Case> {
  const action = given.action ?? denial.action ?? denial.actionDerived
  return {
    ...(caller !== undefined && given.principal === undefined && denial.principal === undefined
      ? { principal: caller }
      : {}),
    ...(simulated && action === undefined ? { action: simulated.action, resource: simulated.resource } : {}),
  }
}

/** What stays in the paste and counts there. */
const listedSentences = (listed: readonly ListedAccess[]): readonly string[] =>
  [...new Set(listed.map(({ type }) => type))].map(
    (type) => `What you pasted holds ${documentTypeNames[type]}. It’s evaluated where it is.`,
  )

const documentTypeNames: Readonly<Record<ListedAccess['type'], string>> = {
  'kms-grants': 'the grants on a KMS key',
  'bucket-acl': 'the access control list (ACL) of a bucket, or its Object Ownership setting',
}

function takenSentence(taken: readonly GivenPolicy[]): readonly string[] {
  if (taken.length === 0) return []
  const names = taken.slice(0, 6).map(({ name, type }) => (type ? `${name} (${policyTypeNames[type]})` : name))
  const more = taken.length > 6 ? ` and ${taken.length - 6} more` : ''
  const count = taken.length === 1 ? 'A policy was' : `${taken.length} policies were`
  return [`${count} taken out of what you pasted: ${names.join(', ')}${more}.`]
}

const leftOutSentence = ({ denial, documents, context: { leftOut } }: Reading): readonly string[] => {
  if (leftOut === 0) return []
  if (documents.length > 0)
    return [`${leftOut} other policies of the account were left out: they do not concern this caller.`]
  const { principal } = denial
  if (principal !== undefined)
    return [
      `The account details you pasted don’t contain ${principal}, so none of their ${leftOut} policies were used. Fetch the details of the account where that user or role is, with every page of the output.`,
    ]
  return [
    `The account has ${leftOut} policies. Paste the error too: it names the caller, whose policies are then picked.`,
  ]
}

const missingSentence = (mentions: readonly Mention[]): readonly string[] =>
  mentions.length === 0
    ? []
    : [
        `Named in what you pasted, but not there: ${mentions
          .slice(0, 6)
          .map(({ name }) => name)
          .join(', ')}. Fetch and paste ${mentions.length === 1 ? 'it' : 'them'} too.`,
      ]

/** People run copied commands in a shell, so only plain words get into them. */
const plain = /^[\w+=,.@:/-]{1,300}$/

function commandFor({ id, as }: Mention): string | undefined {
  if (!plain.test(id)) return undefined
  if (as === 'organization') return `aws organizations describe-policy --policy-id ${id}`
  const version = `$(aws iam get-policy --policy-arn ${id} --query Policy.DefaultVersionId --output text)`
  return `aws iam get-policy-version --policy-arn ${id} --version-id "${version}"`
}
