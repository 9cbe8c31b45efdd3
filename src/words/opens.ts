import type { Request } from '../evaluate/index.ts'

/** What a statement allows, as its document writes it. */
export interface Grant {
  readonly actions: string
  readonly resources: string
  /** Empty without conditions. */
  readonly conditions: string
}

/** What a fix allows that wasn't allowed before, for the principals that its document reaches. */
export type Opens =
  /** Proven: these grants, and nothing else. */
  | { readonly is: 'exactly'; readonly grants: readonly Grant[] }
  /** More than the denied call. `grants` are all that it opens, where that is proven; `narrower` is a document that opens the call alone. */
  | {
      readonly is: 'more'
      readonly grants: readonly Grant[]
      readonly example: Request
      readonly narrower: string | undefined
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
      return `${all}That’s more than the denied call. For example, ${principal} can also perform ${action} on ${resource}.`
    }
    case 'unknown':
      return 'We don’t know exactly what else this change opens.'
  }
}

function grantText({ actions, resources, conditions }: Grant): string {
  const on = resources === '' ? '' : ` on ${resources}`
  return `${actions}${on}${conditions === '' ? '' : `, if ${conditions}`}`
}
