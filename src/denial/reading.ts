import type { NonEmpty } from '../text/index.ts'
import type { Denial } from './denial.ts'
import type { DenialGroup } from './denial-groups.ts'
import type { Mention } from './documents/account-details.ts'
import type { Languages } from './documents/languages.ts'
import { type ListedAccess, listedAccessIn, withoutListed } from './documents/listed.ts'
import type { Unread } from './documents/notes.ts'
import type { PastedPolicy } from './documents/pasted.ts'
import { concerning, documentsIn } from './documents/read-paste.ts'
import { templateActions } from './operations.ts'
import { readDenialAndAll } from './read-denials.ts'
import { readRecorded } from './recorded.ts'
import { asRecorded, withRecorded } from './with-recorded.ts'

/** Everything that a paste says, read once and passed on. */
export interface Reading {
  /** What was pasted. Spans of documents and leftovers point into it. */
  readonly text: string
  /** The paste without its documents: the error, the event, the prose. Spans of the denials point into it. */
  readonly rest: string
  /** The denial to answer first, with its places. */
  readonly denial: Denial
  /** All of them, alike ones together. */
  readonly denials: NonEmpty<DenialGroup>
  readonly documents: readonly PastedPolicy[]
  /** Outputs that list grants on a key or a bucket's access control list. They stay in `rest`, where they count. */
  readonly listed: readonly ListedAccess[]
  readonly context: {
    /** From `sts get-caller-identity`. */
    readonly caller: string | undefined
    /** From `iam simulate-principal-policy`: the first that was denied. */
    readonly simulated: { readonly action: string; readonly resource: string } | undefined
    /** Policies that an output names and whose documents aren't there. */
    readonly mentions: readonly Mention[]
    /** How many policies of an account's listing belong to others than the caller. */
    readonly leftOut: number
  }
  /** What seems to be a policy and can't be read. */
  readonly leftovers: readonly Unread[]
}

/**
 * Reads a paste: what was denied, the documents in it, and what stays unread. `languages` reads what isn't JSON; without it only JSON is looked for.
 * Never throws; takes time linear in the text.
 */
export function readAll(text: string, languages?: Languages): Reading {
  const recorded = readRecorded(text)
  const found = documentsIn(text, languages, recorded !== undefined)
  const listed = listedAccessIn(found.rest)
  const read = readDenialAndAll(withoutListed(found.rest, listed))
  const denial = withTemplate(withRecorded(read.denial, recorded), text)
  const { rest, policies, unread, caller, simulated, mentions, leftOut } = concerning(found, denial, text)
  const context = { caller, simulated, mentions, leftOut }
  return {
    text,
    rest,
    denial,
    denials: read.denials,
    documents: asRecorded(policies, recorded, text),
    listed,
    context,
    leftovers: unread,
  }
}

/** A message that names no action is about a resource of the template next to it, which isn't part of the message. */
function withTemplate(denial: Denial, text: string): Denial {
  const { kind, action, actionDerived, actionCandidates, service } = denial
  if (kind !== 'access-denied' || action !== undefined || actionDerived !== undefined || actionCandidates.length > 0)
    return denial
  const found = templateActions(text).filter((each) => service === undefined || each.startsWith(`${service}:`))
  return found.length > 0 ? { ...denial, actionCandidates: found, service: undefined } : denial
}
