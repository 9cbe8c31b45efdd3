import type { Request } from '../evaluate/index.ts'
import { inTurn, messagesOf, type Text, type Told, type Translation, write } from './messages.ts'

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

const told = messagesOf('opens', {
  exactly: 'Opens exactly: {{grants}}, and nothing else.',
  all: 'Opens exactly: {{grants}}.',
  more: '{{all}} That’s more than the denied call. For example, {{principal}} can also perform {{action}} on {{resource}}. {{unsplit}}',
  unsplit:
    'We found no narrower exception: the Deny names its actions or resources with patterns, and a policy can’t leave one call out of a pattern.',
  unknown: 'We don’t know exactly what else this change opens.',
  callAlone: 'A narrower change opens exactly: {{grants}}, and nothing else.',
  less: 'A narrower change opens less, and exactly: {{grants}}. A policy can’t say it more narrowly.',
  grant: '{{actions}} {{on}} {{caller}}{{conditions}}',
  on: 'on {{resources}}',
  caller: 'for {{caller}}',
  conditions: ', if {{conditions}}',
})

/** The pattern as a sentence with its full stop: actions, resources, conditions. */
export const opensSentence = (opens: Opens, translation?: Translation): string => write(opensText(opens), translation)

function opensText(opens: Opens): Told {
  switch (opens.is) {
    case 'exactly':
      return told('exactly', { grants: grantTexts(opens.grants) })
    case 'more': {
      const { principal, action, resource } = opens.example
      const all = opens.grants.length > 0 ? told('all', { grants: grantTexts(opens.grants) }) : ''
      return told('more', { all, principal, action, resource, unsplit: opens.isUnsplit ? told('unsplit') : '' })
    }
    case 'unknown':
      return told('unknown')
  }
}

/** What the narrower change opens, as a sentence with its full stop. */
export const narrowerSentence = ({ grants, isCallAlone }: Narrower, translation?: Translation): string =>
  write(told(isCallAlone ? 'callAlone' : 'less', { grants: grantTexts(grants) }), translation)

const grantTexts = (grants: readonly Grant[]): Text => inTurn(grants.map(grantText), '; ')

const grantText = ({ actions, resources, conditions, caller }: Grant): Told =>
  told('grant', {
    actions,
    on: resources === '' ? '' : told('on', { resources }),
    caller: caller === undefined ? '' : told('caller', { caller }),
    conditions: conditions === '' ? '' : told('conditions', { conditions }),
  })
