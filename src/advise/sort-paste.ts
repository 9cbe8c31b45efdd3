import {
  isWhole,
  type Languages,
  type ListedAccess,
  type Mention,
  type PastedPolicy,
  type Reading,
  readAll,
} from '../denial/index.ts'
import { guessPolicyType } from '../iam/index.ts'
import { inTurn, messagesOf, type Text, type Translation, write } from '../words/index.ts'
import type { Case, GivenPolicy } from './diagnosis.ts'
import { noteSentence, unreadSentence } from './read-notes.ts'
import { sourceOf } from './source.ts'
import { tagsGiven } from './tags-given.ts'
import { typeName, typePhrase } from './words.ts'

const told = messagesOf('sort-paste', {
  withType: '{{name}} ({{type}})',
  ofPolicy: '{{name}}: {{sentence}}',
  policyMovedPasted: '{{name}} isn’t a policy, so it was moved to what you pasted.',
  pastedHoldsEvaluated: 'What you pasted holds {{documentTypeNames}}. It’s evaluated where it is.',
  grantsKmsKey: 'the grants on a KMS key',
  accessControlList: 'the access control list (ACL) of a bucket, or its Object Ownership setting',
  more: 'and {{count}} more',
  policyB: 'A policy was',
  policiesWere: '{{count}} policies were',
  takenOutPasted: '{{count}} taken out of what you pasted: {{names}} {{more}}.',
  otherPoliciesAccount: '{{leftOut}} other policies of the account were left out: they do not concern this caller.',
  accountDetailsPasted:
    'The account details you pasted don’t contain {{principal}}, so none of their {{leftOut}} policies were used. Fetch the details of the account where that user or role is, with every page of the output.',
  accountPoliciesPaste:
    'The account has {{leftOut}} policies. Paste the error too: it names the caller, whose policies are then picked.',
  it: 'it',
  them: 'them',
  namedPastedBut: 'Named in what you pasted, but not there: {{mentions}}. Fetch and paste {{rest}} too.',
})

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
export function sortPaste(given: Case, languages?: Languages, translation?: Translation): SortedPaste | undefined {
  return sortReading(given, readAll(given.paste, languages), translation)
}

/** The same for a paste that was read already. */
export function sortReading(given: Case, reading: Reading, translation?: Translation): SortedPaste | undefined {
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
      ...tagsGiven(text, taken),
    ].map((text) => write(text, translation)),
    commands: context.mentions.flatMap((mention) => commandFor(mention) ?? []),
  }
}

function asGiven(policy: PastedPolicy, pasted: string, number: number): GivenPolicy {
  const { name, policyType, because, target, text, notes, reach, holders } = policy
  const source = sourceOf(policy, pasted)
  const type = policyType && because !== undefined ? { type: policyType, because } : {}
  const partial = isWhole(notes) ? {} : { partial: true }
  return {
    name: name ?? `Policy ${number}`,
    text,
    ...type,
    ...(target === undefined ? {} : { target }),
    ...partial,
    ...(notes.some(({ code }) => code === 'cut-off') ? { cutOff: true } : {}),
    ...(reach ? { reach } : {}),
    ...(holders ? { holders } : {}),
    ...(source ? { source } : {}),
  }
}

/** What was done to read a document; with its name where there are several. */
function toldOf({ notes, text }: PastedPolicy, given: GivenPolicy | undefined, isNamed: boolean): readonly Text[] {
  if (!given) return []
  const sentence = noteSentence(notes, typePhrase(given.type ?? guessPolicyType(text).type))
  if (sentence === '') return []
  return [isNamed ? told('ofPolicy', { name: given.name, sentence }) : sentence]
}

