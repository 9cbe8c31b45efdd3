import type { ActionSlip, ElementReason } from '../evaluate/index.ts'
import { conditionText } from './condition-clause.ts'
import { inTurn, messagesOf, type Text, type Told, type Translation, write } from './messages.ts'

const told = messagesOf('elements', {
  principalCovers: 'it covers `{{caller}}`',
  principalCoversAccount: "it names the account, which leaves the decision to the account's own policies",
  principalMisses: 'it names {{names}}, not `{{caller}}`',
  excludes: 'it excludes `{{what}}`',
  doesNotExclude: 'it doesn’t exclude {{what}}',
  covers: '`{{pattern}}` covers {{what}}',
  noneCovers: 'none of its actions covers `{{action}}`',
  patternExcludes: '`{{pattern}}` excludes {{what}}',
  separator: '`{{pattern}}` contains a space or a comma, so it matches nothing',
  otherService: '`{{pattern}}` names another service than `{{service}}`',
  misspelling: '`{{pattern}}` looks like a misspelling',
  resourceMissed: 'it names {{names}}, not `{{resource}}`',
  needsStar: '`{{action}}` was requested for all resources (`*`), and the statement names {{names}}',
  variableUnknown: '`{{pattern}}` contains a variable whose value isn’t known',
  case: '`{{pattern}}` differs from `{{resource}}` in upper and lower case',
  container: '`{{pattern}}` is the container itself; its contents are `{{contents}}`',
  contents: '`{{pattern}}` covers the contents, not `{{resource}}` itself',
  alias: '`{{pattern}}` is an alias, and AWS compares the ARN of the key, `{{resource}}`',
  path: '`{{pattern}}` leaves out the path in `{{resource}}`',
  partition: '`{{pattern}}` differs from `{{resource}}` in the partition',
  service: '`{{pattern}}` differs from `{{resource}}` in the service',
  Region: '`{{pattern}}` differs from `{{resource}}` in the Region',
  account: '`{{pattern}}` differs from `{{resource}}` in the account',
  prefix: '`{{pattern}}` differs from `{{resource}}` in the prefix',
  allResources: 'all resources',
  code: '`{{text}}`',
  nothing: 'nothing',
  more: '{{shown}} and {{count}} more',
})

/**
 * Why one element of a statement with this effect matched or not: a clause without a full stop; names and values in backticks. An Allow's condition is
 * something to meet, a Deny's says when it applies.
 */
export const elementClause = (
  reason: ElementReason,
  effect: 'Allow' | 'Deny' = 'Allow',
  translation?: Translation,
): string => write(elementText(reason, effect), translation)

/** The same, in no language yet. */
export function elementText(reason: ElementReason, effect: 'Allow' | 'Deny' = 'Allow'): Told {
  switch (reason.code) {
    case 'principal-covers':
      return told('principalCovers', { caller: reason.caller })
    case 'principal-covers-account':
      return told('principalCoversAccount')
    case 'principal-misses':
      return told('principalMisses', { names: list(reason.names), caller: reason.caller })
    case 'principal-left-out':
      return told('excludes', { what: reason.caller })
    case 'principal-not-left-out':
      return told('doesNotExclude', { what: code(reason.caller) })
    case 'action-covered':
      return told('covers', { pattern: reason.pattern, what: code(reason.action) })
    case 'action-not-covered':
      return told('noneCovers', { action: reason.action })
    case 'action-left-out':
      return told('patternExcludes', { pattern: reason.pattern, what: code(reason.action) })
    case 'action-not-left-out':
      return told('doesNotExclude', { what: code(reason.action) })
    case 'action-slip':
      return actionSlip(reason)
    case 'condition':
      return conditionText(reason, effect === 'Deny' ? 'is' : 'must')
    default:
      return resourceText(reason)
  }
}

function actionSlip({ slip, pattern, service }: { slip: ActionSlip; pattern: string; service: string }): Told {
  switch (slip) {
    case 'separator':
      return told('separator', { pattern })
    case 'service':
      return told('otherService', { pattern, service })
    case 'misspelling':
      return told('misspelling', { pattern })
  }
}

type ResourceReason = Extract<ElementReason, { code: `resource-${string}` | 'variable-unknown' }>

function resourceText(reason: ResourceReason): Told {
  switch (reason.code) {
    case 'resource-covered':
      return told('covers', { pattern: reason.pattern, what: asked(reason.resource) })
    case 'resource-missed':
      return told('resourceMissed', { names: list(reason.names), resource: reason.resource })
    case 'resource-needs-star':
      return told('needsStar', { action: reason.action, names: list(reason.names) })
    case 'resource-left-out':
      return told('patternExcludes', { pattern: reason.pattern, what: asked(reason.resource) })
    case 'resource-not-left-out':
      return told('doesNotExclude', { what: asked(reason.resource) })
    case 'variable-unknown':
      return told('variableUnknown', { pattern: reason.pattern })
    case 'resource-slip':
      return resourceSlip(reason)
  }
}

const resourceSlip = ({ slip, pattern, resource }: Extract<ElementReason, { code: 'resource-slip' }>): Told =>
  slip === 'container' ? told(slip, { pattern, contents: `${pattern}/*` }) : told(slip, { pattern, resource })

const code = (text: string): Told => told('code', { text })
const asked = (resource: string): Told => (resource === '*' ? told('allResources') : code(resource))

/** "`a`, `b`", at most four. */
function list(texts: readonly string[]): Text {
  if (texts.length === 0) return told('nothing')
  const shown = inTurn(texts.slice(0, 4).map(code), ', ')
  return texts.length > 4 ? told('more', { shown, count: texts.length - 4 }) : shown
}
