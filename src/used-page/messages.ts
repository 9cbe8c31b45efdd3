import type { UsedAction } from '../used/index.ts'

/** A text under the name that people give it: a file's, or "what was pasted". */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** One user or role of the trails. */
export interface CallerRow {
  readonly caller: string
  readonly kind: 'user' | 'role' | 'permission set'
  /** The permission set's for roles of IAM Identity Center. */
  readonly name: string
  readonly events: number
  readonly actions: number
  /** ISO 8601; undefined where no event says when. */
  readonly first: string | undefined
  readonly last: string | undefined
}

export interface OpenedTrails {
  readonly callers: readonly CallerRow[]
  /** Texts that were read: files, and entries of archives. */
  readonly texts: number
  /** Sentences about what couldn't be read or loaded. */
  readonly problems: readonly string[]
}

/** The permissions that a caller used, and a policy for just those. */
export interface CallerDetails {
  readonly caller: string
  readonly actions: readonly UsedAction[]
  /** Operations that no action is known for. */
  readonly unmapped: readonly string[]
  /** What a trail can't show about the caller's needs, as sentences. */
  readonly neverShown: readonly string[]
  readonly policy: string
  /** Actions on "*" although AWS supports resources for them, because the trail doesn't name any. */
  readonly onEverything: readonly string[]
}

export interface TrimmedText {
  readonly name: string
  readonly before: string
  /** Undefined where nothing of it was used. */
  readonly after: string | undefined
}

/** The caller's current policies with only what was used, or why there are none. */
export type Trimming =
  | { readonly is: 'problem'; readonly problem: string }
  | {
      readonly is: 'trimmed'
      readonly policies: readonly TrimmedText[]
      /** The comparison's answer, as a sentence. */
      readonly proof: string
      readonly isProven: boolean
      /** Requests of the trail that were allowed and no longer are. */
      readonly lost: readonly string[]
      /** Requests of the trail that the current policies don't clearly allow. */
      readonly notAllowedBefore: readonly string[]
      /** Policies and groups that the account details name and don't contain. */
      readonly missing: readonly string[]
      /** What the Compare page opens (`#compare=`); undefined where that would be too long for a link. */
      readonly compare: string | undefined
    }

/** What the page asks its worker. */
export type Question =
  | { readonly ask: 'open'; readonly files: readonly File[] }
  | { readonly ask: 'open-texts'; readonly texts: readonly NamedText[] }
  | { readonly ask: 'details'; readonly caller: string }
  | {
      readonly ask: 'trim'
      readonly caller: string
      readonly texts: readonly NamedText[]
      readonly files: readonly File[]
    }

/** What the worker answers. */
export type Answer =
  | { readonly ask: 'open'; readonly answer: OpenedTrails }
  | { readonly ask: 'details'; readonly answer: CallerDetails }
  | { readonly ask: 'trim'; readonly answer: Trimming }
