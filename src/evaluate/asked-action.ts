import { specialCallOf } from '../reference/index.ts'
import type { ActionGates, AskedAction } from './gate.ts'

/** The gates for an action; both arguments in lower case. */
export type GatesFor = (service: string, actionName: string) => ActionGates

/** Does this call authenticate with a token only? Then the principal can only be an identity provider. Both arguments in lower case. */
export const isByToken = (service: string, actionName: string): boolean =>
  service === 'sts' && actionName.startsWith('assumerolewith')

/** Tagging the session and setting its source identity are part of assuming a role. */
const assumptions: ReadonlySet<string> = new Set([
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
])

/** More actions than a trail usually names. Further ones are prepared for every request. */
const mostActions = 1024

/**
 * Prepares actions for one set of policies. A log repeats the same few actions, so an evaluator keeps the ones that it prepared. They are part of its
 * value: a new evaluator has none, and nothing of them outlives it.
 */
export function actionReader(gatesFor: GatesFor): (action: string) => AskedAction {
  const prepared = new Map<string, AskedAction>()
  return (action) => {
    const before = prepared.get(action)
    if (before) return before
    const asked = askedAction(action, gatesFor)
    if (prepared.size < mostActions) prepared.set(action, asked)
    return asked
  }
}

function askedAction(action: string, gatesFor: GatesFor): AskedAction {
  const lower = action.trim().toLowerCase()
  const colon = lower.indexOf(':')
  const [service, actionName] = colon < 0 ? ['', lower] : [lower.slice(0, colon), lower.slice(colon + 1)]
  return {
    service,
    actionName,
    isByToken: isByToken(service, actionName),
    isAssumption: service === 'sts' && assumptions.has(actionName),
    isUnsigned: specialCallOf(service, actionName)?.kind === 'unsigned-call',
    isFunctionUrl: service === 'lambda' && actionName === 'invokefunctionurl',
    ...gatesFor(service, actionName),
  }
}