/** Policies of a case that aren't JSON, read as what they are; undefined where all are JSON. `text` of a policy that can't be read stays. */
export function readGivenPolicies(
  given: Case,
  languages: Languages,
  translation?: Translation,
): { readonly given: Case; readonly notices: readonly string[] } | undefined {
  const notices: Text[] = []
  const moved: GivenPolicy[] = []
  let isRead = false
  const policies = given.policies.flatMap((policy): readonly GivenPolicy[] => {
    if (isPolicyText(policy.text)) return [policy]
    const { documents, listed, leftovers } = readAll(policy.text, languages)
    if (listed.length > 0 && documents.length === 0) {
      moved.push(policy)
      return []
    }
    notices.push(
      ...leftovers.map((unread) =>
        told('ofPolicy', { name: policy.name, sentence: unreadSentence(unread, policy.text) }),
      ),
    )
    if (documents.length === 0) return [policy]
    isRead = true
    return documents.map((document, i) => {
      const own = {
        ...withoutDoubt(asGiven(document, policy.text, i + 1)),
        ...(policy.type ? { type: policy.type, because: policy.because } : {}),
      }
      const name = documents.length === 1 ? policy.name : `${policy.name}: ${own.name}`
      const named = { ...own, name, ...(policy.target === undefined ? {} : { target: policy.target }) }
      notices.push(...toldOf(document, named, true))
      return leftovers.length > 0 ? { ...named, partial: true } : named
    })
  })
  notices.push(...moved.map(({ name }) => told('policyMovedPasted', { name })))
  const paste = [given.paste, ...moved.map(({ text }) => text)].filter((text) => text.trim() !== '').join('\n')
  return isRead || notices.length > 0
    ? { given: { ...given, policies, paste }, notices: notices.map((text) => write(text, translation)) }
    : undefined
}

/** A policy that someone puts among the caller's is the caller's. */
const withoutDoubt = ({ holders, ...policy }: GivenPolicy): GivenPolicy =>
  holders && holders.length > 0 ? { ...policy, holders } : policy

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
const listedSentences = (listed: readonly ListedAccess[]): readonly Text[] =>
  [...new Set(listed.map(({ type }) => type))].map((type) =>
    told('pastedHoldsEvaluated', { documentTypeNames: documentTypeNames[type] }),
  )

const documentTypeNames: Readonly<Record<ListedAccess['type'], Text>> = {
  'kms-grants': told('grantsKmsKey'),
  'bucket-acl': told('accessControlList'),
}

function takenSentence(taken: readonly GivenPolicy[]): readonly Text[] {
  if (taken.length === 0) return []
  const names = taken
    .slice(0, 6)
    .map(({ name, type }) => (type ? told('withType', { name, type: typeName(type) }) : name))
  const more = taken.length > 6 ? told('more', { count: taken.length - 6 }) : ''
  const count = taken.length === 1 ? told('policyB') : told('policiesWere', { count: taken.length })
  return [told('takenOutPasted', { count, names: inTurn(names, ', '), more })]
}

const leftOutSentence = ({ denial, documents, context: { leftOut } }: Reading): readonly Text[] => {
  if (leftOut === 0) return []
  if (documents.length > 0) return [told('otherPoliciesAccount', { leftOut })]
  const { principal } = denial
  if (principal !== undefined) return [told('accountDetailsPasted', { principal, leftOut })]
  return [told('accountPoliciesPaste', { leftOut })]
}

const missingSentence = (mentions: readonly Mention[]): readonly Text[] =>
  mentions.length === 0
    ? []
    : [
        told('namedPastedBut', {
          mentions: mentions
            .slice(0, 6)
            .map(({ name }) => name)
            .join(', '),
          rest: told(mentions.length === 1 ? 'it' : 'them'),
        }),
      ]

/** People run copied commands in a shell, so only plain words get into them. */
const plain = /^[\w+=,.@:/-]{1,300}$/

function commandFor({ id, as }: Mention): string | undefined {
  if (!plain.test(id)) return undefined
  if (as === 'organization') return `aws organizations describe-policy --policy-id ${id}`
  const version = `$(aws iam get-policy --policy-arn ${id} --query Policy.DefaultVersionId --output text)`
  return `aws iam get-policy-version --policy-arn ${id} --version-id "${version}"`
}
