import type { ActionSlip, ActualValue, ConditionReason, ElementReason } from '../evaluate/index.ts'

/** Why one element of a statement matched or not: a clause without a full stop; names and values in backticks. */
export function elementClause(reason: ElementReason): string {
  switch (reason.code) {
    case 'principal-covers':
      return `it covers ${code(reason.caller)}`
    case 'principal-covers-account':
      return "it names the account, which leaves the decision to the account's own policies"
    case 'principal-misses':
      return `it names ${list(reason.names)}, not ${code(reason.caller)}`
    case 'principal-left-out':
      return `it excludes ${code(reason.caller)}`
    case 'principal-not-left-out':
      return `it doesn’t exclude ${code(reason.caller)}`
    case 'action-covered':
      return `${code(reason.pattern)} covers ${code(reason.action)}`
    case 'action-not-covered':
      return `none of its actions covers ${code(reason.action)}`
    case 'action-left-out':
      return `${code(reason.pattern)} excludes ${code(reason.action)}`
    case 'action-not-left-out':
      return `it doesn’t exclude ${code(reason.action)}`
    case 'action-slip':
      return actionSlip(reason)
    case 'condition':
      return conditionClause(reason)
    default:
      return resourceClause(reason)
  }
}

function actionSlip({ slip, pattern, service }: { slip: ActionSlip; pattern: string; service: string }): string {
  switch (slip) {
    case 'separator':
      return `${code(pattern)} contains a space or a comma, so it matches nothing`
    case 'service':
      return `${code(pattern)} names another service than ${code(service)}`
    case 'misspelling':
      return `${code(pattern)} looks like a misspelling`
  }
}

type ResourceReason = Extract<ElementReason, { code: `resource-${string}` }>

function resourceClause(reason: ResourceReason): string {
  switch (reason.code) {
    case 'resource-covered':
      return `${code(reason.pattern)} covers ${asked(reason.resource)}`
    case 'resource-missed':
      return `it names ${list(reason.names)}, not ${code(reason.resource)}`
    case 'resource-needs-star':
      return `${code(reason.action)} was requested for all resources (\`*\`), and the statement names ${list(reason.names)}`
    case 'resource-left-out':
      return `${code(reason.pattern)} excludes ${asked(reason.resource)}`
    case 'resource-not-left-out':
      return `it doesn’t exclude ${asked(reason.resource)}`
    case 'resource-variable-unknown':
      return `${code(reason.pattern)} contains a variable whose value isn’t known`
    case 'resource-slip':
      return resourceSlip(reason)
  }
}

function resourceSlip({ slip, pattern, resource }: Extract<ElementReason, { code: 'resource-slip' }>): string {
  switch (slip) {
    case 'case':
      return `${code(pattern)} differs from ${code(resource)} in upper and lower case`
    case 'container':
      return `${code(pattern)} is the container itself; its contents are ${code(`${pattern}/*`)}`
    case 'contents':
      return `${code(pattern)} covers the contents, not ${code(resource)} itself`
    default:
      return `${code(pattern)} differs from ${code(resource)} in the ${slip}`
  }
}

function conditionClause(reason: ConditionReason): string {
  const never = reason.neverIn === undefined ? '' : `, and ${code(reason.neverIn)} never carries it`
  const open = reason.variableUnknown ? ', and a variable has no known value' : ''
  const wanted = `${reason.operator} ${code(reason.key)} ${list(reason.values)}`
  return `${wanted}: ${actualClause(reason.key, reason.actual)}${never}${timeClause(reason)}${open}`
}

function actualClause(key: string, actual: ActualValue): string {
  switch (actual.is) {
    case 'absent':
      return `the request doesn’t have ${code(key)}`
    case 'unknown':
      return `${code(key)} isn’t known`
    case 'several':
      return 'the request has several values, which this operator never matches'
    case 'values':
      return actual.values.join() === '' && actual.values.length === 1
        ? 'the request has an empty value'
        : `the request has ${list(actual.values)}`
  }
}

function timeClause({ time }: ConditionReason): string {
  if (time === undefined) return ''
  return time === 'over' ? ', and that time is over' : ', and that time hasn’t come yet'
}

const code = (text: string): string => `\`${text}\``
const asked = (resource: string): string => (resource === '*' ? 'all resources' : code(resource))

/** "`a`, `b`", at most four. */
function list(texts: readonly string[]): string {
  if (texts.length === 0) return 'nothing'
  const shown = texts.slice(0, 4).map(code)
  return texts.length > shown.length ? `${shown.join(', ')} and ${texts.length - shown.length} more` : shown.join(', ')
}
