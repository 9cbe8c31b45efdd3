import type { Request } from '../evaluate/index.ts'

/** What a statement allows, as its document writes it. */
export interface Grant {
  readonly actions: string
  readonly resources: string
  /** Empty without conditions. */
  readonly conditions: string
  /** The caller that it's for, where it's for one only. */
  readonly caller?: string
}

/** A document that opens less than a fix and allows the denied call. */
export interface Narrower {
  readonly text: string
  /** All that it opens: proven. */
  readonly grants: readonly Grant[]
  readonly isCallAlone: boolean
}

/** What a fix allows that wasn't allowed before, for the principals that its document reaches. */
export type Opens =
  /** Proven: these grants, and nothing else. */
  | { readonly is: 'exactly'; readonly grants: readonly Grant[] }
  /** More than the denied call. `grants` are all that it opens, where that is proven; `narrower` opens less: the call alone, or as little as the policy language can say. */
  | {
      readonly is: 'more'
      readonly grants: readonly Grant[]
      readonly example: Request
      readonly narrower: Narrower | undefined
      /** A narrower exception from a Deny was looked for and isn't to be had. */
      readonly isUnsplit?: true
    }
  | { readonly is: 'unknown' }

/** The pattern as a sentence with its full stop: actions, resources, conditions. */
export function opensSentence(opens: Opens): string {
  switch (opens.is) {
    case 'exactly':
      return `Opens exactly: ${opens.grants.map(grantText).join('; ')}, and nothing else.`
    case 'more': {
      const { principal, action, resource } = opens.example
      const all = opens.grants.length > 0 ? `Opens exactly: ${opens.grants.map(grantText).join('; ')}. ` : ''
      return `${all}That’s more than the denied call. For example, ${principal} can also perform ${action} on ${resource}.${opens.isUnsplit ? ` ${unsplit}` : ''}`
    }
    case 'unknown':
      return 'We don’t know exactly what else this change opens.'
  }
}

const unsplit =
  'We found no narrower exception: the Deny names its actions or resources with patterns, and a policy can’t leave one call out of a pattern.'

/** What the narrower change opens, as a sentence with its full stop. */
export const narrowerSentence = ({ grants, isCallAlone }: Narrower): string =>
  isCallAlone
    ? `A narrower change opens exactly: ${grants.map(grantText).join('; ')}, and nothing else.`
    : `A narrower change opens less, and exactly: ${grants.map(grantText).join('; ')}. A policy can’t say it more narrowly.`

function grantText({ actions, resources, conditions, caller }: Grant): string {
  const on = resources === '' ? '' : ` on ${resources}`
  return `${actions}${on}${caller === undefined ? '' : ` for ${caller}`}${conditions === '' ? '' : `, if ${conditions}`}`
}
